internal import Community
internal import GRDB
public import Wire

/// What is new, for a digest.
extension Store {
    /// Questions in some spaces that got a visible answer at a moment or later, the newest first.
    ///
    /// - Parameters:
    ///   - moment: In milliseconds since 1970.
    ///   - spaces: Where.
    ///   - limit: At most so many.
    public func questions(
        answeredSince moment: Int64, in spaces: [SpaceID], limit: Int
    ) async throws(StorageError) -> [QuestionSummary] {
        try await newest(
            ShownRecord.question + """
                 WHERE r.kind = 5 AND s.id IN (\(Self.marks(spaces))) AND r.high IN (
                    SELECT na.question_high FROM answer AS na
                    JOIN record AS nr ON nr.number = na.number
                    WHERE nr.kind = 6 AND nr.shown >= ?)
                    AND EXISTS (\(ShownRecord.visibleAnswers) AND ar.shown >= ?)
                """, spaces, [moment, moment], limit
        ) { row, database in try QuestionSummary(row, database) }
    }

    /// Thanks in some spaces since a moment that weren't taken back, the newest first.
    ///
    /// - Parameters:
    ///   - moment: In milliseconds since 1970.
    ///   - spaces: Where.
    ///   - limit: At most so many.
    public func thanks(
        since moment: Int64, in spaces: [SpaceID], limit: Int
    ) async throws(StorageError) -> [ThanksDetails] {
        try await newest(
            ShownRecord.thanks + """
                 WHERE r.kind = 7 AND s.id IN (\(Self.marks(spaces))) AND r.shown >= ?
                    AND NOT coalesce(x.withdrawn, 0)
                """, spaces, [moment], limit
        ) { row, _ in
            guard let id = RecordID(row, "high", "low"),
                let target = RecordID(row, "for_high", "for_low")
            else { return nil }
            return ThanksDetails(
                id: id, target: target, author: Author(row), text: row["text"] ?? "",
                date: row["shown"])
        }
    }

    private func newest<Listed: Sendable>(
        _ sql: String, _ spaces: [SpaceID], _ moments: [Int64], _ limit: Int,
        _ read: @escaping @Sendable (Row, Database) throws -> Listed?
    ) async throws(StorageError) -> [Listed] {
        guard !spaces.isEmpty else { return [] }
        return try await self.read { database in
            var arguments = StatementArguments(spaces.map(\.bytes.blob))
            arguments += StatementArguments(moments)
            arguments += [max(0, limit)]
            return try Row.fetchAll(
                database, sql: sql + " ORDER BY r.shown DESC, r.number DESC LIMIT ?",
                arguments: arguments
            ).compactMap { try read($0, database) }
        }
    }

    private static func marks(_ spaces: [SpaceID]) -> String {
        Array(repeating: "?", count: spaces.count).joined(separator: ", ")
    }
}
