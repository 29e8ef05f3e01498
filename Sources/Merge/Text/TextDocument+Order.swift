extension EventGraph {
    /// The entries in an order in which each branch is walked to its end before the next begins.
    ///
    /// Events that arrived in turns from two people who didn't see each other would otherwise be
    /// walked in turns, and each turn would take the other's whole branch out and back in.
    func walkingOrder() -> [Int] {
        var children: [[Int]] = Array(repeating: [], count: entries.count)
        var missing = Array(repeating: 0, count: entries.count)
        for index in entries.indices {
            var before: [Int] = []
            for parent in parents(of: entries[index]) {
                let place = entryIndex(of: parent)
                if before.last != place { before.append(place) }
            }
            missing[index] = before.count
            for place in before { children[place].append(index) }
        }
        var order: [Int] = []
        order.reserveCapacity(entries.count)
        var next = Array(entries.indices.filter { missing[$0] == 0 }.reversed())
        while let index = next.popLast() {
            order.append(index)
            for child in children[index].reversed() {
                missing[child] -= 1
                if missing[child] == 0 { next.append(child) }
            }
        }
        return order
    }
}

extension TextDocument {
    /// The same text with its events numbered in the order in which they are best walked.
    func inWalkingOrder() -> TextDocument {
        let order = graph.walkingOrder()
        if order.elementsEqual(order.indices) { return self }
        var renumbered: [Int] = Array(repeating: 0, count: order.count)
        var first = 0
        for index in order {
            renumbered[index] = first
            first += Int(graph.entries[index].end - graph.entries[index].first)
        }
        var document = TextDocument()
        document.buffer = buffer
        for index in order {
            let entry = graph.entries[index]
            let parents = graph.parents(of: entry).map { parent in
                let place = graph.entryIndex(of: parent)
                return renumbered[place] + parent - Int(graph.entries[place].first)
            }
            document.take(Int(entry.first)..<Int(entry.end), knowing: parents.sorted(), of: self)
        }
        // Which events are critical doesn't depend on their numbers.
        for (run, index) in zip(graph.criticals, document.graph.criticals.indices) {
            document.graph.setLength(run.length, ofCritical: index)
        }
        return document
    }

    /// Adds events of another text to the history.
    private mutating func take(_ range: Range<Int>, knowing parents: [Int], of other: TextDocument)
    {
        var event = range.lowerBound
        while event < range.upperBound {
            let (author, _, authorEnd) = other.authors.stretch(event)
            let (moment, momentEnd) = other.moments.stretch(event)
            let end = min(authorEnd, momentEnd, range.upperBound)
            let place = graph.count + event - range.lowerBound
            let index = authors.add(other.authors.authors[author])
            authors.append(end - event, author: index, event: place)
            moments.append(moment, at: place)
            event = end
        }
        other.log.forEachPiece(in: range) { log.append($0, of: other.log) }
        graph.append(range.count, parents: parents, length: 0)
    }
}

extension OperationLog {
    /// Adds a piece of another log.
    fileprivate mutating func append(_ piece: Piece, of other: OperationLog) {
        let (position, count) = (Int(piece.position), Int(piece.count))
        guard piece.kind == .insert else {
            return delete(count, at: position, backward: piece.kind == .deleteBackward)
        }
        let bytes = other.bytes(of: Int(piece.first)..<Int(piece.first) + count)
        other.content.withUnsafeBufferPointer {
            let text = UnsafeBufferPointer(rebasing: $0[bytes])
            insert(text, characters: count, at: position)
        }
    }
}
