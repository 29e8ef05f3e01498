/// Who can see a community and come in.
public enum CommunityVisibility: String, Kind {
    /// Everybody in the workplace can read and join.
    case open
    /// Everybody sees the name; a member lets people in.
    case listed
    /// Only members know that it exists.
    case `private`
}

/// Names a colleague who shall come into a community.
public struct AdmissionRequest: Message {
    /// Short code, identifier or name of the community.
    public var community: String
    /// Name, short code or identifier of the colleague.
    public var person: String

    /// Creates the value from its parts.
    public init(community: String, person: String) {
        self.community = community
        self.person = person
    }
}

/// Asks for a code that lets people into a community.
public struct CodeRequest: Message {
    /// Short code, identifier or name of the community.
    public var community: String
    /// How many people may use it; one when absent.
    public var uses: Int?
    /// How many days it counts; 14 when absent.
    public var days: Int?

    /// Creates the value from its parts.
    public init(community: String, uses: Int? = nil, days: Int? = nil) {
        self.community = community
        self.uses = uses
        self.days = days
    }
}

/// A code that lets people into a community, to write on paper.
public struct DoorCode: Message {
    /// The code, such as `7K3M-XQ9A-00ZT-5BCD`.
    public var code: String
    /// The community.
    public var community: CommunityName
    /// How many people may use it.
    public var uses: Int
    /// Until when it counts.
    public var expiresAt: Timestamp

    /// Creates the value from its parts.
    public init(code: String, community: CommunityName, uses: Int, expiresAt: Timestamp) {
        self.code = code
        self.community = community
        self.uses = uses
        self.expiresAt = expiresAt
    }
}

/// A code that somebody got from a colleague.
public struct TypedCode: Message {
    /// The code; dashes and the case of letters don't matter.
    public var code: String

    /// Creates the value from its parts.
    public init(code: String) { self.code = code }
}

/// Names an invitation that came.
public struct InvitationReference: Message {
    /// Identifier of the invitation, or name of its community.
    public var invitation: String

    /// Creates the value from its parts.
    public init(invitation: String) { self.invitation = invitation }
}

/// An invitation that came and waits for an answer.
public struct ReceivedInvitation: Message {
    /// Identifier of the invitation.
    public var id: String
    /// Name of the community.
    public var name: String
    /// Who invites.
    public var from: PersonName
    /// When it came.
    public var arrivedAt: Timestamp

    /// Creates the value from its parts.
    public init(id: String, name: String, from: PersonName, arrivedAt: Timestamp) {
        self.id = id
        self.name = name
        self.from = from
        self.arrivedAt = arrivedAt
    }
}

/// Invitations that came, and how many typed codes wait.
public struct InvitationList: Message {
    /// The invitations, the oldest first.
    public var invitations: [ReceivedInvitation]
    /// How many codes were typed here that no member's computer has answered yet.
    public var waitingCodes: Int

    /// Creates the value from its parts.
    public init(invitations: [ReceivedInvitation], waitingCodes: Int) {
        self.invitations = invitations
        self.waitingCodes = waitingCodes
    }
}

/// What became of an invitation or a code.
public struct InvitationAnswer: Message {
    /// Name of the community; absent while a code waits for a member's computer.
    public var name: String?
    /// True when the way in is open; the community comes as soon as a member is connected.
    public var isAccepted: Bool

    /// Creates the value from its parts.
    public init(name: String? = nil, isAccepted: Bool) {
        self.name = name
        self.isAccepted = isAccepted
    }
}

/// How the key of a community stands.
public struct KeyReport: Message {
    /// The community.
    public var community: CommunityName
    /// The generation that is written with.
    public var generation: Int64
    /// How many generations are known here.
    public var generations: Int
    /// When it was made, by its maker's clock; absent for the first of an open community.
    public var since: Timestamp?
    /// True when a new key is due, because somebody who is out has this one.
    public var isDue: Bool
    /// Who has the key and is out, by name.
    public var outsiders: [PersonName]
    /// Who should have a generation and was not given it yet, by name.
    public var lacking: [PersonName]
    /// When this node will do what is due, unless another one does it before.
    public var nextTryAt: Timestamp?

    /// Creates the value from its parts.
    public init(
        community: CommunityName, generation: Int64, generations: Int, since: Timestamp? = nil,
        isDue: Bool = false, outsiders: [PersonName] = [], lacking: [PersonName] = [],
        nextTryAt: Timestamp? = nil
    ) {
        self.community = community
        self.generation = generation
        self.generations = generations
        self.since = since
        self.isDue = isDue
        self.outsiders = outsiders
        self.lacking = lacking
        self.nextTryAt = nextTryAt
    }
}
