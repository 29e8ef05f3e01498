internal import GRDB
internal import Ledger
internal import Wire

extension LogState {
    /// Reads the state from the log.
    init(_ database: Database, keyrings: [Keyring]) throws {
        var numbers: [Int64: SpaceID] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT number, id, kind FROM space") {
            guard let id = SpaceID(row.bytes(1)) else { throw Self.damage("a space's id") }
            let number: Int64 = row[0]
            numbers[number] = id
            spaces[id] = Space(
                number: number, id: id, kind: (row[2] as Int64) == 1 ? .workplace : .community,
                keyring: Keyring(space: id))
        }
        for keyring in keyrings {
            for key in keyring.all { spaces[keyring.space]?.keyring.insert(key) }
        }
        nextArrival =
            try Int64.fetchOne(database, sql: "SELECT coalesce(max(arrival), 0) + 1 FROM commits")
            ?? 1
        dropped =
            try Int64.fetchOne(database, sql: "SELECT value FROM mark WHERE name = 'dropped'") ?? 0
        nextLog =
            try Int64.fetchOne(database, sql: "SELECT coalesce(max(number), 0) + 1 FROM log") ?? 1
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT l.number, l.space, l.id, l.length, l.head, l.cut, coalesce(c.total, 0),
                    b.hash
                FROM log AS l
                LEFT JOIN commits AS c ON c.log = l.number AND c.sequence = l.length
                LEFT JOIN commits AS b ON b.log = l.number AND b.sequence = l.cut
                """)
        for row in rows {
            guard let space = numbers[row[1]], let id = LogID(row.bytes(2)),
                let hash = Bytes32(row.bytes(4))
            else { throw Self.damage("a log's row") }
            try add(row, id, hash, to: space)
        }
    }

    private mutating func add(
        _ row: Row, _ id: LogID, _ hash: Bytes32, to space: SpaceID
    ) throws {
        let head = Head(length: UInt64(bitPattern: row[3]), hash: hash)
        let cut = (row[5] as Int64?).map { UInt64(bitPattern: $0) }
        spaces[space]?.logs[id] = Log(
            number: row[0], id: id, head: head, total: row[6], cut: cut)
        guard let cut, cut < head.length else {
            spaces[space]?.frontier.set(log: id, head: head)
            return
        }
        if let hash = Bytes32(row.bytes(7)) {
            spaces[space]?.frontier.set(log: id, head: Head(length: cut, hash: hash))
        }
    }

    private static func damage(_ what: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(what) can't be read")
    }
}
