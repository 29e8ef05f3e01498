extension TextDocument {
    // MARK: Names

    /// The version with some local heads.
    func version(of heads: [Int]) -> TextVersion { TextVersion(heads.map(authors.point)) }

    /// The local heads of a version.
    ///
    /// - Throws: ``TextError/unknown(_:)`` for a version with events that haven't come.
    func heads(of version: TextVersion) throws(TextError) -> [Int] {
        var events: [Int] = []
        for point in version.heads {
            guard let event = authors.event(point) else { throw .unknown(point) }
            events.append(event)
        }
        return graph.reduced(events)
    }

    /// Whether this text has everything that a version has.
    public func knows(_ version: TextVersion) -> Bool {
        version.heads.allSatisfy { authors.event($0) != nil }
    }

    // MARK: Earlier texts

    /// The text as it was in a version.
    ///
    /// - Throws: ``TextError/unknown(_:)`` for a version with events that haven't come.
    public func text(at version: TextVersion) throws(TextError) -> String {
        let ordered = inWalkingOrder()
        return try ordered.buffer(at: try ordered.heads(of: version)).string
    }

    func buffer(at heads: [Int]) throws(TextError) -> TextBuffer {
        if heads == graph.heads { return buffer }
        var buffer = TextBuffer()
        let events = graph.difference([], heads).onlySecond.reversed()
        try replay(Array(events), into: &buffer)
        return buffer
    }

    /// Applies the events of a version, in ascending runs, to an empty text.
    ///
    /// Critical events are applied as they are; between them it is walked.
    func replay(_ ranges: [Range<Int>], into buffer: inout TextBuffer) throws(TextError) {
        var walker = Walker()
        var zone: Int?
        var critical = 0
        for range in ranges {
            var event = range.lowerBound
            while event < range.upperBound {
                while critical < graph.criticals.count, graph.criticals[critical].end <= event {
                    critical += 1
                }
                let run = critical < graph.criticals.count ? graph.criticals[critical] : nil
                let isCritical = run.map { $0.first <= event } ?? false
                let end = min((isCritical ? run?.end : run?.first) ?? .max, range.upperBound)
                if isCritical {
                    try applyDirectly(event..<end, to: &buffer)
                } else {
                    let origin = critical > 0 ? graph.criticals[critical - 1].end - 1 : -1
                    if zone != origin {
                        walker.restart(behind: origin, characters: buffer.count)
                        zone = origin
                    }
                    try walk(event..<end, &walker, to: &buffer)
                }
                event = end
            }
        }
    }

    private func walk(
        _ range: Range<Int>, _ walker: inout Walker, to buffer: inout TextBuffer
    ) throws(TextError) {
        var steps: [ResultStep] = []
        try walker.walk(range, graph, log, authors, steps: &steps)
        for step in steps { buffer.apply(step, of: log) }
    }

    /// Applies events that each knew of everything before.
    private func applyDirectly(
        _ range: Range<Int>, to buffer: inout TextBuffer
    ) throws(TextError) {
        var event = range.lowerBound
        var index = log.runIndex(of: event)
        while event < range.upperBound {
            let piece = log.piece(index, event..<min(log.end(of: index), range.upperBound))
            try TextError.check(piece, within: buffer.count)
            buffer.apply(
                ResultStep(
                    insertion: piece.kind == .insert ? event : nil, position: piece.position,
                    count: piece.count), of: log)
            event += Int(piece.count)
            index += 1
        }
    }

    // MARK: Differences

    /// The edits, one after the other, that turn the text of one version into that of another.
    ///
    /// What both have stays untouched. It goes forward, backward and aside.
    ///
    /// - Throws: ``TextError/unknown(_:)`` for a version with events that haven't come.
    public func edits(
        from first: TextVersion, to second: TextVersion
    ) throws(TextError) -> [TextEdit] {
        try inWalkingOrder().walkedEdits(from: first, to: second)
    }

    private func walkedEdits(
        from first: TextVersion, to second: TextVersion
    ) throws(TextError) -> [TextEdit] {
        let (before, after) = (try heads(of: first), try heads(of: second))
        if before == after { return [] }
        let origin = graph.critical(atMost: min(before.last ?? -1, after.last ?? -1))
        var walker = Walker()
        walker.restart(behind: origin, characters: length(at: origin))
        let start = origin >= 0 ? [origin] : []
        var events = graph.difference(start, before).onlySecond
        events += graph.difference(before, after).onlySecond
        var steps: [ResultStep] = []
        // Either run has only events that the other hasn't, so the order is that of the numbers.
        for range in events.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            try walker.walk(range, graph, log, authors, steps: &steps)
        }
        let old = visible(in: before, &walker)
        let new = visible(in: after, &walker)
        return Self.edits(from: old, to: new, text: try buffer(at: after).string)
    }

    /// Runs of characters in the order of everything, and whether a version has them.
    private func visible(
        in heads: [Int], _ walker: inout Walker
    ) -> [(count: Int, isThere: Bool)] {
        _ = walker.prepare(heads, graph, log)
        var runs: [(count: Int, isThere: Bool)] = []
        walker.tracker.forEachSpan { span in
            let isThere = span.state == 1
            if let last = runs.last, last.isThere == isThere {
                runs[runs.count - 1].count += Int(span.count)
            } else {
                runs.append((Int(span.count), isThere))
            }
        }
        return runs
    }

    private static func edits(
        from old: [(count: Int, isThere: Bool)], to new: [(count: Int, isThere: Bool)],
        text: String
    ) -> [TextEdit] {
        var edits: [TextEdit] = []
        var (oldIndex, newIndex, oldUsed, newUsed, position) = (0, 0, 0, 0, 0)
        var cursor = text.unicodeScalars.startIndex
        while oldIndex < old.count, newIndex < new.count {
            let count = min(old[oldIndex].count - oldUsed, new[newIndex].count - newUsed)
            let isThere = new[newIndex].isThere
            if old[oldIndex].isThere, !isThere { edits.addDeletion(count, at: position) }
            if isThere {
                let end = text.unicodeScalars.index(cursor, offsetBy: count)
                if !old[oldIndex].isThere {
                    edits.addInsertion(String(text.unicodeScalars[cursor..<end]), at: position)
                }
                cursor = end
                position += count
            }
            oldUsed += count
            newUsed += count
            if oldUsed == old[oldIndex].count { (oldIndex, oldUsed) = (oldIndex + 1, 0) }
            if newUsed == new[newIndex].count { (newIndex, newUsed) = (newIndex + 1, 0) }
        }
        return edits
    }
}

extension [TextEdit] {
    /// Adds a deletion, to the last one if it is at the same place.
    fileprivate mutating func addDeletion(_ count: Int, at position: Int) {
        if case .delete(position, let before, _) = last {
            self[self.count - 1] = .delete(at: position, count: before + count)
        } else {
            append(.delete(at: position, count: count))
        }
    }

    /// Adds an insertion, to the last one if it goes on from there.
    fileprivate mutating func addInsertion(_ text: String, at position: Int) {
        if case .insert(let before, let start) = last,
            start + before.unicodeScalars.count == position
        {
            self[count - 1] = .insert(before + text, at: start)
        } else {
            append(.insert(text, at: position))
        }
    }
}
