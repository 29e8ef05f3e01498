internal import Foundation
internal import Wire

/// An open file that is read and written in places, closed with the value.
struct DiskFile: ~Copyable {
    let path: String
    let descriptor: Int32

    /// Opens a file; `flags` are those of `open`.
    init(_ path: String, _ flags: Int32) throws(StorageError) {
        let opened = Foundation.open(path, flags | O_CLOEXEC, 0o600)
        // Nothing is set before, or closing what isn't open would hide why.
        guard opened >= 0 else { throw DiskFile.failure(path) }
        self.path = path
        descriptor = opened
    }

    deinit { Foundation.close(descriptor) }

    /// Reads so many bytes from a place; fewer at the end of the file.
    func read(_ count: Int, at offset: UInt64) throws(StorageError) -> Bytes {
        var bytes = Bytes(repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, buffer.baseAddress.map { $0 + done }, count - done,
                    off_t(offset) + off_t(done))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw DiskFile.failure(path) }
            if read == 0 { break }
            done += read
        }
        bytes.removeLast(count - done)
        return bytes
    }

    /// Writes bytes to a place.
    func write(_ bytes: Bytes, at offset: UInt64) throws(StorageError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done,
                    off_t(offset) + off_t(done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw DiskFile.failure(path) }
            done += written
        }
    }

    /// Waits until everything that was written is on the disk.
    func synchronise() throws(StorageError) {
        guard fsync(descriptor) == 0 else { throw DiskFile.failure(path) }
    }

    /// What the last failed call of the system means.
    static func failure(_ path: String) -> StorageError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        default: .unreadable(path: path, code: errno)
        }
    }

    /// Waits until names that were given or taken in a folder are on the disk.
    static func synchronise(folder: String) throws(StorageError) {
        try DiskFile(folder, O_RDONLY | O_DIRECTORY).synchronise()
    }
}
