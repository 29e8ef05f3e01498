/// Something that a line of the security log tells.
public struct AuditField: Message {
    /// What it is.
    public var name: String
    /// Its value: an identifier, a reason or a number.
    public var value: String

    /// Creates the value from its parts.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A line of the security log.
public struct AuditLine: Message {
    /// Its number, from 1.
    public var sequence: Int
    /// When it was written.
    public var at: Timestamp
    /// What happened, such as `node-started`.
    public var event: String
    /// What it is about.
    public var fields: [AuditField]
    /// The hash over the hash before it and the line, in hexadecimal.
    public var hash: String
    /// The line as it lies in the file.
    public var text: String

    /// Creates the value from its parts.
    public init(
        sequence: Int, at: Timestamp, event: String, fields: [AuditField], hash: String,
        text: String
    ) {
        self.sequence = sequence
        self.at = at
        self.event = event
        self.fields = fields
        self.hash = hash
        self.text = text
    }
}

/// Asks for lines of the security log.
public struct AuditRequest: Message {
    /// Only what is younger than so many seconds.
    public var sinceSeconds: Int64?
    /// Only events of this name.
    public var event: String?

    /// Creates the value from its parts.
    public init(sinceSeconds: Int64? = nil, event: String? = nil) {
        self.sinceSeconds = sinceSeconds
        self.event = event
    }
}

/// Asks whether the security log is as it was written.
public struct AuditVerification: Message {
    /// The number with which the log may begin, where earlier files were archived; 1 when absent.
    public var first: Int64?

    /// Creates the value from its parts.
    public init(first: Int64? = nil) {
        self.first = first
    }
}

/// Whether the security log is as it was written.
public struct AuditVerdict: Message {
    /// True when every line follows from the one before it, up to the head.
    public var isIntact: Bool
    /// How many lines were found sound.
    public var lines: Int
    /// The number of the last sound line.
    public var lastLine: Int
    /// Its hash; absent when there is none.
    public var lastHash: String?
    /// The number of the first line that is wrong.
    public var brokenLine: Int?
    /// The file that it is in.
    public var brokenFile: String?
    /// What is wrong with it.
    public var problem: String?

    /// Creates the value from its parts.
    public init(
        isIntact: Bool, lines: Int, lastLine: Int, lastHash: String? = nil,
        brokenLine: Int? = nil, brokenFile: String? = nil, problem: String? = nil
    ) {
        self.isIntact = isIntact
        self.lines = lines
        self.lastLine = lastLine
        self.lastHash = lastHash
        self.brokenLine = brokenLine
        self.brokenFile = brokenFile
        self.problem = problem
    }
}
