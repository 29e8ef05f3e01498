internal import Foundation
public import Keys
public import Ledger
internal import Synchronization
public import Wire

/// Files as their owner has them: taken in from the disk and written out to it, a chunk at a time.
extension FileShelf {
    /// Seals a file of the disk and keeps it.
    ///
    /// - Parameters:
    ///   - path: The file; it is only read.
    ///   - key: 32 random bytes that seal nothing else.
    ///   - limit: How many bytes it may have.
    ///   - progress: Told after each chunk how many bytes are done.
    /// - Returns: Its address and size.
    /// - Throws: ``FileError``; ``StorageError/cancelled`` if the task is.
    public func add(
        _ path: String, key: SecretBytes, limit: UInt64 = Limits.attachmentBytes,
        progress: (UInt64) -> Void = { _ in }
    ) throws(FileError) -> AttachmentID {
        let source = try FileShelf.openSource(path)
        let shape = try FileShelf.shape(of: source, limit: limit)
        let number = state.withLock { state in
            state.drafts += 1
            return state.drafts
        }
        let draft = FileLayout(name: FileShelf.draftPrefix + "\(number)", in: folder)
        do throws(FileError) {
            let id = try seal(source, shape, key, into: draft, progress)
            try stored { () throws(StorageError) in try finish(draft, id) }
            return id
        } catch {
            try? draft.remove()
            throw error
        }
    }

    /// Opens what may be a file; it doesn't wait if it is a pipe.
    private static func openSource(_ path: String) throws(FileError) -> DiskFile {
        do {
            return try DiskFile(path, O_RDONLY | O_NONBLOCK)
        } catch {
            throw .unreadable(path: path, code: errno)
        }
    }

    private static func shape(
        of source: borrowing DiskFile, limit: UInt64
    ) throws(FileError) -> AttachmentShape {
        var status = stat()
        guard fstat(source.descriptor, &status) == 0 else {
            throw .unreadable(path: source.path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: source.path) }
        let size = UInt64(clamping: status.st_size)
        guard size > 0 else { throw .empty(path: source.path) }
        let limit = min(limit, Limits.attachmentBytes)
        guard size <= limit, let shape = AttachmentShape(size: size) else {
            throw .tooLarge(bytes: size, limit: limit)
        }
        return shape
    }

    private func seal(
        _ source: borrowing DiskFile, _ shape: AttachmentShape, _ key: SecretBytes,
        into draft: FileLayout, _ progress: (UInt64) -> Void
    ) throws(FileError) -> AttachmentID {
        let cipher = AttachmentCipher(shape, key: key)
        var tree = HashTree(shape)
        try stored { () throws(StorageError) in try draft.create(shape) }
        var done: UInt64 = 0
        for chunk in 0..<shape.chunkCount {
            guard !Task.isCancelled else { throw .storage(.cancelled) }
            var plain: Bytes
            do {
                plain = try source.read(shape.plainBytes(of: chunk), at: done)
            } catch {
                throw .unreadable(path: source.path, code: errno)
            }
            defer { wipe(&plain) }
            guard plain.count == shape.plainBytes(of: chunk) else {
                throw .changed(path: source.path)
            }
            let sealed = cipher.seal(plain, chunk: chunk)
            let nodes = tree.add(HashTree.leaf(of: sealed))
            try stored { () throws(StorageError) in
                try draft.write(sealed, chunk: chunk, nodes, of: shape)
            }
            done += UInt64(plain.count)
            progress(done)
        }
        guard let address = tree.address else { throw .changed(path: source.path) }
        return AttachmentID(address, shape)
    }

    /// Marks all chunks and gives the files their name, in an order that a crash can't confuse.
    private func finish(_ draft: FileLayout, _ id: AttachmentID) throws(StorageError) {
        let all = ChunkSet(allOf: id.shape.chunkCount)
        try draft.mark(Array(0..<id.shape.chunkCount), as: all)
        try state.withLock { state throws(StorageError) in
            try draft.move(to: FileLayout(id.address, in: folder))
            state.kept[id.address] = Kept(id: id, here: all, looseSince: 0)
            state.unmarked[id.address] = nil
        }
    }

    /// Writes a file that is here out to the disk, opened and checked.
    ///
    /// - Parameters:
    ///   - path: Where; nothing may be there. The file is readable for its owner only.
    ///   - progress: Told after each chunk how many bytes are done.
    /// - Throws: ``FileError``; nothing is left at the path then.
    public func write(
        _ file: AttachmentID, key: SecretBytes, to path: String,
        progress: (UInt64) -> Void = { _ in }
    ) throws(FileError) {
        // The name is taken first, so that nobody else's file is ever replaced.
        let reserved = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard reserved >= 0 else {
            throw errno == EEXIST ? .exists(path: path) : .unreadable(path: path, code: errno)
        }
        close(reserved)
        let temporary = path + ".\(UUID().uuidString).part"
        do throws(FileError) {
            try copy(file, key, to: temporary, progress)
            guard rename(temporary, path) == 0 else {
                throw .unreadable(path: path, code: errno)
            }
        } catch {
            unlink(temporary)
            unlink(path)
            throw error
        }
    }

    private func copy(
        _ file: AttachmentID, _ key: SecretBytes, to path: String, _ progress: (UInt64) -> Void
    ) throws(FileError) {
        let target = try opened { () throws(StorageError) in
            try DiskFile(path, O_WRONLY | O_CREAT | O_EXCL)
        }
        var done: UInt64 = 0
        for chunk in 0..<file.shape.chunkCount {
            guard !Task.isCancelled else { throw .storage(.cancelled) }
            var plain = try self.plain(chunk, of: file, key: key)
            defer { wipe(&plain) }
            do {
                try target.write(plain, at: done)
            } catch {
                throw .storage(error)
            }
            done += UInt64(plain.count)
            progress(done)
        }
        do {
            try target.synchronise()
        } catch {
            throw .storage(error)
        }
    }

    private func opened(
        _ body: () throws(StorageError) -> DiskFile
    ) throws(FileError) -> DiskFile {
        do {
            return try body()
        } catch {
            throw .storage(error)
        }
    }

    private func stored(_ body: () throws(StorageError) -> Void) throws(FileError) {
        do {
            try body()
        } catch {
            throw .storage(error)
        }
    }

    /// The part of a file that a chunk holds.
    ///
    /// - Throws: ``FileError/missing(chunk:)``; ``FileError/chunk(_:)`` if its author sealed it with
    ///   another key.
    public func plain(
        _ chunk: Int, of file: AttachmentID, key: SecretBytes
    ) throws(FileError) -> Bytes {
        let reading: Reading
        do {
            reading = try self.chunk(chunk, of: file)
        } catch {
            throw .storage(error)
        }
        guard case .here(let found) = reading else { throw .missing(chunk: chunk) }
        do {
            return try AttachmentCipher(file.shape, key: key).open(found.sealed, chunk: chunk)
        } catch {
            throw .chunk(error)
        }
    }
}
