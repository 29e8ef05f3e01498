/// What a connection is for: its first byte, sent by whoever dialled.
public enum Opening: UInt8, Equatable, Sendable {
    /// A session between two nodes of a workplace.
    case session = 1
    /// The admission of a newcomer.
    case pairing = 2

    /// What a connection with this first byte is for; `nil` if nobody knows.
    public static func kind(of firstByte: UInt8) -> Opening? { Opening(rawValue: firstByte) }
}

/// Which end of a connection somebody is.
public enum Role: UInt8, Equatable, Sendable, CaseIterable {
    /// The one who dialled.
    case initiator = 1
    /// The one who was called.
    case responder = 2

    /// The other end.
    public var other: Role { self == .initiator ? .responder : .initiator }
}
