public import Merge
public import Wire

/// What a community can decide about.
public enum ProposalKind: String, Hashable, Sendable, CaseIterable {
    /// A rule that binds those who were asked, until its sunset.
    case agreement
    /// This community and another become one; the other decides the same on its side.
    case merge
    /// The community is archived.
    case close
    /// Who may see the community.
    case visibility
    /// One person may read and not write for some days.
    case setAside = "set_aside"
    /// A post that was folded by flags is shown again.
    case restore
}

/// A proposal as its record tells it.
///
/// Ids of versions are the ids of the operations that wrote them; the first version has the id of
/// the record.
public struct Proposal: Hashable, Sendable {
    /// One wording.
    public struct Version: Hashable, Sendable {
        /// The operation that wrote it.
        public var id: OperationID
        /// The words.
        public var text: String
        /// When and where it was written.
        public var stamp: WriteStamp
        /// When it was written, by its author's clock; for display.
        public var written: Int64

        /// Makes a version.
        public init(id: OperationID, text: String, stamp: WriteStamp, written: Int64 = 0) {
            self.id = id
            self.text = text
            self.stamp = stamp
            self.written = written
        }
    }

    /// The record.
    public var id: RecordID
    /// Who proposes.
    public var author: PersonID
    /// What it is about; `nil` for a kind of a later version, which is never adopted here.
    public var kind: ProposalKind?
    /// All wordings, the earliest first; there is always one.
    public var versions: [Version]
    /// The end of the window, in milliseconds since 1970.
    public var closes: Int64
    /// When it was written, by its author's clock; for display.
    public var written: Int64
    /// Those whom the author saw as members, sorted.
    public var affected: [PersonID]
    /// When an agreement ends.
    public var sunset: Int64?
    /// When it shall be looked at again.
    public var review: Int64?
    /// The other community of a merge, or the new home of open questions when closing.
    public var community: SpaceID?
    /// Who shall be set aside.
    public var person: PersonID?
    /// The post to restore, or the agreement to renew.
    public var record: RecordID?
    /// The version of the post that shall be shown again.
    public var postVersion: OperationID?
    /// The visibility that is proposed.
    public var visibility: String?
    /// When setting aside ends.
    public var until: Int64?
    /// What was tried with the person before.
    public var step: String?
    /// Where the harvest of a closing community is kept.
    public var harvest: String?
    /// What a closing community leaves behind, in its own words.
    public var farewell: String?

    /// Makes a proposal without the parts that only some kinds have.
    public init(
        id: RecordID, author: PersonID, kind: ProposalKind?, versions: [Version], closes: Int64,
        written: Int64 = 0, affected: [PersonID] = []
    ) {
        self.id = id
        self.author = author
        self.kind = kind
        self.versions = versions.sorted { $0.stamp < $1.stamp }
        self.closes = closes
        self.written = written
        self.affected = affected
    }

    /// When the proposal itself was written, in the order that all replicas agree on.
    public var stamp: WriteStamp? { versions.first { $0.id == id }?.stamp }
}

/// What a person can say to a proposal.
public enum StanceChoice: String, Hashable, Sendable, CaseIterable {
    /// Good enough for now, safe enough to try.
    case consent
    /// A worry that shall be heard and does not stop it.
    case concern
    /// Not good enough for now or not safe enough to try; needs a reason.
    case objection
    /// Not my matter.
    case standAside = "stand_aside"
}

/// What a person said to one version of a proposal.
public struct Stance: Hashable, Sendable {
    /// The record.
    public var id: RecordID
    /// The proposal.
    public var proposal: RecordID
    /// Who says it.
    public var person: PersonID
    /// The version that it is for.
    public var version: OperationID
    /// What is said; `nil` for a choice of a later version, which counts for nothing here.
    public var choice: StanceChoice?
    /// Why; empty where nothing was said.
    public var reason: String
    /// When and where it was written.
    public var stamp: WriteStamp
    /// When it was written, by its author's clock; for display.
    public var written: Int64

    /// Makes a stance.
    public init(
        id: RecordID, proposal: RecordID, person: PersonID, version: OperationID,
        choice: StanceChoice?, reason: String = "", stamp: WriteStamp, written: Int64 = 0
    ) {
        self.id = id
        self.proposal = proposal
        self.person = person
        self.version = version
        self.choice = choice
        self.reason = reason
        self.stamp = stamp
        self.written = written
    }

    /// Whether it stops the proposal: an objection that says why.
    public var isObjection: Bool {
        choice == .objection && !TextSurvey(reason, manyLines: true).isBlank
    }
}

/// What a person found when closing a proposal.
public struct Closing: Hashable, Sendable {
    /// What was found.
    public enum Outcome: String, Hashable, Sendable {
        /// Nothing stands against it.
        case adopted
        /// Something does, or too few consent.
        case notAdopted = "not_adopted"
    }

    /// The record.
    public var id: RecordID
    /// The proposal.
    public var proposal: RecordID
    /// Who closes.
    public var person: PersonID
    /// The version that is closed.
    public var version: OperationID
    /// What was found; `nil` for an outcome of a later version, which counts as not adopted.
    public var outcome: Outcome?
    /// 0 for the first decision, one more for each review of it.
    public var round: Int64
    /// The stances that were seen, sorted.
    public var stances: [RecordID]
    /// How far each log of the space was seen, sorted by log.
    public var heads: [LogLength]
    /// When and where it was written.
    public var stamp: WriteStamp
    /// When it was written, by its author's clock; for display.
    public var written: Int64

    /// Makes a closing.
    public init(
        id: RecordID, proposal: RecordID, person: PersonID, version: OperationID,
        outcome: Outcome?, round: Int64 = 0, stances: [RecordID], heads: [LogLength] = [],
        stamp: WriteStamp, written: Int64 = 0
    ) {
        self.id = id
        self.proposal = proposal
        self.person = person
        self.version = version
        self.outcome = outcome
        self.round = round
        self.stances = stances
        self.heads = heads
        self.stamp = stamp
        self.written = written
    }
}

/// A question about a proposal, or a reply to one.
public struct ProposalQuestion: Hashable, Sendable {
    /// The record.
    public var id: RecordID
    /// The proposal.
    public var proposal: RecordID
    /// Who asks or replies.
    public var person: PersonID
    /// The words.
    public var text: String
    /// The question that this replies to.
    public var replyTo: RecordID?
    /// When and where it was written.
    public var stamp: WriteStamp
    /// When it was written, by its author's clock; for display.
    public var written: Int64

    /// Makes a question.
    public init(
        id: RecordID, proposal: RecordID, person: PersonID, text: String, replyTo: RecordID?,
        stamp: WriteStamp, written: Int64
    ) {
        self.id = id
        self.proposal = proposal
        self.person = person
        self.text = text
        self.replyTo = replyTo
        self.stamp = stamp
        self.written = written
    }
}

/// How many commits of a log somebody had seen.
public struct LogLength: Hashable, Comparable, Sendable {
    /// The log.
    public var log: LogID
    /// The sequence of its last commit that was seen.
    public var length: UInt64

    /// Makes a length.
    public init(log: LogID, length: UInt64) {
        self.log = log
        self.length = length
    }

    public static func < (left: LogLength, right: LogLength) -> Bool {
        (left.log, left.length) < (right.log, right.length)
    }
}
