internal import Ledger
internal import Sync
internal import Wire

/// Everything that a node decides: whom to dial, what to say, what to store and what to send.
///
/// One value: events go in, effects come out. It owns no socket, no database, no clock; the shell
/// carries out the effects in order and reports what happened. The same code runs in the daemon and
/// in the simulation, where a seed replays everything.
public struct Node: Sendable {
    var house: House
    var conversations: [ConnectionID: Conversation] = [:]
    var contacts: Contacts
    /// Names under which this node is or was visible, and addresses where it met itself.
    var ownInstances: Set<String> = []
    var ownAddresses: Set<Address> = []
    var staticPeers: [Address] = []
    var isRunning = false
    var dialCount: UInt64 = 0
    /// Whom this node keeps sessions with.
    var neighbourhood = Neighbourhood()
    /// When each conversation has to do something although nothing comes.
    var deadlines: [ConnectionID: Instant] = [:]
    /// The instant of the timer that is set.
    var timer: Instant?

    /// Makes a node that knows nobody yet.
    ///
    /// - Parameter generator: Secret keys come from it: the system's secure one, or a seeded one
    ///   in a test.
    public init(
        identity: LocalIdentity, settings: Settings = Settings(),
        generator: some RandomNumberGenerator & Sendable
    ) {
        house = House(identity: identity, settings: settings, generator: generator)
        contacts = Contacts(limit: settings.contacts)
    }

    /// Takes in an event.
    ///
    /// - Parameters:
    ///   - now: The present instant, never before that of an earlier event.
    ///   - wallClock: Milliseconds since 1970, only told to others.
    /// - Returns: What to do, in this order.
    public mutating func handle(_ event: Event, at now: Instant, wallClock: Int64) -> [Effect] {
        house.now = max(now, house.now)
        house.wallClock = wallClock
        take(event)
        settle(after: event)
        setTimer()
        defer { house.effects = [] }
        return house.effects
    }

    private mutating func take(_ event: Event) {
        switch event {
        case .started: isRunning = true
        case .advertising(let instance): advertise(instance)
        case .sighted(let sighting): sight(sighting)
        case .lost(let instance): lose(instance)
        case .staticPeers(let addresses): configure(addresses)
        case .addressesChanged(let addresses): changeAddresses(to: addresses)

        case .accepted(let id, from: let address): accept(id, from: address)
        case .connected(let id): connected(id)
        case .dialFailed(let id, let text): dialEnded(id, .dialFailed(text))
        case .received(let id, let bytes): conversations[id]?.receive(bytes, in: &house)
        case .closed(let id, let text): disconnected(id, text)

        case .spaceOpened(let space, let frontier): open(space, frontier)
        case .spaceClosed(let space): close(space)
        case .membersChanged(let members, removed: let removed):
            changeMembers(to: members, removed: removed)
        case .standingChanged(let isOut): changeStanding(isOut: isOut)
        case .removalProof(of: let device, let proof): take(removalProof: proof, of: device)
        case .removalUnproved(of: let device, let text):
            house.note(.storageFailed(house.identity.workplace, text))
            take(removalProof: nil, of: device)
        case .audiencesChanged(let audiences): changeAudiences(to: audiences)
        case .outboxChanged(let outbox): house.outbox = outbox
        case .letterKept(let letter, let device): confirm(letter, from: device)
        case .doorsChanged(let knocks, let invitations):
            house.knocks = knocks
            house.invitations = invitations
        case .stored(let stored): take(stored)
        case .ingestFailed(let token, let text): ingestFailed(token, text)
        case .counted(let token, let commits, let bytes): counted(token, commits, bytes)
        case .loaded(let runs): loaded(runs)
        case .loadFailed(let token, let text): loadFailed(token, text)

        case .filesWanted(let files): want(files)
        case .fileFound(let token, let chunks): fileFound(token, chunks)
        case .fileRead(let token, let read): fileRead(token, read)
        case .fileChunkStored(let chunk, of: let file, from: let id, isHere: let isHere):
            fileChunkStored(chunk, of: file, from: id, isHere: isHere)
        case .fileCompleted(let file): fileCompleted(file)

        case .timer: wake()
        case .shutdown: shutDown()
        }
    }

    /// Brings everything to rest that the event has set in motion.
    ///
    /// In a large building most events are messages, which touch one conversation only.
    private mutating func settle(after event: Event) {
        reap()
        let touched = touched(by: event)
        for id in touched {
            conversations[id]?.sendPost(in: &house)
            conversations[id]?.offerSpaces(in: &house)
            conversations[id]?.noteProgress(in: &house)
            conversations[id]?.finishTelling(in: &house)
        }
        cutBranches()
        if house.mayAsk {
            house.mayAsk = false
            askForMissing()
            askForFiles()
        }
        if touched.contains(where: { conversations[$0]?.hasAnnouncements == true }) {
            house.scheduleAnnouncement()
        }
        reap()
        tendNeighbours(touched)
        for id in touched { deadlines[id] = conversations[id]?.deadline(house.settings) }
        dialWhoIsDue()
    }

    /// The conversations in which the event may have changed something.
    private mutating func touched(by event: Event) -> [ConnectionID] {
        switch event {
        case .received(let id, _), .connected(let id), .accepted(let id, _):
            return [id]
        case .sighted, .lost, .dialFailed: return []
        default:
            house.mayAsk = true
            return conversations.keys.sorted()
        }
    }

    // MARK: The timer

    private mutating func wake() {
        timer = nil
        for id in conversations.keys.sorted() { conversations[id]?.wake(in: &house) }
        if let announceAt = house.announceAt, house.now >= announceAt {
            house.announceAt = nil
            for id in conversations.keys.sorted() { conversations[id]?.announce(in: &house) }
        }
        for space in house.spaces.keys.sorted() {
            guard let until = house.spaces[space]?.pausedUntil, house.now >= until else { continue }
            house.spaces[space]?.pausedUntil = nil
        }
        endAttempts()
    }

    /// Sets the timer if something is due before it.
    ///
    /// One that rings too early does no harm, so it isn't moved to a later instant.
    private mutating func setTimer() {
        var instants = Array(deadlines.values)
        instants += house.spaces.values.compactMap(\.pausedUntil)
        if let announceAt = house.announceAt { instants.append(announceAt) }
        if let dial = nextDialInstant { instants.append(dial) }
        instants += neighbourhood.instants
        guard let next = instants.min() else { return }
        guard timer.map({ next < $0 || $0 <= house.now }) ?? true else { return }
        timer = next
        house.effects.append(.setTimer(next))
    }

    private mutating func shutDown() {
        isRunning = false
        for id in conversations.keys.sorted() {
            conversations[id]?.dismiss(.shuttingDown, in: &house)
        }
        for number in contacts.numbers {
            for id in contacts[number]?.attempts.keys.sorted() ?? [] {
                house.effects.append(.close(id))
            }
            contacts[number]?.attempts = [:]
        }
    }
}
