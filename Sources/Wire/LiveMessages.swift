/// What nodes say about the graph of their sessions, and about the trees in it along which new commits
/// are pushed (chapter 07, sections 7 and 8).
///
/// Only peers that name the capability are told any of it.
public enum LiveMessage: Equatable, Sendable {
    /// Whether the sender counts the receiver among the peers that it keeps a session with.
    case neighbour(isWanted: Bool)
    /// Devices that the sender knows to be there.
    case acquaintances([Acquaintance])
    /// New commits of the space needn't be pushed to the sender.
    case prune(space: SpaceTag)
    /// New commits of the space are to be pushed to the sender again.
    case graft(space: SpaceTag)

    /// What a `Hello` names if its sender understands these messages.
    public static let capability = "gossip"
}

/// A device that somebody knows to be there, and how to reach it: hearsay until it proves itself.
public struct Acquaintance: Hashable, Sendable {
    /// The first eight bytes of the device's id.
    public var device: UInt64
    /// The DNS-SD instance under which it is visible; empty if it isn't.
    public var instance: String
    /// Where it can be reached, as `address:port`, for whoever doesn't see it.
    public var addresses: [String]

    /// Says where a device is.
    public init(device: UInt64, instance: String, addresses: [String] = []) {
        self.device = device
        self.instance = instance
        self.addresses = addresses
    }
}
