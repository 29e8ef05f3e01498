/// What a post is.
public enum PostKind: String, Kind {
    /// A question.
    case question
    /// An answer to a question.
    case answer
}

/// Who wrote something, as shown beside it.
public struct Byline: Message {
    /// Name to show: the author's, or the original author's for an imported post.
    public var name: String
    /// The colleague whose device wrote it; for imported posts, who imported it.
    public var person: PersonName?
    /// True when `name` comes from an archive and isn't a colleague's.
    public var isImported: Bool
    /// The shared terminal at which it was written, by name.
    public var via: String?
    /// For whom it was written, where that is somebody else.
    public var onBehalf: BehalfShown?
    /// True while nobody but the one who asked can say who it was.
    ///
    /// Absent otherwise. Then `via` names the terminal or the colleague that wrote it down.
    public var isUnnamed: Bool?

    /// Creates the value from its parts.
    public init(
        name: String, person: PersonName? = nil, isImported: Bool = false, via: String? = nil
    ) {
        self.name = name
        self.person = person
        self.isImported = isImported
        self.via = via
    }
}

/// A thank-you for a post.
public struct Thanks: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `T-7F3KD`.
    public var code: String
    /// Who thanks.
    public var author: Byline
    /// Who is thanked.
    public var people: [PersonName]
    /// Words of thanks; may be empty.
    public var text: String
    /// When it was written, by its author's clock.
    public var writtenAt: Timestamp
    /// Why the words are folded, if they are; they are left out unless they were asked for.
    public var folding: Folding?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, author: Byline, people: [PersonName] = [], text: String,
        writtenAt: Timestamp, folding: Folding? = nil
    ) {
        self.id = id
        self.code = code
        self.author = author
        self.people = people
        self.text = text
        self.writtenAt = writtenAt
        self.folding = folding
    }
}

/// A question or an answer in full.
public struct Post: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `Q-7F3KD` or `A-7F3KD`.
    public var code: String
    /// What it is.
    public var kind: PostKind
    /// Title; questions only.
    public var title: String?
    /// The words.
    public var body: String
    /// Who wrote it.
    public var author: Byline
    /// When it was written: the original date for imported posts.
    public var writtenAt: Timestamp
    /// When its author last changed it.
    public var editedAt: Timestamp?
    /// Tags, sorted.
    public var tags: [String]
    /// Where an imported post comes from, such as `mbox:<message-id>`.
    public var source: String?
    /// Thanks for it, oldest first.
    public var thanks: [Thanks]
    /// Why the words are folded, if they are; they are left out unless they were asked for.
    public var folding: Folding?
    /// Why a reader should look twice, such as "arrived after closing".
    public var mark: String?
    /// True for the answer that the asker accepted.
    public var isAccepted: Bool?
    /// What colleagues experienced with it, such as "confirmed, except Press 7".
    public var experience: String?
    /// Short codes of other words that colleagues suggest for it.
    public var suggestions: [String]?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, kind: PostKind, title: String? = nil, body: String,
        author: Byline, writtenAt: Timestamp, editedAt: Timestamp? = nil, tags: [String] = [],
        source: String? = nil, thanks: [Thanks] = [], folding: Folding? = nil
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.title = title
        self.body = body
        self.author = author
        self.writtenAt = writtenAt
        self.editedAt = editedAt
        self.tags = tags
        self.source = source
        self.thanks = thanks
        self.folding = folding
    }
}

/// A question with its answers.
public struct QuestionThread: Message {
    /// Where it was asked.
    public var community: CommunityName
    /// The question.
    public var question: Post
    /// Its answers, oldest first.
    public var answers: [Post]
    /// What a reader should know beside it, such as "accepted answer withdrawn".
    public var notes: [String]?
    /// Short codes of questions that ask the same.
    public var sameAs: [String]?

    /// Creates the value from its parts.
    public init(community: CommunityName, question: Post, answers: [Post] = []) {
        self.community = community
        self.question = question
        self.answers = answers
    }
}

/// A question as listed.
public struct QuestionSummary: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `Q-7F3KD`.
    public var code: String
    /// Title.
    public var title: String
    /// Who asked.
    public var author: Byline
    /// When it was asked: the original date for imported ones.
    public var writtenAt: Timestamp
    /// Where it was asked.
    public var community: CommunityName
    /// How many answers it has.
    public var answers: Int
    /// How many thanks it and its answers have.
    public var thanks: Int
    /// Tags, sorted.
    public var tags: [String]
    /// Why the words are folded, if they are; the title is empty then unless it was asked for.
    public var folding: Folding?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, title: String, author: Byline, writtenAt: Timestamp,
        community: CommunityName, answers: Int = 0, thanks: Int = 0, tags: [String] = [],
        folding: Folding? = nil
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
        self.answers = answers
        self.thanks = thanks
        self.tags = tags
        self.folding = folding
    }
}

/// Asks for questions, newest first.
public struct ListRequest: Message {
    /// Only of this community: short code, identifier or name.
    public var community: String?
    /// Only those without an answer.
    public var unanswered: Bool?
    /// Only those of the person of this home.
    public var mine: Bool?
    /// Only those with this tag.
    public var tag: String?
    /// How many at most; 20 when absent, at most 500.
    public var limit: Int?
    /// `next` of the page before.
    public var before: String?
    /// True to read folded titles too.
    public var collapsed: Bool?

    /// Creates the value from its parts.
    public init(
        community: String? = nil, unanswered: Bool? = nil, mine: Bool? = nil, tag: String? = nil,
        limit: Int? = nil, before: String? = nil, collapsed: Bool? = nil
    ) {
        self.community = community
        self.unanswered = unanswered
        self.mine = mine
        self.tag = tag
        self.limit = limit
        self.before = before
        self.collapsed = collapsed
    }
}

/// A page of questions, newest first.
public struct QuestionList: Message {
    /// The questions.
    public var questions: [QuestionSummary]
    /// What to pass as `before` for the next page; absent on the last.
    public var next: String?

    /// Creates the value from its parts.
    public init(questions: [QuestionSummary], next: String? = nil) {
        self.questions = questions
        self.next = next
    }
}

/// Names what to show.
public struct ShowRequest: Message {
    /// Short code or identifier of a question, answer, thanks, community or person.
    public var reference: String
    /// True to read folded words too.
    public var collapsed: Bool?

    /// Creates the value from its parts.
    public init(reference: String, collapsed: Bool? = nil) {
        self.reference = reference
        self.collapsed = collapsed
    }
}

/// What `hearth show` found.
public enum ShownKind: String, Kind {
    /// A question with its answers.
    case question
    /// A community with its members.
    case community
    /// A person.
    case person
    /// A proposal with everything that was said to it.
    case proposal
    /// A problem, a story, an experiment, a gathering, or what belongs to one.
    case item
    /// What somebody leaves to those who stay.
    case handover
}

/// What a reference led to; exactly the field named by `kind` is there.
public struct Shown: Message {
    /// Which field is filled.
    public var kind: ShownKind
    /// Short code of the answer or thanks that the reference named within the thread.
    public var focus: String?
    /// The question and its answers.
    public var thread: QuestionThread?
    /// The community.
    public var community: CommunityDetails?
    /// The person.
    public var person: Person?
    /// The proposal.
    public var proposal: ProposalShown?
    /// The record.
    public var item: ItemDetails?
    /// The handover.
    public var handover: HandoverShown?
    /// The files that hang on it and on what is shown below it.
    public var files: [FileShown]?

    /// Creates the value from its parts.
    public init(
        kind: ShownKind, focus: String? = nil, thread: QuestionThread? = nil,
        community: CommunityDetails? = nil, person: Person? = nil,
        proposal: ProposalShown? = nil, handover: HandoverShown? = nil, item: ItemDetails? = nil
    ) {
        self.kind = kind
        self.focus = focus
        self.thread = thread
        self.community = community
        self.person = person
        self.proposal = proposal
        self.handover = handover
        self.item = item
    }
}
