internal import Community
internal import GRDB
public import Wire

extension Store {
    /// Questions, newest first.
    public func questions(
        _ filter: QuestionFilter = QuestionFilter()
    ) async throws(StorageError) -> [QuestionSummary] {
        try await read { database in
            try Self.questions(filter, database).compactMap { try QuestionSummary($0, database) }
        }
    }

    /// Questions with everything that belongs to them, newest first; all as of the same moment.
    public func threads(
        _ filter: QuestionFilter
    ) async throws(StorageError) -> [QuestionDetails] {
        try await read { database in
            try Self.questions(filter, database).compactMap { try Self.details($0, database) }
        }
    }

    private static func questions(
        _ filter: QuestionFilter, _ database: Database
    ) throws -> [Row] {
        var spaces = try spaceNumbers(filter.space, in: database)
        for merged in filter.mergedSpaces { spaces += try spaceNumbers(merged, in: database) }
        var found: [(date: Int64, number: Int64, row: Row)] = []
        for space in spaces {
            found += try questions(filter, in: space, database).map { row in
                (row["shown"], row["number"], row)
            }
        }
        // Each space has an index by date; the newest of all are among the newest of each.
        found.sort { ($0.date, $0.number) > ($1.date, $1.number) }
        return found.prefix(max(0, filter.limit)).map(\.row)
    }

    private static func spaceNumbers(
        _ space: SpaceID?, in database: Database
    ) throws -> [Int64] {
        guard let space else {
            return try Int64.fetchAll(
                database, sql: "SELECT number FROM space WHERE kind = 2 ORDER BY number")
        }
        return try Int64.fetchAll(
            database, sql: "SELECT number FROM space WHERE id = ?",
            arguments: [space.bytes.blob])
    }

    private static func questions(
        _ filter: QuestionFilter, in space: Int64, _ database: Database
    ) throws -> [Row] {
        var sql = ShownRecord.question + " WHERE r.kind = 5 AND r.space = ?"
        var arguments: StatementArguments = [space]
        if let after = filter.after {
            sql += " AND (r.shown, r.number) < (?, ?)"
            arguments += [after.date, after.number]
        }
        if let author = filter.author {
            sql += " AND p.id = ?"
            arguments += [author.bytes.blob]
        }
        if let tag = filter.tag {
            let condition = try TagRows.condition(tag, database)
            sql += """
                 AND EXISTS (SELECT 1 FROM shown_element AS e WHERE \(condition.sql)
                    AND e.high = r.high AND e.low = r.low AND e.space = r.space AND e.field = 3)
                """
            arguments += condition.arguments
        }
        if filter.unansweredOnly { sql += " AND NOT EXISTS (\(ShownRecord.visibleAnswers))" }
        sql += " ORDER BY r.shown DESC, r.number DESC LIMIT ?"
        arguments += [max(0, filter.limit)]
        return try Row.fetchAll(database, sql: sql, arguments: arguments)
    }

    /// The question that holds a commitment to who asked it; `nil` if none is here.
    public func question(holding commitment: Bytes32) async throws(StorageError) -> RecordID? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT r.high, r.low FROM question AS x JOIN record AS r ON r.number = x.number
                    WHERE x.pseudonym = ?
                    """, arguments: [commitment.bytes.blob]
            ).flatMap { RecordID($0, "high", "low") }
        }
    }

    /// A question with its answers and thanks; `nil` if there is none that may be shown.
    public func question(_ id: RecordID) async throws(StorageError) -> QuestionDetails? {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: ShownRecord.question + " WHERE r.kind = 5 AND r.high = ? AND r.low = ?",
                arguments: [id.high, id.low])
            guard let row else { return try Self.takenBack(id, database) }
            return try Self.details(row, database)
        }
    }

    private static func details(_ row: Row, _ database: Database) throws -> QuestionDetails? {
        guard let summary = try QuestionSummary(row, database) else { return nil }
        let space: Int64 = row["space"]
        let accepted = RecordID(row, "accepted_high", "accepted_low")
        return QuestionDetails(
            summary: summary, body: row["body"] ?? "", source: row["source"],
            editCount: try edits(of: summary.id, in: space, database),
            thanks: try thanks(for: summary.id, in: space, database),
            answers: try answers(to: summary.id, accepted: accepted, in: space, database),
            accepted: accepted,
            isAcceptedTakenBack: try accepted.map {
                try !wordsTakenBack(in: nil, database, having: $0).isEmpty
            } ?? false)
    }

    /// What is left of a question that its asker took back: the answers of others.
    private static func takenBack(
        _ id: RecordID, _ database: Database
    ) throws -> QuestionDetails? {
        guard let erasure = try wordsTakenBack(in: nil, database, having: id).first else {
            return nil
        }
        let number = try Int64.fetchOne(
            database, sql: "SELECT number FROM space WHERE id = ?",
            arguments: [erasure.space.bytes.blob])
        let answers =
            try number.map { try Self.answers(to: id, accepted: nil, in: $0, database) } ?? []
        guard !answers.isEmpty else { return nil }
        let person = erasure.words.writer.person
        let name = try String.fetchOne(
            database, sql: "SELECT name FROM known_person WHERE id = ?",
            arguments: [person.bytes.blob])
        let summary = QuestionSummary(
            id: id, code: ShortCode(id, kind: Schema.question).description, space: erasure.space,
            title: "", author: Author(person: person, name: name ?? ""), date: erasure.written,
            tags: [], answerCount: answers.count, isResolved: false,
            thanksCount: answers.reduce(0) { $0 + $1.thanks.count },
            cursor: ListCursor(date: erasure.written, number: 0))
        return QuestionDetails(
            summary: summary, body: "", editCount: 0, thanks: [], answers: answers,
            isTakenBack: true)
    }

    private static func answers(
        to id: RecordID, accepted: RecordID?, in space: Int64, _ database: Database
    ) throws -> [AnswerDetails] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: ShownRecord.answer + """
                     WHERE x.question_high = ? AND x.question_low = ? AND r.space = ?
                     ORDER BY r.shown, r.number
                    """), arguments: [id.high, id.low, space])
        return try rows.compactMap { row in
            let answer = RecordID(row, "high", "low") ?? id
            return AnswerDetails(
                id: answer, code: try ShortCodes.code(answer, kind: 6, in: database),
                question: id, replyTo: RecordID(row, "reply_to_high", "reply_to_low"),
                body: row["body"] ?? "", author: Author(row), date: row["shown"],
                isAccepted: answer == accepted, source: row["source"],
                editCount: try edits(of: answer, in: space, database),
                thanks: try thanks(for: answer, in: space, database))
        }
    }

    /// Thanks for a record, the oldest first.
    public func thanks(
        for id: RecordID, in space: SpaceID
    ) async throws(StorageError) -> [ThanksDetails] {
        try await read { database in
            let number = try Int64.fetchOne(
                database, sql: "SELECT number FROM space WHERE id = ?",
                arguments: [space.bytes.blob])
            return try number.map { try Self.thanks(for: id, in: $0, database) } ?? []
        }
    }

    private static func thanks(
        for id: RecordID, in space: Int64, _ database: Database
    ) throws -> [ThanksDetails] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: ShownRecord.thanks + """
                     WHERE x.for_high = ? AND x.for_low = ? AND r.space = ?
                        AND NOT coalesce(x.withdrawn, 0)
                     ORDER BY r.shown, r.number
                    """), arguments: [id.high, id.low, space])
        return rows.map { row in
            ThanksDetails(
                id: RecordID(row, "high", "low") ?? id, target: id, author: Author(row),
                text: row["text"] ?? "", date: row["shown"])
        }
    }

    /// How many counted writes of title or text came after creation.
    private static func edits(
        of id: RecordID, in space: Int64, _ database: Database
    ) throws -> Int {
        let statement = try PreparedStatement(
            """
            SELECT count(*) FROM assignment AS a
            JOIN record AS r ON r.high = a.high AND r.low = a.low AND r.space = a.space
            JOIN writer AS w ON w.number = a.writer AND w.is_admitted
            JOIN writer AS o ON o.number = r.writer AND o.person = w.person
            WHERE a.high = ? AND a.low = ? AND a.space = ? AND a.field IN (1, 2)
                AND a.type = 1
                AND (a.log, a.sequence, a.place) <> (r.log, r.sequence, r.place)
            """, in: database)
        statement.bind(id.high, at: 1)
        statement.bind(id.low, at: 2)
        statement.bind(space, at: 3)
        defer { statement.reset() }
        return try statement.next() ? Int(statement.integer(0)) : 0
    }
}

extension Store {
    /// The records that a short code or an id in hexadecimal names; several share a code that is
    /// too short.
    public func find(_ reference: String) async throws(StorageError) -> [RecordReference] {
        let lookup: (sql: String, arguments: StatementArguments)
        if let id = RecordID(hex: reference.lowercased()) {
            lookup = ("r.high = ? AND r.low = ?", [id.high, id.low])
        } else if let code = ShortCode(reference), let kind = Schema.kind(letters: code.letters) {
            // All ids of a code share their first bits, so the range is one for signed numbers too.
            let range = code.prefixes
            lookup = (
                "r.kind = ? AND r.high BETWEEN ? AND ?",
                [
                    Int64(kind.number), Int64(bitPattern: range.lowerBound),
                    Int64(bitPattern: range.upperBound),
                ]
            )
        } else {
            return []
        }
        let (sql, arguments) = lookup
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT r.high, r.low, r.kind, s.id AS space_id, a.question_high,
                        a.question_low
                    FROM record AS r
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    JOIN space AS s ON s.number = r.space
                    LEFT JOIN answer AS a ON a.number = r.number
                    WHERE \(sql) ORDER BY r.number LIMIT 100
                    """, arguments: arguments
            ).compactMap { try RecordReference($0, database) }
        }
    }

    /// Which of these sources were imported into a space before, by source.
    ///
    /// It doesn't wait for what was written a moment ago: an import knows itself what it wrote, and
    /// waiting would let log and view take turns where they can work at the same time. Call
    /// ``settle()`` before the first of a row of such questions.
    public func imported(
        _ sources: [String], in space: SpaceID
    ) async throws(StorageError) -> [String: ImportedRecord] {
        try await view.read { database in
            let statement = try PreparedStatement(
                """
                SELECT r.high, r.low, r.kind, q.source, a.source, a.question_high, a.question_low
                FROM record AS r
                JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                LEFT JOIN question AS q ON q.number = r.number
                LEFT JOIN answer AS a ON a.number = r.number
                WHERE r.source_key = ?
                    AND r.space = (SELECT number FROM space WHERE id = ?) ORDER BY r.number
                """, in: database)
            var found: [String: ImportedRecord] = [:]
            for source in sources {
                statement.bind(SourceKey.of(source), at: 1)
                statement.bind(space, at: 2)
                while try statement.next() {
                    let isQuestion = statement.integer(2) == Int64(Schema.question.number)
                    guard statement.text(isQuestion ? 3 : 4) == source, found[source] == nil
                    else { continue }
                    let id = RecordID(high: statement.word(0), low: statement.word(1))
                    let question =
                        isQuestion
                        ? id : RecordID(high: statement.word(5), low: statement.word(6))
                    found[source] = ImportedRecord(id: id, question: question)
                }
            }
            return found
        }
    }
}
