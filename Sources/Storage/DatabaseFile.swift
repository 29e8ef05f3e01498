internal import Foundation
internal import GRDB

/// One of the store's two files, and how it is opened.
struct DatabaseFile: Sendable {
    /// Which of the two files.
    enum Kind: Sendable {
        /// The truth: every commit as it was replicated.
        case log
        /// What the commits mean; can be made anew from the log at any time.
        case view
    }

    let kind: Kind
    let folder: String
    let name: String

    /// The truth of a home folder.
    static func log(in folder: String) -> DatabaseFile {
        DatabaseFile(kind: .log, folder: folder, name: "log.sqlite")
    }

    /// The view of a home folder.
    static func view(in folder: String) -> DatabaseFile {
        DatabaseFile(kind: .view, folder: folder, name: "view.sqlite")
    }

    /// The file in which a new view is made before it takes the old one's place.
    static func nextView(in folder: String) -> DatabaseFile {
        DatabaseFile(kind: .view, folder: folder, name: "view.new.sqlite")
    }

    var path: String { folder + "/" + name }

    /// Pages of a write-ahead log after which a writer has to copy it back itself.
    ///
    /// SQLite's default of 1,000 halves the speed of a first synchronisation; the store copies
    /// back when nothing else is to do.
    static let checkpointPages = 20_000

    /// KiB of pages that a connection keeps which only reads: the system has the rest in its own
    /// memory, once for all of them.
    private static let readerCache = 2_048

    /// KiB of pages that the writer keeps.
    ///
    /// It puts rows into indexes in no order, so the view's has
    /// to hold the inner pages of them all; the log only grows at its end.
    private var writerCache: Int { kind == .log ? 2_048 : 16_384 }

    /// Opens the file, and makes it if it is not there, readable for its owner only.
    func open(readers: Int) throws -> DatabasePool {
        try createEmpty()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = max(1, readers)
        configuration.busyMode = .timeout(5)
        configuration.label = name
        let reading = pragmas(cache: Self.readerCache)
        configuration.prepareDatabase { try $0.execute(sql: reading) }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB chooses its own level when it turns the write-ahead log on.
        let writing = pragmas(cache: writerCache)
        try pool.writeWithoutTransaction { try $0.execute(sql: writing) }
        return pool
    }

    /// Opens a database of this kind that never touches the disk; it is gone when it is closed.
    func openInMemory() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.label = name
        let statements = pragmas(cache: writerCache)
        configuration.prepareDatabase { try $0.execute(sql: statements) }
        return try DatabaseQueue(configuration: configuration)
    }

    /// Copies the write-ahead log back and closes all connections.
    ///
    /// SQLite would do the first by itself if a connection that may write were the last to close;
    /// but the readers are.
    func close(_ pool: any DatabaseWriter) throws {
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try pool.close()
    }

    /// What every connection is told.
    ///
    /// An acknowledged write must be on the disk, so the log waits for it; the view can be made
    /// anew and does not. Functions in a schema that somebody else wrote must not run, and pages
    /// are checked as they are read.
    private func pragmas(cache: Int) -> String {
        """
        PRAGMA synchronous = \(kind == .log ? "FULL" : "NORMAL");
        PRAGMA wal_autocheckpoint = \(Self.checkpointPages);
        PRAGMA journal_size_limit = 67108864;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -\(cache);
        """
    }

    private func createEmpty() throws {
        let descriptor = Foundation.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES || errno == EPERM
                ? StorageError.readOnly(path: path)
                : errno == ENOSPC
                    ? StorageError.diskFull : StorageError.unreadable(path: path, code: errno)
        }
        fchmod(descriptor, 0o600)
        Foundation.close(descriptor)
    }

    private static let companions = ["", "-wal", "-shm", "-journal"]

    /// Removes the file with its companions; a file that is not there is no error.
    func remove() {
        for suffix in DatabaseFile.companions { unlink(path + suffix) }
    }

    /// Overwrites the file and its companions with zeros before it removes them.
    ///
    /// Memory that moves its blocks about, as flash does, may keep old ones all the same.
    func erase() throws(StorageError) {
        for suffix in DatabaseFile.companions {
            let file = path + suffix
            let descriptor = Foundation.open(file, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                if errno == ENOENT { continue }
                throw .unreadable(path: file, code: errno)
            }
            defer { Foundation.close(descriptor) }
            let size = lseek(descriptor, 0, SEEK_END)
            let zeros = [UInt8](repeating: 0, count: 65_536)
            var offset: off_t = 0
            while offset < size {
                let count = pwrite(
                    descriptor, zeros, Int(min(size - offset, off_t(zeros.count))), offset)
                guard count > 0 else { throw .unreadable(path: file, code: errno) }
                offset += off_t(count)
            }
            guard fsync(descriptor) == 0, unlink(file) == 0 else {
                throw .unreadable(path: file, code: errno)
            }
        }
    }

    /// Puts the file into another's place; it must not be open.
    func move(to other: DatabaseFile) -> Bool { rename(path, other.path) == 0 }

    /// Makes the home folder if it is not there, open to its owner only.
    static func prepare(folder: String) throws(StorageError) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw errno == ENOSPC
                ? .diskFull
                : errno == EROFS || errno == EACCES || errno == EPERM
                    ? .readOnly(path: folder) : .unreadable(path: folder, code: errno)
        }
        guard access(folder, W_OK | X_OK) == 0 else { throw .readOnly(path: folder) }
    }
}
