/// What repeated measurements say.
struct Sample: Sendable {
    private var values: [Double] = []

    /// Adds a measurement.
    mutating func add(_ value: Double) { values.append(value) }

    /// The value below which half of the measurements lie.
    var median: Double { percentile(50) }

    /// The value below which so many percent of the measurements lie; 0 without any.
    func percentile(_ percent: Double) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.indices.last else { return 0 }
        let place = Double(last) * percent / 100
        let low = Int(place)
        let high = min(low + 1, last)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}

/// Measures how long something takes.
struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    /// Seconds since the watch was made.
    var seconds: Double { start.duration(to: .now).seconds }

    /// Milliseconds since the watch was made.
    var milliseconds: Double { seconds * 1_000 }

    /// How many of something were done a second since the watch was made.
    func rate(of count: Int) -> Double { Double(count) / seconds }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
