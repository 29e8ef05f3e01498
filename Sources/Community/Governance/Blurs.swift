public import Wire

/// Why somebody blurs words at once: what lies outside the law or may do harm.
public enum BlurReason: String, CaseIterable, Sendable {
    /// Threatens somebody.
    case threat
    /// Tells of somebody what is theirs to tell.
    case personalData = "personal-data"
    /// Puts somebody in danger who follows it.
    case safety
}

/// Words blurred by one member for a short while.
///
/// It holds through edits, so that changing a letter does not undo it, and it lapses by itself
/// unless enough flags fold the words for longer.
public struct Blur: Hashable, Sendable {
    /// The record of the blur itself.
    public let record: RecordID
    /// Who blurs.
    public let person: PersonID
    /// The item.
    public let target: RecordID
    /// The version of the words that the person saw; for the log only.
    public let version: OperationID
    /// The reason: a ``BlurReason``, or one of a later version of this program.
    public let reason: String
    /// More words; may be empty.
    public let text: String
    /// When, in the order that all replicas agree on.
    public let stamp: WriteStamp
    /// When it begins, by the writer's clock, in milliseconds since 1970.
    public let date: Int64
    /// Every word on whether it is lifted.
    public let lifts: [Assent]

    /// How long a blur lasts: 72 hours, in milliseconds.
    public static let duration: Int64 = 72 * 3_600_000

    /// Makes a blur.
    public init(
        record: RecordID, person: PersonID, target: RecordID, version: OperationID,
        reason: String, text: String = "", stamp: WriteStamp, date: Int64, lifts: [Assent] = []
    ) {
        self.record = record
        self.person = person
        self.target = target
        self.version = version
        self.reason = reason
        self.text = text
        self.stamp = stamp
        self.date = date
        self.lifts = lifts
    }

    /// Whether its author lifted it early.
    public var isLifted: Bool { lifts.latest?.isYes ?? false }

    /// The one time in which an item may be blurred, whoever blurs it how often.
    ///
    /// It begins with the earliest blur. A later one adds nothing, and one with an older clock can
    /// only make it end sooner: an item is never blurred for longer than ``duration`` in all.
    static func window(of blurs: [Blur]) -> Range<Int64>? {
        guard let begin = blurs.map(\.date).min() else { return nil }
        let (end, isTooLate) = begin.addingReportingOverflow(duration)
        return begin..<(isTooLate ? .max : end)
    }
}
