internal import Community
internal import Foundation
internal import GRDB
internal import Wire

/// The parts of queries that show records, in one place.
///
/// Every query joins `writer` with `is_admitted`: what nobody vouched for is not shown. Of people
/// who took their words with them, records stay where others answered, without their texts.
enum ShownRecord {
    /// A text of a question or an answer, unless its author took it along.
    ///
    /// What was imported is by somebody else.
    private static func kept(_ column: String) -> String {
        "CASE WHEN w.is_erased AND x.original_author IS NULL THEN '' ELSE x.\(column) END "
            + "AS \(column)"
    }

    /// The name of the shared terminal at which the writer `w` wrote, with a key that it keeps.
    static let via = """
        CASE WHEN w.role = 1 THEN (
            SELECT k.name FROM known_device AS d JOIN known_device AS h ON h.id = d.kiosk
            JOIN known_person AS k ON k.number = h.person AND k.is_kiosk
            WHERE d.person = w.person AND d.id = w.device) END AS via
        """

    /// - Parameter isSmall: Whether the table is to be walked through and not the records: SQLite knows
    ///   nothing of their numbers, and would walk through a million posts for ten communities.
    private static func select(
        _ table: String, _ columns: String, isSmall: Bool = false
    ) -> String {
        let from =
            isSmall
            ? "\(table) AS x CROSS JOIN record AS r ON r.number = x.number"
            : "record AS r JOIN \(table) AS x ON x.number = r.number"
        return """
            SELECT r.number, r.high, r.low, r.space, r.shown, s.id AS space_id,
                p.id AS person_id, p.name AS person_name, \(via), \(columns)
            FROM \(from)
            JOIN writer AS w ON w.number = r.writer AND w.is_admitted
            JOIN known_person AS p ON p.number = w.person
            JOIN space AS s ON s.number = r.space
            """
    }

    /// The visible answers to the question `r`.
    static let visibleAnswers = """
        SELECT 1 FROM answer AS a JOIN record AS ar ON ar.number = a.number
        JOIN writer AS aw ON aw.number = ar.writer AND aw.is_admitted
        WHERE a.question_high = r.high AND a.question_low = r.low AND ar.space = r.space
        """

    /// The visible thanks for `r`.
    private static func thanks(high: String, low: String) -> String {
        """
        SELECT count(*) FROM thanks AS t JOIN record AS tr ON tr.number = t.number
        JOIN writer AS tw ON tw.number = tr.writer AND tw.is_admitted
        WHERE t.for_high = \(high) AND t.for_low = \(low) AND tr.space = r.space
            AND NOT coalesce(t.withdrawn, 0)
        """
    }

    static let question = select(
        "question",
        """
        \(kept("title")), \(kept("body")), x.source, x.original_author, x.accepted_high, x.accepted_low,
        (SELECT count(*) FROM (\(visibleAnswers))) AS answers,
        EXISTS (\(visibleAnswers) AND ar.high = x.accepted_high AND ar.low = x.accepted_low
            AND NOT (aw.is_erased AND a.original_author IS NULL))
            AS is_resolved,
        (\(thanks(high: "r.high", low: "r.low"))) + coalesce((
            SELECT sum((\(thanks(high: "ar.high", low: "ar.low")))) FROM answer AS a
            JOIN record AS ar ON ar.number = a.number
            JOIN writer AS aw ON aw.number = ar.writer AND aw.is_admitted
            WHERE a.question_high = r.high AND a.question_low = r.low AND ar.space = r.space), 0)
            AS thanks
        """)

    static let answer = select(
        "answer",
        """
        x.question_high, x.question_low, x.reply_to_high, x.reply_to_low, \(kept("body")), x.source,
        x.original_author
        """)

    static let thanks = select(
        "thanks", "x.for_high, x.for_low, CASE WHEN w.is_erased THEN '' ELSE x.text END AS text")

    static let community = select(
        "community", "x.name, x.purpose, x.form, x.charter, x.stage, x.space AS community_space",
        isSmall: true)
}

/// The short codes of records, as long as they must be to be unique here.
enum ShortCodes {
    static func code(_ id: RecordID, kind: UInt32, in database: Database) throws -> String {
        guard let rule = Schema.kind(kind) else { return id.hex }
        var length = ShortCode.shortest
        for neighbour in [
            "SELECT max(high) FROM record WHERE high < ?",
            "SELECT min(high) FROM record WHERE high > ?",
        ] {
            let statement = try PreparedStatement(neighbour, in: database)
            statement.bind(id.prefix, at: 1)
            defer { statement.reset() }
            guard try statement.next(), !statement.isNull(0) else { continue }
            length = max(length, ShortCode.length(telling: id.prefix, from: statement.word(0)))
        }
        return ShortCode(id, kind: rule, length: length).description
    }
}

extension RecordID {
    /// The halves of the id as they lie in the view.
    var high: Int64 { Int64(bitPattern: prefix) }
    var low: Int64 { Int64(bitPattern: suffix) }

    /// Reads an id from two columns; `nil` for NULL.
    init?(_ row: Row, _ high: String, _ low: String) {
        guard let high: Int64 = row[high], let low: Int64 = row[low] else { return nil }
        self.init(high: UInt64(bitPattern: high), low: UInt64(bitPattern: low))
    }
}

extension Author {
    /// Reads the author from the columns that ``ShownRecord`` selects.
    init(_ row: Row) {
        let person = PersonID(row.bytes(named: "person_id"))
        self.init(
            person: person ?? PersonID(raw: Bytes32(words: (0, 0, 0, 0))),
            name: row["person_name"] ?? "",
            originalName: row.hasColumn("original_author") ? row["original_author"] : nil,
            via: row.hasColumn("via") ? row["via"] : nil)
    }

    /// The author of a question with what is known of who asked.
    func asking(
        _ question: RecordID, in space: SpaceID, _ number: Int64, _ database: Database
    ) throws -> Author {
        // The plus keeps SQLite from the index of all questions, which it prefers to that of names.
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT x.pseudonym FROM record AS r JOIN question AS x ON x.number = r.number
                    WHERE r.high = ? AND r.low = ? AND r.space = ? AND +r.kind = ?
                        AND x.pseudonym IS NOT NULL
                    """),
            arguments: [question.high, question.low, number, Int64(Schema.question.number)])
        guard let row, let commitment = Bytes32(row.bytes(named: "pseudonym")) else { return self }
        let entries = try Row.fetchAll(
            database,
            sql: """
                SELECT p.id, p.name, e.value FROM entry AS e
                JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                JOIN known_person AS p ON p.number = w.person
                WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = ? AND e.counts
                """,
            arguments: [
                question.high, question.low, number,
                Int64(Schema.question.number(of: "reveal") ?? 0),
            ])
        let asker = Pseudonym.asker(
            commitment, in: space,
            entries: entries.compactMap { entry in
                PersonID(entry.bytes(named: "id")).map { ($0, entry.bytes(named: "value")) }
            })
        var author = self
        author.pseudonym = Pseudonymous(
            commitment: commitment, asker: asker,
            name: entries.first { PersonID($0.bytes(named: "id")) == asker }?["name"] ?? "")
        return author
    }
}

extension QuestionSummary {
    init?(_ row: Row, _ database: Database) throws {
        guard let id = RecordID(row, "high", "low"),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        let tags = try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT value FROM shown_element
                    WHERE high = ? AND low = ? AND space = ? AND field = 3 ORDER BY value
                    """), arguments: [id.high, id.low, row["space"] as Int64])
        self.init(
            id: id, code: try ShortCodes.code(id, kind: Schema.question.number, in: database),
            space: space, title: row["title"] ?? "",
            author: try Author(row).asking(id, in: space, row["space"], database),
            date: row["shown"],
            tags: tags, answerCount: row["answers"], isResolved: row["is_resolved"],
            thanksCount: row["thanks"],
            cursor: ListCursor(date: row["shown"], number: row["number"]))
    }
}

extension RecordReference {
    init?(_ row: Row, _ database: Database) throws {
        guard let id = RecordID(row, "high", "low"),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        let kind = UInt32(clamping: row["kind"] as Int64)
        self.init(
            id: id, code: try ShortCodes.code(id, kind: kind, in: database), kind: kind,
            space: space,
            question: kind == Schema.question.number
                ? id : RecordID(row, "question_high", "question_low"))
    }
}

extension Row {
    /// A column of bytes; empty for NULL.
    func bytes(named name: String) -> Bytes {
        guard let data = self[name] as Data? else { return [] }
        return Bytes(data)
    }
}

extension Bytes {
    /// The bytes as an argument of a statement.
    var blob: Data { Data(self) }
}
