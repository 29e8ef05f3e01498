internal import Community
internal import GRDB
internal import Ledger
internal import Synchronization
internal import Wire

/// What statements mean is kept in memory: all of the workplace's space, and of each community the
/// commits that bear on membership and keys.
extension Store {
    /// Folds the commits of the workplace's space from the beginning.
    func foldWorkplace() throws {
        guard let space = state.withLock({ $0.workplace }) else { return }
        var replica = Replica(workplace: space.id)
        try source.forEachOpened(in: space) { replica.apply($0, in: space.id) }
        let directory = Directory(replica)
        workplace.withLock { $0 = replica }
        state.withLock { state in
            state.directory = directory
            for id in state.spaces.keys.sorted() {
                if var space = state.spaces[id] {
                    directory.addKeys(to: &space.keyring)
                    state.spaces[id] = space
                }
            }
        }
    }

    /// Folds the essential commits of communities that the view has marked.
    func foldCommunities(in database: Database) throws {
        let arrivals: [Int64]
        do {
            arrivals = try view.currentPool.read {
                try Int64.fetchAll($0, sql: "SELECT arrival FROM essential ORDER BY arrival")
            }
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        {
            // A damaged view is made anew, and then they are found again.
            return
        }
        guard !arrivals.isEmpty else { return }
        if fold(try source.commits(at: arrivals)) != nil { try applyEnds(in: database) }
    }

    /// Folds commits; gives the directory if they changed it.
    func fold(_ commits: [ArrivedCommit]) -> Directory? {
        let directory = workplace.withLock { replica -> Directory? in
            guard var folded = replica.take() else { return nil }
            defer { replica = folded }
            var hasChanged = false
            for commit in commits {
                guard let opened = commit.opened else { continue }
                if commit.kind == .workplace {
                    folded.apply(opened, in: commit.spaceID)
                } else if let essence = opened.essence {
                    folded.apply(essence, in: commit.spaceID)
                } else {
                    continue
                }
                hasChanged = true
            }
            return hasChanged ? Directory(folded) : nil
        }
        guard let directory else { return nil }
        return state.withLock { state in
            guard state.directory != directory else { return nil }
            state.directory = directory
            return directory
        }
    }

    /// Brings frontiers in line with where colleagues ended logs.
    ///
    /// - Returns: The communities of which commits were applied that don't count any more, or the
    ///   other way round: the view has to be made anew for them.
    @discardableResult
    func applyEnds(in database: Database) throws -> Set<SpaceID> {
        guard let verdicts = state.withLock({ $0.directory?.verdicts }) else { return [] }
        let spaces = state.withLock { $0.spaces }
        let tables = try LogTables(database)
        var affected: Set<SpaceID> = []
        for space in spaces.values {
            let former = space.kind == .workplace ? [:] : space.ends
            let ends = space.kind == .workplace ? [:] : verdicts.ends[space.id, default: [:]]
            guard former != ends else { continue }
            var changed = space
            changed.ends = ends
            for log in Set(former.keys).union(ends.keys) {
                guard let known = space.logs[log] else { continue }
                let end = min(known.head.length, changed.end(of: known) ?? .max)
                let before = min(known.head.length, space.end(of: known) ?? .max)
                guard end != before else { continue }
                affected.insert(space.id)
                changed.frontier.set(log: log, head: try head(of: known, at: end, in: tables))
            }
            state.withLock { state in
                state.spaces[space.id]?.ends = ends
                state.spaces[space.id]?.frontier = changed.frontier
            }
        }
        return affected
    }

    private func head(
        of log: LogState.Log, at length: UInt64, in tables: LogTables
    ) throws -> Head {
        guard length > 0, length < log.head.length else {
            return length == 0 ? Head(length: 0, hash: log.head.hash) : log.head
        }
        let stored = try tables.commits(of: log, from: length) { _ in true }
        return Head(length: length, hash: stored.first?.hash ?? log.head.hash)
    }

    /// Whether the view was made when logs ended elsewhere than they do now.
    func hasStaleEnd() throws -> Bool {
        let state = state.withLock { $0 }
        guard let verdicts = state.directory?.verdicts else { return false }
        let applied = view.logs
        for space in state.spaces.values {
            for log in space.logs.values {
                guard let known = applied[log.number] else { continue }
                let now = min(log.head.length, verdicts.end(of: log.id, in: space.id) ?? .max)
                let then = min(log.head.length, known.end ?? .max)
                if now != then { return true }
            }
        }
        return false
    }
}
