/// What the events of a text did, in runs: where somebody typed or deleted on.
///
/// Positions are those at the time and for the author of the event. Inserted text is kept for ever,
/// also after it was deleted.
struct OperationLog: Sendable {
    /// What the events of a run do, each at its position.
    enum Kind: UInt8, Sendable {
        /// Each character stands behind the one before.
        case insert = 0
        /// Each event deletes what has moved to the position of the one before: the delete key.
        case delete = 1
        /// Each event deletes what stands before the one before: the backspace key.
        case deleteBackward = 2
    }

    /// Consecutive events of one kind whose positions follow from the first.
    struct Run: Sendable {
        var first: Int32
        /// The position of the first event.
        var position: Int32
        /// Where the text of an insertion begins; for others where the next would begin.
        var byte: Int32
        var kind: Kind
    }

    /// A part of a run: events from `first` on.
    struct Piece {
        var kind: Kind
        /// The lowest position that it touches.
        var position: Int32
        var first: Int32
        var count: Int32
    }

    /// Runs of text with longer characters end here, so that a character is found quickly.
    static let longestMixedRun = 1_024

    private(set) var runs: [Run] = []
    /// All inserted text in UTF-8, in the order of the events.
    private(set) var content: [UInt8] = []
    private(set) var count = 0

    /// Starts empty.
    init() {}

    /// Makes a log whose text is still unknown: ``fill(_:starts:)`` must follow.
    init(shape: [HistoryShape.Operations]) {
        for run in shape {
            append(run.kind, count, run.position, 0)
            count += run.count
        }
    }

    /// Gives the runs of a log its text.
    ///
    /// - Parameter starts: For each run where its text begins, or the next would begin.
    mutating func fill(_ content: [UInt8], starts: [Int]) {
        self.content = content
        for (index, start) in starts.enumerated() {
            runs[index].byte = Int32(truncatingIfNeeded: start)
        }
    }

    // MARK: Adding

    /// Adds an insertion of so many characters.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>, characters: Int, at position: Int) {
        guard characters > Self.longestMixedRun, text.count > characters else {
            return insertRun(text, characters: characters, at: position)
        }
        var start = 0
        var done = 0
        while done < characters {
            let count = min(Self.longestMixedRun, characters - done)
            var (end, left) = (start, count)
            while end < text.count {
                if text[end] & 0xC0 != 0x80 {
                    if left == 0 { break }
                    left -= 1
                }
                end += 1
            }
            insertRun(
                UnsafeBufferPointer(rebasing: text[start..<end]), characters: count,
                at: position + done)
            start = end
            done += count
        }
    }

    private mutating func insertRun(
        _ text: UnsafeBufferPointer<UInt8>, characters: Int, at position: Int
    ) {
        let byte = content.count
        content.append(contentsOf: text)
        let first = count
        count += characters
        if let last = runs.last, last.kind == .insert,
            Int(last.position) + first - Int(last.first) == position,
            first - Int(last.first) + characters <= Self.longestMixedRun
                || (byte - Int(last.byte) == first - Int(last.first) && text.count == characters)
        {
            return
        }
        append(.insert, first, position, byte)
    }

    /// Adds a deletion of so many characters from a position on.
    mutating func delete(_ characters: Int, at position: Int, backward: Bool) {
        let first = count
        count += characters
        if let last = runs.last {
            let length = first - Int(last.first)
            let isOne = length == 1 && last.kind != .insert
            if !backward || characters == 1, last.kind == .delete, Int(last.position) == position {
                return
            }
            if backward || characters == 1, last.kind == .deleteBackward || isOne {
                let end = Int(last.position) - (isOne ? 1 : length)
                if position + characters - 1 == end {
                    runs[runs.count - 1].kind = .deleteBackward
                    return
                }
            }
        }
        let start = backward ? position + characters - 1 : position
        append(backward && characters > 1 ? .deleteBackward : .delete, first, start, content.count)
    }

    private mutating func append(_ kind: Kind, _ first: Int, _ position: Int, _ byte: Int) {
        runs.append(
            Run(
                first: Int32(truncatingIfNeeded: first),
                position: Int32(truncatingIfNeeded: position),
                byte: Int32(truncatingIfNeeded: byte), kind: kind))
    }

    // MARK: Reading

    /// The event behind a run.
    func end(of run: Int) -> Int { run + 1 < runs.count ? Int(runs[run + 1].first) : count }

    /// The index of the run that holds an event.
    func runIndex(of event: Int) -> Int {
        var low = 0
        var high = runs.count - 1
        if high >= 0, Int(runs[high].first) <= event { return high }
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(runs[middle].first) <= event { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// A part of a run.
    func piece(_ index: Int, _ range: Range<Int>) -> Piece {
        let run = runs[index]
        let skipped = Int32(truncatingIfNeeded: range.lowerBound) - run.first
        let count = Int32(truncatingIfNeeded: range.count)
        let position: Int32
        switch run.kind {
        case .insert: position = run.position + skipped
        case .delete: position = run.position
        case .deleteBackward: position = run.position - skipped - count + 1
        }
        return Piece(
            kind: run.kind, position: position,
            first: Int32(truncatingIfNeeded: range.lowerBound), count: count)
    }

    /// The pieces of some events, in order.
    func forEachPiece(in range: Range<Int>, _ body: (Piece) -> Void) {
        guard !range.isEmpty else { return }
        var index = runIndex(of: range.lowerBound)
        var event = range.lowerBound
        while event < range.upperBound {
            let end = min(end(of: index), range.upperBound)
            body(piece(index, event..<end))
            event = end
            index += 1
        }
    }

    /// The text that some events of one insertion inserted, in bytes of ``content``.
    func bytes(of range: Range<Int>) -> Range<Int> {
        let index = runIndex(of: range.lowerBound)
        let start = Int(runs[index].byte)
        let end = index + 1 < runs.count ? Int(runs[index + 1].byte) : content.count
        let skipped = range.lowerBound - Int(runs[index].first)
        if end - start == self.end(of: index) - Int(runs[index].first) {
            return start + skipped..<start + skipped + range.count
        }
        let lower = advance(start, by: skipped)
        return lower..<advance(lower, by: range.count)
    }

    /// The byte where the character begins that stands so many behind another.
    private func advance(_ byte: Int, by characters: Int) -> Int {
        var place = byte
        for _ in 0..<characters {
            place += 1
            while place < content.count, content[place] & 0xC0 == 0x80 { place += 1 }
        }
        return place
    }

    /// The text that some events of one insertion inserted.
    func text(of range: Range<Int>) -> String {
        String(decoding: content[bytes(of: range)], as: UTF8.self)
    }

    /// By how much some events that know of each other make the text longer.
    func growth(in range: Range<Int>) -> Int {
        var sum = 0
        forEachPiece(in: range) { sum += $0.kind == .insert ? Int($0.count) : -Int($0.count) }
        return sum
    }
}
