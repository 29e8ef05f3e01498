public import Wire

/// How this node stands with one peer, or with a service that may become one.
public struct PeerReport: Equatable, Sendable {
    /// How far the two are.
    public enum State: Equatable, Sendable {
        /// Sighted; not dialled yet.
        case seen
        /// An address is being dialled.
        case dialling
        /// Connected; the handshake isn't finished.
        case handshaking
        /// In a session.
        case connected
        /// The next dial waits.
        case waiting
        /// No way to reach it is known.
        case away
    }

    /// How one space stands between the two.
    public struct Space: Equatable, Sendable {
        /// The space.
        public var space: SpaceID
        /// Commits that the peer has and this node lacks.
        public var weLack: UInt64
        /// Commits that this node has and the peer lacks.
        public var theyLack: UInt64
        /// Whether the two frontiers were compared and everything is the same.
        public var isInSync: Bool
        /// Logs of which the two have different commits under one sequence.
        public var forks: Int
        /// Commits received of those that the peer announced, while a transfer runs.
        public var progress: Progress?
    }

    /// How much of a transfer has come.
    public struct Progress: Equatable, Sendable {
        /// Commits received.
        public var received: UInt64
        /// Commits announced.
        public var expected: UInt64
        /// Bytes announced.
        public var expectedBytes: UInt64
    }

    /// The device, once it has proved itself or was known before.
    public var device: DeviceID?
    /// The person, as the workplace knows or the device says.
    public var person: PersonID?
    /// The person's name, if the workplace knows the device.
    public var name: String?
    /// Whether the workplace knows the device.
    public var isMember: Bool
    /// The program that the peer runs.
    public var software: String?
    /// The session, or the attempt at one.
    public var connection: ConnectionID?
    /// Whether this node dialled the session.
    public var isDialled: Bool
    /// Where the peer is, or was last.
    public var address: Address?
    /// How it was found.
    public var sources: [Sighting.Source]
    /// How far the two are.
    public var state: State
    /// Whether a session with it is kept: everybody's in a small workplace, and those of neighbours
    /// in a large one, where others are only known.
    public var isNeighbour: Bool
    /// From ping to pong, the last time.
    public var roundTrip: Duration?
    /// How far the peer's wall clock is ahead of this node's.
    public var clockOffset: Duration?
    /// The spaces in common.
    public var spaces: [Space]
    /// Bytes received from it since this node started.
    public var bytesReceived: UInt64
    /// Bytes sent to it since this node started.
    public var bytesSent: UInt64
    /// Commits received from it since this node started, useless ones included.
    public var commitsReceived: UInt64
    /// Commits sent to it since this node started.
    public var commitsSent: UInt64
    /// When the session began.
    public var connectedSince: Instant?
    /// When it last sent anything.
    public var lastContact: Instant?
    /// How the last session or attempt ended.
    public var lastEnding: Ending?
    /// When it is dialled next.
    public var nextDial: Instant?
}

/// How far a peer has one log, compared with this node.
public struct Holding: Hashable, Sendable {
    /// The log; `nil` if this node doesn't have it.
    public var log: LogID?
    /// The first eight bytes of the log's id.
    public var prefix: UInt64
    /// Commits that the peer has.
    public var theirs: UInt64
    /// Commits that this node has.
    public var ours: UInt64
}
