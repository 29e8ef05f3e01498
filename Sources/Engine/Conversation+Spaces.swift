internal import Ledger
internal import Sync
internal import Wire

extension Conversation {
    /// Handles one message of the last stage.
    mutating func share(
        _ message: SessionMessage, bytes: Int, in house: inout House
    ) throws(Violation) {
        house.mayAsk = true
        switch message {
        case .offer(let offer): try receive(offer: offer, in: &house)
        case .ranges(let tag, let ranges): try receive(ranges, of: tag, in: &house)
        case .have(let tag, let entries, let hops):
            try receive(have: entries, hops: hops, of: tag, in: &house)
        case .want(let tag, let needs): try receive(want: needs, of: tag, in: &house)
        case .serving(let tag, let commits, let bytes):
            try receive(serving: commits, bytes, of: tag, in: &house)
        case .chunk(let chunk): try receive(chunk, bytes: bytes, in: &house)
        case .credit(let bytes): try receive(credit: bytes, in: &house)
        case .withheld(let tag, let logs, let reason):
            receive(withheld: logs, reason, of: tag, in: &house)
        case .proof, .hello, .ping, .pong, .bye, .letter, .letterTaken, .knock, .file, .live,
            .unknown:
            throw .unexpected("message")
        }
    }

    // MARK: Which spaces

    /// Takes up the spaces that both sides named, and drops those that one doesn't name any more.
    mutating func meetSpaces(in house: inout House) {
        guard let hello, let greetedSpaces else { return }
        let theirs = Set(hello.spaces)
        let common = Set(greetedSpaces.filter { theirs.contains(tag(of: $0)) })
        for space in shared.keys.sorted() where !common.contains(space) {
            drop(space, in: &house)
        }
        for space in common.sorted() where shared[space] == nil {
            shared[space] = SharedSpace(tag: tag(of: space))
        }
        for space in shared.keys where shared[space]?.refusal != nil {
            shared[space]?.refusal = nil
        }
    }

    private mutating func drop(_ space: SpaceID, in house: inout House) {
        shared[space] = nil
        house.spaces[space]?.assignments.release(id)
    }

    /// The rights of the peer or the spaces of this node have changed: it is told, and what it may
    /// not have any more stops at once.
    mutating func reviewRights(in house: inout House) {
        guard let device, !isOver, !reviewTelling(of: device, in: &house) else { return }
        guard !house.removed.contains(device) else {
            house.note(.removedDevice(device))
            return dismiss(.deviceRevoked, in: &house)
        }
        if let member = house.members[device], member.person != proof?.person {
            return end(.violation(.otherPerson), in: &house)
        }
        guard let greetedSpaces, greetedSpaces != house.spaces(for: device) else { return }
        greet(in: &house)
        meetSpaces(in: &house)
    }

    /// The space that a tag names, if both sides share it; the peer is told if not.
    func space(_ tag: SpaceTag) -> SpaceID? {
        guard let space = offeredTags[tag], shared[space] != nil else { return nil }
        return space
    }

    /// Answers a message about a space that isn't shared.
    mutating func refuse(_ tag: SpaceTag, in house: inout House) throws(Violation) {
        if let device { house.note(.notPermitted(device)) }
        send(.withheld(space: tag, logs: [], .notPermitted), in: &house)
        try strike(in: house)
    }

    // MARK: Comparing

    /// Whether the workplace's statements, which come before everything else, have come as far as
    /// they can.
    func isWorkplaceAtRest(in house: House) -> Bool {
        guard let workplace = shared[house.identity.workplace] else { return true }
        if workplace.refusal != nil { return true }
        guard let frontier = frontier(of: house.identity.workplace, in: house) else { return true }
        return workplace.peer.isSettled && workplace.request.map(\.isStalled) ?? true
            && workplace.peer.missing(frontier).isEmpty
    }

    /// The side that dialled begins to compare: the workplace first, then the other spaces.
    mutating func offerSpaces(in house: inout House) {
        guard stage == .sharing, id.isDialled else { return }
        let workplace = house.identity.workplace
        var isAtRest: Bool?
        for space in shared.keys.sorted() {
            guard case .apart = shared[space]?.peer.phase, shared[space]?.refusal == nil,
                let frontier = frontier(of: space, in: house)
            else { continue }
            if space != workplace {
                if isAtRest == nil { isAtRest = isWorkplaceAtRest(in: house) }
                guard isAtRest == true else { continue }
            }
            guard let digest = shared[space]?.peer.offer(frontier) else { continue }
            send(.offer(Offer(space: tag(of: space), digest: digest)), in: &house)
        }
    }

    private mutating func receive(offer: Offer, in house: inout House) throws(Violation) {
        guard let space = space(offer.space), let frontier = frontier(of: space, in: house) else {
            return try refuse(offer.space, in: &house)
        }
        if shared[space]?.peer.isSettled == true { try strike(in: house) }
        let answer = try syncing { (conversation) throws(SyncError) in
            try conversation.shared[space]?.peer.receive(offer: offer.digest, frontier: frontier)
        }
        switch answer {
        case .offer(let digest):
            send(.offer(Offer(space: offer.space, digest: digest)), in: &house)
        case .ranges(let ranges): send(.ranges(space: offer.space, ranges), in: &house)
        case .nothing, nil: break
        }
    }

    private mutating func receive(
        _ ranges: [FrontierRange], of tag: SpaceTag, in house: inout House
    ) throws(Violation) {
        guard let space = space(tag), let frontier = frontier(of: space, in: house) else {
            return try refuse(tag, in: &house)
        }
        let answer = try syncing { (conversation) throws(SyncError) in
            try conversation.shared[space]?.peer.receive(ranges, frontier: frontier) ?? []
        }
        if !answer.isEmpty { send(.ranges(space: tag, answer), in: &house) }
    }

    private mutating func receive(
        have entries: [Entry], hops: UInt32, of tag: SpaceTag, in house: inout House
    ) throws(Violation) {
        guard let space = space(tag), let frontier = frontier(of: space, in: house) else {
            return try refuse(tag, in: &house)
        }
        try syncing { (conversation) throws(SyncError) in
            try conversation.shared[space]?.peer.receive(have: entries, frontier: frontier)
        }
        heard(entries, hops: hops, of: space, in: &house)
    }

    /// Notes forks and agreement, each once.
    mutating func noteProgress(in house: inout House) {
        guard let device, !isTelling else { return }
        for space in shared.keys.sorted() {
            guard var state = shared[space], let frontier = house.spaces[space]?.frontier else {
                continue
            }
            if state.peer.isInSync != state.isNotedInSync {
                state.isNotedInSync = state.peer.isInSync
                if state.isNotedInSync { house.note(.inSync(device, space)) }
            }
            if !state.peer.isInSync {
                for log in state.peer.forks(frontier)
                where state.notedForks.insert(log).inserted {
                    house.note(.forkSeen(device, space, log: log))
                }
            }
            shared[space] = state
        }
    }

    /// Whether something was stored here that the peer doesn't know of.
    var hasAnnouncements: Bool {
        stage == .sharing && shared.values.contains { $0.peer.hasAnnouncements }
    }

    /// Tells the peer what was stored here since it was told last.
    mutating func announce(in house: inout House) {
        guard stage == .sharing else { return }
        for space in shared.keys.sorted() {
            guard shared[space]?.peer.hasAnnouncements == true,
                let frontier = frontier(of: space, in: house)
            else { continue }
            for entries in shared[space]?.peer.announcements(frontier) ?? [] {
                let hops = hops(of: entries, in: space, of: house)
                send(.have(space: tag(of: space), entries, hops: hops), in: &house)
            }
        }
    }

    /// Carries out a step of Sync; a rule that the peer broke there is a violation here.
    mutating func syncing<Result>(
        _ step: (inout Conversation) throws(SyncError) -> Result
    ) throws(Violation) -> Result {
        do {
            return try step(&self)
        } catch {
            throw .sync(error)
        }
    }
}
