internal import Community
internal import Foundation
internal import GRDB
internal import Wire

/// How a value of any type lies in a column: its type's number and what SQLite holds.
enum StoredValue {
    /// Binds type and value to two arguments that follow each other.
    static func bind(_ value: Value, to statement: PreparedStatement, at index: Int32) {
        statement.bind(type(of: value), at: index)
        switch value {
        case .text(let text): statement.bind(text, at: index + 1)
        case .integer(let number): statement.bind(number, at: index + 1)
        case .bytes(let bytes): statement.bind(bytes, at: index + 1)
        case .record(let record): statement.bind(record, at: index + 1)
        case .flag(let flag): statement.bind(Int64(flag ? 1 : 0), at: index + 1)
        case .unknown: statement.bindNull(at: index + 1)
        }
    }

    private static func type(of value: Value) -> Int64 {
        switch value {
        case .text: 1
        case .integer: 2
        case .bytes: 3
        case .record: 4
        case .flag: 5
        case .unknown: 0
        }
    }

    /// Reads type and value from two columns that follow each other.
    static func read(_ statement: PreparedStatement, at column: Int32) -> Value {
        switch statement.integer(column) {
        case 1: .text(statement.text(column + 1))
        case 2: .integer(statement.integer(column + 1))
        case 3: .bytes(statement.bytes(column + 1))
        case 4: RecordID(statement.bytes(column + 1)).map(Value.record) ?? .unknown
        case 5: .flag(statement.integer(column + 1) != 0)
        default: .unknown
        }
    }

    /// Binds the value of a field to its own columns.
    static func bind(
        _ value: Value, to statement: PreparedStatement, _ columns: KindTable.Columns,
        from argument: Int32
    ) {
        switch value {
        case .text(let text): statement.bind(text, at: argument)
        case .integer(let number): statement.bind(number, at: argument)
        case .bytes(let bytes): statement.bind(bytes, at: argument)
        case .flag(let flag): statement.bind(Int64(flag ? 1 : 0), at: argument)
        case .record(let record):
            statement.bind(record.prefix, at: argument)
            statement.bind(record.suffix, at: argument + 1)
        case .unknown: statement.bindNull(at: argument)
        }
    }

    /// Reads the value of a field from its own columns; `nil` where none was given.
    static func read(
        _ statement: PreparedStatement, _ columns: KindTable.Columns, from column: Int32
    ) -> Value? {
        guard !statement.isNull(column) else { return nil }
        switch columns.rule.type {
        case .line, .text: return .text(statement.text(column))
        case .integer: return .integer(statement.integer(column))
        case .bytes, .list: return .bytes(statement.bytes(column))
        case .flag: return .flag(statement.integer(column) != 0)
        case .record:
            return .record(
                RecordID(high: statement.word(column), low: statement.word(column + 1)))
        }
    }

    /// Reads the value of a field from a row that holds its own columns; `nil` where none was
    /// given, and for fields that live in tables of their own.
    ///
    /// - Parameter prefix: What the names of the columns begin with.
    static func read(_ rule: FieldRule, in row: Row, prefix: String = "") -> Value? {
        guard rule.hasColumn else { return nil }
        let name = prefix + rule.name
        switch rule.type {
        case .line, .text: return (row[name] as String?).map { .text($0) }
        case .integer: return (row[name] as Int64?).map { .integer($0) }
        case .bytes, .list: return (row[name] as Data?).map { .bytes(Bytes($0)) }
        case .flag: return (row[name] as Bool?).map { .flag($0) }
        case .record: return RecordID(row, "\(name)_high", "\(name)_low").map { .record($0) }
        }
    }
}

extension OperationID {
    /// The last eight bytes as a big-endian number.
    var suffix: UInt64 { bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// Puts an id together from its halves.
    init(high: UInt64, low: UInt64) { self.init(raw: Bytes16(high: high, low: low)) }
}

extension StoredValue {
    /// Reads type and value from two columns of a row that follow each other.
    static func read(_ row: Row, at index: Int) -> Value {
        switch row[index] as Int64 {
        case 1: .text(row[index + 1])
        case 2: .integer(row[index + 1])
        case 3: .bytes(row.bytes(index + 1))
        case 4: RecordID(row.bytes(index + 1)).map(Value.record) ?? .unknown
        case 5: .flag(row[index + 1])
        default: .unknown
        }
    }
}
