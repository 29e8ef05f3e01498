internal import Engine
internal import Keys
internal import Ledger
internal import Wire

/// Two engines with equal replicas and a perfect line between them.
struct EnginePair {
    /// What it took until both knew that they are equal.
    struct Meeting {
        /// Bytes that both sides have sent.
        var bytes: Int
        /// Round trips for the communities, after the workplace.
        var roundTrips: Double
    }

    /// Something on its way.
    private struct Packet {
        let receiver: Int
        let event: Event
    }

    private let spaces: [SpaceID]
    private var nodes: [Node] = []
    private let addresses = ["10.0.0.1", "10.0.0.2"].map { Address(host: $0, port: 7_117) }
    private var now = Instant(nanoseconds: 1_000_000_000)
    private var onTheWay: [Packet] = []
    private var links: [ConnectionID?] = [nil, nil]
    private var alarms: [Instant?] = [nil, nil]
    private var bytes = 0
    private var step = 0
    /// When each side noted that a space is in sync.
    private var agreed: [[SpaceID: Int]] = [[:], [:]]

    /// Makes two nodes of one workplace that hold the same heads of so many logs in each space.
    init(communities: Int, logs: Int, using generator: inout SeededGenerator) throws {
        let networkKey = SecretBytes(copying: randomBytes(32, using: &generator))
        spaces = (0...communities).map { _ in SpaceID(raw: Self.random(&generator)) }
        var identities: [LocalIdentity] = []
        for _ in addresses {
            identities.append(
                LocalIdentity(
                    person: PersonID(raw: Self.random(&generator)),
                    device: .generate(using: &generator), agreement: .generate(using: &generator),
                    workplace: spaces[0], networkKey: networkKey))
        }
        let members = identities.map {
            Member(device: $0.deviceID, person: $0.person, name: "Colleague")
        }
        var frontier = Frontier()
        for _ in 0..<logs {
            frontier.set(
                log: LogID(raw: Self.random(&generator)),
                head: Head(
                    length: UInt64.random(in: 1...100_000, using: &generator),
                    hash: Self.random(&generator)))
        }
        for (number, identity) in identities.enumerated() {
            nodes.append(
                Node(
                    identity: identity, generator: SeededGenerator(seed: generator.next())))
            for space in spaces { deliver(.spaceOpened(space, frontier), to: number) }
            deliver(.membersChanged(members, removed: []), to: number)
            deliver(.addressesChanged([addresses[number]]), to: number)
            deliver(.started, to: number)
        }
    }

    private static func random(_ generator: inout SeededGenerator) -> Bytes32 {
        Bytes32(
            words: (generator.next(), generator.next(), generator.next(), generator.next()))
    }

    /// Lets the first node dial the second, until both know that all is equal.
    func meet() throws -> Meeting {
        var pair = self
        pair.deliver(.staticPeers([addresses[1]]), to: 0)
        while pair.agreed.contains(where: { $0.count < spaces.count }) {
            pair.step += 1
            guard pair.step < 200 else { throw Failed("the two engines do not come to an end") }
            try pair.advance()
        }
        // The last answers count as well, although nobody waits for them.
        while !pair.onTheWay.isEmpty { try pair.advance() }
        let start = pair.agreed[0][spaces[0]] ?? 0
        let end = pair.agreed.flatMap { $0.values }.max() ?? 0
        return Meeting(bytes: pair.bytes, roundTrips: Double(end - start) / 2)
    }

    /// Lets everything arrive that is on its way; if nothing is, lets the next alarm ring.
    private mutating func advance() throws {
        now = now + .milliseconds(1)
        let arriving = onTheWay
        onTheWay = []
        for packet in arriving { deliver(packet.event, to: packet.receiver) }
        guard arriving.isEmpty else { return }
        guard let next = alarms.compactMap({ $0 }).min() else {
            throw Failed("the two engines wait for nothing")
        }
        now = max(now, next)
        for number in nodes.indices {
            guard let alarm = alarms[number], alarm <= now else { continue }
            alarms[number] = nil
            deliver(.timer, to: number)
        }
    }

    private mutating func deliver(_ event: Event, to number: Int) {
        for effect in nodes[number].handle(event, at: now, wallClock: 1_800_000_000_000) {
            carryOut(effect, of: number)
        }
    }

    private mutating func carryOut(_ effect: Effect, of number: Int) {
        let other = 1 - number
        switch effect {
        case .dial(let connection, _):
            guard number == 0, links[0] == nil else { return }
            let accepted = ConnectionID(accepted: 1)
            links = [connection, accepted]
            onTheWay.append(
                Packet(receiver: 1, event: .accepted(accepted, from: addresses[0])))
            onTheWay.append(Packet(receiver: 0, event: .connected(connection)))
        case .send(let connection, let sent):
            guard connection == links[number], let link = links[other] else { return }
            bytes += sent.count
            onTheWay.append(Packet(receiver: other, event: .received(link, sent)))
        case .setTimer(let instant): alarms[number] = instant
        case .note(.inSync(_, let space)):
            agreed[number][space] = agreed[number][space] ?? step
        default: break
        }
    }
}
