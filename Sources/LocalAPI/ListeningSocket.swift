internal import Foundation
internal import Languages
internal import LocalProtocol

#if canImport(Glibc)
    internal import Glibc
#endif

/// A Unix socket on which clients of this user can connect, and nobody else.
///
/// It listens from the moment it exists, so that a client that comes early waits instead of
/// failing. Its mode is 0600 and its folder's 0700; the kernel tells who is calling as well.
public struct ListeningSocket: Sendable {
    /// The descriptor; the server that takes it over closes it.
    let descriptor: Int32
    /// Where it lies, for clients and messages.
    public let path: String
    /// Which file it is, for a socket file that we made and must take away; nil for one that the
    /// service manager owns.
    private let owned: FileIdentity?

    private struct FileIdentity: Equatable, Sendable {
        let device: UInt64
        let inode: UInt64
        /// When it was changed last, nanoseconds: a new file may be given an old inode.
        let changed: Int64
    }

    /// Creates the socket, and its folder where needed.
    ///
    /// A socket file that a dead process left is replaced; a live one is refused.
    ///
    /// - Parameter path: Absolute path of the socket.
    public static func bind(path: String) throws(LocalAPIError) -> ListeningSocket {
        guard path.utf8.count <= HomeFolders.socketPathLimit else {
            throw .pathTooLong(path: path, limit: HomeFolders.socketPathLimit)
        }
        try prepareFolder((path as NSString).deletingLastPathComponent)
        try removeStale(path)
        let descriptor = try makeSocket(path)
        do {
            // On Linux the file takes its mode from the socket, so it is never open to others.
            _ = fchmod(descriptor, 0o600)
            try check(
                "bind", path,
                SocketAddress.with(path: path) { address, length in
                    #if canImport(Glibc)
                        Glibc.bind(descriptor, address, length)
                    #else
                        Foundation.bind(descriptor, address, length)
                    #endif
                })
            try check("chmod", path, chmod(path, 0o600))
            try check("listen", path, listen(descriptor, 64))
        } catch {
            close(descriptor)
            throw error
        }
        return ListeningSocket(
            descriptor: descriptor, path: path, owned: identity(of: path))
    }

    /// Takes over the socket that a service manager such as systemd opened for this process.
    ///
    /// - Returns: Nil when none was passed.
    public static func inherited() throws(LocalAPIError) -> ListeningSocket? {
        try inherited(environment: ProcessInfo.processInfo.environment, process: getpid())
    }

    /// Takes over the socket that an environment with `LISTEN_PID` and `LISTEN_FDS` speaks of.
    static func inherited(
        environment: [String: String], process: Int32
    ) throws(LocalAPIError) -> ListeningSocket? {
        // sd_listen_fds(3): descriptors are counted from 3.
        guard environment["LISTEN_PID"] == String(process),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0
        else { return nil }
        return try adopt(descriptor: 3)
    }

    /// Takes over a listening Unix socket.
    static func adopt(descriptor: Int32) throws(LocalAPIError) -> ListeningSocket {
        var isListening: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0,
            isListening != 0, let path = SocketAddress.path(of: descriptor)
        else { throw .unusableInheritedSocket(descriptor: descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return ListeningSocket(descriptor: descriptor, path: path, owned: nil)
    }

    /// Takes the socket file away, unless it isn't ours or another process has replaced it.
    func removeFile() {
        if let owned, Self.identity(of: path) == owned {
            unlink(path)
        }
    }

    private static func prepareFolder(_ folder: String) throws(LocalAPIError) {
        let parent = (folder as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unsafeFolder(path: folder, reason: say("\(parent) can't be created"))
        }
        if mkdir(folder, 0o700) != 0, ErrorNumber.last != EEXIST {
            throw .system(call: "mkdir", path: folder, number: ErrorNumber.last)
        }
        var found = stat()
        try check("lstat", folder, lstat(folder, &found))
        guard found.st_mode & S_IFMT == S_IFDIR else {
            throw .unsafeFolder(path: folder, reason: say("it isn't a folder"))
        }
        guard found.st_uid == geteuid() else {
            throw .unsafeFolder(path: folder, reason: say("it belongs to another user"))
        }
        if found.st_mode & 0o077 != 0 {
            try check("chmod", folder, chmod(folder, 0o700))
        }
    }

    private static func removeStale(_ path: String) throws(LocalAPIError) {
        var found = stat()
        guard lstat(path, &found) == 0 else { return }
        guard found.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path: path) }
        let probe = try makeSocket(path)
        defer { close(probe) }
        let result = SocketAddress.with(path: path) { address, length in
            connect(probe, address, length)
        }
        if result == 0 || ErrorNumber.last != ECONNREFUSED { throw .alreadyServed(path: path) }
        try check("unlink", path, unlink(path))
    }

    private static func makeSocket(_ path: String) throws(LocalAPIError) -> Int32 {
        #if os(Linux)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_UNIX, kind, 0)
        try check("socket", path, descriptor)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func identity(of path: String) -> FileIdentity? {
        var found = stat()
        guard lstat(path, &found) == 0 else { return nil }
        #if os(Linux)
            let changed = found.st_ctim
        #else
            let changed = found.st_ctimespec
        #endif
        return FileIdentity(
            device: UInt64(truncatingIfNeeded: found.st_dev), inode: UInt64(found.st_ino),
            changed: Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec))
    }

    private static func check(
        _ call: String, _ path: String, _ result: Int32
    ) throws(LocalAPIError) {
        if result < 0 { throw .system(call: call, path: path, number: ErrorNumber.last) }
    }
}
