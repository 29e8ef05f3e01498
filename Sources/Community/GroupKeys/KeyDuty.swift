public import Wire

/// Something about keys that any member's node may do, and some node has to.
public struct KeyDuty: Hashable, Comparable, Sendable {
    /// What is to be done.
    public enum Kind: Int, Hashable, Sendable, CaseIterable {
        /// A device that isn't entitled has the key in use, or somebody was set aside: make a new
        /// one.
        case rotate
        /// The key of an open community stands where a device that is out could read it: publish
        /// a new one.
        case republish
        /// Entitled devices lack generations: seal them.
        case heal
        /// A listed community was opened by consent: publish what was sealed before.
        case publish
        /// The boxes for this device don't hold the key: say so, that somebody gives it.
        case complain
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

    /// How often a person goes out before others wait longer each time.
    public static let patientExits = 8
    /// What is waited at most in milliseconds because of somebody who goes out again and again.
    public static let longestPatience: Int64 = 600_000

    private var appointments: [KeyDuty: Int64] = [:]

    /// Begins without duties.
    public init() {}

    /// Takes in what is to be done now, and says what to do at once.
    ///
    /// - Parameters:
    ///   - duties: All duties with the number of devices that have them, and how often the person
    ///     went out because of whom they are due.
    ///   - now: Milliseconds of a clock that only runs forward.
    /// - Returns: The duties whose time has come, and when to look again.
    public mutating func look(
        at duties: [KeyKeeper.Due], now: Int64,
        using generator: inout some RandomNumberGenerator
    ) -> (due: [KeyDuty], next: Int64?) {
        let current = Set(duties.map(\.duty))
        appointments = appointments.filter { current.contains($0.key) }
        for (duty, devices, exits) in duties {
            let longest = min(Int64(clamping: devices) * Self.waitPerDevice, Self.longestWait)
            let shortest = Self.shortestWait + Self.patience(after: exits)
            // Somebody else may have gone out meanwhile, because of whom there is more haste.
            if let time = appointments[duty], time <= now + shortest + longest { continue }
            appointments[duty] = now + shortest + Int64.random(in: 0...longest, using: &generator)
        }
        let due = appointments.filter { $0.value <= now }.keys.sorted()
        for duty in due { appointments[duty] = nil }
        return (due, appointments.values.min())
    }

    /// What is waited longer after somebody went out often: twice as long each time.
    static func patience(after exits: Int) -> Int64 {
        let doublings = exits - patientExits
        guard doublings > 0 else { return 0 }
        return doublings < 10 ? min(1_000 << doublings, longestPatience) : longestPatience
    }

    /// When a duty will be looked at again, in milliseconds of the same clock.
    public func appointment(for duty: KeyDuty) -> Int64? { appointments[duty] }
}
