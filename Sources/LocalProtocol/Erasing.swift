/// Names words that their author may want to take back.
public struct ErasureReference: Message {
    /// Short code or identifier.
    public var reference: String

    /// Creates the value from its parts.
    public init(reference: String) {
        self.reference = reference
    }
}

/// What goes when words are taken back.
public struct ErasurePlanned: Message {
    /// Short code of the words.
    public var code: String
    /// What they are, such as `question`.
    public var kind: String
    /// The community.
    public var community: CommunityName
    /// Commits whose content goes: the words, and the author's later changes to them.
    public var commits: Int
    /// Short codes of other records that were written in the same commits and go, too.
    public var companions: [String]
    /// Short codes of records of which a change goes that stands in the same commits.
    public var alsoChanged: [String]
    /// How many computers hold the words, as far as the list of members tells.
    public var devices: Int

    /// Creates the value from its parts.
    public init(
        code: String, kind: String, community: CommunityName, commits: Int,
        companions: [String] = [], alsoChanged: [String] = [], devices: Int
    ) {
        self.code = code
        self.kind = kind
        self.community = community
        self.commits = commits
        self.companions = companions
        self.alsoChanged = alsoChanged
        self.devices = devices
    }
}

/// Takes one's own words back.
public struct EraseRequest: Message {
    /// Short code or identifier.
    public var reference: String
    /// Whether what stands in the same commits goes, too.
    public var all: Bool?

    /// Creates the value from its parts.
    public init(reference: String, all: Bool? = nil) {
        self.reference = reference
        self.all = all
    }
}

/// A computer that holds, or held, words that were taken back.
public struct ErasureDevice: Message {
    /// Whose.
    public var person: PersonName
    /// Its label.
    public var device: String
    /// Whether it has said that nothing of the words is left on it.
    public var isDone: Bool

    /// Creates the value from its parts.
    public init(person: PersonName, device: String, isDone: Bool) {
        self.person = person
        self.device = device
        self.isDone = isDone
    }
}

/// Words that were taken back, and where that has been done.
public struct ErasureShown: Message {
    /// Identifier of the statement.
    public var id: String
    /// Who took them back.
    public var person: PersonName
    /// The community.
    public var community: CommunityName
    /// When.
    public var erasedAt: Timestamp
    /// Identifiers of the records that are gone.
    public var records: [String]
    /// How many computers have confirmed it.
    public var confirmed: Int
    /// The computers of the community's members, those that have confirmed it first.
    public var devices: [ErasureDevice]

    /// Creates the value from its parts.
    public init(
        id: String, person: PersonName, community: CommunityName, erasedAt: Timestamp,
        records: [String], confirmed: Int, devices: [ErasureDevice]
    ) {
        self.id = id
        self.person = person
        self.community = community
        self.erasedAt = erasedAt
        self.records = records
        self.confirmed = confirmed
        self.devices = devices
    }
}

/// Chooses among words that were taken back.
public struct ErasuresRequest: Message {
    /// Everybody's, not only one's own.
    public var everybody: Bool?

    /// Creates the value from its parts.
    public init(everybody: Bool? = nil) {
        self.everybody = everybody
    }
}

/// Words that were taken back, the newest first.
public struct ErasureList: Message {
    /// One entry for each statement.
    public var erasures: [ErasureShown]

    /// Creates the value from its parts.
    public init(erasures: [ErasureShown]) {
        self.erasures = erasures
    }
}
