internal import Community
internal import GRDB
public import Wire

/// Something that a person wrote, with its place in the order of arrival.
public struct OwnRow: Sendable {
    /// Where to go on after it.
    public let number: Int64
    /// The record.
    public let record: RecordID
    /// For an entry: its field, its value and when it was written; `nil` for a record.
    public let entry: (field: UInt32, value: Value, written: Int64)?
}

extension Store {
    /// The records that a person created, in the order of arrival here.
    public func records(
        by person: PersonID, after number: Int64, limit: Int
    ) async throws(StorageError) -> [OwnRow] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT r.number, r.high, r.low FROM record AS r
                    JOIN writer AS w ON w.number = r.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE p.id = ? AND r.number > ? ORDER BY r.number LIMIT ?
                    """, arguments: [person.bytes.blob, number, limit]
            ).compactMap { row in
                RecordID(row, "high", "low").map {
                    OwnRow(number: row["number"], record: $0, entry: nil)
                }
            }
        }
    }

    /// What a person wrote into fields of which everybody has their own entry, in the order of
    /// arrival here; also what they changed later.
    public func entries(
        by person: PersonID, after number: Int64, limit: Int
    ) async throws(StorageError) -> [OwnRow] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT e.type, e.value, e.number, e.high, e.low, e.field, e.written
                    FROM entry AS e JOIN writer AS w ON w.number = e.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE p.id = ? AND e.number > ? AND e.counts ORDER BY e.number LIMIT ?
                    """, arguments: [person.bytes.blob, number, limit]
            ).compactMap { row in
                RecordID(row, "high", "low").map {
                    OwnRow(
                        number: row["number"], record: $0,
                        entry: (
                            UInt32(clamping: row["field"] as Int64), StoredValue.read(row, at: 0),
                            row["written"]
                        ))
                }
            }
        }
    }
}
