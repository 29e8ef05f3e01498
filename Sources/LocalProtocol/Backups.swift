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

/// Makes or takes in a bundle: signed commits in a file.
public struct BundleRequest: Message {
    /// The whole path of the file.
    public var path: String
    /// Only this community, beside what the workplace shares; for making one.
    public var community: String?
    /// Of communities only what follows each author's last words from before this moment, by the
    /// author's clock; for making one.
    public var since: Timestamp?

    /// Creates the value from its parts.
    public init(path: String, community: String? = nil, since: Timestamp? = nil) {
        self.path = path
        self.community = community
        self.since = since
    }
}

/// What is in a bundle, or was new in one.
public struct BundleReport: Message {
    /// Spaces: the workplace's and communities'.
    public var spaces: Int
    /// Commits that were written, or that were new.
    public var commits: Int64
    /// Spaces in it that nobody here knows, such as communities that one isn't in.
    public var unknownSpaces: Int?
    /// Runs of commits that were not taken in, as they break a rule or what comes before them is
    /// missing here.
    public var refusedRuns: Int?

    /// Creates the value from its parts.
    public init(
        spaces: Int, commits: Int64, unknownSpaces: Int? = nil, refusedRuns: Int? = nil
    ) {
        self.spaces = spaces
        self.commits = commits
        self.unknownSpaces = unknownSpaces
        self.refusedRuns = refusedRuns
    }
}
