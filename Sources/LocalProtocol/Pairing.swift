/// Which side of an invitation this node is.
public enum PairingRole: String, Kind {
    /// This node made the code.
    case inviter
    /// This node was given the code.
    case joiner
}

/// How far a pairing has come.
public enum PairingState: String, Kind {
    /// The inviter waits for somebody to use the code.
    case waiting
    /// The joiner looks for the inviter on the network.
    case searching
    /// Both have met and are agreeing on keys.
    case connecting
    /// Both screens show four words; this side's person is asked whether they are the same.
    case comparing
    /// This side's person has said yes; the other side's has not answered yet.
    case waitingForOther
    /// Both said yes: the newcomer belongs to the workplace.
    case joined
    /// One side said that the words differ; nothing was handed over.
    case refused
    /// The code is void: too old, used, or tried too often.
    case expired
    /// This side called it off.
    case cancelled
    /// Something broke; `problem` says what.
    case failed
}

/// Asks for an invitation code.
public struct InviteRequest: Message {
    /// How long the code is good for; 10 when absent, at most 10.
    public var minutes: Int?

    /// Creates the value from its parts.
    public init(minutes: Int? = nil) {
        self.minutes = minutes
    }
}

/// Asks to join the workplace that a code leads to.
public struct JoinRequest: Message {
    /// The code as read out by the inviter; case and spaces don't matter.
    public var code: String
    /// Address and port of the inviter, for networks without multicast.
    public var address: String?

    /// Creates the value from its parts.
    public init(code: String, address: String? = nil) {
        self.code = code
        self.address = address
    }
}

/// Names one running pairing.
public struct PairingReference: Message {
    /// Identifier of the pairing, from the answer that started it.
    public var id: String

    /// Creates the value from its parts.
    public init(id: String) {
        self.id = id
    }
}

/// What the person says about the four words.
public struct PairingVerdict: Message {
    /// Identifier of the pairing.
    public var id: String
    /// True when the words on both screens are the same.
    public var wordsMatch: Bool

    /// Creates the value from its parts.
    public init(id: String, wordsMatch: Bool) {
        self.id = id
        self.wordsMatch = wordsMatch
    }
}

/// An invitation seen from one side, from the code to membership.
public struct Pairing: Message {
    /// Identifier for the follow-up requests.
    public var id: String
    /// Which side this node is.
    public var role: PairingRole
    /// How far it has come.
    public var state: PairingState
    /// The code to read out; only on the inviter's side.
    public var code: String?
    /// When the code becomes void.
    public var expiresAt: Timestamp?
    /// The four words to compare, from `comparing` on.
    public var words: [String]
    /// What the other person calls themselves, from `comparing` on.
    public var otherName: String?
    /// Label of the other device, from `comparing` on.
    public var otherDevice: String?
    /// The workplace, for the joiner from `joined` on.
    public var workplace: WorkplaceName?
    /// How many wrong tries the code survives; only on the inviter's side.
    public var triesLeft: Int?
    /// Why it failed, was refused or expired.
    public var problem: ServiceError?
    /// What it is for, where that isn't to let a new colleague in.
    public var purpose: PairingPurpose?

    /// Creates the value from its parts.
    public init(
        id: String, role: PairingRole, state: PairingState, code: String? = nil,
        expiresAt: Timestamp? = nil, words: [String] = [], otherName: String? = nil,
        otherDevice: String? = nil, workplace: WorkplaceName? = nil, triesLeft: Int? = nil,
        problem: ServiceError? = nil, purpose: PairingPurpose? = nil
    ) {
        self.purpose = purpose
        self.id = id
        self.role = role
        self.state = state
        self.code = code
        self.expiresAt = expiresAt
        self.words = words
        self.otherName = otherName
        self.otherDevice = otherDevice
        self.workplace = workplace
        self.triesLeft = triesLeft
        self.problem = problem
    }
}
