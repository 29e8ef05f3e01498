internal import Community
internal import Foundation
internal import GRDB
internal import Ledger
internal import Synchronization

extension Store {
    /// Copies the log as it is at one moment into a new file, while others go on reading and writing.
    ///
    /// - Parameter path: The file; what is there is removed.
    /// - Throws: ``StorageError`` if there is no room for it.
    public func copyLog(to path: String) async throws(StorageError) {
        do {
            Self.removeCopy(path)
            let isMade = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw CocoaError(.fileWriteNoPermission) }
            let copy = try DatabaseQueue(path: path)
            try await log.read { source in
                try copy.inDatabase { try source.backup(to: $0) }
            }
            try copy.close()
        } catch {
            Self.removeCopy(path)
            throw StorageError(error, file: logFile)
        }
    }

    /// Removes a copy of the log.
    public static func removeCopy(_ path: String) {
        for ending in ["", "-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }

    /// Makes the view anew from the log and puts it into the old one's place.
    ///
    /// Reading goes on in the old view meanwhile; writing waits.
    ///
    /// - Parameter progress: Told after every few thousand commits.
    public func rebuild(
        progress: @escaping @Sendable (RebuildProgress) -> Void = { _ in }
    ) async throws(StorageError) {
        // Several may find at the same time that it is due; they would use one file.
        await rebuilding.take()
        defer { rebuilding.end() }
        let isErasing = hasStaleErasure()
        // The view knows which commits of communities bear on membership, those included that wait
        // for it now; a damaged one tells after it was made anew.
        try? await view.apply(source)
        do {
            try await log.writeWithoutTransaction { database in
                try self.foldWorkplace()
                try self.foldCommunities(in: database)
            }
            try await remakeView(progress)
            try await log.writeWithoutTransaction { try self.foldCommunities(in: $0) }
            if try hasStaleEnd() || hasStaleWords() || hasStaleErasure() {
                try await remakeView(progress)
            }
            try await learnFromView()
        } catch {
            throw StorageError(error, file: view.file)
        }
        if isErasing { await emptyWriteAheadLog() }
    }

    /// Takes what was erased out of the log's write-ahead log, too, where it stood when it came.
    ///
    /// A reader may be in the way for now: then the next checkpoint overwrites it.
    private func emptyWriteAheadLog() async {
        _ = try? await log.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    /// Makes a new view in a file of its own and exchanges it for the old one.
    ///
    /// The log may grow meanwhile: what the new file lacks at the exchange, it catches up with.
    func remakeView(_ progress: @escaping @Sendable (RebuildProgress) -> Void) async throws {
        let next = DatabaseFile.nextView(in: logFile.folder)
        next.remove()
        let fresh = try View(next, readers: 1, isInMemory: view.isInMemory)
        try await fresh.catchUp(from: source, progress: progress)
        if view.isInMemory {
            try view.exchange(for: fresh)
        } else {
            try fresh.close()
            try view.exchange(for: next, isErasing: hasStaleWords() || hasStaleErasure())
        }
        try await view.catchUp(from: source) { _ in }
    }

    /// Whether the view holds words that somebody took along since it was made, or lacks those of
    /// somebody who came back.
    func hasStaleWords() -> Bool {
        guard let directory else { return false }
        return view.leftOut.blankPeople != directory.membership.tookWords
    }

    /// Whether payloads were erased since the view was made from them.
    func hasStaleErasure() -> Bool {
        state.withLock { $0.dropped } != view.leftOut.dropped
    }

    /// Whether the view holds commits that a fork has cut off since.
    func hasStaleCut() throws -> Bool {
        let cuts = try log.read { database in
            try Row.fetchAll(database, sql: "SELECT number, cut FROM log WHERE cut IS NOT NULL")
                .map { (number: $0[0] as Int64, cut: $0[1] as Int64) }
        }
        guard !cuts.isEmpty else { return false }
        return try view.currentPool.read { database in
            for (number, cut) in cuts {
                let isStale = try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM record WHERE log = ?1 AND sequence > ?2)
                            OR EXISTS (SELECT 1 FROM assignment WHERE log = ?1 AND sequence > ?2)
                            OR EXISTS (SELECT 1 FROM entry WHERE log = ?1 AND sequence > ?2)
                        """, arguments: [number, cut])
                if isStale == true { return true }
            }
            return false
        }
    }

    /// Copies the write-ahead logs back into their files, and lets the writers forget the pages that
    /// they keep in memory; to be called when nothing else is to do.
    public func checkpoint() async throws(StorageError) {
        do {
            try await log.writeWithoutTransaction { try Self.tidy($0) }
            try await view.checkpoint()
        } catch {
            throw StorageError(error, file: logFile)
        }
    }

    fileprivate static func tidy(_ database: Database) throws {
        _ = try database.checkpoint(.passive)
        try database.execute(sql: "PRAGMA shrink_memory")
    }

    /// Reads every page of both files and every hash chain, and says whether they are sound.
    ///
    /// - Throws: ``StorageError/logDamaged(path:detail:)`` or ``StorageError/viewDamaged(path:)``.
    public func check() async throws(StorageError) {
        let findings: [String]
        do {
            findings = try await log.read {
                try String.fetchAll($0, sql: "PRAGMA quick_check(5)")
            }
        } catch {
            throw StorageError(error, file: logFile)
        }
        guard findings == ["ok"] else {
            throw .logDamaged(path: logFile.path, detail: findings.first ?? "damaged")
        }
        try await checkChains()
        let isIntact: Bool
        do { isIntact = try view.isIntact() } catch { throw StorageError(error, file: view.file) }
        guard isIntact else { throw .viewDamaged(path: view.file.path) }
    }
}

extension Store {
    /// Computes every chain anew and compares it with what is stored.
    private func checkChains() async throws(StorageError) {
        let state = self.state.withLock { $0 }
        let path = logFile.path
        do {
            try await log.read { database in
                let tables = try LogTables(database)
                for space in state.spaces.values {
                    for log in space.logs.values {
                        var head = Head.start(space: space.id, log: log.id)
                        try tables.visit(log, from: 1) { stored in
                            head = Chain.next(head, stored.commit)
                            return head.hash == stored.hash
                        }
                        guard head == log.head else {
                            throw StorageError.logDamaged(
                                path: path, detail: "the chain of \(log.id) breaks")
                        }
                    }
                }
            }
        } catch {
            throw StorageError(error, file: logFile)
        }
    }
}

extension View {
    /// Copies the write-ahead log back into the file, as far as readers let it.
    fileprivate func checkpoint() async throws {
        guard !isInMemory else { return }
        try await currentPool.writeWithoutTransaction { try Store.tidy($0) }
    }
}
