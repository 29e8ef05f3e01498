/// How the gateway shall listen: the server of pages for phones on the local network.
public struct GatewayPlan: Sendable {
    /// An address at one end of a connection, as the kernel gives it.
    public struct End: Hashable, Sendable {
        /// The address in numbers, such as `10.0.0.7`, without brackets, zone and port.
        public var host: String
        /// The index of the interface of a link-local address; 0 for others.
        public var scope: UInt32

        /// Creates the value from its parts.
        public init(host: String, scope: UInt32) {
            self.host = host
            self.scope = scope
        }
    }

    /// The TCP port; 0 for any free one.
    public var port: UInt16
    /// Names of this computer that a request may address, besides the address that it reached: in
    /// lower case.
    public var names: [String]
    /// IP TTL and IPv6 hop limit of outgoing packets: 1 keeps them in the local segment.
    public var hopLimit: UInt8
    /// Whether a connection may be, by its far end and its end on this computer.
    public var admits: @Sendable (_ remote: End, _ local: End) -> Bool

    /// Creates the value from its parts.
    public init(
        port: UInt16, names: [String], hopLimit: UInt8,
        admits: @escaping @Sendable (_ remote: End, _ local: End) -> Bool
    ) {
        self.port = port
        self.names = names
        self.hopLimit = hopLimit
        self.admits = admits
    }
}

/// What became of a ``GatewayPlan``.
public enum GatewayOutcome: Equatable, Sendable {
    /// It is shut: nothing listens.
    case shut
    /// It listens on a TCP port.
    case open(port: UInt16)
    /// It can't listen: the reason, in words.
    case failed(reason: String)
}

/// What decides whether the gateway is open, for the server that carries it out.
public protocol GatewayControl: Sendable {
    /// What holds from now on, at once and after every change; `nil` to be shut. For one reader.
    var gatewayPlans: AsyncStream<GatewayPlan?> { get }
    /// Takes note of what became of the plan that came last.
    func gatewayBecame(_ outcome: GatewayOutcome)
}
