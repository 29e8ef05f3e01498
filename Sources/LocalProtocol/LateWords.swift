/// Something that a removed computer wrote behind the end of its log.
public struct LateItem: Message {
    /// What it is: `question`, `answer`, …; empty for what this version doesn't know.
    public var kind: String
    /// Its first words, at most 200 characters.
    public var text: String
    /// When, by the writer's clock.
    public var at: Timestamp

    /// Creates the value from its parts.
    public init(kind: String, text: String, at: Timestamp) {
        self.kind = kind
        self.text = text
        self.at = at
    }
}

/// What one removed computer wrote behind the end of its log in one space, as far as it is here.
public struct LateWords: Message {
    /// Who wrote it.
    public var person: PersonName
    /// Short code of the computer.
    public var device: String
    /// Label of the computer.
    public var deviceName: String
    /// The community; absent in the workplace's own space.
    public var community: CommunityName?
    /// How many commits wait.
    public var commits: Int
    /// What is in them, the oldest first, at most 20.
    public var items: [LateItem]

    /// Creates the value from its parts.
    public init(
        person: PersonName, device: String, deviceName: String, community: CommunityName? = nil,
        commits: Int, items: [LateItem]
    ) {
        self.person = person
        self.device = device
        self.deviceName = deviceName
        self.community = community
        self.commits = commits
        self.items = items
    }
}

/// All late words that are kept here.
public struct LateWordsList: Message {
    /// One entry for each log.
    public var late: [LateWords]

    /// Creates the value from its parts.
    public init(late: [LateWords]) { self.late = late }
}

/// Lets late words in.
public struct ReleaseRequest: Message {
    /// Whose: short code or label of a removed computer, or a person's name.
    public var of: String
    /// Short code, identifier or name of one community; everywhere when absent.
    public var community: String?

    /// Creates the value from its parts.
    public init(of: String, community: String? = nil) {
        self.of = of
        self.community = community
    }
}

/// Late words that count from now on.
public struct ReleaseAnswer: Message {
    /// What was let in.
    public var released: [LateWords]
    /// How many connected colleagues know it already.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(released: [LateWords], durability: Durability) {
        self.released = released
        self.durability = durability
    }
}
