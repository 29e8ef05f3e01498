/// How a node uses the network.
public struct TransportSettings: Hashable, Sendable {
    /// The TCP port to listen on; 0 lets the system choose.
    public var port: UInt16 = 0
    /// The names of the interfaces to use; empty means all.
    public var interfaces: [String] = []
    /// Which addresses may be dialled and accepted.
    public var policy = AddressPolicy()
    /// IP TTL and IPv6 hop limit of outgoing packets: 1 keeps them in the local segment.
    public var hopLimit: UInt8 = 1
    /// Packets that arrive with less are dropped by the kernel; 0 lets all pass.
    ///
    /// With a hop limit of 1 nothing above 1 can be demanded. A site that sets `hopLimit` to 255
    /// sets this to 255 too: then a packet from beyond a router is never seen (RFC 5082).
    public var minimumHopLimit: UInt8 = 0
    /// How long a dial may take.
    public var connectTimeout: Duration = .seconds(2)
    /// Connections at one time, accepted and dialled.
    public var connections = 256
    /// Accepted connections at one time from one IP address.
    public var connectionsPerSource = 16
    /// Received bytes of one connection that wait for the engine; more stops reading it.
    public var incomingBytes = 1_048_576
    /// Bytes of one connection that wait to be sent; more closes it.
    public var outgoingBytes = 16_777_216
    /// Bytes waiting to be sent from which a connection counts as full.
    public var outgoingWatermark = 1_048_576

    /// The defaults: one hop, every interface, private addresses only.
    public init() {}
}
