/// Asks for a backup of this home.
public struct BackupRequest: Message {
    /// The whole path of the file to make; one that is there is never written over.
    public var path: String
    /// What it is sealed with.
    public var passphrase: String

    /// Creates the value from its parts.
    public init(path: String, passphrase: String) {
        self.path = path
        self.passphrase = passphrase
    }
}

/// How far a backup is.
public struct BackupProgress: Message {
    /// Bytes that were written.
    public var done: Int64
    /// Bytes in all.
    public var total: Int64
    /// True for the last value: the file is complete.
    public var isFinished: Bool

    /// Creates the value from its parts.
    public init(done: Int64, total: Int64, isFinished: Bool = false) {
        self.done = done
        self.total = total
        self.isFinished = isFinished
    }
}
