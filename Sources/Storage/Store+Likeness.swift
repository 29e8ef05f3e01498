public import Community
internal import GRDB
public import Wire

extension Store {
    /// Visible records that hold at least two of some words, or the only one, in whatever form; the
    /// newest first.
    ///
    /// - Parameters:
    ///   - likeness: The words.
    ///   - kinds: Of which kinds.
    ///   - limit: At most so many.
    public func records(
        like likeness: Likeness, of kinds: [RecordKind], limit: Int
    ) async throws(StorageError) -> [RecordID] {
        let stems = likeness.words.map { SearchTerms(Likeness.stem($0) + "*") }.compactMap(\.query)
        guard let first = stems.first else { return [] }
        var pairs: [String] = []
        for (index, stem) in stems.enumerated() {
            pairs += stems[(index + 1)...].map { "(\(stem) AND \($0))" }
        }
        let match = pairs.isEmpty ? first : pairs.joined(separator: " OR ")
        let numbers = kinds.map { String($0.number) }.joined(separator: ", ")
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT r.high, r.low FROM search
                    CROSS JOIN record AS r ON r.number = search.rowid
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    WHERE search MATCH ? AND r.kind IN (\(numbers))
                    ORDER BY search.rowid DESC LIMIT ?
                    """, arguments: [match, max(0, limit)]
            ).compactMap { RecordID($0, "high", "low") }
        }
    }
}

extension Store {
    /// Who doesn't want to be named when somebody asks who can help.
    public func unfindable() async throws(StorageError) -> Set<PersonID> {
        try await read { database in
            let ids = try Row.fetchAll(
                database,
                sql: """
                    SELECT p.id FROM person AS x CROSS JOIN record AS r ON r.number = x.number
                    JOIN writer AS w ON w.number = r.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE r.kind = \(Schema.person.number) AND x.findable = 0
                    """)
            return Set(ids.compactMap { PersonID($0.bytes(0)) })
        }
    }
}
