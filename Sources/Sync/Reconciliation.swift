public import Ledger
public import Wire

/// Finds where two frontiers differ, with traffic that grows with the differences and not with the
/// frontiers (chapter 07, section 4).
///
/// Range-based set reconciliation: one side sends the fingerprint of everything; pieces whose
/// fingerprints differ are cut in sixteen until they are small enough to list their entries. Both
/// sides compare frontiers as they were when the comparison began; what changes meanwhile is told
/// afterwards.
public struct Reconciliation: Sendable {
    /// Into how many pieces a piece is cut.
    public static let branches = 16
    /// A piece with fewer entries is listed instead of cut.
    public static let listed = 32
    /// Entries and pieces in one message; the rest is left for the next round.
    public static let messageEntries = 8_192
    /// Messages that a comparison may take; 100,000 logs need less than forty.
    public static let roundLimit = 256

    /// This side's frontier when the comparison began.
    let frontier: Frontier
    /// What the other side says of logs that differ; length 0 for those that it doesn't have.
    public private(set) var differences: [UInt64: Entry] = [:]
    /// Whether nothing is left to compare.
    public private(set) var isSettled = false

    private let isStarter: Bool
    private var rounds = 0

    /// Begins a comparison of a frontier.
    ///
    /// - Parameter isStarter: Whether this side sends the first offer.
    public init(_ frontier: Frontier, isStarter: Bool) {
        self.frontier = frontier
        self.isStarter = isStarter
    }

    /// The fingerprint of everything.
    public var digest: Bytes16 { frontier.fingerprint(of: Piece(start: 0, end: nil)) }

    /// Compares the other side's digest with ours.
    ///
    /// - Returns: The pieces to send; empty if both frontiers are equal. Then the side that didn't
    ///   start answers with its own, equal offer.
    /// - Throws: ``SyncError/outOfTurn``, or ``SyncError/offerDiffers`` if the answer to our own
    ///   offer is one with another digest.
    public mutating func receive(offer: Bytes16) throws(SyncError) -> [FrontierRange] {
        guard !isSettled, rounds == 0 else { throw .outOfTurn }
        rounds = 1
        let isEqual = offer == digest
        guard !isEqual else {
            isSettled = true
            return []
        }
        guard !isStarter else { throw .offerDiffers }
        return describe(Piece(start: 0, end: nil))
    }

    /// Compares the other side's pieces with ours.
    ///
    /// - Returns: The pieces to answer with; empty if there is nothing to say any more.
    /// - Throws: ``SyncError`` if the pieces break a rule.
    public mutating func receive(_ ranges: [FrontierRange]) throws(SyncError) -> [FrontierRange] {
        guard !isSettled, isStarter || rounds > 0 else { throw .outOfTurn }
        rounds += 1
        guard rounds <= Reconciliation.roundLimit else {
            throw .tooManyRounds(limit: Reconciliation.roundLimit)
        }
        var answer = Answer()
        var start: UInt64 = 0
        let last = ranges.last?.end
        for range in ranges {
            let piece = Piece(start: start, end: range.end)
            guard piece.range != nil else { throw .disorderedRanges }
            guard answer.weight < Reconciliation.messageEntries else {
                answer.postpone(Piece(start: start, end: last), of: frontier)
                break
            }
            let isComplete = try compare(range.content, in: piece, last: last, into: &answer)
            guard isComplete, let end = range.end else { break }
            start = end
        }
        isSettled = !answer.isOpen
        return answer.isNeeded ? answer.ranges : []
    }

    /// Compares one piece; `false` if the rest of the message was postponed.
    private mutating func compare(
        _ content: FrontierRange.Content, in piece: Piece, last: UInt64?, into answer: inout Answer
    ) throws(SyncError) -> Bool {
        switch content {
        case .skip:
            answer.skip(to: piece.end)
        case .fingerprint(let fingerprint):
            answer.isNeeded = true
            if fingerprint == frontier.fingerprint(of: piece) {
                answer.skip(to: piece.end)
            } else {
                for range in describe(piece) { answer.append(range) }
            }
        case .entries(let entries, answer: let isAnswerWanted):
            guard isAnswerWanted else {
                try learn(entries, in: piece)
                answer.skip(to: piece.end)
                return true
            }
            answer.isNeeded = true
            return try reply(to: entries, in: piece, last: last, into: &answer)
        }
        return true
    }

    /// Takes in the entries that the other side has otherwise than we.
    private mutating func learn(_ entries: [Entry], in piece: Piece) throws(SyncError) {
        try check(entries, in: piece)
        for entry in entries.map(\.normalised) where entry != frontier.entry(of: entry.log) {
            try learn(entry)
        }
    }

    private mutating func learn(_ entry: Entry) throws(SyncError) {
        differences[entry.log] = entry
        guard differences.count <= 2 * Limits.frontierLogs else {
            throw .tooManyLogs(limit: Limits.frontierLogs)
        }
    }

    private func check(_ entries: [Entry], in piece: Piece) throws(SyncError) {
        var previous: UInt64 = 0
        for entry in entries {
            guard piece.contains(entry.log), entry.log >= previous else {
                throw .misplacedEntry(log: entry.log)
            }
            previous = entry.log
        }
    }

    /// Takes in all entries of the other side in a piece and answers with those of ours that
    /// differ; as many as the message may hold, the rest is compared again.
    private mutating func reply(
        to entries: [Entry], in piece: Piece, last: UInt64?, into answer: inout Answer
    ) throws(SyncError) -> Bool {
        try check(entries, in: piece)
        var theirs: [UInt64: Entry] = [:]
        for entry in entries { theirs[entry.log] = entry.normalised }
        var different: [Entry] = []
        var listed: Set<UInt64> = []
        for entry in frontier.entries(of: piece) {
            listed.insert(entry.log)
            if theirs[entry.log] != entry { different.append(entry) }
        }
        for entry in entries where !listed.contains(entry.log) && entry.length > 0 {
            different.append(Entry(absent: entry.log))
        }
        different.sort { $0.log < $1.log }
        let room = max(1, Reconciliation.messageEntries - answer.weight)
        var end = piece.end
        if different.count > room, let cut = Self.cut(different, at: room) {
            end = different[cut].log
            different.removeSubrange(cut...)
        }
        for entry in different { try learn(theirs[entry.log] ?? Entry(absent: entry.log)) }
        answer.append(FrontierRange(end: end, content: .entries(different, answer: false)))
        guard let end, end != piece.end else { return true }
        answer.postpone(Piece(start: end, end: last), of: frontier)
        return false
    }

    /// The first index at or after a number where a new prefix begins.
    private static func cut(_ entries: [Entry], at room: Int) -> Int? {
        entries.indices.dropFirst(room).first { entries[$0].log != entries[$0 - 1].log }
    }

    /// What this side says about a piece that isn't equal: its entries, or sixteen fingerprints.
    private func describe(_ piece: Piece) -> [FrontierRange] {
        let entries = frontier.entries(of: piece)
        guard entries.count >= Reconciliation.listed else {
            return [FrontierRange(end: piece.end, content: .entries(entries, answer: true))]
        }
        var ranges: [FrontierRange] = []
        var start = piece.start
        for branch in 1...Reconciliation.branches {
            let isLast = branch == Reconciliation.branches
            let end = isLast ? piece.end : entries[entries.count * branch / 16].log
            guard isLast || end != start else { continue }
            let part = Piece(start: start, end: end)
            ranges.append(
                FrontierRange(end: end, content: .fingerprint(frontier.fingerprint(of: part))))
            start = end ?? start
        }
        return ranges
    }
}

/// The pieces of an answer while they are put together.
private struct Answer {
    var ranges: [FrontierRange] = []
    /// Entries and pieces so far.
    var weight = 0
    /// Whether the other side waits for an answer, even if all of it is settled.
    var isNeeded = false
    /// Whether this side waits for an answer to the answer.
    var isOpen = false

    mutating func append(_ range: FrontierRange) {
        weight += 1
        switch range.content {
        case .fingerprint: isOpen = true
        case .entries(let entries, answer: let isAnswerWanted):
            weight += entries.count
            isOpen = isOpen || isAnswerWanted
        case .skip: break
        }
        ranges.append(range)
    }

    /// Settles a piece; neighbouring settled pieces become one.
    mutating func skip(to end: UInt64?) {
        if let last = ranges.last, last.content == .skip {
            ranges[ranges.count - 1].end = end
        } else {
            append(FrontierRange(end: end, content: .skip))
        }
    }

    /// Leaves a piece for the next round.
    mutating func postpone(_ piece: Piece, of frontier: Frontier) {
        isNeeded = true
        append(
            FrontierRange(end: piece.end, content: .fingerprint(frontier.fingerprint(of: piece))))
    }
}
