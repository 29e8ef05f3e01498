/// Why something is news for a person.
public enum NewsKind: String, Kind {
    /// An answer to a question that they asked, answered or follow.
    case answer
    /// Thanks for what they wrote.
    case thanks
    /// A colleague's experience with what they advised.
    case experience
    /// Other words for what they wrote.
    case suggestion
    /// How an experiment ended that they follow.
    case outcome
    /// A session at their event.
    case session
    /// Somebody builds on what they tried, or was inspired by what they told.
    case builtOn = "built_on"
    /// A community has made a problem its own that they raised or marked; they may join it.
    case adopted
    /// A proposal that waits for their word.
    case proposal
    /// Somebody wrote their name with an @ before it.
    case mention
    /// Somebody new in a community whose greeter or coordinator they are.
    case newcomer
    /// Somebody who has the same problem, works on it or knows something.
    case company
}

/// Something that is new for the person of this home.
public struct News: Message {
    /// Short code of what is new.
    public var code: String
    /// Why it is news.
    public var kind: NewsKind
    /// Title or first words of what it belongs to.
    public var title: String
    /// Short code of what it belongs to, which `hearth show` opens.
    public var about: String
    /// Who wrote it.
    public var author: Byline
    /// When it was written.
    public var date: Timestamp
    /// Where; absent for what stands on the wall of the workplace.
    public var community: CommunityName?

    /// Creates the value from its parts.
    public init(
        code: String, kind: NewsKind, title: String, about: String, author: Byline,
        date: Timestamp, community: CommunityName? = nil
    ) {
        self.code = code
        self.kind = kind
        self.title = title
        self.about = about
        self.author = author
        self.date = date
        self.community = community
    }
}

/// What is unread, the newest first.
public struct Inbox: Message {
    /// The news.
    public var news: [News]
    /// Whether there are more.
    public var hasMore: Bool

    /// Creates the value from its parts.
    public init(news: [News], hasMore: Bool) {
        self.news = news
        self.hasMore = hasMore
    }
}

/// Asks for unread news.
public struct InboxRequest: Message {
    /// How many at most; 50 when absent, at most 200.
    public var limit: Int?

    /// Creates the value.
    public init(limit: Int? = nil) { self.limit = limit }
}

/// Says what was read.
public struct ReadRequest: Message {
    /// Short codes of news, or of what they belong to.
    public var references: [String]
    /// True to start fresh: everything until now counts as read.
    public var everything: Bool?

    /// Creates the value from its parts.
    public init(references: [String] = [], everything: Bool? = nil) {
        self.references = references
        self.everything = everything
    }
}

/// Follows a record, or doesn't any more.
public struct FollowRequest: Message {
    /// Short code or identifier.
    public var reference: String
    /// Whether news of it are wanted.
    public var follow: Bool

    /// Creates the value from its parts.
    public init(reference: String, follow: Bool) {
        self.reference = reference
        self.follow = follow
    }
}

/// A record that the person chose to follow, or not to hear of any more.
public struct FollowedItem: Message {
    /// Short code.
    public var code: String
    /// Title or first words.
    public var title: String
    /// Whether news of it are wanted.
    public var isFollowed: Bool

    /// Creates the value from its parts.
    public init(code: String, title: String, isFollowed: Bool) {
        self.code = code
        self.title = title
        self.isFollowed = isFollowed
    }
}

/// What the person chose; what they ask, answer and raise they follow without a choice.
public struct Following: Message {
    /// One entry each.
    public var items: [FollowedItem]

    /// Creates the value.
    public init(items: [FollowedItem]) { self.items = items }
}

/// Something that is here already and like a draft.
public struct SimilarItem: Message {
    /// Short code.
    public var code: String
    /// What it is, such as `problem` or `question`.
    public var kind: String
    /// Its title.
    public var title: String
    /// Who wrote it.
    public var author: Byline
    /// When it was written.
    public var writtenAt: Timestamp
    /// Where; absent for what stands on the wall of the workplace.
    public var community: CommunityName?
    /// What became of it, such as how an experiment ended.
    public var notes: [String]
    /// The draft's words that stand in it too: why it is shown.
    public var shared: [String]

    /// Creates the value from its parts.
    public init(
        code: String, kind: String, title: String, author: Byline, writtenAt: Timestamp,
        community: CommunityName? = nil, notes: [String] = [], shared: [String]
    ) {
        self.code = code
        self.kind = kind
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
        self.notes = notes
        self.shared = shared
    }
}

/// What is like a draft, the closest first.
public struct SimilarItems: Message {
    /// The records.
    public var items: [SimilarItem]

    /// Creates the value.
    public init(items: [SimilarItem]) { self.items = items }
}

/// Asks what is here already that is like a draft.
public struct SimilarRequest: Message {
    /// The draft, or its title.
    public var text: String
    /// How many at most; 3 when absent, at most 20.
    public var limit: Int?
    /// Whether it is the name of a community, to be held against those that there are.
    public var ofCommunity: Bool?

    /// Creates the value from its parts.
    public init(text: String, limit: Int? = nil, ofCommunity: Bool? = nil) {
        self.text = text
        self.limit = limit
        self.ofCommunity = ofCommunity
    }
}
