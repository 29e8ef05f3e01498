public import Community
internal import GRDB
public import Wire

extension Store {
    /// The terms in roles of a space, oldest first.
    public func roleTerms(in space: SpaceID) async throws(StorageError) -> [RoleTerm] {
        try await read { database in
            guard let space = try ObjectionRows.number(of: space, in: database) else { return [] }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT x.kind AS role, x.asked, x."from" AS begin, x.until,
                        \(AssentRows.place)
                    FROM role AS x CROSS JOIN record AS r ON r.number = x.number
                    \(AssentRows.joins)
                    WHERE r.space = ? AND r.kind = \(Schema.role.number)
                    """, arguments: [space])
            return try rows.compactMap { try Self.term($0, in: space, database) }
                .sorted { $0.stamp < $1.stamp }
        }
    }

    private static func term(
        _ row: Row, in space: Int64, _ database: Database
    ) throws -> RoleTerm? {
        guard let id = RecordID(row, "high", "low"), let stamp = WriteStamp(row),
            let author = PersonID(row.bytes(named: "person_id"))
        else { return nil }
        let asked = PersonID(row.bytes(named: "asked")) ?? author
        let answers = try AssentRows(space: space, database: database).personal(
            5, of: id, by: asked)
        return RoleTerm(
            record: id, kind: row["role"] ?? "", person: asked,
            askedBy: asked == author ? nil : author, stamp: stamp, date: row["written"],
            from: row["begin"] ?? 0, until: row["until"] ?? 0, answers: answers,
            pledge: try pledge(of: asked, in: id, space, database))
    }

    private static func pledge(
        of person: PersonID, in id: RecordID, _ space: Int64, _ database: Database
    ) throws -> String {
        try String.fetchOne(
            database,
            sql: """
                SELECT e.value FROM latest_entry AS e
                JOIN known_person AS p ON p.number = e.person
                WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = 6 AND p.id = ?
                """, arguments: [id.high, id.low, space, person.bytes.blob]) ?? ""
    }
}
