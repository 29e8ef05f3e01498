/// Asks for a new community.
public struct NewCommunityRequest: Message {
    /// Name of the community; nothing else is needed.
    public var name: String
    /// What it is about, in a sentence.
    public var about: String?
    /// Who can see it and come in; open when absent.
    public var visibility: CommunityVisibility?
    /// Short code or identifier of a problem that it makes its own.
    ///
    /// Whoever has that problem is told, and nobody joins by that. A private one, of which nobody
    /// else may know, can't have any.
    public var from: String?

    /// Creates the value from its parts.
    public init(
        name: String, about: String? = nil, visibility: CommunityVisibility? = nil,
        from: String? = nil
    ) {
        self.name = name
        self.about = about
        self.visibility = visibility
        self.from = from
    }
}

/// Names one community.
public struct CommunityReference: Message {
    /// Short code, identifier or name.
    public var community: String

    /// Creates the value from its parts.
    public init(community: String) {
        self.community = community
    }
}

/// How a community came to be, as its members see it.
public enum CommunityForm: String, Kind {
    /// Set up on purpose.
    case formal
    /// Grown by itself.
    case informal
}

/// Where a community stands in its life, as its members declare it.
public enum CommunityStage: String, Kind {
    /// A few people with a common matter.
    case potential
    /// They meet, and build trust.
    case coalescing
    /// They know what they are for, and grow.
    case maturing
    /// They keep what they have alive.
    case stewardship
    /// They become something else.
    case transforming
}

/// Describes a community; what is absent stays as it is.
public struct DescribeRequest: Message {
    /// Short code, identifier or name.
    public var community: String
    /// Formal or informal.
    public var form: String?
    /// What its members agree to be, in at most 2,000 characters.
    public var charter: String?
    /// Its stage: potential, coalescing, maturing, stewardship or transforming.
    public var stage: String?

    /// Creates the value from its parts.
    public init(
        community: String, form: String? = nil, charter: String? = nil, stage: String? = nil
    ) {
        self.community = community
        self.form = form
        self.charter = charter
        self.stage = stage
    }
}

/// A community as listed.
public struct Community: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `C-7F3KD`.
    public var code: String
    /// Name of the community.
    public var name: String
    /// Names that others gave it at the same time, until somebody picks one.
    public var otherNames: [String]
    /// What it is about.
    public var about: String?
    /// True when the person of this home is a member.
    public var isMember: Bool
    /// Who can see it and come in.
    public var visibility: CommunityVisibility?
    /// True when the person of this home has asked to come in and no member has answered yet.
    public var isWaiting: Bool?
    /// How many members it has.
    public var members: Int
    /// How many questions it holds here.
    public var questions: Int
    /// How many of them have no answer.
    public var unanswered: Int
    /// When it was created, by its creator's clock.
    public var createdAt: Timestamp?
    /// When the newest post was written, by its author's clock.
    public var lastPostAt: Timestamp?
    /// Whether it was set up on purpose; absent where nothing was said.
    public var form: CommunityForm?
    /// The stage that its members declared; absent where nothing was said.
    public var stage: CommunityStage?
    /// True once its members have archived it by consent.
    public var isArchived: Bool = false
    /// True if nothing was posted for 60 days, so that its members are asked how it shall go on.
    public var isQuiet: Bool = false
    /// The communities that have become one with it, by the names and codes that they had.
    public var merged: [CommunityName] = []
    /// The community whose past it goes on from.
    public var forkedFrom: CommunityName?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, otherNames: [String] = [], about: String? = nil,
        isMember: Bool = false, visibility: CommunityVisibility? = nil, isWaiting: Bool? = nil,
        members: Int = 0, questions: Int = 0, unanswered: Int = 0,
        createdAt: Timestamp? = nil, lastPostAt: Timestamp? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.otherNames = otherNames
        self.about = about
        self.isMember = isMember
        self.visibility = visibility
        self.isWaiting = isWaiting
        self.members = members
        self.questions = questions
        self.unanswered = unanswered
        self.createdAt = createdAt
        self.lastPostAt = lastPostAt
    }
}

/// All communities that this node knows, by name.
public struct CommunityList: Message {
    /// One entry each.
    public var communities: [Community]

    /// Creates the value from its parts.
    public init(communities: [Community]) {
        self.communities = communities
    }
}

/// A member as listed in a community.
public struct CommunityMember: Message {
    /// Full identifier of the person.
    public var id: String
    /// Name of the person.
    public var name: String
    /// When the person joined.
    public var since: Timestamp?
    /// Who let the person in; empty for the founder, and in open communities.
    public var letInBy: [PersonName]?

    /// Creates the value from its parts.
    public init(
        id: String, name: String, since: Timestamp? = nil, letInBy: [PersonName]? = nil
    ) {
        self.id = id
        self.name = name
        self.since = since
        self.letInBy = letInBy
    }
}

/// One community with its members.
public struct CommunityDetails: Message {
    /// The community.
    public var community: Community
    /// Who created it.
    public var createdBy: PersonName?
    /// What its members agreed to be, in their words.
    public var charter: String?
    /// The stage that the signs speak for, where that is not the declared one; for its members.
    public var suggestedStage: CommunityStage?
    /// Its members, by name.
    public var members: [CommunityMember]
    /// Who coordinates it, or that nobody does; absent for those who are not in it.
    public var coordinator: RoleStanding?
    /// The proposal by which it was archived, with its farewell, where this node holds it.
    public var closing: ProposalShown?
    /// Those who have asked to come in and wait for a member's word, by name.
    public var waiting: [PersonName]?
    /// Those whom a member let in and who haven't answered, by name.
    public var invited: [PersonName]?

    /// Creates the value from its parts.
    public init(
        community: Community, createdBy: PersonName? = nil, members: [CommunityMember],
        coordinator: RoleStanding? = nil,
        waiting: [PersonName]? = nil, invited: [PersonName]? = nil
    ) {
        self.community = community
        self.createdBy = createdBy
        self.members = members
        self.coordinator = coordinator
        self.waiting = waiting
        self.invited = invited
    }
}

/// A community after a change that was written.
public struct CommunitySaved: Message {
    /// The community as it is now.
    public var community: Community
    /// Where the change is safe.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(community: Community, durability: Durability) {
        self.community = community
        self.durability = durability
    }
}
