internal import Community
internal import GRDB
internal import Wire

extension Store {
    /// How many of the newest matches are ranked: ranking all of them could take a second.
    static let rankedMatches = 200

    /// Searches the visible posts: the newest matches, the best of them first.
    ///
    /// An empty query, or one of excluded words only, finds nothing.
    public func search(_ query: SearchQuery) async throws(StorageError) -> SearchResult {
        let terms = SearchTerms(query.text)
        guard let match = terms.query else { return SearchResult(hits: [], isPartial: false) }
        return try await read { database in
            let rows = try Self.matches(match, query, database)
            let ranked = rows.prefix(Self.rankedMatches).enumerated()
                .map { (row: $1, score: Self.score($1, age: $0, terms)) }
                .sorted { ($0.score, $0.row["number"] as Int64) > ($1.score, $1.row["number"]) }
            let hits = try ranked.prefix(max(0, query.limit)).compactMap {
                try SearchHit($0.row, terms, database)
            }
            return SearchResult(hits: hits, isPartial: rows.count > Self.rankedMatches)
        }
    }

    private static func matches(
        _ match: String, _ query: SearchQuery, _ database: Database
    ) throws -> [Row] {
        var sql = """
            SELECT r.number, r.high, r.low, r.space, r.kind, r.shown, s.id AS space_id,
                p.id AS person_id, p.name AS person_name, q.title,
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
                w.is_erased AND q.original_author IS NULL AND a.original_author IS NULL)
            """
        var arguments: StatementArguments = [match]
        if let kind = query.kind {
            sql += " AND r.kind = ?"
            arguments += [Int64(kind)]
        } else {
            sql += " AND r.kind IN (5, 6)"
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
        sql += " ORDER BY search.rowid DESC LIMIT ?"
        arguments += [rankedMatches + 1]
        return try Row.fetchAll(database, sql: sql, arguments: arguments)
    }

    /// Words in the title count most, then how often words occur; of equals the newer is first.
    private static func score(_ row: Row, age: Int, _ terms: SearchTerms) -> Int {
        let title = SearchText.prepared(row["title"] ?? "").lowercased()
        let body = SearchText.prepared(row["body"] ?? "").lowercased()
        var score = 0
        for term in terms.terms where !term.isExcluded {
            let words = term.words.lowercased()
            if title.contains(words) { score += 40 }
            score += 4 * min(5, body.occurrences(of: words, atMost: 5))
        }
        return score - age / 8
    }
}

extension String {
    fileprivate func occurrences(of words: String, atMost limit: Int) -> Int {
        var count = 0
        var rest = self[...]
        while count < limit, let range = rest.firstRange(of: words) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}

extension SearchHit {
    init?(_ row: Row, _ terms: SearchTerms, _ database: Database) throws {
        guard let id = RecordID(row, "high", "low"),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        let kind = UInt32(clamping: row["kind"] as Int64)
        let question = RecordID(row, "question_high", "question_low") ?? id
        var title: String = row["title"] ?? ""
        if kind == Schema.answer.number {
            title =
                try String.fetchOne(
                    database,
                    sql: """
                        SELECT q.title FROM record AS r JOIN question AS q ON q.number = r.number
                        JOIN writer AS w ON w.number = r.writer
                            AND NOT (w.is_erased AND q.original_author IS NULL)
                        WHERE r.high = ? AND r.low = ? AND r.space = ?
                        """, arguments: [question.high, question.low, row["space"] as Int64])
                ?? ""
        }
        let body: String = row["body"] ?? ""
        self.init(
            id: id, code: try ShortCodes.code(id, kind: kind, in: database), kind: kind,
            space: space, question: question, title: title,
            snippet: Snippet(of: body.isEmpty ? title : body, terms), author: Author(row),
            date: row["shown"])
    }
}
