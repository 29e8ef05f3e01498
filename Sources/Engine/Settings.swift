/// Everything about a node's behaviour that somebody may want to change.
public struct Settings: Sendable {
    /// The protocol versions that the node speaks.
    public var versions: ClosedRange<UInt32> = 1...1
    /// Name and version of the program, told to peers.
    public var software = "hearth"
    /// How long an attempt to reach one address may take.
    public var dialTimeout: Duration = .seconds(2)
    /// How long a peer may take from the first byte to a valid `Hello`.
    public var handshakeTimeout: Duration = .seconds(10)
    /// The mean time between two pings.
    public var keepAlive: Duration = .seconds(30)
    /// How long a peer may stay silent after a ping.
    public var answerTimeout: Duration = .seconds(15)
    /// How long a `Have` waits for more to say.
    public var announceDelay: Duration = .milliseconds(120)
    /// How long a wanted chunk may take before other peers are asked as well.
    public var requestTimeout: Duration = .seconds(30)
    /// How long a log that a peer didn't give, or that couldn't be stored, isn't asked for again.
    public var requestPause: Duration = .seconds(60)
    /// The first wait after a failed dial; it doubles with each failure.
    public var firstBackOff: Duration = .seconds(1)
    /// How long after a dial the same service, seen again, causes another one.
    public var sightingRest: Duration = .seconds(5)
    /// The longest wait between two dials.
    public var longestBackOff: Duration = .seconds(600)
    /// The first wait after a peer broke the protocol; a sighting doesn't shorten it.
    public var violationBackOff: Duration = .seconds(60)
    /// How long a session with a device that is out may take, to show it that it is.
    public var tellingTime: Duration = .seconds(60)
    /// Within this time after a session began, a second one counts as dialled at the same moment.
    public var simultaneousDial: Duration = .seconds(10)
    /// Accepted connections that haven't proved a device yet.
    public var halfOpenConnections = 64
    /// Sessions at one time.
    public var sessions = 128
    /// Addresses being dialled at one time.
    public var dials = 32
    /// Devices, services and addresses that are remembered for dialling.
    public var contacts = 1_024
    /// Peers that new commits of this node are pushed to; the others learn of them and ask.
    public var pushPeers = 12
    /// Useless or unknown things that a peer may send in a row.
    public var patience = 64
    /// Letters that a peer may send in one session.
    public var lettersPerSession = 256
    /// Chunks of files that one peer is asked for at a time: few, so that no post waits behind them.
    public var fileWindow = 4
    /// Attached files that are wanted at one time.
    public var wantedFiles = 64
    /// Colleagues that a peer may introduce in one session.
    public var introductionsPerSession = 4_096
    /// Codes that a peer may try in one session.
    public var knocksPerSession = 16

    /// The settings that the protocol recommends.
    public init() {}
}
