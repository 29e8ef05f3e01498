internal import NIOCore
internal import NIOPosix
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension TransportService {
    /// Tells the interfaces of the machine each time that they have changed: a link that comes or
    /// goes, an address that is given or taken.
    ///
    /// On Linux the kernel sends the changes, and nothing happens in between. Elsewhere the list is
    /// compared every ten seconds. The stream ends with ``shutDown()``; a slow consumer gets the
    /// latest list only.
    public func interfaceChanges() async -> AsyncStream<[NetworkInterface]> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: [NetworkInterface].self, bufferingPolicy: .bufferingNewest(1))
        let monitor = monitor(continuation)
        if keep(monitor) {
            await monitor.start()
        } else {
            continuation.finish()
        }
        return stream
    }

    /// A watch of the interfaces that has not begun.
    func monitor(
        _ continuation: AsyncStream<[NetworkInterface]>.Continuation
    ) -> InterfaceMonitor { InterfaceMonitor(group.next(), continuation) }
}

/// Watches the interfaces on an event loop.
final class InterfaceMonitor: Sendable {
    private struct State {
        var last = Interfaces.list()
        var isScheduled = false
        var isStopped = false
        var isStarting = false
        /// Who waits for the start to be over, to stop what it has begun.
        var stopping: CheckedContinuation<Void, Never>?
        var channel: (any Channel)?
        var polling: RepeatedTask?
    }

    /// Changes come in bursts: how long one is waited out.
    private static let burst: TimeAmount = .milliseconds(150)
    private static let pollInterval: TimeAmount = .seconds(10)

    private let eventLoop: any EventLoop
    private let continuation: AsyncStream<[NetworkInterface]>.Continuation
    private let state = Mutex(State())

    init(
        _ eventLoop: any EventLoop, _ continuation: AsyncStream<[NetworkInterface]>.Continuation
    ) {
        self.eventLoop = eventLoop
        self.continuation = continuation
    }

    /// Begins to watch, unless it was stopped before.
    func start() async {
        let isWanted = state.withLock { state in
            state.isStarting = !state.isStopped
            return state.isStarting
        }
        guard isWanted else { return }
        await watch()
        let stopping = state.withLock { state in
            state.isStarting = false
            return state.stopping.take()
        }
        stopping?.resume()
    }

    private func watch() async {
        guard let socket = Self.openRouteSocket() else { return startPolling() }
        do {
            let channel = try await NIOPipeBootstrap(group: eventLoop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(RouteHandler(self))
                    }
                }
                .takingOwnershipOfDescriptor(input: socket).get()
            state.withLock { $0.channel = channel }
            // The kernel ends it when more changed than its buffer holds.
            channel.closeFuture.whenComplete { _ in self.startPolling() }
        } catch {
            close(socket)
            startPolling()
        }
    }

    /// Ends the watching; a start that is under way is waited for, as it needs the event loop.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isStarting = state.withLock { state in
                state.isStopped = true
                if state.isStarting { state.stopping = continuation }
                return state.isStarting
            }
            if !isStarting { continuation.resume() }
        }
        let (channel, polling) = state.withLock { ($0.channel, $0.polling) }
        polling?.cancel()
        try? await channel?.close()
        continuation.finish()
    }

    /// Something changed: compares when the burst is over.
    fileprivate func noticed() {
        let isFirst = state.withLock { state in
            defer { state.isScheduled = true }
            return !state.isScheduled && !state.isStopped
        }
        if isFirst { eventLoop.scheduleTask(in: Self.burst) { self.compare() } }
    }

    private func compare() {
        let list = Interfaces.list()
        let isNews = state.withLock { state in
            state.isScheduled = false
            guard !state.isStopped, state.last != list else { return false }
            state.last = list
            return true
        }
        if isNews { continuation.yield(list) }
    }

    private func startPolling() {
        guard !state.withLock(\.isStopped) else { return }
        let task = eventLoop.scheduleRepeatedTask(
            initialDelay: .zero, delay: Self.pollInterval
        ) { _ in self.compare() }
        state.withLock { $0.polling = task }
    }

    /// A socket on which the Linux kernel writes each change of a link or an address.
    private static func openRouteSocket() -> CInt? {
        #if os(Linux)
            // The numbers of linux/netlink.h and linux/rtnetlink.h, which Swift does not see.
            let links: UInt32 = 0x1
            let addresses: UInt32 = 0x10 | 0x100
            let kind = Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
            let descriptor = socket(AF_NETLINK, kind, 0)
            guard descriptor >= 0 else { return nil }
            // struct sockaddr_nl: family and padding, port, groups.
            var name: [UInt32] = [UInt32(AF_NETLINK).littleEndian, 0, links | addresses]
            let status = name.withUnsafeMutableBytes { bytes -> Int32 in
                guard let start = bytes.baseAddress else { return -1 }
                return bind(
                    descriptor, start.assumingMemoryBound(to: sockaddr.self),
                    socklen_t(bytes.count))
            }
            guard status == 0 else {
                close(descriptor)
                return nil
            }
            return descriptor
        #else
            return nil
        #endif
    }
}

/// Notices that the kernel has written something; what it is, the list of interfaces tells better.
private final class RouteHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let monitor: InterfaceMonitor

    init(_ monitor: InterfaceMonitor) { self.monitor = monitor }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { monitor.noticed() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
