internal import Community
internal import GRDB
public import Ledger
internal import Synchronization
public import Wire

/// What the people of a community decided about one of them, and under which keys.
extension Store {
    /// Whether somebody has ever proposed to set a person aside in a community.
    public func hasSetAsides(in space: SpaceID) async throws(StorageError) -> Bool {
        try await read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM proposal AS x CROSS JOIN record AS r ON r.number = x.number
                        JOIN space AS s ON s.number = r.space WHERE x.kind = ? AND s.id = ?)
                    """, arguments: [ProposalKind.setAside.rawValue, space.bytes.blob]) ?? false
        }
    }

    /// The keys under which records were written; records that are not here, or whose key isn't,
    /// are left out.
    public func keys(
        of records: [RecordID], in id: SpaceID
    ) async throws(StorageError) -> [RecordID: EpochKey] {
        let places = try await places(of: records, in: id)
        let (logs, keyring) = state.withLock { state in
            (state.spaces[id]?.logs ?? [:], state.spaces[id]?.keyring)
        }
        guard let keyring else { return [:] }
        let epochs = try await readLog { database in
            let statement = try PreparedStatement(
                "SELECT epoch FROM commits WHERE log = ? AND sequence = ?", in: database)
            var epochs: [RecordID: EpochID] = [:]
            for (record, place) in places {
                guard let log = logs[place.log] else { continue }
                statement.bind(log.number, at: 1)
                statement.bind(place.sequence, at: 2)
                while try statement.next() {
                    epochs[record] = EpochID(raw: Bytes8(word: statement.word(0)))
                }
            }
            return epochs
        }
        return epochs.compactMapValues { keyring[$0] }
    }
}
