public import Engine
internal import Ledger
internal import TestKit
public import Wire

/// One simulated computer: a node, its database, its clock and its user.
public struct Computer: Sendable {
    /// Whose it is.
    public let colleague: Workplace.Colleague
    /// Where it is.
    public internal(set) var address: Address
    /// The node, while the computer is on.
    public internal(set) var node: Node?
    /// The database.
    public internal(set) var store = MemoryStore()
    /// The attached files.
    public var files = MemoryFiles()
    /// What the node noted since it was made.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Letters that came.
    public internal(set) var letters: [Letter] = []
    /// Letters of this computer that arrived.
    public internal(set) var takenLetters: [Bytes16] = []
    /// Codes that somebody showed here.
    public internal(set) var knocks: [(token: Bytes16, device: DeviceID)] = []
    /// Timers that were set.
    public private(set) var wakeUps = 0
    /// Events that the node handled.
    public private(set) var eventCount = 0

    /// Whether its lid is closed: nothing happens on it, and it answers nothing.
    public internal(set) var isAsleep = false
    /// What it does to the others, if it isn't honest.
    public internal(set) var malice: Malice?
    /// Whether it can dial and can't be dialled.
    public internal(set) var isFirewalled = false
    /// Commits that its database holds.
    public var commitCount: Int { store.commitCount }

    /// What waits for it to wake up.
    var missed: [World.Happening] = []
    /// How many computers the newest commits of each log went through on their way here.
    var hops: [LogID: Int] = [:]

    /// Counts how often the computer was switched on or off, so that nothing of a former life
    /// reaches the node.
    var life = 0
    var alarm: Instant?
    var name: DiscoveryName?
    var storageFreeAt = Instant(nanoseconds: 0)
    var connections: [ConnectionID: (link: Int, isDialler: Bool)] = [:]
    var acceptedCount: UInt64 = 0
    var clockSkew: Int64 = 0
    private var pens: [SpaceID: Pen] = [:]

    /// The spaces that it holds.
    public let spaces: [SpaceID]

    /// The logs that it writes.
    public var ownLogs: [LogID] { spaces.compactMap { pens[$0]?.writer.log } }

    /// Whether it is on.
    public var isOn: Bool { node != nil }

    init(
        _ number: Int, _ colleague: Workplace.Colleague, _ workplace: Workplace,
        using generator: inout SeededGenerator
    ) {
        self.colleague = colleague
        address = Address(host: "10.0.0.\(number + 1)", port: 7117)
        spaces = workplace.spaces(of: number)
        for space in spaces {
            store.open(space)
            pens[space] = Pen(colleague.identity, in: space, of: workplace, using: &generator)
        }
    }

    mutating func start(settings: Settings, clockSkew: Int64, seed: UInt64, members: [Member]) {
        life += 1
        self.clockSkew = clockSkew
        var generator = SeededGenerator(seed: seed)
        name = DiscoveryName(wallClock: 1_800_000_000_000, using: &generator)
        node = Node(identity: colleague.identity, settings: settings, generator: generator)
    }

    mutating func stop() {
        life += 1
        node = nil
        alarm = nil
        name = nil
        isAsleep = false
        missed = []
        connections = [:]
    }

    mutating func handle(_ event: Event, at now: Instant) -> [Effect] {
        eventCount += 1
        if case .timer = event { wakeUps += 1 }
        let wallClock = 1_800_000_000_000 + clockSkew + Int64(now.nanoseconds / 1_000_000)
        return node?.handle(event, at: now, wallClock: wallClock) ?? []
    }

    mutating func note(_ diagnostic: Diagnostic) {
        if diagnostics.count < 100_000 { diagnostics.append(diagnostic) }
    }

    /// Does what the node wants of the database.
    mutating func carryOut(_ effect: Effect) -> Event? {
        switch effect {
        case .ingest(let token, _, let space, let runs):
            let (changes, refusals) = store.ingest(runs, in: space)
            return .stored(
                Stored(space: space, changes: changes, token: token, refusals: refusals))
        case .count(let token, let space, let needs):
            let (commits, bytes) = store.count(needs, in: space)
            return .counted(token: token, commits: commits, bytes: bytes)
        case .load(let token, _, let space, let needs, let cursor, let maximumBytes):
            var loaded = store.load(needs, in: space, after: cursor, maximumBytes: maximumBytes)
            malice?.spoil(&loaded)
            return .loaded(
                LoadedRuns(
                    token: token, runs: loaded.runs, cursor: loaded.cursor,
                    isFinal: loaded.isFinal))
        default: return files.carryOut(effect)
        }
    }

    /// Writes commits into the database, as the local API does.
    mutating func write(
        _ count: Int, bytes: Int, in space: SpaceID, of workplace: Workplace,
        using generator: inout SeededGenerator
    ) throws(LedgerError) -> Stored {
        guard var pen = pens[space] else { return Stored(space: space, changes: [], written: []) }
        let runs = try pen.write(count, bytes: bytes, using: &generator)
        pens[space] = pen
        let (changes, _) = store.ingest(runs, in: space)
        for change in changes { hops[change.log] = 0 }
        return Stored(space: space, changes: changes, written: runs)
    }

    /// Writes commits as far as they get before the power is gone: into the database or not.
    ///
    /// Nobody is told. Afterwards the writer goes on from what the database holds.
    mutating func writeAndFail(
        in space: SpaceID, isDurable: Bool, using generator: inout SeededGenerator
    ) throws(LedgerError) {
        guard var pen = pens[space] else { return }
        let runs = try pen.write(3, using: &generator)
        guard isDurable else { return }
        pens[space] = pen
        _ = store.ingest(runs, in: space)
        hops[pen.writer.log] = 0
    }
}
