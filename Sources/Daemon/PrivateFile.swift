internal import Keys
internal import Languages
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Files that only their owner may read, replaced as a whole or not at all.
enum PrivateFile {
    /// What the name of a file ends with that is being written.
    static let temporarySuffix = ".new"

    /// Makes a folder with mode 0700, and the ones above it.
    static func makeFolder(_ path: String) throws(DaemonError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0 && errno != EEXIST {
                throw failure(made)
            }
        }
        try requirePrivate(path)
    }

    /// Refuses a file or folder that others could read or write, or that is somebody else's.
    static func requirePrivate(_ path: String) throws(DaemonError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path) }
        let mode = UInt16(status.st_mode & 0o777)
        guard mode & 0o077 == 0 else { throw .exposed(path: path, mode: mode) }
        guard status.st_uid == geteuid() else {
            throw .unusable(path: path, reason: say("it belongs to user \(String(status.st_uid))"))
        }
    }

    /// The content of a file; `nil` if there is none.
    ///
    /// - Parameter isSecret: Whether a file that others can read is refused.
    static func read(
        _ path: String, limit: Int = 1 << 20, isSecret: Bool = true
    ) throws(DaemonError) -> Bytes? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(path)
        }
        defer { close(file) }
        if isSecret { try requirePrivate(path) }
        var content = Bytes()
        var buffer = Bytes(repeating: 0, count: 4096)
        defer { wipe(&buffer) }
        while true {
            let count = systemRead(file, &buffer, buffer.count)
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return content }
            content += buffer.prefix(count)
            guard content.count <= limit else { throw .damagedKeyFile(path: path) }
        }
    }

    /// Replaces a file: after a crash it has the old content or the new.
    static func replace(_ path: String, with content: Bytes) throws(DaemonError) {
        let temporary = path + temporarySuffix
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(temporary) }
        do {
            try write(content, to: file, path: temporary)
        } catch {
            close(file)
            unlink(temporary)
            throw error
        }
        close(file)
        guard rename(temporary, path) == 0 else { throw failure(path) }
        try syncFolder(of: path)
    }

    /// Overwrites a file with zeros and removes it; a journal or a snapshot of the disk may still
    /// hold the former content.
    static func destroy(_ path: String) throws(DaemonError) {
        let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw failure(path) }
        var status = stat()
        let size = fstat(file, &status) == 0 ? Int(clamping: status.st_size) : 0
        do {
            try write(Bytes(repeating: 0, count: min(size, 1 << 20)), to: file, path: path)
        } catch {
            close(file)
            throw error
        }
        close(file)
        guard unlink(path) == 0 else { throw failure(path) }
        try syncFolder(of: path)
    }

    /// The names of the files in a folder, sorted.
    static func names(in folder: String) throws(DaemonError) -> [String] {
        guard let stream = opendir(folder) else { throw failure(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func write(
        _ content: Bytes, to file: Int32, path: String
    ) throws(DaemonError) {
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes { bytes in
                pwrite(
                    file, bytes.baseAddress.map { $0 + written }, bytes.count - written,
                    off_t(written))
            }
            guard count > 0 else { throw failure(path) }
            written += count
        }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    /// Adds to the end of a file, making it if need be, and waits until that is on the disk.
    static func append(_ content: Bytes, to path: String) throws(DaemonError) {
        let isNew = access(path, F_OK) != 0
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        let end = lseek(file, 0, SEEK_END)
        // One call, so that a reader sees a line whole or not at all, unless the disk fills up.
        let count = systemWrite(file, content, content.count)
        guard count == content.count, fsync(file) == 0 else {
            let failure = failure(path)
            if count > 0 { ftruncate(file, end) }
            throw failure
        }
        if isNew { try syncFolder(of: path) }
    }

    /// Takes bytes off the end of a file.
    static func shorten(_ path: String, by count: Int) throws(DaemonError) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        let end = lseek(file, 0, SEEK_END)
        guard end >= off_t(count), ftruncate(file, end - off_t(count)) == 0, fsync(file) == 0
        else { throw failure(path) }
    }

    /// Overwrites a file with zeros and removes it; one that is not there is no error.
    ///
    /// Memory that moves its blocks about, as flash does, may keep old ones all the same.
    static func erase(_ path: String) throws(DaemonError) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return }
            throw failure(path)
        }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        try write(Bytes(repeating: 0, count: max(0, size)), to: file, path: path)
        guard unlink(path) == 0 else { throw failure(path) }
        try syncFolder(of: path)
    }

    private static func syncFolder(of path: String) throws(DaemonError) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder) }
    }

    private static func failure(_ path: String) -> DaemonError {
        .unusable(path: path, reason: String(cString: strerror(errno)))
    }
}

/// The system's `read`, which a method of the same name would hide.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, buffer, count)
}

/// The system's `write`, likewise.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(file, buffer, count)
}
