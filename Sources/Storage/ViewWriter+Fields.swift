internal import Community
internal import GRDB
internal import Merge
internal import Wire

/// A record that is in the view.
struct KnownRecord {
    let id: RecordID
    let number: Int64
    let kind: KindTable
    let origin: ViewWriter.Origin
}

extension ViewWriter {
    /// The record with an id, if it is here and its kind is known.
    func find(_ id: RecordID, in space: Int64) throws -> KnownRecord? {
        let statement = tables.find
        statement.bind(id.prefix, at: 1)
        statement.bind(id.suffix, at: 2)
        statement.bind(space, at: 3)
        guard try statement.next() else { return nil }
        defer { statement.reset() }
        guard let kind = KindTable.table(UInt32(clamping: statement.integer(1))) else {
            return nil
        }
        let origin = Origin(
            writer: statement.integer(2), space: space, log: statement.integer(3),
            sequence: statement.word(4), place: Int(statement.integer(5)),
            lamport: statement.word(6), written: statement.integer(7))
        return KnownRecord(id: id, number: statement.integer(0), kind: kind, origin: origin)
    }

    /// Whether schema and authorship permit a value; admission is asked when reading.
    func permits(
        _ value: Value?, _ field: UInt32, by writer: Int64, _ merge: FieldRule.MergeRule,
        on record: KnownRecord?
    ) -> Bool {
        guard let record, let rule = record.kind.kind.field(field), rule.merge == merge,
            isPermitted(writer, rule, on: record)
        else { return false }
        return value.map { rule.refusal(of: $0) == nil } ?? true
    }

    func isPermitted(_ writer: Int64, _ rule: FieldRule, on record: KnownRecord) -> Bool {
        guard let writing = state.writings[writer],
            Rights.permits(writing.writer.role, writing: rule, of: record.kind.kind)
        else { return false }
        return rule.writer != .author
            || writing.person == state.writings[record.origin.writer]?.person
    }

    /// What is left of a value whose writer may have taken their words along.
    ///
    /// As long as the record isn't here, nobody knows what a text is: it is looked at again when
    /// the record comes.
    func left(
        of value: Value, _ field: UInt32, _ origin: Origin, _ record: KnownRecord?
    ) throws -> Value {
        guard state.isBlank(origin.writer), let record, let rule = record.kind.kind.field(field)
        else { return value }
        return TakenWords.left(
            of: value, in: rule, of: record.kind.kind, isImported: try isImported(record))
    }

    private func isImported(_ record: KnownRecord) throws -> Bool {
        guard record.kind.kind.number(of: "original_author") != nil else { return false }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT original_author IS NOT NULL FROM \(record.kind.kind.name)
                WHERE number = ?
                """, arguments: [record.number]) ?? false
    }

    // MARK: Sets and personal fields

    mutating func addEntry(
        _ field: Field, of id: RecordID, _ origin: Origin, to record: KnownRecord?
    ) throws {
        if record == nil { try noteEarly(id, in: origin.space) }
        let statement = tables.entry
        bind(id, field.number, origin, to: statement)
        StoredValue.bind(
            try left(of: field.value, field.number, origin, record), to: statement, at: 11)
        let counts = permits(field.value, field.number, by: origin.writer, .personal, on: record)
        statement.bind(Int64(counts ? 1 : 0), at: 13)
        try statement.run()
    }

    func bind(
        _ id: RecordID, _ field: UInt32, _ origin: Origin, to statement: PreparedStatement
    ) {
        statement.bind(id.prefix, at: 1)
        statement.bind(id.suffix, at: 2)
        statement.bind(origin.space, at: 3)
        statement.bind(Int64(field), at: 4)
        statement.bind(origin.writer, at: 5)
        statement.bind(origin.log, at: 6)
        statement.bind(origin.sequence, at: 7)
        statement.bind(Int64(origin.place), at: 8)
        statement.bind(origin.lamport, at: 9)
        statement.bind(origin.written, at: 10)
    }

    mutating func addElement(
        _ field: Field, of id: RecordID, dot: OperationID, _ origin: Origin,
        to record: KnownRecord?
    ) throws {
        if record == nil { try noteEarly(id, in: origin.space) }
        let statement = tables.element
        bind(id, field.number, origin.space, dot, to: statement)
        statement.bind(origin.writer, at: 7)
        StoredValue.bind(
            try left(of: field.value, field.number, origin, record), to: statement, at: 8)
        let counts = permits(field.value, field.number, by: origin.writer, .set, on: record)
        statement.bind(Int64(counts ? 1 : 0), at: 10)
        try statement.run()
    }

    private func bind(
        _ id: RecordID, _ field: UInt32, _ space: Int64, _ dot: OperationID,
        to statement: PreparedStatement
    ) {
        statement.bind(id.prefix, at: 1)
        statement.bind(id.suffix, at: 2)
        statement.bind(space, at: 3)
        statement.bind(Int64(field), at: 4)
        statement.bind(dot.prefix, at: 5)
        statement.bind(dot.suffix, at: 6)
    }

    mutating func remove(
        _ dots: [OperationID], from field: UInt32, of id: RecordID, _ origin: Origin
    ) throws {
        let record = try find(id, in: origin.space)
        let counts = permits(nil, field, by: origin.writer, .set, on: record)
        let statement = try PreparedStatement(
            """
            INSERT OR IGNORE INTO removal
                (high, low, space, field, dot_high, dot_low, writer, counts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        for dot in dots {
            bind(id, field, origin.space, dot, to: statement)
            statement.bind(origin.writer, at: 7)
            statement.bind(Int64(counts ? 1 : 0), at: 8)
            try statement.run()
        }
        if record == nil { try noteEarly(id, in: origin.space) }
    }
}
