public import Wire

/// Somebody who may be a peer, and where.
public struct Sighting: Equatable, Sendable {
    /// How the node came to know of it.
    public enum Source: String, Hashable, Comparable, Sendable, CaseIterable {
        /// DNS-SD on the local network.
        case multicast
        /// An address in the configuration.
        case configured
        /// An address that worked before.
        case remembered
        /// An address that the peer told about itself in a session.
        case introduced
        /// The peer dialled.
        case incoming

        public static func < (left: Source, right: Source) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The DNS-SD instance name; empty unless the source is ``Source/multicast``.
    public var instance: String
    /// The discovery tag; checked if the source is ``Source/multicast``.
    public var tag: Bytes
    /// Where it listens.
    public var addresses: [Address]
    /// How the node came to know of it.
    public var source: Source
    /// The device, if it is known from before.
    public var device: DeviceID?

    /// A sighting by DNS-SD.
    public init(instance: String, tag: Bytes, addresses: [Address]) {
        self.instance = instance
        self.tag = tag
        self.addresses = addresses
        source = .multicast
        device = nil
    }

    /// A device whose addresses are known from an earlier run; see ``Node/remembered``.
    public init(device: DeviceID, addresses: [Address]) {
        instance = ""
        tag = []
        self.addresses = addresses
        source = .remembered
        self.device = device
    }
}
