extension TextDocument {
    /// The longest insertion of one edit in a batch, in characters.
    private static let editCharacters = 4_096

    /// What an author has written from one of their events on, as it travels.
    ///
    /// After an edit, this with the number that the author's next event had before gives what the
    /// author's log must hold. Each batch is within ``TextLimits/batchBytes``.
    public func batches(by author: TextAuthor, from sequence: Int = 0) -> [TextBatch] {
        guard let index = authors.index(of: author) else { return [] }
        var result: [TextBatch] = []
        var next = max(0, sequence)
        while let event = authors.event(index, next) {
            let entry = graph.entries[graph.entryIndex(of: event)]
            let end = min(authors.stretch(event).end, Int(entry.end))
            let parents = event == Int(entry.first) ? graph.parents(of: entry) : [event - 1]
            let (edits, taken) = edits(of: event..<end)
            result.append(
                TextBatch(
                    author: author, first: next, parents: parents.map(authors.point),
                    edits: edits))
            next += taken
        }
        return result
    }

    /// The edits of some events, each of which knew the one before, as many as fit a batch.
    private func edits(of range: Range<Int>) -> (edits: [TextEdit], count: Int) {
        var edits: [TextEdit] = []
        // What is left after the parents; an edit has at most 16 bytes beside its text.
        var room = TextLimits.batchBytes / 2 - 16
        var event = range.lowerBound
        var index = log.runIndex(of: event)
        while event < range.upperBound, room > 0 {
            var end = min(log.end(of: index), range.upperBound)
            if log.runs[index].kind == .insert { end = min(end, event + Self.editCharacters) }
            let piece = log.piece(index, event..<end)
            let (position, count) = (Int(piece.position), Int(piece.count))
            switch piece.kind {
            case .insert:
                let text = log.text(of: event..<end)
                edits.append(.insert(text, at: position))
                room -= text.utf8.count
            case .delete:
                edits.append(.delete(at: position, count: count))
            case .deleteBackward:
                edits.append(.delete(at: position, count: count, backward: true))
            }
            room -= 16
            event = end
            if event == log.end(of: index) { index += 1 }
        }
        return (edits, event - range.lowerBound)
    }
}
