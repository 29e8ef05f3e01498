/// Asks the node to found a workplace.
public struct NewWorkplaceRequest: Message {
    /// Name of the workplace.
    public var name: String
    /// True to found it with a one-way door key; the answer holds its secret.
    public var hasDoorKey: Bool?

    /// Creates the value from its parts.
    public init(name: String, hasDoorKey: Bool? = nil) {
        self.name = name
        self.hasDoorKey = hasDoorKey
    }
}

/// The workplace of this home.
public struct Workplace: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `W-7F3KD`.
    public var code: String
    /// Name of the workplace.
    public var name: String
    /// Who founded it.
    public var founder: PersonName?
    /// When it was founded, by the founder's clock.
    public var foundedAt: Timestamp?
    /// How many people belong to it.
    public var people: Int
    /// How many devices belong to it.
    public var devices: Int
    /// How many communities it has.
    public var communities: Int
    /// The public key of the one-way door key, if the workplace has one.
    public var doorKey: String?
    /// The secret of the door key, in the answer to its founding only; it is kept nowhere.
    public var doorKeySecret: String?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, founder: PersonName? = nil,
        foundedAt: Timestamp? = nil, people: Int = 1, devices: Int = 1, communities: Int = 0,
        doorKey: String? = nil, doorKeySecret: String? = nil
    ) {
        self.doorKey = doorKey
        self.doorKeySecret = doorKeySecret
        self.id = id
        self.code = code
        self.name = name
        self.founder = founder
        self.foundedAt = foundedAt
        self.people = people
        self.devices = devices
        self.communities = communities
    }
}
