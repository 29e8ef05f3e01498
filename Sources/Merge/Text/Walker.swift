/// Walks over the events behind a critical one and says what each does to the text.
///
/// Before an event is walked, the ``Tracker`` is prepared: what the event didn't know of is taken
/// out, what it did know of is put back.
struct Walker: Sendable {
    /// The critical event behind which the walk began; -1 for the beginning of everything.
    private(set) var origin = -1
    /// The event to walk next.
    private(set) var end = 0
    private(set) var tracker = Tracker()
    /// The heads of the prepared version.
    private var prepared: [Int] = []

    /// Begins anew behind a critical event, where the text has so many characters.
    mutating func restart(behind origin: Int, characters: Int) {
        self.origin = origin
        end = origin + 1
        prepared.removeAll(keepingCapacity: true)
        if origin >= 0 { prepared.append(origin) }
        tracker.reset(originals: characters)
    }

    /// Prepares for events that knew of a version.
    ///
    /// - Returns: How many characters the text had in that version.
    mutating func prepare(_ heads: [Int], _ graph: EventGraph, _ log: OperationLog) -> Int {
        if heads != prepared {
            let difference = graph.difference(prepared, heads)
            for range in difference.onlyFirst { tracker.shift(range, by: -1, in: log) }
            for range in difference.onlySecond.reversed() { tracker.shift(range, by: 1, in: log) }
            prepared = heads
        }
        return tracker.preparedCount
    }

    /// Walks over some events; all that they knew of and that is behind the origin has been walked.
    ///
    /// - Parameter steps: Gets what to do to the text.
    /// - Throws: ``TextError/outOfRange(position:length:)`` for an event at a position that its author
    ///   can't have seen.
    mutating func walk(
        _ range: Range<Int>, _ graph: EventGraph, _ log: OperationLog, _ authors: AuthorTable,
        steps: inout [ResultStep]
    ) throws(TextError) {
        guard !range.isEmpty else { return }
        var event = range.lowerBound
        var index = graph.entryIndex(of: event)
        while event < range.upperBound {
            let entry = graph.entries[index]
            let parents = event == Int(entry.first) ? graph.parents(of: entry) : [event - 1]
            let last = min(range.upperBound, Int(entry.end))
            _ = prepare(parents, graph, log)
            try apply(event..<last, log, authors, &steps)
            event = last
            index += 1
        }
    }

    /// Applies prepared events, of which each knew the one before.
    private mutating func apply(
        _ range: Range<Int>, _ log: OperationLog, _ authors: AuthorTable,
        _ steps: inout [ResultStep]
    ) throws(TextError) {
        var event = range.lowerBound
        var index = log.runIndex(of: event)
        while event < range.upperBound {
            let piece = log.piece(index, event..<min(log.end(of: index), range.upperBound))
            try TextError.check(piece, within: tracker.preparedCount)
            if piece.kind == .insert {
                steps.append(
                    tracker.insert(piece) {
                        authors.point(Int($0)) < authors.point(Int($1))
                    })
            } else {
                tracker.delete(piece, steps: &steps)
            }
            event += Int(piece.count)
            index += 1
        }
        end = event
        prepared = [event - 1]
    }
}
