internal import Foundation
internal import HummingbirdCore
public import Languages
public import LocalProtocol
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
public import Web

/// The HTTP server of the pages that everybody on the local network may read.
///
/// It listens while a ``GatewayControl`` says so, on all addresses that the plan admits, and answers
/// nothing but `GET` and `HEAD`. Whoever asks is a stranger: every length, time and number is bounded
/// by ``Settings``.
public struct GatewayServer: Service {
    /// Limits of our own choice: generous for people with telephones, small for the machine.
    public struct Settings: Sendable {
        /// Most connections at one time.
        public var connectionLimit = 64
        /// Most connections at one time from one source.
        public var connectionsPerSource = 12
        /// A connection on which nothing is asked is closed after this time.
        public var idleTimeout = Duration.seconds(10)
        /// Every connection is closed after this time, whatever happens on it.
        public var lifetime = Duration.seconds(30)
        /// Most headers of a request.
        public var headerLimit = 64
        /// Most bytes of one header of a request, and of all of them.
        public var headerBytesLimit = 8 << 10
        /// Requests that one source may make at once; the style sheet counts as well.
        public var requestBurst = 60
        /// Requests a second that one source may make in the long run.
        public var requestsPerSecond = 4.0
        /// Sources of which the number of requests is remembered.
        public var sourceLimit = 2_048
        /// Pages that are made at one time: strangers get no more of the computer than that.
        public var pagesAtOnce = 2
        /// How long a request waits for its turn.
        public var patience = Duration.seconds(2)

        /// Creates the usual settings.
        public init() {}
    }

    typealias Connection = HTTP1Channel.Value

    /// A connection with what answers it.
    private struct Arrival: Sendable {
        let connection: Connection
        let http: HTTP1Channel
    }

    private let control: any GatewayControl
    private let site: Site
    private let settings: Settings
    private let logger: Logger
    private let language: @Sendable (String) -> Language
    private let traffic: GatewayTraffic

    /// Creates a server that listens once it is run and told to.
    ///
    /// - Parameters:
    ///   - control: Says when and how to listen, and is told what became of it.
    ///   - site: The pages.
    ///   - settings: Limits.
    ///   - logger: Where failures are logged; never who asked for what.
    ///   - language: Chooses the language of pages by a request's header `Accept-Language`.
    public init(
        control: any GatewayControl, site: Site, settings: Settings = Settings(), logger: Logger,
        language: @escaping @Sendable (String) -> Language = { _ in .english }
    ) {
        self.control = control
        self.site = site
        self.settings = settings
        self.logger = logger
        self.language = language
        traffic = GatewayTraffic(settings)
    }

    /// Serves until the task is cancelled or a graceful shutdown begins.
    public func run() async throws {
        let (arrivals, arrive) = AsyncStream.makeStream(of: Arrival.self)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await serve(arrivals) }
            await followPlans(arrive)
            arrive.finish()
            traffic.closeAll()
            group.cancelAll()
        }
    }

    // MARK: Listening

    private func followPlans(_ arrive: AsyncStream<Arrival>.Continuation) async {
        var listeners: [any Channel] = []
        for await plan in control.gatewayPlans.cancelOnGracefulShutdown() {
            await close(listeners)
            listeners = []
            guard let plan else {
                control.gatewayBecame(.shut)
                continue
            }
            do {
                listeners = try await listen(plan, arrive)
                let port = listeners.first?.localAddress?.port ?? 0
                control.gatewayBecame(.open(port: UInt16(clamping: port)))
            } catch {
                logger.warning("the gateway can't listen", metadata: ["error": "\(error)"])
                control.gatewayBecame(.failed(reason: Self.reason(error, plan.port)))
            }
        }
        await close(listeners)
    }

    private func close(_ listeners: [any Channel]) async {
        for listener in listeners {
            // One that is closed already is what we want.
            try? await listener.close()
        }
        traffic.closeAll()
    }

    private static func reason(_ error: any Error, _ port: UInt16) -> String {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: say("TCP port \(String(port)) is taken by another program")
        case EACCES: say("TCP port \(String(port)) is for root alone")
        case let number?: ErrorNumber.text(number)
        case nil: String(describing: error)
        }
    }

    private func listen(
        _ plan: GatewayPlan, _ arrive: AsyncStream<Arrival>.Continuation
    ) async throws -> [any Channel] {
        let http = http(plan)
        let first = try await bind("0.0.0.0", plan.port, plan, http, arrive)
        let port = UInt16(clamping: first.localAddress?.port ?? 0)
        do {
            return [first, try await bind("::", port, plan, http, arrive)]
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            try? await first.close()
            throw error
        } catch {
            // A machine without IPv6 listens on IPv4 alone.
            return [first]
        }
    }

    private func http(_ plan: GatewayPlan) -> HTTP1Channel {
        let responder = GatewayResponder(
            site: site, names: Set(plan.names), traffic: traffic, patience: settings.patience,
            language: language)
        return HTTP1Channel(
            responder: { request, writer, channel in
                try await responder.respond(to: request, with: writer, on: channel)
            },
            configuration: HTTP1Channel.Configuration(
                idleTimeout: TimeAmount(settings.idleTimeout),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: settings.headerBytesLimit,
                    maxHeaderListSize: settings.headerBytesLimit,
                    maxHeaderFieldCount: settings.headerLimit)))
    }

    private func bind(
        _ host: String, _ port: UInt16, _ plan: GatewayPlan, _ http: HTTP1Channel,
        _ arrive: AsyncStream<Arrival>.Continuation
    ) async throws -> any Channel {
        let isIPv4 = host == "0.0.0.0"
        var bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 64)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Accepted sockets inherit it; the listener answers SYN with it.
            .serverChannelOption(
                ChannelOptions.Types.SocketOption(
                    level: isIPv4 ? .ip : .ipv6,
                    name: .init(rawValue: isIPv4 ? IP_TTL : IPV6_UNICAST_HOPS)),
                value: SocketOptionValue(plan.hopLimit))
        if !isIPv4 {
            bootstrap = bootstrap.serverChannelOption(
                ChannelOptions.Types.SocketOption(
                    level: .ipv6, name: .init(rawValue: IPV6_V6ONLY)), value: 1)
        }
        return try await bootstrap.childChannelInitializer { channel in
            accept(channel, plan, http, arrive)
        }.bind(host: host, port: Int(port)).get()
    }

    private func accept(
        _ channel: any Channel, _ plan: GatewayPlan, _ http: HTTP1Channel,
        _ arrive: AsyncStream<Arrival>.Continuation
    ) -> EventLoopFuture<Void> {
        guard let remote = InternetAddress.end(channel.remoteAddress),
            let local = InternetAddress.end(channel.localAddress),
            plan.admits(remote, local),
            let source = GatewayTraffic.Source(channel.remoteAddress),
            traffic.opened(channel, from: source)
        else { return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
        let end = channel.eventLoop.scheduleTask(in: TimeAmount(settings.lifetime)) {
            channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in
            end.cancel()
            traffic.closed(channel)
        }
        return http.setup(channel: channel, logger: logger).map { connection in
            if case .terminated = arrive.yield(Arrival(connection: connection, http: http)) {
                // We are stopping. The value has to live until the channel is closed.
                channel.closeFuture.whenComplete { _ in _ = connection }
                channel.close(promise: nil)
            }
        }
    }

    // MARK: Serving

    private func serve(_ arrivals: AsyncStream<Arrival>) async {
        await withDiscardingTaskGroup { group in
            for await arrival in arrivals {
                group.addTask { await serve(arrival) }
            }
            group.cancelAll()
        }
    }

    /// Serves one connection until either side hangs up; whoever hangs up gets no page made.
    private func serve(_ arrival: Arrival) async {
        let (hangUp, signal) = AsyncStream.makeStream(of: Never.self)
        arrival.connection.channel.closeFuture.whenComplete { _ in signal.finish() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await arrival.http.handle(value: arrival.connection, logger: logger) }
            group.addTask { for await _ in hangUp {} }
            await group.next()
            group.cancelAll()
        }
    }
}
