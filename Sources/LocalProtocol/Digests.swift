/// What a part of a digest is about.
public enum DigestTopic: String, Kind {
    /// Questions that nobody has answered.
    case openQuestions = "open_questions"
    /// Questions that got an answer.
    case answered
    /// What was tried, and what was learned, failures first among equals.
    case learned
    /// Thanks.
    case thanks
    /// Gatherings to come.
    case events
    /// Problems on which nobody works.
    case problems
}

/// One line of a digest.
public struct DigestEntry: Message {
    /// Short code by which everybody finds it and answers.
    public var code: String
    /// Its title.
    public var title: String
    /// Whose it is; no digest leaves it out.
    public var author: Byline
    /// When it was written; for a gathering, when it begins.
    public var date: Timestamp
    /// Where it stands; absent for what is on the wall of the workplace.
    public var community: CommunityName?
    /// One line more: what was learned, who is thanked, where people meet.
    public var line: String?

    /// Creates the value from its parts.
    public init(
        code: String, title: String, author: Byline, date: Timestamp,
        community: CommunityName? = nil, line: String? = nil
    ) {
        self.code = code
        self.title = title
        self.author = author
        self.date = date
        self.community = community
        self.line = line
    }
}

/// The lines about one topic.
public struct DigestSection: Message {
    /// The topic.
    public var topic: DigestTopic
    /// Its lines.
    public var entries: [DigestEntry]
    /// Whether there is more than these lines.
    public var hasMore: Bool

    /// Creates the value from its parts.
    public init(topic: DigestTopic, entries: [DigestEntry], hasMore: Bool) {
        self.topic = topic
        self.entries = entries
        self.hasMore = hasMore
    }
}

/// What happened, for whoever reads it on a wall.
public struct Digest: Message {
    /// The workplace.
    public var workplace: String
    /// The one community that it is about; absent for all that are open to everybody.
    public var community: CommunityName?
    /// From when on.
    public var from: Timestamp
    /// Until when: the moment at which it was made.
    public var until: Timestamp
    /// The topics that have lines.
    public var sections: [DigestSection]
    /// Where a telephone on the local network reads it; absent while this computer shows nothing.
    public var address: String?
    /// Which issue it is, if it was given out.
    public var issue: DigestIssueShown?

    /// Creates the value from its parts.
    public init(
        workplace: String, community: CommunityName? = nil, from: Timestamp, until: Timestamp,
        sections: [DigestSection]
    ) {
        self.workplace = workplace
        self.community = community
        self.from = from
        self.until = until
        self.sections = sections
    }
}

/// Asks for a digest.
public struct DigestRequest: Message {
    /// Only of this community, which has to be open: short code, identifier or name.
    public var community: String?
    /// From when on; a week ago when absent.
    public var since: Timestamp?

    /// Creates the value from its parts.
    public init(community: String? = nil, since: Timestamp? = nil) {
        self.community = community
        self.since = since
    }
}

/// A record of a chain.
public struct TraceStep: Message {
    /// Short code.
    public var code: String
    /// What it is, such as `problem` or `answer`.
    public var kind: String
    /// Its title, or how its words begin.
    public var title: String
    /// Who wrote it.
    public var author: Byline
    /// When it was written.
    public var writtenAt: Timestamp
    /// Where it stands; absent for what is on the wall of the workplace.
    public var community: CommunityName?

    /// Creates the value from its parts.
    public init(
        code: String, kind: String, title: String, author: Byline, writtenAt: Timestamp,
        community: CommunityName? = nil
    ) {
        self.code = code
        self.kind = kind
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
    }
}

/// One record of a chain names another.
public struct TraceLink: Message {
    /// The short code of the record that names.
    public var from: String
    /// The short code of the record that is named.
    public var to: String
    /// The field in which it is, such as `inspired_by`; chapter 19 lists them.
    public var field: String

    /// Creates the value from its parts.
    public init(from: String, to: String, field: String) {
        self.from = from
        self.to = to
        self.field = field
    }
}

/// Everything that hangs together with a record, the oldest first.
public struct TraceChain: Message {
    /// The records.
    public var steps: [TraceStep]
    /// Their links.
    public var links: [TraceLink]
    /// Everybody who wrote one of them, each once.
    public var people: [Byline]
    /// Whether the chain goes on behind these records.
    public var isCut: Bool

    /// Creates the value from its parts.
    public init(steps: [TraceStep], links: [TraceLink], people: [Byline], isCut: Bool) {
        self.steps = steps
        self.links = links
        self.people = people
        self.isCut = isCut
    }
}

/// Names the record whose chain is wanted.
public struct TraceRequest: Message {
    /// Short code or identifier.
    public var reference: String

    /// Creates the value.
    public init(reference: String) { self.reference = reference }
}

/// A digest that was given out.
public struct DigestIssueShown: Message {
    /// Short code.
    public var code: String
    /// How it is called: `12`, or `12-Canteen` where two took the same number apart.
    public var label: String
    /// Its number.
    public var number: Int64
    /// Who gave it out.
    public var author: Byline
    /// When.
    public var givenOutAt: Timestamp
    /// From when on it tells.
    public var from: Timestamp
    /// Until when it tells.
    public var until: Timestamp

    /// Creates the value from its parts.
    public init(
        code: String, label: String, number: Int64, author: Byline, givenOutAt: Timestamp,
        from: Timestamp, until: Timestamp
    ) {
        self.code = code
        self.label = label
        self.number = number
        self.author = author
        self.givenOutAt = givenOutAt
        self.from = from
        self.until = until
    }
}

/// The digests that were given out, the newest first.
public struct DigestIssueList: Message {
    /// The issues.
    public var issues: [DigestIssueShown]

    /// Creates the value from its parts.
    public init(issues: [DigestIssueShown]) { self.issues = issues }
}
