internal import Community
internal import GRDB
public import Wire

extension Store {
    /// The state as text: equal to ``Replica/canonicalDump()`` of the same commits.
    ///
    /// - Parameter space: The space whose records and refused operations are wanted; `nil` for all.
    public func canonicalDump(of space: SpaceID? = nil) async throws(StorageError) -> String {
        try await read { database in
            var text = ""
            try Self.dump(of: space, database) { text += $0 }
            return text
        }
    }

    /// The same text in pieces of whole lines, all as of one moment.
    ///
    /// Few pieces are in memory at once: whoever reads the database waits until they are taken. A
    /// rebuilt view can't take its place meanwhile, so whoever takes nothing for half a minute
    /// gets no more.
    ///
    /// - Throws: ``StorageError`` from the stream, and `cancelled` for pieces that nobody took.
    public func canonicalDumpPieces(
        of space: SpaceID? = nil
    ) async throws(StorageError) -> Pieces<String> {
        if view.hasOwnWaiting { try? await view.apply(source) }
        let pieces = Pieces<String>()
        view.currentPool.asyncRead { [file = view.file, end = pieces.source] database in
            do {
                try Self.dump(of: space, database.get()) { try end.give($0) }
                end.finish()
            } catch {
                end.finish(StorageError(error, file: file))
            }
        }
        return pieces
    }

    /// Lines after which a dump is handed over.
    private static let dumpLines = 1_000

    private static func dump(
        of space: SpaceID?, _ database: Database, give: (String) throws -> Void
    ) throws {
        var dump = CanonicalDump()
        try dumpPeople(database, into: &dump)
        try dumpRecords(of: space, database, into: &dump) { dump in
            if dump.waiting >= dumpLines { try give(dump.take()) }
        }
        try dumpRefusals(of: space, database, into: &dump)
        for taken in try wordsTakenBack(in: space, database) {
            dump.erasure(taken.words, in: taken.space)
        }
        if dump.waiting > 0 { try give(dump.take()) }
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

    /// A record's place in the order of a dump.
    private struct DumpKey: Comparable {
        let space: Int
        let high: UInt64
        let low: UInt64
        let number: Int64

        static func < (one: Self, other: Self) -> Bool {
            (one.space, one.high, one.low) < (other.space, other.high, other.low)
        }
    }

    /// The records in the order of a dump: by space, then by id as unsigned numbers.
    ///
    /// Only what it takes to sort them: SQLite would keep whole rows in memory.
    private static func dumpKeys(of space: SpaceID?, _ database: Database) throws -> [DumpKey] {
        let spaces = try Int64.fetchAll(
            database, sql: "SELECT number FROM space WHERE ?1 IS NULL OR id = ?1 ORDER BY id",
            arguments: [space?.bytes.blob])
        let places = Dictionary(
            spaces.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let statement = try PreparedStatement(
            "SELECT number, high, low, space FROM record", in: database)
        var keys: [DumpKey] = []
        while try statement.next() {
            guard let place = places[statement.integer(3)] else { continue }
            keys.append(
                DumpKey(
                    space: place, high: statement.word(1), low: statement.word(2),
                    number: statement.integer(0)))
        }
        keys.sort()
        return keys
    }

    private static func dumpRecords(
        of space: SpaceID?, _ database: Database, into dump: inout CanonicalDump,
        afterEach: (inout CanonicalDump) throws -> Void
    ) throws {
        let record = try PreparedStatement(
            """
            SELECT s.id, l.id, p.id, w.device, w.is_admitted, r.kind, r.space, r.sequence, r.place,
                r.lamport, r.written
            FROM record AS r JOIN space AS s ON s.number = r.space
            JOIN log AS l ON l.number = r.log JOIN writer AS w ON w.number = r.writer
            JOIN known_person AS p ON p.number = w.person
            WHERE r.number = ?
            """, in: database)
        for key in try dumpKeys(of: space, database) {
            record.bind(key.number, at: 1)
            defer { record.reset() }
            guard try record.next(), let space = SpaceID(record.bytes(0)),
                let log = LogID(record.bytes(1)), let person = PersonID(record.bytes(2)),
                let device = DeviceID(record.bytes(3))
            else { continue }
            let id = RecordID(high: key.high, low: key.low)
            let kind = UInt32(clamping: record.integer(5))
            dump.record(
                id, in: space, kind: kind, by: Writer(person: person, device: device),
                isHidden: record.integer(4) == 0, log: log, sequence: record.word(7),
                index: Int(record.integer(8)), lamport: record.word(9),
                wallClock: record.integer(10))
            if let table = KindTable.table(kind) {
                try dumpFields(of: key, id, in: record.integer(6), table, database, into: &dump)
            }
            try afterEach(&dump)
        }
    }

    private static func dumpFields(
        of key: DumpKey, _ id: RecordID, in space: Int64, _ table: KindTable,
        _ database: Database, into dump: inout CanonicalDump
    ) throws {
        let names = table.columns.compactMap { $0?.names }.joined().map { "\"\($0)\"" }
        let row = try PreparedStatement(
            "SELECT \((["number"] + names).joined(separator: ", ")) "
                + "FROM \(table.kind.name) WHERE number = ?", in: database)
        row.bind(key.number, at: 1)
        defer { row.reset() }
        let isHere = try row.next()
        for rule in table.kind.fields {
            // The arguments of the insertion stand in the order of the columns, both after the
            // record's number.
            if isHere, let columns = table.columns(of: rule.number),
                let value = StoredValue.read(row, columns, from: columns.argument - 1)
            {
                dump.field(rule.name, value)
            }
            switch rule.merge {
            case .immutable, .register: break
            case .collaborative:
                guard let text = try TextRows.text(rule, of: id, table.kind, in: space, database),
                    text.waiting > 0
                else { break }
                dump.field("\(rule.name) waits", .integer(Int64(text.waiting)))
            case .personal: try dumpEntries(rule, of: id, in: space, database, into: &dump)
            case .set: try dumpElements(rule, of: id, in: space, database, into: &dump)
            }
        }
    }

    private static func dumpEntries(
        _ rule: FieldRule, of id: RecordID, in space: Int64, _ database: Database,
        into dump: inout CanonicalDump
    ) throws {
        let entries = try PreparedStatement(
            """
            SELECT e.type, e.value, p.id FROM latest_entry AS e
            JOIN known_person AS p ON p.number = e.person
            WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = ? ORDER BY p.id
            """, in: database)
        entries.bind(rule, of: id, in: space)
        while try entries.next() {
            guard let person = PersonID(entries.bytes(2)) else { continue }
            dump.entry(rule.name, of: person, StoredValue.read(entries, at: 0))
        }
    }

    private static func dumpElements(
        _ rule: FieldRule, of id: RecordID, in space: Int64, _ database: Database,
        into dump: inout CanonicalDump
    ) throws {
        let elements = try PreparedStatement(
            """
            SELECT DISTINCT type, value FROM counted_element
            WHERE high = ? AND low = ? AND space = ? AND field = ?
            """, in: database)
        elements.bind(rule, of: id, in: space)
        var values: [String.Bytewise] = []
        while try elements.next() {
            values.append(StoredValue.read(elements, at: 0).dumped.bytewise)
        }
        for value in values.sorted() { dump.element(rule.name, dumped: value.text) }
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

extension PreparedStatement {
    /// Binds the four arguments that name a field of a record.
    fileprivate func bind(_ rule: FieldRule, of id: RecordID, in space: Int64) {
        bind(id.high, at: 1)
        bind(id.low, at: 2)
        bind(space, at: 3)
        bind(Int64(rule.number), at: 4)
    }
}
