/// The characters of a text and of its concurrent past, in the one order that all replicas agree on.
///
/// It is the internal state of the walk over the events (Gentle & Kleppmann 2025, "Collaborative
/// Text Editing with Eg-walker"). Each character, deleted ones included, has two states: whether it
/// is there in the **prepared** version, the one that the next event knew of, and whether it is
/// there in the result of all events walked so far. So an event's position is looked up as its
/// author saw it and comes out as it must be applied now.
///
/// The text in which the walk starts is a run of nameless **original** characters.
struct Tracker: Sendable {
    /// Consecutive characters that came together and have the same state.
    struct Span: Sendable {
        /// The event that inserted the first, or its place in the original text and ``original``.
        var id: Int32
        var count: Int32
        /// The character that stood before the first when it was inserted.
        var left: Int32
        /// The character that stood behind them when they were inserted.
        var right: Int32
        /// In the prepared version: 0 not inserted yet, 1 there, above deleted so many times.
        var state: Int32
        /// Whether any event has deleted it.
        var isGone: Bool

        var counts: Counts {
            Counts(
                state == 1 ? count : 0, isGone ? 0 : count, id >= Tracker.original ? count : 0,
                count)
        }
    }

    /// What is known of consecutive events: an insertion's place in the marks, or a deletion's
    /// character; the next event's is one `step` further.
    struct Note: Sendable {
        var event: Int32
        var value: Int32
        var step: Int32
    }

    /// Where a character is: the span, and which of its characters.
    struct Place {
        var leaf: Int32
        var index: Int
        var offset: Int32
    }

    /// What stands before the first character.
    static let start: Int32 = -1
    /// What stands behind the last.
    static let end = Int32.max
    /// The number of the first original character; events have lower ones.
    static let original: Int32 = 1 << 30
    static let leafSpans = 32

    /// Sums of: prepared characters, resulting characters, original ones, all.
    var tree = CountedTree()
    var spans: [Span] = []
    private(set) var sizes: [Int32] = []
    /// What is noted of the walked events, by ascending event.
    private(set) var notes: [Note] = []
    /// For each inserted character the leaf that it is in; its note tells where.
    private(set) var marks: [Int32] = []
    /// How many spans have been taken out of the prepared version or put back.
    private(set) var shifts = 0

    /// Starts empty, before the first event.
    init() { addLeaf() }

    /// Starts anew with so many original characters.
    mutating func reset(originals: Int) {
        tree.reset()
        spans.removeAll(keepingCapacity: true)
        sizes.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        notes.removeAll(keepingCapacity: true)
        shifts = 0
        addLeaf()
        guard originals > 0 else { return }
        let span = Span(
            id: Self.original, count: Int32(truncatingIfNeeded: originals), left: Self.start,
            right: Self.end, state: 1, isGone: false)
        spans[0] = span
        sizes[0] = 1
        tree.add(span.counts, to: 0)
    }

    /// How many characters the prepared version has.
    var preparedCount: Int { Int(tree.total[0]) }

    // MARK: Places

    /// Where a character is.
    func place(of id: Int32) -> Place {
        let leaf =
            id >= Self.original
            ? tree.leaf(holding: id - Self.original + 1) { $0[2] }.leaf
            : marks[Int(value(of: id))]
        var index = Int(leaf) * Self.leafSpans
        while true {
            let span = spans[index]
            if id >= span.id, id < span.id + span.count {
                return Place(leaf: leaf, index: index, offset: id - span.id)
            }
            index += 1
        }
    }

    /// Counts that a span was taken out or put back.
    mutating func countShift() { shifts += 1 }

    /// The index of the note that tells of an event.
    func noteIndex(of event: Int32) -> Int {
        var low = 0
        var high = notes.count - 1
        if notes[high].event <= event { return high }
        while low < high {
            let middle = (low + high + 1) / 2
            if notes[middle].event <= event { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// What is noted of an event.
    private func value(of event: Int32) -> Int32 {
        let note = notes[noteIndex(of: event)]
        return note.value + (event - note.event) * note.step
    }

    /// Notes that some events inserted characters, and makes room for their marks.
    mutating func noteInsertion(_ first: Int32, _ count: Int32) {
        let mark = Int32(truncatingIfNeeded: marks.count)
        marks.append(contentsOf: repeatElement(0, count: Int(count)))
        note(first, count, mark, step: 1)
    }

    /// Notes that the next events have values, of which each is one step further.
    ///
    /// Whatever the last note says of them already needs no note of its own.
    mutating func note(_ first: Int32, _ count: Int32, _ value: Int32, step: Int32) {
        if let last = notes.last {
            let isForetold = last.value + (first - last.event) * last.step == value
            if isForetold, count == 1 || last.step == step { return }
            if count == 1, last.event == first - 1, abs(value - last.value) == 1 {
                notes[notes.count - 1].step = value - last.value
                return
            }
        }
        notes.append(Note(event: first, value: value, step: step))
    }

    /// How many characters of all stand before one.
    func rank(of id: Int32) -> Int32 {
        if id == Self.start { return -1 }
        if id == Self.end { return .max }
        let place = place(of: id)
        var rank = tree.before(place.leaf)[3] + place.offset
        for index in Int(place.leaf) * Self.leafSpans..<place.index { rank += spans[index].count }
        return rank
    }

    /// How many characters of the result stand before a span.
    func resultBefore(_ place: Place) -> Int32 {
        var count = tree.before(place.leaf)[1]
        for index in Int(place.leaf) * Self.leafSpans..<place.index where !spans[index].isGone {
            count += spans[index].count
        }
        return count
    }

    /// The place where the next span begins if this one is behind the last of its leaf; `nil` at
    /// the end of everything.
    func rolled(_ place: Place) -> Place? {
        var place = place
        while place.index == Int(place.leaf) * Self.leafSpans + Int(sizes[Int(place.leaf)]) {
            let next = tree.next[Int(place.leaf)]
            if next < 0 { return nil }
            place = Place(leaf: next, index: Int(next) * Self.leafSpans, offset: 0)
        }
        return place
    }

    // MARK: Spans

    /// Visits all spans in order.
    func forEachSpan(_ body: (Span) -> Void) {
        var leaf = tree.first
        while leaf >= 0 {
            let start = Int(leaf) * Self.leafSpans
            for index in start..<start + Int(sizes[Int(leaf)]) { body(spans[index]) }
            leaf = tree.next[Int(leaf)]
        }
    }

    private mutating func addLeaf() {
        let empty = Span(id: 0, count: 0, left: 0, right: 0, state: 0, isGone: false)
        spans.append(contentsOf: repeatElement(empty, count: Self.leafSpans))
        sizes.append(0)
    }

    /// Makes room for one more span in a leaf; the place may then be in another.
    mutating func makeRoom(_ place: Place) -> Place {
        guard sizes[Int(place.leaf)] == Int32(Self.leafSpans) else { return place }
        let half = Self.leafSpans / 2
        let source = Int(place.leaf) * Self.leafSpans + half
        var moved = Counts()
        for index in source..<source + half { moved &+= spans[index].counts }
        tree.add(Counts() &- moved, to: place.leaf)
        let new = tree.insertLeaf(moved, after: place.leaf)
        addLeaf()
        let target = Int(new) * Self.leafSpans
        for offset in 0..<half {
            spans[target + offset] = spans[source + offset]
            mark(spans[target + offset], leaf: new)
        }
        sizes[Int(place.leaf)] = Int32(half)
        sizes[Int(new)] = Int32(half)
        guard place.index > source else { return place }
        return Place(leaf: new, index: place.index - source + target, offset: place.offset)
    }

    /// Notes in which leaf the characters of a span are.
    mutating func mark(_ span: Span, leaf: Int32) {
        guard span.id < Self.original else { return }
        let start = Int(value(of: span.id))
        for index in start..<start + Int(span.count) { marks[index] = leaf }
    }

    /// Puts a span before the one at a place where there is room; the sums stay as they are.
    mutating func put(_ span: Span, at place: Place) {
        var index = Int(place.leaf) * Self.leafSpans + Int(sizes[Int(place.leaf)])
        while index > place.index {
            spans[index] = spans[index - 1]
            index -= 1
        }
        spans[place.index] = span
        sizes[Int(place.leaf)] += 1
        mark(span, leaf: place.leaf)
    }

    /// Cuts a span so that a new one begins at a place.
    mutating func cut(_ place: Place) -> Place {
        guard place.offset > 0 else { return place }
        // The room must be found for the second half, which stands behind this span.
        let behind = makeRoom(Place(leaf: place.leaf, index: place.index + 1, offset: 0))
        let first = behind.index - 1
        var span = spans[first]
        spans[first].count = place.offset
        span.id += place.offset
        span.count -= place.offset
        span.left = span.id - 1
        put(span, at: behind)
        return behind
    }
}
