/// How long to wait until the responder is asked again: 2 s, growing by half up to 30 s.
struct RetryDelay {
    static let first: Duration = .seconds(2)
    static let last: Duration = .seconds(30)

    private(set) var next = Self.first

    /// The wait before the next try; the one after it is longer.
    mutating func grow() -> Duration {
        defer { next = min(next * 3 / 2, Self.last) }
        return next
    }

    /// Starts again, because something has changed for the better.
    mutating func reset() { next = Self.first }
}
