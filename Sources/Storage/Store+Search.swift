internal import Community
internal import GRDB
internal import Wire

extension Store {
    /// How many of the newest matches are ranked: ranking all of them could take a second.
    static let rankedMatches = 200

    /// Searches the visible posts: the newest matches, the best of them first.
    ///
    /// An empty query, or one of excluded words only, finds nothing. Where nothing holds the words,
    /// the nearest known ones are searched for (chapter 09).
    public func search(_ query: SearchQuery) async throws(StorageError) -> SearchResult {
        let terms = SearchTerms(query.text)
        guard terms.query != nil else { return SearchResult(hits: [], isPartial: false) }
        return try await read { database in
            let result = try Self.result(terms, query, database)
            guard result.hits.isEmpty, let correction = try SearchCorrection(terms, database)
            else { return result }
            var corrected = try Self.result(SearchTerms(correction.text), query, database)
            // A word that only hidden posts hold is none to speak of.
            guard !corrected.hits.isEmpty else { return result }
            corrected.correction = correction.text
            return corrected
        }
    }

    private static func result(
        _ terms: SearchTerms, _ query: SearchQuery, _ database: Database
    ) throws -> SearchResult {
        guard let match = terms.query else { return SearchResult(hits: [], isPartial: false) }
        let matches = try Self.matches(match, query, database)
        let ranked = matches.prefix(Self.rankedMatches).enumerated()
            .map { (match: $1, score: Self.score($1, age: $0, terms)) }
            .sorted { ($0.score, $0.match.number) > ($1.score, $1.match.number) }
        let hits = try ranked.prefix(max(0, query.limit)).compactMap {
            try SearchHit($0.match, terms, database)
        }
        return SearchResult(hits: hits, isPartial: matches.count > Self.rankedMatches)
    }

    /// The kinds that are searched unless somebody asks for one.
    private static let searched =
        [Schema.question.number, Schema.answer.number, Schema.attachment.number]
        + Schema.life.map(\.number).filter { KindTable.table($0)?.searched.isEmpty == false }

    private static func matches(
        _ match: String, _ query: SearchQuery, _ database: Database
    ) throws -> [SearchMatch] {
        var sql = """
            SELECT r.number, r.high, r.low, r.space, r.kind, r.shown, s.id AS space_id,
                p.id AS person_id, p.name AS person_name, \(ShownRecord.via), q.title,
                coalesce(q.body, a.body, '') AS body, a.question_high, a.question_low,
                coalesce(q.original_author, a.original_author) AS original_author
            FROM search
            CROSS JOIN record AS r ON r.number = search.rowid
            JOIN writer AS w ON w.number = r.writer AND w.is_admitted
            JOIN known_person AS p ON p.number = w.person
            JOIN space AS s ON s.number = r.space
            LEFT JOIN question AS q ON q.number = r.number
            LEFT JOIN answer AS a ON a.number = r.number
            WHERE search MATCH ? AND NOT (
                w.is_erased AND r.kind <> \(Schema.page.number) AND q.original_author IS NULL AND a.original_author IS NULL)
            """
        var arguments: StatementArguments = [match]
        let conditions = try Self.conditions(query, database)
        sql += conditions.sql
        arguments += conditions.arguments
        sql += " ORDER BY search.rowid DESC LIMIT ?"
        arguments += [rankedMatches + 1]
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map {
            try SearchMatch($0, database)
        }
    }

    /// What a query asks for beside its words.
    private static func conditions(
        _ query: SearchQuery, _ database: Database
    ) throws -> (sql: String, arguments: StatementArguments) {
        var sql = ""
        var arguments = StatementArguments()
        if let kind = query.kind {
            sql += " AND r.kind = ?"
            arguments += [Int64(kind)]
        } else {
            sql += " AND r.kind IN (\(searched.map(String.init).joined(separator: ", ")))"
        }
        if let tag = query.tag {
            let condition = try TagRows.condition(tag, database)
            sql += """
                 AND EXISTS (SELECT 1 FROM shown_element AS e WHERE \(condition.sql)
                    AND e.high = r.high AND e.low = r.low AND e.space = r.space AND e.field = 3)
                """
            arguments += condition.arguments
        }
        if let place = query.place {
            sql += " AND (\(atPlace))"
            arguments += StatementArguments(
                Array(repeating: "%\(Self.literal(place))%", count: placedKinds.count + 1))
        }
        if let since = query.since {
            sql += " AND r.shown >= ?"
            arguments += [since]
        }
        if let until = query.until {
            sql += " AND r.shown < ?"
            arguments += [until]
        }
        if let space = query.space {
            let spaces = [space] + query.mergedSpaces
            sql += " AND s.id IN (\(spaces.map { _ in "?" }.joined(separator: ", ")))"
            arguments += StatementArguments(spaces.map(\.bytes.blob))
        }
        if let author = query.author {
            sql += " AND p.id = ?"
            arguments += [author.bytes.blob]
        }
        return (sql, arguments)
    }

    /// The kinds of which each record stands at one place.
    private static let placedKinds = Schema.life.filter { $0.number(of: "place") != nil }

    /// Whether `r` stands at a place that a pattern fits; a gathering may have several.
    private static var atPlace: String {
        let one = placedKinds.map {
            "r.number IN (SELECT number FROM \($0.name) WHERE place LIKE ? ESCAPE '\\')"
        }
        let several = """
            r.kind = \(Schema.event.number) AND EXISTS (
                SELECT 1 FROM shown_element AS e WHERE e.high = r.high AND e.low = r.low
                    AND e.space = r.space AND e.field = \(Schema.event.number(of: "places") ?? 0)
                    AND e.value LIKE ? ESCAPE '\\')
            """
        return (one + [several]).joined(separator: " OR ")
    }

    /// A text in a pattern of LIKE, standing for itself.
    private static func literal(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
            .replacing("_", with: "\\_")
    }

    /// Words in the title count most, then how often words occur; of equals the newer is first.
    private static func score(_ match: SearchMatch, age: Int, _ terms: SearchTerms) -> Int {
        var score = 0
        for term in terms.terms where !term.isExcluded {
            if match.title.occurrences(of: term, atMost: 1) > 0 { score += 40 }
            score += 4 * match.body.occurrences(of: term, atMost: 5)
        }
        return score - age / 8
    }
}

/// A record that matches, with its words.
private struct SearchMatch {
    let row: Row
    let number: Int64
    let kind: UInt32
    /// Its title; empty for kinds that have none.
    let title: String
    /// Its other words.
    let body: String

    init(_ row: Row, _ database: Database) throws {
        self.row = row
        number = row["number"]
        kind = UInt32(clamping: row["kind"] as Int64)
        guard Self.isShownByFields(kind), let table = KindTable.table(kind) else {
            title = row["title"] ?? ""
            body = row["body"] ?? ""
            return
        }
        let names = table.searched.compactMap { table.kind.field($0)?.name }
        let columns = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let words = try Row.fetchOne(
            database, sql: "SELECT \(columns) FROM \(table.kind.name) WHERE number = ?",
            arguments: [number])
        title = names.contains("title") ? words?["title"] ?? "" : ""
        body = names.filter { $0 != "title" }.compactMap { words?[$0] as String? }
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Whether a kind's words lie in the fields that are searched, and not in a title and a body.
    private static func isShownByFields(_ kind: UInt32) -> Bool {
        Schema.isLife(kind) || kind == Schema.attachment.number
    }

    /// What a part belongs to, such as the experiment of an outcome; `nil` for what stands by itself.
    func whole(in database: Database) throws -> RecordID? {
        if let question = RecordID(row, "question_high", "question_low") { return question }
        guard Self.isShownByFields(kind), let table = KindTable.table(kind),
            let rule = table.kind.fields.first(where: { rule in
                if case .record = rule.type { rule.isRequired } else { false }
            })
        else { return nil }
        let part = try Row.fetchOne(
            database,
            sql: """
                SELECT "\(rule.name)_high" AS high, "\(rule.name)_low" AS low
                FROM \(table.kind.name) WHERE number = ?
                """, arguments: [number])
        return part.flatMap { RecordID($0, "high", "low") }
    }
}

extension SearchHit {
    fileprivate init?(
        _ match: SearchMatch, _ terms: SearchTerms, _ database: Database
    ) throws {
        let row = match.row
        guard let id = RecordID(row, "high", "low"),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        let whole = try match.whole(in: database)
        var title = match.title
        if let whole, title.isEmpty {
            title = try Self.title(of: whole, in: row["space"], database)
        }
        self.init(
            id: id, code: try ShortCodes.code(id, kind: match.kind, in: database),
            kind: match.kind, space: space, question: whole ?? id, title: title,
            snippet: Snippet(of: match.body.isEmpty ? title : match.body, terms),
            author: match.kind == Schema.question.number
                ? try Author(row).asking(id, in: space, row["space"], database) : Author(row),
            date: row["shown"])
    }

    /// The kinds with a title that others can belong to.
    private static let titled = [
        Schema.question, Schema.experiment, Schema.event, Schema.problem, Schema.story,
        Schema.valueStory, Schema.page,
    ].filter { $0.number(of: "title") != nil }

    /// The title of the question of an answer, of the experiment of an outcome, or of what a file
    /// hangs on; for a file on an answer that of the question.
    private static func title(
        of id: RecordID, in space: Int64, _ database: Database
    ) throws -> String {
        let answered = try Row.fetchOne(
            database,
            sql: """
                SELECT a.question_high AS high, a.question_low AS low FROM record AS r
                JOIN answer AS a ON a.number = r.number
                WHERE r.high = ? AND r.low = ? AND r.space = ?
                """, arguments: [id.high, id.low, space])
        let id = answered.flatMap { RecordID($0, "high", "low") } ?? id
        for kind in titled {
            let imported =
                kind == Schema.question ? "AND x.original_author IS NULL" : ""
            let title = try String.fetchOne(
                database,
                sql: """
                    SELECT x.title FROM record AS r JOIN \(kind.name) AS x ON x.number = r.number
                    JOIN writer AS w ON w.number = r.writer AND NOT (w.is_erased \(imported))
                    WHERE r.high = ? AND r.low = ? AND r.space = ?
                    """, arguments: [id.high, id.low, space])
            if let title { return title }
        }
        return ""
    }
}
