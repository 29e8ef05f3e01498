internal import Engine

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The two clocks of this computer: one that only runs forward, and the one on the wall.
struct Clocks: Sendable {
    private let origin = ContinuousClock.now

    /// The monotonic time since the daemon started.
    var now: Instant {
        let elapsed = ContinuousClock.now - origin
        let (seconds, attoseconds) = elapsed.components
        return Instant(
            nanoseconds: UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000))
    }

    /// Milliseconds since 1970; may jump.
    var wallClock: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// How long it is until an instant; zero if it has passed.
    func duration(until instant: Instant) -> Duration {
        let now = self.now
        guard instant > now else { return .zero }
        return .nanoseconds(Int64(clamping: instant.nanoseconds - now.nanoseconds))
    }

    /// What the wall clock showed at an instant.
    func wallClock(at instant: Instant) -> Int64 {
        let now = self.now
        let difference =
            instant > now
            ? Int64(clamping: (instant.nanoseconds - now.nanoseconds) / 1_000_000)
            : -Int64(clamping: (now.nanoseconds - instant.nanoseconds) / 1_000_000)
        return wallClock + difference
    }
}
