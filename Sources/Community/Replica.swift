public import Ledger
internal import Merge
public import Wire

/// What a set of commits means, held in memory.
///
/// The meaning is a pure function of the set: commits may come in any order, twice, and in any
/// grouping. Nothing is decided at arrival; every write is kept, and who may write what is judged
/// when the state is asked for. That makes it the measure that the database is held to, and small
/// enough for a workplace's own space to be folded at every start.
public struct Replica: Sendable {
    /// Names a record; a log key that writes into two spaces can give two records one id.
    struct RecordKey: Hashable, Comparable {
        let space: SpaceID
        let record: RecordID

        static func < (left: RecordKey, right: RecordKey) -> Bool {
            (left.space, left.record) < (right.space, right.record)
        }
    }

    /// Names a field of a record.
    struct FieldKey: Hashable {
        let record: RecordKey
        let field: UInt32
    }

    /// A record as it was created.
    struct Created: Sendable {
        let creation: Creation
        let writer: Writer
        let stamp: WriteStamp
        let place: Place
        let wallClock: Int64
    }

    /// Where an operation stands.
    struct Place: Hashable, Comparable {
        let space: SpaceID
        let log: LogID
        let sequence: UInt64
        let index: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.space, left.log, left.sequence, left.index) < (
                right.space, right.log, right.sequence, right.index
            )
        }
    }

    /// Who wrote something, and when.
    struct Write: Hashable, Sendable {
        let writer: Writer
        let stamp: WriteStamp
        let place: Place
        let wallClock: Int64
    }

    struct LogKey: Hashable {
        let space: SpaceID
        let log: LogID
    }

    /// Who writes a log, as far as its first commit is here.
    enum LogState: Sendable {
        /// The first commit is not here yet; these wait for it.
        case waiting([OpenedCommit])
        /// The binding is genuine.
        case bound(Writer)
        /// The first commit has no genuine binding: nothing of the log is applied.
        case void
    }

    /// An operation that breaks a rule of the schema.
    struct Refused: Hashable {
        let place: Place
        let refusal: Refusal
    }

    /// The workplace.
    public let workplace: SpaceID
    /// What is known of the workplace's people.
    private(set) var evidence: Evidence
    /// What is known of spaces and keys.
    private(set) var spaceEvidence = SpaceEvidence()
    private(set) var records: [RecordKey: Created] = [:]
    private(set) var writes: [FieldKey: [(value: Value, write: Write)]] = [:]
    private(set) var personalWrites: [FieldKey: [(value: Value, write: Write)]] = [:]
    private(set) var additions: [FieldKey: [OperationID: (value: Value, write: Write)]] = [:]
    private(set) var removals: [FieldKey: [OperationID: Set<Write>]] = [:]
    private(set) var texts: [FieldKey: [(operation: TextOperation, write: Write)]] = [:]
    private(set) var refused: [Refused] = []
    /// What is known of words that were taken back.
    private(set) var erasures = ErasureEvidence()
    private var logs: [LogKey: LogState] = [:]
    private var seen: [LogKey: Set<UInt64>] = [:]

    /// A replica of a workplace that holds nothing yet.
    public init(workplace: SpaceID) {
        self.workplace = workplace
        evidence = Evidence(workplace: workplace)
    }

    /// Which writings count, as far as what is here tells.
    public func verdicts() -> Verdicts {
        Verdicts(MembershipFold.decide(evidence), spaceEvidence)
    }

    /// Takes in a commit; does nothing for one that was taken in before.
    public mutating func apply(_ commit: OpenedCommit, in space: SpaceID) {
        let key = LogKey(space: space, log: commit.log)
        guard seen[key, default: []].insert(commit.sequence).inserted else { return }
        if commit.sequence == 1 { bind(key, by: commit) }
        switch logs[key, default: .waiting([])] {
        case .waiting(let others): logs[key] = .waiting(others + [commit])
        case .bound(let writer): merge(commit, in: space, by: writer)
        case .void: return
        }
    }

    private mutating func bind(_ key: LogKey, by commit: OpenedCommit) {
        var waiting: [OpenedCommit] = []
        if case .waiting(let others) = logs[key] { waiting = others }
        guard let writer = commit.writer(in: key.space) else {
            logs[key] = .void
            return
        }
        logs[key] = .bound(writer)
        for other in waiting { merge(other, in: key.space, by: writer) }
    }

    private mutating func merge(_ commit: OpenedCommit, in space: SpaceID, by writer: Writer) {
        let home: RecordKind.Home = space == workplace ? .workplace : .community
        if space == workplace {
            evidence.note(
                commit.log, sequence: commit.sequence, lamport: commit.body.lamport, by: writer,
                isAct: commit.body.operations.contains { !$0.isUpkeep })
        } else {
            spaceEvidence.note(commit.log, in: space, by: writer)
        }
        for change in Change.all(of: commit, in: home) {
            let place = Place(
                space: space, log: commit.log, sequence: commit.sequence, index: change.index)
            let stamp = WriteStamp(
                lamport: commit.body.lamport, writer: commit.log, sequence: commit.sequence,
                index: change.index)
            merge(
                change, of: commit, at: place,
                Write(
                    writer: writer, stamp: stamp, place: place,
                    wallClock: commit.body.wallClock))
        }
    }

    private mutating func merge(
        _ change: Change, of commit: OpenedCommit, at place: Place, _ write: Write
    ) {
        func key(_ record: RecordID, _ field: UInt32) -> FieldKey {
            FieldKey(record: RecordKey(space: place.space, record: record), field: field)
        }
        switch change.effect {
        case .create(let creation): create(creation, of: commit, at: place, write)
        case .write(let record, let field):
            writes[key(record, field.number), default: []].append((field.value, write))
        case .writePersonal(let record, let field):
            personalWrites[key(record, field.number), default: []].append((field.value, write))
        case .add(let record, let field, let dot):
            additions[key(record, field.number), default: [:]][dot] = (field.value, write)
        case .remove(let record, let field, let dots):
            for dot in dots {
                removals[key(record, field), default: [:]][dot, default: []].insert(write)
            }
        case .edit(let record, let text):
            texts[key(record, text.field), default: []].append((text, write))
        case .state(let statement):
            let testimony = Testimony(
                statement, by: write.writer, at: write.stamp, sequence: commit.sequence,
                wallClock: commit.body.wallClock, epoch: commit.epoch)
            if place.space == workplace {
                evidence.add(testimony)
            } else {
                erasures.add(statement, at: place, by: write)
            }
            spaceEvidence.add(testimony, in: place.space, of: workplace)
        case .refuse(let refusal): refused.append(Refused(place: place, refusal: refusal))
        }
    }

    private mutating func create(
        _ creation: Creation, of commit: OpenedCommit, at place: Place, _ write: Write
    ) {
        let key = RecordKey(space: place.space, record: creation.record)
        let write = Write(
            writer: write.writer.creating(creation), stamp: write.stamp, place: place,
            wallClock: write.wallClock)
        records[key] = Created(
            creation: creation, writer: write.writer, stamp: write.stamp, place: place,
            wallClock: commit.body.wallClock)
        for field in creation.known(.personal) {
            personalWrites[FieldKey(record: key, field: field.rule.number), default: []].append(
                (field.value, write))
        }
        for field in creation.known(.set) {
            let dot = commit.dot(creation: place.index, place: field.place)
            additions[FieldKey(record: key, field: field.rule.number), default: [:]][dot] =
                (field.value, write)
        }
    }
}

extension OpenedCommit {
    /// Who writes the log that this commit begins; `nil` if its binding is missing or not genuine.
    public func writer(in space: SpaceID) -> Writer? {
        guard sequence == 1, case .binding(let binding) = body.operations.first,
            LogBinding.isValid(binding, space: space, log: log)
        else { return nil }
        return Writer(person: binding.person, device: binding.device, role: binding.role)
    }
}
