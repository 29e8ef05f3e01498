/// Why words are folded.
public enum FoldingCause: String, Kind {
    /// Enough members flagged this version.
    case flagged
    /// A member blurred it for a while.
    case blurred
}

/// That words are folded, why, and how to read them; they are never removed.
public struct Folding: Message {
    /// What folded them.
    public var cause: FoldingCause
    /// Who.
    public var people: [PersonName]
    /// Why, in the words of the list of reasons.
    public var reasons: [String]
    /// When it lapses by itself; for blurred words.
    public var until: Timestamp?
    /// All of it in a sentence: `hidden by 2: unkind`.
    public var sentence: String
    /// The command that shows the words.
    public var howToRead: String

    /// Creates the value from its parts.
    public init(
        cause: FoldingCause, people: [PersonName], reasons: [String], until: Timestamp? = nil,
        sentence: String, howToRead: String
    ) {
        self.cause = cause
        self.people = people
        self.reasons = reasons
        self.until = until
        self.sentence = sentence
        self.howToRead = howToRead
    }
}

/// Flags or blurs an item.
public struct ObjectionRequest: Message {
    /// Short code or identifier of a question, an answer or a thank-you.
    public var reference: String
    /// A reason of the list.
    public var reason: String
    /// More words.
    public var text: String?

    /// Creates the value from its parts.
    public init(reference: String, reason: String, text: String? = nil) {
        self.reference = reference
        self.reason = reason
        self.text = text
    }
}

/// Takes one's own flags or blurs of an item back.
public struct WithdrawalRequest: Message {
    /// Short code or identifier of the item, or of the flag or blur itself.
    public var reference: String

    /// Creates the value from its parts.
    public init(reference: String) {
        self.reference = reference
    }
}

/// Asks for the public log of a community or of the workplace.
public struct PublicLogRequest: Message {
    /// Short code, identifier or name of the community; the workplace's log when absent.
    public var community: String?
    /// How many steps at most; 50 when absent, at most 500.
    public var limit: Int?

    /// Creates the value from its parts.
    public init(community: String? = nil, limit: Int? = nil) {
        self.community = community
        self.limit = limit
    }
}

/// What somebody did, as the public log tells it.
public enum PublicAct: String, Kind {
    /// Flagged a version of an item.
    case flagged
    /// Took a flag back.
    case flagWithdrawn
    /// Renewed a flag that was taken back.
    case flagRenewed
    /// Blurred an item.
    case blurred
    /// Lifted a blur early.
    case blurLifted
    /// Renewed a blur that was lifted.
    case blurRenewed
    /// Asked somebody to take a role.
    case roleAsked
    /// Took a role, or accepted it.
    case roleTaken
    /// Laid a role down, or declined it.
    case roleLaidDown
    /// Proposed something.
    case proposed
    /// Gave their own proposal other words.
    case amended
    /// Asked something about a proposal, or replied.
    case askedAbout
    /// Took a stance to a proposal.
    case stanceTaken
    /// Objected to what was adopted already, so that it is looked at again.
    case putUnderReview
    /// Closed a proposal.
    case closed
    /// Let somebody into a community that isn't open.
    case letIn
    /// Left a community that isn't open.
    case left
    /// Said with others that a listed community is open to everybody.
    case opened
    /// Opened an archived community again.
    case reopened
    /// Founded a community that goes on from this one's past.
    case forked
    /// Let somebody into the workplace, or founded it.
    case admitted
    /// Added a computer of their own.
    case deviceAdded
    /// Made a recovery sheet.
    case sheetMade
    /// Revoked a computer of their own.
    case deviceRevoked
    /// Gave somebody a new computer in the place of their former ones.
    case recovered
    /// Said that somebody has left the workplace; themselves, or a colleague.
    case departed
    /// Said so with the door key.
    case departedByDoorKey
    /// Let somebody who had left into the workplace again.
    case readmitted
    /// Let words in that a removed computer wrote behind the end of its log.
    case wordsReleased
}

/// A step of the public log.
public struct PublicLogEntry: Message {
    /// When, by the writer's clock.
    public var at: Timestamp
    /// Who.
    public var person: PersonName
    /// What.
    public var act: PublicAct
    /// All of it in a sentence.
    public var sentence: String
    /// Short code of the item that it is about.
    public var code: String?
    /// The version of the item: the identifier of the write that made its words.
    public var version: String?
    /// Why.
    public var reason: String?
    /// More words.
    public var text: String?
    /// The role that it is about.
    public var role: String?
    /// Those who did it together with the person.
    public var others: [PersonName]?
    /// The person that it is about, if that is somebody else.
    public var about: PersonName?
    /// What is proposed.
    public var subject: ProposalSubject?
    /// The stance that was taken.
    public var stance: StanceKind?
    /// What somebody who closes a proposal found.
    public var finding: ProposalState?
    /// What became of the proposal with this closing; absent if it takes others too.
    public var outcome: ProposalState?

    /// Creates the value from its parts.
    public init(
        at: Timestamp, person: PersonName, act: PublicAct, sentence: String, code: String? = nil,
        version: String? = nil, reason: String? = nil, text: String? = nil, role: String? = nil
    ) {
        self.at = at
        self.person = person
        self.act = act
        self.sentence = sentence
        self.code = code
        self.version = version
        self.reason = reason
        self.text = text
        self.role = role
    }
}

/// The public log of a community or of the workplace, newest first.
public struct PublicLogPage: Message {
    /// The community; absent in the workplace's log.
    public var community: CommunityName?
    /// The workplace; absent in a community's log.
    public var workplace: WorkplaceName?
    /// The steps.
    public var entries: [PublicLogEntry]

    /// Creates the value from its parts.
    public init(
        community: CommunityName? = nil, workplace: WorkplaceName? = nil,
        entries: [PublicLogEntry]
    ) {
        self.community = community
        self.workplace = workplace
        self.entries = entries
    }
}
