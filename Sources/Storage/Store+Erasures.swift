public import Community
internal import GRDB
internal import Ledger
internal import Synchronization
public import Wire

/// A statement by which words were taken back, as this node has it.
public struct StoredErasure: Equatable, Sendable {
    /// The space.
    public let space: SpaceID
    /// What was taken back, by whom, and where it is done.
    public let words: WordsTakenBack
    /// The author's clock in milliseconds since 1970.
    public let written: Int64
}

extension Store {
    /// The words that were taken back, the newest last.
    ///
    /// - Parameter person: Whose; `nil` for everybody's.
    public func erasures(
        by person: PersonID? = nil, in space: SpaceID? = nil
    ) async throws(StorageError) -> [StoredErasure] {
        try await read { database in
            try Self.wordsTakenBack(in: space, database)
                .filter { person == nil || $0.words.writer.person == person }
                .sorted { ($0.written, $0.words.statement) < ($1.written, $1.words.statement) }
        }
    }

    /// Who took a record back, and when; `nil` for one that is there or was never heard of.
    public func erasure(of record: RecordID) async throws(StorageError) -> StoredErasure? {
        try await read { database in
            let isHere = try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM record WHERE high = ? AND low = ?)",
                arguments: [record.high, record.low])
            guard isHere != true else { return nil }
            return try Self.wordsTakenBack(in: nil, database, having: record).first
        }
    }

    /// The records that were taken back and are not here any more, in no order.
    public func erasedRecords() async throws(StorageError) -> [RecordID] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT e.high, e.low FROM erased_record AS e
                    WHERE NOT EXISTS (
                        SELECT 1 FROM record AS r WHERE r.high = e.high AND r.low = e.low)
                    """
            ).compactMap { RecordID($0, "high", "low") }
        }
    }

    /// By space and statement, as dumps have them.
    static func wordsTakenBack(
        in space: SpaceID?, _ database: Database, having record: RecordID? = nil
    ) throws -> [StoredErasure] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT e.high, e.low, e.space, e.written, s.id AS space_id, w.device,
                    p.id AS person_id
                FROM erasure AS e JOIN space AS s ON s.number = e.space
                JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                JOIN known_person AS p ON p.number = w.person
                WHERE (?1 IS NULL OR s.id = ?1) AND (?2 IS NULL OR EXISTS (
                    SELECT 1 FROM erased_record AS r
                    WHERE r.erasure_high = e.high AND r.erasure_low = e.low
                        AND r.space = e.space AND r.high = ?2 AND r.low = ?3))
                ORDER BY s.id, e.high < 0, e.high, e.low < 0, e.low
                """,
            arguments: [space?.bytes.blob, record?.high, record?.low])
        return try rows.compactMap { row in
            guard let statement = OperationID(row, "high", "low"),
                let space = SpaceID(row.bytes(named: "space_id")),
                let person = PersonID(row.bytes(named: "person_id")),
                let device = DeviceID(row.bytes(named: "device"))
            else { return nil }
            let place: StatementArguments = [
                row["high"] as Int64, row["low"] as Int64, row["space"] as Int64,
            ]
            return StoredErasure(
                space: space,
                words: WordsTakenBack(
                    statement: statement, writer: Writer(person: person, device: device),
                    records: try records(place, database),
                    devices: try devices(place, database)),
                written: row["written"])
        }
    }

    private static func records(
        _ statement: StatementArguments, _ database: Database
    ) throws -> [RecordID] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT high, low FROM erased_record
                WHERE erasure_high = ? AND erasure_low = ? AND space = ?
                """, arguments: statement
        ).compactMap { RecordID($0, "high", "low") }.sorted()
    }

    private static func devices(
        _ statement: StatementArguments, _ database: Database
    ) throws -> [DeviceID] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT w.device FROM erasure_receipt AS e
                JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                WHERE e.high = ? AND e.low = ? AND e.space = ?
                """, arguments: statement)
        return rows.compactMap { DeviceID($0.bytes(0)) }.sorted()
    }
}

extension Store {
    // MARK: One's own commits

    /// The commits of the log that this node writes in a space that touch any of these records.
    ///
    /// - Parameter device: A device whose key this node keeps, for its log; `nil` for the node's own.
    /// - Returns: The commits with the hashes of their payloads, in order; none without a log.
    public func ownCommits(
        touching records: Set<RecordID>, in id: SpaceID, by device: DeviceID? = nil
    ) async throws(StorageError) -> [OwnCommit] {
        let space = state.withLock { $0.spaces[id] }
        guard let space, let pen = space.pen(of: device), let log = space.logs[pen.log] else {
            return []
        }
        return try await readLog { database in
            let opener = CommitOpener(space.keyring)
            var found: [OwnCommit] = []
            var sequence: UInt64 = 0
            try LogTables(database).visit(log, from: 1) { stored in
                sequence += 1
                let opened = opener.open(log: log.id, sequence: sequence, stored.commit)
                if case .success(let commit) = opened, commit.touches(records) {
                    let hash = Chain.payloadHash(stored.commit.content)
                    found.append(OwnCommit(commit: commit, payloadHash: hash))
                }
                return true
            }
            return found
        }
    }

    /// Signs, with the log that this node writes in a space, that payloads are to be erased.
    ///
    /// - Parameter device: A device whose key this node keeps, for its log; `nil` for the node's own.
    /// - Throws: ``StorageError/noWriter``, or ``StorageError/notPermitted(_:)`` for the first
    ///   commit of a log.
    public func erasedCommits(
        _ commits: [OwnCommit], in id: SpaceID, by device: DeviceID? = nil
    ) throws(StorageError) -> [ErasedCommit] {
        guard let pen = state.withLock({ $0.spaces[id]?.pen(of: device) }) else { throw .noWriter }
        var erased: [ErasedCommit] = []
        for own in commits {
            do {
                let signature = try Erasure.sign(
                    space: id, sequence: own.commit.sequence, payloadHash: own.payloadHash,
                    key: pen.key)
                erased.append(
                    ErasedCommit(
                        sequence: own.commit.sequence, payloadHash: own.payloadHash,
                        signature: signature, records: own.commit.created.map(\.index)))
            } catch {
                throw .notPermitted("the first commit of a log can't be erased")
            }
        }
        return erased
    }
}
