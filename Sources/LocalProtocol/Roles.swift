/// Somebody who has a role, or was asked to take it.
public struct RoleHolder: Message {
    /// Short code of the record, such as `R-7F3KD`; `accept` and `lay-down` take it.
    public var code: String
    /// Full identifier of the record.
    public var id: String
    /// The person.
    public var person: PersonName
    /// Who asked the person; absent for a volunteer.
    public var askedBy: PersonName?
    /// When the term ends.
    public var until: Timestamp
    /// What the person pledges.
    public var pledge: String?

    /// Creates the value from its parts.
    public init(
        code: String, id: String, person: PersonName, askedBy: PersonName? = nil,
        until: Timestamp, pledge: String? = nil
    ) {
        self.code = code
        self.id = id
        self.person = person
        self.askedBy = askedBy
        self.until = until
        self.pledge = pledge
    }
}

/// How it stands with a role in a community.
public struct RoleStanding: Message {
    /// The role, such as `coordinator`.
    public var role: String
    /// Who has it; several are co-holders.
    public var holders: [RoleHolder]
    /// Who was asked and has not answered.
    public var asked: [RoleHolder]
    /// When the last term ended, if nobody has the role now and somebody had it.
    public var vacantSince: Timestamp?
    /// True when nobody has had it for a week, or ever: everybody is invited to pick it up.
    public var isUpForAll: Bool

    /// Creates the value from its parts.
    public init(
        role: String, holders: [RoleHolder] = [], asked: [RoleHolder] = [],
        vacantSince: Timestamp? = nil, isUpForAll: Bool = false
    ) {
        self.role = role
        self.holders = holders
        self.asked = asked
        self.vacantSince = vacantSince
        self.isUpForAll = isUpForAll
    }
}

/// The roles of a community.
public struct CommunityRoles: Message {
    /// The community.
    public var community: CommunityName
    /// One entry for each role.
    public var roles: [RoleStanding]

    /// Creates the value from its parts.
    public init(community: CommunityName, roles: [RoleStanding]) {
        self.community = community
        self.roles = roles
    }
}

/// The roles of some communities.
public struct RoleList: Message {
    /// One entry for each community.
    public var communities: [CommunityRoles]

    /// Creates the value from its parts.
    public init(communities: [CommunityRoles]) {
        self.communities = communities
    }
}

/// Asks for the roles of communities.
public struct RolesRequest: Message {
    /// Short code, identifier or name; all that the person is in when absent.
    public var community: String?

    /// Creates the value from its parts.
    public init(community: String? = nil) {
        self.community = community
    }
}

/// Takes a role, or asks somebody to take it.
public struct RoleRequest: Message {
    /// The role, such as `coordinator`.
    public var role: String
    /// Short code, identifier or name; may be absent for a member of exactly one.
    public var community: String?
    /// Who is asked: name or code; the person of this home takes the role when absent.
    public var person: String?
    /// The term in months of 30 days; the longest when absent.
    public var months: Int?
    /// What the person of this home pledges.
    public var pledge: String?

    /// Creates the value from its parts.
    public init(
        role: String, community: String? = nil, person: String? = nil, months: Int? = nil,
        pledge: String? = nil
    ) {
        self.role = role
        self.community = community
        self.person = person
        self.months = months
        self.pledge = pledge
    }
}

/// Answers for a role that is the person's own.
public struct RoleAnswer: Message {
    /// Short code or identifier of the role's record.
    public var reference: String
    /// What the person pledges; for accepting only.
    public var pledge: String?

    /// Creates the value from its parts.
    public init(reference: String, pledge: String? = nil) {
        self.reference = reference
        self.pledge = pledge
    }
}
