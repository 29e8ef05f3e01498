internal import Community
internal import Foundation
internal import GRDB
internal import Ledger
internal import Synchronization
public import Wire

extension Store {
    /// The communities of the workplace, sorted by name.
    ///
    /// - Parameter person: Whose membership ``CommunitySummary/isJoined`` tells.
    public func communities(
        asking person: PersonID? = nil
    ) async throws(StorageError) -> [CommunitySummary] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: ShownRecord.community + """
                     JOIN listed_community AS l ON l.number = r.number
                    ORDER BY x.name COLLATE NOCASE, r.number
                    """)
            return try rows.compactMap { try CommunitySummary($0, asking: person, database) }
        }
    }

    /// Everybody whose founding is known here, sorted by name.
    ///
    /// It includes those for whom nobody has vouched yet; ``PersonSummary/isAdmitted`` tells.
    public func people() async throws(StorageError) -> [PersonSummary] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT number, id, name, is_founder, is_admitted, is_kiosk FROM known_person
                    WHERE is_known ORDER BY name COLLATE NOCASE, id
                    """)
            return try rows.compactMap { try PersonSummary($0, database) }
        }
    }

    /// What is here of each space, sorted by space.
    public func statistics() async throws(StorageError) -> [SpaceStatistics] {
        let spaces = state.withLock { state in
            state.spaces.values.sorted { $0.id < $1.id }
        }
        return try await read { database in
            try spaces.map { try SpaceStatistics($0, database) }
        }
    }

    /// Operations that were stored and are not applied, newest first.
    public func refusals(limit: Int = 100) async throws(StorageError) -> [RefusedOperation] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT s.id, l.id, f.sequence, f.place, f.reason FROM refused AS f
                    JOIN log AS l ON l.number = f.log JOIN space AS s ON s.number = l.space
                    ORDER BY f.log DESC, f.sequence DESC, f.place DESC LIMIT ?
                    """, arguments: [limit]
            ).compactMap { row in
                guard let space = SpaceID(row.bytes(0)), let log = LogID(row.bytes(1)) else {
                    return nil
                }
                return RefusedOperation(
                    space: space, log: log, sequence: UInt64(bitPattern: row[2]), index: row[3],
                    reason: row[4])
            }
        }
    }
}

extension CommunitySummary {
    fileprivate init?(_ row: Row, asking person: PersonID?, _ database: Database) throws {
        guard let id = RecordID(row, "high", "low"),
            let space = SpaceID(row.bytes(named: "community_space"))
        else { return nil }
        let home: Int64 = row["space"]
        let members = try Data.fetchAll(
            database,
            sql: """
                SELECT p.id FROM latest_entry AS e JOIN known_person AS p ON p.number = e.person
                WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = 3 AND e.value > 0
                """, arguments: [id.high, id.low, home])
        let tags = try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT value FROM shown_element
                WHERE high = ? AND low = ? AND space = ? AND field = 5 ORDER BY value
                """, arguments: [id.high, id.low, home])
        self.init(
            id: id, code: try ShortCodes.code(id, kind: Schema.community.number, in: database),
            space: space, name: row["name"] ?? "", purpose: row["purpose"] ?? "",
            form: row["form"] ?? "", charter: row["charter"] ?? "", stage: row["stage"] ?? "",
            founder: Author(row), date: row["shown"], memberCount: members.count,
            isJoined: person.map { members.contains($0.bytes.blob) } ?? false, tags: tags)
    }
}

extension PersonSummary {
    fileprivate init?(_ row: Row, _ database: Database) throws {
        guard let id = PersonID(row.bytes(named: "id")) else { return nil }
        let number: Int64 = row["number"]
        let profile = try Row.fetchOne(
            database,
            sql: """
                SELECT CASE WHEN w.is_erased THEN '' ELSE x.about END AS about,
                    CASE WHEN w.is_erased THEN '' ELSE x.site END AS site
                FROM person AS x CROSS JOIN record AS r ON r.number = x.number
                JOIN writer AS w ON w.number = r.writer
                WHERE r.kind = 2 AND w.person = ? ORDER BY r.lamport, r.number LIMIT 1
                """, arguments: [number])
        let vouchers = try Data.fetchAll(
            database,
            sql: """
                SELECT p.id FROM vouch AS v JOIN known_person AS p ON p.number = v.voucher
                WHERE v.person = ? ORDER BY p.id
                """, arguments: [number])
        let devices = try Row.fetchAll(
            database,
            sql: """
                SELECT d.id, coalesce((
                    SELECT x.label FROM device AS x CROSS JOIN record AS r ON r.number = x.number
                    JOIN writer AS w ON w.number = r.writer
                    WHERE x.device = d.id AND w.person = d.person
                    ORDER BY r.lamport, r.number LIMIT 1), '') AS label, d.use, d.is_in
                FROM known_device AS d WHERE d.person = ? ORDER BY d.id
                """, arguments: [number])
        self.init(
            id: id, name: row["name"], about: profile?["about"] ?? "",
            site: profile?["site"] ?? "", isFounder: row["is_founder"],
            isAdmitted: row["is_admitted"], isKiosk: row["is_kiosk"],
            vouchedBy: vouchers.compactMap { PersonID(Bytes($0)) },
            devices: devices.compactMap { device in
                DeviceID(device.bytes(0)).map {
                    DeviceSummary(
                        id: $0, label: device[1], isSheet: device[2] == 1, isHeld: device[2] == 2,
                        isIn: device[3])
                }
            })
    }
}

extension SpaceStatistics {
    fileprivate init(_ space: LogState.Space, _ database: Database) throws {
        func count(_ sql: String) throws -> Int {
            try Int.fetchOne(database, sql: sql, arguments: [space.number]) ?? 0
        }
        func visible(_ kind: UInt32) throws -> Int {
            try count(
                """
                SELECT count(*) FROM record AS r JOIN writer AS w ON w.number = r.writer
                WHERE r.space = ? AND w.is_admitted AND r.kind = \(kind)
                """)
        }
        self.init(
            space: space.id, logs: space.logs.count,
            commits: Int64(clamping: space.frontier.commitCount),
            bytes: space.logs.values.reduce(0) { $0 + $1.total },
            lockedCommits: space.waiting.count, questions: try visible(5),
            answers: try visible(6), thanks: try visible(7),
            hiddenRecords: try count(
                """
                SELECT count(*) FROM record AS r JOIN writer AS w ON w.number = r.writer
                WHERE r.space = ? AND NOT w.is_admitted
                """),
            refusedOperations: try count(
                """
                SELECT count(*) FROM refused AS f JOIN log AS l ON l.number = f.log
                WHERE l.space = ?
                """))
    }
}
