public import Community
internal import GRDB
internal import Ledger
internal import Merge
public import Wire

/// Which records to list.
public struct ItemFilter: Sendable {
    /// The kind.
    public var kind: RecordKind
    /// The spaces to look into; all when empty.
    public var spaces: [SpaceID] = []
    /// Only by this person.
    public var author: PersonID?
    /// Only with this tag.
    public var tag: String?
    /// Only after this place in the list.
    public var after: ListCursor?
    /// At most so many.
    public var limit = 50

    /// All records of a kind, newest first.
    public init(_ kind: RecordKind) { self.kind = kind }
}

/// A record as a list shows it: with its author's name and its short code.
public struct ListedItem: Sendable {
    /// The record.
    public var item: RecordFacts
    /// Its short code, unique here.
    public var code: String
    /// Who wrote it.
    public var author: Author
    /// Where to go on with the list after this one.
    public var cursor: ListCursor
}

extension Store {
    /// Records of a kind, newest first.
    ///
    /// Texts of people who left and took their words along are empty.
    public func items(_ filter: ItemFilter) async throws(StorageError) -> [ListedItem] {
        try await read { database in
            // The second term says what the index by date is made of.
            var sql =
                ItemRows.select(filter.kind)
                + " WHERE r.kind = ? AND r.kind >= \(ViewSchema.firstItem)"
            var arguments: StatementArguments = [Int64(filter.kind.number)]
            if !filter.spaces.isEmpty {
                sql += " AND s.id IN (\(Self.places(filter.spaces.count)))"
                for space in filter.spaces { arguments += [space.bytes.blob] }
            }
            if let after = filter.after {
                sql += " AND (r.shown, r.number) < (?, ?)"
                arguments += [after.date, after.number]
            }
            if let author = filter.author {
                sql += " AND p.id = ?"
                arguments += [author.bytes.blob]
            }
            if let tag = filter.tag, let field = filter.kind.number(of: "tags") {
                let condition = try TagRows.condition(tag, database)
                sql += """
                     AND EXISTS (SELECT 1 FROM shown_element AS e WHERE \(condition.sql)
                        AND e.high = r.high AND e.low = r.low AND e.space = r.space
                        AND e.field = ?)
                    """
                arguments += condition.arguments
                arguments += [Int64(field)]
            }
            sql += " ORDER BY r.shown DESC, r.number DESC LIMIT ?"
            arguments += [max(0, filter.limit)]
            return try ItemRows.read(
                database.makeStatement(sql: sql), arguments, of: filter.kind, database)
        }
    }

    /// The record with an id; `nil` if there is none that may be shown.
    public func item(_ id: RecordID) async throws(StorageError) -> ListedItem? {
        try await read { database in try Self.item(id, database) }
    }

    /// The records with some ids, by id; those that may not be shown are left out.
    public func items(_ ids: [RecordID]) async throws(StorageError) -> [RecordID: ListedItem] {
        try await read { database in
            var found: [RecordID: ListedItem] = [:]
            for id in ids where found[id] == nil { found[id] = try Self.item(id, database) }
            return found
        }
    }

    private static func item(_ id: RecordID, _ database: Database) throws -> ListedItem? {
        let number = try PreparedStatement(
            "SELECT kind FROM record WHERE high = ? AND low = ?", in: database)
        number.bind(id.high, at: 1)
        number.bind(id.low, at: 2)
        defer { number.reset() }
        guard try number.next(),
            let kind = Schema.kind(UInt32(clamping: number.integer(0)))
        else { return nil }
        return try ItemRows.read(
            database.cachedStatement(
                sql: ItemRows.select(kind) + " WHERE r.high = ? AND r.low = ?"),
            [id.high, id.low], of: kind, database
        ).first
    }

    /// The records that name one of some records in a field that can, such as the outcomes of
    /// experiments, by what they name; each list has the oldest first.
    ///
    /// - Parameters:
    ///   - kinds: Of which kinds.
    ///   - targets: What they shall name.
    public func items(
        of kinds: [RecordKind], naming targets: [RecordID]
    ) async throws(StorageError) -> [RecordID: [ListedItem]] {
        guard !targets.isEmpty else { return [:] }
        return try await read { database in
            var found: [RecordID: [ListedItem]] = [:]
            for kind in kinds {
                for rule in kind.fields where rule.isReference {
                    for item in try Self.items(of: kind, rule, naming: targets, database) {
                        guard case .record(let target) = item.item.values[rule.name] else {
                            continue
                        }
                        found[target, default: []].append(item)
                    }
                }
            }
            return found
        }
    }

    /// How many records are asked for at once; a thread may have thousands of answers.
    private static let mostTargets = 200

    private static func items(
        of kind: RecordKind, _ rule: FieldRule, naming targets: [RecordID], _ database: Database
    ) throws -> [ListedItem] {
        let wanted = Set(targets)
        var found: [ListedItem] = []
        for start in stride(from: 0, to: targets.count, by: mostTargets) {
            let part = targets[start..<min(start + mostTargets, targets.count)]
            let sql =
                ItemRows.select(kind) + """
                     WHERE x."\(rule.name)_high" IN (\(places(part.count))) AND r.kind = ?
                        ORDER BY r.shown, r.number
                    """
            let arguments = StatementArguments(part.map(\.high) + [Int64(kind.number)])
            // Ids of different records may begin alike.
            found += try ItemRows.read(
                database.makeStatement(sql: sql), arguments, of: kind, database
            ).filter { item in
                guard case .record(let target) = item.item.values[rule.name] else { return false }
                return wanted.contains(target)
            }
        }
        return found
    }

    /// The records that hold the id of another one in a set, visible or not.
    ///
    /// - Parameter hasEntries: Whether those count too that hold it in somebody's personal field, for
    ///   which there is no index.
    public func records(
        holding id: RecordID, hasEntries: Bool = false
    ) async throws(StorageError) -> [RecordID] {
        try await read { database in
            var sql = "SELECT DISTINCT high, low FROM element WHERE value = ?1 AND counts"
            if hasEntries {
                sql += " UNION SELECT high, low FROM entry WHERE value = ?1 AND counts"
            }
            return try Row.fetchAll(database, sql: sql, arguments: [id.bytes.blob])
                .compactMap { RecordID($0, "high", "low") }
        }
    }

    /// Those of some questions of which somebody says that another one asks the same, or the other
    /// way round; also where the other isn't here.
    public func questionsWithTwins(
        among ids: [RecordID]
    ) async throws(StorageError) -> Set<RecordID> {
        let field = Int64(Schema.question.number(of: "same_as") ?? 0)
        return try await read { database in
            let statement = try PreparedStatement(
                """
                SELECT EXISTS (SELECT 1 FROM element WHERE value = ?1 AND counts) OR EXISTS (
                    SELECT 1 FROM element WHERE high = ?2 AND low = ?3 AND field = ?4 AND counts)
                """, in: database)
            var found: Set<RecordID> = []
            for id in ids {
                statement.bind(id, at: 1)
                statement.bind(id.high, at: 2)
                statement.bind(id.low, at: 3)
                statement.bind(field, at: 4)
                while try statement.next() {
                    if statement.integer(0) != 0 { found.insert(id) }
                }
            }
            return found
        }
    }

    private static func places(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

/// How records of any kind are read out of the view, following the schema.
private enum ItemRows {
    /// What the names of the kind's own columns begin with: a field may be called like a column
    /// of the record.
    private static let prefix = "field_"

    /// The visible records of a kind with their columns; `r`, `x`, `w`, `p` and `s` can be asked
    /// for more.
    static func select(_ kind: RecordKind) -> String {
        let columns = (KindTable.table(kind.number)?.columns ?? []).compactMap { $0?.names }
            .joined().map { ", x.\"\($0)\" AS \"\(prefix)\($0)\"" }.joined()
        return """
            SELECT r.number AS id_number, r.high AS id_high, r.low AS id_low, r.sequence, r.place,
                r.lamport, r.written AS id_written, r.shown AS id_shown, l.id AS log_id,
                r.space AS space_number, s.id AS space_id, p.id AS person_id,
                p.name AS person_name, \(ShownRecord.via), w.is_erased AS is_erased\(columns)
            FROM \(kind.name) AS x JOIN record AS r ON r.number = x.number
            JOIN log AS l ON l.number = r.log
            JOIN writer AS w ON w.number = r.writer AND w.is_admitted
            JOIN known_person AS p ON p.number = w.person
            JOIN space AS s ON s.number = r.space
            """
    }

    static func read(
        _ statement: GRDB.Statement, _ arguments: StatementArguments, of kind: RecordKind,
        _ database: Database
    ) throws -> [ListedItem] {
        try Row.fetchAll(statement, arguments: arguments).compactMap { row in
            guard let item = try item(row, kind, database) else { return nil }
            return ListedItem(
                item: item,
                code: try ShortCodes.code(item.id, kind: kind.number, in: database),
                author: kind == Schema.question
                    ? try Author(row).asking(item.id, in: item.space, row["space_number"], database)
                    : Author(row),
                cursor: ListCursor(date: row["id_shown"], number: row["id_number"]))
        }
    }

    private static func item(
        _ row: Row, _ kind: RecordKind, _ database: Database
    ) throws -> RecordFacts? {
        guard let id = RecordID(row, "id_high", "id_low"), let stamp = WriteStamp(row),
            let person = PersonID(row.bytes(named: "person_id")),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        var item = RecordFacts(
            id: id, kind: kind, space: space, person: person, stamp: stamp,
            written: row["id_written"])
        let isErased: Bool = row["is_erased"]
        for rule in kind.fields {
            let value = StoredValue.read(rule, in: row, prefix: prefix)
            if isErased, rule.writer == .author, case .text = value {
                item.values[rule.name] = .text("")
            } else {
                item.values[rule.name] = value
            }
        }
        try addElements(to: &item, row["space_number"], database)
        try addEntries(to: &item, row["space_number"], database)
        return item
    }

    // MARK: Sets and personal fields

    private static func addElements(
        to item: inout RecordFacts, _ space: Int64, _ database: Database
    ) throws {
        guard item.kind.fields.contains(where: { $0.merge == .set }) else { return }
        let statement = try PreparedStatement(
            """
            SELECT e.field, e.dot_high, e.dot_low, w.is_erased OR EXISTS (
                SELECT 1 FROM removal AS d
                JOIN writer AS v ON v.number = d.writer AND v.is_admitted
                WHERE d.high = e.high AND d.low = e.low AND d.space = e.space
                    AND d.field = e.field AND d.dot_high = e.dot_high
                    AND d.dot_low = e.dot_low AND d.counts), e.type, e.value
            FROM element AS e JOIN writer AS w ON w.number = e.writer AND w.is_admitted
            WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.counts
            """, in: database)
        statement.bind(item.id.prefix, at: 1)
        statement.bind(item.id.suffix, at: 2)
        statement.bind(space, at: 3)
        let first = creationDots(of: item)
        var values: [String: Set<Value>] = [:]
        while try statement.next() {
            guard let rule = item.kind.field(UInt32(clamping: statement.integer(0))) else {
                continue
            }
            let dot = RecordID(high: statement.word(1), low: statement.word(2))
            if !first.contains(dot) { item.changes[rule.name, default: 0] += 1 }
            guard statement.integer(3) == 0 else { continue }
            values[rule.name, default: []].insert(StoredValue.read(statement, at: 4))
        }
        for (name, elements) in values { item.elements[name] = RecordFacts.sorted(elements) }
    }

    /// The names of the set elements that the record may have been created with.
    private static func creationDots(of item: RecordFacts) -> Set<OperationID> {
        let most = Schema.creationElements + item.kind.fields.count
        return Set(
            (0..<most).map { place in
                OperationNaming.id(
                    log: item.stamp.writer, sequence: item.stamp.index >> 18,
                    index: Int(item.stamp.index & (1 << 18 - 1)) + ((place + 1) << 32))
            })
    }

    private static func addEntries(
        to item: inout RecordFacts, _ space: Int64, _ database: Database
    ) throws {
        guard item.kind.fields.contains(where: { $0.merge == .personal }) else { return }
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT e.type, e.value, e.field, e.sequence, e.place, e.lamport, e.written,
                        l.id AS log_id, p.id AS person_id
                    FROM entry AS e
                    JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                        AND NOT w.is_erased
                    JOIN known_person AS p ON p.number = w.person
                    JOIN log AS l ON l.number = e.log
                    WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.counts
                    """), arguments: [item.id.high, item.id.low, space])
        var newest: [String: [PersonID: RecordFacts.Entry]] = [:]
        for row in rows {
            guard let rule = item.kind.field(UInt32(clamping: row["field"] as Int64)),
                let stamp = WriteStamp(row),
                let person = PersonID(row.bytes(named: "person_id"))
            else { continue }
            if let known = newest[rule.name]?[person], known.stamp > stamp { continue }
            newest[rule.name, default: [:]][person] = RecordFacts.Entry(
                person: person, value: StoredValue.read(row, at: 0), stamp: stamp,
                written: row["written"])
        }
        for (name, entries) in newest {
            item.entries[name] = entries.values.sorted { $0.person < $1.person }
        }
    }
}

extension FieldRule {
    /// Whether the field names another record.
    fileprivate var isReference: Bool { if case .record = type { true } else { false } }
}
