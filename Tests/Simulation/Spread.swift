internal import Engine
internal import Ledger
internal import Wire

/// How commits reached those who were on when they were written.
public struct Spread: Sendable {
    /// How often commits came over so many computers, the writer not counted: index 1 is straight from
    /// the writer.
    public private(set) var hops: [Int] = []
    /// How long they took to each computer, in milliseconds, in the order of arrival.
    public private(set) var delays: [Int] = []

    /// Commits that came later than this after they were written count as caught up, not as live.
    static let liveTime = Duration.seconds(60)

    private var written: [LogID: (through: UInt64, at: Instant)] = [:]

    init() {}

    mutating func wrote(_ log: LogID, through length: UInt64, at now: Instant) {
        written[log] = (length, now)
    }

    mutating func came(_ change: Stored.Change, over count: Int, at now: Instant) {
        guard let (length, instant) = written[change.log], length == change.head.length,
            now - instant <= Self.liveTime
        else { return }
        while hops.count <= count { hops.append(0) }
        hops[count] += 1
        delays.append(Int((now - instant).wholeMilliseconds))
    }

    /// The most computers that a commit went through.
    public var mostHops: Int { max(0, hops.count - 1) }

    /// The delay that so many of a hundred commits don't exceed; `nil` without any.
    public func delay(percent: Int) -> Int? {
        guard !delays.isEmpty else { return nil }
        return delays.sorted()[(delays.count - 1) * percent / 100]
    }
}
