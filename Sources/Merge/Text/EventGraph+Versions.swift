extension EventGraph {
    /// What two versions have that the other hasn't.
    struct Difference: Equatable {
        /// Runs of events that only the first has, descending.
        var onlyFirst: [Range<Int>] = []
        /// Runs of events that only the second has, descending.
        var onlySecond: [Range<Int>] = []
    }

    private enum Side { case first, second, both }

    /// Compares two versions, given by their heads.
    ///
    /// It walks down from both until all that is left is known to both, so it costs as much as the
    /// difference is large.
    func difference(_ first: [Int], _ second: [Int]) -> Difference {
        var result = Difference()
        if first == second { return result }
        // Ascending; the highest event is taken first.
        var queue: [(event: Int, side: Side)] = []
        var open = 0
        func push(_ event: Int, _ side: Side) {
            var place = queue.count
            while place > 0, queue[place - 1].event > event { place -= 1 }
            if place > 0, queue[place - 1].event == event {
                if queue[place - 1].side != side, queue[place - 1].side != .both {
                    queue[place - 1].side = .both
                    open -= 1
                }
            } else {
                queue.insert((event, side), at: place)
                if side != .both { open += 1 }
            }
        }
        for event in first { push(event, .first) }
        for event in second { push(event, .second) }
        while open > 0, let (event, side) = queue.popLast() {
            if side != .both { open -= 1 }
            let entry = entries[entryIndex(of: event)]
            // The run ends where another version joins the same entry.
            let joins = queue.last.map { $0.event >= Int(entry.first) } ?? false
            let start = joins ? (queue.last?.event ?? -1) + 1 : Int(entry.first)
            switch side {
            case .first: result.onlyFirst.append(start..<event + 1)
            case .second: result.onlySecond.append(start..<event + 1)
            case .both: break
            }
            if joins {
                push(start - 1, side)
            } else {
                for parent in parents(of: entry) { push(parent, side) }
            }
        }
        return result
    }

    /// The heads of the version that has some events and all that they knew of, ascending.
    ///
    /// It walks down once, from the last of the events to the first.
    func reduced(_ events: [Int]) -> [Int] {
        guard events.count > 1 else { return events }
        var result: [Int] = []
        // Ascending; the highest is taken first. What is known from a later event is no head.
        var queue = events.sorted().map { (event: $0, isKnown: false) }
        var open = queue.count
        while open > 0, let (event, isKnown) = queue.popLast() {
            if !isKnown {
                open -= 1
                result.append(event)
            }
            let entry = entries[entryIndex(of: event)]
            while let last = queue.last, last.event >= Int(entry.first) {
                if !last.isKnown { open -= 1 }
                queue.removeLast()
            }
            guard open > 0 else { break }
            for parent in parents(of: entry) {
                let place = queue.partition { $0.event >= parent }
                if place < queue.count, queue[place].event == parent {
                    if !queue[place].isKnown { open -= 1 }
                    queue[place].isKnown = true
                } else {
                    queue.insert((parent, true), at: place)
                }
            }
        }
        result.reverse()
        return result
    }
}

extension Array {
    /// The index of the first element of which a claim is true, given that it is true of all behind.
    fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
