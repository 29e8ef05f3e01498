/// When and where a gathering is, as far as people agree.
public struct EventTimes: Equatable, Sendable {
    /// The starts that stand beside each other, in milliseconds since 1970, sorted; more than one
    /// is a dispute.
    public let starts: [Int64]
    /// The ends, likewise.
    public let ends: [Int64]
    /// The places, likewise.
    public let places: [String]
    /// How often time or place were changed: SEQUENCE of RFC 5545.
    public let sequence: Int

    /// Reads them off an event.
    public init(_ event: RecordFacts) {
        starts = event.integers("start")
        ends = event.integers("end")
        places = event.texts("places")
        sequence = ["start", "end", "places"].map { event.changes[$0, default: 0] }.reduce(0, +)
    }

    /// Whether people changed the time apart from each other, so that somebody has to choose.
    public var isTimeDisputed: Bool { starts.count > 1 || ends.count > 1 }

    /// Whether people changed the place apart from each other.
    public var isPlaceDisputed: Bool { places.count > 1 }
}

/// What somebody answers to an invitation.
public enum Rsvp: String, CaseIterable, Hashable, Sendable {
    /// They come.
    case yes
    /// They don't.
    case no
    /// They don't know yet.
    case maybe
}
