/// Characters that stand together and came and went together.
public struct TextPassage: Hashable, Sendable {
    /// The characters.
    public let text: String
    /// Who wrote them: the event that inserted the first; the others' numbers follow.
    public let first: TextPoint
    /// When they were written, in milliseconds since 1970 as the author's clock said.
    public let moment: Int64
    /// Who deleted them, in order; nobody if they are in the text.
    public let deletedBy: [TextAuthor]

    /// Whether they are in the text.
    public var isVisible: Bool { deletedBy.isEmpty }
}

/// Who wrote which part of a text.
public struct TextCredit: Hashable, Sendable {
    /// The positions of the characters.
    public let range: Range<Int>
    /// Who wrote them: the event that inserted the first; the others' numbers follow.
    public let first: TextPoint
    /// When they were written, in milliseconds since 1970 as the author's clock said.
    public let moment: Int64
}

/// What an author did in one go.
public struct TextChange: Hashable, Sendable {
    /// What was done.
    public enum Kind: Hashable, Sendable { case inserted, deleted }

    /// The author and the first event; the others' numbers follow.
    public let first: TextPoint
    /// When it was, in milliseconds since 1970 as the author's clock said.
    public let moment: Int64
    /// What was done.
    public let kind: Kind
    /// Where, in the text as the author saw it.
    public let position: Int
    /// What was inserted or deleted.
    public let text: String
}

extension TextDocument {
    // The walks below can't fail: an event that can't be walked is never taken in. The errors are
    // passed on all the same, so that a defect would be seen.

    /// Everything that was ever written, in the order in which it stands or stood.
    ///
    /// The passages without deletions make up the text.
    public func passages() throws(TextError) -> [TextPassage] {
        try inWalkingOrder().walkedPassages()
    }

    private func walkedPassages() throws(TextError) -> [TextPassage] {
        let tracker = try walkedTracker()
        let deletions = Deletions(tracker, self)
        var result: [TextPassage] = []
        tracker.forEachSpan { span in
            for stretch in stretches(Int(span.id)..<Int(span.id + span.count)) {
                for part in deletions.parts(of: stretch) {
                    result.append(
                        TextPassage(
                            text: insertedText(part.range),
                            first: authors.point(part.range.lowerBound),
                            moment: moments.stretch(part.range.lowerBound).moment,
                            deletedBy: part.authors))
                }
            }
        }
        return result
    }

    /// Who wrote what is in the text now, in order.
    public func credits() throws(TextError) -> [TextCredit] {
        try inWalkingOrder().walkedCredits()
    }

    private func walkedCredits() throws(TextError) -> [TextCredit] {
        var result: [TextCredit] = []
        var position = 0
        try walkedTracker().forEachSpan { span in
            guard !span.isGone else { return }
            for part in stretches(Int(span.id)..<Int(span.id + span.count)) {
                let range = position..<position + part.count
                position = range.upperBound
                result.append(
                    TextCredit(
                        range: range, first: authors.point(part.lowerBound),
                        moment: moments.stretch(part.lowerBound).moment))
            }
        }
        return result
    }

    /// What an author did, in order.
    public func changes(by author: TextAuthor) throws(TextError) -> [TextChange] {
        try inWalkingOrder().walkedChanges(by: author)
    }

    private func walkedChanges(by author: TextAuthor) throws(TextError) -> [TextChange] {
        guard let index = authors.index(of: author) else { return [] }
        let tracker = try walkedTracker()
        var result: [TextChange] = []
        for run in authors.own[index] {
            let start = Int(run.event)
            let end = min(authors.stretch(start).end, graph.count)
            for part in stretches(start..<end) {
                log.forEachPiece(in: part) { result.append(change($0, tracker)) }
            }
        }
        return result
    }

    private func change(_ piece: OperationLog.Piece, _ tracker: Tracker) -> TextChange {
        let first = Int(piece.first)
        var text = ""
        if piece.kind == .insert {
            text = log.text(of: first..<first + Int(piece.count))
        } else {
            let runs = tracker.targets(of: piece)
            let isBackward = piece.kind == .deleteBackward
            for run in isBackward ? runs.reversed() : runs {
                let part = insertedText(Int(run.id)..<Int(run.id + run.count))
                // Characters that were typed from the last to the first have falling numbers.
                text +=
                    run.isBackward == isBackward
                    ? part : String(String.UnicodeScalarView(part.unicodeScalars.reversed()))
            }
        }
        return TextChange(
            first: authors.point(first), moment: moments.stretch(first).moment,
            kind: piece.kind == .insert ? .inserted : .deleted, position: Int(piece.position),
            text: text)
    }

    /// The text that some insertions brought.
    private func insertedText(_ events: Range<Int>) -> String {
        var text = ""
        log.forEachPiece(in: events) {
            text += log.text(of: Int($0.first)..<Int($0.first + $0.count))
        }
        return text
    }

    /// A tracker that has walked over everything from the beginning.
    func walkedTracker() throws(TextError) -> Tracker {
        var walker = Walker()
        var steps: [ResultStep] = []
        walker.restart(behind: -1, characters: 0)
        try walker.walk(0..<graph.count, graph, log, authors, steps: &steps)
        return walker.tracker
    }

    /// Cuts events where author, number, moment or run of text change.
    private func stretches(_ range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var event = range.lowerBound
        while event < range.upperBound {
            let end = min(
                authors.stretch(event).end, moments.stretch(event).end, range.upperBound)
            result.append(event..<end)
            event = end
        }
        return result
    }
}

/// Which characters were deleted, and by whom.
private struct Deletions {
    /// Disjoint runs of inserted characters, ascending, with who deleted all of the run.
    private var runs: [(range: Range<Int>, authors: [TextAuthor])] = []

    init(_ tracker: Tracker, _ document: TextDocument) {
        // Where a deletion begins and where one ends, so that runs lie between neighbours.
        var edges: [(character: Int, author: Int, change: Int)] = []
        document.log.forEachPiece(in: 0..<document.graph.count) { piece in
            guard piece.kind != .insert else { return }
            for run in tracker.targets(of: piece) {
                var (event, character) = (Int(run.event), Int(run.id))
                let end = event + Int(run.count)
                if run.isBackward { character = Int(run.id + run.count) }
                while event < end {
                    let (author, _, last) = document.authors.stretch(event)
                    let count = min(end, last) - event
                    let low = run.isBackward ? character - count : character
                    edges.append((low, author, 1))
                    edges.append((low + count, author, -1))
                    character = run.isBackward ? low : low + count
                    event += count
                }
            }
        }
        edges.sort { ($0.character, $0.author, $0.change) < ($1.character, $1.author, $1.change) }
        var open: [Int: Int] = [:]
        for (index, edge) in edges.enumerated() {
            open[edge.author, default: 0] += edge.change
            if open[edge.author] == 0 { open[edge.author] = nil }
            guard index + 1 < edges.count, edges[index + 1].character > edge.character,
                !open.isEmpty
            else { continue }
            runs.append(
                (
                    edge.character..<edges[index + 1].character,
                    open.keys.map { document.authors.authors[$0] }.sorted()
                ))
        }
    }

    /// The parts of some inserted characters, each with who deleted all of it.
    func parts(of range: Range<Int>) -> [(range: Range<Int>, authors: [TextAuthor])] {
        var parts: [(range: Range<Int>, authors: [TextAuthor])] = []
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].range.upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var character = range.lowerBound
        while character < range.upperBound {
            let run = low < runs.count ? runs[low] : nil
            if let run, run.range.lowerBound <= character {
                let end = min(run.range.upperBound, range.upperBound)
                parts.append((character..<end, run.authors))
                character = end
                low += 1
            } else {
                let end = min(run?.range.lowerBound ?? .max, range.upperBound)
                parts.append((character..<end, []))
                character = end
            }
        }
        return parts
    }
}
