public import Wire

/// Something about keys that any member's node may do, and some node has to.
public struct KeyDuty: Hashable, Comparable, Sendable {
    /// What is to be done.
    public enum Kind: Int, Hashable, Sendable {
        /// A device that isn't entitled has the key in use: make a new one.
        case rotate
        /// The key of an open community stands where a device that is out could read it: publish
        /// a new one.
        case republish
        /// Entitled devices lack generations: seal them.
        case heal
        /// A listed community was opened by consent: publish what was sealed before.
        case publish
    }

    /// What is to be done.
    public let kind: Kind
    /// For which space.
    public let space: SpaceID

    /// Names a duty.
    public init(_ kind: Kind, of space: SpaceID) {
        self.kind = kind
        self.space = space
    }

    public static func < (left: KeyDuty, right: KeyDuty) -> Bool {
        (left.kind.rawValue, left.space) < (right.kind.rawValue, right.space)
    }
}

/// When this node does what any node could do.
///
/// Each waits a random time and looks again, so that one does it and the others see that it is
/// done. If two do it nevertheless, no harm is done.
public struct KeyClock: Sendable {
    /// Milliseconds that every node waits, for what is on its way already.
    public static let shortestWait: Int64 = 1_000
    /// Milliseconds of the longest wait for each device that may do it as well: as long as it
    /// takes for a statement to reach everybody, so that two seldom do it.
    public static let waitPerDevice: Int64 = 1_000
    /// The longest wait in milliseconds, with however many devices.
    public static let longestWait: Int64 = 180_000

    private var appointments: [KeyDuty: Int64] = [:]

    /// Begins without duties.
    public init() {}

    /// Takes in what is to be done now, and says what to do at once.
    ///
    /// - Parameters:
    ///   - duties: All duties with the number of devices that have them.
    ///   - now: Milliseconds of a clock that only runs forward.
    /// - Returns: The duties whose time has come, and when to look again.
    public mutating func look(
        at duties: [(duty: KeyDuty, devices: Int)], now: Int64,
        using generator: inout some RandomNumberGenerator
    ) -> (due: [KeyDuty], next: Int64?) {
        let current = Set(duties.map(\.duty))
        appointments = appointments.filter { current.contains($0.key) }
        for (duty, devices) in duties where appointments[duty] == nil {
            let longest = min(Int64(clamping: devices) * Self.waitPerDevice, Self.longestWait)
            let wait = Self.shortestWait + Int64.random(in: 0...longest, using: &generator)
            appointments[duty] = now + wait
        }
        let due = appointments.filter { $0.value <= now }.keys.sorted()
        for duty in due { appointments[duty] = nil }
        return (due, appointments.values.min())
    }

    /// When a duty will be looked at again, in milliseconds of the same clock.
    public func appointment(for duty: KeyDuty) -> Int64? { appointments[duty] }
}
