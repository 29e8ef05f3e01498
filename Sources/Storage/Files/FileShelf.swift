internal import Foundation
public import Ledger
internal import Synchronization
public import Wire

/// The attached files that are kept on this computer, whole or in part, sealed as they came.
///
/// Nothing here needs the key of a file, and of a file never more than a chunk is in memory. A chunk
/// counts as here once it and the hashes that prove it are on the disk; after a crash a few of the
/// last ones are fetched again.
public final class FileShelf: Sendable {
    /// A file as it is kept.
    public struct Kept: Equatable, Sendable {
        /// Its address and size.
        public let id: AttachmentID
        /// The chunks that are here.
        public internal(set) var here: ChunkSet
        /// Since when no record names it, in milliseconds since 1970; 0 while one does.
        public internal(set) var looseSince: Int64

        /// Bytes of the chunks that are here.
        public var bytes: UInt64 {
            guard !here.isComplete else { return id.shape.sealedSize }
            let last = id.shape.chunkCount - 1
            let whole = UInt64(here.count) * UInt64(Limits.attachmentChunkBytes)
            guard here.contains(last) else { return whole }
            return whole - UInt64(Limits.attachmentChunkBytes - id.shape.sealedBytes(of: last))
        }
    }

    /// What looking for a chunk gives.
    public enum Reading: Equatable, Sendable {
        /// The chunk, checked.
        case here(ProvenChunk)
        /// It isn't here.
        case missing
        /// The disk gave other bytes than were stored; it counts as not here from now on.
        case damaged
    }

    struct State {
        var kept: [AttachmentAddress: Kept] = [:]
        /// Chunks that are written but not marked on the disk, by file.
        var unmarked: [AttachmentAddress: [Int]] = [:]
        /// How many files were begun under a name of their own.
        var drafts = 0
    }

    let folder: String
    let state = Mutex(State())

    /// How many chunks are written before they are marked together.
    static let chunksPerMark = 16
    /// What the names of files begin with whose address isn't known yet.
    static let draftPrefix = "new-"

    private init(folder: String) { self.folder = folder }

    /// Opens the folder, makes it if need be, and removes what a crash has left half done.
    ///
    /// - Parameter folder: The path of the folder; it is made with mode 0700.
    public static func open(folder: String) throws(StorageError) -> FileShelf {
        try DatabaseFile.prepare(folder: folder)
        let shelf = FileShelf(folder: folder)
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .unreadable(path: folder, code: errno)
        }
        let found = Set(names)
        for name in names {
            if name.hasPrefix(draftPrefix) {
                unlink(folder + "/" + name)
            } else if let stem = name.stem(before: FileLayout.chunksSuffix) {
                if !found.contains(stem + FileLayout.treeSuffix) { unlink(folder + "/" + name) }
            } else if let stem = name.stem(before: FileLayout.treeSuffix),
                let address = AttachmentAddress(hex: stem)
            {
                try shelf.load(address)
            }
        }
        return shelf
    }

    private func load(_ address: AttachmentAddress) throws(StorageError) {
        let layout = FileLayout(address, in: folder)
        guard let (head, here) = try layout.load(), access(layout.chunksPath, F_OK) == 0 else {
            return try layout.remove()
        }
        state.withLock { state in
            state.kept[address] = Kept(
                id: AttachmentID(address, head.shape), here: here, looseSince: head.looseSince)
        }
    }

    // MARK: What is here

    /// The files of which something is here, by address.
    public var kept: [Kept] {
        state.withLock { state in state.kept.values.sorted { $0.id.address < $1.id.address } }
    }

    /// Bytes of all chunks that are here.
    public var bytes: UInt64 {
        state.withLock { state in state.kept.values.reduce(0) { $0 + $1.bytes } }
    }

    /// Which chunks of a file are here.
    public func chunks(of file: AttachmentID) -> ChunkSet {
        state.withLock { state in
            // A head that says another size is damaged; the address has one size only.
            guard let kept = state.kept[file.address], kept.id == file else {
                return ChunkSet(of: file.shape.chunkCount)
            }
            return kept.here
        }
    }

    /// A file of which something is here, by its address alone.
    public func kept(_ address: AttachmentAddress) -> Kept? {
        state.withLock { $0.kept[address] }
    }

    /// A chunk with its proof.
    ///
    /// It is checked first: what the disk has damaged is never served, and counts as not here from
    /// then on.
    public func chunk(_ chunk: Int, of file: AttachmentID) throws(StorageError) -> Reading {
        guard chunks(of: file).contains(chunk) else { return .missing }
        do throws(StorageError) {
            if let read = try FileLayout(file.address, in: folder).read(chunk, of: file.shape),
                (try? read.check(against: file)) != nil
            {
                return .here(read)
            }
        } catch .unreadable(_, code: ENOENT) {
            // Removed a moment ago.
            if kept(file.address) == nil { return .missing }
        } catch .unreadable(_, code: EIO) {
            // The disk itself says so.
        }
        try forget(chunk, of: file)
        return .damaged
    }

    private func forget(_ chunk: Int, of file: AttachmentID) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            guard var kept = state.kept[file.address] else { return }
            kept.here.remove(chunk)
            state.kept[file.address] = kept
            state.unmarked[file.address]?.removeAll { $0 == chunk }
            let layout = FileLayout(file.address, in: folder)
            if access(layout.chunksPath, F_OK) != 0 {
                try layout.create(file.shape)
            }
            try layout.mark([chunk], as: marked(file.address, state))
        }
    }

    /// The chunks that may be marked on the disk.
    private func marked(_ address: AttachmentAddress, _ state: State) -> ChunkSet {
        var here = state.kept[address]?.here ?? ChunkSet(of: 0)
        for chunk in state.unmarked[address] ?? [] { here.remove(chunk) }
        return here
    }

    // MARK: What comes

    /// Checks a chunk and keeps it.
    ///
    /// - Returns: Whether it is new here.
    /// - Throws: ``FileError/chunk(_:)`` for one that isn't the file's, ``FileError/storage(_:)``.
    @discardableResult
    public func take(_ chunk: ProvenChunk, of file: AttachmentID) throws(FileError) -> Bool {
        let nodes: [HashTree.Node]
        do {
            nodes = try chunk.check(against: file)
        } catch {
            throw .chunk(error)
        }
        do throws(StorageError) {
            return try state.withLock { state throws(StorageError) in
                try store(chunk, nodes, of: file, &state)
            }
        } catch {
            throw .storage(error)
        }
    }

    private func store(
        _ chunk: ProvenChunk, _ nodes: [HashTree.Node], of file: AttachmentID, _ state: inout State
    ) throws(StorageError) -> Bool {
        let address = file.address
        let layout = FileLayout(address, in: folder)
        var kept =
            state.kept[address]
            ?? Kept(id: file, here: ChunkSet(of: file.shape.chunkCount), looseSince: 0)
        if state.kept[address] == nil || kept.id != file {
            try layout.create(file.shape)
            kept = Kept(id: file, here: ChunkSet(of: file.shape.chunkCount), looseSince: 0)
            state.unmarked[address] = nil
        }
        guard !kept.here.contains(chunk.index) else { return false }
        try layout.write(chunk.sealed, chunk: chunk.index, nodes, of: file.shape)
        kept.here.insert(chunk.index)
        state.kept[address] = kept
        state.unmarked[address, default: []].append(chunk.index)
        if kept.here.isComplete
            || state.unmarked[address, default: []].count >= FileShelf.chunksPerMark
        {
            try markAll(of: address, &state)
        }
        return true
    }

    private func markAll(
        of address: AttachmentAddress, _ state: inout State
    ) throws(StorageError) {
        guard let chunks = state.unmarked[address], let kept = state.kept[address] else { return }
        try FileLayout(address, in: folder).mark(chunks, as: kept.here)
        state.unmarked[address] = nil
    }

    /// Marks everything that came; to be called when nothing more is to come for now.
    public func flush() throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            for address in state.unmarked.keys.sorted() { try markAll(of: address, &state) }
        }
    }

    // MARK: What goes

    /// Removes a file at once, whole or in part; one that is not here is no error.
    ///
    /// - Returns: Whether something of it was here.
    @discardableResult
    public func remove(_ address: AttachmentAddress) throws(StorageError) -> Bool {
        try state.withLock { state throws(StorageError) in
            try remove(address, &state)
        }
    }

    private func remove(
        _ address: AttachmentAddress, _ state: inout State
    ) throws(StorageError) -> Bool {
        try FileLayout(address, in: folder).remove()
        state.unmarked[address] = nil
        return state.kept.removeValue(forKey: address) != nil
    }

    /// Removes the files that no record has named for a while, and notes from when on others are
    /// named by none.
    ///
    /// - Parameters:
    ///   - live: The addresses that a record names.
    ///   - now: Milliseconds since 1970.
    ///   - grace: For how many milliseconds a file is kept that no record names.
    /// - Returns: The addresses that were removed, sorted.
    @discardableResult
    public func sweep(
        keeping live: Set<AttachmentAddress>, at now: Int64, grace: Int64
    ) throws(StorageError) -> [AttachmentAddress] {
        try state.withLock { state throws(StorageError) in
            var removed: [AttachmentAddress] = []
            for address in state.kept.keys.sorted() {
                guard var kept = state.kept[address] else { continue }
                var since = live.contains(address) ? 0 : kept.looseSince
                // A clock that was set back must not keep a file for ever.
                if !live.contains(address), since == 0 || since > now { since = now }
                if since != 0, now - since >= grace {
                    if try remove(address, &state) { removed.append(address) }
                } else if since != kept.looseSince {
                    kept.looseSince = since
                    try FileLayout(address, in: folder).write(
                        FileLayout.Head(shape: kept.id.shape, looseSince: since))
                    state.kept[address] = kept
                }
            }
            return removed
        }
    }
}

extension String {
    /// What stands before a suffix; `nil` if the text doesn't end with it.
    fileprivate func stem(before suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }
}
