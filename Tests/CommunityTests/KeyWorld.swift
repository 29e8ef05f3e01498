import Community
import Keys
import Ledger
import TestKit
import Wire

/// People with a device each, in a workplace with one community that isn't open; everything that
/// they write is really sealed, and each of them opens what their own keys open.
final class KeyWorld {
    struct Device {
        let signing: SigningKey
        let agreement: AgreementKey
        let founding: Bytes
        let person: PersonID
        let card: DeviceCard
        var keyrings: [SpaceID: Keyring] = [:]
        var logs: [SpaceID: LogWriter] = [:]
        /// Numbers of the commits that arrived.
        var received: Set<Int> = []
        var spoiled: Set<Bytes> = []
        /// Each space has a clock of its own, as on a node.
        var lamports: [SpaceID: UInt64] = [:]
        /// In which capacity it writes.
        var role = LogRole.computer
    }

    var generator: SeededGenerator
    let workplace: SpaceID
    let circle: SpaceID
    let isListed: Bool
    /// The keys that were in use when somebody was set aside.
    var barred: [SpaceID: Set<EpochID>] = [:]
    var devices: [Device] = []
    /// The communities that everybody's node knows to have decided to be open.
    var decidedOpenings: Set<SpaceID> = []
    private(set) var commits: [(space: SpaceID, run: Run)] = []

    /// Everybody is in the workplace; the circle is the first person's.
    init(seed: UInt64, people: Int, isListed: Bool = false) throws {
        generator = SeededGenerator(seed: seed)
        self.isListed = isListed
        for _ in 0..<people { devices.append(Self.device(&generator)) }
        let founder = devices[0].card.device
        let (founding, workplace) = Founding.space(
            kind: .workplace, founder: founder, workplace: nil, using: &generator)
        let (second, circle) = Founding.space(
            kind: .community, founder: founder, workplace: workplace, using: &generator)
        self.workplace = workplace
        self.circle = circle
        let key = EpochKey.generate(space: workplace, generation: 1, using: &generator)
        for index in devices.indices {
            devices[index].keyrings[workplace] = Keyring(space: workplace, [key])
            devices[index].keyrings[circle] = Keyring(space: circle)
        }
        let introduction = try Compose.introduction(
            personFounding: devices[0].founding, name: "Person 0", deviceLabel: "laptop")
        write(
            try Compose.workplace(founding: founding, name: "Works", introduction: introduction),
            by: 0, in: workplace)
        for index in devices.indices.dropFirst() {
            write(Compose.vouch(personFounding: devices[index].founding), by: 0, in: workplace)
        }
        let first = EpochKey.generate(space: circle, generation: 1, using: &generator)
        devices[0].keyrings[circle]?.insert(first)
        let closed = try Compose.closedCommunity(
            name: "Works council", isListed: isListed, founding: second, key: first,
            for: [devices[0].card], using: &generator)
        if !closed.workplace.isEmpty { write(closed.workplace, by: 0, in: workplace) }
        if !closed.community.isEmpty { write(closed.community, by: 0, in: circle) }
        deliverAll()
    }

    private static func device(_ generator: inout SeededGenerator) -> Device {
        let signing = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        let card = DeviceCard.make(device: signing, agreement: agreement)
        let (founding, person) = Founding.person(device: card, using: &generator)
        return Device(
            signing: signing, agreement: agreement, founding: founding, person: person, card: card)
    }

    var home: SpaceID { isListed ? workplace : circle }

    // MARK: Writing

    /// Writes one commit; gives its number.
    @discardableResult
    func write(
        _ operations: [Operation], by index: Int, in space: SpaceID, under epoch: EpochID? = nil
    ) -> Int? {
        let directory = directory(of: index)
        var device = devices[index]
        guard let keyring = device.keyrings[space],
            let key = epoch.flatMap({ keyring[$0] })
                ?? directory.writingKey(
                    in: keyring, barred: barred[space, default: []])
        else { return nil }
        var writer =
            device.logs[space] ?? LogWriter(space: space, key: .generate(using: &generator))
        var operations = operations
        if writer.head.length == 0 {
            operations.insert(
                .binding(
                    LogBinding.make(
                        space: space, log: writer.log, person: device.person,
                        device: device.signing, role: device.role)), at: 0)
        }
        let lamport = device.lamports[space, default: 0] + 1
        device.lamports[space] = lamport
        let body = CommitBody(
            lamport: lamport, wallClock: Int64(lamport), operations: operations)
        guard
            let run = try? writer.append(
                [body], keyring: Keyring(space: space, [key]), using: &generator,
                isPermanent: { $0.mustStay(in: space == workplace ? .workplace : .community) }
            ).first
        else { return nil }
        device.logs[space] = writer
        device.received.insert(commits.count)
        devices[index] = device
        commits.append((space, run))
        return commits.count - 1
    }

    /// Hands a random part of everything to everybody.
    func deliverSome() {
        for index in devices.indices {
            for number in commits.indices where Int.random(in: 0..<3, using: &generator) == 0 {
                devices[index].received.insert(number)
            }
        }
    }

    func deliverAll() {
        for index in devices.indices { devices[index].received = Set(commits.indices) }
    }

    // MARK: Reading

    /// What a device can open of a commit; learns nothing from it.
    func open(_ number: Int, by index: Int) -> OpenedCommit? {
        let (space, run) = commits[number]
        guard let keyring = devices[index].keyrings[space], let commit = run.commits.first else {
            return nil
        }
        return try? CommitOpener(keyring).open(log: run.log, sequence: run.first, commit).get()
    }

    /// What a device understands; it takes every key out of what it can open, until none is new.
    func directory(of index: Int) -> Directory {
        while true {
            var replica = Replica(workplace: workplace)
            var lamports = devices[index].lamports
            for number in devices[index].received.shuffled(using: &generator) {
                guard let opened = open(number, by: index) else { continue }
                let space = commits[number].space
                lamports[space] = max(lamports[space, default: 0], opened.body.lamport)
                replica.apply(opened, in: space)
            }
            devices[index].lamports = lamports
            let directory = Directory(replica)
            guard learn(from: directory, index) else { return directory }
        }
    }

    private func learn(from directory: Directory, _ index: Int) -> Bool {
        var device = devices[index]
        var hasLearned = false
        for (space, state) in directory.keyStates {
            guard let keyring = device.keyrings[space] else { continue }
            let keys = KeySealer.open(
                state, for: device.card.device, with: device.agreement, beside: keyring,
                spoiled: &device.spoiled)
            for key in keys where device.keyrings[space]?.insert(key) == true { hasLearned = true }
        }
        devices[index] = device
        return hasLearned
    }

    // MARK: Acting

    func record(by index: Int) -> RecordID? {
        directory(of: index).community(of: circle)?.record
    }

    /// A member lets somebody in, with boxes and a letter.
    func invite(_ guest: Int, by index: Int, token: Bytes16? = nil) {
        let directory = directory(of: index)
        guard let state = directory.keyStates[circle],
            directory.community(of: circle)?.isMember(devices[index].person) == true,
            let keyring = devices[index].keyrings[circle]
        else { return }
        let sealings = KeySealer.statements(
            of: state, from: keyring, in: home, for: [devices[guest].card],
            by: devices[index].card.device, using: &generator)
        let admission = Compose.admission(of: devices[guest].person, token: token)
        if isListed {
            write(admission, by: index, in: circle)
            write(sealings, by: index, in: workplace)
        } else {
            write(admission + sealings, by: index, in: circle)
            for key in keyring.all { devices[guest].keyrings[circle]?.insert(key) }
        }
    }

    /// Says of oneself that one is in or not.
    func enter(_ isIn: Bool, _ index: Int) {
        guard let record = record(by: index) else { return }
        let operations = isIn ? Compose.join(community: record) : Compose.leave(community: record)
        write(operations, by: index, in: home)
    }

    /// The key that a device would write with.
    func keyInUse(by index: Int, in space: SpaceID) -> EpochKey? {
        let directory = directory(of: index)
        return devices[index].keyrings[space].flatMap {
            directory.writingKey(in: $0, barred: barred[space, default: []])
        }
    }

    /// Leaves the workplace.
    func depart(_ index: Int) {
        let ends = devices[index].logs[workplace].map {
            [LogEnd(log: $0.log, length: $0.head.length)]
        }
        write(
            [
                .statement(
                    .departed(
                        Departure(
                            person: devices[index].person, words: .keepName, ends: ends ?? [])))
            ], by: index, in: workplace)
    }

    func keeper(_ index: Int) -> KeyKeeper {
        let directory = directory(of: index)
        return KeyKeeper(
            directory, device: devices[index].card.device, keyrings: devices[index].keyrings,
            barred: barred, decidedOpenings: decidedOpenings)
    }

    /// Does what a device has to do; gives how many duties there were.
    @discardableResult
    func work(_ index: Int, except: Set<KeyDuty.Kind> = []) -> Int {
        let keeper = keeper(index)
        let duties = keeper.duties().map(\.duty).filter { !except.contains($0.kind) }
        for duty in duties {
            for writing in keeper.discharge(duty, using: &generator) {
                for commit in writing.commits {
                    write(commit, by: index, in: writing.home, under: writing.epoch)
                }
            }
        }
        return duties.count
    }

    /// Lets everybody work until nobody has anything to do; `false` if that never comes.
    func settle(except: Set<KeyDuty.Kind> = [], rounds: Int = 30) -> Bool {
        for _ in 0..<rounds {
            deliverAll()
            var count = 0
            for index in devices.indices.shuffled(using: &generator) {
                count += work(index, except: except)
            }
            if count == 0 { return true }
        }
        return false
    }
}
