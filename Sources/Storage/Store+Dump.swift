internal import Community
internal import GRDB
public import Wire

extension Store {
    /// The state as text: equal to ``Replica/canonicalDump()`` of the same commits.
    ///
    /// - Parameter space: The space whose records and refused operations are wanted; `nil` for all.
    public func canonicalDump(of space: SpaceID? = nil) async throws(StorageError) -> String {
        try await read { database in
            var dump = CanonicalDump()
            try Self.dumpPeople(database, into: &dump)
            try Self.dumpRecords(of: space, database, into: &dump)
            try Self.dumpRefusals(of: space, database, into: &dump)
            for taken in try Self.wordsTakenBack(in: space, database) {
                dump.erasure(taken.words, in: taken.space)
            }
            return dump.text
        }
    }

    private static func dumpPeople(_ database: Database, into dump: inout CanonicalDump) throws {
        let names: [Int64: String] = [1: "sheet", 2: "held", 3: "kiosk"]
        let people = try Row.fetchAll(
            database, sql: "SELECT * FROM known_person WHERE is_known ORDER BY id")
        for row in people {
            guard let person = PersonID(row.bytes(named: "id")) else { continue }
            let number: Int64 = row["number"]
            let devices = try Row.fetchAll(
                database,
                sql: "SELECT id, use, is_in FROM known_device WHERE person = ? ORDER BY id",
                arguments: [number])
            let vouchers = try Row.fetchAll(
                database,
                sql: """
                    SELECT p.id FROM vouch AS v JOIN known_person AS p ON p.number = v.voucher
                    WHERE v.person = ? ORDER BY p.id
                    """, arguments: [number])
            let isAdmitted: Bool = row["is_admitted"]
            let hasLeft: Bool = row["has_left"]
            dump.person(
                person, hasLeft ? .departed : isAdmitted ? .admitted : .waiting,
                isFounder: row["is_founder"],
                devices: devices.compactMap { device in
                    DeviceID(device.bytes(0)).map { ($0, names[device[1]] ?? "device", device[2]) }
                },
                vouchers: vouchers.compactMap { PersonID($0.bytes(0)) })
        }
    }

    private static func dumpRecords(
        of space: SpaceID?, _ database: Database, into dump: inout CanonicalDump
    ) throws {
        // Ids are ordered as unsigned numbers.
        let records = try Row.fetchCursor(
            database,
            sql: """
                SELECT r.*, s.id AS space_id, l.id AS log_id, p.id AS person_id, w.device,
                    w.is_admitted
                FROM record AS r JOIN space AS s ON s.number = r.space
                JOIN log AS l ON l.number = r.log JOIN writer AS w ON w.number = r.writer
                JOIN known_person AS p ON p.number = w.person
                WHERE ?1 IS NULL OR s.id = ?1
                ORDER BY s.id, r.high < 0, r.high, r.low < 0, r.low
                """, arguments: [space?.bytes.blob])
        while let row = try records.next() {
            guard let id = RecordID(row, "high", "low"),
                let space = SpaceID(row.bytes(named: "space_id")),
                let log = LogID(row.bytes(named: "log_id")),
                let person = PersonID(row.bytes(named: "person_id")),
                let device = DeviceID(row.bytes(named: "device"))
            else { continue }
            let kind = UInt32(clamping: row["kind"] as Int64)
            dump.record(
                id, in: space, kind: kind, by: Writer(person: person, device: device),
                isHidden: !(row["is_admitted"] as Bool), log: log,
                sequence: UInt64(bitPattern: row["sequence"]), index: row["place"],
                lamport: UInt64(bitPattern: row["lamport"]), wallClock: row["written"])
            guard let table = KindTable.table(kind) else { continue }
            for rule in table.kind.fields {
                try dumpField(rule, of: row, id, table, database, into: &dump)
            }
        }
    }

    private static func dumpField(
        _ rule: FieldRule, of record: Row, _ id: RecordID, _ table: KindTable,
        _ database: Database, into dump: inout CanonicalDump
    ) throws {
        let place: StatementArguments = [
            id.high, id.low, record["space"] as Int64, Int64(rule.number),
        ]
        switch rule.merge {
        case .immutable, .register, .collaborative:
            guard let columns = table.columns(of: rule.number) else { return }
            let names = columns.names.map { "\"\($0)\"" }.joined(separator: ", ")
            let statement = try PreparedStatement(
                "SELECT \(names) FROM \(table.kind.name) WHERE number = ?", in: database)
            statement.bind(record["number"] as Int64, at: 1)
            defer { statement.reset() }
            if try statement.next(),
                let value = StoredValue.read(statement, columns, from: 0)
            {
                dump.field(rule.name, value)
            }
            guard rule.merge == .collaborative,
                let text = try TextRows.text(
                    rule, of: id, table.kind, in: record["space"], database),
                text.waiting > 0
            else { return }
            dump.field("\(rule.name) waits", .integer(Int64(text.waiting)))
        case .personal:
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT e.type, e.value, p.id FROM latest_entry AS e
                    JOIN known_person AS p ON p.number = e.person
                    WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = ? ORDER BY p.id
                    """, arguments: place)
            for row in rows {
                guard let person = PersonID(row.bytes(2)) else { continue }
                dump.entry(rule.name, of: person, StoredValue.read(row, at: 0))
            }
        case .set:
            let values = try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT type, value FROM counted_element
                    WHERE high = ? AND low = ? AND space = ? AND field = ?
                    """, arguments: place
            ).map { StoredValue.read($0, at: 0).dumped.bytewise }
            for value in values.sorted() { dump.element(rule.name, dumped: value.text) }
        }
    }

    private static func dumpRefusals(
        of space: SpaceID?, _ database: Database, into dump: inout CanonicalDump
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT s.id, l.id, f.sequence, f.place, f.reason FROM refused AS f
                JOIN log AS l ON l.number = f.log JOIN space AS s ON s.number = l.space
                WHERE ?1 IS NULL OR s.id = ?1
                ORDER BY s.id, l.id, f.sequence, f.place
                """, arguments: [space?.bytes.blob])
        while let row = try rows.next() {
            guard let space = SpaceID(row.bytes(0)), let log = LogID(row.bytes(1)) else {
                continue
            }
            dump.refused(
                in: space, log: log, sequence: UInt64(bitPattern: row[2]), index: row[3],
                reason: row[4])
        }
    }
}
