internal import Languages

/// What a proposal is about.
public enum ProposalSubject: String, Kind {
    /// A rule for those who were asked, until its sunset.
    case agreement
    /// The community becomes one with another.
    case merge
    /// The community is archived.
    case close
    /// Who may see the community.
    case visibility
    /// A person reads and does not write for some days.
    case setAside
    /// A post that was folded is shown again.
    case restore
    /// Something that only a later version knows.
    case other
}

/// Where a proposal stands.
public enum ProposalState: String, Kind {
    /// Questions and stances are welcome.
    case open
    /// Adopted.
    case adopted
    /// Closed without being adopted.
    case notAdopted
    /// Adopted, and an objection came that those who closed it had not seen.
    case underReview
    /// Given up in a review.
    case void

    /// The state in words for people.
    public var words: String {
        switch self {
        case .open: say("open", context: "a proposal")
        case .adopted: say("adopted", context: "a proposal")
        case .notAdopted: say("not adopted", context: "a proposal")
        case .underReview: say("adopted, under review", context: "a proposal")
        case .void: say("given up in a review", context: "a proposal")
        }
    }
}

/// What a person can say to a proposal.
public enum StanceKind: String, Kind {
    /// Good enough for now, safe enough to try.
    case consent
    /// A worry that stops nothing.
    case concern
    /// Not good enough for now or not safe enough to try; needs a reason.
    case objection
    /// Not my matter.
    case standAside
}

/// Asks the node to propose something to a community.
public struct ProposeRequest: Message {
    /// Short code, identifier or name of the community.
    public var community: String
    /// What it is about.
    public var subject: ProposalSubject
    /// The words of the proposal; needed for an agreement.
    public var text: String?
    /// Working days that it stays open, 1 to 20; 5 when absent.
    public var windowDays: Int?
    /// Days after the window at which an agreement ends, at most 366; 180 when absent.
    public var sunsetDays: Int?
    /// Days after the window at which it shall be looked at again.
    public var reviewDays: Int?
    /// The agreement that this one takes the place of.
    public var renews: String?
    /// The community to merge into, or the new home of open questions when closing.
    public var other: String?
    /// The visibility: `open`; anything else is refused with the reason.
    public var visibility: String?
    /// Who shall be set aside.
    public var person: String?
    /// For how many days, 1 to 30.
    public var days: Int?
    /// What was tried with the person before.
    public var step: String?
    /// The post to restore.
    public var post: String?
    /// Where the harvest of a closing community is kept.
    public var harvest: String?
    /// What a closing community leaves behind, in its own words.
    public var farewell: String?

    /// Creates the value from the parts that every proposal has.
    public init(community: String, subject: ProposalSubject, text: String? = nil) {
        self.community = community
        self.subject = subject
        self.text = text
    }
}

/// Names one proposal.
public struct ProposalReference: Message {
    /// Short code or identifier.
    public var proposal: String

    /// Creates the value from its parts.
    public init(proposal: String) {
        self.proposal = proposal
    }
}

/// Asks the node to take a stance for the person of this home.
public struct StanceRequest: Message {
    /// Short code or identifier of the proposal.
    public var proposal: String
    /// What is said.
    public var stance: StanceKind
    /// Why; needed for an objection.
    public var reason: String?

    /// Creates the value from its parts.
    public init(proposal: String, stance: StanceKind, reason: String? = nil) {
        self.proposal = proposal
        self.stance = stance
        self.reason = reason
    }
}

/// Asks for another wording of one's own proposal; all stances begin anew.
public struct AmendRequest: Message {
    /// Short code or identifier of the proposal.
    public var proposal: String
    /// The new words.
    public var text: String
    /// Days from now at which it shall be looked at again.
    public var reviewDays: Int?

    /// Creates the value from its parts.
    public init(proposal: String, text: String, reviewDays: Int? = nil) {
        self.proposal = proposal
        self.text = text
        self.reviewDays = reviewDays
    }
}

/// Asks something about a proposal.
public struct ProposalQuestionRequest: Message {
    /// Short code or identifier of the proposal, or of a question that this replies to.
    public var about: String
    /// The words.
    public var text: String

    /// Creates the value from its parts.
    public init(about: String, text: String) {
        self.about = about
        self.text = text
    }
}

/// Chooses proposals.
public struct ProposalsRequest: Message {
    /// Only of this community: short code, identifier or name.
    public var community: String?
    /// Only those that are open.
    public var open: Bool?

    /// Creates the value from its parts.
    public init(community: String? = nil, open: Bool? = nil) {
        self.community = community
        self.open = open
    }
}
