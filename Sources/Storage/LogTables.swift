internal import GRDB
internal import Ledger
internal import Wire

/// The statements that write `log.sqlite`, prepared once a transaction.
struct LogTables {
    private let insertCommit: PreparedStatement
    private let insertLog: PreparedStatement
    private let updateLog: PreparedStatement
    private let selectCommits: PreparedStatement

    init(_ database: Database) throws {
        insertCommit = try PreparedStatement(
            """
            INSERT INTO commits
                (arrival, log, sequence, total, epoch, hash, signature, payload_hash, payload,
                permanent, notice)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        insertLog = try PreparedStatement(
            "INSERT INTO log (number, space, id, length, head) VALUES (?, ?, ?, 0, ?)",
            in: database)
        updateLog = try PreparedStatement(
            "UPDATE log SET length = ?, head = ?, cut = ? WHERE number = ?", in: database)
        selectCommits = try PreparedStatement(
            """
            SELECT epoch, payload_hash, payload, hash, signature, permanent, notice FROM commits
            WHERE log = ? AND sequence >= ? ORDER BY sequence
            """, in: database)
    }

    func insert(
        _ commit: Commit, of log: LogState.Log, arrival: Int64, signature: Bytes64?
    ) throws {
        insertCommit.bind(arrival, at: 1)
        insertCommit.bind(log.number, at: 2)
        insertCommit.bind(log.head.length, at: 3)
        insertCommit.bind(log.total, at: 4)
        insertCommit.bind(commit.epoch.raw.word, at: 5)
        insertCommit.bind(log.head.hash, at: 6)
        if let signature {
            insertCommit.bind(signature, at: 7)
        } else {
            insertCommit.bindNull(at: 7)
        }
        switch commit.content {
        case .payload(let payload):
            insertCommit.bindNull(at: 8)
            insertCommit.bind(payload, at: 9)
            insertCommit.bindNull(at: 11)
        case .erased(let hash, let notice):
            insertCommit.bind(hash, at: 8)
            insertCommit.bindNull(at: 9)
            if let notice {
                insertCommit.bind(notice, at: 11)
            } else {
                insertCommit.bindNull(at: 11)
            }
        }
        insertCommit.bind(Int64(commit.isPermanent ? 1 : 0), at: 10)
        try insertCommit.run()
    }

    func insert(_ log: LogState.Log, space: Int64) throws {
        insertLog.bind(log.number, at: 1)
        insertLog.bind(space, at: 2)
        insertLog.bind(log.id, at: 3)
        insertLog.bind(log.head.hash, at: 4)
        try insertLog.run()
    }

    func update(_ log: LogState.Log) throws {
        updateLog.bind(log.head.length, at: 1)
        updateLog.bind(log.head.hash, at: 2)
        updateLog.bind(log.cut.map { Int64(bitPattern: $0) }, at: 3)
        updateLog.bind(log.number, at: 4)
        try updateLog.run()
    }

    /// A stored commit with its place in the chain.
    struct Stored {
        let commit: Commit
        let hash: Bytes32
        let signature: Bytes64?
    }

    /// The stored commits of a log from a sequence on, until `isLast` says that it is enough.
    func commits(
        of log: LogState.Log, from sequence: UInt64, until isLast: (Stored) -> Bool
    ) throws -> [Stored] {
        var commits: [Stored] = []
        try visit(log, from: sequence) { stored in
            commits.append(stored)
            return !isLast(stored)
        }
        return commits
    }

    /// Shows the stored commits of a log from a sequence on, as long as more are wanted.
    func visit(
        _ log: LogState.Log, from sequence: UInt64, _ wantsMore: (Stored) throws -> Bool
    ) throws {
        selectCommits.bind(log.number, at: 1)
        selectCommits.bind(sequence, at: 2)
        defer { selectCommits.reset() }
        while try selectCommits.next() {
            guard let stored = stored() else { throw damage("a commit of the log can't be read") }
            guard try wantsMore(stored) else { return }
        }
    }

    private func stored() -> Stored? {
        guard
            let commit = selectCommits.commit(
                epoch: 0, hash: 1, payload: 2, permanent: 5, notice: 6)
        else { return nil }
        guard let hash = Bytes32(selectCommits.bytes(3)) else { return nil }
        let signature = selectCommits.isNull(4) ? nil : Bytes64(selectCommits.bytes(4))
        return Stored(commit: commit, hash: hash, signature: signature)
    }

    private func damage(_ detail: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: detail)
    }
}
