/// Asks for a community of one's own that goes on from another one's past.
public struct ForkRequest: Message {
    /// Short code, identifier or name of the community to go on from.
    public var community: String
    /// The new community's name.
    public var name: String

    /// Creates the value from its parts.
    public init(community: String, name: String) {
        self.community = community
        self.name = name
    }
}

/// How a member wishes a quiet community to go on; nothing follows from it by itself.
public enum PulseKind: String, Kind {
    /// It shall go on.
    case goOn
    /// It may rest.
    case rest
    /// It should be closed.
    case close
    /// Somebody else should look after it.
    case handOver
}

/// Answers the question how a community shall go on.
public struct PulseRequest: Message {
    /// Short code, identifier or name.
    public var community: String
    /// The answer.
    public var answer: PulseKind
    /// More words, such as where to go.
    public var words: String?

    /// Creates the value from its parts.
    public init(community: String, answer: PulseKind, words: String? = nil) {
        self.community = community
        self.answer = answer
        self.words = words
    }
}

/// What a member answered.
public struct PulseAnswerShown: Message {
    /// Who answered.
    public var person: PersonName
    /// The answer; absent for one that only a later version knows.
    public var answer: PulseKind?
    /// More words.
    public var words: String

    /// Creates the value from its parts.
    public init(person: PersonName, answer: PulseKind?, words: String = "") {
        self.person = person
        self.answer = answer
        self.words = words
    }
}

/// How many people gave one answer.
public struct PulseCount: Message {
    /// The answer.
    public var answer: PulseKind
    /// How many gave it.
    public var people: Int

    /// Creates the value from its parts.
    public init(answer: PulseKind, people: Int) {
        self.answer = answer
        self.people = people
    }
}

/// How a community is alive.
public struct Pulse: Message {
    /// The community.
    public var community: CommunityName
    /// True if nothing was posted for 60 days, so that its members are asked.
    public var isQuiet: Bool
    /// When the newest post was written.
    public var lastPostAt: Timestamp?
    /// What members have answered since; who has said nothing is named nowhere.
    public var answers: [PulseAnswerShown]
    /// How many people gave each answer that was given.
    public var counts: [PulseCount]

    /// Creates the value from its parts.
    public init(
        community: CommunityName, isQuiet: Bool, lastPostAt: Timestamp? = nil,
        answers: [PulseAnswerShown] = [], counts: [PulseCount] = []
    ) {
        self.community = community
        self.isQuiet = isQuiet
        self.lastPostAt = lastPostAt
        self.answers = answers
        self.counts = counts
    }
}

/// The pulse of every community that the person is in.
public struct PulseList: Message {
    /// One entry each, quiet ones first.
    public var communities: [Pulse]

    /// Creates the value from its parts.
    public init(communities: [Pulse]) {
        self.communities = communities
    }
}
