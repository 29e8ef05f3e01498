/// Whether the words of a home can be read now.
public enum LockState: String, Kind {
    /// The home is open: there is nothing to lock.
    case open
    /// The home is sealed, and unlocked.
    case unlocked
    /// The home is sealed and locked: its passphrase is wanted.
    case locked
    /// The home is to be sealed before anything else: a passphrase is to be chosen.
    case unsealed
    /// The home is being locked, unlocked, sealed or opened.
    case changing
}

/// A passphrase; it is never kept, logged or given as an argument of a program.
public struct Passphrase: Message {
    /// What the person typed; empty with `usesSessionKeyring`.
    public var passphrase: String
    /// True for a passphrase that the session keyring keeps and nobody types.
    public var usesSessionKeyring: Bool?

    /// Creates the value from its parts.
    public init(passphrase: String, usesSessionKeyring: Bool? = nil) {
        self.passphrase = passphrase
        self.usesSessionKeyring = usesSessionKeyring
    }

    /// The passphrase that the session keyring keeps.
    public static let inSessionKeyring = Passphrase(passphrase: "", usesSessionKeyring: true)
}

/// What came of locking.
public struct LockReport: Message {
    /// The state now.
    public var lock: LockState

    /// Creates the value from its parts.
    public init(lock: LockState) {
        self.lock = lock
    }
}
