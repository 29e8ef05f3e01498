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

/// A socket on which this node takes connections.
public struct ListeningSocketReport: Message {
    /// `tcp`, `tcp6`, `udp`, `udp6` or `unix`.
    public var kind: String
    /// The address with port, or the path.
    public var address: String
    /// What it is for; absent for one that should not be there.
    public var purpose: String?

    /// Creates the value from its parts.
    public init(kind: String, address: String, purpose: String? = nil) {
        self.kind = kind
        self.address = address
        self.purpose = purpose
    }
}

/// A file or folder of the home and who may read it.
public struct FileModeReport: Message {
    /// Where it lies.
    public var path: String
    /// Its mode in octal digits, such as `600`.
    public var mode: String
    /// Whether nobody but its owner can reach it.
    public var isPrivate: Bool

    /// Creates the value from its parts.
    public init(path: String, mode: String, isPrivate: Bool) {
        self.path = path
        self.mode = mode
        self.isPrivate = isPrivate
    }
}

/// What those who answer for the machine want to know of this node, as it is now.
public struct MachineInspection: Message {
    /// The sockets on which it takes connections, as the kernel lists them.
    public var sockets: [ListeningSocketReport]
    /// The interfaces that it may use; empty for all.
    public var interfaces: [String]
    /// The address ranges that it may dial and be dialled from.
    public var ranges: [String]
    /// The hop limit of its packets.
    public var hopLimit: Int
    /// The files of the policy in force; none when there is no policy.
    public var policy: [PolicyFile]
    /// How keys and words lie on the disk.
    public var atRest: AtRestMode
    /// The files and folders of the home with their modes.
    public var files: [FileModeReport]
    /// What leaves the machine, and where to, one sentence each.
    public var leaves: [String]
    /// What was checked, and what came out.
    public var checks: [DoctorCheck]

    /// Creates the value from its parts.
    public init(
        sockets: [ListeningSocketReport], interfaces: [String], ranges: [String], hopLimit: Int,
        policy: [PolicyFile], atRest: AtRestMode, files: [FileModeReport], leaves: [String],
        checks: [DoctorCheck]
    ) {
        self.sockets = sockets
        self.interfaces = interfaces
        self.ranges = ranges
        self.hopLimit = hopLimit
        self.policy = policy
        self.atRest = atRest
        self.files = files
        self.leaves = leaves
        self.checks = checks
    }
}
