/// What a person is to the workplace.
public enum Standing: String, Kind {
    /// Nobody who belongs has vouched yet.
    case waiting
    /// The person belongs.
    case member
    /// The person has left.
    case left
}

/// What becomes of the words of somebody who leaves.
public enum LeaversWords: String, Kind {
    /// They stay under the name.
    case keep
    /// They stay, by "a former colleague".
    case former
    /// They are shown no longer.
    case erase
}

/// Names one person.
public struct PersonReference: Message {
    /// Name, short code or identifier.
    public var person: String

    /// Creates the value from its parts.
    public init(person: String) {
        self.person = person
    }
}

/// What happened to a person or a device.
public enum PersonStepKind: String, Kind {
    /// Somebody vouched: the person belongs.
    case admitted
    /// One more device.
    case deviceAdded
    /// A key that a shared terminal keeps.
    case keyHeld
    /// A recovery sheet.
    case sheetMade
    /// A device was revoked.
    case deviceRevoked
    /// Two colleagues gave the person a new device; all others are out.
    case recovered
    /// The person left, or two colleagues said so.
    case departed
    /// The workplace's door key said that the person left.
    case departedByDoorKey
    /// Somebody vouched again.
    case readmitted
}

/// One decision about a person; everybody sees it.
public struct PersonStep: Message {
    /// What happened.
    public var kind: PersonStepKind
    /// Who decided.
    public var by: [PersonName]
    /// When, by the decider's clock.
    public var at: Timestamp
    /// Short code of the device concerned.
    public var device: String?

    /// Creates the value from its parts.
    public init(kind: PersonStepKind, by: [PersonName], at: Timestamp, device: String? = nil) {
        self.kind = kind
        self.by = by
        self.at = at
        self.device = device
    }
}

/// One colleague's word that a person is back on a new computer.
public struct PendingRecovery: Message {
    /// Who is to be recovered.
    public var person: PersonName
    /// Who said so.
    public var by: [PersonName]
    /// Short code of the new device.
    public var device: String
    /// Four words that the new computer shows too.
    public var words: [String]

    /// Creates the value from its parts.
    public init(person: PersonName, by: [PersonName], device: String, words: [String]) {
        self.person = person
        self.by = by
        self.device = device
        self.words = words
    }
}

/// Colleagues' words that a person has left.
public struct PendingDeparture: Message {
    /// Who is said to have left.
    public var person: PersonName
    /// Who said so.
    public var by: [PersonName]
    /// From when on a colleague may confirm it; absent after only one word.
    public var confirmableAt: Timestamp?

    /// Creates the value from its parts.
    public init(person: PersonName, by: [PersonName], confirmableAt: Timestamp? = nil) {
        self.person = person
        self.by = by
        self.confirmableAt = confirmableAt
    }
}

/// A person with everything that everybody may know about how they belong.
public struct PersonDetails: Message {
    /// The person.
    public var person: Person
    /// What the person is to the workplace.
    public var standing: Standing
    /// What the person says about themselves; of somebody who left, the note of their handover.
    public var about: String?
    /// Short code of the person's handover.
    public var handover: String?
    /// Who compared four words with the person later.
    public var verifiedBy: [PersonName]
    /// For whom the person vouched.
    public var vouchedFor: [PersonName]
    /// All devices that ever were the person's.
    public var devices: [PersonDevice]
    /// What was decided about the person, the oldest first.
    public var history: [PersonStep]
    /// A recovery that one colleague spoke for.
    public var recovery: PendingRecovery?
    /// A departure that colleagues spoke for.
    public var departure: PendingDeparture?

    /// Creates the value from its parts.
    public init(
        person: Person, standing: Standing, about: String? = nil, verifiedBy: [PersonName] = [],
        vouchedFor: [PersonName] = [], devices: [PersonDevice] = [], history: [PersonStep] = [],
        recovery: PendingRecovery? = nil, departure: PendingDeparture? = nil
    ) {
        self.person = person
        self.standing = standing
        self.about = about
        self.verifiedBy = verifiedBy
        self.vouchedFor = vouchedFor
        self.devices = devices
        self.history = history
        self.recovery = recovery
        self.departure = departure
    }
}

/// Four words that two people who stand side by side compare.
public struct Comparison: Message {
    /// The other person.
    public var person: PersonName
    /// The words; the other screen must show the same.
    public var words: [String]

    /// Creates the value from its parts.
    public init(person: PersonName, words: [String]) {
        self.person = person
        self.words = words
    }
}

/// What a person says about four words.
public struct ComparisonVerdict: Message {
    /// Name, short code or identifier of the other person.
    public var person: String
    /// True when the words on both screens are the same.
    public var wordsMatch: Bool
    /// The words that were compared; refused if they are others by now.
    public var words: [String]

    /// Creates the value from its parts.
    public init(person: String, wordsMatch: Bool, words: [String]) {
        self.person = person
        self.wordsMatch = wordsMatch
        self.words = words
    }
}

/// What `hearth recover` begins with.
public struct RecoveryStart: Message {
    /// The first colleague's: a code for the new computer.
    public var pairing: Pairing?
    /// The second colleague's: the words to compare.
    public var pending: PendingRecovery?

    /// Creates the value from its parts.
    public init(pairing: Pairing? = nil, pending: PendingRecovery? = nil) {
        self.pairing = pairing
        self.pending = pending
    }
}

/// Says that somebody leaves.
public struct DepartRequest: Message {
    /// Who; the person of this home when absent.
    public var person: String?
    /// What becomes of the words; only for oneself.
    public var words: LeaversWords?
    /// Whom to ask from now on; only for oneself.
    public var handover: String?
    /// True to confirm what two colleagues said.
    public var confirms: Bool?
    /// The secret of the workplace's door key, in hexadecimal.
    public var doorKey: String?

    /// Creates the value from its parts.
    public init(
        person: String? = nil, words: LeaversWords? = nil, handover: String? = nil,
        confirms: Bool? = nil, doorKey: String? = nil
    ) {
        self.person = person
        self.words = words
        self.handover = handover
        self.confirms = confirms
        self.doorKey = doorKey
    }
}

/// What became of a word about a departure.
public struct DepartureAnswer: Message {
    /// Who is concerned.
    public var person: PersonName
    /// True when the person has left by this.
    public var hasLeft: Bool
    /// What is still missing.
    public var pending: PendingDeparture?
    /// How many connected colleagues know it already.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(
        person: PersonName, hasLeft: Bool, pending: PendingDeparture? = nil, durability: Durability
    ) {
        self.person = person
        self.hasLeft = hasLeft
        self.pending = pending
        self.durability = durability
    }
}

/// Departures that colleagues spoke for and that are not decided.
public struct DepartureList: Message {
    /// One entry each.
    public var departures: [PendingDeparture]

    /// Creates the value from its parts.
    public init(departures: [PendingDeparture]) {
        self.departures = departures
    }
}
