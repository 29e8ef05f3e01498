public import Wire

/// Why somebody flags words.
public enum FlagReason: String, CaseIterable, Sendable {
    /// Hurts somebody.
    case unkind
    /// Belongs somewhere else.
    case offTopic = "off-topic"
    /// Is not true, or does not work.
    case wrong
    /// Puts somebody in danger who follows it.
    case unsafe
    /// Threatens somebody.
    case threat
    /// Tells of somebody what is theirs to tell.
    case personalData = "personal-data"
    /// Wants to sell something.
    case advertising
    /// What the words beside it say.
    case other
}

/// One person's objection to one version of an item.
public struct Flag: Hashable, Sendable {
    /// The record of the flag itself.
    public let record: RecordID
    /// Who objects.
    public let person: PersonID
    /// The item.
    public let target: RecordID
    /// The version of the item's words that the person saw.
    public let version: OperationID
    /// The reason: a ``FlagReason``, or one of a later version of this program.
    public let reason: String
    /// More words; may be empty.
    public let text: String
    /// When it was raised, in the order that all replicas agree on.
    public let stamp: WriteStamp
    /// When it was raised, by the writer's clock, in milliseconds since 1970.
    public let date: Int64
    /// Every word on whether it is withdrawn.
    public let withdrawals: [Assent]

    /// Makes a flag.
    public init(
        record: RecordID, person: PersonID, target: RecordID, version: OperationID,
        reason: String, text: String = "", stamp: WriteStamp, date: Int64,
        withdrawals: [Assent] = []
    ) {
        self.record = record
        self.person = person
        self.target = target
        self.version = version
        self.reason = reason
        self.text = text
        self.stamp = stamp
        self.date = date
        self.withdrawals = withdrawals
    }

    /// Whether its author took it back.
    public var isWithdrawn: Bool { withdrawals.latest?.isYes ?? false }

    /// The most persons that it ever takes to fold a version.
    public static let mostNeeded = 3
    /// The fewest persons that fold a version: nobody does it alone.
    public static let fewestNeeded = 2
    /// One of how many members it takes in between.
    public static let share = 3

    /// How many persons must flag the same version until it is folded.
    ///
    /// - Parameter members: How many persons the replicated membership map has, never how many were
    ///   seen lately: that would differ from node to node.
    public static func needed(members: Int) -> Int {
        let part = members / share + (members % share > 0 ? 1 : 0)
        return min(mostNeeded, max(fewestNeeded, part))
    }
}

/// What was said against one item, and which version of its words is shown now.
public struct Objections: Hashable, Sendable {
    /// The operation that made the words that are shown: the last edit that counts, or the record's
    /// own creation.
    public var version: OperationID
    /// All flags, whatever version they name.
    public var flags: [Flag]
    /// All blurs.
    public var blurs: [Blur]

    /// Makes the objections to an item.
    public init(version: OperationID, flags: [Flag] = [], blurs: [Blur] = []) {
        self.version = version
        self.flags = flags
        self.blurs = blurs
    }

    /// How the item is shown.
    ///
    /// - Parameters:
    ///   - members: The persons who are in the community; nobody else's objection counts.
    ///   - now: Milliseconds since 1970.
    ///   - restored: The versions that the community decided to show again, whatever is said
    ///     against them by fewer.
    public func visibility(
        members: Set<PersonID>, at now: Int64, restored: Set<OperationID> = []
    ) -> Appearance {
        if restored.contains(version) { return .shown }
        let standing = flags.filter {
            $0.version == version && !$0.isWithdrawn && members.contains($0.person)
        }
        // Persons, not flags: two devices of one person are one voice.
        let people = Set(standing.map(\.person))
        if people.count >= Flag.needed(members: members.count) {
            return .flagged(by: people.sorted(), reasons: Self.sorted(standing.map(\.reason)))
        }
        let counted = blurs.filter { members.contains($0.person) }
        guard let window = Blur.window(of: counted), window.contains(now) else { return .shown }
        let active = counted.filter { !$0.isLifted && $0.date <= now }
        guard !active.isEmpty else { return .shown }
        return .blurred(
            by: Set(active.map(\.person)).sorted(), reasons: Self.sorted(active.map(\.reason)),
            until: window.upperBound)
    }

    private static func sorted(_ reasons: [String]) -> [String] {
        Set(reasons.map(\.bytewise)).sorted().map(\.text)
    }
}

/// How an item is shown.
///
/// Nothing is ever removed: folded words can be opened by everybody.
public enum Appearance: Hashable, Sendable {
    /// As it is.
    case shown
    /// Folded, because enough persons flagged the version that would be shown.
    case flagged(by: [PersonID], reasons: [String])
    /// Folded for a while, because a member blurred it; `until` is in milliseconds since 1970.
    case blurred(by: [PersonID], reasons: [String], until: Int64)
}
