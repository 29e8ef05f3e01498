internal import Ledger
public import Wire

/// A statement by which an author took words back, and where that has been done by now.
public struct WordsTakenBack: Equatable, Sendable {
    /// The statement.
    public let statement: OperationID
    /// Whose words, from which device.
    public let writer: Writer
    /// The records that are gone, sorted.
    public let records: [RecordID]
    /// The devices on which nothing of them is left, as they say themselves, sorted; the author's
    /// own is among them only if it says so.
    public let devices: [DeviceID]

    /// Tells of a statement; both lists must be sorted.
    public init(
        statement: OperationID, writer: Writer, records: [RecordID], devices: [DeviceID]
    ) {
        self.statement = statement
        self.writer = writer
        self.records = records
        self.devices = devices
    }
}

extension ErasedCommit {
    /// The records that the commit had created.
    ///
    /// - Parameter log: The log that the commit stands in.
    public func records(in log: LogID) -> [RecordID] {
        records.map { OperationNaming.id(log: log, sequence: sequence, index: Int($0)) }
    }
}

/// What a replica has heard of words that were taken back.
struct ErasureEvidence: Sendable {
    /// A statement and who made it.
    struct Taking: Sendable {
        let write: Replica.Write
        let records: Set<RecordID>
    }

    /// Names a statement in a space.
    struct Key: Hashable, Comparable {
        let space: SpaceID
        let statement: OperationID

        static func < (left: Key, right: Key) -> Bool {
            (left.space, left.statement) < (right.space, right.statement)
        }
    }

    private(set) var takings: [Key: Taking] = [:]
    private(set) var receipts: [Key: [Replica.Write]] = [:]

    /// Takes in a statement; others than those on erasures change nothing.
    mutating func add(_ statement: Statement, at place: Replica.Place, by write: Replica.Write) {
        switch statement {
        case .wordsErased(let commits):
            let name = OperationNaming.id(
                log: place.log, sequence: place.sequence, index: place.index)
            takings[Key(space: place.space, statement: name)] = Taking(
                write: write,
                records: Set(commits.flatMap { $0.records(in: place.log) }))
        case .erasureApplied(let statements):
            for statement in statements {
                receipts[Key(space: place.space, statement: statement), default: []].append(write)
            }
        default: break
        }
    }
}

extension Replica {
    /// The words that were taken back in a space, by the ids of the statements.
    public func wordsTakenBack(in space: SpaceID) -> [WordsTakenBack] {
        takingsThatCount(verdicts()).filter { $0.key.space == space }.map(\.value)
    }

    func takingsThatCount(
        _ verdicts: Verdicts
    ) -> [(key: ErasureEvidence.Key, value: WordsTakenBack)] {
        func counts(_ write: Write, in space: SpaceID) -> Bool {
            verdicts.counts(write.writer, write.stamp, in: space)
        }
        return erasures.takings.sorted { $0.key < $1.key }.compactMap { key, taking in
            guard counts(taking.write, in: key.space) else { return nil }
            let devices = Set(
                erasures.receipts[key, default: []].filter { counts($0, in: key.space) }
                    .map(\.writer.device))
            return (
                key,
                WordsTakenBack(
                    statement: key.statement, writer: taking.write.writer,
                    records: taking.records.sorted(), devices: devices.sorted())
            )
        }
    }
}
