/// What everybody may read without being anybody: the communities that are open to all, and the
/// wall of the workplace.
///
/// Nothing else can be asked for here, and no answer has room for more: no person's own entries, no
/// list of members, no read marks, no word of a community that is listed or private. Whoever stands
/// before it signs nobody in.
public protocol OpenReader: Sendable {
    /// Which computer answers, and as of when.
    func openFrame() async throws(ServiceError) -> OpenFrame
    /// The open communities, and what happened in the last week.
    func openFront() async throws(ServiceError) -> OpenFront
    /// One open community: by code, identifier or name; `notFound` for every other.
    func openCommunity(_ reference: String) async throws(ServiceError) -> OpenCommunityPage
    /// What stands under a short code, or under its characters behind the dash; `notFound` for
    /// whatever not everybody may read, as if it weren't there.
    func openItem(_ code: String) async throws(ServiceError) -> OpenFound
    /// What holds some words.
    func openFindings(_ words: String) async throws(ServiceError) -> OpenFindings
}

/// Which computer shows something, and as of when.
public struct OpenFrame: Equatable, Sendable {
    /// The workplace.
    public var workplace: String
    /// The shared terminal that shows it; absent for a person's computer, which nobody is to find.
    public var terminal: String?
    /// When it was put together.
    public var madeAt: Timestamp
    /// To how many colleagues' computers this one was connected then.
    public var connected: Int

    /// Creates the value from its parts.
    public init(workplace: String, terminal: String? = nil, madeAt: Timestamp, connected: Int) {
        self.workplace = workplace
        self.terminal = terminal
        self.madeAt = madeAt
        self.connected = connected
    }
}

/// A community that is open to all.
public struct OpenCommunity: Equatable, Sendable {
    /// What it is called.
    public var name: CommunityName
    /// What it is about, in a sentence.
    public var about: String?
    /// How many questions it holds here.
    public var questions: Int
    /// When the newest question or answer was written, by its author's clock.
    public var lastPostAt: Timestamp?
    /// True once its members have archived it.
    public var isArchived: Bool

    /// Creates the value from its parts.
    public init(
        name: CommunityName, about: String? = nil, questions: Int = 0,
        lastPostAt: Timestamp? = nil, isArchived: Bool = false
    ) {
        self.name = name
        self.about = about
        self.questions = questions
        self.lastPostAt = lastPostAt
        self.isArchived = isArchived
    }
}

/// The first page.
public struct OpenFront: Equatable, Sendable {
    /// Who shows it.
    public var frame: OpenFrame
    /// The communities that are open to all, by name.
    public var communities: [OpenCommunity]
    /// What happened in them and on the wall of the workplace.
    public var digest: Digest

    /// Creates the value from its parts.
    public init(frame: OpenFrame, communities: [OpenCommunity], digest: Digest) {
        self.frame = frame
        self.communities = communities
        self.digest = digest
    }
}

/// One open community.
public struct OpenCommunityPage: Equatable, Sendable {
    /// Who shows it.
    public var frame: OpenFrame
    /// The community.
    public var community: OpenCommunity
    /// What its members agreed to be, in their words.
    public var charter: String?
    /// What happened in it.
    public var digest: Digest

    /// Creates the value from its parts.
    public init(
        frame: OpenFrame, community: OpenCommunity, charter: String? = nil, digest: Digest
    ) {
        self.frame = frame
        self.community = community
        self.charter = charter
        self.digest = digest
    }
}

/// Words of one author.
public struct OpenPost: Equatable, Sendable {
    /// Short code such as `Q-7F3KD`.
    public var code: String
    /// The name of its kind, such as `question`.
    public var kind: String
    /// Its title; empty for kinds without, and where words are folded or gone.
    public var title: String
    /// Its words, field by field; none where they are folded or gone.
    public var fields: [ItemField]
    /// Who wrote it.
    public var author: Byline
    /// When.
    public var writtenAt: Timestamp
    /// How it stands, in a word.
    public var state: String?
    /// What a reader should know beside it, in short sentences.
    public var notes: [String]
    /// Whether its community has folded the words.
    public var isFolded: Bool
    /// True for the answer that the asker accepted.
    public var isAccepted: Bool
    /// What colleagues experienced with it, such as "confirmed, except Press 7".
    public var experience: String?
    /// Who gave thanks for it, by name.
    public var thankedBy: [String]

    /// Creates the value from its parts.
    public init(
        code: String, kind: String, title: String, fields: [ItemField] = [], author: Byline,
        writtenAt: Timestamp, state: String? = nil, notes: [String] = [], isFolded: Bool = false,
        isAccepted: Bool = false, experience: String? = nil, thankedBy: [String] = []
    ) {
        self.code = code
        self.kind = kind
        self.title = title
        self.fields = fields
        self.author = author
        self.writtenAt = writtenAt
        self.state = state
        self.notes = notes
        self.isFolded = isFolded
        self.isAccepted = isAccepted
        self.experience = experience
        self.thankedBy = thankedBy
    }
}

/// One item with what belongs to it, such as a question with its answers.
public struct OpenItem: Equatable, Sendable {
    /// Who shows it.
    public var frame: OpenFrame
    /// Where it stands; absent for what is on the wall of the workplace.
    public var community: CommunityName?
    /// The item.
    public var whole: OpenPost
    /// What belongs to it, the oldest first.
    public var parts: [OpenPost]

    /// Creates the value from its parts.
    public init(
        frame: OpenFrame, community: CommunityName? = nil, whole: OpenPost, parts: [OpenPost] = []
    ) {
        self.frame = frame
        self.community = community
        self.whole = whole
        self.parts = parts
    }
}

/// What a code led to.
public enum OpenFound: Equatable, Sendable {
    /// One item.
    case item(OpenItem)
    /// An open community, by its code.
    case community(code: String)
    /// Several items whose codes have the same characters.
    case several(OpenFrame, codes: [String])
}

/// Something that holds the words that were asked for.
public struct OpenHit: Equatable, Sendable {
    /// Short code.
    public var code: String
    /// The name of its kind, such as `answer`.
    public var kind: String
    /// The title of the item that it belongs to; empty where that is folded.
    public var title: String
    /// Who wrote it.
    public var author: Byline
    /// When.
    public var writtenAt: Timestamp
    /// Where it stands; absent for what is on the wall of the workplace.
    public var community: CommunityName?
    /// A piece of the text around the words; none where they are folded.
    public var snippet: [SnippetPiece]

    /// Creates the value from its parts.
    public init(
        code: String, kind: String, title: String, author: Byline, writtenAt: Timestamp,
        community: CommunityName? = nil, snippet: [SnippetPiece] = []
    ) {
        self.code = code
        self.kind = kind
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
        self.snippet = snippet
    }
}

/// Everything that holds the words that were asked for.
public struct OpenFindings: Equatable, Sendable {
    /// Who shows it.
    public var frame: OpenFrame
    /// What was found, best first.
    public var hits: [OpenHit]
    /// What was searched for instead, where nothing holds what was typed.
    public var correction: String?

    /// Creates the value from its parts.
    public init(frame: OpenFrame, hits: [OpenHit], correction: String? = nil) {
        self.frame = frame
        self.hits = hits
        self.correction = correction
    }
}
