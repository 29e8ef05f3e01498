public import Community
internal import GRDB
internal import Synchronization
public import Wire

extension Store {
    /// The log that this node writes into a space with; `nil` before ``setWriter(key:binding:for:)``.
    ///
    /// - Parameter device: A device whose key this node keeps, for its log; `nil` for the node's own.
    public func ownLog(in space: SpaceID, by device: DeviceID? = nil) -> LogID? {
        state.withLock { $0.spaces[space]?.pen(of: device)?.log }
    }

    /// A collaborative text of a record with its whole history.
    ///
    /// A text that nobody has written in yet is empty.
    ///
    /// - Parameter field: The name of the field.
    /// - Returns: `nil` if the record isn't here or has no such field.
    public func text(
        _ field: String, of record: RecordID
    ) async throws(StorageError) -> SharedText? {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT r.kind, r.space FROM record AS r
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    WHERE r.high = ? AND r.low = ?
                    """, arguments: [record.high, record.low])
            guard let row, let kind = Schema.kind(UInt32(clamping: row[0] as Int64)),
                let rule = kind.fields.first(where: { $0.name == field }),
                rule.merge == .collaborative
            else { return nil }
            return try TextRows.text(rule, of: record, kind, in: row[1], database)
                ?? SharedText([], rule: rule)
        }
    }
}
