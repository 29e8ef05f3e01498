/// A change of the result, as it must be applied to the text.
struct ResultStep: Sendable {
    /// The event that inserted the first character; `nil` for a deletion.
    var insertion: Int?
    var position: Int32
    var count: Int32

    static func insert(_ piece: OperationLog.Piece, at position: Int32) -> ResultStep {
        ResultStep(insertion: Int(piece.first), position: position, count: piece.count)
    }
}

extension Tracker {
    // MARK: Insertions

    /// Applies an insertion whose position is one of the prepared version.
    ///
    /// - Parameter precedes: Whether the author of one event stands before that of another.
    /// - Returns: What to do to the result.
    mutating func insert(
        _ piece: OperationLog.Piece, precedes: (Int32, Int32) -> Bool
    ) -> ResultStep {
        noteInsertion(piece.first, piece.count)
        var place: Place
        var left = Self.start
        var result: Int32 = 0
        if piece.position == 0 {
            place = Place(
                leaf: tree.first, index: Int(tree.first) * Self.leafSpans, offset: 0)
        } else {
            (place, result) = find(prepared: piece.position)
            let span = spans[place.index]
            left = span.id + place.offset - 1
            if place.offset < span.count {
                // In the middle of what stands together nothing else can stand.
                place = cut(place)
                add(piece, left: left, right: left + 1, at: place)
                return .insert(piece, at: result)
            }
            if extend(place, with: piece) {
                return .insert(piece, at: result)
            }
            place = Place(leaf: place.leaf, index: place.index + 1, offset: 0)
        }
        let (right, isAlone) = rightNeighbour(place)
        if !isAlone {
            place = integrate(piece, left: left, right: right, from: place, precedes: precedes)
            result = resultBefore(place)
        }
        add(piece, left: left, right: right, at: place)
        return .insert(piece, at: result)
    }

    /// Finds the prepared character with a number, the first being 1.
    ///
    /// - Returns: The place right behind it, and how many characters of the result stand before.
    private func find(prepared target: Int32) -> (place: Place, result: Int32) {
        let (leaf, before) = tree.leaf(holding: target) { $0[0] }
        var index = Int(leaf) * Self.leafSpans
        var left = target - before[0]
        var result = before[1]
        while true {
            let span = spans[index]
            if span.state == 1 {
                if span.count >= left {
                    if !span.isGone { result += left }
                    return (Place(leaf: leaf, index: index, offset: left), result)
                }
                left -= span.count
            }
            if !span.isGone { result += span.count }
            index += 1
        }
    }

    /// Adds characters to the span that they go on from, if nothing else tells them apart.
    private mutating func extend(_ place: Place, with piece: OperationLog.Piece) -> Bool {
        let span = spans[place.index]
        guard span.id + span.count == piece.first, !span.isGone else { return false }
        let behind = Place(leaf: place.leaf, index: place.index + 1, offset: 0)
        let (right, isAlone) = rightNeighbour(behind)
        guard isAlone, right == span.right else { return false }
        spans[place.index].count += piece.count
        mark(
            Span(
                id: piece.first, count: piece.count, left: 0, right: 0, state: 1, isGone: false),
            leaf: place.leaf)
        tree.add(Counts(piece.count, piece.count, 0, piece.count), to: place.leaf)
        return true
    }

    /// The next character that the prepared version has or had, and whether it comes at once.
    private func rightNeighbour(_ place: Place) -> (id: Int32, isAlone: Bool) {
        var place = place
        var isAlone = true
        while let here = rolled(place) {
            if spans[here.index].state != 0 { return (spans[here.index].id, isAlone) }
            isAlone = false
            place = here
            place.index += 1
        }
        return (Self.end, isAlone)
    }

    /// Finds the place of an insertion among those between its neighbours that it didn't know of.
    ///
    /// This is the order of YjsMod, which is that of FugueMax: what was typed in one go stays
    /// together, forward and backward (Weidner & Kleppmann 2023, "The Art of the Fugue").
    private func integrate(
        _ piece: OperationLog.Piece, left: Int32, right: Int32, from start: Place,
        precedes: (Int32, Int32) -> Bool
    ) -> Place {
        let ownLeft = rank(of: left)
        let ownRight = rank(of: right)
        var place = start
        // Where the insertion goes if those behind turn out to belong to something further left.
        var kept: Place?
        while let here = rolled(place), spans[here.index].state == 0 {
            place = here
            let other = spans[here.index]
            if other.left == left {
                if other.right == right {
                    if precedes(piece.first, other.id) { break }
                    kept = nil
                } else if rank(of: other.right) < ownRight {
                    kept = kept ?? here
                } else {
                    kept = nil
                }
            } else if rank(of: other.left) < ownLeft {
                break
            }
            place.index += 1
        }
        return kept ?? place
    }

    private mutating func add(
        _ piece: OperationLog.Piece, left: Int32, right: Int32, at place: Place
    ) {
        let span = Span(
            id: piece.first, count: piece.count, left: left, right: right, state: 1, isGone: false)
        let place = makeRoom(place)
        put(span, at: place)
        tree.add(span.counts, to: place.leaf)
    }

    // MARK: Deletions

    /// Applies a deletion whose position is one of the prepared version.
    ///
    /// - Parameter steps: Gets what to do to the result: nothing for what is deleted already.
    mutating func delete(_ piece: OperationLog.Piece, steps: inout [ResultStep]) {
        var done: Int32 = 0
        var parts: [(id: Int32, count: Int32)] = []
        while done < piece.count {
            var (place, result) = find(prepared: piece.position + 1)
            place.offset -= 1
            if !spans[place.index].isGone { result -= 1 }
            place = isolate(place, atMost: piece.count - done)
            var span = spans[place.index]
            parts.append((span.id, span.count))
            let before = span.counts
            if !span.isGone {
                steps.append(ResultStep(insertion: nil, position: result, count: span.count))
            }
            span.state = 2
            span.isGone = true
            spans[place.index] = span
            tree.add(span.counts &- before, to: place.leaf)
            done += span.count
        }
        note(piece, parts)
    }

    /// Notes which characters a deletion deleted, from the lowest position to the highest.
    private mutating func note(
        _ piece: OperationLog.Piece, _ parts: [(id: Int32, count: Int32)]
    ) {
        var event = piece.first
        guard piece.kind == .deleteBackward else {
            for part in parts {
                note(event, part.count, part.id, step: 1)
                event += part.count
            }
            return
        }
        for part in parts.reversed() {
            note(event, part.count, part.id + part.count - 1, step: -1)
            event += part.count
        }
    }

    /// Cuts out a span that begins at a place.
    private mutating func isolate(_ place: Place, atMost count: Int32) -> Place {
        var place = cut(place)
        if spans[place.index].count > count {
            // Both parts are in one leaf, which may be another than before.
            let behind = cut(Place(leaf: place.leaf, index: place.index, offset: count))
            place = Place(leaf: behind.leaf, index: behind.index - 1, offset: 0)
        }
        return place
    }

    // MARK: Preparing

    /// Takes some events out of the prepared version, or back into it.
    ///
    /// - Parameter change: -1 or 1.
    mutating func shift(_ events: Range<Int>, by change: Int32, in log: OperationLog) {
        log.forEachPiece(in: events) { piece in
            if piece.kind == .insert {
                shift(piece.first, piece.count, by: change)
            } else {
                shiftTargets(of: piece, by: change)
            }
        }
    }

    /// Does so with the characters that some events deleted, run by run.
    private mutating func shiftTargets(of piece: OperationLog.Piece, by change: Int32) {
        for target in targets(of: piece) { shift(target.id, target.count, by: change) }
    }

    /// Which characters some events deleted, in runs with the first event of each.
    ///
    /// A run's characters are counted up; `isBackward` says that the last was deleted first.
    func targets(
        of piece: OperationLog.Piece
    ) -> [(event: Int32, id: Int32, count: Int32, isBackward: Bool)] {
        var result: [(event: Int32, id: Int32, count: Int32, isBackward: Bool)] = []
        var index = noteIndex(of: piece.first)
        var event = piece.first
        let end = piece.first + piece.count
        while event < end {
            let note = notes[index]
            index += 1
            let count = min(end, index < notes.count ? notes[index].event : end) - event
            let id = note.value + (event - note.event) * note.step
            let low = note.step < 0 ? id - count + 1 : id
            result.append((event, low, count, note.step < 0))
            event += count
        }
        return result
    }

    private mutating func shift(_ id: Int32, _ count: Int32, by change: Int32) {
        var id = id
        var left = count
        while left > 0 {
            let place = isolate(place(of: id), atMost: left)
            countShift()
            let before = spans[place.index].counts
            spans[place.index].state += change
            let part = spans[place.index].count
            tree.add(spans[place.index].counts &- before, to: place.leaf)
            id += part
            left -= part
        }
    }
}
