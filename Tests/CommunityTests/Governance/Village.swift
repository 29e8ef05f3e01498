import Community
import Histories
import Keys
import Ledger
import Merge
import TestKit
import Wire

/// People who ask, edit, flag, blur, take roles and leave, each on a node of their own that knows
/// only what it was told when it met another.
///
/// What they do follows from a script whose steps can be left out one by one, for shrinking. Beside
/// the commits it notes what was done as plain facts, from which a test computes by itself what the
/// state must be.
struct Village {
    /// One step of a script; the numbers are taken modulo what there is.
    struct Step: CustomStringConvertible {
        enum Kind: CaseIterable {
            case ask, edit, forge, flag, withdraw, blur, take, askFor, accept, layDown, leave,
                join, meet
        }
        let kind: Kind
        let node: Int
        let choice: Int

        var description: String { "\(kind) by node \(node), choice \(choice)" }

        static func random(_ generator: inout SeededGenerator) -> Step {
            let weighted: [Kind] =
                Kind.allCases + [.ask, .edit, .forge, .forge, .forge]
                + [.flag, .flag, .flag, .flag, .flag, .meet, .meet]
            return Step(
                kind: weighted.randomElement(using: &generator) ?? .meet,
                node: Int.random(in: 0..<Village.nodeCount, using: &generator),
                choice: Int.random(in: 0..<10_000, using: &generator))
        }
    }

    struct Commit {
        let space: SpaceID
        let commit: OpenedCommit
    }

    /// What was done, in plain words.
    struct Facts {
        struct Edit {
            let item: RecordID
            let person: Int
            let operation: OperationID
            let stamp: WriteStamp
            let text: String
        }
        struct Flagging {
            let record: RecordID
            let item: RecordID
            let person: Int
            let version: OperationID
            var isWithdrawn = false
        }
        struct Term {
            let record: RecordID
            let kind: RoleKind
            let person: Int
            let from: Int64
            let until: Int64
            /// By stamp.
            var answers: [(stamp: WriteStamp, isYes: Bool)] = []
        }
        var authors: [RecordID: Int] = [:]
        var edits: [Edit] = []
        var flags: [Flagging] = []
        var terms: [Term] = []
        var memberships: [Int: [(stamp: WriteStamp, isIn: Bool)]] = [:]
        var forgeries = 0
    }

    struct Node {
        let person: Int
        var logs: [SpaceID: (key: SigningKey, length: UInt64)] = [:]
        var known: [Commit] = []
        var seen: Set<OperationID> = []
        var replica: Replica
        var lamport: UInt64 = 1
    }

    static let personCount = 7
    /// The first person writes on two nodes: two logs, one voice.
    static let nodeCount = personCount + 1
    static let hour: Int64 = 3_600_000

    let workplace: SpaceID
    let community: SpaceID
    private(set) var people: [History.Author]
    private(set) var nodes: [Node] = []
    private(set) var facts = Facts()
    private(set) var communityRecord: RecordID
    private var generator: SeededGenerator
    private var clock: Int64 = 0

    init(_ script: [Step], seed: UInt64) throws {
        var history = try History(seed: seed, people: Self.personCount)
        for author in history.authors.dropFirst() {
            history.write(
                Compose.vouch(personFounding: author.founding), by: 0, in: history.workplace)
        }
        workplace = history.workplace
        community = history.community
        people = history.authors
        generator = history.generator
        var start = Replica(workplace: history.workplace)
        for (space, commit) in history.commits { start.apply(commit, in: space) }
        communityRecord = Directory(start).communities[0].record
        let commits = history.commits.map { Commit(space: $0.space, commit: $0.commit) }
        for number in 0..<Self.nodeCount {
            var node = Node(person: number % Self.personCount, replica: start)
            node.known = commits
            node.seen = Set(commits.map { Self.name($0.commit) })
            node.lamport = (commits.map(\.commit.body.lamport).max() ?? 0) + 1
            nodes.append(node)
        }
        // The founder's log of the workplace goes on where the history left it.
        nodes[0].logs = history.authors[0].logs
        facts.memberships[0] = [(WriteStamp.zero, true)]
        for number in 1..<Self.personCount { join(number) }
        for number in 1..<Self.nodeCount { meet(0, number) }
        for number in 1..<Self.nodeCount { meet(0, number) }
        for step in script { try take(step) }
    }

    /// Everything that anybody wrote.
    var everything: [Commit] {
        var seen: Set<OperationID> = []
        return nodes.flatMap(\.known).filter { seen.insert(Self.name($0.commit)).inserted }
    }

    /// A fold over everything in some order, some of it twice.
    func shuffledReplica(_ generator: inout SeededGenerator) -> Replica {
        var replica = Replica(workplace: workplace)
        let commits = everything.shuffled(using: &generator)
        for commit in commits + commits.prefix(commits.count / 3) {
            replica.apply(commit.commit, in: commit.space)
        }
        return replica
    }

    /// The later end of all that was written, in milliseconds since 1970.
    var now: Int64 { clock }

    static func name(_ commit: OpenedCommit) -> OperationID {
        OperationNaming.id(log: commit.log, sequence: commit.sequence, index: 0)
    }
}

extension WriteStamp {
    static var zero: WriteStamp {
        WriteStamp(
            lamport: 0, writer: LogID(raw: Bytes32(words: (0, 0, 0, 0))), sequence: 0, index: 0)
    }
}

extension Village {
    // MARK: Writing

    /// Writes operations as one commit; gives the name and the stamp of each.
    @discardableResult
    mutating func write(
        _ operations: [Operation], on number: Int, in space: SpaceID
    ) -> [(name: OperationID, stamp: WriteStamp)] {
        let person = people[nodes[number].person]
        var (key, length) =
            nodes[number].logs[space] ?? (SigningKey.generate(using: &generator), 0)
        let log = LogID(raw: key.publicKey)
        length += 1
        nodes[number].logs[space] = (key, length)
        nodes[number].lamport += 1
        clock += Self.hour
        var all = operations
        if length == 1 {
            all.insert(
                .binding(
                    LogBinding.make(
                        space: space, log: log, person: person.person, device: person.device)),
                at: 0)
        }
        let lamport = nodes[number].lamport
        let commit = OpenedCommit(
            log: log, sequence: length, epoch: EpochID(raw: Bytes8(word: 1)),
            body: CommitBody(lamport: lamport, wallClock: clock, operations: all),
            plaintextBytes: 0)
        learn([Commit(space: space, commit: commit)], number)
        return (all.count - operations.count..<all.count).map { index in
            (
                OperationNaming.id(log: log, sequence: length, index: index),
                WriteStamp(lamport: lamport, writer: log, sequence: length, index: index)
            )
        }
    }

    private mutating func learn(_ commits: [Commit], _ number: Int) {
        for commit in commits where nodes[number].seen.insert(Self.name(commit.commit)).inserted {
            nodes[number].known.append(commit)
            nodes[number].replica.apply(commit.commit, in: commit.space)
            nodes[number].lamport = max(nodes[number].lamport, commit.commit.body.lamport)
        }
    }

    /// Two nodes tell each other all they know.
    mutating func meet(_ one: Int, _ other: Int) {
        guard one != other else { return }
        learn(nodes[other].known, one)
        learn(nodes[one].known, other)
    }

    private mutating func join(_ number: Int) {
        let done = write(Compose.join(community: communityRecord), on: number, in: workplace)
        facts.memberships[nodes[number].person, default: []].append((done[0].stamp, true))
    }

    private mutating func leave(_ number: Int) {
        let done = write(Compose.leave(community: communityRecord), on: number, in: workplace)
        facts.memberships[nodes[number].person, default: []].append((done[0].stamp, false))
    }

    // MARK: Steps

    private mutating func take(_ step: Step) throws {
        let number = step.node % Self.nodeCount
        switch step.kind {
        case .ask: try ask(on: number)
        case .edit, .forge: try edit(step, on: number)
        case .flag: try flag(step, on: number)
        case .withdraw: try withdraw(step, on: number)
        case .blur:
            guard let item = item(step.choice, on: number) else { return }
            write(
                try Compose.blur(item, version: item, reason: .safety), on: number, in: community)
        case .take, .askFor: try takeRole(step, on: number)
        case .accept, .layDown: try answer(step, on: number)
        case .leave: leave(number)
        case .join: join(number)
        case .meet: meet(number, step.choice % Self.nodeCount)
        }
    }

    /// One of the items that a node knows.
    private func item(_ choice: Int, on number: Int) -> RecordID? {
        let known = facts.authors.keys.sorted().filter {
            nodes[number].replica.version(of: $0, in: community) != nil
        }
        return known.isEmpty ? nil : known[choice % known.count]
    }

    private mutating func ask(on number: Int) throws {
        let person = nodes[number].person
        let text = "p\(person) asks"
        let done = write(
            try Compose.question(title: text, body: text), on: number, in: community)[0]
        facts.authors[done.name] = person
        facts.edits.append(
            Facts.Edit(
                item: done.name, person: person, operation: done.name, stamp: done.stamp,
                text: text))
    }

    /// Writes a text into an item: the author's own, or, against the rules, somebody else's.
    private mutating func edit(_ step: Step, on number: Int) throws {
        let person = nodes[number].person
        guard let item = item(step.choice, on: number) else { return }
        let isOwn = facts.authors[item] == person
        guard isOwn == (step.kind == .edit) else { return }
        let text = "p\(person) writes \(clock)"
        let done = write(
            try Compose.edit("body", to: .text(text), of: item, kind: Schema.question),
            on: number, in: community)[0]
        if !isOwn { facts.forgeries += 1 }
        facts.edits.append(
            Facts.Edit(
                item: item, person: person, operation: done.name, stamp: done.stamp, text: text))
    }

    private mutating func flag(_ step: Step, on number: Int) throws {
        guard let item = item(step.choice / 7, on: number),
            let version = nodes[number].replica.version(of: item, in: community)
        else { return }
        let done = write(
            try Compose.flag(
                item, version: version,
                reason: FlagReason.allCases[step.choice % FlagReason.allCases.count]),
            on: number, in: community)[0]
        facts.flags.append(
            Facts.Flagging(
                record: done.name, item: item, person: nodes[number].person, version: version))
    }

    /// Withdraws any flag that the node knows; only its author's word counts.
    private mutating func withdraw(_ step: Step, on number: Int) throws {
        let known = facts.flags.indices.filter {
            nodes[number].replica.version(of: facts.flags[$0].record, in: community) != nil
        }
        guard !known.isEmpty else { return }
        let index = known[step.choice % known.count]
        write(
            try Compose.withdraw(flag: facts.flags[index].record), on: number, in: community)
        if facts.flags[index].person == nodes[number].person {
            facts.flags[index].isWithdrawn = true
        }
    }

    private mutating func takeRole(_ step: Step, on number: Int) throws {
        let kind = RoleKind.allCases[step.choice % RoleKind.allCases.count]
        let own = nodes[number].person
        let other = step.choice / 5 % Self.personCount
        let isOwn = step.kind == .take || other == own
        let until = clock + Int64(step.choice % 400) * 24 * Self.hour
        let from = clock
        let done = write(
            try Compose.role(
                kind, asked: isOwn ? nil : people[other].person, from: from, until: until),
            on: number, in: community)[0]
        var term = Facts.Term(
            record: done.name, kind: kind, person: isOwn ? own : other, from: from, until: until)
        if isOwn { term.answers = [(done.stamp, true)] }
        facts.terms.append(term)
    }

    /// Answers for any role that the node knows; only the word of whom it is for counts.
    private mutating func answer(_ step: Step, on number: Int) throws {
        let known = facts.terms.indices.filter {
            nodes[number].replica.version(of: facts.terms[$0].record, in: community) != nil
        }
        guard !known.isEmpty else { return }
        let index = known[step.choice % known.count]
        let isYes = step.kind == .accept
        let record = facts.terms[index].record
        let done = write(
            isYes ? try Compose.acceptRole(record) : try Compose.layDownRole(record), on: number,
            in: community)[0]
        if facts.terms[index].person == nodes[number].person {
            facts.terms[index].answers.append((done.stamp, isYes))
        }
    }
}
