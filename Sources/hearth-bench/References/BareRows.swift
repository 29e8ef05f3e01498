internal import Foundation
internal import GRDB

/// The rows of all posts of a finished replica, with the tables and indexes that they lie in.
///
/// Both are read from the replica itself, so the reference has the same columns, the same indexes
/// and the same full-text index by construction. The log with its ciphertext is not among them:
/// the reference writes less than the store does.
struct BareRows: Sendable {
    /// What one post is in the database.
    struct Post: Sendable {
        /// The row of the table of all records.
        var record: [DatabaseValue]
        /// Which of ``BareRows/insertKind`` its own row belongs to.
        var kind: Int
        /// Its own row.
        var fields: [DatabaseValue]
        /// What is searched.
        var text: DatabaseValue
    }

    private static let kinds = [(name: "question", number: 5), (name: "answer", number: 6)]

    let schema: [String]
    let insertRecord: String
    let insertKind: [String]
    let posts: [Post]

    /// Reads the rows of a view.
    init(view path: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path.path, configuration: configuration)
        defer { try? queue.close() }
        (schema, insertRecord, insertKind, posts) = try queue.read { database in
            let tables = ["record"] + Self.kinds.map(\.name)
            return (
                try Self.schema(of: tables, in: database),
                try Self.insert(into: "record", in: database),
                try Self.kinds.map { try Self.insert(into: $0.name, in: database) },
                try Self.posts(in: database)
            )
        }
    }

    private static func schema(of tables: [String], in database: Database) throws -> [String] {
        let list = tables.map { "'\($0)'" }.joined(separator: ", ")
        return try String.fetchAll(
            database,
            sql: """
                SELECT sql FROM sqlite_master
                WHERE sql IS NOT NULL AND (tbl_name IN (\(list)) OR name = 'search')
                    AND type IN ('table', 'index')
                ORDER BY type = 'index'
                """)
    }

    private static func insert(into table: String, in database: Database) throws -> String {
        let columns = try database.columns(in: table).map { "\"\($0.name)\"" }
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))
            """
    }

    private static func posts(in database: Database) throws -> [Post] {
        var fields: [[Int64: [DatabaseValue]]] = []
        for kind in kinds {
            var rows: [Int64: [DatabaseValue]] = [:]
            let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(kind.name)")
            while let row = try cursor.next() {
                rows[row["number"]] = Array(row.databaseValues)
            }
            fields.append(rows)
        }
        var posts: [Post] = []
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT r.*, coalesce(q.title || char(10), '')
                    || coalesce(q.body, a.body, '') || char(10) AS searched
                FROM record AS r LEFT JOIN question AS q ON q.number = r.number
                LEFT JOIN answer AS a ON a.number = r.number
                WHERE r.kind IN (\(kinds.map { "\($0.number)" }.joined(separator: ", ")))
                ORDER BY r.number
                """)
        while let row = try cursor.next() {
            let kind = (row["kind"] as Int) - kinds[0].number
            guard let own = fields[kind][row["number"]] else {
                throw Failed("a record of the replica has no row of its own")
            }
            let values = Array(row.databaseValues)
            posts.append(
                Post(
                    record: Array(values.dropLast()), kind: kind, fields: own,
                    text: values[values.count - 1]))
        }
        return posts
    }
}
