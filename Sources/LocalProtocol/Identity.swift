/// Asks the node to create the person who lives in this home.
public struct InitializeRequest: Message {
    /// Name of the person, as colleagues will read it.
    public var name: String
    /// Label of this device; the host's name when absent.
    public var deviceName: String?
    /// Whether this is a shared terminal, named after its place, and nobody's computer.
    public var isKiosk: Bool?

    /// Creates the value from its parts.
    public init(name: String, deviceName: String? = nil, isKiosk: Bool? = nil) {
        self.name = name
        self.deviceName = deviceName
        self.isKiosk = isKiosk
    }
}

/// The person and the device of this home.
public struct Identity: Message {
    /// Who lives here.
    public var person: PersonName
    /// This device.
    public var device: DeviceName
    /// The workplace, once there is one.
    public var workplace: WorkplaceName?
    /// Colleagues who vouched for this person.
    public var vouchedBy: [PersonName]
    /// Communities that the person is a member of.
    public var communities: [CommunityName]
    /// While one colleague has spoken for this computer and a second one has not: four words that
    /// the second one compares.
    public var recoveryWords: [String]?
    /// Why nothing can be written here any more, and what to do.
    public var closedBecause: String?

    /// Creates the value from its parts.
    public init(
        person: PersonName, device: DeviceName, workplace: WorkplaceName? = nil,
        vouchedBy: [PersonName] = [], communities: [CommunityName] = [],
        recoveryWords: [String]? = nil, closedBecause: String? = nil
    ) {
        self.recoveryWords = recoveryWords
        self.closedBecause = closedBecause
        self.person = person
        self.device = device
        self.workplace = workplace
        self.vouchedBy = vouchedBy
        self.communities = communities
    }
}

/// A colleague as listed by `hearth people`.
public struct Person: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `U-7F3KD`.
    public var code: String
    /// Name as the person writes it.
    public var name: String
    /// True for the person of this home.
    public var isSelf: Bool
    /// True once a member has vouched for the person.
    public var isAdmitted: Bool
    /// True for a shared terminal, which is a place and no human.
    public var isKiosk: Bool?
    /// Devices that are bound to the person.
    public var devices: [DeviceName]
    /// Who vouched for the person.
    public var vouchedBy: [PersonName]
    /// When the person was admitted.
    public var since: Timestamp?
    /// True while one of the person's devices is connected to this one.
    public var isConnected: Bool

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, isSelf: Bool = false, isAdmitted: Bool = true,
        isKiosk: Bool? = nil, devices: [DeviceName] = [], vouchedBy: [PersonName] = [],
        since: Timestamp? = nil,
        isConnected: Bool = false
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.isSelf = isSelf
        self.isAdmitted = isAdmitted
        self.isKiosk = isKiosk
        self.devices = devices
        self.vouchedBy = vouchedBy
        self.since = since
        self.isConnected = isConnected
    }
}

/// All people of the workplace, by name.
public struct PeopleList: Message {
    /// One entry each.
    public var people: [Person]

    /// Creates the value from its parts.
    public init(people: [Person]) {
        self.people = people
    }
}
