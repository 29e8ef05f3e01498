import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// A person with several devices that may contradict each other, and logs of any clock.
struct Household {
    /// A device with what it needs to write and to be added.
    struct Device {
        let signing: SigningKey
        let card: DeviceCard
        var id: DeviceID { card.device }
    }

    /// A log of its own, so that a writer can claim any clock.
    struct Pen {
        let key: SigningKey
        var length: UInt64 = 0
        var id: LogID { LogID(raw: key.publicKey) }
    }

    private var generator: SeededGenerator
    private var commits: [OpenedCommit] = []
    let first: Device
    let person: PersonID
    let founding: Bytes
    let workplace: SpaceID
    private var pens: [DeviceID: Pen] = [:]

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        first = Self.device(&generator)
        (founding, person) = Founding.person(device: first.card, using: &generator)
        let (space, workplace) = Founding.space(
            kind: .workplace, founder: first.id, workplace: nil, using: &generator)
        self.workplace = workplace
        self.generator = generator
        write(
            try Compose.workplace(
                founding: space, name: "Works",
                introduction: try Compose.introduction(
                    personFounding: founding, name: "Ada", deviceLabel: "desk")),
            by: first, at: 1)
    }

    private static func device(_ generator: inout SeededGenerator) -> Device {
        let signing = SigningKey.generate(using: &generator)
        return Device(
            signing: signing,
            card: .make(device: signing, agreement: AgreementKey.generate(using: &generator)))
    }

    /// A device that nobody has added yet.
    mutating func newDevice() -> Device { Self.device(&generator) }

    /// What adds a device.
    func addition(_ device: Device, use: DeviceUse = .computer) -> [Operation] {
        Compose.addition(
            device.card, use: use,
            acceptance: DeviceAcceptance.make(
                device: device.signing, for: person, in: workplace))
    }

    /// Writes a commit into the device's log, with any clock.
    @discardableResult
    mutating func write(
        _ operations: [Operation], by device: Device, at lamport: UInt64,
        as person: PersonID? = nil, anew: Bool = false
    ) -> LogEnd {
        var pen = pens[device.id] ?? Pen(key: SigningKey.generate(using: &generator))
        if anew { pen = Pen(key: SigningKey.generate(using: &generator)) }
        pen.length += 1
        pens[device.id] = pen
        var operations = operations
        if pen.length == 1 {
            operations.insert(
                .binding(
                    LogBinding.make(
                        space: workplace, log: pen.id, person: person ?? self.person,
                        device: device.signing)), at: 0)
        }
        commits.append(
            OpenedCommit(
                log: pen.id, sequence: pen.length, epoch: EpochID(raw: Bytes8(word: 1)),
                body: CommitBody(
                    lamport: lamport, wallClock: Int64(lamport), operations: operations),
                plaintextBytes: 0))
        return LogEnd(log: pen.id, length: pen.length)
    }

    /// The membership, after the commits came in any order.
    mutating func membership() -> Membership {
        var replica = Replica(workplace: workplace)
        for commit in commits.shuffled(using: &generator) { replica.apply(commit, in: workplace) }
        return replica.verdicts().membership
    }

    /// Which of some devices are in.
    mutating func areIn(_ devices: [Device]) -> [Bool] {
        let known = membership().person(person)?.devices ?? []
        return devices.map { device in
            known.contains { $0.card.device == device.id && $0.isIn }
        }
    }
}

@Suite("Which device is heard first")
struct SeniorityTests {
    // A thief with the newest device adds one that claims to be old. Bites: were the claimed clock
    // believed, the thief's device would be heard before the owner's second one; the last line
    // shows that with the clock of an addition that is genuinely older.
    @Test("a device is no older than the one that added it, whatever clock it claims")
    func backdated() throws {
        for seed in 1...20 {
            var house = try Household(seed: UInt64(seed))
            let (second, thief, planted) = (
                house.newDevice(), house.newDevice(), house.newDevice()
            )
            house.write(house.addition(second), by: house.first, at: 10)
            house.write(house.addition(thief), by: house.first, at: 20)
            let start = house.write([], by: second, at: 21)
            let before = house.write([], by: thief, at: 22)
            house.write(house.addition(planted), by: thief, at: 2, anew: true)
            house.write(
                Compose.revocation(of: second.id, ends: [start]), by: planted, at: 3)
            house.write(Compose.revocation(of: thief.id, ends: [before]), by: second, at: 40)
            #expect(
                house.areIn([house.first, second, thief, planted]) == [true, true, false, false])
        }
        var house = try Household(seed: 99)
        let (second, older) = (house.newDevice(), house.newDevice())
        house.write(house.addition(older), by: house.first, at: 2)
        house.write(house.addition(second), by: house.first, at: 10)
        let start = house.write([], by: second, at: 21)
        let other = house.write([], by: older, at: 22)
        house.write(Compose.revocation(of: second.id, ends: [start]), by: older, at: 41)
        house.write(Compose.revocation(of: older.id, ends: [other]), by: second, at: 40)
        #expect(house.areIn([second, older]) == [false, true])
    }

    // A thief with the newer device makes a sheet. Bites: the first half is the same history, but
    // for who made the sheet, and there it puts the desk out.
    @Test("a sheet speaks before the device that made it, and never before an older one")
    func sheets() throws {
        for isThiefs in [false, true] {
            var house = try Household(seed: isThiefs ? 1 : 2)
            let (laptop, sheet) = (house.newDevice(), house.newDevice())
            house.write(house.addition(laptop), by: house.first, at: 10)
            let before = house.write([], by: laptop, at: 12)
            house.write(
                house.addition(sheet, use: .sheet), by: isThiefs ? laptop : house.first, at: 13)
            let desk = house.write([], by: house.first, at: 14)
            house.write(
                Compose.revocation(of: house.first.id, ends: [desk]), by: sheet, at: 16)
            house.write(
                Compose.revocation(of: laptop.id, ends: [before]), by: house.first, at: 15)
            #expect(
                house.areIn([house.first, laptop, sheet])
                    == (isThiefs ? [true, false, false] : [false, true, true]))
        }
    }

    @Test("what a node does by itself doesn't show that its person is here; a word does")
    func presence() throws {
        var house = try Household(seed: 3)
        var others: [(Household.Device, PersonID)] = []
        for _ in 0..<3 {
            let device = house.newDevice()
            var generator = SeededGenerator(seed: UInt64(others.count) + 50)
            let (founding, person) = Founding.person(device: device.card, using: &generator)
            house.write(Compose.vouch(personFounding: founding), by: house.first, at: 2)
            others.append((device, person))
        }
        let (gus, gone) = others[0]
        house.write([], by: gus, at: 3, as: gone)
        for (device, person) in others.dropFirst() {
            let word = Departure(person: gone, words: .unknown, ends: [])
            house.write([.statement(.departed(word))], by: device, at: 10, as: person)
        }
        #expect(house.membership().pendingDepartures.map(\.speakers.count) == [2])
        let sealing = KeySealing(
            generation: 2, epoch: EpochID(raw: Bytes8(word: 2)), recipients: [])
        house.write([.statement(.keySealed(sealing))], by: gus, at: 20, as: gone)
        #expect(house.membership().pendingDepartures.map(\.speakers.count) == [2])
        house.write([.statement(.present)], by: gus, at: 21, as: gone)
        #expect(house.membership().pendingDepartures.isEmpty)
        house.write(
            [.statement(.departureConfirmed(gone))], by: others[1].0, at: 30, as: others[1].1)
        #expect(house.membership().isAdmitted(gone))
    }
}
