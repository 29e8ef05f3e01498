internal import Foundation
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Storage
internal import Wire

/// The reading rooms of a home: communities that were exported elsewhere, each with a database of
/// its own, verified and folded like the home's own, never written to and never synced.
actor RoomShelf {
    private let folder: String
    private let keys: KeyFolder
    private var stores: [String: Store] = [:]
    private var shelves: [String: FileShelf] = [:]

    init(folder: String, keys: KeyFolder) {
        self.folder = folder
        self.keys = keys
    }

    /// Begins a room.
    func begin(_ room: RoomKeys) async throws(ServiceError) {
        // Readable words would lie on the disk of a home that is sealed against that.
        guard keys.fileKey == nil else {
            throw ServiceError(
                .usage, "A sealed home keeps no reading rooms.",
                hint: "Unpack the file and open its index.html in a browser.")
        }
        if let known = try rooms().first(where: { $0.id == room.id }) {
            guard !known.isOpen else {
                throw ServiceError(
                    .usage, "\(known.name) is a reading room here already.",
                    hint: "To read a newer export: hearth room remove \(known.id)")
            }
            // What an earlier try left behind.
            try await remove(known)
        }
        try keeping { () throws(DaemonError) in try keys.save(room) }
        let store = try await store(of: room)
        do {
            try await store.openSpace(room.workplace, kind: .workplace)
            for space in room.spaces { try await store.openSpace(space, kind: .community) }
            for keyring in room.keyrings.values { try await store.setKeyring(keyring) }
        } catch {
            throw error.service
        }
    }

    /// Verifies and stores commits.
    ///
    /// - Throws: ``ServiceError`` with code `usage` for the first run that is not as it was signed.
    func fill(_ room: RoomKeys, _ space: SpaceID, _ runs: [Run]) async throws(ServiceError) {
        let store = try await store(of: room)
        let outcome: IngestOutcome
        do {
            outcome = try await store.ingest(runs, into: space)
        } catch {
            throw error.service
        }
        if let refusal = outcome.refusals.first {
            throw ServiceError(
                .usage,
                "The export is not as it was written: log \(String(describing: refusal.log)) is damaged.",
                hint: "Get the file again from whoever exported it.")
        }
        if let log = outcome.forks.first {
            throw ServiceError(
                .usage, "The export tells two histories of log \(String(describing: log)).",
                hint: "Get the file again from whoever exported it.")
        }
    }

    /// All commits are there.
    func open(_ room: RoomKeys) async throws(ServiceError) -> RoomKeys {
        let store = try await store(of: room)
        var room = room
        do {
            try await store.settle()
            room.commits = 0
            for space in [room.workplace] + room.spaces {
                room.commits += try store.frontier(of: space).entries
                    .reduce(0) { $0 + $1.head.length }
            }
        } catch {
            throw error.service
        }
        room.isOpen = true
        let saved = room
        try keeping { () throws(DaemonError) in try keys.save(saved) }
        return room
    }

    /// Removes a room with all its files.
    func remove(_ room: RoomKeys) async throws(ServiceError) {
        if let store = stores.removeValue(forKey: room.id) {
            do { try await store.close() } catch { throw error.service }
        }
        shelves[room.id] = nil
        try keeping { () throws(DaemonError) in try keys.remove(room) }
        let path = folder + "/" + room.id
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw ServiceError(
                .internal, "\(path) could not be removed: \(error.localizedDescription)")
        }
    }

    /// All rooms, whether they are open or still being filled.
    func rooms() throws(ServiceError) -> [RoomKeys] {
        try keeping { () throws(DaemonError) in try keys.rooms() }
    }

    /// The database of a room.
    func store(of room: RoomKeys) async throws(ServiceError) -> Store {
        if let store = stores[room.id] { return store }
        let opened: Store
        do {
            try PrivateFile.makeFolder(folder)
            var settings = Store.Settings()
            settings.readers = 1
            opened = try await Store.open(
                folder: folder + "/" + room.id, keyrings: Array(room.keyrings.values),
                settings: settings)
        } catch {
            throw ServiceError(.internal, "The reading room could not be opened: \(error)")
        }
        // Another call may have opened it meanwhile.
        if let store = stores[room.id] {
            try? await opened.close()
            return store
        }
        stores[room.id] = opened
        return opened
    }

    /// The attached files of a room, sealed as they were attached.
    func files(of room: RoomKeys) throws(ServiceError) -> FileShelf {
        if let shelf = shelves[room.id] { return shelf }
        do {
            let shelf = try FileShelf.open(folder: folder + "/" + room.id + "/files")
            shelves[room.id] = shelf
            return shelf
        } catch {
            throw error.service
        }
    }

    /// Closes all databases.
    func close() async throws(StorageError) {
        let open = stores.values
        (stores, shelves) = ([:], [:])
        for store in open { try await store.close() }
    }

    private func keeping<Result>(
        _ body: () throws(DaemonError) -> Result
    ) throws(ServiceError) -> Result {
        do {
            return try body()
        } catch {
            throw ServiceError(.internal, "The reading rooms: \(error.description)")
        }
    }
}
