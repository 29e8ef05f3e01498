/// How the node stands with a colleague's device.
public enum PeerState: String, Kind {
    /// A session is open.
    case connected
    /// A dial or handshake is under way.
    case connecting
    /// The last try failed; the next one comes later.
    case waiting
    /// It was sighted and not dialled yet.
    case seen
    /// Nothing was heard of it lately.
    case away
}

/// How a peer was found.
public enum PeerOrigin: String, Kind {
    /// By mDNS on the local network.
    case multicast
    /// By an address in the configuration.
    case configured
    /// By an address that worked before.
    case remembered
    /// By another colleague's device.
    case introduced
    /// It called us.
    case incoming
}

/// A workplace or community that we and a peer have in common.
public struct PeerSpace: Message {
    /// Identifier of the space.
    public var id: String
    /// Name of the workplace or community.
    public var name: String
    /// Commits that the peer has and we don't.
    public var weLack: Int
    /// Commits that we have and the peer doesn't.
    public var theyLack: Int
    /// True when both hold the same.
    public var isInSync: Bool

    /// Creates the value from its parts.
    public init(id: String, name: String, weLack: Int = 0, theyLack: Int = 0, isInSync: Bool) {
        self.id = id
        self.name = name
        self.weLack = weLack
        self.theyLack = theyLack
        self.isInSync = isInSync
    }
}

/// A colleague's device as this node sees it.
public struct Peer: Message {
    /// Device identifier; the session's number for one that isn't known yet.
    public var id: String
    /// Whose device it is, once known.
    public var person: PersonName?
    /// The device, once known.
    public var device: DeviceName?
    /// How we stand with it.
    public var state: PeerState
    /// True when a session with it is kept; in a large workplace that is so with few, the neighbours,
    /// and the others are only known.
    public var isNeighbour: Bool
    /// How it was found.
    public var origin: PeerOrigin
    /// Address and port of the session, or the last one tried.
    public var address: String?
    /// Network interface of the session.
    public var interface: String?
    /// Round-trip time, milliseconds.
    public var roundTripMilliseconds: Double?
    /// Spaces in common.
    public var spaces: [PeerSpace]
    /// Bytes received from it.
    public var bytesReceived: Int64
    /// Bytes sent to it.
    public var bytesSent: Int64
    /// Commits received from it.
    public var commitsReceived: Int
    /// Commits sent to it.
    public var commitsSent: Int
    /// When the session began.
    public var connectedAt: Timestamp?
    /// When anything was last heard from it.
    public var lastContactAt: Timestamp?
    /// What last went wrong with it.
    public var lastError: String?
    /// When it is dialled again.
    public var nextTryAt: Timestamp?

    /// Creates the value from its parts.
    public init(
        id: String, person: PersonName? = nil, device: DeviceName? = nil, state: PeerState,
        isNeighbour: Bool = true, origin: PeerOrigin, address: String? = nil,
        interface: String? = nil,
        roundTripMilliseconds: Double? = nil, spaces: [PeerSpace] = [], bytesReceived: Int64 = 0,
        bytesSent: Int64 = 0, commitsReceived: Int = 0, commitsSent: Int = 0,
        connectedAt: Timestamp? = nil, lastContactAt: Timestamp? = nil, lastError: String? = nil,
        nextTryAt: Timestamp? = nil
    ) {
        self.id = id
        self.person = person
        self.device = device
        self.state = state
        self.isNeighbour = isNeighbour
        self.origin = origin
        self.address = address
        self.interface = interface
        self.roundTripMilliseconds = roundTripMilliseconds
        self.spaces = spaces
        self.bytesReceived = bytesReceived
        self.bytesSent = bytesSent
        self.commitsReceived = commitsReceived
        self.commitsSent = commitsSent
        self.connectedAt = connectedAt
        self.lastContactAt = lastContactAt
        self.lastError = lastError
        self.nextTryAt = nextTryAt
    }
}

/// All peers that this node knows, connected ones first.
public struct PeerList: Message {
    /// One entry each.
    public var peers: [Peer]
    /// Addresses from the configuration.
    public var staticPeers: [String]

    /// Creates the value from its parts.
    public init(peers: [Peer], staticPeers: [String] = []) {
        self.peers = peers
        self.staticPeers = staticPeers
    }
}

/// Names the peer whose holdings are asked for.
public struct HoldingsRequest: Message {
    /// Name of the person or device, short code or device identifier.
    public var peer: String

    /// Creates the value from its parts.
    public init(peer: String) {
        self.peer = peer
    }
}

/// One author's log as a peer and we hold it.
public struct HeldLog: Message {
    /// Identifier of the log.
    public var log: String
    /// Name of the person and device that write it, where known.
    public var author: String?
    /// Commits that the peer holds.
    public var theirs: Int
    /// Commits that we hold.
    public var ours: Int

    /// Creates the value from its parts.
    public init(log: String, author: String? = nil, theirs: Int, ours: Int) {
        self.log = log
        self.author = author
        self.theirs = theirs
        self.ours = ours
    }
}

/// What a peer holds of one space.
public struct HeldSpace: Message {
    /// Identifier of the space.
    public var id: String
    /// Name of the workplace or community.
    public var name: String
    /// Commits that the peer holds.
    public var theirs: Int
    /// Commits that we hold.
    public var ours: Int
    /// By log; logs that are equal on both sides may be left out.
    public var logs: [HeldLog]

    /// Creates the value from its parts.
    public init(id: String, name: String, theirs: Int, ours: Int, logs: [HeldLog] = []) {
        self.id = id
        self.name = name
        self.theirs = theirs
        self.ours = ours
        self.logs = logs
    }
}

/// What a peer holds, as far as this node knows.
public struct Holdings: Message {
    /// The peer.
    public var peer: Peer
    /// When the peer last told us.
    public var asOf: Timestamp?
    /// One entry for each space in common.
    public var spaces: [HeldSpace]

    /// Creates the value from its parts.
    public init(peer: Peer, asOf: Timestamp? = nil, spaces: [HeldSpace] = []) {
        self.peer = peer
        self.asOf = asOf
        self.spaces = spaces
    }
}

/// Names an address that is dialled without being discovered.
public struct StaticPeerRequest: Message {
    /// Host or address, with `:port` when it isn't the default one.
    public var address: String

    /// Creates the value from its parts.
    public init(address: String) {
        self.address = address
    }
}

/// Addresses that are dialled without being discovered.
public struct StaticPeers: Message {
    /// The addresses, in the order of the configuration.
    public var addresses: [String]

    /// Creates the value from its parts.
    public init(addresses: [String]) {
        self.addresses = addresses
    }
}
