/// Why somebody can help.
public struct KnowingReason: Message {
    /// Short code of what they wrote.
    public var code: String
    /// Its title, or that of what it belongs to.
    public var title: String
    /// Why that is a reason, such as "answered, accepted".
    public var words: String
    /// When they wrote it.
    public var writtenAt: Timestamp

    /// Creates the value from its parts.
    public init(code: String, title: String, words: String, writtenAt: Timestamp) {
        self.code = code
        self.title = title
        self.words = words
        self.writtenAt = writtenAt
    }
}

/// Somebody who can help.
public struct Knower: Message {
    /// The person.
    public var person: PersonName
    /// Why, the newest reason first.
    public var reasons: [KnowingReason]
    /// What they say about themselves, if that is about the matter too.
    public var about: String?
    /// What somebody who has left wrote down for those who stay, such as whom to ask; absent for
    /// those who are here.
    public var handover: String?
    /// Whether they have left.
    public var hasLeft: Bool

    /// Creates the value from its parts.
    public init(
        person: PersonName, reasons: [KnowingReason], about: String? = nil,
        handover: String? = nil, hasLeft: Bool = false
    ) {
        self.person = person
        self.reasons = reasons
        self.about = about
        self.handover = handover
        self.hasLeft = hasLeft
    }
}

/// Who can help, whoever has the newest reason first.
public struct Knowers: Message {
    /// The people.
    public var people: [Knower]

    /// Creates the value.
    public init(people: [Knower]) { self.people = people }
}

/// Asks who can help.
public struct WhoKnowsRequest: Message {
    /// What it is about.
    public var text: String

    /// Creates the value.
    public init(text: String) { self.text = text }
}

/// Says whether the person wants to be named when somebody asks who can help.
public struct FindableRequest: Message {
    /// Whether they do.
    public var findable: Bool

    /// Creates the value.
    public init(findable: Bool) { self.findable = findable }
}

/// What became of something that the person wrote.
public struct MirrorUse: Message {
    /// Short code of what they wrote.
    public var code: String
    /// Its title, or that of what it belongs to.
    public var title: String
    /// What colleagues experienced with it, such as "confirmed, except Press 7".
    public var experience: String?
    /// Short codes of what builds on it.
    public var builtOn: [String]

    /// Creates the value from its parts.
    public init(code: String, title: String, experience: String? = nil, builtOn: [String] = []) {
        self.code = code
        self.title = title
        self.experience = experience
        self.builtOn = builtOn
    }
}

/// What the person's words were good for; shown to nobody else, and to nobody about others.
public struct Mirror: Message {
    /// How many colleagues said thanks.
    public var thankedBy: Int
    /// What was tried by others, or built on, the newest first.
    public var uses: [MirrorUse]

    /// Creates the value from its parts.
    public init(thankedBy: Int, uses: [MirrorUse]) {
        self.thankedBy = thankedBy
        self.uses = uses
    }
}

/// Asks for the mirror.
public struct MirrorRequest: Message {
    /// Anybody but the person of this home is refused: there is no such right.
    public var person: String?

    /// Creates the value.
    public init(person: String? = nil) { self.person = person }
}
