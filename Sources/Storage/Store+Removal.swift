internal import Community
internal import GRDB
public import Ledger
internal import Synchronization
public import Wire

extension Store {
    /// How much of the workplace's space a device that was put out is shown, so that its own fold
    /// tells it.
    ///
    /// It holds nothing that came here after what put the device out, but for the rest of a run
    /// that one signature covers.
    ///
    /// - Returns: `nil` for a device that isn't out.
    public func removalProof(of device: DeviceID) async throws(StorageError) -> Frontier? {
        guard let proof = workplace.withLock({ $0?.removalProof(of: device) }),
            let space = state.withLock({ $0.workplace })
        else { return nil }
        do {
            return try await log.read { database in
                let arrivals = try Self.arrivals(of: proof.places, in: space, database)
                return try proof.reach(arrivals).map { lengths in
                    try Self.signed(lengths, of: space, database)
                }
            }
        } catch {
            throw StorageError(error, file: logFile)
        }
    }

    private static func arrivals(
        of places: Set<RemovalProof.Place>, in space: LogState.Space, _ database: Database
    ) throws -> [RemovalProof.Place: Int64] {
        let statement = try PreparedStatement(
            "SELECT arrival FROM commits WHERE log = ? AND sequence = ?", in: database)
        var arrivals: [RemovalProof.Place: Int64] = [:]
        for place in places {
            guard let log = space.logs[place.log],
                place.sequence <= min(log.head.length, space.end(of: log) ?? .max)
            else { continue }
            statement.bind(log.number, at: 1)
            statement.bind(place.sequence, at: 2)
            defer { statement.reset() }
            if try statement.next() { arrivals[place] = statement.integer(0) }
        }
        return arrivals
    }

    /// Logs from their beginnings to the first signature at or behind these lengths.
    private static func signed(
        _ lengths: [LogID: UInt64], of space: LogState.Space, _ database: Database
    ) throws -> Frontier {
        let statement = try PreparedStatement(
            """
            SELECT sequence, hash FROM commits
            WHERE log = ? AND sequence BETWEEN ? AND ? AND signature IS NOT NULL
            ORDER BY sequence LIMIT 1
            """, in: database)
        var frontier = Frontier()
        for (id, length) in lengths {
            guard let log = space.logs[id] else { continue }
            statement.bind(log.number, at: 1)
            statement.bind(length, at: 2)
            statement.bind(min(log.head.length, space.end(of: log) ?? .max), at: 3)
            defer { statement.reset() }
            if try statement.next(), let hash = Bytes32(statement.bytes(1)) {
                frontier.set(log: id, head: Head(length: statement.word(0), hash: hash))
            } else if let head = space.frontier[id] {
                frontier.set(log: id, head: head)
            }
        }
        return frontier
    }
}
