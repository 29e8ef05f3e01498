import Community
import Keys
import Ledger
import TestKit
import Wire

/// A workplace whose people add, lose and recover devices, leave and come back, honestly or not.
///
/// Every device sees only what reached it. What it writes names what it has seen, as a node does;
/// a hostile one names what it likes. Nothing is decided here: commits are handed to a ``Replica``.
struct Society {
    /// One step of a history; random in its details, so that steps can be left out.
    enum Step: CustomStringConvertible {
        /// A device hears everything that another one has.
        case hear(Int, from: Int)
        /// A device says something.
        case say(Int, Saying, about: Int)

        var description: String {
            switch self {
            case .hear(let device, let other): "device \(device) hears device \(other)"
            case .say(let device, let saying, let other):
                "device \(device) says \(saying) about device \(other)"
            }
        }
    }

    /// What a device can say about another one or its person.
    enum Saying: CaseIterable {
        case vouch, addDevice, addSheet, revoke, departOneself, saysDeparted, confirmDeparture
        case present, recover, release, name
        /// The same with false ends, an old clock or for somebody else.
        case hostileRevoke, hostileDepart, hostileRecover, hostileAdd
    }

    /// A computer or sheet.
    struct Device {
        let person: Int
        let key: SigningKey
        let card: DeviceCard
        var log: SigningKey
        var length: UInt64 = 0
        var clock: UInt64 = 0
        /// How many commits of each log reached it.
        var seen: [LogID: UInt64] = [:]
        /// In which capacity its logs are bound.
        var role = LogRole.computer
    }

    struct Person {
        let founding: Bytes
        let id: PersonID
    }

    let workplace: SpaceID
    let door: SigningKey
    var people: [Person] = []
    var devices: [Device] = []
    /// Every commit, by log and then by sequence.
    var commits: [LogID: [OpenedCommit]] = [:]
    var generator: SeededGenerator

    /// Person 0 founds the workplace and has let the others in; everybody has heard of it.
    init(people count: Int, seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        door = SigningKey.generate(using: &generator)
        var founders: [(Person, SigningKey, DeviceCard)] = []
        for _ in 0..<count {
            let (key, card) = Self.device(&generator)
            let (founding, id) = Founding.person(device: card, using: &generator)
            founders.append((Person(founding: founding, id: id), key, card))
        }
        let founding = SpaceFounding(
            kind: .workplace, founder: founders[0].2.device,
            nonce: Bytes32(words: (1, 2, 3, seed)), workplace: nil, doorKey: door.publicKey
        ).encoded()
        workplace = Founding.spaceID(of: founding)
        for (index, (person, key, card)) in founders.enumerated() {
            people.append(person)
            devices.append(
                Device(
                    person: index, key: key, card: card,
                    log: SigningKey.generate(using: &generator)))
        }
        write(
            [.spaceFounded(founding: founding), .personFounded(founding: people[0].founding)]
                + people.dropFirst().map { .vouch(founding: $0.founding, how: .shortCode) },
            by: 0)
        for index in devices.indices { hear(index, from: 0) }
    }

    static func device(
        _ generator: inout SeededGenerator
    ) -> (SigningKey, DeviceCard) {
        let key = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        return (key, DeviceCard.make(device: key, agreement: agreement))
    }

    // MARK: Writing and hearing

    /// Writes one commit; by default with the clock that an honest device has.
    mutating func write(_ statements: [Statement], by index: Int, clock: UInt64? = nil) {
        devices[index].length += 1
        devices[index].clock += 1
        let device = devices[index]
        let log = LogID(raw: device.log.publicKey)
        var operations = statements.map(Operation.statement)
        if device.length == 1 {
            operations.insert(
                .binding(
                    LogBinding.make(
                        space: workplace, log: log, person: people[device.person].id,
                        device: device.key, role: device.role)), at: 0)
        }
        commits[log, default: []].append(
            OpenedCommit(
                log: log, sequence: device.length, epoch: EpochID(raw: Bytes8(word: 1)),
                body: CommitBody(
                    lamport: clock ?? device.clock, wallClock: 0, operations: operations),
                plaintextBytes: 0))
        devices[index].seen[log] = device.length
    }

    /// A device goes on in a new log.
    mutating func freshLog(of index: Int) {
        devices[index].log = SigningKey.generate(using: &generator)
        devices[index].length = 0
    }

    mutating func hear(_ index: Int, from other: Int) {
        devices[index].seen.merge(devices[other].seen) { max($0, $1) }
        devices[index].clock = max(devices[index].clock, devices[other].clock)
    }

    /// The ends that a device knows of the logs of another device or of all of a person's.
    func ends(ofPerson person: Int, for index: Int) -> [LogEnd] {
        devices.filter { $0.person == person }.map { LogID(raw: $0.log.publicKey) }
            .compactMap { log in devices[index].seen[log].map { LogEnd(log: log, length: $0) } }
    }

    func ends(ofDevice other: Int, for index: Int) -> [LogEnd] {
        let log = LogID(raw: devices[other].log.publicKey)
        return devices[index].seen[log].map { [LogEnd(log: log, length: $0)] } ?? []
    }

    func log(of index: Int) -> LogID { LogID(raw: devices[index].log.publicKey) }

    /// Everything that was ever written.
    var all: [OpenedCommit] { commits.values.flatMap { $0 } }

    /// What commits mean.
    func verdicts(_ commits: [OpenedCommit]) -> Verdicts {
        var replica = Replica(workplace: workplace)
        for commit in commits { replica.apply(commit, in: workplace) }
        return replica.verdicts()
    }

    var membership: Membership { verdicts(all).membership }
}

// MARK: Steps

extension Society {
    /// Random steps; the numbers are reduced to what exists when they are carried out.
    static func steps(_ count: Int, _ generator: inout SeededGenerator) -> [Step] {
        (0..<count).map { _ in
            let device = Int.random(in: 0..<64, using: &generator)
            let other = Int.random(in: 0..<64, using: &generator)
            if Int.random(in: 0..<2, using: &generator) == 0 {
                return .hear(device, from: other)
            }
            return .say(
                device, Saying.allCases.randomElement(using: &generator) ?? .name, about: other)
        }
    }

    mutating func take(_ steps: [Step]) {
        for step in steps {
            switch step {
            case .hear(let device, let other):
                hear(device % devices.count, from: other % devices.count)
            case .say(let device, let saying, let other):
                say(saying, by: device % devices.count, about: other % devices.count)
            }
        }
    }

    mutating func say(_ saying: Saying, by index: Int, about other: Int) {
        let person = devices[index].person
        let target = devices[other].person
        switch saying {
        case .vouch:
            write([.vouch(founding: people[target].founding, how: .verified)], by: index)
        case .addDevice, .addSheet: addDevice(to: person, by: index, isSheet: saying == .addSheet)
        case .revoke:
            let revoked = devices[other].card.device
            write(
                [.deviceRevoked(device: revoked, ends: ends(ofDevice: other, for: index))],
                by: index)
        case .departOneself: depart(person, by: index, ends: ends(ofPerson: person, for: index))
        case .saysDeparted: depart(target, by: index, ends: ends(ofPerson: target, for: index))
        case .confirmDeparture: write([.departureConfirmed(people[target].id)], by: index)
        case .present, .name: write([.present], by: index)
        case .recover: recover(target, by: index, ends: ends(ofPerson: target, for: index))
        case .release: write([.logsEnded(ends(ofPerson: target, for: index))], by: index)
        case .hostileRevoke:
            write(
                [.deviceRevoked(device: devices[other].card.device, ends: [])], by: index, clock: 2)
        case .hostileDepart: depart(target, by: index, ends: [], clock: 2)
        case .hostileRecover: recover(target, by: index, ends: [], clock: 2)
        case .hostileAdd: addDevice(to: person, by: index, isSheet: true, clock: 2)
        }
    }

    mutating func depart(_ person: Int, by index: Int, ends: [LogEnd], clock: UInt64? = nil) {
        write(
            [.departed(Departure(person: people[person].id, words: .keepName, ends: ends))],
            by: index, clock: clock)
    }

    @discardableResult
    mutating func addDevice(
        to person: Int, by index: Int, isSheet: Bool = false, clock: UInt64? = nil
    ) -> Int {
        let (key, card) = Self.device(&generator)
        let acceptance = DeviceAcceptance.make(
            device: key, for: people[person].id, in: workplace)
        write(
            [
                .deviceAdded(
                    DeviceAddition(
                        card: card, use: isSheet ? .sheet : .computer, acceptance: acceptance))
            ], by: index, clock: clock)
        devices.append(
            Device(
                person: person, key: key, card: card,
                log: SigningKey.generate(using: &generator)))
        hear(devices.count - 1, from: index)
        return devices.count - 1
    }

    /// The first word brings the new device; a second colleague's word names the same one.
    @discardableResult
    mutating func recover(
        _ person: Int, by index: Int, ends: [LogEnd], clock: UInt64? = nil, card: Int? = nil
    ) -> Int {
        let known =
            card ?? devices.indices.last { fresh.contains($0) && devices[$0].person == person }
        let device =
            known
            ?? {
                let (key, card) = Self.device(&generator)
                devices.append(
                    Device(
                        person: person, key: key, card: card,
                        log: SigningKey.generate(using: &generator)))
                hear(devices.count - 1, from: index)
                return devices.count - 1
            }()
        let acceptance = DeviceAcceptance.make(
            device: devices[device].key, for: people[person].id, in: workplace)
        write(
            [
                .personRecovered(
                    Recovery(
                        person: people[person].id, card: devices[device].card,
                        acceptance: acceptance, ends: ends))
            ], by: index, clock: clock)
        return device
    }

    /// Devices that wrote nothing yet.
    private var fresh: Set<Int> { Set(devices.indices.filter { devices[$0].length == 0 }) }
}
