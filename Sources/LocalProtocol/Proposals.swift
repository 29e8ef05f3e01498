/// A person's stance to a proposal.
public struct StanceShown: Message {
    /// Who says it.
    public var person: PersonName
    /// What is said.
    public var stance: StanceKind
    /// Why; empty where nothing was said.
    public var reason: String
    /// True where those who closed the proposal had not seen it.
    public var isLate: Bool

    /// Creates the value from its parts.
    public init(person: PersonName, stance: StanceKind, reason: String = "", isLate: Bool = false) {
        self.person = person
        self.stance = stance
        self.reason = reason
        self.isLate = isLate
    }
}

/// A question about a proposal, or a reply to one.
public struct ProposalQuestionShown: Message {
    /// Short code.
    public var code: String
    /// Who asks.
    public var person: PersonName
    /// The words.
    public var text: String
    /// Short code of the question that this replies to.
    public var replyTo: String?

    /// Creates the value from its parts.
    public init(code: String, person: PersonName, text: String, replyTo: String? = nil) {
        self.code = code
        self.person = person
        self.text = text
        self.replyTo = replyTo
    }
}

/// A proposal with everything that was said to it.
public struct ProposalShown: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `P-7F3KD`.
    public var code: String
    /// Where it was proposed.
    public var community: CommunityName
    /// What it is about.
    public var subject: ProposalSubject
    /// The words as they stand, or as they were decided on.
    public var text: String
    /// How many wordings there were.
    public var versions: Int = 1
    /// Who proposes.
    public var author: PersonName
    /// Where it stands.
    public var state: ProposalState
    /// When the window ends.
    public var closesAt: Timestamp
    /// When an agreement ends, or a person is no longer set aside.
    public var endsAt: Timestamp?
    /// When it shall be looked at again.
    public var reviewAt: Timestamp?
    /// The other community of a merge, or the new home of open questions.
    public var other: CommunityName?
    /// Who shall be set aside.
    public var person: PersonName?
    /// What was tried with the person before.
    public var step: String?
    /// The visibility that is proposed.
    public var visibility: String?
    /// Where the harvest of a closing community is kept.
    public var harvest: String?
    /// What a closing community leaves behind.
    public var farewell: String?
    /// Everybody's latest stance to these words.
    public var stances: [StanceShown] = []
    /// Those who have a say and said nothing yet.
    public var silent: [PersonName] = []
    /// Who has closed it so far.
    public var closedBy: [PersonName] = []
    /// How many it takes to consent and to close.
    public var needed: Int = 2
    /// Why it can't be adopted as it is.
    public var flaw: String?
    /// What follows from adopting it that can't be taken back.
    public var consequence: String?
    /// Questions and replies, the earliest first.
    public var questions: [ProposalQuestionShown] = []

    /// Creates the value from the parts that every proposal has.
    public init(
        id: String, code: String, community: CommunityName, subject: ProposalSubject, text: String,
        author: PersonName, state: ProposalState, closesAt: Timestamp
    ) {
        self.id = id
        self.code = code
        self.community = community
        self.subject = subject
        self.text = text
        self.author = author
        self.state = state
        self.closesAt = closesAt
    }
}

/// Proposals, those that are open first.
public struct ProposalList: Message {
    /// One entry each.
    public var proposals: [ProposalShown]

    /// Creates the value from its parts.
    public init(proposals: [ProposalShown]) {
        self.proposals = proposals
    }
}

/// A proposal after a change that is on disk.
public struct ProposalSaved: Message {
    /// The proposal as it is now.
    public var proposal: ProposalShown
    /// The same proposal in the other community of a merge, if it was made there too.
    public var counterpart: ProposalShown?
    /// Where the change is safe.
    public var durability: Durability
    /// Something that the person should know.
    public var note: String?

    /// Creates the value from its parts.
    public init(
        proposal: ProposalShown, counterpart: ProposalShown? = nil, durability: Durability,
        note: String? = nil
    ) {
        self.proposal = proposal
        self.counterpart = counterpart
        self.durability = durability
        self.note = note
    }
}

/// Where an agreement stands.
public enum AgreementState: String, Kind {
    /// It binds.
    case inForce
    /// It binds and is looked at again, because an objection came late.
    case underReview
    /// Its end has passed.
    case expired
    /// Another one has taken its place.
    case renewed
    /// It was given up.
    case void
}

/// A rule that a community gave itself.
public struct AgreementShown: Message {
    /// Short code of the proposal that it comes from.
    public var code: String
    /// The words.
    public var text: String
    /// Where it stands.
    public var state: AgreementState
    /// When it ends.
    public var endsAt: Timestamp
    /// Whom it binds.
    public var binds: [PersonName]

    /// Creates the value from its parts.
    public init(
        code: String, text: String, state: AgreementState, endsAt: Timestamp,
        binds: [PersonName] = []
    ) {
        self.code = code
        self.text = text
        self.state = state
        self.endsAt = endsAt
        self.binds = binds
    }
}

/// The agreements of a community, those in force first.
public struct AgreementList: Message {
    /// The community.
    public var community: CommunityName
    /// One entry each.
    public var agreements: [AgreementShown]
    /// How many are in force.
    public var inForce: Int
    /// How many a community should have at most.
    public var budget: Int

    /// Creates the value from its parts.
    public init(
        community: CommunityName, agreements: [AgreementShown], inForce: Int, budget: Int
    ) {
        self.community = community
        self.agreements = agreements
        self.inForce = inForce
        self.budget = budget
    }
}
