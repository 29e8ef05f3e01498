internal import HTTPTypes
internal import HummingbirdCore
public import Languages
public import LocalProtocol
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle

/// The HTTP server of the local API on one Unix socket.
///
/// It lets in processes of the same user and of root only, as the kernel names them. Stopping it
/// gracefully lets requests finish, ends streams, and takes the socket file away.
public struct LocalServer: Service {
    /// Limits of our own choice: generous for programs of one person, small for the machine.
    public struct Settings: Sendable {
        /// Most connections at one time.
        public var connectionLimit = 128
        /// A connection on which nothing is being asked is closed after this time.
        public var idleTimeout = Duration.seconds(60)
        /// How long requests may go on after a graceful stop was asked for.
        public var stoppingTime = Duration.seconds(5)
        /// Most headers of a request.
        public var headerLimit = 64
        /// Most bytes of one header of a request, and of all of them.
        public var headerBytesLimit = 16 << 10

        /// Creates the usual settings.
        public init() {}
    }

    private typealias Connection = HTTP1Channel.Value

    private let gate: any ServiceGate
    private let socket: ListeningSocket
    private let settings: Settings
    private let logger: Logger
    private let language: @Sendable (String) -> Language
    private let traffic: Traffic

    /// Creates a server that takes over a listening socket when it is run.
    ///
    /// - Parameters:
    ///   - gate: What lets requests in to what carries them out.
    ///   - socket: From ``ListeningSocket/inherited()`` or
    ///     ``ListeningSocket/bind(path:)``.
    ///   - settings: Limits.
    ///   - logger: Where refusals and failures are logged; never contents.
    ///   - language: Chooses the language of sentences by a request's header `Accept-Language`.
    public init(
        gate: any ServiceGate, socket: ListeningSocket, settings: Settings = Settings(),
        logger: Logger, language: @escaping @Sendable (String) -> Language = { _ in .english }
    ) {
        self.gate = gate
        self.socket = socket
        self.settings = settings
        self.logger = logger
        self.language = language
        traffic = Traffic(connectionLimit: settings.connectionLimit)
    }

    /// Serves until the task is cancelled or a graceful shutdown begins.
    public func run() async throws {
        defer { socket.removeFile() }
        let responder = Responder(
            gate: gate, traffic: traffic, logger: logger, language: language)
        let http = HTTP1Channel(
            responder: { request, writer, _ in
                try await responder.respond(to: request, with: writer)
            },
            configuration: HTTP1Channel.Configuration(
                idleTimeout: TimeAmount(settings.idleTimeout),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: settings.headerBytesLimit,
                    maxHeaderListSize: settings.headerBytesLimit,
                    maxHeaderFieldCount: settings.headerLimit)))
        let (connections, arrivals) = AsyncStream.makeStream(of: Connection.self)
        let listener = try await listen(http, arrivals)
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await serve(connections, with: http)
            } onGracefulShutdown: {
                listener.close(promise: nil)
            }
        } onCancel: {
            listener.close(promise: nil)
        }
        // The closing of the listener is what ends `serve`, so this doesn't wait long.
        try? await listener.closeFuture.get()
    }

    private func listen(
        _ http: HTTP1Channel, _ arrivals: AsyncStream<Connection>.Continuation
    ) async throws -> any Channel {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.backlog, value: 64)
            .childChannelInitializer { channel in
                CallerCheck.verify(channel).flatMap {
                    open(channel, http, arrivals)
                }.flatMapErrorThrowing { error in
                    if let refused = error as? CallerCheck.Refused {
                        logger.warning(
                            "caller refused", metadata: ["caller.user": "\(refused.user)"])
                    }
                    throw error
                }
            }
            .withBoundSocket(socket.descriptor)
            .get()
        listener.closeFuture.whenComplete { _ in arrivals.finish() }
        return listener
    }

    private func open(
        _ channel: any Channel, _ http: HTTP1Channel,
        _ arrivals: AsyncStream<Connection>.Continuation
    ) -> EventLoopFuture<Void> {
        guard traffic.connectionOpened() else {
            logger.warning("too many connections")
            return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        channel.closeFuture.whenComplete { _ in traffic.connectionClosed() }
        return http.setup(channel: channel, logger: logger).map { connection in
            if case .terminated = arrivals.yield(connection) {
                // We are stopping. The value has to live until the channel is closed.
                channel.closeFuture.whenComplete { _ in _ = connection }
                channel.close(promise: nil)
            }
        }
    }

    private func serve(_ connections: AsyncStream<Connection>, with http: HTTP1Channel) async {
        await withDiscardingTaskGroup { group in
            for await connection in connections {
                group.addTask {
                    await serve(connection, with: http)
                }
            }
            await finishRequests()
            group.cancelAll()
        }
    }

    /// Serves one connection until either side hangs up; a caller who hangs up cancels its request.
    private func serve(_ connection: Connection, with http: HTTP1Channel) async {
        let (hangUp, signal) = AsyncStream.makeStream(of: Never.self)
        connection.channel.closeFuture.whenComplete { _ in signal.finish() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await http.handle(value: connection, logger: logger) }
            group.addTask { for await _ in hangUp {} }
            await group.next()
            group.cancelAll()
        }
    }

    /// Gives requests that are being answered some time; does nothing when the task is cancelled.
    private func finishRequests() async {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: settings.stoppingTime)
        while traffic.requests > 0, clock.now < deadline, !Task.isCancelled {
            try? await clock.sleep(for: .milliseconds(10))
        }
    }
}
