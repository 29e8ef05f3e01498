public import Merge
public import Wire

/// Who writes a log: a person by one of their devices, in a capacity.
public struct Writer: Hashable, Comparable, Sendable {
    /// The person.
    public let person: PersonID
    /// The device.
    public let device: DeviceID
    /// In which capacity, as the log's binding says.
    public let role: LogRole

    /// Makes a writer.
    public init(person: PersonID, device: DeviceID, role: LogRole = .computer) {
        self.person = person
        self.device = device
        self.role = role
    }

    public static func < (left: Writer, right: Writer) -> Bool {
        (left.person, left.device, left.role) < (right.person, right.device, right.role)
    }

    /// The same, counting nowhere, where the capacity doesn't permit a record to be created.
    public func creating(_ creation: Creation) -> Writer {
        Rights.permits(role, creating: creation)
            ? self : Writer(person: person, device: device, role: .unknown)
    }
}

/// When and where something was written: the total order in which the last writer wins.
public typealias WriteStamp = Stamp<LogID>
