internal import NIOCore
internal import NIOPosix
internal import Synchronization
internal import Wire

/// Asks all responders of a link and counts who answers.
///
/// The question comes from a port other than 5353, so each answer comes to that port alone
/// (RFC 6762, section 6.7) and nothing of this disturbs the responder of this machine.
enum MulticastProbe {
    /// How long answers are waited for: responders delay theirs by up to half a second.
    private static let patience: TimeAmount = .milliseconds(1_200)
    /// Answers that are counted at most.
    private static let answers = 1_024

    /// Two questions in the form of RFC 1035, section 4: for the service types of the link, which
    /// each responder with a service answers, and for the address of this machine.
    static func question(hostName: String) -> Bytes {
        let host = String(hostName.prefix { $0 != "." })
        let types = name(["_services", "_dns-sd", "_udp", "local"]) + [0, 12, 0, 1]
        guard (1...63).contains(host.utf8.count) else {
            return [0x48, 0x45, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] + types
        }
        let address = name([host, "local"]) + [0, 1, 0, 1]
        return [0x48, 0x45, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0] + types + address
    }

    private static func name(_ labels: [String]) -> Bytes {
        var name = Bytes()
        for label in labels {
            name.append(UInt8(clamping: label.utf8.count))
            name.append(contentsOf: label.utf8)
        }
        return name + [0]
    }

    /// Sends the question from an IPv4 address of an interface.
    static func run(
        _ interface: NetworkInterface, from source: NumericAddress, hostName: String,
        on group: any EventLoopGroup
    ) async -> NetworkFact {
        let counter = AnswerCounter(limit: answers)
        do {
            let channel = try await DatagramBootstrap(group: group)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(AnswerHandler(counter))
                    }
                }
                // The kernel sends multicast on the interface that has the source address.
                .bind(host: source.text, port: 0).get()
            let target = try SocketAddress(ipAddress: "224.0.0.251", port: 5_353)
            let packet = AddressedEnvelope(
                remoteAddress: target, data: ByteBuffer(bytes: question(hostName: hostName)))
            do {
                try await channel.writeAndFlush(packet).get()
                try await channel.eventLoop.scheduleTask(in: patience) {}.futureResult.get()
                try await channel.close()
            } catch {
                try? await channel.close()
                throw error
            }
        } catch {
            return .multicastNotSent(interface: interface.name, Sockets.error(error))
        }
        let ours = Set(interface.addresses.map(\.address.text))
        let sources = counter.sources
        return .multicast(
            interface: interface.name, answeredHere: !sources.isDisjoint(with: ours),
            others: sources.subtracting(ours).count)
    }
}

/// The addresses that answered.
private final class AnswerCounter: Sendable {
    private let limit: Int
    private let state = Mutex<Set<String>>([])

    init(limit: Int) { self.limit = limit }

    var sources: Set<String> { state.withLock(\.self) }

    func insert(_ source: String) {
        state.withLock { if $0.count < limit { $0.insert(source) } }
    }
}

private final class AnswerHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>

    private let counter: AnswerCounter

    init(_ counter: AnswerCounter) { self.counter = counter }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let source = Sockets.address(unwrapInboundIn(data).remoteAddress) {
            counter.insert(source.host)
        }
    }
}
