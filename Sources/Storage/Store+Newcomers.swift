internal import Community
internal import GRDB
public import Wire

/// Somebody who has come into a community.
public struct Arriving: Sendable {
    /// What they say about themselves.
    public let record: RecordID
    /// Who they are.
    public let author: Author
    /// When they first came in, by their clock, in milliseconds since 1970.
    public let date: Int64
}

extension Store {
    /// Who is in a community and came after a moment, the newest first.
    ///
    /// - Parameter community: The community's record.
    public func newcomers(
        in community: RecordID, since start: Int64
    ) async throws(StorageError) -> [Arriving] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT p.id AS person_id, p.name AS person_name, t.high, t.low,
                        min(e.written) AS first
                    FROM entry AS e
                    JOIN writer AS w ON w.number = e.writer AND w.is_admitted AND NOT w.is_erased
                    JOIN known_person AS p ON p.number = w.person AND NOT p.has_left
                    JOIN writer AS tw ON tw.person = p.number
                    JOIN record AS t ON t.writer = tw.number AND t.kind = \(Schema.person.number)
                    WHERE e.high = ?1 AND e.low = ?2 AND e.counts AND e.value > 0
                        AND e.field = \(Schema.community.number(of: "membership") ?? 0)
                        AND EXISTS (SELECT 1 FROM latest_entry AS l WHERE l.high = e.high
                            AND l.low = e.low AND l.space = e.space AND l.field = e.field
                            AND l.person = p.number AND l.value > 0)
                    GROUP BY p.number HAVING first > ?3 ORDER BY first DESC
                    """, arguments: [community.high, community.low, start]
            ).compactMap { row in
                RecordID(row, "high", "low").map {
                    Arriving(record: $0, author: Author(row), date: row["first"])
                }
            }
        }
    }
}
