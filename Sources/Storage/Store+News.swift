public import Community
internal import GRDB
public import Wire

/// Something that a colleague wrote to what somebody wrote or follows.
public struct NewsRow: Sendable {
    /// The record that is new.
    public var id: RecordID
    /// Its kind's number in the schema.
    public var kind: UInt32
    /// The record that it belongs to.
    public var about: RecordID
    /// The space of both.
    public var space: SpaceID
    /// Who wrote it.
    public var author: Author
    /// When, by their clock, in milliseconds since 1970.
    public var date: Int64
}

/// Whose news are wanted.
public struct NewsFilter: Sendable {
    /// The person.
    public var person: PersonID
    /// Later than this moment, in milliseconds since 1970.
    public var since: Int64
    /// Records that are followed.
    public var followed: [RecordID] = []
    /// Records of which nothing is wanted.
    public var muted: [RecordID] = []
    /// At most so many of each kind.
    public var limit = 200

    /// Everything for a person since a moment.
    public init(person: PersonID, since: Int64) {
        self.person = person
        self.since = since
    }
}

extension Store {
    /// What colleagues wrote to records of a person or to records that are followed, the newest
    /// first: answers, thanks, experience, suggestions, outcomes, sessions.
    ///
    /// Whoever answered a question hears of other answers, too. Imported posts are nobody's news.
    public func news(_ filter: NewsFilter) async throws(StorageError) -> [NewsRow] {
        try await read { database in
            var found: [NewsRow] = []
            for (kind, rule) in NewsQuery.sources {
                let rows = try Row.fetchAll(
                    database, sql: NewsQuery.sql(kind, rule, filter),
                    arguments: NewsQuery.arguments(kind, filter))
                found += rows.compactMap { NewsRow($0, kind) }
            }
            return found.sorted { ($0.date, $0.id) > ($1.date, $1.id) }
        }
    }

    /// Records of a person that others can build on, the newest first.
    public func own(
        _ kinds: [RecordKind], of person: PersonID, limit: Int
    ) async throws(StorageError) -> [RecordID] {
        let numbers = kinds.map { String($0.number) }.joined(separator: ", ")
        // Otherwise SQLite walks back through everything that anybody wrote.
        let isIndexed = kinds.allSatisfy { $0.number >= ViewSchema.firstItem }
        let index = isIndexed ? "INDEXED BY item_by_date" : ""
        let condition = isIndexed ? "AND r.kind >= \(ViewSchema.firstItem)" : ""
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT r.high, r.low FROM record AS r \(index)
                    JOIN writer AS w ON w.number = r.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE p.id = ? AND r.kind IN (\(numbers)) \(condition)
                    ORDER BY r.number DESC LIMIT ?
                    """, arguments: [person.bytes.blob, limit]
            ).compactMap { RecordID($0, "high", "low") }
        }
    }
}

/// How news of one kind are found, following the schema.
private enum NewsQuery {
    /// The kinds whose records are news for whoever wrote what they name, and the field that names it.
    static let sources: [(kind: RecordKind, rule: FieldRule)] = [
        Schema.answer, Schema.thanks, Schema.trial, Schema.suggestion, Schema.outcome,
        Schema.session,
    ].compactMap { kind in
        kind.fields.first { rule in
            if case .record = rule.type { rule.merge == .immutable } else { false }
        }.map { (kind, $0) }
    }

    static func sql(_ kind: RecordKind, _ rule: FieldRule, _ filter: NewsFilter) -> String {
        let target = "x.\"\(rule.name)_high\", x.\"\(rule.name)_low\""
        let pairs = Array(repeating: "(?, ?)", count: filter.followed.count)
            .joined(separator: ", ")
        let followed = filter.followed.isEmpty ? "0" : "(\(target)) IN (VALUES \(pairs))"
        let mutedPairs = Array(repeating: "(?, ?)", count: filter.muted.count)
            .joined(separator: ", ")
        let muted = filter.muted.isEmpty ? "" : "AND (\(target)) NOT IN (VALUES \(mutedPairs))"
        let isAnswer = kind == Schema.answer
        let own = isAnswer ? "AND x.original_author IS NULL" : ""
        let withdrawn =
            kind.number(of: "withdrawn") == nil ? "" : "AND NOT coalesce(x.withdrawn, 0)"
        return """
            SELECT r.high, r.low, r.written, s.id AS space_id, p.id AS person_id,
                p.name AS person_name, \(ShownRecord.via), x."\(rule.name)_high" AS about_high,
                x."\(rule.name)_low" AS about_low
            FROM \(kind.name) AS x CROSS JOIN record AS r ON r.number = x.number
            JOIN writer AS w ON w.number = r.writer AND w.is_admitted AND NOT w.is_erased
            JOIN known_person AS p ON p.number = w.person
            JOIN space AS s ON s.number = r.space
            WHERE r.kind = \(kind.number) AND r.written > ? AND p.id <> ? \(own) \(withdrawn)
                AND (EXISTS (
                    SELECT 1 FROM record AS t JOIN writer AS tw ON tw.number = t.writer
                    JOIN known_person AS tp ON tp.number = tw.person
                    WHERE (t.high, t.low) = (\(target)) AND t.space = r.space
                        AND tp.id = ? AND t.source_key IS NULL)
                    \(isAnswer ? "OR \(answered)" : "") OR \(followed)) \(muted)
            ORDER BY r.written DESC LIMIT ?
            """
    }

    /// The person has answered the question too.
    private static let answered = """
        EXISTS (SELECT 1 FROM answer AS o JOIN record AS t ON t.number = o.number
            JOIN writer AS tw ON tw.number = t.writer
            JOIN known_person AS tp ON tp.number = tw.person
            WHERE o.question_high = x.question_high AND o.question_low = x.question_low
                AND t.space = r.space AND tp.id = ? AND o.original_author IS NULL)
        """

    static func arguments(_ kind: RecordKind, _ filter: NewsFilter) -> StatementArguments {
        let me = filter.person.bytes.blob
        var arguments: StatementArguments = [filter.since, me, me]
        if kind == Schema.answer { arguments += [me] }
        for record in filter.followed + filter.muted { arguments += [record.high, record.low] }
        arguments += [max(0, filter.limit)]
        return arguments
    }
}

extension NewsRow {
    fileprivate init?(_ row: Row, _ kind: RecordKind) {
        guard let id = RecordID(row, "high", "low"),
            let about = RecordID(row, "about_high", "about_low"),
            let space = SpaceID(row.bytes(named: "space_id"))
        else { return nil }
        self.init(
            id: id, kind: kind.number, about: about, space: space, author: Author(row),
            date: row["written"])
    }
}
