/// What went wrong with the local databases.
///
/// Cases that blame the machine (`diskFull`, `readOnly`, `unreadable`) leave everything that was
/// acknowledged before as it was; the batch at hand is not stored.
public enum StorageError: Error, Equatable, Sendable {
    /// There is no room left on the disk; nothing of the batch was stored.
    case diskFull
    /// The folder or a file in it can't be written.
    case readOnly(path: String)
    /// The folder or a file in it can't be opened or read; the number is SQLite's.
    case unreadable(path: String, code: Int32)
    /// The database was made by a later version of Hearth.
    case newerVersion(file: String, found: Int, supported: Int)
    /// The database was made before the first release that other versions can read.
    case olderVersion(file: String, found: Int, supported: Int)
    /// The truth itself is damaged: restore a backup, or delete it and sync anew from colleagues.
    case logDamaged(path: String, detail: String)
    /// The derived view is damaged; a rebuild makes it anew from the log.
    case viewDamaged(path: String)
    /// The caller gave up waiting.
    case cancelled
    /// Another process keeps the database locked.
    case busy
    /// The space was never opened here.
    case unknownSpace
    /// The folder belongs to another workplace already.
    case otherWorkplace
    /// The space has no key here that could seal a commit.
    case noKey
    /// No log key was given for writing into the space.
    case noWriter
    /// What was to be written breaks the ledger's or the schema's rules.
    case notPermitted(String)
    /// The cause was not foreseen; the number is SQLite's, the text says where.
    case database(code: Int32, detail: String)
}
