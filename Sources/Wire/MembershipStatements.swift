/// Where a log ends for everybody.
public struct LogEnd: Hashable, Sendable {
    /// The log.
    public var log: LogID
    /// How many of its commits count.
    public var length: UInt64

    /// Names an end.
    public init(log: LogID, length: UInt64) {
        self.log = log
        self.length = length
    }
}

/// What a device of a person is.
public enum DeviceUse: Equatable, Sendable {
    /// A computer with a node on it.
    case computer
    /// A recovery sheet: the key exists on paper only.
    case sheet
    /// A key that a shared terminal keeps for the person.
    case held
    /// A shared terminal itself; only the founding of one says so.
    case kiosk
    /// A use of a later version; it counts as a computer.
    case unknown
}

/// One more device of the author's person.
public struct DeviceAddition: Equatable, Sendable {
    /// The device's public keys.
    public var card: DeviceCard
    /// What the device is.
    public var use: DeviceUse
    /// The new device's signature over the workplace and the person: it wants to be added.
    public var acceptance: Bytes64
    /// The terminal that keeps a held key.
    public var hosting: Hosting?

    /// Makes an addition.
    public init(
        card: DeviceCard, use: DeviceUse, acceptance: Bytes64, hosting: Hosting? = nil
    ) {
        self.card = card
        self.use = use
        self.acceptance = acceptance
        self.hosting = hosting
    }
}

/// One colleague's word that a new device is a person's and that the former ones are lost.
public struct Recovery: Equatable, Sendable {
    /// Who is recovered.
    public var person: PersonID
    /// The new device's public keys.
    public var card: DeviceCard
    /// The new device's signature over the workplace and the person.
    public var acceptance: Bytes64
    /// Where the person's logs in the workplace end.
    public var ends: [LogEnd]
    /// The terminal that keeps the new device's key, if one does.
    public var hosting: Hosting?

    /// Makes a recovery.
    public init(
        person: PersonID, card: DeviceCard, acceptance: Bytes64, ends: [LogEnd],
        hosting: Hosting? = nil
    ) {
        self.person = person
        self.card = card
        self.acceptance = acceptance
        self.ends = ends
        self.hosting = hosting
    }
}

/// What becomes of the words of somebody who leaves.
public enum LeaversWords: Equatable, Sendable {
    /// They stay under the name.
    case keepName
    /// They stay, written by "a former colleague".
    case formerColleague
    /// They are no longer shown.
    case erase
    /// Nothing was decided, or by a later version: the name stays.
    case unknown
}

/// A person leaves the workplace, or is said to have left.
public struct Departure: Equatable, Sendable {
    /// The one-way door key's word for it.
    public struct Door: Hashable, Sendable {
        /// Random: one signature counts once.
        public var nonce: Bytes16
        /// The door key's signature over workplace, person and nonce.
        public var signature: Bytes64

        /// Names a door's word.
        public init(nonce: Bytes16, signature: Bytes64) {
            self.nonce = nonce
            self.signature = signature
        }
    }

    /// Who leaves.
    public var person: PersonID
    /// What becomes of the words; only the person decides that.
    public var words: LeaversWords
    /// Where the person's logs in the workplace end.
    public var ends: [LogEnd]
    /// Set if the door key says so.
    public var door: Door?

    /// Makes a departure.
    public init(person: PersonID, words: LeaversWords, ends: [LogEnd], door: Door? = nil) {
        self.person = person
        self.words = words
        self.ends = ends
        self.door = door
    }
}

/// One generation of a space's key, sealed for devices.
public struct KeySealing: Equatable, Sendable {
    /// The key for one device.
    public struct Recipient: Hashable, Sendable {
        /// The device.
        public var device: DeviceID
        /// The key in a sealed box for the device's X25519 key.
        public var box: Bytes

        /// Names a recipient.
        public init(device: DeviceID, box: Bytes) {
            self.device = device
            self.box = box
        }
    }

    /// Whose key it is; `nil` for the space that the statement stands in.
    public var space: SpaceID?
    /// Counts the generations from 1.
    public var generation: UInt64
    /// The name of the key.
    public var epoch: EpochID
    /// For whom it is sealed; some may be made up, so that their number says little.
    public var recipients: [Recipient]

    /// Makes a sealing.
    public init(
        space: SpaceID? = nil, generation: UInt64, epoch: EpochID, recipients: [Recipient]
    ) {
        self.space = space
        self.generation = generation
        self.epoch = epoch
        self.recipients = recipients
    }
}

/// An invitation by a code: whoever knows the code of the token may come in.
public struct InvitationTerms: Hashable, Sendable {
    /// Derived from the code.
    public var token: Bytes16
    /// How many people may use it.
    public var uses: UInt32
    /// Until when members accept it, in milliseconds since 1970.
    public var expires: Int64

    /// Makes an invitation.
    public init(token: Bytes16, uses: UInt32, expires: Int64) {
        self.token = token
        self.uses = uses
        self.expires = expires
    }
}
