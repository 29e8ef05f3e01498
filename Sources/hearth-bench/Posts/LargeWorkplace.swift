internal import Community
internal import Keys
internal import Ledger
internal import Wire

/// A workplace with many members whose key was changed often, as opened commits of its space.
struct LargeWorkplace {
    /// The workplace.
    let space: SpaceID
    /// The commits, in an order in which they could arrive.
    private(set) var commits: [OpenedCommit] = []

    private var generator = SeededGenerator(seed: 200)
    private var logs: [Int: (key: SigningKey, length: UInt64)] = [:]
    private var members: [Member] = []

    private struct Member {
        let device: SigningKey
        let card: DeviceCard
        let founding: Bytes
        let person: PersonID
    }

    /// Writes its history: everybody is let in by the founder and introduces themselves, then the
    /// key changes again and again, each time sealed for all.
    init(members count: Int = 200, rotations: Int = 50) throws {
        for _ in 0..<count {
            let device = SigningKey.generate(using: &generator)
            let card = DeviceCard.make(
                device: device, agreement: AgreementKey.generate(using: &generator))
            let (founding, person) = Founding.person(device: card, using: &generator)
            members.append(
                Member(device: device, card: card, founding: founding, person: person))
        }
        let (founding, space) = Founding.space(
            kind: .workplace, founder: members[0].card.device, workplace: nil, using: &generator)
        self.space = space
        for (index, member) in members.enumerated() {
            let introduction = try Compose.introduction(
                personFounding: member.founding, name: "Member \(index)", deviceLabel: "laptop")
            if index == 0 {
                write(
                    try Compose.workplace(
                        founding: founding, name: "Works", introduction: introduction), by: 0)
            } else {
                write(Compose.vouch(personFounding: member.founding), by: 0)
                write(introduction, by: index)
            }
        }
        for rotation in 0..<rotations {
            let key = EpochKey.generate(
                space: space, generation: UInt64(rotation) + 2, using: &generator)
            let operations = KeySealer.statements(
                sealing: key, for: members.map(\.card), using: &generator)
            for commit in KeySealer.commits(operations) { write(commit, by: rotation % count) }
        }
    }

    /// Takes all commits in and draws the directory, as a node does when it starts.
    func fold() -> Directory {
        var replica = Replica(workplace: space)
        for commit in commits { replica.apply(commit, in: space) }
        return Directory(replica)
    }

    private mutating func write(_ operations: [Operation], by index: Int) {
        var (key, length) = logs[index] ?? (SigningKey.generate(using: &generator), 0)
        let log = LogID(raw: key.publicKey)
        length += 1
        logs[index] = (key, length)
        var operations = operations
        if length == 1 {
            operations.insert(
                .binding(
                    LogBinding.make(
                        space: space, log: log, person: members[index].person,
                        device: members[index].device)), at: 0)
        }
        let lamport = UInt64(commits.count) + 1
        commits.append(
            OpenedCommit(
                log: log, sequence: length, epoch: EpochID(raw: Bytes8(word: 1)),
                body: CommitBody(
                    lamport: lamport, wallClock: Int64(lamport) * 1_000, operations: operations),
                plaintextBytes: 0))
    }
}
