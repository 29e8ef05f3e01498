internal import GRDB
internal import Ledger
internal import Wire

/// Drops payloads of the log that their authors take back, inside a transaction of the log.
struct PayloadEraser {
    let database: Database
    let tables: LogTables
    let space: LogState.Space
    /// How many payloads were dropped.
    private(set) var dropped: Int64 = 0

    init(in space: LogState.Space, _ database: Database, _ tables: LogTables) {
        self.space = space
        self.database = database
        self.tables = tables
    }

    /// Drops what a commit takes back.
    ///
    /// Only a permanent commit can do that, so that what is gone never comes back, and only to what
    /// stands before it in its own log.
    mutating func apply(_ commit: OpenedCommit, to log: inout LogState.Log) throws {
        guard commit.isPermanent, space.kind == .community else { return }
        for case .statement(.wordsErased(let erased)) in commit.body.operations {
            for one in erased where one.sequence < commit.sequence {
                try drop(one, of: &log)
            }
        }
    }

    private mutating func drop(_ erased: ErasedCommit, of log: inout LogState.Log) throws {
        let stored = try tables.commits(of: log, from: erased.sequence) { _ in true }.first
        guard let stored,
            let left = Erasure.remains(
                of: stored.commit, after: erased, space: space.id, log: log.id)
        else { return }
        let saved = Int64(stored.commit.content.byteCount - left.content.byteCount)
        try database.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
        let statement = try PreparedStatement(
            """
            UPDATE commits SET payload = NULL, payload_hash = ?, notice = ?
            WHERE log = ? AND sequence = ?
            """, in: database)
        statement.bind(erased.payloadHash, at: 1)
        statement.bind(erased.signature, at: 2)
        statement.bind(log.number, at: 3)
        statement.bind(erased.sequence, at: 4)
        try statement.run()
        try database.execute(
            sql: "UPDATE commits SET total = total - ? WHERE log = ? AND sequence >= ?",
            arguments: [saved, log.number, Int64(bitPattern: erased.sequence)])
        try database.execute(sql: "UPDATE mark SET value = value + 1 WHERE name = 'dropped'")
        log.total -= saved
        dropped += 1
    }
}

extension OpenedCommit {
    /// Whether its author takes words back in it.
    var takesBack: Bool {
        body.operations.contains {
            if case .statement(.wordsErased) = $0 { true } else { false }
        }
    }
}
