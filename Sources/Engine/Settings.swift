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
    /// Up to so many others a node keeps a session with everybody, and new commits are pushed to
    /// all; more are met through neighbours.
    public var meshPeers = 12
    /// Down to so many others a node that met more goes on with neighbours: with one limit for both
    /// ways a single colleague who comes and goes would have everybody meet everybody each time.
    public var neighbourPeers = 9
    /// Nearest others that are kept as neighbours beside the two on the ring.
    public var neighbours = 4
    /// Sessions above which others that aren't neighbours are sent on to somebody else.
    public var neighbourSessions = 24
    /// Configured or awaited contacts, or those that were sent on to, of one kind that are kept.
    public var specialNeighbours = 12
    /// How long nobody may come or go before neighbours are chosen anew; that is done after eight
    /// times as long in any case.
    public var reviewDelay: Duration = .milliseconds(400)
    /// How long a session that neither side needs is kept.
    public var surplusRest: Duration = .seconds(60)
    /// How long a peer that has too many sessions isn't dialled.
    public var crowdedRest: Duration = .seconds(300)
    /// How often guests change while something is looked for that no neighbour has.
    public var searchInterval: Duration = .seconds(20)
    /// How long news of devices wait for more before neighbours are told.
    public var acquaintanceDelay: Duration = .seconds(1)
    /// Devices that one peer may tell of in a session.
    public var acquaintancesPerSession = 16_384
    /// Dials at once, and how long it takes until another one may be added to them.
    public var dialBurst = 5
    public var dialPace: Duration = .milliseconds(100)
    /// How long a commit that was announced may take to come by itself before it is asked for.
    public var graftDelay: Duration = .milliseconds(80)
    /// Bytes of received commits that are pushed on; more at once is left to be asked for.
    public var pushBytes = 65_536
    /// Connections above which a shorter way is taken as soon as one is announced.
    public var hopGoal: UInt32 = 4
    /// Changes of trees that a peer may ask for in a minute.
    public var treeChanges = 64
    /// Useless or unknown things that a peer may send in a row.
    public var patience = 64
    /// Letters that a peer may send in one session.
    public var lettersPerSession = 256
    /// Chunks of files that one peer is asked for at a time: few, so that no post waits behind them.
    public var fileWindow = 4
    /// Attached files that are wanted at one time.
    public var wantedFiles = 64
    /// Codes that a peer may try in one session.
    public var knocksPerSession = 16

    /// The settings that the protocol recommends.
    public init() {}
}
