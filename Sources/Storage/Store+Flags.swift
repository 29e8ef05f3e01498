public import Community
internal import GRDB
public import Wire

extension Store {
    /// What was said against some items of a space; items that nothing was said against are
    /// left out.
    public func objections(
        to items: [RecordID], in space: SpaceID
    ) async throws(StorageError) -> [RecordID: Objections] {
        try await read { database in
            guard let space = try ObjectionRows.number(of: space, in: database) else { return [:] }
            var found: [RecordID: Objections] = [:]
            let rows = ObjectionRows(space: space, database: database)
            // Next to nothing is objected to; the whole question costs much more than this one.
            for item in items where try found[item] == nil && rows.isAny(against: item) {
                let flags = try rows.flags(against: item)
                let blurs = try rows.blurs(against: item)
                guard !flags.isEmpty || !blurs.isEmpty,
                    let version = try rows.version(of: item)
                else { continue }
                found[item] = Objections(version: version, flags: flags, blurs: blurs)
            }
            return found
        }
    }

    /// The operation that made the words of a record that are shown; `nil` if nothing is shown.
    public func version(
        of item: RecordID, in space: SpaceID
    ) async throws(StorageError) -> OperationID? {
        try await read { database in
            guard let space = try ObjectionRows.number(of: space, in: database) else { return nil }
            return try ObjectionRows(space: space, database: database).version(of: item)
        }
    }

    /// All flags and blurs of a space, oldest first.
    public func objections(
        in space: SpaceID
    ) async throws(StorageError) -> (flags: [Flag], blurs: [Blur]) {
        try await read { database in
            guard let space = try ObjectionRows.number(of: space, in: database) else {
                return ([], [])
            }
            let rows = ObjectionRows(space: space, database: database)
            return (try rows.flags(), try rows.blurs())
        }
    }

    /// The item that a flag or a blur is about; `nil` if the record is neither.
    public func target(
        ofObjection record: RecordID, in space: SpaceID
    ) async throws(StorageError) -> RecordID? {
        let all = try await objections(in: space)
        return all.flags.first { $0.record == record }?.target
            ?? all.blurs.first { $0.record == record }?.target
    }
}

/// Reads flags and blurs of one space.
struct ObjectionRows {
    let space: Int64
    let database: Database

    /// The local number of a space.
    static func number(of space: SpaceID, in database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database, sql: "SELECT number FROM space WHERE id = ?", arguments: [space.bytes.blob])
    }

    /// Whether there is any row at all that may be against an item.
    func isAny(against item: RecordID) throws -> Bool {
        let statement = try PreparedStatement(
            """
            SELECT EXISTS (SELECT 1 FROM flag WHERE target_high = ?1)
                OR EXISTS (SELECT 1 FROM blur WHERE target_high = ?1)
            """, in: database)
        statement.bind(item.high, at: 1)
        defer { statement.reset() }
        return try statement.next() && statement.integer(0) != 0
    }

    /// The flags against an item, or all of the space, oldest first.
    func flags(against item: RecordID? = nil) throws -> [Flag] {
        try objections("flag", kind: Schema.flag, against: item).map { row in
            Flag(
                record: row.id, person: row.person, target: row.target, version: row.version,
                reason: row.reason, text: row.text, stamp: row.stamp, date: row.date,
                withdrawals: row.assents)
        }
    }

    /// The blurs of an item, or all of the space, oldest first.
    func blurs(against item: RecordID? = nil) throws -> [Blur] {
        try objections("blur", kind: Schema.blur, against: item).map { row in
            Blur(
                record: row.id, person: row.person, target: row.target, version: row.version,
                reason: row.reason, text: row.text, stamp: row.stamp, date: row.date,
                lifts: row.assents)
        }
    }

    private struct Objection {
        let id: RecordID
        let person: PersonID
        let target: RecordID
        let version: OperationID
        let reason: String
        let text: String
        let stamp: WriteStamp
        let date: Int64
        let assents: [Assent]
    }

    /// The number of the register that says whether a flag is withdrawn or a blur lifted.
    private static let taken: UInt32 = 5

    private func objections(
        _ table: String, kind: RecordKind, against item: RecordID?
    ) throws -> [Objection] {
        let ended = kind.field(Self.taken)?.name ?? ""
        var sql = """
            SELECT x.target_high, x.target_low, x.version, x.reason, coalesce(x.text, '') AS text,
                x.\(ended) AS ended, \(AssentRows.place)
            FROM \(table) AS x CROSS JOIN record AS r ON r.number = x.number
            \(AssentRows.joins) WHERE r.space = ?
            """
        var arguments: StatementArguments = [space]
        if let item {
            sql += " AND x.target_high = ? AND x.target_low = ?"
            arguments += [item.high, item.low]
        } else {
            sql += " AND r.kind = \(kind.number)"
        }
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
        return try rows.compactMap { row in
            guard let id = RecordID(row, "high", "low"), let stamp = WriteStamp(row),
                let person = PersonID(row.bytes(named: "person_id")),
                let target = RecordID(row, "target_high", "target_low"),
                let version = OperationID(row.bytes(named: "version"))
            else { return nil }
            let assents = try AssentRows(space: space, database: database).register(
                Self.taken, of: id,
                initial: (row["ended"] as Bool?).map {
                    Assent(isYes: $0, stamp: stamp, date: row["written"])
                })
            return Objection(
                id: id, person: person, target: target, version: version,
                reason: row["reason"] ?? "", text: row["text"], stamp: stamp,
                date: row["written"], assents: assents)
        }.sorted { $0.stamp < $1.stamp }
    }

    // MARK: Versions

    /// The operation that made the words of a record that are shown.
    func version(of item: RecordID) throws -> OperationID? {
        let record = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT r.kind FROM record AS r
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    WHERE r.high = ? AND r.low = ? AND r.space = ?
                    """), arguments: [item.high, item.low, space])
        guard let record else { return nil }
        let rules = Schema.kind(UInt32(clamping: record[0] as Int64))?.spoken ?? []
        guard !rules.isEmpty else { return item }
        // The value at creation is among the rows, and its operation is the record itself.
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT a.type, a.value, a.field, \(AssentRows.stamp("a"))
                    FROM assignment AS a
                    JOIN record AS o ON o.high = a.high AND o.low = a.low AND o.space = a.space
                    JOIN writer AS ow ON ow.number = o.writer
                    JOIN writer AS w ON w.number = a.writer AND w.is_admitted
                        AND w.person = ow.person
                    JOIN log AS l ON l.number = a.log
                    WHERE a.high = ? AND a.low = ? AND a.space = ?
                    """), arguments: [item.high, item.low, space])
        var newest: (stamp: WriteStamp, operation: OperationID)?
        for row in rows {
            let field = UInt32(clamping: row[2] as Int64)
            guard let rule = rules.first(where: { $0.number == field }),
                rule.refusal(of: StoredValue.read(row, at: 0)) == nil,
                let stamp = WriteStamp(row), let operation = OperationID(place: row)
            else { continue }
            if let other = newest, other.stamp > stamp { continue }
            newest = (stamp, operation)
        }
        return newest?.operation ?? item
    }
}
