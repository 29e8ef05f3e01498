public import Community
internal import GRDB
internal import Ledger
internal import Synchronization
public import Wire

extension Store {
    /// Where the logs of some devices stand here, sorted by log; what a statement names that puts
    /// the devices out.
    public func logEnds(of devices: Set<DeviceID>, in space: SpaceID) -> [LogEnd] {
        logEnds(in: space) { devices.contains($0.writer.device) }
    }

    /// Where the logs stand here that devices wrote which were put out.
    public func logEndsOfRemoved(in space: SpaceID, of membership: Membership) -> [LogEnd] {
        logEnds(in: space) { membership.wasRemoved($0.writer) }
    }

    private func logEnds(
        in space: SpaceID, where isMeant: ((id: LogID, writer: Writer)) -> Bool
    ) -> [LogEnd] {
        let logs = state.withLock { $0.spaces[space]?.logs.values.map { $0 } ?? [] }
        return logs.filter { log in log.writer.map { isMeant((log.id, $0)) } ?? false }
            .map { LogEnd(log: $0.id, length: $0.head.length) }
            .sorted { $0.log < $1.log }
    }

    /// The record in which a person names one of their devices, if there is one.
    public func record(
        of device: DeviceID, of person: PersonID
    ) async throws(StorageError) -> RecordID? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT r.high, r.low FROM device AS x CROSS JOIN record AS r ON r.number = x.number
                    JOIN writer AS w ON w.number = r.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE x.device = ? AND p.id = ? ORDER BY r.lamport, r.number LIMIT 1
                    """, arguments: [device.bytes.blob, person.bytes.blob]
            ).flatMap { RecordID($0, "high", "low") }
        }
    }

    /// The record in which a person says something about themselves: the first one.
    public func personRecord(of person: PersonID) async throws(StorageError) -> RecordID? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT r.high, r.low FROM record AS r JOIN writer AS w ON w.number = r.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE r.kind = 2 AND p.id = ? ORDER BY r.lamport, r.number LIMIT 1
                    """, arguments: [person.bytes.blob]
            ).flatMap { RecordID($0, "high", "low") }
        }
    }
}
