/// How keys and words lie on the disk of this computer.
public enum AtRestMode: String, Kind {
    /// Readable for whoever can read the person's files.
    case open
    /// Keys under a passphrase, words in memory only.
    case sealed
}

/// A file with rules of this machine.
public struct PolicyFile: Message {
    /// Where it lies.
    public var path: String
    /// BLAKE2b-256 over the label `hearth/policy` and the file's bytes, in hexadecimal.
    public var hash: String

    /// Creates the value from its parts.
    public init(path: String, hash: String) {
        self.path = path
        self.hash = hash
    }
}

/// One thing that a policy can govern, with what holds now.
public struct PolicyRule: Message {
    /// Its key in the policy, such as `network.hop-limit`.
    public var key: String
    /// What the policy says about it, in words; absent when it says nothing.
    public var rule: String?
    /// The file that says so.
    public var path: String?
    /// The line of that file.
    public var line: Int?
    /// The value in force.
    public var value: String
    /// Where the value in force comes from: `policy`, `hearth.toml, line 3`, or `default`.
    public var source: String
    /// What else is to be known, such as that nothing makes use of the rule yet.
    public var remark: String?

    /// Creates the value from its parts.
    public init(
        key: String, rule: String? = nil, path: String? = nil, line: Int? = nil, value: String,
        source: String, remark: String? = nil
    ) {
        self.key = key
        self.rule = rule
        self.path = path
        self.line = line
        self.value = value
        self.source = source
        self.remark = remark
    }
}

/// The policy of this machine.
public struct PolicyReport: Message {
    /// The files that it was read from; none when there is no policy.
    public var files: [PolicyFile]
    /// Every rule that there can be.
    public var rules: [PolicyRule]

    /// Creates the value from its parts.
    public init(files: [PolicyFile], rules: [PolicyRule]) {
        self.files = files
        self.rules = rules
    }
}
