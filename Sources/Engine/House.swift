internal import Keys
internal import Ledger
internal import Sync
internal import Wire

/// What all conversations of a node have in common: its identity, its spaces, its members, and the
/// effects that the present event brings about.
struct House: Sendable {
    let identity: LocalIdentity
    let settings: Settings
    var generator: any RandomNumberGenerator & Sendable

    /// The instant of the present event.
    var now = Instant(nanoseconds: 0)
    /// The wall clock at the present event, in milliseconds since 1970.
    var wallClock: Int64 = 0
    /// What the shell shall do.
    var effects: [Effect] = []

    /// The spaces of this node.
    var spaces: [SpaceID: HeldSpace] = [:]
    /// The devices of the workplace that are in.
    var members: [DeviceID: Member] = [:]
    /// The devices that were in and are out.
    var removed: Set<DeviceID> = []
    /// Whether this node's own device is out: then it only asks whether it was let in again.
    var isOut = false
    /// What shows devices that they are out, for those that came since the members changed last.
    var removalProofs: [DeviceID: Frontier] = [:]
    /// Devices of which the shell was asked for it.
    var removalsAsked: Set<DeviceID> = []
    /// The devices that may share a space, for spaces that aren't open to every member.
    var audiences: [SpaceID: Set<DeviceID>] = [:]
    /// Letters that wait for devices.
    var outbox: [DeviceID: [Letter]] = [:]
    /// Tokens of invitations that this node's user knows the code of and has not been let in by.
    var knocks: Set<Bytes16> = []
    /// Tokens of open invitations into communities of this node.
    var invitations: Set<Bytes16> = []
    /// Devices that broke the protocol, and until when they aren't listened to.
    private(set) var barred: [DeviceID: Instant] = [:]
    /// The attached files that are wanted.
    var files = FileWishes()
    /// Where this node can be reached.
    var addresses: [Address] = []

    /// Conversations whose peers said something about themselves that the address book doesn't have.
    var news: [ConnectionID] = []
    /// Conversations that have come to their end.
    var over: [ConnectionID] = []
    /// Whether something may be asked for that couldn't before.
    var mayAsk = false
    /// Whether there are too many colleagues for a session with each of them.
    var isSparse = false
    /// The name under which this node is visible.
    var instance = ""
    /// Commits that are being stored and then pushed on, by the token of the ingest.
    var pushed: [UInt64: Pushed] = [:]
    /// Links that became useless in the tree of a space, seen from another one.
    var cut: [(id: ConnectionID, space: SpaceID)] = []
    /// What peers said of where devices are.
    var hearsay: [(from: ConnectionID, Acquaintance)] = []

    /// What the shell was asked for and hasn't answered.
    var jobs: [UInt64: Job] = [:]
    /// Encrypted sessions, whether or not the device has proved itself.
    var live: [ConnectionID: Live] = [:]
    /// Connections that lost against another one with the same device.
    var doomed: [ConnectionID] = []
    /// Sessions that may be dead without anybody having noticed.
    var suspects: [ConnectionID] = []
    /// When changes are announced to peers.
    var announceAt: Instant?

    private var nextToken: UInt64 = 1

    init(
        identity: LocalIdentity, settings: Settings,
        generator: any RandomNumberGenerator & Sendable
    ) {
        self.identity = identity
        self.settings = settings
        self.generator = generator
    }

    /// Something that the shell was asked for.
    enum Job: Sendable {
        case ingest(ConnectionID, SpaceID, bytes: Int)
        case count(ConnectionID, SpaceID)
        case load(ConnectionID, SpaceID)
        case look(ConnectionID)
        case readFile(ConnectionID)
    }

    /// Commits that came by a push.
    struct Pushed: Sendable {
        var runs: [Run]
        /// Connections that they have crossed.
        var hops: UInt32
    }

    /// An encrypted session.
    struct Live: Sendable {
        /// The peer's static key.
        var agreementKey: Bytes32
        /// The device, once it has proved itself.
        var device: DeviceID?
        /// When the handshake ended.
        var since: Instant
    }

    mutating func note(_ diagnostic: Diagnostic) { effects.append(.note(diagnostic)) }

    /// Registers a question to the shell and returns its token.
    mutating func ask(_ job: Job) -> UInt64 {
        defer { nextToken += 1 }
        jobs[nextToken] = job
        return nextToken
    }

    mutating func jittered(_ duration: Duration) -> Duration {
        duration.jittered(using: &generator)
    }

    /// All spaces that a device may share, the workplace first.
    ///
    /// A member gets every open one and those that it is a member of; one that is not known yet
    /// gets the workplace's statements only; one that is out gets nothing. A node that is out itself shares those statements only.
    func spaces(for device: DeviceID) -> [SpaceID] {
        guard !removed.contains(device) else { return [] }
        let workplace = spaces[identity.workplace] == nil ? [] : [identity.workplace]
        guard members[device] != nil, !isOut else { return workplace }
        let others = spaces.keys.filter { space in
            space != identity.workplace && audiences[space].map { $0.contains(device) } ?? true
        }.sorted()
        return Array((workplace + others).prefix(Limits.sessionSpaces))
    }

    /// Something grew here that peers don't know.
    mutating func scheduleAnnouncement() {
        announceAt = announceAt ?? now + settings.announceDelay
    }

    /// A device broke the protocol: for a while no session with it is accepted.
    mutating func bar(_ device: DeviceID) {
        barred = barred.filter { $0.value > now }
        guard barred.count < settings.contacts else { return }
        barred[device] = now + settings.violationBackOff
    }

    /// Whether a device broke the protocol a short time ago.
    func isBarred(_ device: DeviceID) -> Bool { barred[device].map { $0 > now } ?? false }

    // MARK: One connection for two devices

    /// The session that makes a dial which reached this key useless, if there is one.
    ///
    /// Decided before this node proves itself, so the peer never sees two sessions that this node
    /// dialled.
    func twin(of id: ConnectionID, reaching agreementKey: Bytes32) -> ConnectionID? {
        live.keys.sorted().first { rival in
            guard rival != id, let session = live[rival], session.agreementKey == agreementKey
            else { return false }
            guard !rival.isDialled, let device = session.device else { return rival.isDialled }
            return now - session.since >= settings.simultaneousDial || device < identity.deviceID
        }
    }

    /// Decides between a session in which a device has just proved itself and older ones with it.
    ///
    /// Two devices that dial each other at the same moment keep what the one with the smaller id
    /// dialled; both decide alike. Otherwise the peer wouldn't have dialled if the older session
    /// were alive on its side, so the new one stays.
    ///
    /// - Returns: Whether the new session stays; the losers are ``doomed``.
    mutating func prefersNewSession(_ id: ConnectionID, with device: DeviceID) -> Bool {
        let rivals = live.filter { $0.key != id && $0.value.device == device }.keys.sorted()
        for rival in rivals {
            guard let session = live[rival] else { continue }
            let isSimultaneous =
                rival.isDialled != id.isDialled
                && now - session.since < settings.simultaneousDial
            let dialledBySmaller = id.isDialled == (identity.deviceID < device)
            if isSimultaneous && !dialledBySmaller { return false }
            doomed.append(rival)
        }
        return true
    }
}

/// One space of this node.
struct HeldSpace: Sendable {
    /// Runs that are being stored.
    struct InFlight: Sendable {
        var log: LogID
        var through: UInt64
        var token: UInt64
    }

    /// How far this node has each log.
    var frontier: Frontier
    /// Who is being asked for which log.
    var assignments = Assignments<ConnectionID>()
    /// How far logs will reach when everything is stored that is being stored, by prefix.
    var inFlight: [UInt64: InFlight] = [:]
    /// How the newest commits came, by prefix of their log.
    var arrivals = Arrivals()
    /// What went wrong in this computer, until something is stored again.
    var failure: String?
    /// Nothing is asked for before, since this computer couldn't store.
    var pausedUntil: Instant?

    init(frontier: Frontier) { self.frontier = frontier }

    /// The log that has a prefix here or will have it.
    func log(of prefix: UInt64) -> LogID? { inFlight[prefix]?.log ?? frontier.resolve(prefix) }

    /// How far a log reaches, counting what is being stored.
    func reach(of log: LogID) -> UInt64 {
        max(frontier[log]?.length ?? 0, inFlight[log.prefix]?.through ?? 0)
    }
}
