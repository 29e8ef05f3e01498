internal import Ledger
internal import Sync
internal import Wire

/// How new commits travel when there are more colleagues than sessions: pushed along a tree of the
/// space's links, announced on the others, which mend the tree where it breaks (Plumtree: Leitão,
/// Pereira and Rodrigues 2007; chapter 07, section 8).
extension Conversation {
    /// Whether new commits of a space are pushed to the peer.
    func takesPushes(of space: SpaceID, in house: House) -> Bool {
        guard let state = shared[space] else { return false }
        return !house.isSparse || !state.isLazy
    }

    /// Whether a chunk brings news, not history.
    func isLive(_ chunk: Chunk, in space: SpaceID, of house: House) -> Bool {
        guard house.isSparse, neighbourTalk.isUnderstood, let state = shared[space] else {
            return false
        }
        return chunk.hops > 0 || chunk.runs.contains { state.announced.contains($0.log.prefix) }
    }

    /// Commits that came live: they go on as soon as they are stored.
    mutating func carryOn(
        _ runs: [Run], hops: UInt32, token: UInt64, in space: SpaceID, of house: inout House
    ) {
        for run in runs {
            house.spaces[space]?.arrivals.note(
                run.log.prefix, through: run.last ?? 0, hops: hops, from: id)
            shared[space]?.announced.remove(run.log.prefix)
        }
        guard runs.reduce(0, { $0 + $1.approximateBytes }) <= house.settings.pushBytes else {
            return
        }
        house.pushed[token] = House.Pushed(runs: runs, hops: hops)
    }

    // MARK: Cutting what is too much

    /// The peer pushed what is here already: one of the two ways is too much, the longer one.
    mutating func duplicate(
        _ log: UInt64, hops: UInt32, in space: SpaceID, of house: inout House
    ) throws(Violation) {
        guard shared[space]?.isLazy == false else { return try strike(in: house) }
        let arrival = house.spaces[space]?.arrivals[log]
        if let arrival, arrival.hops > hops, arrival.from != id {
            house.spaces[space]?.arrivals.shorten(log, hops: hops, from: id)
            house.cut.append((arrival.from, space))
        } else {
            prune(space, in: &house)
        }
    }

    /// Takes the link to the peer out of the tree of a space.
    mutating func prune(_ space: SpaceID, in house: inout House) {
        guard stage == .sharing, neighbourTalk.isUnderstood, shared[space]?.isLazy == false else {
            return
        }
        shared[space]?.isLazy = true
        send(.live(.prune(space: tag(of: space))), in: &house)
    }

    mutating func receive(prune tag: SpaceTag, in house: inout House) throws(Violation) {
        guard let space = space(tag) else { return try refuse(tag, in: &house) }
        try countTreeChange(isUseful: shared[space]?.isLazy == false, in: house)
        shared[space]?.isLazy = true
    }

    // MARK: Mending what is broken

    /// The peer announced commits: what doesn't come by itself soon is asked for.
    mutating func heard(
        _ entries: [Entry], hops: UInt32, of space: SpaceID, in house: inout House
    ) {
        guard house.isSparse, neighbourTalk.isUnderstood, let state = shared[space],
            state.peer.isSettled, let held = house.spaces[space]
        else { return }
        var lacksSome = false
        for entry in entries where entry.length > held.frontier.entry(of: entry.log).length {
            guard state.announced.count < House.announcedLogs else { break }
            shared[space]?.announced.insert(entry.log)
            lacksSome = true
        }
        if lacksSome, state.graftAt == nil, state.request == nil {
            shared[space]?.graftAt = house.now + house.settings.graftDelay
        }
        if !lacksSome, hops > 0 { shorten(entries, hops: hops, in: space, of: &house) }
    }

    /// A way that is too long is left for a shorter one that was announced.
    private mutating func shorten(
        _ entries: [Entry], hops: UInt32, in space: SpaceID, of house: inout House
    ) {
        guard entries.count == 1, let entry = entries.first, shared[space]?.isLazy == true,
            let arrival = house.spaces[space]?.arrivals[entry.log],
            arrival.through == entry.length, arrival.hops > house.settings.hopGoal,
            hops < arrival.hops, arrival.from != id
        else { return }
        house.spaces[space]?.arrivals.shorten(entry.log, hops: hops, from: id)
        shared[space]?.isLazy = false
        send(.live(.graft(space: tag(of: space))), in: &house)
        house.cut.append((arrival.from, space))
    }

    /// What is asked for now was announced and didn't come: from here on it shall come this way.
    mutating func graft(
        _ missing: [PeerSpace.Missing], in space: SpaceID, of house: inout House
    ) {
        guard let state = shared[space], state.isLazy, neighbourTalk.isUnderstood,
            missing.contains(where: { state.announced.contains($0.log) })
        else { return }
        shared[space]?.isLazy = false
        send(.live(.graft(space: state.tag)), in: &house)
    }

    mutating func receive(graft tag: SpaceTag, in house: inout House) throws(Violation) {
        guard let space = space(tag) else { return try refuse(tag, in: &house) }
        try countTreeChange(isUseful: shared[space]?.isLazy == true, in: house)
        shared[space]?.isLazy = false
    }

    /// A tree that is changed without end is of no use.
    private mutating func countTreeChange(
        isUseful: Bool, in house: House
    ) throws(Violation) {
        if house.now - neighbourTalk.minute >= .seconds(60) {
            neighbourTalk.minute = house.now
            neighbourTalk.treeChanges = 0
        }
        neighbourTalk.treeChanges += 1
        guard isUseful, neighbourTalk.treeChanges <= house.settings.treeChanges else {
            return try strike(in: house)
        }
    }

    // MARK: Hops

    /// What the peer is told of how far announced commits have come; 0 if that isn't known.
    func hops(of entries: [Entry], in space: SpaceID, of house: House) -> UInt32 {
        guard house.isSparse, neighbourTalk.isUnderstood, let held = house.spaces[space] else {
            return 0
        }
        return entries.reduce(0) { most, entry in
            guard let arrival = held.arrivals[entry.log], arrival.through == entry.length else {
                return most
            }
            return max(most, arrival.hops.addingClamped(1))
        }
    }
}

extension House {
    /// Logs of one space of which a peer may have announced more before they come.
    static let announcedLogs = 4_096
}

/// How the newest commits of a space came; of the last few logs that grew.
struct Arrivals: Sendable {
    struct Arrival: Sendable {
        /// The last commit.
        var through: UInt64
        /// Connections that it has crossed; 0 if that isn't known.
        var hops: UInt32
        /// Over which connection it came.
        var from: ConnectionID
    }

    private static let limit = 256
    private var byLog: [UInt64: Arrival] = [:]
    private var order: [UInt64] = []

    subscript(log: UInt64) -> Arrival? { byLog[log] }

    mutating func note(_ log: UInt64, through: UInt64, hops: UInt32, from: ConnectionID) {
        if byLog.updateValue(Arrival(through: through, hops: hops, from: from), forKey: log) == nil
        {
            order.append(log)
        }
        if order.count > Arrivals.limit { byLog[order.removeFirst()] = nil }
    }

    mutating func shorten(_ log: UInt64, hops: UInt32, from: ConnectionID) {
        byLog[log]?.hops = hops
        byLog[log]?.from = from
    }
}

extension UInt32 {
    /// The sum, or the largest number if it doesn't fit.
    func addingClamped(_ other: UInt32) -> UInt32 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
