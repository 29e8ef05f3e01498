/// Asks for posts that hold some words.
public struct SearchRequest: Message {
    /// Words to find.
    public var text: String
    /// Only in this community: short code, identifier or name.
    public var community: String?
    /// Only of this kind.
    public var kind: FoundKind?
    /// Only by an author of this name.
    public var author: String?
    /// Only with this tag.
    public var tag: String?
    /// Only at a place whose name holds this.
    public var place: String?
    /// Only from this moment on.
    public var since: Timestamp?
    /// Only before this moment.
    public var until: Timestamp?
    /// How many at most; 20 when absent, at most 500.
    public var limit: Int?
    /// `next` of the page before.
    public var before: String?
    /// True to read folded words too.
    public var collapsed: Bool?

    /// Creates the value from its parts.
    public init(
        text: String, community: String? = nil, kind: FoundKind? = nil, author: String? = nil,
        tag: String? = nil, place: String? = nil, since: Timestamp? = nil,
        until: Timestamp? = nil, limit: Int? = nil, before: String? = nil, collapsed: Bool? = nil
    ) {
        self.text = text
        self.community = community
        self.kind = kind
        self.author = author
        self.tag = tag
        self.place = place
        self.since = since
        self.until = until
        self.limit = limit
        self.before = before
        self.collapsed = collapsed
    }
}

/// What a record is that was found.
public enum FoundKind: String, Kind {
    /// A question.
    case question
    /// An answer to a question.
    case answer
    /// A problem.
    case problem
    /// A story.
    case story
    /// An experiment.
    case experiment
    /// How an experiment ended.
    case outcome
    /// A gathering.
    case event
    /// A card on the wall of an open space.
    case session
    /// What came of it all.
    case valueStory = "value_story"
    /// A text that a community writes together.
    case page
    /// A line of a conditions card.
    case condition
    /// A file that hangs on one of these, found by its name.
    case attachment
}

/// A record that was found.
public struct SearchHit: Message {
    /// Full identifier of the record.
    public var id: String
    /// Short code of the record.
    public var code: String
    /// What it is.
    public var kind: FoundKind
    /// Short code of what it belongs to, such as the question of an answer; its own for what stands
    /// by itself.
    public var question: String
    /// Title of that.
    public var title: String
    /// Who wrote the record.
    public var author: Byline
    /// When it was written.
    public var writtenAt: Timestamp
    /// Where; absent for what stands on the wall of the workplace.
    public var community: CommunityName?
    /// A piece of the text around the words found.
    public var snippet: [SnippetPiece]
    /// Why the words are folded, if they are; title or snippet are left out then.
    public var folding: Folding?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, kind: FoundKind, question: String, title: String, author: Byline,
        writtenAt: Timestamp, community: CommunityName? = nil, snippet: [SnippetPiece] = [],
        folding: Folding? = nil
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.question = question
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
        self.snippet = snippet
        self.folding = folding
    }
}

/// A page of posts that were found.
public struct SearchResults: Message {
    /// The posts, best first.
    public var hits: [SearchHit]
    /// What to pass as `before` for the next page; absent on the last.
    public var next: String?
    /// What was searched for instead, where nothing holds what was typed.
    public var correction: String?

    /// Creates the value from its parts.
    public init(hits: [SearchHit], next: String? = nil) {
        self.hits = hits
        self.next = next
    }
}
