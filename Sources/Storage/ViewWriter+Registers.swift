internal import Community
internal import GRDB
internal import Merge
internal import Wire

extension ViewWriter {
    /// Takes in that a register was written, and brings its column up to date.
    mutating func assign(_ field: Field, of id: RecordID, _ origin: Origin) throws {
        guard let record = try find(id, in: origin.space) else {
            try insertAssignment(field, of: id, origin)
            return try noteEarly(id, in: origin.space)
        }
        try keepInitial(field.number, of: record)
        let left = try left(of: field.value, field.number, origin, record)
        try insertAssignment(Field(field.number, left), of: id, origin)
        try settle(field.number, of: record)
    }

    private func insertAssignment(_ field: Field, of id: RecordID, _ origin: Origin) throws {
        let statement = try PreparedStatement(
            """
            INSERT INTO assignment
                (high, low, space, field, writer, log, sequence, place, lamport, written, type,
                 value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        bind(id, field.number, origin, to: statement)
        StoredValue.bind(field.value, to: statement, at: 11)
        try statement.run()
    }

    /// Puts the value that a record was created with beside the later ones, once.
    private func keepInitial(_ field: UInt32, of record: KnownRecord) throws {
        guard let columns = record.kind.columns(of: field) else { return }
        let isKept = try assignments(of: record, field).contains { $0.isInitial }
        guard !isKept, let value = try current(columns, of: record) else { return }
        try insertAssignment(Field(field, value), of: record.id, record.origin)
    }

    private struct Assignment {
        let value: Value
        let writer: Int64
        let stamp: WriteStamp
        let isInitial: Bool
    }

    private func assignments(of record: KnownRecord, _ field: UInt32) throws -> [Assignment] {
        let statement = try PreparedStatement(
            """
            SELECT type, value, writer, log, sequence, place, lamport FROM assignment
            WHERE high = ? AND low = ? AND space = ? AND field = ?
            """, in: database)
        statement.bind(record.id.prefix, at: 1)
        statement.bind(record.id.suffix, at: 2)
        statement.bind(record.origin.space, at: 3)
        statement.bind(Int64(field), at: 4)
        var assignments: [Assignment] = []
        while try statement.next() {
            let log = statement.integer(3)
            let sequence = statement.word(4)
            let place = Int(statement.integer(5))
            guard let name = state.logNames[log] else { continue }
            let isInitial =
                log == record.origin.log && sequence == record.origin.sequence
                && place == record.origin.place
            assignments.append(
                Assignment(
                    value: StoredValue.read(statement, at: 0), writer: statement.integer(2),
                    stamp: WriteStamp(
                        lamport: statement.word(6), writer: name, sequence: sequence,
                        index: place),
                    isInitial: isInitial))
        }
        return assignments
    }

    /// Writes the value that counts into the register's column.
    ///
    /// The value at creation always counts; a later one if its writer is admitted and may write
    /// the field, and the schema permits it. It is the same rule as in ``Replica``.
    func settle(_ field: UInt32, of record: KnownRecord) throws {
        guard let columns = record.kind.columns(of: field), columns.rule.merge == .register else {
            return
        }
        var register = LastWriter<Value, LogID>()
        for assignment in try assignments(of: record, field) {
            let isAdmitted = state.writings[assignment.writer]?.isAdmitted ?? false
            let counts =
                assignment.isInitial
                || isAdmitted
                    && permits(
                        assignment.value, field, by: assignment.writer, .register, on: record)
            if counts { register.write(assignment.value, at: assignment.stamp) }
        }
        try replace(columns, of: record, with: register.value)
    }

    /// Puts a value into a column, and its words into the search index.
    func replace(_ columns: KindTable.Columns, of record: KnownRecord, with value: Value?) throws {
        guard try current(columns, of: record) != value else { return }
        let isSearched = record.kind.searched.contains(columns.rule.number)
        if isSearched { try unindex(record) }
        try update(columns, of: record, to: value)
        if isSearched { try index(record) }
    }

    private func current(_ columns: KindTable.Columns, of record: KnownRecord) throws -> Value? {
        let names = columns.names.map { "\"\($0)\"" }.joined(separator: ", ")
        let statement = try PreparedStatement(
            "SELECT \(names) FROM \(record.kind.kind.name) WHERE number = ?", in: database)
        statement.bind(record.number, at: 1)
        defer { statement.reset() }
        guard try statement.next() else { return nil }
        return StoredValue.read(statement, columns, from: 0)
    }

    private func update(
        _ columns: KindTable.Columns, of record: KnownRecord, to value: Value?
    ) throws {
        let names = columns.names.map { "\"\($0)\" = ?" }.joined(separator: ", ")
        let statement = try PreparedStatement(
            "UPDATE \(record.kind.kind.name) SET \(names) WHERE number = ?", in: database)
        statement.clear()
        if let value { StoredValue.bind(value, to: statement, columns, from: 1) }
        statement.bind(record.number, at: Int32(columns.names.count) + 1)
        try statement.run()
    }

    // MARK: Search index

    /// The index keeps no text, so what was indexed is made again to be taken out.
    private func unindex(_ record: KnownRecord) throws {
        let statement = try PreparedStatement(
            "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", in: database)
        try run(statement, for: record)
    }

    private func index(_ record: KnownRecord) throws { try run(tables.search, for: record) }

    private func run(_ statement: PreparedStatement, for record: KnownRecord) throws {
        var text = Bytes()
        for field in record.kind.searched {
            guard let columns = record.kind.columns(of: field),
                case .text(let value) = try current(columns, of: record)
            else { continue }
            SearchText.append(value, to: &text)
            text.append(0x0A)
        }
        try text.withUnsafeBytes { buffer in
            statement.bind(record.number, at: 1)
            statement.bind(utf8: buffer, at: 2, copying: false)
            try statement.run()
        }
    }

    // MARK: Writes that came before their record

    mutating func noteEarly(_ id: RecordID, in space: Int64) throws {
        let statement = try PreparedStatement(
            "INSERT OR IGNORE INTO early (high, low, space) VALUES (?, ?, ?)", in: database)
        statement.bind(id.prefix, at: 1)
        statement.bind(id.suffix, at: 2)
        statement.bind(space, at: 3)
        try statement.run()
        state.hasEarly = true
    }

    /// Judges what was written to a record before it came.
    mutating func settleEarly(_ id: RecordID, in space: Int64) throws {
        guard state.hasEarly else { return }
        let forget = try PreparedStatement(
            "DELETE FROM early WHERE high = ? AND low = ? AND space = ?", in: database)
        forget.bind(id.prefix, at: 1)
        forget.bind(id.suffix, at: 2)
        forget.bind(space, at: 3)
        try forget.run()
        guard database.changesCount > 0, let record = try find(id, in: space) else { return }
        if !state.blank.isEmpty { try takeEarlyWords(of: record) }
        for rule in record.kind.kind.fields {
            switch rule.merge {
            case .immutable: continue
            case .register:
                guard try !assignments(of: record, rule.number).isEmpty else { continue }
                try keepInitial(rule.number, of: record)
                try settle(rule.number, of: record)
            case .collaborative:
                edited.insert(EditedText(record: id, space: space, field: rule.number))
            case .personal: try judge("entry", rule, of: record)
            case .set:
                try judge("element", rule, of: record)
                try judge("removal", rule, of: record)
            }
        }
    }

    /// Takes words out that were written before their record by people who took them along.
    private func takeEarlyWords(of record: KnownRecord) throws {
        try database.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
        for table in ["assignment", "entry", "element"] {
            let isElement = table == "element"
            let key = isElement ? "dot_high, dot_low" : "number, 0"
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT type, value, field, writer, \(key) FROM \(table)
                    WHERE high = ? AND low = ? AND space = ? AND type = 1
                    """,
                arguments: [
                    Int64(bitPattern: record.id.prefix), Int64(bitPattern: record.id.suffix),
                    record.origin.space,
                ])
            for row in rows where state.isBlank(row[3]) {
                guard let field = UInt32(exactly: row[2] as Int64) else { continue }
                let value = StoredValue.read(row, at: 0)
                let origin = Origin(
                    writer: row[3], space: record.origin.space, log: 0, sequence: 0, place: 0,
                    lamport: 0, written: 0)
                let left = try left(of: value, field, origin, record)
                guard left != value else { continue }
                let statement = try PreparedStatement(
                    """
                    UPDATE \(table) SET type = ?, value = ?
                    WHERE \(isElement ? "dot_high = ? AND dot_low = ?" : "number = ? AND 0 = ?")
                    """, in: database)
                StoredValue.bind(left, to: statement, at: 1)
                statement.bind(row[4] as Int64, at: 3)
                statement.bind(row[5] as Int64, at: 4)
                try statement.run()
            }
        }
    }

    /// Sets the mark of the rows that schema and authorship permit.
    private func judge(_ table: String, _ rule: FieldRule, of record: KnownRecord) throws {
        let hasValue = table != "removal"
        let key = table == "entry" ? "number" : "dot_high"
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT \(key), writer, \(hasValue ? "type, value" : "0, NULL")
                    \(key == "number" ? "" : ", dot_low")
                FROM \(table) WHERE high = ? AND low = ? AND space = ? AND field = ?
                """,
            arguments: [
                Int64(bitPattern: record.id.prefix), Int64(bitPattern: record.id.suffix),
                record.origin.space, Int64(rule.number),
            ])
        for row in rows {
            let value = hasValue ? StoredValue.read(row, at: 2) : nil
            let counts = permits(value, rule.number, by: row[1], rule.merge, on: record)
            guard counts else { continue }
            if key == "number" {
                try database.execute(
                    sql: "UPDATE entry SET counts = 1 WHERE number = ?",
                    arguments: [row[0] as Int64])
            } else {
                try database.execute(
                    sql: """
                        UPDATE \(table) SET counts = 1 WHERE high = ? AND low = ? AND space = ?
                            AND field = ? AND dot_high = ? AND dot_low = ? AND writer = ?
                        """,
                    arguments: [
                        Int64(bitPattern: record.id.prefix), Int64(bitPattern: record.id.suffix),
                        record.origin.space, Int64(rule.number), row[0] as Int64, row[4] as Int64,
                        row[1] as Int64,
                    ])
            }
        }
    }
}
