public import Wire

/// A device that the workplace knows: one that may have every space it has the keys of.
public struct Member: Hashable, Sendable {
    /// The device.
    public var device: DeviceID
    /// Whose it is.
    public var person: PersonID
    /// The person's name, to show.
    public var name: String

    /// Makes a member.
    public init(device: DeviceID, person: PersonID, name: String) {
        self.device = device
        self.person = person
        self.name = name
    }
}
