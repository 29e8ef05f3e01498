// People who have no computer at work: slips of paper, and shared terminals.

/// How somebody agreed to be noted by a colleague.
public enum ConsentKind: String, Kind {
    /// They said so.
    case spoken
    /// They typed their PIN.
    case pin
    /// They showed their card.
    case card
    /// They signed a sheet of paper.
    case paper
    /// They typed the words themselves at a shared terminal.
    case kiosk
}

/// Notes somebody who has no computer at work.
public struct NoteUnclaimedRequest: Message {
    /// What they are called.
    public var name: String
    /// Where they work.
    public var site: String?
    /// How they agreed.
    public var consent: ConsentKind

    /// Creates the value from its parts.
    public init(name: String, site: String? = nil, consent: ConsentKind) {
        self.name = name
        self.site = site
        self.consent = consent
    }
}

/// Somebody without a computer of whom a colleague has noted the name.
public struct UnclaimedPerson: Message {
    /// Full identifier of the record.
    public var id: String
    /// Short code such as `UP-7F3KD`.
    public var code: String
    /// What they are called; absent once the name was taken off.
    public var name: String?
    /// Where they work.
    public var site: String?
    /// How they agreed.
    public var consent: String
    /// Who noted it.
    public var scribe: PersonName
    /// When.
    public var notedAt: Timestamp
    /// The person who has shown the slip.
    public var claimedBy: PersonName?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String? = nil, site: String? = nil, consent: String,
        scribe: PersonName, notedAt: Timestamp, claimedBy: PersonName? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.site = site
        self.consent = consent
        self.scribe = scribe
        self.notedAt = notedAt
        self.claimedBy = claimedBy
    }
}

/// Somebody who was noted, with the slip for them.
public struct UnclaimedSaved: Message {
    /// Who was noted.
    public var person: UnclaimedPerson
    /// The code for their slip of paper; it is shown once and kept nowhere.
    public var slip: String

    /// Creates the value from its parts.
    public init(person: UnclaimedPerson, slip: String) {
        self.person = person
        self.slip = slip
    }
}

/// The people without a computer who were noted, the oldest first.
public struct UnclaimedList: Message {
    /// One entry for each.
    public var people: [UnclaimedPerson]

    /// Creates the value from its parts.
    public init(people: [UnclaimedPerson]) {
        self.people = people
    }
}

/// A shared terminal as it looks to whoever stands before it.
public struct KioskShown: Message {
    /// The terminal.
    public var kiosk: PersonName
    /// The people whose keys it keeps, by name.
    public var people: [KioskPerson]

    /// Creates the value from its parts.
    public init(kiosk: PersonName, people: [KioskPerson]) {
        self.kiosk = kiosk
        self.people = people
    }
}

/// Somebody whose key a terminal keeps.
public struct KioskPerson: Message {
    /// Who it is.
    public var person: PersonName
    /// Whether they can sign in with a PIN.
    public var hasPIN: Bool
    /// Whether they can sign in with a card.
    public var hasCard: Bool
    /// Whether something is new for them; what it is shows after signing in.
    public var hasNews: Bool
    /// Until when no PIN is taken, after wrong ones.
    public var lockedUntil: Timestamp?
    /// The four words that a colleague, or the person at their computer, compares before the key is
    /// theirs; absent once it is.
    public var words: [String]?
    /// Whether the key was put out, so that it is of no use any more.
    public var isOut: Bool

    /// Creates the value from its parts.
    public init(
        person: PersonName, hasPIN: Bool, hasCard: Bool, hasNews: Bool = false,
        lockedUntil: Timestamp? = nil, words: [String]? = nil, isOut: Bool = false
    ) {
        self.person = person
        self.hasPIN = hasPIN
        self.hasCard = hasCard
        self.hasNews = hasNews
        self.lockedUntil = lockedUntil
        self.words = words
        self.isOut = isOut
    }
}

/// Begins at a terminal with a slip of paper.
public struct ShowSlipRequest: Message {
    /// The code on the slip.
    public var slip: String
    /// What they want to be called; absent for the name that a colleague has noted.
    public var name: String?
    /// Where they work.
    public var site: String?
    /// The PIN that they choose, 4 to 12 digits; absent for a card alone.
    public var pin: String?

    /// Creates the value from its parts.
    public init(slip: String, name: String? = nil, site: String? = nil, pin: String? = nil) {
        self.slip = slip
        self.name = name
        self.site = site
        self.pin = pin
    }
}

/// Offers, at a terminal, to keep a key for somebody who belongs already.
public struct OfferKeyRequest: Message {
    /// Name, short code or identifier.
    public var person: String
    /// The PIN that they choose, 4 to 12 digits; absent for a card alone.
    public var pin: String?

    /// Creates the value from its parts.
    public init(person: String, pin: String? = nil) {
        self.person = person
        self.pin = pin
    }
}

/// A key that a terminal keeps from now on.
public struct HeldKeyMade: Message {
    /// Whose it is, or wants to be.
    public var person: PersonName
    /// The code for their card; it is shown once and kept nowhere.
    public var card: String
    /// The session that has begun; absent while the key waits for a word.
    public var session: KioskSession?
    /// The four words to compare where the key waits for a word.
    public var words: [String]?

    /// Creates the value from its parts.
    public init(
        person: PersonName, card: String, session: KioskSession? = nil, words: [String]? = nil
    ) {
        self.person = person
        self.card = card
        self.session = session
        self.words = words
    }
}

/// Signs in at a terminal: with a name and a PIN, or with a card.
public struct SignInRequest: Message {
    /// Name, short code or identifier; not needed with a card.
    public var person: String?
    /// The PIN.
    public var pin: String?
    /// The code on the card.
    public var card: String?

    /// Creates the value from its parts.
    public init(person: String? = nil, pin: String? = nil, card: String? = nil) {
        self.person = person
        self.pin = pin
        self.card = card
    }
}

/// Somebody who is signed in at a terminal.
public struct KioskSession: Message {
    /// What requests carry in the header `Hearth-Session`.
    public var token: String
    /// Who it is.
    public var person: PersonName
    /// Seconds without a request after which a page asks whether somebody is still there.
    public var promptSeconds: Int
    /// Seconds without a request after which the session ends.
    public var idleSeconds: Int

    /// Creates the value from its parts.
    public init(token: String, person: PersonName, promptSeconds: Int, idleSeconds: Int) {
        self.token = token
        self.person = person
        self.promptSeconds = promptSeconds
        self.idleSeconds = idleSeconds
    }
}

/// Chooses another PIN, or none.
public struct ChangePINRequest: Message {
    /// The new PIN, 4 to 12 digits; absent to sign in with the card alone.
    public var pin: String?

    /// Creates the value from its parts.
    public init(pin: String? = nil) {
        self.pin = pin
    }
}

/// A new card; the one before opens nothing any more.
public struct CardMade: Message {
    /// Whose it is.
    public var person: PersonName
    /// The code; it is shown once and kept nowhere.
    public var card: String

    /// Creates the value from its parts.
    public init(person: PersonName, card: String) {
        self.person = person
        self.card = card
    }
}

/// A key that a terminal keeps and that wants to be somebody's.
public struct KeyOfferShown: Message {
    /// Whose it wants to be.
    public var person: PersonName
    /// The terminal.
    public var kiosk: PersonName
    /// The four words that the terminal's screen shows, too.
    public var words: [String]
    /// Colleagues who have given their word for it.
    public var spokenBy: [PersonName]

    /// Creates the value from its parts.
    public init(
        person: PersonName, kiosk: PersonName, words: [String], spokenBy: [PersonName] = []
    ) {
        self.person = person
        self.kiosk = kiosk
        self.words = words
        self.spokenBy = spokenBy
    }
}

/// Keys that wait for a word.
public struct KeyOfferList: Message {
    /// One entry for each.
    public var offers: [KeyOfferShown]

    /// Creates the value from its parts.
    public init(offers: [KeyOfferShown]) {
        self.offers = offers
    }
}

/// Which person a request is made for at a shared terminal, where it isn't the terminal itself.
///
/// The server of the local API takes it from the header `Hearth-Session`.
public enum CallerSession {
    /// The token that came with ``SignInRequest``; `nil` outside of a session.
    @TaskLocal public static var token: String?
    /// The header that carries it.
    public static let header = "Hearth-Session"
}
