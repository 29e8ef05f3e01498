import LocalProtocol
import NIOCore
import NIOPosix
import Phrasebook
import Synchronization
import Web

@testable import LocalAPI

/// Shows one question, and counts what it was asked for.
final class CountingReader: OpenReader {
    private let counter = Mutex(0)
    /// How long an answer takes.
    let delay: Duration

    init(delay: Duration = .zero) { self.delay = delay }

    /// How often anything was asked.
    var asked: Int { counter.withLock { $0 } }

    private func frame() async -> OpenFrame {
        counter.withLock { $0 += 1 }
        // A test that ends cancels whoever waits.
        try? await Task.sleep(for: delay)
        return OpenFrame(workplace: "Plant North", madeAt: FakeService.noon, connected: 1)
    }

    private var digest: Digest {
        Digest(
            workplace: "Plant North", from: FakeService.noon, until: FakeService.noon, sections: [])
    }

    func openFrame() async throws(ServiceError) -> OpenFrame { await frame() }

    func openFront() async throws(ServiceError) -> OpenFront {
        OpenFront(frame: await frame(), communities: [], digest: digest)
    }

    func openCommunity(_ reference: String) async throws(ServiceError) -> OpenCommunityPage {
        throw ServiceError(.notFound, said: "none")
    }

    func openItem(_ code: String) async throws(ServiceError) -> OpenFound {
        guard code == "7F3KD" || code == "Q-7F3KD" else {
            throw ServiceError(.notFound, said: "none")
        }
        let question = OpenPost(
            code: "Q-7F3KD", kind: "question", title: "Which grease?", author: Byline(name: "Dana"),
            writtenAt: FakeService.noon)
        return .item(OpenItem(frame: await frame(), whole: question))
    }

    func openFindings(_ words: String) async throws(ServiceError) -> OpenFindings {
        OpenFindings(frame: await frame(), hits: [])
    }
}

/// Turns a gateway on and off.
final class TestControl: GatewayControl {
    let gatewayPlans: AsyncStream<GatewayPlan?>
    private let plans: AsyncStream<GatewayPlan?>.Continuation
    private let (outcomes, outcome) = AsyncStream.makeStream(of: GatewayOutcome.self)

    init() {
        (gatewayPlans, plans) = AsyncStream.makeStream()
    }

    func gatewayBecame(_ outcome: GatewayOutcome) { self.outcome.yield(outcome) }

    /// Turns the gateway, and waits until that is done.
    func turn(_ plan: GatewayPlan?) async -> GatewayOutcome? {
        plans.yield(plan)
        var iterator = outcomes.makeAsyncIterator()
        return await iterator.next()
    }
}

extension GatewayPlan {
    /// On any free port; of everybody but those whom `admits` keeps out.
    static func testing(
        names: [String] = [],
        admits: @escaping @Sendable (End, End) -> Bool = { _, _ in true }
    ) -> GatewayPlan {
        GatewayPlan(port: 0, names: names, hopLimit: 1, admits: admits)
    }
}

/// Runs a gateway on the loopback interface while `body` runs.
func withGateway(
    _ reader: CountingReader = CountingReader(), plan: GatewayPlan = .testing(),
    settings: GatewayServer.Settings = .init(),
    _ body: @Sendable (_ port: Int, _ control: TestControl) async throws -> Void
) async throws {
    let control = TestControl()
    let server = GatewayServer(
        control: control, site: Site(reader: reader), settings: settings, logger: quietLogger(),
        language: { Phrasebook.language(accepting: $0) })
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        guard case .open(let port)? = await control.turn(plan) else {
            group.cancelAll()
            throw LocalAPIError.system(call: "listen", path: "gateway", number: 0)
        }
        do {
            try await body(Int(port), control)
        } catch {
            group.cancelAll()
            throw error
        }
        group.cancelAll()
        try await group.waitForAll()
    }
}

/// Speaks raw bytes to a TCP port of this computer.
enum WebClient {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Sends bytes and returns all that comes back until the other side hangs up.
    static func exchange(
        _ port: Int, _ text: String, pieces: [String] = [], pause: Duration = .zero
    ) async throws -> RawAnswer {
        var received = ByteBuffer()
        try await connect(port).executeThenClose { inbound, outbound in
            do {
                try await outbound.write(ByteBuffer(string: text))
                for piece in pieces {
                    try await Task.sleep(for: pause)
                    try await outbound.write(ByteBuffer(string: piece))
                }
                for try await piece in inbound { received.writeImmutableBuffer(piece) }
            } catch is IOError {
                // The other side hung up while we were still sending.
            } catch is ChannelError {
                // The same, noticed earlier.
            }
        }
        return RawAnswer(String(buffer: received))
    }

    /// Opens connections that say nothing while `body` runs.
    static func holding(
        _ count: Int, _ port: Int, _ body: @Sendable () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        try await connect(port).executeThenClose { _, outbound in
            // Half a request: the server knows that somebody is there.
            try await outbound.write(ByteBuffer(string: "GET / HTTP/1.1\r\n"))
            try await holding(count - 1, port, body)
        }
    }

    private static func connect(_ port: Int) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// A request as bytes.
    static func request(
        _ start: String, _ headers: [String] = [], host: String? = "127.0.0.1:8427",
        body: String = ""
    ) -> String {
        var lines = [start + " HTTP/1.1", "Connection: close"] + headers
        if let host { lines.append("Host: \(host)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }
}
