extension HistoryShape {
    /// The text that has this history.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8.
    ///   - gone: What was deleted, in UTF-8, in the order of the insertions.
    /// - Throws: ``TextError`` for a history that no text has, or that ends in another text.
    func document(text: [UInt8], gone: [UInt8]) throws(TextError) -> TextDocument {
        let characters = TextBuffer.characters(in: text)
        try check(inserted: characters + TextBuffer.characters(in: gone))
        var document = TextDocument()
        document.log = OperationLog(shape: operations)
        try fillGraph(&document)
        let tracker = try document.measuredTracker()
        guard Int(tracker.tree.total[1]) == characters else {
            throw .malformed(part: "length of the text")
        }
        document.fill(tracker, text: text, gone: gone)
        return document
    }

    /// Checks that all columns tell of the same events, before anything is made of them.
    private func check(inserted: Int) throws(TextError) {
        let count = entries.reduce(0) { $0 + $1.count }
        var isSame = operations.reduce(0) { $0 &+ $1.count } == count
        isSame = isSame && authorRuns.reduce(0) { $0 &+ $1.count } == count
        isSame = isSame && moments.isEmpty == (count == 0) && (moments.last?.event ?? -1) < count
        guard isSame else { throw .malformed(part: "number of events") }
        let insertions = operations.reduce(0) { $0 + ($1.kind == .insert ? $1.count : 0) }
        guard insertions == inserted else { throw .malformed(part: "number of characters") }
    }

    private func fillGraph(_ document: inout TextDocument) throws(TextError) {
        var event = 0
        for run in authorRuns {
            let index = document.authors.add(authors[run.author])
            document.authors.append(run.count, author: index, event: event)
            event += run.count
        }
        guard document.authors.authors == authors else { throw .malformed(part: "authors") }
        for run in moments { document.moments.append(run.moment, at: run.event) }
        for entry in entries {
            let parents = document.graph.reduced(entry.parents)
            guard parents == entry.parents else { throw .malformed(part: "parents") }
            document.graph.append(entry.count, parents: parents, length: 0)
        }
    }
}

extension TextDocument {
    /// What was deleted, in the order of the insertions.
    func goneText() throws(TextError) -> [UInt8] {
        var gone: [UInt8] = []
        for stretch in insertedStretches(try walkedTracker()) where stretch.position == nil {
            gone.append(contentsOf: log.content[log.bytes(of: stretch.events)])
        }
        return gone
    }

    /// Walks over everything and takes note of how long the text was at critical events.
    fileprivate mutating func measuredTracker() throws(TextError) -> Tracker {
        var walker = Walker()
        walker.restart(behind: -1, characters: 0)
        var steps: [ResultStep] = []
        for index in graph.criticals.indices {
            let end = graph.criticals[index].end
            try walker.walk(walker.end..<end, graph, log, authors, steps: &steps)
            graph.setLength(Int(walker.tracker.tree.total[1]), ofCritical: index)
            steps.removeAll(keepingCapacity: true)
        }
        try walker.walk(walker.end..<graph.count, graph, log, authors, steps: &steps)
        return walker.tracker
    }

    /// Puts the words into a history that has been walked.
    fileprivate mutating func fill(_ tracker: Tracker, text: [UInt8], gone: [UInt8]) {
        let words = CharacterPlaces(text)
        let goneWords = CharacterPlaces(gone)
        var goneUsed = 0
        var content: [UInt8] = []
        content.reserveCapacity(text.count + gone.count)
        var starts: [Int] = []
        starts.reserveCapacity(log.runs.count)
        for stretch in insertedStretches(tracker) {
            while starts.count < log.runs.count,
                Int(log.runs[starts.count].first) <= stretch.events.lowerBound
            {
                starts.append(content.count)
            }
            let count = stretch.events.count
            if let position = stretch.position {
                content.append(contentsOf: text[words.bytes(position..<position + count)])
            } else {
                content.append(contentsOf: gone[goneWords.bytes(goneUsed..<goneUsed + count)])
                goneUsed += count
            }
        }
        while starts.count < log.runs.count { starts.append(content.count) }
        log.fill(content, starts: starts)
        text.withUnsafeBufferPointer {
            buffer.insert($0, characters: words.count, at: 0)
        }
    }

    /// Inserted characters in the order of the events, cut where runs end, and their positions in
    /// the text if they are there.
    private func insertedStretches(
        _ tracker: Tracker
    ) -> [(events: Range<Int>, position: Int?)] {
        var visible: [(events: Range<Int>, position: Int)] = []
        var position = 0
        tracker.forEachSpan { span in
            guard !span.isGone else { return }
            visible.append((Int(span.id)..<Int(span.id + span.count), position))
            position += Int(span.count)
        }
        visible.sort { $0.events.lowerBound < $1.events.lowerBound }
        var result: [(events: Range<Int>, position: Int?)] = []
        var index = 0
        log.forEachPiece(in: 0..<graph.count) { piece in
            guard piece.kind == .insert else { return }
            var event = Int(piece.first)
            let end = event + Int(piece.count)
            while event < end {
                while index < visible.count, visible[index].events.upperBound <= event {
                    index += 1
                }
                let run = index < visible.count ? visible[index] : nil
                let isThere = run.map { $0.events.lowerBound <= event } ?? false
                let edge = isThere ? run?.events.upperBound : run?.events.lowerBound
                let next = min(end, edge ?? end)
                let place = run.map { $0.position + event - $0.events.lowerBound }
                result.append((event..<next, isThere ? place : nil))
                event = next
            }
        }
        return result
    }
}

/// Where the characters of UTF-8 bytes lie.
private struct CharacterPlaces {
    let count: Int
    /// Where each character begins, and the end; empty if each is a byte.
    private var starts: [Int32] = []

    init(_ bytes: [UInt8]) {
        count = TextBuffer.characters(in: bytes)
        guard count < bytes.count else { return }
        starts.reserveCapacity(count + 1)
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            starts.append(Int32(truncatingIfNeeded: index))
        }
        starts.append(Int32(truncatingIfNeeded: bytes.count))
    }

    func bytes(_ range: Range<Int>) -> Range<Int> {
        if starts.isEmpty { return range }
        return Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
    }
}
