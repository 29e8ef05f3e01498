public import Community
internal import GRDB
public import Wire

/// Reads which tags mean the same.
enum TagRows {
    /// What the tags of one space mean.
    static func aliases(in space: Int64, _ database: Database) throws -> TagAliases {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT x.tag, x.same_as, coalesce(x.split, 0) FROM record AS r
                    JOIN tag_alias AS x ON x.number = r.number
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    WHERE r.kind = \(Schema.tagAlias.number) AND r.space = ?
                    """), arguments: [space])
        return TagAliases(rows.map { TagAliases.Claim($0[0], $0[1], isSplit: $0[2]) })
    }

    /// The condition that the set element `e` is a tag, or one that means the same in its space.
    static func condition(
        _ tag: String, _ database: Database
    ) throws -> (sql: String, arguments: StatementArguments) {
        let spaces = try Int64.fetchAll(
            database,
            sql: "SELECT DISTINCT space FROM record WHERE kind = \(Schema.tagAlias.number)")
        var sql = "e.value = ?"
        var arguments: StatementArguments = [tag]
        for space in spaces {
            let others = try aliases(in: space, database).group(of: tag).filter { $0 != tag }
            guard !others.isEmpty else { continue }
            let places = others.map { _ in "?" }.joined(separator: ", ")
            sql += " OR (e.space = ? AND e.value IN (\(places)))"
            arguments += [space]
            arguments += StatementArguments(others)
        }
        return ("(\(sql))", arguments)
    }
}

/// A tag with how often it stands somewhere.
public struct TagUse: Equatable, Sendable {
    /// The tag.
    public let tag: String
    /// On how many records.
    public let count: Int
}

extension Store {
    /// The tags of a space, the most used first, and which of them mean the same.
    public func tags(
        in space: SpaceID
    ) async throws(StorageError) -> (uses: [TagUse], aliases: TagAliases) {
        try await read { database in
            let number = try Int64.fetchOne(
                database, sql: "SELECT number FROM space WHERE id = ?",
                arguments: [space.bytes.blob])
            guard let number else { return ([], TagAliases([])) }
            let kinds = Schema.kinds.filter { $0.number(of: "tags") == 3 }
                .map { String($0.number) }.joined(separator: ", ")
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT e.value, count(DISTINCT r.number) AS uses FROM shown_element AS e
                    JOIN record AS r ON r.high = e.high AND r.low = e.low AND r.space = e.space
                    WHERE e.space = ? AND e.field = 3 AND r.kind IN (\(kinds))
                    GROUP BY e.value ORDER BY uses DESC, e.value
                    """, arguments: [number])
            return (
                rows.map { TagUse(tag: $0[0], count: $0[1]) },
                try TagRows.aliases(in: number, database)
            )
        }
    }
}
