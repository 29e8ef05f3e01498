internal import GRDB

/// The statements of the view's hot path, prepared once a transaction.
struct ViewTables {
    let record: PreparedStatement
    let kinds: [PreparedStatement]
    let search: PreparedStatement
    let element: PreparedStatement
    let entry: PreparedStatement
    let find: PreparedStatement

    init(_ database: Database) throws {
        record = try PreparedStatement(
            """
            INSERT INTO record
                (number, high, low, space, kind, writer, log, sequence, place, lamport, written,
                 shown, source_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        kinds = try KindTable.all.map { try PreparedStatement($0.insert, in: database) }
        search = try PreparedStatement(
            "INSERT INTO search (rowid, text) VALUES (?, ?)", in: database)
        element = try PreparedStatement(
            """
            INSERT OR IGNORE INTO element
                (high, low, space, field, dot_high, dot_low, writer, type, value, counts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        entry = try PreparedStatement(
            """
            INSERT INTO entry
                (high, low, space, field, writer, log, sequence, place, lamport, written, type,
                 value, counts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        find = try PreparedStatement(
            """
            SELECT number, kind, writer, log, sequence, place, lamport, written
            FROM record WHERE high = ? AND low = ? AND space = ? ORDER BY number LIMIT 1
            """, in: database)
    }
}
