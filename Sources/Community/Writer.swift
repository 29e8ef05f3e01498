public import Merge
public import Wire

/// Who writes a log: a person by one of their devices.
public struct Writer: Hashable, Comparable, Sendable {
    /// The person.
    public let person: PersonID
    /// The device.
    public let device: DeviceID

    /// Makes a writer.
    public init(person: PersonID, device: DeviceID) {
        self.person = person
        self.device = device
    }

    public static func < (left: Writer, right: Writer) -> Bool {
        (left.person, left.device) < (right.person, right.device)
    }
}

/// When and where something was written: the total order in which the last writer wins.
public typealias WriteStamp = Stamp<LogID>
