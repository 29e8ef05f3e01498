/// A point on a clock that only moves forward: the system's monotonic one, or a virtual one.
public struct Instant: Comparable, Hashable, Sendable {
    /// Nanoseconds since an arbitrary start.
    public var nanoseconds: UInt64

    /// Makes an instant.
    public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    /// The later instant; the last one there is if the sum doesn't fit.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let step = duration.wholeNanoseconds
        let moved =
            step >= 0
            ? instant.nanoseconds.addingReportingOverflow(UInt64(step))
            : instant.nanoseconds.subtractingReportingOverflow(step.magnitude)
        guard !moved.overflow else { return Instant(nanoseconds: step >= 0 ? .max : 0) }
        return Instant(nanoseconds: moved.partialValue)
    }

    /// How long after the other instant this one is; negative if it is before.
    public static func - (later: Instant, earlier: Instant) -> Duration {
        later >= earlier
            ? .nanoseconds(Int64(clamping: later.nanoseconds - earlier.nanoseconds))
            : .zero - .nanoseconds(Int64(clamping: earlier.nanoseconds - later.nanoseconds))
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension Duration {
    /// The duration in nanoseconds, cut off at 292 years.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, carry) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carry ? (seconds < 0 ? .min : .max) : sum
    }

    /// The duration times a factor between two thirds and four thirds, so that nodes which start
    /// together do not act together for ever.
    func jittered(using generator: inout some RandomNumberGenerator) -> Duration {
        let thousandths = Int64.random(in: 667...1_333, using: &generator)
        return .nanoseconds(wholeNanoseconds / 1_000 * thousandths)
    }
}

extension Int64 {
    /// The difference, or the nearest number if it doesn't fit.
    func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (self < 0 ? .min : .max) : difference
    }
}
