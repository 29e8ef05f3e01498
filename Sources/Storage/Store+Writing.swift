internal import Community
internal import GRDB
public import Keys
public import Ledger
internal import Synchronization
public import Wire

extension Store {
    // MARK: Spaces, keys, pens

    /// Begins to keep a space; does nothing for one that is kept already.
    ///
    /// - Throws: ``StorageError/otherWorkplace`` for a second workplace.
    public func openSpace(
        _ id: SpaceID, kind: SpaceFounding.Kind
    ) async throws(StorageError) {
        try await onLog { database in
            let known = self.state.withLock { ($0.spaces[id], $0.workplace?.id) }
            guard known.0 == nil else { return }
            if kind == .workplace, known.1 != nil { throw StorageError.otherWorkplace }
            try database.inTransaction {
                let statement = try PreparedStatement(
                    "INSERT INTO space (id, kind) VALUES (?, ?)", in: database)
                statement.bind(id, at: 1)
                statement.bind(Int64(kind == .workplace ? 1 : 2), at: 2)
                try statement.run()
                return .commit
            }
            let number = database.lastInsertedRowID
            self.state.withLock { state in
                var keyring = Keyring(space: id)
                state.directory?.addKeys(to: &keyring)
                state.spaces[id] = LogState.Space(
                    number: number, id: id, kind: kind, keyring: keyring)
            }
            if kind == .workplace { try self.foldWorkplace() }
        }
    }

    /// Adds keys of an opened space, and opens the commits that waited for them.
    ///
    /// - Throws: ``StorageError/unknownSpace``.
    public func setKeyring(_ keyring: Keyring) async throws(StorageError) {
        try await onLog { database in
            guard self.state.withLock({ $0.spaces[keyring.space] }) != nil else {
                throw StorageError.unknownSpace
            }
            self.add(keyring)
            try self.unlock([keyring.space], in: database)
        }
        try await view.apply(source)
        if hasStaleWords() || hasStaleErasure() { try await rebuild() }
    }

    /// Says which keys of a space were in use when somebody was set aside: nothing is written with
    /// them and older ones as soon as there is a newer one.
    public func bar(_ keys: Set<EpochID>, of space: SpaceID) {
        state.withLock { $0.spaces[space]?.barred = keys }
    }

    /// The keys of a space that were in use when somebody was set aside.
    public func barredKeys(of space: SpaceID) -> Set<EpochID> {
        state.withLock { $0.spaces[space]?.barred ?? [] }
    }

    private func add(_ keyring: Keyring) {
        state.withLock { state in
            guard var space = state.spaces[keyring.space] else { return }
            for key in keyring.all { space.keyring.insert(key) }
            state.spaces[keyring.space] = space
        }
    }

    /// Says with which log this node writes into a space.
    ///
    /// The store writes the binding as the first operation of the first commit.
    ///
    /// - Parameters:
    ///   - key: The log's secret key.
    ///   - binding: What ``LogBinding/make(space:log:person:device:role:)`` gives for it. In the
    ///     capacity of a key that this node keeps for somebody, it is beside the node's own.
    /// - Throws: ``StorageError/unknownSpace``.
    public func setWriter(
        key: SigningKey, binding: Binding, for space: SpaceID
    ) throws(StorageError) {
        let isKnown = state.withLock { state in
            guard state.spaces[space] != nil else { return false }
            let pen = LogState.Pen(key: key, binding: binding)
            if binding.role == .held {
                state.spaces[space]?.heldPens[binding.device] = pen
            } else {
                state.spaces[space]?.pen = pen
            }
            return true
        }
        guard isKnown else { throw .unknownSpace }
    }

    /// Forgets the log keys of a device whose key this node keeps, in all spaces.
    public func dropWriters(of device: DeviceID) {
        state.withLock { state in
            for space in state.spaces.keys { state.spaces[space]?.heldPens[device] = nil }
        }
    }

    // MARK: Commits

    /// Writes one's own words: durable when it returns, and visible to whatever is read after.
    ///
    /// The drafts become one commit each, in order, with rising Lamport clocks; the last of every
    /// 256 commits or 1 MiB is signed.
    ///
    /// - Parameters:
    ///   - epoch: The generation to seal them with, for readers who lack the one in use; `nil` for
    ///     that one.
    ///   - device: The device whose key this node keeps and in whose log they go; `nil` for its own.
    /// - Throws: ``StorageError/noWriter``, ``StorageError/noKey``,
    ///   ``StorageError/notPermitted(_:)`` for a draft that is too large, or the machine's trouble;
    ///   then nothing was written.
    public func append(
        _ drafts: [Draft], to id: SpaceID, under epoch: EpochID? = nil,
        by device: DeviceID? = nil
    ) async throws(StorageError) -> AppendOutcome {
        let outcome = try await onLog { database in
            let state = self.state.withLock { $0 }
            guard let space = state.spaces[id] else { throw StorageError.unknownSpace }
            let key = epoch.flatMap { space.keyring[$0] } ?? state.writingKey(in: space)
            let runs = try Self.runs(of: drafts, in: space, under: key, by: device)
            var batch: Ingest?
            try database.inTransaction(.immediate) {
                var ingest = try Ingest(into: space, of: state, in: database)
                for run in runs { try ingest.write(run) }
                batch = ingest
                return .commit
            }
            guard let batch else { throw StorageError.noWriter }
            let records = Self.records(of: batch)
            let consequence = try self.adopt(batch, isOwn: true, in: database)
            return AppendOutcome(
                runs: runs, heads: batch.heads, records: records,
                directoryChanged: consequence.directoryChanged,
                endedSpaces: consequence.endedSpaces, needsRebuild: consequence.needsRebuild)
        }
        if outcome.needsRebuild { try await rebuild() }
        await follow()
        return outcome
    }

    private static func runs(
        of drafts: [Draft], in space: LogState.Space, under key: EpochKey?, by device: DeviceID?
    ) throws -> [Run] {
        guard let pen = space.pen(of: device) else { throw StorageError.noWriter }
        guard let key else { throw StorageError.noKey }
        let head = space.logs[pen.log]?.head ?? .start(space: space.id, log: pen.log)
        var bodies: [CommitBody] = []
        for (index, draft) in drafts.enumerated() where !draft.operations.isEmpty {
            if head.length == 0, bodies.isEmpty {
                // By itself, as it stays for ever and the words behind it may not.
                bodies.append(
                    CommitBody(
                        lamport: space.lamport + 1, wallClock: draft.wallClock,
                        operations: [.binding(pen.binding)]))
            }
            bodies.append(
                CommitBody(
                    lamport: space.lamport + UInt64(index) + 1, wallClock: draft.wallClock,
                    operations: draft.operations))
        }
        var writer = LogWriter(space: space.id, key: pen.key, head: head)
        var generator = SecureGenerator()
        return try writer.append(
            bodies, keyring: Keyring(space: space.id, [key]), using: &generator
        ) { $0.mustStay(in: space.home) }
    }

    /// The records that each draft created; commits that only move the clock or begin the log are
    /// no drafts.
    private static func records(of batch: Ingest) -> [[RecordID]] {
        batch.commits.compactMap { commit in
            guard case .opened(let opened, let changes) = commit.content,
                opened.sequence > 1, !opened.body.operations.isEmpty
            else { return nil }
            return changes.compactMap {
                if case .create(let creation) = $0.effect { creation.record } else { nil }
            }
        }
    }

    /// Takes in what a peer sent: durable when it returns.
    ///
    /// The view follows by itself; ``settle()`` waits for it.
    ///
    /// - Throws: ``StorageError`` for the machine's trouble only; then nothing of the batch was
    ///   stored. What is wrong with the runs is told in the outcome.
    public func ingest(
        _ runs: [Run], into id: SpaceID
    ) async throws(StorageError) -> IngestOutcome {
        let outcome = try await onLog { database in
            let state = self.state.withLock { $0 }
            guard let space = state.spaces[id] else { throw StorageError.unknownSpace }
            var batch: Ingest?
            try database.inTransaction(.immediate) {
                var ingest = try Ingest(into: space, of: state, in: database)
                for run in runs { try ingest.take(run) }
                batch = ingest
                return .commit
            }
            guard let batch else { return IngestOutcome() }
            var outcome = batch.outcome
            let consequence = try self.adopt(batch, isOwn: false, in: database)
            outcome.directoryChanged = consequence.directoryChanged
            outcome.endedSpaces = consequence.endedSpaces
            outcome.needsRebuild = consequence.needsRebuild
            outcome.heads = batch.heads
            return outcome
        }
        if !outcome.forks.isEmpty || outcome.needsRebuild { try await rebuild() }
        await follow()
        return outcome
    }

    /// Lets the view follow the log, and waits for it only if it lies far behind.
    ///
    /// What is on the disk is acknowledged even if the view should be in trouble: that shows in
    /// ``settle()``, and the view catches up from the log.
    private func follow() async {
        if view.lag > settings.viewLagBytes {
            try? await view.apply(source)
        } else {
            view.applyInBackground { self.source }
        }
    }

    /// Waits until everything that was acknowledged is in the view.
    ///
    /// - Throws: ``StorageError`` if the view can't keep up, such as for a full disk.
    public func settle() async throws(StorageError) { try await view.apply(source) }

    // MARK: After a transaction

    /// What follows from a batch beside its commits.
    private struct Consequence {
        /// Whether the directory changed.
        var directoryChanged = false
        /// Communities in which logs end elsewhere now.
        var endedSpaces: Set<SpaceID> = []
        /// Whether the view holds what doesn't count any more, or lacks what does.
        var needsRebuild = false
    }

    /// Takes over what a batch has put on the disk, and hands it to the view.
    private func adopt(
        _ batch: Ingest, isOwn: Bool, in database: Database
    ) throws -> Consequence {
        let before = state.withLock { state in
            state.adopt(batch)
            return state.directory?.verdicts
        }
        let changed = fold(batch.commits)
        var consequence = Consequence(directoryChanged: changed != nil)
        if let changed, let before, before.endsDiffer(from: changed.verdicts) {
            consequence.endedSpaces = try applyEnds(in: database)
            consequence.needsRebuild = try hasStaleEnd()
        }
        view.enqueue(
            View.Batch(
                commits: batch.commits, applied: batch.arrival - 1, directory: changed,
                isOwn: isOwn))
        if let changed { try unlock(takeKeys(from: changed), in: database) }
        if changed != nil, hasStaleWords() { consequence.needsRebuild = true }
        if hasStaleErasure() { consequence.needsRebuild = true }
        return consequence
    }

    /// Adds newly published keys to the keyrings; gives the spaces that got some.
    private func takeKeys(from directory: Directory) -> [SpaceID] {
        state.withLock { state in
            directory.spacesWithKeys.filter { id in
                guard var space = state.spaces[id] else { return false }
                let before = space.keyring.all.count
                directory.addKeys(to: &space.keyring)
                state.spaces[id] = space
                return space.keyring.all.count > before
            }
        }
    }

    /// Opens commits that waited for a key of these spaces.
    private func unlock(_ spaces: [SpaceID], in database: Database) throws {
        for id in spaces {
            guard let space = state.withLock({ $0.spaces[id] }), !space.waiting.isEmpty else {
                continue
            }
            let commits = try source.commits(at: space.waiting)
            try erase(what: commits, in: space, database)
            let directory = learn(from: commits, in: id)
            view.enqueue(View.Batch(commits: commits, applied: 0, directory: directory))
            if let directory {
                try unlock(takeKeys(from: directory).filter { $0 != id }, in: database)
            }
        }
    }

    /// Drops what commits take back that could be opened at last.
    private func erase(
        what commits: [ArrivedCommit], in space: LogState.Space, _ database: Database
    ) throws {
        let statements = commits.compactMap(\.opened).filter(\.takesBack)
        guard !statements.isEmpty else { return }
        var logs = space.logs
        var dropped: Int64 = 0
        try database.inTransaction(.immediate) {
            var eraser = PayloadEraser(in: space, database, try LogTables(database))
            for commit in statements {
                guard var log = logs[commit.log] else { continue }
                try eraser.apply(commit, to: &log)
                logs[commit.log] = log
            }
            dropped = eraser.dropped
            return .commit
        }
        state.withLock { state in
            state.dropped += dropped
            for commit in statements {
                guard let total = logs[commit.log]?.total else { continue }
                state.spaces[space.id]?.logs[commit.log]?.total = total
            }
        }
    }

    /// Notes writers and clocks of commits that could be opened at last.
    private func learn(from commits: [ArrivedCommit], in id: SpaceID) -> Directory? {
        state.withLock { state in
            guard var space = state.spaces[id] else { return }
            for commit in commits {
                guard let opened = commit.opened else { continue }
                space.lamport = max(space.lamport, opened.body.lamport)
                if let writer = commit.writer { space.logs[commit.logID]?.writer = writer }
            }
            space.waiting = commits.filter { commit in
                space.logs[commit.logID].map { commit.waits(for: $0) } ?? false
            }.map(\.arrival)
            state.spaces[id] = space
        }
        return fold(commits)
    }

    /// Runs a closure on the log's writer queue.
    func onLog<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StorageError) -> Result {
        do {
            return try await log.writeWithoutTransaction(body)
        } catch {
            throw StorageError(error, file: logFile)
        }
    }
}

extension Ingest {
    /// Where the changed logs stand now, sorted by log.
    fileprivate var heads: [HeadChange] {
        changed.values.sorted { $0.id < $1.id }.map { HeadChange(log: $0.id, head: $0.head) }
    }
}
