public import Engine
public import Ledger
public import Wire

/// A database in memory that keeps the engine's promises with the ledger's own verification.
///
/// It survives a crash of its node: what it has acknowledged is there afterwards.
public struct MemoryStore: Sendable {
    /// A run as it was stored, in order of arrival.
    private struct Arrival: Sendable {
        let number: Int64
        let run: Run
    }

    /// One space.
    private struct Shelf: Sendable {
        var frontier = Frontier()
        var arrivals: [Arrival] = []
    }

    private var shelves: [SpaceID: Shelf] = [:]
    /// Commits that were offered although they were here.
    public private(set) var duplicates = 0
    /// Runs that were refused.
    public private(set) var refusals = 0

    /// Commits of all spaces.
    public private(set) var commitCount = 0

    /// An empty database.
    public init() {}

    /// Makes room for a space.
    public mutating func open(_ space: SpaceID) { shelves[space] = shelves[space] ?? Shelf() }

    /// How far each log of a space is here.
    public func frontier(of space: SpaceID) -> Frontier { shelves[space]?.frontier ?? Frontier() }

    /// Verifies and stores runs; what can't be stored is refused with its cause.
    public mutating func ingest(
        _ runs: [Run], in space: SpaceID
    ) -> (changes: [Stored.Change], refusals: [Stored.Refusal]) {
        guard var shelf = shelves[space] else { return ([], []) }
        var heads: [LogID: Head] = [:]
        var refused: [Stored.Refusal] = []
        for run in runs {
            let head = shelf.frontier[run.log] ?? .start(space: space, log: run.log)
            do {
                let verified = try Verifier.verify(run, space: space, at: head)
                shelf.frontier.set(log: run.log, head: verified.after)
                shelf.arrivals.append(
                    Arrival(number: Int64(shelf.arrivals.count + 1), run: verified.run))
                heads[run.log] = verified.after
                commitCount += verified.run.commits.count
            } catch {
                if case .overlap = error { duplicates += run.commits.count }
                refusals += 1
                refused.append(
                    Stored.Refusal(log: run.log, cause: Stored.Cause(error, first: run.first)))
            }
        }
        shelves[space] = shelf
        let changes = heads.keys.sorted().compactMap { log in
            heads[log].map { Stored.Change(log: log, head: $0) }
        }
        return (changes, refused)
    }

    /// How much of what is asked for is here.
    public func count(_ needs: [LogNeed], in space: SpaceID) -> (commits: UInt64, bytes: UInt64) {
        select(needs, in: space).reduce(into: (0, 0)) { sum, item in
            sum.0 += UInt64(item.run.commits.count)
            sum.1 += UInt64(item.run.payloadBytes)
        }
    }

    /// What is asked for, in order of arrival.
    public func load(
        _ needs: [LogNeed], in space: SpaceID, after cursor: Int64, maximumBytes: Int
    ) -> (runs: [Run], cursor: Int64, isFinal: Bool) {
        var runs: [Run] = []
        var size = 0
        var last = cursor
        for item in select(needs, in: space) where item.number > cursor {
            guard runs.isEmpty || size + item.run.payloadBytes <= maximumBytes else {
                return (runs, last, false)
            }
            runs.append(item.run)
            size += item.run.payloadBytes
            last = item.number
        }
        return (runs, last, true)
    }

    private func select(_ needs: [LogNeed], in space: SpaceID) -> [Arrival] {
        let wanted = Dictionary(needs.map { ($0.log, $0) }, uniquingKeysWith: { first, _ in first })
        return (shelves[space]?.arrivals ?? []).compactMap { arrival in
            let reach = arrival.run.first + UInt64(arrival.run.commits.count) - 1
            guard let need = wanted[arrival.run.log], reach <= need.through ?? .max
            else { return nil }
            let first = need.from
            let skipped = first > arrival.run.first ? Int(first - arrival.run.first) : 0
            guard skipped < arrival.run.commits.count else { return nil }
            var run = arrival.run
            run.first += UInt64(skipped)
            run.commits.removeFirst(skipped)
            return Arrival(number: arrival.number, run: run)
        }
    }

    /// The bytes of all payloads of a space.
    func payloadBytes(of space: SpaceID) -> Int {
        (shelves[space]?.arrivals ?? []).reduce(0) { $0 + $1.run.payloadBytes }
    }

    /// All payloads of a space, log by log: equal on replicas that agree.
    public func contents(of space: SpaceID) -> [LogID: [Commit]] {
        (shelves[space]?.arrivals ?? []).reduce(into: [:]) { contents, arrival in
            contents[arrival.run.log, default: []] += arrival.run.commits
        }
    }
}

extension Run {
    /// The size of all payloads together.
    public var payloadBytes: Int {
        commits.reduce(0) { sum, commit in
            guard case .payload(let payload) = commit.content else { return sum + 32 }
            return sum + payload.count
        }
    }
}
