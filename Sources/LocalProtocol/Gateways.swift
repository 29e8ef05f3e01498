/// How the gateway stands: the pages that everybody on the local network may read.
public enum GatewayState: String, Kind {
    /// Nobody wants it open.
    case off
    /// It listens.
    case open
    /// The policy of this machine keeps it shut.
    case forbidden
    /// It is to listen and can't.
    case failing
    /// It was told to listen a moment ago.
    case starting
}

/// The gateway of this computer.
public struct GatewayReport: Message {
    /// How it stands.
    public var state: GatewayState
    /// Its TCP port.
    public var port: Int
    /// Where people find its first page, the best address first; none unless it is open.
    public var addresses: [String]
    /// The names of this computer that may stand in an address.
    public var names: [String]
    /// Why it is shut, in a sentence, unless nobody wants it open.
    public var reason: String?

    /// Creates the value from its parts.
    public init(
        state: GatewayState, port: Int, addresses: [String] = [], names: [String] = [],
        reason: String? = nil
    ) {
        self.state = state
        self.port = port
        self.addresses = addresses
        self.names = names
        self.reason = reason
    }
}

/// Opens or shuts the gateway.
public struct GatewayRequest: Message {
    /// Whether it shall be open from now on.
    public var isOpen: Bool

    /// Creates the value.
    public init(isOpen: Bool) { self.isOpen = isOpen }
}
