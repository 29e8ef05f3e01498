internal import Community
internal import GRDB
public import Wire

/// Which attached files are named by records.
extension Store {
    /// The addresses that a visible record names, and so somebody may ask for, in no order.
    ///
    /// A record that was taken back, or whose author left and took all words along, names nothing.
    public func liveFiles() async throws(StorageError) -> Set<AttachmentAddress> {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT x.address \(Self.visible)")
            return Set(rows.compactMap { AttachmentAddress($0.bytes(named: "address")) })
        }
    }

    /// Whether a visible record of a space names an address.
    public func isLive(
        _ address: AttachmentAddress, in space: SpaceID
    ) async throws(StorageError) -> Bool {
        try await read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 \(Self.visible) AND x.address = ? AND s.id = ?)
                    """, arguments: [address.bytes.blob, space.bytes.blob]) ?? false
        }
    }

    /// The visible records that name a file, oldest first, with their authors and codes.
    public func attachedFiles() async throws(StorageError) -> [ListedItem] {
        var filter = ItemFilter(Schema.attachment)
        filter.limit = .max
        return try await items(filter).reversed()
    }

    private static let visible = """
        FROM attachment AS x JOIN record AS r ON r.number = x.number
        JOIN writer AS w ON w.number = r.writer AND w.is_admitted AND NOT w.is_erased
        JOIN space AS s ON s.number = r.space
        WHERE x.address IS NOT NULL
        """
}
