internal import GRDB
internal import GRDBSQLite
internal import Wire

/// One prepared statement, driven through SQLite's C interface.
///
/// The hot paths write hundreds of thousands of rows; a dictionary of boxed arguments for each
/// would cost more than the row itself. GRDB keeps and finalizes the statement.
struct PreparedStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer

    /// Prepares a statement, or takes it from the connection's cache.
    init(_ sql: String, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    // MARK: Arguments, counted from 1

    func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, value) }

    func bind(_ value: UInt64, at index: Int32) {
        sqlite3_bind_int64(handle, index, Int64(bitPattern: value))
    }

    func bind(_ value: Int64?, at index: Int32) {
        if let value { bind(value, at: index) } else { bindNull(at: index) }
    }

    func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

    func bind(_ text: String, at index: Int32) {
        var text = text
        text.withUTF8 { bind(utf8: UnsafeRawBufferPointer($0), at: index, copying: true) }
    }

    /// Binds bytes that are UTF-8; without `copying` they must stay in place until the statement
    /// has run.
    func bind(utf8: UnsafeRawBufferPointer, at index: Int32, copying: Bool) {
        guard let start = utf8.baseAddress else {
            sqlite3_bind_text(handle, index, "", 0, nil)
            return
        }
        sqlite3_bind_text(
            handle, index, start.assumingMemoryBound(to: CChar.self), Int32(utf8.count),
            copying ? Self.transient : nil)
    }

    func bind(_ bytes: Bytes, at index: Int32) {
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else {
                sqlite3_bind_zeroblob(handle, index, 0)
                return
            }
            sqlite3_bind_blob(handle, index, start, Int32(buffer.count), Self.transient)
        }
    }

    func bind(_ value: some FixedBytes, at index: Int32) { bind(value.bytes, at: index) }

    /// Forgets all arguments: each is NULL until it is bound again.
    func clear() { sqlite3_clear_bindings(handle) }

    // MARK: Running

    /// Runs a statement that gives no rows.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// Moves to the next row; at the end the statement is ready to run again.
    func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            sqlite3_reset(handle)
            throw failure(code)
        }
    }

    /// Leaves the rows that are left unread.
    func reset() { sqlite3_reset(handle) }

    private func failure(_ code: Int32) -> DatabaseError {
        let connection = sqlite3_db_handle(handle)
        let extended = sqlite3_extended_errcode(connection)
        let message = sqlite3_errmsg(connection).map { String(cString: $0) }
        return DatabaseError(
            resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended),
            message: message)
    }

    // MARK: Columns, counted from 0

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func word(_ column: Int32) -> UInt64 {
        UInt64(bitPattern: sqlite3_column_int64(handle, column))
    }

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func text(_ column: Int32) -> String {
        sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
    }

    func bytes(_ column: Int32) -> Bytes {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Bytes(
            UnsafeRawBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Tells SQLite to copy what is bound: its header spells this as a cast of -1, which Swift does
    /// not import.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
