internal import GRDB
internal import Ledger
internal import Synchronization
public import Wire

extension Store {
    /// The next piece of what a peer lacks, in this node's order of arrival.
    ///
    /// Consecutive commits of a log are put together into runs as long as a signature may reach,
    /// so a peer that gets a long history checks few signatures.
    ///
    /// - Parameters:
    ///   - space: The space.
    ///   - needs: The logs, each from the first sequence that the peer lacks.
    ///   - limits: How far logs are served, for those that aren't served to their end.
    ///   - cursor: 0 for the first piece, then what the piece before says.
    ///   - maxBytes: After how many bytes of payloads a piece ends; a run is never torn apart.
    ///   - isBeyondEnds: Whether commits are wanted too that came here and don't count, because
    ///     their log had ended: who keeps a replica whole needs them, as a signature may stand there.
    public func runs(
        of space: SpaceID, needs: [(log: LogID, from: UInt64)], limits: [LogID: UInt64] = [:],
        after cursor: Int64, maxBytes: Int, isBeyondEnds: Bool = false
    ) async throws(StorageError) -> LoadedRuns {
        let wanted = try wanted(needs, limits, of: space, isBeyondEnds: isBeyondEnds)
        return try await readLog { database in
            var bounds: (first: Int64, last: Int64)?
            let arrival = try PreparedStatement(
                "SELECT arrival FROM commits WHERE log = ? AND sequence = ?", in: database)
            for need in wanted.values {
                guard let first = try arrival.first(need.number, need.from),
                    let last = try arrival.first(need.number, need.through)
                else { continue }
                bounds = (min(bounds?.first ?? first, first), max(bounds?.last ?? last, last))
            }
            guard let bounds else { return LoadedRuns(runs: [], cursor: cursor, isFinal: true) }
            return try Self.scan(
                database, from: max(cursor + 1, bounds.first), through: bounds.last, wanted,
                maxBytes)
        }
    }

    /// The last commit of each log of a space in which something was begun before a moment.
    ///
    /// - Parameter date: Milliseconds since 1970, by the clocks of whoever wrote.
    public func lastCommits(
        before date: Int64, in space: SpaceID
    ) async throws(StorageError) -> [LogID: UInt64] {
        let names = state.withLock { state in
            Dictionary(
                (state.spaces[space]?.logs.values).map { $0.map { ($0.number, $0.id) } } ?? [],
                uniquingKeysWith: { first, _ in first })
        }
        return try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT r.log, max(r.sequence) FROM record AS r
                    JOIN space AS s ON s.number = r.space
                    WHERE s.id = ? AND r.written < ? GROUP BY r.log
                    """,
                arguments: [space.bytes.blob, date])
            var found: [LogID: UInt64] = [:]
            for row in rows {
                if let log = names[row[0] as Int64] { found[log] = UInt64(row[1] as Int64) }
            }
            return found
        }
    }

    /// How much the needs of a peer amount to.
    public func count(
        of space: SpaceID, needs: [(log: LogID, from: UInt64)], limits: [LogID: UInt64] = [:]
    ) async throws(StorageError) -> TransferSize {
        let wanted = try wanted(needs, limits, of: space)
        return try await readLog { database in
            var size = TransferSize(commits: 0, bytes: 0)
            let total = try PreparedStatement(
                "SELECT total FROM commits WHERE log = ? AND sequence = ?", in: database)
            for need in wanted.values {
                let before = try need.from > 1 ? total.first(need.number, need.from - 1) : 0
                let after = try total.first(need.number, need.through)
                size.commits += need.through - need.from + 1
                size.bytes += UInt64(clamping: (after ?? 0) - (before ?? 0))
            }
            return size
        }
    }

    /// A need that can be met, by the log's number.
    private struct Wanted: Sendable {
        let log: LogID
        let number: Int64
        let from: UInt64
        let through: UInt64
    }

    private func wanted(
        _ needs: [(log: LogID, from: UInt64)], _ limits: [LogID: UInt64], of id: SpaceID,
        isBeyondEnds: Bool = false
    ) throws(StorageError) -> [Int64: Wanted] {
        guard let space = state.withLock({ $0.spaces[id] }) else { throw .unknownSpace }
        var wanted: [Int64: Wanted] = [:]
        for need in needs {
            guard let log = space.logs[need.log] else { continue }
            let end = isBeyondEnds ? nil : space.end(of: log)
            let through = min(log.head.length, end ?? .max, limits[need.log] ?? .max)
            let from = max(1, min(need.from, wanted[log.number]?.from ?? .max))
            guard from <= through else { continue }
            wanted[log.number] = Wanted(
                log: log.id, number: log.number, from: from, through: through)
        }
        return wanted
    }

    private static func scan(
        _ database: Database, from first: Int64, through last: Int64, _ wanted: [Int64: Wanted],
        _ maxBytes: Int
    ) throws -> LoadedRuns {
        let statement = try PreparedStatement(
            """
            SELECT arrival, log, sequence, epoch, payload_hash, payload, signature, permanent,
                notice
            FROM commits
            WHERE arrival BETWEEN ? AND ? ORDER BY arrival
            """, in: database)
        statement.bind(first, at: 1)
        statement.bind(last, at: 2)
        defer { statement.reset() }
        var collector = RunCollector()
        var cursor = last
        while try statement.next() {
            guard let need = wanted[statement.integer(1)], statement.word(2) >= need.from,
                statement.word(2) <= need.through
            else { continue }
            guard
                let commit = statement.commit(
                    epoch: 3, hash: 4, payload: 5, permanent: 7, notice: 8)
            else { continue }
            let signature = statement.isNull(6) ? nil : Bytes64(statement.bytes(6))
            collector.add(commit, of: need.log, sequence: statement.word(2), signature)
            cursor = statement.integer(0)
            if collector.bytes >= maxBytes, signature != nil { break }
        }
        return LoadedRuns(runs: collector.finish(), cursor: cursor, isFinal: cursor >= last)
    }

    func readLog<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StorageError) -> Result {
        do { return try await log.read(body) } catch { throw StorageError(error, file: logFile) }
    }
}

extension PreparedStatement {
    /// The first column of the row for a log and a sequence.
    fileprivate func first(_ log: Int64, _ sequence: UInt64) throws -> Int64? {
        bind(log, at: 1)
        bind(sequence, at: 2)
        defer { reset() }
        return try next() ? integer(0) : nil
    }
}

/// Puts commits together into runs that are as long as one signature may reach.
struct RunCollector {
    private struct Open {
        let first: UInt64
        var commits: [Commit] = []
        var bytes = 0
        /// How many of the commits the last signature covers, their bytes, and the signature.
        var signed: (count: Int, bytes: Int, signature: Bytes64)?
    }

    private var order: [LogID] = []
    private var open: [LogID: Open] = [:]
    private var runs: [Run] = []
    /// Bytes of the payloads collected so far.
    private(set) var bytes = 0

    mutating func add(
        _ commit: Commit, of log: LogID, sequence: UInt64, _ signature: Bytes64?
    ) {
        let size = commit.content.byteCount
        if let current = open[log],
            current.commits.count == Limits.runCommits
                || current.bytes + size > Limits.runBytes
        {
            close(log)
        }
        if open[log] == nil {
            open[log] = Open(first: sequence)
            order.append(log)
        }
        // Taken out while it changes, so that its commits are not copied.
        guard var current = open.removeValue(forKey: log) else { return }
        current.commits.append(commit)
        current.bytes += size
        if let signature { current.signed = (current.commits.count, current.bytes, signature) }
        open[log] = current
        bytes += size
    }

    /// Ends the run of a log at its last signature, and begins the next with what is left.
    private mutating func close(_ log: LogID) {
        guard let current = open.removeValue(forKey: log) else { return }
        guard let signed = current.signed else { return }
        runs.append(
            Run(
                log: log, first: current.first, commits: Array(current.commits[..<signed.count]),
                signature: signed.signature))
        let rest = Array(current.commits[signed.count...])
        order.removeAll { $0 == log }
        guard !rest.isEmpty else { return }
        open[log] = Open(
            first: current.first + UInt64(signed.count), commits: rest,
            bytes: current.bytes - signed.bytes)
        order.append(log)
    }

    /// All runs; commits after a log's last signature are left out.
    mutating func finish() -> [Run] {
        for log in order { close(log) }
        return runs
    }
}
