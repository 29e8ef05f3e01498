internal import NIOCore
internal import NIOPosix
internal import Synchronization
public import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// All TCP connections of a node: listens, dials, and carries bytes both ways.
///
/// Only addresses that the policy allows are dialled or accepted, packets live for
/// ``TransportSettings/hopLimit`` hops, and nobody can make the service hold more than its
/// settings say: a consumer that is slow stops the reading of that connection, a peer that is slow
/// is closed.
public final class TransportService: Sendable {
    /// The lowest number of an accepted connection; dials use lower ones.
    public static let firstAcceptedConnection: ConnectionNumber = 1 << 63

    /// What happens, for one consumer.
    ///
    /// The events of one connection come in order; taking them
    /// slowly slows the sender of the bytes.
    public let events: AsyncStream<TransportEvent>

    let settings: TransportSettings
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let queue: TransportQueue
    private let table: ConnectionTable
    private let listeners = Mutex<[any Channel]>([])
    /// `nil` after the shutdown.
    private let monitors = Mutex<[InterfaceMonitor]?>([])

    /// Makes a service that neither listens nor dials yet; end it with ``shutDown()``.
    public init(_ settings: TransportSettings) {
        let queue = TransportQueue()
        let table = ConnectionTable(settings: settings, queue: queue)
        self.settings = settings
        self.queue = queue
        self.table = table
        events = AsyncStream {
            let event = await queue.next()
            if case .received(let number, let bytes) = event {
                table[number]?.consumed(bytes.count)
            }
            return event
        }
    }

    /// Hands bytes over for sending; they go out in the order of the calls.
    ///
    /// A peer for which more than ``TransportSettings/outgoingBytes`` wait is closed.
    @discardableResult
    public func send(_ bytes: Bytes, on number: ConnectionNumber) -> SendOutcome {
        table[number]?.send(bytes) ?? .unknown
    }

    /// Ends a connection after what was sent before; also ends a dial under way.
    ///
    /// ``TransportEvent/closed(_:_:)`` follows at once, and nothing else for this number.
    public func close(_ number: ConnectionNumber) { table[number]?.end(.local) }

    /// How many connections there are, those included that are on their way up or down.
    public var connectionCount: Int { table.count }

    /// Closes everything and ends ``events``; what was sent before goes out if it can within a
    /// second.
    public func shutDown() async {
        let watching = monitors.withLock { monitors in
            defer { monitors = nil }
            return monitors
        }
        // The second call finds nothing left to do.
        guard let watching else { return }
        let connections = table.stop()
        for connection in connections { connection.end(.local) }
        for listener in listeners.withLock({ $0 }) { try? await listener.close() }
        for monitor in watching { await monitor.stop() }
        for connection in connections { await connection.channelClosed() }
        queue.finish()
        try? await group.shutdownGracefully()
    }

    /// Remembers a monitor until the shutdown; whether that is still to come.
    func keep(_ monitor: InterfaceMonitor) -> Bool {
        monitors.withLock { monitors in
            monitors?.append(monitor)
            return monitors != nil
        }
    }
}

// MARK: - Listening

extension TransportService {
    /// Listens on all addresses, IPv4 and IPv6, where the machine has IPv6.
    ///
    /// - Returns: The port, the system's choice if the settings have none.
    /// - Throws: ``TransportError/portTaken(_:)``, ``TransportError/portForbidden(_:)`` or what
    ///   else the system says.
    public func listen() async throws(TransportError) -> UInt16 {
        // A port that is free for IPv4 can be taken for IPv6; another choice then is not.
        let attempts = settings.port == 0 ? 16 : 1
        var failure = TransportError.system(0)
        guard monitors.withLock({ $0 != nil }) else { throw .stopped }
        for _ in 0..<attempts {
            do throws(TransportError) {
                return try await listenOnBoth()
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private func listenOnBoth() async throws(TransportError) -> UInt16 {
        let first = try await bind("0.0.0.0", port: settings.port)
        guard let port = Sockets.address(first.localAddress)?.port else { throw .system(0) }
        var bound = [first]
        do throws(TransportError) {
            bound.append(try await bind("::", port: port))
        } catch .portTaken(let port) {
            try? await first.close()
            throw .portTaken(port)
        } catch {
            // A machine without IPv6 listens on IPv4 alone.
        }
        listeners.withLock { $0 += bound }
        return port
    }

    private func bind(_ host: String, port: UInt16) async throws(TransportError) -> any Channel {
        let isIPv4 = host == "0.0.0.0"
        var bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.recvAllocator, value: Self.receiveAllocator)
        if !isIPv4 {
            bootstrap = bootstrap.serverChannelOption(
                ChannelOptions.Types.SocketOption(
                    level: .ipv6, name: .init(rawValue: IPV6_V6ONLY)), value: 1)
        }
        for (option, value) in Sockets.hopOptions(settings, isIPv4: isIPv4) {
            // Accepted sockets inherit the options; the listener answers SYN with them.
            bootstrap = bootstrap.serverChannelOption(option, value: value)
        }
        do {
            return try await bootstrap.childChannelInitializer { self.accepted($0) }
                .bind(host: host, port: Int(port)).get()
        } catch {
            switch Sockets.error(error) {
            case .system(EADDRINUSE): throw .portTaken(port)
            case .system(EACCES): throw .portForbidden(port)
            case let other: throw other
            }
        }
    }

    private func accepted(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard let remote = Sockets.address(channel.remoteAddress),
            settings.policy.allows(remote),
            InterfaceChoice(settings.interfaces).allows(
                local: Sockets.address(channel.localAddress)),
            let connection = table.accept(from: remote.host)
        else {
            return channel.eventLoop.makeFailedFuture(ChannelError.eof)
        }
        return install(connection, in: channel) { .accepted($0, remote: $1) }
    }
}

// MARK: - Dialling

extension TransportService {
    /// Dials an address under a number of the caller's choice that was never used before.
    ///
    /// ``TransportEvent/connected(_:remote:)`` or ``TransportEvent/dialFailed(_:_:)`` follows.
    public func dial(_ address: Address, as number: ConnectionNumber) {
        let connection: Connection
        do throws(TransportError) {
            connection = try table.dial(number)
        } catch {
            queue.push(.dialFailed(number, error))
            return
        }
        do throws(TransportError) {
            guard settings.policy.allows(address),
                InterfaceChoice(settings.interfaces).allows(remote: address)
            else { throw .addressNotAllowed(address) }
            connect(connection, to: try Sockets.socketAddress(address))
        } catch {
            table.remove(connection)
            connection.failDial(error)
        }
    }

    private func connect(_ connection: Connection, to address: SocketAddress) {
        var isIPv4 = false
        if case .v4 = address { isIPv4 = true }
        let timeout = settings.connectTimeout / .milliseconds(1)
        var bootstrap = ClientBootstrap(group: group)
            .connectTimeout(.milliseconds(Int64(max(1, min(timeout, 600_000)))))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.recvAllocator, value: Self.receiveAllocator)
        for (option, value) in Sockets.hopOptions(settings, isIPv4: isIPv4) {
            bootstrap = bootstrap.channelOption(option, value: value)
        }
        let table = table
        bootstrap
            .channelInitializer { channel in
                self.install(connection, in: channel) { .connected($0, remote: $1) }
            }
            .connect(to: address)
            .whenFailure { error in
                table.remove(connection)
                connection.failDial(Sockets.error(error))
            }
    }

    private func install(
        _ connection: Connection, in channel: any Channel,
        _ opening: @escaping @Sendable (ConnectionNumber, Address) -> TransportEvent
    ) -> EventLoopFuture<Void> {
        let table = table
        channel.closeFuture.whenComplete { _ in table.remove(connection) }
        guard connection.attach(channel) else {
            return channel.eventLoop.makeFailedFuture(ChannelError.eof)
        }
        return channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
                ConnectionHandler(connection, opening: opening))
        }
    }

    private static var receiveAllocator: any RecvByteBufferAllocator {
        AdaptiveRecvByteBufferAllocator(minimum: 1_024, initial: 4_096, maximum: 131_072)
    }
}
