internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A database that does nothing but take rows: what SQLite itself costs.
///
/// It has a write-ahead log, and a commit waits for the disk (`synchronous = FULL`), as the store's
/// log does. It has the store's cache and its distance of checkpoints, so that it is no straw man.
struct BareSQLite {
    private let queue: DatabaseQueue

    /// Makes an empty database.
    init(_ path: URL, schema: [String]) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                    PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        queue = try DatabaseQueue(path: path.path, configuration: configuration)
        let modes = try queue.writeWithoutTransaction { database in
            for statement in schema { try database.execute(sql: statement) }
            return (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            )
        }
        guard modes == ("wal", 2) else { throw Failed("the reference database is not durable") }
    }

    /// Closes the file.
    func close() throws { try queue.close() }

    /// The schema for ``commit(_:)``.
    static let oneTable = ["CREATE TABLE post (id INTEGER PRIMARY KEY, body BLOB NOT NULL)"]

    /// Writes one row in a transaction of its own.
    func commit(_ body: Data) throws {
        try queue.write { database in
            try database.cachedStatement(sql: "INSERT INTO post (body) VALUES (?)")
                .execute(arguments: [body])
        }
    }

    /// Writes rows of posts, so many in a transaction.
    func insert(_ rows: BareRows, transaction size: Int = 1_000) throws {
        try queue.writeWithoutTransaction { database in
            let record = try BoundStatement(rows.insertRecord, in: database)
            let kinds = try rows.insertKind.map { try BoundStatement($0, in: database) }
            let search = try BoundStatement(
                "INSERT INTO search (rowid, text) VALUES (?, ?)", in: database)
            for start in stride(from: 0, to: rows.posts.count, by: size) {
                try database.inTransaction {
                    for post in rows.posts[start..<min(start + size, rows.posts.count)] {
                        try record.run(post.record)
                        try kinds[post.kind].run(post.fields)
                        try search.run([post.record[0], post.text])
                    }
                    return .commit
                }
            }
        }
    }
}

/// A statement whose arguments go straight to SQLite's C interface.
private struct BoundStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer

    init(_ sql: String, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    func run(_ values: [DatabaseValue]) throws {
        for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw Failed("the reference database answers \(code)")
        }
    }

    private func bind(_ value: DatabaseValue, at index: Int32) {
        switch value.storage {
        case .null: sqlite3_bind_null(handle, index)
        case .int64(let number): sqlite3_bind_int64(handle, index, number)
        case .double(let number): sqlite3_bind_double(handle, index, number)
        case .string(var text):
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    _ = sqlite3_bind_text(
                        handle, index, characters.baseAddress, Int32(characters.count),
                        Self.transient)
                }
            }
        case .blob(let data):
            data.withUnsafeBytes { bytes in
                _ = sqlite3_bind_blob(
                    handle, index, bytes.baseAddress, Int32(bytes.count), Self.transient)
            }
        }
    }

    /// Tells SQLite to copy what is bound: its header spells this as a cast of -1, which Swift does
    /// not import.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
