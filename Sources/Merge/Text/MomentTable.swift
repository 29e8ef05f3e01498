/// When events were written, as their authors' clocks said: shown, never used to order.
struct MomentTable: Sendable {
    private(set) var runs: [(event: Int32, moment: Int64)] = []

    /// Takes note of when the events from one on were written.
    mutating func append(_ moment: Int64, at event: Int) {
        if let last = runs.last, last.moment == moment { return }
        runs.append((Int32(truncatingIfNeeded: event), moment))
    }

    /// When an event was written, and the first event of another moment.
    func stretch(_ event: Int) -> (moment: Int64, end: Int) {
        var low = 0
        var high = runs.count - 1
        guard high >= 0 else { return (0, .max) }
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(runs[middle].event) <= event { low = middle } else { high = middle - 1 }
        }
        return (runs[low].moment, low + 1 < runs.count ? Int(runs[low + 1].event) : .max)
    }
}
