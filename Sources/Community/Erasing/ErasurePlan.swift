public import Ledger
public import Wire

/// A commit of one's own, and the hash by which the chain holds it.
public struct OwnCommit: Equatable, Sendable {
    /// The commit.
    public let commit: OpenedCommit
    /// The hash of its payload.
    public let payloadHash: Bytes32

    /// Pairs both.
    public init(commit: OpenedCommit, payloadHash: Bytes32) {
        self.commit = commit
        self.payloadHash = payloadHash
    }
}

extension OpenedCommit {
    /// The records that it brings into being, with the indexes of the operations.
    public var created: [(index: UInt32, record: RecordID)] {
        let names = OperationNaming.ids(log: log, sequence: sequence, count: body.operations.count)
        return body.operations.enumerated().compactMap { index, operation in
            guard case .create = operation else { return nil }
            return (UInt32(index), names[index])
        }
    }

    /// The records that it writes to, without those that it brings into being.
    public var written: Set<RecordID> {
        Set(
            body.operations.compactMap { operation in
                switch operation {
                case .set(let record, _), .setPersonal(let record, _), .add(let record, _),
                    .remove(let record, _, _), .edit(let record, _):
                    record
                case .binding, .create, .statement, .unknown: nil
                }
            })
    }

    /// Whether it brings any of these records into being or writes to one.
    public func touches(_ records: Set<RecordID>) -> Bool {
        created.contains { records.contains($0.record) } || !written.isDisjoint(with: records)
    }
}

/// What has to go so that records are gone: every commit of their author that touches them.
public struct ErasurePlan: Equatable, Sendable {
    /// Why records can't be taken back.
    public enum Obstacle: Error, Equatable, Sendable {
        /// No commit of this log brings the record into being: it was written elsewhere.
        case writtenElsewhere
        /// Others rely on something that stands in the same commit.
        case permanent
        /// More commits than one statement may name.
        case tooMany(commits: Int, limit: Int)
    }

    /// The commits, in order.
    public let commits: [OwnCommit]
    /// Other records that came into being in the same commits, sorted: they go, too.
    public let companions: [RecordID]
    /// Other records that the author wrote to in the same commits, sorted: those writes go, too.
    public let alsoWritten: [RecordID]

    /// Plans.
    ///
    /// - Parameters:
    ///   - record: What shall go.
    ///   - commits: Every commit of the author's log that touches it, in order.
    public init(
        erasing record: RecordID, with commits: [OwnCommit]
    ) throws(Obstacle) {
        let created = Set(commits.flatMap { $0.commit.created.map(\.record) })
        guard created.contains(record) else { throw .writtenElsewhere }
        try self.init([record], created, commits)
    }

    /// Plans for what is left of records that the same person took back from another device.
    public init(
        following records: Set<RecordID>, with commits: [OwnCommit]
    ) throws(Obstacle) {
        try self.init(records, Set(commits.flatMap { $0.commit.created.map(\.record) }), commits)
    }

    private init(
        _ records: Set<RecordID>, _ created: Set<RecordID>, _ commits: [OwnCommit]
    ) throws(Obstacle) {
        guard !commits.contains(where: \.commit.isPermanent) else { throw .permanent }
        guard commits.count <= Limits.erasures else {
            throw .tooMany(commits: commits.count, limit: Limits.erasures)
        }
        self.commits = commits
        companions = created.subtracting(records).sorted()
        alsoWritten = Set(commits.flatMap(\.commit.written)).subtracting(created)
            .subtracting(records).sorted()
    }
}

extension Compose {
    /// Takes back commits of the log that this is written into.
    public static func wordsErased(_ commits: [ErasedCommit]) -> [Operation] {
        [.statement(.wordsErased(commits))]
    }

    /// Says that nothing is left here of what these statements take back.
    public static func erasureApplied(_ statements: [OperationID]) -> [Operation] {
        stride(from: 0, to: statements.count, by: Limits.erasures).map { start in
            .statement(
                .erasureApplied(
                    Array(statements[start..<min(start + Limits.erasures, statements.count)])))
        }
    }
}
