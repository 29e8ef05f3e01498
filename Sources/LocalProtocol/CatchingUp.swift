/// What a part of a catch-up is about.
public enum CatchUpTopic: String, Kind {
    /// Stories that helped the most people.
    case stories
    /// What was learned the hard way.
    case learned
    /// Pages that somebody has found to be right.
    case pages
    /// Questions that nobody has answered.
    case openQuestions = "open_questions"
    /// Gatherings to come.
    case events
}

/// The lines about one topic.
public struct CatchUpSection: Message {
    /// The topic.
    public var topic: CatchUpTopic
    /// Its lines.
    public var entries: [DigestEntry]

    /// Creates the value from its parts.
    public init(topic: CatchUpTopic, entries: [DigestEntry]) {
        self.topic = topic
        self.entries = entries
    }
}

/// Something small that helps a community, and by which one gets to know it; nobody has to.
public enum SmallTaskKind: String, Kind {
    /// Say whether a story worked here, too.
    case confirm
    /// Put a tag on a question that has none.
    case tag
    /// Take notes at a gathering.
    case notes
}

/// One such task.
public struct SmallTask: Message {
    /// What there is to do.
    public var kind: SmallTaskKind
    /// Short code of what it is about.
    public var code: String
    /// Its title.
    public var title: String

    /// Creates the value from its parts.
    public init(kind: SmallTaskKind, code: String, title: String) {
        self.kind = kind
        self.code = code
        self.title = title
    }
}

/// A community in twenty lines, for whoever comes new or comes back.
public struct CatchUp: Message {
    /// The community.
    public var community: CommunityName
    /// What its members agreed to be.
    public var charter: String?
    /// Whom to greet: greeters and coordinators, each once.
    public var people: [PersonName]
    /// The topics that have lines; never more than twenty lines together.
    public var sections: [CatchUpSection]
    /// Small things to begin with.
    public var tasks: [SmallTask]

    /// Creates the value from its parts.
    public init(
        community: CommunityName, charter: String? = nil, people: [PersonName],
        sections: [CatchUpSection], tasks: [SmallTask]
    ) {
        self.community = community
        self.charter = charter
        self.people = people
        self.sections = sections
        self.tasks = tasks
    }
}
