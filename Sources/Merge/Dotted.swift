/// Values that are told apart by the operations that brought them, their dots, and that can be
/// taken back dot by dot.
///
/// What was taken back is remembered for ever: its addition may arrive later, or again. A dot
/// names one operation, so it never comes with two different values.
struct Dotted<Dot: Hashable & Comparable & Sendable, Value: Equatable & Sendable>: Mergeable {
    private(set) var live: [Dot: Value] = [:]
    private(set) var taken: Set<Dot> = []

    mutating func insert(_ value: Value, _ dot: Dot) {
        if !taken.contains(dot) { live[dot] = value }
    }

    mutating func take(_ dots: some Sequence<Dot>) {
        for dot in dots {
            taken.insert(dot)
            live[dot] = nil
        }
    }

    mutating func merge(_ other: Dotted) {
        take(other.taken)
        for (dot, value) in other.live { insert(value, dot) }
    }

    /// The values that are left with their dots, in the order of the dots.
    var sorted: [(dot: Dot, value: Value)] {
        live.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
