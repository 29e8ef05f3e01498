internal import Community
internal import Dispatch
internal import GRDB
internal import Synchronization
internal import Wire

/// The derived database: what the commits in the log mean, ready to be read.
///
/// Batches are handed over in the order in which they are in the log, and whoever gets to write
/// next applies all that wait. If the view can't keep up with a batch, because the disk is full or
/// the process dies, it catches up from the log, where it left off, at the next occasion.
final class View: Sendable {
    /// What waits to be applied.
    fileprivate struct Queue {
        var batches: [Batch] = []
        var bytes = 0
        /// Whether something failed, so that the view has to catch up from the log.
        var isBehind = false
        var failure: StorageError?
        /// Whether what waits will be applied in a moment.
        var isScheduled = false
        /// How many batches of one's own words were handed over, and how many are visible.
        var ownEnqueued = 0
        var ownVisible = 0
    }

    /// The commits of one transaction of the log.
    struct Batch: Sendable {
        var commits: [ArrivedCommit]
        /// The highest arrival number that is in the log after it; 0 for commits from before.
        var applied: Int64
        /// The directory after it, if it changed.
        var directory: Directory?
        /// Whether these are one's own words, which the next reader must see.
        var isOwn = false
    }

    /// What was left out when the view was made.
    struct Basis: Sendable {
        /// How many payloads had been erased in the log.
        let dropped: Int64
        /// The people of whose words the view has none.
        let blankPeople: Set<PersonID>

        init(_ state: ViewState) {
            dropped = state.dropped
            blankPeople = state.blankPeople
        }
    }

    let file: DatabaseFile
    /// Whether nothing of it is ever on the disk.
    let isInMemory: Bool
    private let readers: Int
    private let pool: Mutex<any DatabaseWriter>
    private let queue = Mutex(Queue())
    /// Held while the one writer works; it is never waited for.
    private let state: Mutex<ViewState>
    /// What the log asks for after each batch; it must not wait for the writer to learn that.
    private let basis: Mutex<Basis>

    /// Opens the view, and makes it anew if it is missing, of another version or damaged.
    ///
    /// - Parameter isInMemory: Whether it is to leave no trace on the disk. Then it begins empty,
    ///   and readers wait for the writer.
    init(_ file: DatabaseFile, readers: Int, isInMemory: Bool) throws {
        self.file = file
        self.readers = readers
        self.isInMemory = isInMemory
        let pool: any DatabaseWriter =
            isInMemory ? try Self.openQueue(file) : try Self.openPool(file, readers: readers)
        self.pool = Mutex(pool)
        let state = try pool.read { try ViewState($0) }
        basis = Mutex(Basis(state))
        self.state = Mutex(state)
    }

    private static func openQueue(_ file: DatabaseFile) throws -> DatabaseQueue {
        let queue = try file.openInMemory()
        try queue.write { try ViewSchema.create(in: $0) }
        return queue
    }

    private static func openPool(_ file: DatabaseFile, readers: Int) throws -> DatabasePool {
        do {
            let pool = try file.open(readers: readers)
            if try isUsable(pool) { return pool }
            try pool.close()
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
        {
            // Nothing is lost: the log has it all.
        }
        file.remove()
        let pool = try file.open(readers: readers)
        try pool.write { try ViewSchema.create(in: $0) }
        return pool
    }

    /// Whether the file can be read and is of this version; an empty one gets its tables.
    private static func isUsable(_ pool: DatabasePool) throws -> Bool {
        try pool.write { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            if version == 0, tables == 0 { try ViewSchema.create(in: database) }
            guard version == ViewSchema.version || tables == 0 else { return false }
            // Reads the first and the last page of the tables that everything hangs on.
            _ = try ViewState(database)
            return true
        }
    }

    /// Checks every page of the file; `false` if something is wrong with it.
    func isIntact() throws -> Bool {
        try currentPool.read { database in
            try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"]
        }
    }

    var currentPool: any DatabaseWriter { pool.withLock { $0 } }

    // MARK: Reading

    /// Reads from a snapshot; never waits for the writer.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StorageError) -> Result {
        do {
            return try await currentPool.read(body)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
            // The view was exchanged for a rebuilt one between two lines.
            do { return try await currentPool.read(body) } catch {
                throw StorageError(error, file: file)
            }
        } catch {
            throw StorageError(error, file: file)
        }
    }

    // MARK: Writing

    /// Hands over what the log has got; nothing is applied yet.
    func enqueue(_ batch: Batch) {
        queue.withLock { queue in
            if batch.isOwn { queue.ownEnqueued += 1 }
            guard !queue.isBehind else { return }
            queue.batches.append(batch)
            queue.bytes += batch.commits.reduce(0) { $0 + $1.bytes }
        }
    }

    /// Whether something of one's own was acknowledged and is not visible yet.
    var hasOwnWaiting: Bool { queue.withLock { $0.ownVisible < $0.ownEnqueued } }

    /// Bytes of payloads that wait to be applied.
    var lag: Int { queue.withLock { $0.bytes } }

    /// Applies what waits, without anybody waiting for it.
    ///
    /// A moment later, so that words that follow each other closely share a transaction, and so
    /// that it doesn't take the disk from somebody whose words are just being made durable. Whoever
    /// reads their own words doesn't wait for that moment.
    ///
    /// - Parameter source: Asked when the moment has come.
    func applyInBackground(_ source: @escaping @Sendable () -> CommitSource) {
        let isFirst = queue.withLock { queue in
            defer { queue.isScheduled = true }
            return !queue.isScheduled
        }
        guard isFirst else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.pause) {
            self.queue.withLock { $0.isScheduled = false }
            self.currentPool.asyncWriteWithoutTransaction { database in
                do {
                    try self.applyAll(in: database, source())
                } catch {
                    self.fall(behind: error)
                }
            }
        }
    }

    /// How long commits may wait for others before they are applied.
    private static let pause = DispatchTimeInterval.milliseconds(5)

    /// Applies what waits and returns when it is visible.
    func apply(_ source: CommitSource) async throws(StorageError) {
        do {
            try await currentPool.writeWithoutTransaction { database in
                try self.applyAll(in: database, source)
            }
        } catch {
            throw fall(behind: error)
        }
    }

    @discardableResult
    private func fall(behind error: any Error) -> StorageError {
        let failure = StorageError(error, file: file)
        queue.withLock { queue in
            queue.drop()
            queue.isBehind = true
            queue.failure = failure
        }
        return failure
    }

    /// Why the view does not keep up, if it does not.
    var failure: StorageError? { queue.withLock { $0.failure } }

    private func applyAll(in database: Database, _ source: CommitSource) throws {
        if queue.withLock({ $0.isBehind }) {
            try catchUp(in: database, source) { _ in }
        }
        while true {
            let (batches, own) = queue.withLock { queue in
                defer { queue.drop() }
                return (queue.batches, queue.ownEnqueued)
            }
            if !batches.isEmpty {
                try write(in: database) { writer in
                    for batch in batches { try batch.apply(to: &writer) }
                }
            }
            queue.withLock { $0.ownVisible = max($0.ownVisible, own) }
            guard !batches.isEmpty else { return }
        }
    }

    /// Runs one transaction; if it fails, the state is read anew from the file.
    private func write(
        in database: Database, _ body: (inout ViewWriter) throws -> Void
    ) throws {
        try state.withLock { state in
            do {
                try database.inTransaction(.immediate) {
                    var writer = try ViewWriter(database, state)
                    try body(&writer)
                    try writer.settleTexts()
                    state = writer.state
                    return .commit
                }
                note(state)
            } catch {
                let verdicts = state.verdicts
                state = try ViewState(database)
                state.verdicts = verdicts
                note(state)
                throw error
            }
        }
    }

    private func note(_ state: ViewState) {
        let basis = Basis(state)
        self.basis.withLock { $0 = basis }
    }

    // MARK: Catching up

    /// Applies everything that is in the log and not in the view.
    func catchUp(
        from source: CommitSource, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws {
        try await currentPool.writeWithoutTransaction { database in
            try self.catchUp(in: database, source, progress)
        }
    }

    private func catchUp(
        in database: Database, _ source: CommitSource,
        _ progress: @Sendable (RebuildProgress) -> Void
    ) throws {
        // What was handed over meanwhile is in the log too.
        queue.withLock { queue in
            queue.drop()
            queue.isBehind = false
            queue.failure = nil
        }
        let total = try source.lastArrival()
        var applied = state.withLock { state in
            state.verdicts = source.directory?.verdicts
            return state.applied
        }
        if applied == 0, let taken = source.directory?.membership.tookWords, !taken.isEmpty {
            try write(in: database) { try $0.leaveOut(taken) }
        }
        if applied == 0 { try write(in: database) { try $0.note(dropped: source.dropped) } }
        while true {
            let commits = try source.commits(after: applied)
            guard let last = commits.last else { break }
            try write(in: database) { writer in
                try Batch(commits: commits, applied: last.arrival).apply(to: &writer)
            }
            applied = last.arrival
            progress(RebuildProgress(done: applied, total: total))
        }
        try retryUnopened(in: database, source)
        if let directory = source.directory {
            try write(in: database) { try $0.follow(directory) }
        }
    }

    /// Tries again to open what could not be opened when it arrived.
    private func retryUnopened(in database: Database, _ source: CommitSource) throws {
        let arrivals = try Int64.fetchAll(
            database,
            sql: "SELECT arrival FROM unopened WHERE reason IN (1, 2) ORDER BY arrival")
        var rest = arrivals[...]
        while !rest.isEmpty {
            let commits = try source.commits(at: Array(rest.prefix(500)))
            rest = rest.dropFirst(500)
            try write(in: database) { writer in
                try Batch(commits: commits, applied: 0).apply(to: &writer)
            }
        }
    }

    // MARK: Exchange

    /// Puts a finished file into the place of this one.
    ///
    /// The old connections are closed before anything is moved: SQLite removes the write-ahead log
    /// by its name when the last one closes.
    ///
    /// - Parameter isErasing: Whether the old file is overwritten first, because somebody took
    ///   words along that are in it.
    func exchange(for next: DatabaseFile, isErasing: Bool) throws {
        try pool.withLock { pool in
            try pool.close()
            if isErasing { try file.erase() }
            file.remove()
            guard next.move(to: file) else { throw StorageError.readOnly(path: file.path) }
            next.remove()
            pool = try file.open(readers: readers)
        }
        let fresh = try currentPool.read { try ViewState($0) }
        replace(fresh)
        queue.withLock { $0.drop() }
    }

    /// Puts a finished view in memory into the place of this one, which is gone then.
    func exchange(for next: View) throws {
        let fresh = next.currentPool
        let old = pool.withLock { pool in
            defer { pool = fresh }
            return pool
        }
        try old.close()
        replace(try fresh.read { try ViewState($0) })
        queue.withLock { $0.drop() }
    }

    private func replace(_ fresh: ViewState) {
        state.withLock { state in
            state = fresh
            note(fresh)
        }
    }

    /// What the view knows of the logs.
    var logs: [Int64: ViewState.Log] { state.withLock { $0.logs } }
    var writings: [Int64: ViewState.Writing] { state.withLock { $0.writings } }
    /// What was left out when the view was made; known without waiting for the writer.
    var leftOut: Basis { basis.withLock { $0 } }

    /// Closes all connections; what waits is applied first by the caller.
    func close() throws {
        guard isInMemory else { return try file.close(currentPool) }
        try currentPool.close()
    }
}

extension View.Queue {
    fileprivate mutating func drop() {
        batches = []
        bytes = 0
    }
}

extension View.Batch {
    fileprivate func apply(to writer: inout ViewWriter) throws {
        for commit in commits { try writer.apply(commit) }
        if let directory { try writer.follow(directory) }
        try writer.finish(applied: applied)
    }
}
