import Engine
import Keys
import Ledger
import SecureChannel
import TestKit
import Testing
import Wire

/// One node under test, its clock, and what it wanted so far.
struct Stage {
    let identity: LocalIdentity
    let home: SpaceID
    let community: SpaceID
    var node: Node
    var now = Instant(nanoseconds: 1_000_000_000)
    var generator: SeededGenerator
    /// All effects but sends, since they were taken.
    var effects: [Effect] = []
    private var acceptedCount: UInt64 = 0
    private(set) var timer: Instant?

    init(seed: UInt64 = 1, settings: Settings = Settings()) throws {
        generator = SeededGenerator(seed: seed)
        home = try #require(SpaceID(generator.bytes(32)))
        community = try #require(SpaceID(generator.bytes(32)))
        let networkKey = SecretBytes(copying: generator.bytes(32))
        identity = try Stage.identity(home, networkKey, using: &generator)
        node = Node(identity: identity, settings: settings, generator: generator)
        _ = handle(.addressesChanged([Address(host: "10.0.0.1", port: 7117)]))
        _ = handle(.spaceOpened(home, Frontier()))
        _ = handle(.spaceOpened(community, Frontier()))
        _ = handle(.started)
        effects = []
    }

    static func identity(
        _ home: SpaceID, _ networkKey: SecretBytes, using generator: inout SeededGenerator
    ) throws -> LocalIdentity {
        LocalIdentity(
            person: try #require(PersonID(generator.bytes(32))),
            device: .generate(using: &generator), agreement: .generate(using: &generator),
            workplace: home, networkKey: networkKey)
    }

    /// Somebody else of the same workplace.
    mutating func colleague() throws -> LocalIdentity {
        try Stage.identity(home, identity.networkKey, using: &generator)
    }

    /// A colleague whose device id is smaller, or larger, than the node's.
    mutating func colleague(isSmaller: Bool) throws -> LocalIdentity {
        while true {
            let other = try colleague()
            if (other.deviceID < identity.deviceID) == isSmaller { return other }
        }
    }

    /// Lets the node see an event; returns the bytes that it sends, by connection.
    @discardableResult
    mutating func handle(_ event: Event) -> [(ConnectionID, Bytes)] {
        var sent: [(ConnectionID, Bytes)] = []
        for effect in node.handle(event, at: now, wallClock: 1_800_000_000_000) {
            switch effect {
            case .send(let id, let bytes): sent.append((id, bytes))
            case .setTimer(let instant):
                timer = instant
                effects.append(effect)
            default: effects.append(effect)
            }
        }
        return sent
    }

    /// Lets time pass and rings the timer whenever it is due.
    mutating func pass(_ duration: Duration, puppets: inout [Puppet]) throws {
        let end = now + duration
        while let due = timer, due <= end {
            now = max(now, due)
            timer = nil
            try deliver(handle(.timer), to: &puppets)
        }
        now = end
    }

    mutating func pass(_ duration: Duration) {
        var nobody: [Puppet] = []
        try? pass(duration, puppets: &nobody)
    }

    // MARK: Puppets

    mutating func nextAccepted() -> ConnectionID {
        acceptedCount += 1
        return ConnectionID(accepted: acceptedCount)
    }

    /// Hands bytes to puppets, and their handshake answers back, until all is quiet.
    mutating func deliver(_ sent: [(ConnectionID, Bytes)], to puppets: inout [Puppet]) throws {
        var parcels = sent
        while !parcels.isEmpty {
            let (id, bytes) = parcels.removeFirst()
            guard let index = puppets.firstIndex(where: { $0.connection == id }) else { continue }
            for answer in try puppets[index].receive(bytes) {
                parcels += handle(.received(id, answer))
            }
        }
        for effect in effects {
            guard case .close(let id) = effect,
                let index = puppets.firstIndex(where: { $0.connection == id })
            else { continue }
            puppets[index].isClosed = true
        }
    }

    mutating func say(_ message: SessionMessage, _ puppet: inout Puppet) throws {
        try say(bytes: try puppet.seal(message), &puppet)
    }

    mutating func say(bytes: Bytes, _ puppet: inout Puppet) throws {
        var puppets = [puppet]
        try deliver(handle(.received(puppet.connection, bytes)), to: &puppets)
        puppet = puppets[0]
    }

    /// Connects a puppet to the node and carries the handshake through; nothing is proved yet.
    mutating func connect(
        _ identity: LocalIdentity, networkKey: SecretBytes? = nil, host: String = "10.0.0.9"
    ) throws -> Puppet {
        let id = nextAccepted()
        var puppet = Puppet(identity, over: id, networkKey: networkKey, using: &generator)
        handle(.accepted(id, from: Address(host: host, port: 40_000)))
        for bytes in puppet.start() { try say(bytes: bytes, &puppet) }
        return puppet
    }

    /// Connects a puppet, proves it and says hello with these spaces.
    mutating func greet(_ identity: LocalIdentity, spaces: [SpaceID]) throws -> Puppet {
        var puppet = try connect(identity)
        try say(.proof(try puppet.proof()), &puppet)
        try say(.hello(puppet.hello(spaces)), &puppet)
        return puppet
    }

    /// A member of the workplace in a session, in sync in both spaces.
    mutating func meetMember(_ identity: LocalIdentity) throws -> Puppet {
        let member = Member(device: identity.deviceID, person: identity.person, name: "Ada")
        handle(.membersChanged([member], removed: []))
        var puppet = try greet(identity, spaces: [home, community])
        for space in [home, community] {
            try say(
                .offer(Offer(space: puppet.tag(of: space), digest: Frontier().digest)), &puppet)
        }
        puppet.inbox = []
        effects = []
        return puppet
    }

    /// The node dials the puppet's address and the puppet answers.
    mutating func answerDial(_ identity: LocalIdentity) throws -> Puppet {
        let id = try #require(dials.first?.0)
        effects = []
        var puppets = [Puppet(identity, over: id, using: &generator)]
        try deliver(handle(.connected(id)), to: &puppets)
        return puppets[0]
    }

    /// Lets the node see the service of a device.
    mutating func sight(_ addresses: [Address], instance: String = "abcdefgh") {
        let tag = DiscoveryName.tag(of: instance, networkKey: identity.networkKey)
        handle(.sighted(Sighting(instance: instance, tag: tag, addresses: addresses)))
    }

    // MARK: What it wanted

    var dials: [(ConnectionID, Address)] {
        effects.compactMap {
            if case .dial(let id, let address) = $0 { (id, address) } else { nil }
        }
    }

    var closed: [ConnectionID] {
        effects.compactMap { if case .close(let id) = $0 { id } else { nil } }
    }

    var notes: [Diagnostic] {
        effects.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    var ingests: [(token: UInt64, runs: [Run])] {
        effects.compactMap {
            if case .ingest(let token, _, _, let runs) = $0 { (token, runs) } else { nil }
        }
    }

    var endings: [Ending] {
        notes.compactMap { if case .ended(_, _, let ending) = $0 { ending } else { nil } }
    }
}
