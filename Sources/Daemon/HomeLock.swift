public import LocalProtocol

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The right to be the only daemon of a home, held as long as the value lives.
///
/// The operating system drops the lock when the process ends in whatever way, so a crash never
/// leaves a home locked.
public struct HomeLock: ~Copyable {
    private let file: Int32

    /// Takes the lock.
    ///
    /// - Parameter folder: The folder that the lock guards; it must exist.
    /// - Throws: ``DaemonError/homeInUse(path:process:)`` if another process has it.
    public init(folder: String) throws(DaemonError) {
        let path = folder + "/lock"
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .unusable(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let owner = HomeLock.owner(of: file)
            close(file)
            throw .homeInUse(path: folder, process: owner)
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, text, text.count, 0) == text.count else {
            let reason = String(cString: strerror(errno))
            close(file)
            throw .unusable(path: path, reason: reason)
        }
    }

    /// Makes the folders of a home, where they are missing, and takes its lock.
    public init(preparing home: HomeFolders) throws(DaemonError) {
        for folder in [home.data, home.state] { try PrivateFile.makeFolder(folder) }
        try self.init(folder: home.data)
    }

    /// Gives the lock back.
    public consuming func release() {}

    deinit { close(file) }

    private static func owner(of file: Int32) -> Int32? {
        var digits = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &digits, digits.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: digits.prefix { $0 != 10 && $0 != 0 }, as: UTF8.self))
    }
}
