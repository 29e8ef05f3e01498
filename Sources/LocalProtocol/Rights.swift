/// What one role may do with one verb.
public struct RightCell: Message {
    /// The role, such as `member` or `it_policy`.
    public var role: String
    /// The ways in which it may: `own`, `by consent`, `two members`, `delayed`, `always`; none
    /// where the right does not exist for the role.
    public var ways: [String]
    /// What limits the right, such as `one thread`.
    public var note: String?
    /// The cell in words.
    public var text: String

    /// Creates the value from its parts.
    public init(role: String, ways: [String], note: String? = nil, text: String) {
        self.role = role
        self.ways = ways
        self.note = note
        self.text = text
    }
}

/// A verb with what each role may do.
public struct Right: Message {
    /// The verb, as after `hearth can`.
    public var verb: String
    /// The verb in words.
    public var summary: String
    /// One cell for each role that was asked for.
    public var cells: [RightCell]
    /// True when the right exists for nobody.
    public var isForNobody: Bool
    /// What people do instead of what nobody can do.
    public var instead: String?

    /// Creates the value from its parts.
    public init(
        verb: String, summary: String, cells: [RightCell], isForNobody: Bool = false,
        instead: String? = nil
    ) {
        self.verb = verb
        self.summary = summary
        self.cells = cells
        self.isForNobody = isForNobody
        self.instead = instead
    }
}

/// The whole table of rights.
public struct RightsTable: Message {
    /// The roles, in the order of the columns.
    public var roles: [String]
    /// The verbs, by subject.
    public var rights: [Right]

    /// Creates the value from its parts.
    public init(roles: [String], rights: [Right]) {
        self.roles = roles
        self.rights = rights
    }
}

/// Asks for one verb.
public struct RightRequest: Message {
    /// The verb, as people type it.
    public var verb: String
    /// Only for this role; all roles when absent.
    public var role: String?
    /// Short code of what the verb was tried on; it makes a refusal name it.
    public var about: String?

    /// Creates the value from its parts.
    public init(verb: String, role: String? = nil, about: String? = nil) {
        self.verb = verb
        self.role = role
        self.about = about
    }
}

/// A role that members take on for a term.
public struct RoleDescription: Message {
    /// The role, such as `coordinator`.
    public var role: String
    /// What it is for, in a sentence.
    public var purpose: String
    /// The longest term, in months of 30 days.
    public var longestTerm: Int
    /// The verbs that it is about.
    public var verbs: [String]
    /// The verbs that it has and a member has not: always none.
    public var exclusiveVerbs: [String]

    /// Creates the value from its parts.
    public init(
        role: String, purpose: String, longestTerm: Int, verbs: [String],
        exclusiveVerbs: [String] = []
    ) {
        self.role = role
        self.purpose = purpose
        self.longestTerm = longestTerm
        self.verbs = verbs
        self.exclusiveVerbs = exclusiveVerbs
    }
}

/// All roles that there are.
public struct RoleDescriptions: Message {
    /// One entry each.
    public var roles: [RoleDescription]

    /// Creates the value from its parts.
    public init(roles: [RoleDescription]) {
        self.roles = roles
    }
}
