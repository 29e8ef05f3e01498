internal import Community
internal import Discovery
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Logging
internal import Storage
internal import Transport
internal import Wire

/// A node: one person's home with all that runs for it. What people ask of it stands in the
/// extensions, a file for each family of ``HearthService``.
public actor HearthNode: HearthService {
    /// Everything that exists once there is a workplace.
    struct Membership {
        /// The person of this home; at a shared terminal whoever is signed in, in what they ask for.
        var person: PersonID
        /// The device in whose name is acted: this one, or a key that this terminal keeps.
        var device: DeviceID
        let workplace: WorkplaceKeys
        let loop: EngineLoop
        var directory: Directory
        var openSpaces: Set<SpaceID>
    }

    let home: HomeFolders
    var configuration: Configuration
    let machine: Machine
    var quota: Quota
    let keys: KeyFolder
    let store: Store
    var transport: TransportService
    let discovery: DiscoveryService?
    let sites: SiteWatch
    let storage = StorageQueue()
    /// The attached files that are kept here, and what this node wants of them.
    let files: FileShelf
    let fileQueue = FileQueue()
    var fileWishes = FileWishList()
    let alarm = Alarm()
    let clocks: Clocks
    let logger: Logger
    let happenings = Broadcast<Happening>(capacity: 1_024)
    let mail = PairingMail()
    let (postStream, post) = AsyncStream.makeStream(of: PostEvent.self)
    let (searchStream, searches) = AsyncStream.makeStream(of: Search.self)
    let (newsStream, news) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let (laterStream, later) = AsyncStream.makeStream(of: Upkeep.self)
    let (upkeepStream, upkeep) = AsyncStream.makeStream(of: Upkeep.self)
    /// Told once this node finds that its device is out or its person has left.
    let (lossStream, losses) = AsyncStream.makeStream(of: Void.self)
    private let (stopStream, stopRequests) = AsyncStream.makeStream(of: Void.self)

    var own: OwnKeys?
    /// The people who are signed in at this shared terminal.
    var sessions: HeldSessions
    /// Whether this node waits for the end of a session.
    var isWatchingSessions = false
    /// Whether another computer of the person is told soon what was read, and when that was last.
    var isTellingReading = false
    var toldReading: Int64 = .min / 2
    /// The letters that tell it and that weren't taken yet, by device.
    var readingLetters: [DeviceID: Bytes16] = [:]
    /// This computer on its way to become one more device of somebody.
    var arriving: Arrival?
    /// What was told about this node's own standing.
    var toldStanding = OwnStanding.fine
    /// Whether the keys come from a backup or another computer, so that every log is begun anew.
    let isRestored: Bool
    /// Whether the keys of this node were removed because it is out.
    var isWiped = false
    /// How far logs of removed devices reached, by community, when this node learnt of the removal.
    var endsKept: [SpaceID: [LogID: UInt64]] = [:]
    /// Whether this node has followed its directory since it started.
    var hasFollowed = false
    /// Whether this node is about to say where logs of removed devices end.
    var isEndingLogs = false
    /// The communities of which this node has found that they decided to be open.
    var decidedOpenings: Set<SpaceID> = []
    /// Whether this node is about to look whether its person's word on decisions is true.
    var isFollowingNotices = false
    /// Whether this node is about to look whether there are erasures to confirm.
    var isConfirmingErasures = false
    var membership: Membership?
    var generator = SecureGenerator()
    var listening: [Address] = []
    var port: UInt16 = 0
    var discoveryOutage: DiscoveryOutage?
    /// What name servers of the site said last.
    var siteBook = SiteBook()
    var name: DiscoveryName?
    var locator: Int?
    var sightings: [String: DiscoveredNode] = [:]
    var imports: [String: RunningImport] = [:]
    var remembered = RememberedPeers()
    /// Letters that wait, and codes that were typed in.
    var letters: LetterBox
    /// The communities that typed codes have opened, by token.
    var openedDoors: [Bytes16: String] = [:]
    /// When this node does what any member's node may do about keys.
    var keyClock = KeyClock()
    let keyAlarm = Alarm()
    /// Knocks that wait until this node knows enough to answer them.
    var doorBell: DoorBell
    let doorAlarm = Alarm()
    /// Decisions to set somebody aside that were told to this node's person.
    var toldAsides: Set<RecordID> = []
    /// Boxes for this device that hold no key.
    var spoiledBoxes: Set<Bytes> = []
    let followTurn = Turn()
    /// Held while the text of a page is edited.
    let editTurn = Turn()
    /// What is done when nothing has been written for a while.
    var rest = Rest()
    let startedAt: Int64

    /// The reading rooms of the home.
    let shelf: RoomShelf

    /// Whether the node was stopped; what it was asked for before ends then.
    var isStopped = false

    private(set) var desk: PairingDesk?

    /// Long work that a person asked for.
    typealias Upkeep = @Sendable () async -> Void

    /// The version of the program.
    public static let version = "0.1.0"

    /// Opens the databases of a home with its keys.
    ///
    /// - Parameters:
    ///   - home: Where the home lies.
    ///   - configuration: What its owner decided, as far as the machine allows.
    ///   - machine: What holds on this machine.
    ///   - keys: The home's keys; if they are sealed, the readable view lives in memory.
    ///   - progress: Told while the view catches up with the log.
    /// - Throws: ``DaemonError``.
    static func open(
        home: HomeFolders, configuration: Configuration, machine: Machine, keys: KeyFolder,
        progress: @escaping @Sendable (Storage.RebuildProgress) -> Void = { _ in }
    ) async throws -> HearthNode {
        var settings = Store.Settings()
        settings.isViewInMemory = keys.fileKey != nil
        let store: Store
        let keyrings = try keys.keyrings()
        do {
            store = try await Store.open(
                folder: home.data, keyrings: keyrings, settings: settings, progress: progress)
        } catch {
            let told = error.service
            throw DaemonError.storage(message: told.message, hint: told.hint ?? "")
        }
        return try HearthNode(
            home: home, configuration: configuration, machine: machine, keys: keys, store: store)
    }

    /// The mark that tells a home that goes on from a restored one.
    var marker: InstanceMarker {
        InstanceMarker(keys: home.data + "/keys", state: home.state)
    }

    private init(
        home: HomeFolders, configuration: Configuration, machine: Machine, keys: KeyFolder,
        store: Store
    ) throws {
        self.home = home
        logger = machine.logger
        clocks = machine.clocks
        self.configuration = configuration
        self.machine = machine
        quota = Quota(perSpace: machine.policy.spaceQuota, inAll: machine.policy.quota)
        self.keys = keys
        self.store = store
        files = try FileShelf.open(folder: home.data + "/attachments")
        shelf = RoomShelf(folder: home.data + "/rooms", keys: keys)
        transport = TransportService(try configuration.transport())
        discovery =
            configuration.isMulticastEnabled
            ? DiscoveryService(interfaces: configuration.interfaces) : nil
        sites = SiteWatch(domains: configuration.searchDomains)
        startedAt = clocks.wallClock
        sessions = HeldSessions(idle: configuration.kioskIdle)
        doorBell = DoorBell(openedAt: clocks.now)
        own = try keys.identity()
        letters = try LetterBox(path: home.data + "/letters", key: keys.fileKey)
        try PrivateFile.makeFolder(home.state)
        let marker = InstanceMarker(keys: home.data + "/keys", state: home.state)
        isRestored = try marker.isForeign()
        try marker.renew(using: &generator)
        if isRestored { try keys.markHeldKeysRestored() }
        remembered = try RememberedPeers(path: home.state + "/peers", key: keys.fileKey)
    }

    /// The desk for pairings, made at first use because it needs the node.
    var pairings: PairingDesk {
        if let desk { return desk }
        let host = PairingDesk.Host(
            offer: { [weak self] newcomer, purpose async throws(ServiceError) in
                guard let self else { throw HearthNode.stopping }
                return try await self.offer(to: newcomer, purpose)
            },
            admit: { [weak self] newcomer, offer, acceptance async throws(ServiceError) in
                guard let self else { throw HearthNode.stopping }
                return try await self.admit(newcomer, offer, acceptance)
            },
            consider: { [weak self] offer async throws(ServiceError) in
                guard let self else { throw HearthNode.stopping }
                return try await self.consider(offer)
            },
            adopt: { [weak self] welcome, offer async throws(ServiceError) in
                guard let self else { throw HearthNode.stopping }
                return try await self.adopt(welcome, offer)
            },
            announce: { [weak self] locator in await self?.announce(locator) },
            audit: { [machine] event in machine.audit(event) })
        let made = PairingDesk(transport: transport, host: host, clocks: clocks)
        desk = made
        return made
    }

    // MARK: From a home to a member

    /// Resumes the membership that the keys of the home tell of, if any.
    func resume() async throws {
        guard let own, let workplace = try keys.workplace() else { return }
        try await enter(workplace, as: own)
    }

    /// Starts the engine for a workplace and opens all its spaces that are joined.
    func enter(_ workplace: WorkplaceKeys, as own: OwnKeys) async throws {
        let person = Founding.personID(of: own.founding)
        let device = try SigningKey(seed: own.signingSeed)
        let identity = LocalIdentity(
            person: person, device: device,
            agreement: try AgreementKey(secret: own.agreementSecret),
            workplace: workplace.space, networkKey: workplace.networkKey)
        var settings = Settings()
        settings.software = "hearth \(HearthNode.version)"
        let node = Node(identity: identity, settings: settings, generator: generator)
        let loop = EngineLoop(
            node: node, transport: transport, storage: storage, files: fileQueue, alarm: alarm,
            logger: logger, clocks: clocks, audit: { [machine] event in machine.audit(event) },
            pairing: { [mail] number, bytes in mail.deliver(bytes, on: number) },
            post: { [post] in post.yield($0) })
        try await openSpace(workplace.space, workplace: workplace, device: device, person: person)
        guard let directory = store.directory else { throw StorageError.unknownSpace }
        membership = Membership(
            person: person, device: identity.deviceID, workplace: workplace, loop: loop,
            directory: directory, openSpaces: [workplace.space])
        if let membership {
            toldStanding = standing(membership)
            wipeIfOut(membership)
        }
        await loop.handle(
            .spaceOpened(workplace.space, try store.frontier(of: workplace.space)))
        await loop.handle(.addressesChanged(listening))
        await loop.handle(.staticPeers(fixedPeers))
        try await followDirectory()
        await loop.handle(.started)
        await advertise()
        for sighting in remembered.sightings { await loop.handle(.sighted(sighting)) }
        for node in sightings.values.sorted(by: { $0.instance < $1.instance }) {
            await loop.handle(.sighted(node.sighting))
        }
    }

    /// Makes a space writable and readable here.
    func openSpace(
        _ space: SpaceID, workplace: WorkplaceKeys, device: SigningKey, person: PersonID
    ) async throws {
        let known = try keys.keys(of: space)
        var secrets =
            try known
            ?? SpaceKeys(logSeed: freshLogSeed(of: space, device: device), epochs: [])
        let isNew = try known == nil || isRestored || hasEnded(secrets, in: space)
        if known != nil, isNew { secrets.logSeed = try freshLogSeed(of: space, device: device) }
        if isNew {
            try keys.save(secrets, of: space)
            audit(.keyCreated(kind: "log", of: space.hex))
        }
        try await store.openSpace(space, kind: space == workplace.space ? .workplace : .community)
        try await store.setKeyring(try secrets.keyring(of: space))
        try takePen(secrets, in: space, device: device, person: person)
        countBytes(of: space)
    }

    /// The seed of a log key that was never used before.
    ///
    /// - Throws: ``KeyError`` if the device's key is none.
    func freshLogSeed(of space: SpaceID, device: SigningKey) throws(KeyError) -> SecretBytes {
        let nonce = Hash.digest(.logSeed, [randomBytes(32, using: &generator)])
        return try LogKey.derive(device: device, space: space, nonce: nonce).seed
    }

    // MARK: Writing

    /// Writes operations, each list as one commit, tells colleagues, and gives the outcome.
    ///
    /// - Parameter epoch: The generation of the key to use; `nil` for the one in use.
    @discardableResult
    func write(
        _ operations: [[Operation]], to space: SpaceID, under epoch: EpochID? = nil
    ) async throws(ServiceError) -> AppendOutcome {
        let member = try self.member
        try refuseIfClosed(member)
        try checkRoom(in: space, of: member)
        try await checkCapacity(operations, of: member)
        let hand = try hand(in: space)
        let now = clocks.wallClock
        let outcome: AppendOutcome
        do {
            outcome = try await store.append(
                operations.map { Draft($0, wallClock: now) }, to: space, under: epoch, by: hand)
        } catch {
            throw error.service
        }
        await member.loop.handle(
            .stored(
                Stored(
                    space: space,
                    changes: outcome.heads.map { Stored.Change(log: $0.log, head: $0.head) },
                    written: outcome.runs)))
        noteWrite()
        countBytes(of: space)
        // What follows is this node's own business, whoever is signed in.
        await CallerSession.$token.withValue(nil) {
            await reopen(outcome.endedSpaces)
            if outcome.directoryChanged { await followDirectoryOrLog() }
        }
        return outcome
    }

    /// The membership, or why there is none.
    var member: Membership {
        get throws(ServiceError) {
            if let membership { return try acting(membership) }
            throw own == nil
                ? ServiceError(
                    .usage, "Nobody lives here yet.", hint: "Begin with `hearth init --name Ada`.")
                : ServiceError(
                    .usage, "This node is in no workplace yet.",
                    hint: "Run `hearth workplace new NAME`, or `hearth join CODE`.")
        }
    }

    /// Random bytes for a name that nobody shall guess.
    func randomIdentifier() -> Bytes { randomBytes(8, using: &generator) }

    /// Asks the node to stop; ``followShutdown()`` does it.
    nonisolated func requestStop() { stopRequests.yield() }

    /// Does all that a node does while it is up; returns when it was stopped.
    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.followConnections() }
            group.addTask { await self.followDiscovery() }
            group.addTask { await self.followSites() }
            group.addTask { await self.followAlarms() }
            group.addTask { await self.followStorage() }
            group.addTask { await self.serveStorage() }
            group.addTask { await self.followFiles() }
            group.addTask { await self.followInterfaces() }
            group.addTask { await self.followSearches() }
            group.addTask { await self.followUpkeep() }
            group.addTask { await self.followLater() }
            group.addTask { await self.followPost() }
            group.addTask { await self.followKeys() }
            group.addTask { await self.followDoors() }
            group.addTask { await self.followNews() }
            group.addTask { await self.followShutdown() }
        }
    }

    /// Stops the node when it is asked to.
    func followShutdown() async {
        for await _ in stopStream { break }
        await stop()
    }

    /// Tells all who listen what has happened, each in their language.
    func tell(
        _ kind: EventKind, _ sentence: Sentence, code: String? = nil, community: String? = nil,
        peer: String? = nil, pairing: String? = nil
    ) {
        happenings.send(
            Happening(
                event: NodeEvent(
                    kind: kind, at: Timestamp(milliseconds: clocks.wallClock), sentence: "",
                    code: code, community: community, peer: peer, pairing: pairing),
                sentence: sentence))
        if kind == .posted { news.yield() }
    }

    static var stopping: ServiceError { ServiceError(.offline, "The node is stopping.") }
}
