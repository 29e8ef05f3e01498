public import Ledger
public import Wire

/// What a peer is known to hold of one space, compared with this replica.
///
/// Once the two frontiers were compared, only the logs that differ are remembered; every other log
/// is the same on both sides. Each change of this replica and each `Have` of the peer keeps that
/// true, so nothing has to be compared again while the session lasts.
public struct PeerSpace: Sendable {
    /// How far the two sides are.
    public enum Phase: Sendable {
        /// Nothing was said yet.
        case apart
        /// The frontiers are being compared.
        case comparing(Reconciliation)
        /// It is known where the two differ.
        case settled
    }

    /// How far the two sides are.
    public private(set) var phase = Phase.apart
    /// What the peer has, for the logs where it differs from this replica.
    public private(set) var remote: [UInt64: Entry] = [:]
    /// Lengths that were sent to the peer and that it hasn't acknowledged.
    public private(set) var sent: [UInt64: UInt64] = [:]
    /// Why the peer doesn't give a log that it has.
    public private(set) var refusals: [UInt64: Refusal] = [:]

    /// Logs of which the peer doesn't know how far they reach here.
    private var unsaid: Set<UInt64> = []
    /// Logs that grew here while the frontiers were being compared.
    private var changed: Set<UInt64> = []
    /// What the peer announced while the frontiers were being compared.
    private var early: [UInt64: Entry] = [:]

    /// Why a peer isn't asked for a log although it has more of it.
    public enum Refusal: Hashable, Sendable {
        /// It was asked, and said why it doesn't give it.
        case withheld(Reason)
        /// It was asked, and gave less than it said that it has.
        case undelivered
        /// It was asked, and is too slow.
        case stalled
        /// What it gave couldn't be stored.
        case rejected
        /// What it gave doesn't continue the log as it is here.
        case contradiction
    }

    /// Knows nothing.
    public init() {}

    /// Whether it is known where the two differ.
    public var isSettled: Bool {
        guard case .settled = phase else { return false }
        return true
    }

    /// Whether both sides hold exactly the same.
    public var isInSync: Bool { isSettled && remote.isEmpty }

    // MARK: Comparing

    /// Begins a comparison and returns the digest to offer.
    public mutating func offer(_ frontier: Frontier) -> Bytes16 {
        let reconciliation = Reconciliation(frontier, isStarter: true)
        begin(reconciliation)
        return reconciliation.digest
    }

    /// What an offer is answered with.
    public enum OfferAnswer: Equatable, Sendable {
        /// Our own, equal offer.
        case offer(Bytes16)
        /// Pieces of our frontier.
        case ranges([FrontierRange])
        /// Nothing.
        case nothing
    }

    /// Takes the peer's offer: the answer to our own, or the beginning of a comparison.
    public mutating func receive(
        offer: Bytes16, frontier: Frontier
    ) throws(SyncError) -> OfferAnswer {
        if case .comparing(var reconciliation) = phase {
            _ = try reconciliation.receive(offer: offer)
            finish(reconciliation, frontier)
            return .nothing
        }
        var reconciliation = Reconciliation(frontier, isStarter: false)
        begin(reconciliation)
        let ranges = try reconciliation.receive(offer: offer)
        finish(reconciliation, frontier)
        return ranges.isEmpty ? .offer(reconciliation.digest) : .ranges(ranges)
    }

    /// Takes pieces of the peer's frontier and returns those to answer with.
    public mutating func receive(
        _ ranges: [FrontierRange], frontier: Frontier
    ) throws(SyncError) -> [FrontierRange] {
        guard case .comparing(var reconciliation) = phase else { throw .outOfTurn }
        phase = .apart
        let answer = try reconciliation.receive(ranges)
        finish(reconciliation, frontier)
        return answer
    }

    private mutating func begin(_ reconciliation: Reconciliation) {
        phase = .comparing(reconciliation)
        remote = [:]
        sent = [:]
        refusals = [:]
        changed = []
        early = [:]
    }

    /// Goes on comparing, or takes over what the comparison found, then what happened meanwhile.
    private mutating func finish(_ reconciliation: Reconciliation, _ frontier: Frontier) {
        guard reconciliation.isSettled else {
            phase = .comparing(reconciliation)
            return
        }
        phase = .settled
        remote = reconciliation.differences
        for log in changed where remote[log] == nil {
            remote[log] = reconciliation.frontier.entry(of: log)
        }
        for (log, entry) in early { remote[log] = entry }
        remote = remote.filter { !$0.value.agrees(with: frontier.entry(of: $0.key)) }
        unsaid.formUnion(changed)
        changed = []
        early = [:]
    }

    // MARK: Changes on either side

    /// A log of this replica grew.
    public mutating func changed(_ log: UInt64, from old: Entry, to new: Entry) {
        switch phase {
        case .apart: return
        case .comparing: changed.insert(log)
        case .settled:
            if remote[log] == nil { remote[log] = old }
            if remote[log]?.agrees(with: new) == true { remote[log] = nil }
            unsaid.insert(log)
        }
    }

    /// The peer is known to have a log at least this far, since it sent it.
    public mutating func learned(_ entry: Entry, frontier: Frontier) throws(SyncError) {
        switch phase {
        case .apart: return
        case .comparing:
            guard early[entry.log].map({ $0.length < entry.length }) ?? true else { return }
            early[entry.log] = entry
        case .settled:
            let known = remote[entry.log] ?? frontier.entry(of: entry.log)
            guard known.length < entry.length else { return }
            try set(entry, frontier)
        }
    }

    /// The peer says how far it has logs.
    ///
    /// - Throws: ``SyncError/tooManyLogs(limit:)``.
    public mutating func receive(
        have entries: [Entry], frontier: Frontier
    ) throws(SyncError) {
        for entry in entries.map(\.normalised) {
            switch phase {
            case .apart: continue
            case .comparing:
                early[entry.log] = entry
                guard early.count <= 2 * Limits.frontierLogs else {
                    throw .tooManyLogs(limit: Limits.frontierLogs)
                }
            case .settled:
                reconsider(entry)
                if let length = sent[entry.log], length <= entry.length { sent[entry.log] = nil }
                try set(entry, frontier)
            }
        }
    }

    /// A log that the peer refused may be asked for again once the peer has more of it.
    private mutating func reconsider(_ entry: Entry) {
        guard let refusal = refusals[entry.log], refusal != .contradiction else { return }
        if entry.length > remote[entry.log]?.length ?? 0 { refusals[entry.log] = nil }
    }

    private mutating func set(_ entry: Entry, _ frontier: Frontier) throws(SyncError) {
        guard !entry.agrees(with: frontier.entry(of: entry.log)) else {
            remote[entry.log] = nil
            return
        }
        remote[entry.log] = entry
        guard remote.count <= 2 * Limits.frontierLogs else {
            throw .tooManyLogs(limit: Limits.frontierLogs)
        }
    }

    // MARK: Telling the peer

    /// Whether something changed here that the peer doesn't know.
    public var hasAnnouncements: Bool { isSettled && !unsaid.isEmpty }

    /// What to tell the peer, a message each; then nothing is left to tell.
    public mutating func announcements(_ frontier: Frontier) -> [[Entry]] {
        guard isSettled else { return [] }
        let entries = unsaid.sorted().map { frontier.entry(of: $0) }
        unsaid = []
        return stride(from: 0, to: entries.count, by: Limits.rangeEntries).map {
            Array(entries[$0..<min($0 + Limits.rangeEntries, entries.count)])
        }
    }

    /// Whether the peer has, or was sent, a log exactly up to an entry.
    public func isUpToDate(with entry: Entry, frontier: Frontier) -> Bool {
        guard isSettled else { return false }
        if let length = sent[entry.log] { return length == entry.length }
        return (remote[entry.log] ?? frontier.entry(of: entry.log)) == entry
    }

    /// A run up to this length is on its way to the peer.
    public mutating func isSending(_ log: UInt64, upTo length: UInt64, frontier: Frontier) {
        sent[log] = max(sent[log] ?? 0, length)
        if frontier.entry(of: log).length == length { unsaid.remove(log) }
    }

    // MARK: What is missing

    /// A log of which the peer has more than this replica.
    public struct Missing: Hashable, Sendable {
        /// The first eight bytes of the log's id.
        public var log: UInt64
        /// The first sequence that is missing here.
        public var from: UInt64
        /// The last sequence that the peer has.
        public var through: UInt64

        /// Says what is missing.
        public init(log: UInt64, from: UInt64, through: UInt64) {
            self.log = log
            self.from = from
            self.through = through
        }
    }

    /// What the peer has and this replica lacks and may ask it for, in the order of the logs.
    public func missing(_ frontier: Frontier) -> [Missing] {
        guard isSettled else { return [] }
        return remote.values
            .filter { refusals[$0.log] == nil && $0.length > 0 }
            .sorted { $0.log < $1.log }
            .compactMap { entry in
                let own = frontier.entry(of: entry.log).length
                guard entry.length > own else { return nil }
                return Missing(log: entry.log, from: own + 1, through: entry.length)
            }
    }

    /// The peer doesn't give a log.
    public mutating func refuse(_ log: UInt64, _ refusal: Refusal) {
        guard refusals[log] != nil || refusals.count < 2 * Limits.frontierLogs else { return }
        refusals[log] = refusal
    }

    /// Lets logs be asked for again, except those that contradict this replica.
    public mutating func forgetRefusals() {
        refusals = refusals.filter { $0.value == .contradiction }
    }

    /// Commits that the peer has and this replica lacks.
    public func weLack(_ frontier: Frontier) -> UInt64 {
        remote.values.reduce(0) { sum, entry in
            let own = frontier.entry(of: entry.log).length
            return sum.addingClamped(entry.length > own ? entry.length - own : 0)
        }
    }

    /// Commits that this replica has and the peer lacks.
    public func theyLack(_ frontier: Frontier) -> UInt64 {
        remote.values.reduce(0) { sum, entry in
            let own = frontier.entry(of: entry.log).length
            return sum.addingClamped(own > entry.length ? own - entry.length : 0)
        }
    }

    /// Logs of which the two have different commits under one sequence, in order.
    public func forks(_ frontier: Frontier) -> [UInt64] {
        let equallyLong = remote.values.filter {
            $0.length > 0 && $0.head != 0 && $0.length == frontier.entry(of: $0.log).length
        }
        let contradicting = refusals.filter { $0.value == .contradiction }.map(\.key)
        return Set(equallyLong.map(\.log)).union(contradicting).sorted()
    }
}

extension UInt64 {
    /// The sum, or the largest number if it doesn't fit.
    package func addingClamped(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
