/// What a pairing is for, from the inviter's side.
public enum PairingPurpose: String, Kind {
    /// Somebody new comes in.
    case colleague
    /// One more computer of the inviter.
    case device
    /// A computer that a recovery sheet speaks for.
    case sheet
    /// A colleague who lost all computers is back.
    case recovery
}

/// What a device of a person is.
public enum DeviceKind: String, Kind {
    /// A computer with a node on it.
    case computer
    /// A recovery sheet: a key on paper.
    case sheet
    /// A key that a shared terminal keeps.
    case held
}

/// A device of a person.
public struct PersonDevice: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `D-7F3KD2`.
    public var code: String
    /// Label that its owner gave it.
    public var name: String
    /// What it is.
    public var kind: DeviceKind
    /// True while it may act for the person.
    public var isIn: Bool
    /// True for the device that answers.
    public var isThis: Bool
    /// When it was added; absent for the first one.
    public var since: Timestamp?
    /// When it was revoked, or the person left or was recovered.
    public var removedAt: Timestamp?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, kind: DeviceKind, isIn: Bool, isThis: Bool = false,
        since: Timestamp? = nil, removedAt: Timestamp? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.isIn = isIn
        self.isThis = isThis
        self.since = since
        self.removedAt = removedAt
    }
}

/// The devices of the person of this home, the oldest first.
public struct DeviceList: Message {
    /// Whose they are.
    public var person: PersonName
    /// One entry each.
    public var devices: [PersonDevice]

    /// Creates the value from its parts.
    public init(person: PersonName, devices: [PersonDevice]) {
        self.person = person
        self.devices = devices
    }
}

/// Asks to make this computer one more device of a person.
public struct JoinDeviceRequest: Message {
    /// The code of `hearth device add`, or, with a sheet, of a colleague's `hearth invite`.
    public var code: String
    /// Address and port of the other computer, for networks without multicast.
    public var address: String?
    /// Label of this computer; the host's name when absent.
    public var deviceName: String?
    /// The 24 words of the person's recovery sheet, if it shall speak for this computer.
    public var sheetWords: String?
    /// True to revoke all other computers of the person as well; with a sheet only.
    public var revokesOthers: Bool?

    /// Creates the value from its parts.
    public init(
        code: String, address: String? = nil, deviceName: String? = nil, sheetWords: String? = nil,
        revokesOthers: Bool? = nil
    ) {
        self.code = code
        self.address = address
        self.deviceName = deviceName
        self.sheetWords = sheetWords
        self.revokesOthers = revokesOthers
    }
}

/// Names one device of the person of this home.
public struct DeviceReference: Message {
    /// Label, short code or identifier.
    public var device: String

    /// Creates the value from its parts.
    public init(device: String) {
        self.device = device
    }
}

/// Gives a device of the person another label.
public struct RenameDeviceRequest: Message {
    /// Label, short code or identifier.
    public var device: String
    /// The new label.
    public var name: String

    /// Creates the value from its parts.
    public init(device: String, name: String) {
        self.device = device
        self.name = name
    }
}

/// What a revocation did.
public struct DeviceRevoked: Message {
    /// The device, which is out now.
    public var device: PersonDevice
    /// Logs of the device in the workplace that were given an end.
    public var endedLogs: Int
    /// How many connected colleagues know it already.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(device: PersonDevice, endedLogs: Int, durability: Durability) {
        self.device = device
        self.endedLogs = endedLogs
        self.durability = durability
    }
}

/// A new recovery sheet; it is shown once and kept nowhere.
public struct RecoverySheet: Message {
    /// Whose it is.
    public var person: PersonName
    /// In which workplace it is good.
    public var workplace: WorkplaceName
    /// Short code of the sheet in the list of devices.
    public var code: String
    /// The 24 words.
    public var words: [String]
    /// When it was made.
    public var madeAt: Timestamp

    /// Creates the value from its parts.
    public init(
        person: PersonName, workplace: WorkplaceName, code: String, words: [String],
        madeAt: Timestamp
    ) {
        self.person = person
        self.workplace = workplace
        self.code = code
        self.words = words
        self.madeAt = madeAt
    }
}
