internal import Engine

/// What will happen in a simulated world, soonest first; what is due at one instant happens in the
/// order in which it was planned.
struct Calendar<Item: Sendable>: Sendable {
    private struct Entry: Sendable {
        let instant: Instant
        let number: UInt64
        let item: Item

        func isBefore(_ other: Entry) -> Bool {
            (instant, number) < (other.instant, other.number)
        }
    }

    private var heap: [Entry] = []
    private var planned: UInt64 = 0

    var next: Instant? { heap.first?.instant }

    mutating func plan(_ item: Item, at instant: Instant) {
        planned += 1
        heap.append(Entry(instant: instant, number: planned, item: item))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func takeNext() -> (instant: Instant, item: Item)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return (first.instant, first.item) }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            guard least != parent else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return (first.instant, first.item)
    }
}
