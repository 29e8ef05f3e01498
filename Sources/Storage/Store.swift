public import Community
internal import GRDB
public import Ledger
internal import Synchronization
public import Wire

/// A node's memory: the log of everything that was replicated, and the view of what it means.
///
/// The log is the truth, and an acknowledged write is on the disk. The view is derived from it and
/// can be made anew at any time. Reading never waits for writing.
public final class Store: Sendable {
    /// What can be chosen.
    public struct Settings: Sendable {
        /// Bytes of payloads by which the view may lie behind the log before ``ingest(_:into:)``
        /// waits for it.
        public var viewLagBytes = 8_388_608
        /// Connections that read at the same time.
        public var readers = 4
        /// Whether the readable view lives in memory only, and is made from the log at each start.
        public var isViewInMemory = false

        /// The usual choice.
        public init() {}
    }

    let logFile: DatabaseFile
    let log: DatabasePool
    let view: View
    let settings: Settings
    /// Changes only on the log's writer queue, after a transaction; read from everywhere.
    let state: Mutex<LogState>
    /// The fold over the workplace's space; used on the log's writer queue only.
    let workplace: Mutex<Replica?>
    let rebuilding = Turn()

    private init(
        _ logFile: DatabaseFile, _ log: DatabasePool, _ view: View, _ settings: Settings,
        _ state: LogState
    ) {
        self.logFile = logFile
        self.log = log
        self.view = view
        self.settings = settings
        self.state = Mutex(state)
        workplace = Mutex(nil)
    }

    /// Opens a home folder, makes what is missing, and brings the view up to date with the log.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder; it is made with mode 0700 if it is not there.
    ///   - keyrings: The keys known from elsewhere, at least the workplace's. Keys that are
    ///     published in the workplace are found by themselves.
    ///   - settings: What can be chosen.
    ///   - progress: Told while the view catches up, which can take a while after a crash.
    /// - Throws: ``StorageError`` if the folder can't be used or the log is of a later version or
    ///   damaged. A damaged view is made anew instead.
    public static func open(
        folder: String, keyrings: [Keyring] = [], settings: Settings = Settings(),
        progress: @escaping @Sendable (RebuildProgress) -> Void = { _ in }
    ) async throws(StorageError) -> Store {
        try DatabaseFile.prepare(folder: folder)
        let logFile = DatabaseFile.log(in: folder)
        let log: DatabasePool
        let state: LogState
        do {
            log = try logFile.open(readers: settings.readers + 1)
            try LogSchema.migrate(log, logFile)
            state = try await log.read { try LogState($0, keyrings: keyrings) }
        } catch {
            throw StorageError(error, file: logFile)
        }
        let viewFile = DatabaseFile.view(in: folder)
        do {
            DatabaseFile.nextView(in: folder).remove()
            if settings.isViewInMemory { try Store.eraseView(folder: folder) }
            let view = try View(
                viewFile, readers: settings.readers, isInMemory: settings.isViewInMemory)
            let store = Store(logFile, log, view, settings, state)
            try await store.start(progress)
            return store
        } catch {
            throw StorageError(error, file: viewFile)
        }
    }

    /// Takes the readable view of a home folder off the disk; the log is left as it is.
    ///
    /// The files are overwritten before they are removed, which is no promise on flash memory.
    ///
    /// - Throws: ``StorageError`` if a file can't be overwritten.
    public static func eraseView(folder: String) throws(StorageError) {
        try DatabaseFile.view(in: folder).erase()
        try DatabaseFile.nextView(in: folder).erase()
    }

    /// Folds what bears on membership, finds the keys in it, and lets the view catch up.
    private func start(_ progress: @escaping @Sendable (RebuildProgress) -> Void) async throws {
        try foldWorkplace()
        try await log.writeWithoutTransaction { try self.foldCommunities(in: $0) }
        // Asked before the view follows the directory, which hides what it was made with.
        let isStale = try hasStaleEnd()
        do {
            try await view.catchUp(from: source, progress: progress)
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        {
            // A page is damaged that opening did not touch.
            try await remakeView(progress)
        }
        // The view may have found essential commits on its way that were not folded before.
        try await log.writeWithoutTransaction { try self.foldCommunities(in: $0) }
        if try isStale || hasStaleCut() || hasStaleEnd() || hasStaleWords()
            || hasStaleErasure()
        {
            try await remakeView(progress)
        }
        try await learnFromView()
    }

    /// Takes over what only an opened commit can say: who writes a log, and its clock.
    func learnFromView() async throws {
        let known = view.logs
        let writings = view.writings
        let waiting = try await view.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT space, arrival FROM unopened WHERE reason IN (1, 2) ORDER BY arrival"
            ).map { (space: $0[0] as Int64, arrival: $0[1] as Int64) }
        }
        state.withLock { state in
            for id in state.spaces.keys.sorted() {
                guard var space = state.spaces[id] else { continue }
                for log in space.logs.values {
                    guard let found = known[log.number] else { continue }
                    space.logs[log.id]?.writer = found.writer.flatMap { writings[$0]?.writer }
                    space.lamport = max(space.lamport, found.lamport)
                }
                space.waiting = waiting.filter { $0.space == space.number }.map(\.arrival)
                state.spaces[id] = space
            }
        }
    }

    /// Where the view gets commits that it has to catch up with.
    var source: CommitSource { CommitSource(log, logFile, state.withLock { $0 }) }

    /// Reads from a snapshot of the view that holds everything written here before.
    ///
    /// It waits for the writer only while words of one's own, acknowledged a moment ago, are on
    /// their way into the view; never for what comes from peers.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StorageError) -> Result {
        if view.hasOwnWaiting { try? await view.apply(source) }
        return try await view.read(body)
    }

    /// Closes all files, after everything acknowledged is in the view.
    public func close() async throws(StorageError) {
        try await view.apply(source)
        do {
            try view.close()
            try logFile.close(log)
        } catch {
            throw StorageError(error, file: logFile)
        }
    }
}

extension Store {
    // MARK: What is known without asking the disk

    /// People, devices and communities; `nil` before a workplace was opened.
    public var directory: Directory? { state.withLock { $0.directory } }

    /// The spaces that were opened here, sorted by id.
    public var spaces: [(id: SpaceID, kind: SpaceFounding.Kind)] {
        state.withLock { state in
            state.spaces.values.map { ($0.id, $0.kind) }.sorted { $0.0 < $1.0 }
        }
    }

    /// How far each log of a space is on the disk here.
    ///
    /// - Throws: ``StorageError/unknownSpace``.
    public func frontier(of space: SpaceID) throws(StorageError) -> Frontier {
        guard let space = state.withLock({ $0.spaces[space] }) else { throw .unknownSpace }
        return space.frontier
    }

    /// The highest Lamport clock of a space here.
    ///
    /// - Throws: ``StorageError/unknownSpace``.
    public func highestLamport(in space: SpaceID) throws(StorageError) -> UInt64 {
        guard let space = state.withLock({ $0.spaces[space] }) else { throw .unknownSpace }
        return space.lamport
    }

    /// Bytes of payloads of a space that are here; 0 for a space that was never opened.
    public func bytes(of space: SpaceID) -> UInt64 {
        state.withLock { state in
            state.spaces[space]?.logs.values.reduce(0) { $0 &+ UInt64(clamping: $1.total) } ?? 0
        }
    }

    /// The keys of a space that are known here.
    public func keyring(of space: SpaceID) -> Keyring? {
        state.withLock { $0.spaces[space]?.keyring }
    }
}
