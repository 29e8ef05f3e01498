public import Merge
public import Wire

/// What a member tells the whole workplace about a decision on the shape of their community.
///
/// Colleagues outside can't read the community's records; they believe it once as many members
/// have told it as it takes to close a proposal.
public struct Notice: Hashable, Sendable {
    /// What was decided.
    public enum Matter: UInt8, Hashable, Sendable {
        /// The proposal was not adopted, or given up in a review.
        case nothing = 0
        /// The community is one with another.
        case merged = 1
        /// The community is archived.
        case closed = 2
        /// The closing that the notice names is over; a single former member may say so.
        case reopened = 3
        /// The community, which was listed, is open to everybody from now on, with all that was ever
        /// written in it. What was published can't be taken back, and neither can this.
        case opened = 4
    }

    /// The proposal.
    public var proposal: RecordID
    /// What was decided; `nil` for a matter of a later version.
    public var matter: Matter?
    /// The other community of a merge; zero otherwise.
    public var other: SpaceID

    /// Bytes of a packed notice.
    static let byteCount = RecordID.byteCount + 1 + SpaceID.byteCount

    /// Makes a notice.
    public init(_ matter: Matter, of proposal: RecordID, other: SpaceID? = nil) {
        self.proposal = proposal
        self.matter = matter
        self.other = other ?? SpaceID(raw: Bytes32(words: (0, 0, 0, 0)))
    }

    /// Reads a notice; `nil` for bytes of the wrong number.
    public init?(_ bytes: Bytes) {
        guard bytes.count == Self.byteCount,
            let proposal = RecordID(bytes.prefix(RecordID.byteCount)),
            let other = SpaceID(bytes.suffix(SpaceID.byteCount))
        else { return nil }
        self.proposal = proposal
        matter = Matter(rawValue: bytes[RecordID.byteCount])
        self.other = other
    }

    /// The notice as the field `decided` holds it.
    public var bytes: Bytes {
        proposal.bytes + [(matter ?? .nothing).rawValue] + other.bytes
    }
}

/// A notice with who gave it and when.
public struct GivenNotice: Hashable, Sendable {
    /// The notice.
    public var notice: Notice
    /// Who gave it.
    public var person: PersonID
    /// When and where it was written.
    public var stamp: WriteStamp
    /// When it was written, by its author's clock; for display.
    public var written: Int64

    /// Makes one.
    public init(
        _ notice: Notice, by person: PersonID, at stamp: WriteStamp, written: Int64 = 0
    ) {
        self.notice = notice
        self.person = person
        self.stamp = stamp
        self.written = written
    }
}

/// What the notices of one community's members amount to.
public struct PublicShape: Hashable, Sendable {
    /// The communities that this one decided to become one with, sorted.
    public var merges: [SpaceID] = []
    /// The proposal by which it was archived; `nil` while it is open.
    public var archivedBy: RecordID?
    /// The first word of each reopening, in the order of stamps.
    public var reopenings: [GivenNotice] = []

    /// Nothing was decided.
    public init() {}

    /// Folds the notices of a community.
    ///
    /// - Parameters:
    ///   - notices: All notices that were ever given, in any order.
    ///   - joined: For everybody who was ever a member, the Lamport clock at which they first
    ///     joined.
    public init(_ notices: [GivenNotice], joined: [PersonID: UInt64]) {
        let members = notices.filter { joined[$0.person] != nil }
        reopenings = Self.reopenings(members)
        let reopened = Set(reopenings.map(\.notice.proposal))
        var proposals: [RecordID: [PersonID: GivenNotice]] = [:]
        for given in members where given.notice.matter?.isOfDecision ?? true {
            let proposal = given.notice.proposal
            let other = proposals[proposal]?[given.person]
            if other.map({ $0.stamp < given.stamp }) ?? true {
                proposals[proposal, default: [:]][given.person] = given
            }
        }
        var merged: Set<SpaceID> = []
        for (proposal, given) in proposals.sorted(by: { $0.key < $1.key }) {
            guard let notice = Self.agreed(Array(given.values), joined: joined) else { continue }
            switch notice.matter {
            case .merged: merged.insert(notice.other)
            case .closed where !reopened.contains(proposal): archivedBy = proposal
            case .closed, .nothing, .reopened, .opened, nil: continue
            }
        }
        merges = merged.sorted()
    }

    private static func reopenings(_ notices: [GivenNotice]) -> [GivenNotice] {
        let closed = Set(notices.filter { $0.notice.matter == .closed }.map(\.notice.proposal))
        var first: [RecordID: GivenNotice] = [:]
        for given in notices
        where given.notice.matter == .reopened && closed.contains(given.notice.proposal) {
            let proposal = given.notice.proposal
            if let other = first[proposal], other.stamp <= given.stamp { continue }
            first[proposal] = given
        }
        return first.values.sorted { $0.stamp < $1.stamp }
    }

    /// What all who speak of a proposal say of it, if they are enough and of one mind.
    private static func agreed(
        _ given: [GivenNotice], joined: [PersonID: UInt64]
    ) -> Notice? {
        guard let first = given.min(by: { $0.stamp < $1.stamp }),
            given.allSatisfy({ $0.notice == first.notice })
        else { return nil }
        return given.count >= ConsentRules.people || first.isAlone(among: joined)
            ? first.notice : nil
    }
}

extension GivenNotice {
    /// Whether nobody else had joined when it was given: whoever joined later does not undo what
    /// somebody decided while they were alone.
    func isAlone(among joined: [PersonID: UInt64]) -> Bool {
        !joined.contains { $0.key != person && $0.value < stamp.lamport }
    }
}

extension Notice.Matter {
    /// Whether the latest word of a person counts; of the others the first one does, for ever.
    fileprivate var isOfDecision: Bool { self != .reopened && self != .opened }
}
