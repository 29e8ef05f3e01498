internal import Merge
public import Wire

/// A proposal with what became of it.
public struct DecidedProposal: Hashable, Sendable {
    /// The proposal with everything that was said to it.
    public var deliberation: Deliberation
    /// What became of it.
    public var decision: Decision

    /// The proposal.
    public var proposal: Proposal { deliberation.proposal }

    /// Makes one.
    public init(_ deliberation: Deliberation, _ decision: Decision) {
        self.deliberation = deliberation
        self.decision = decision
    }
}

/// A rule that a community gave itself.
public struct Agreement: Hashable, Sendable {
    /// Where an agreement stands.
    public enum State: String, Hashable, Sendable {
        /// It binds those who were asked.
        case inForce = "in_force"
        /// It binds, and an objection has arrived that its closing had not seen.
        case underReview = "under_review"
        /// Its sunset has passed.
        case expired
        /// A later agreement has taken its place.
        case renewed
        /// It was given up in a review.
        case void
    }

    /// The proposal that it comes from.
    public var proposal: RecordID
    /// The words that were agreed on.
    public var text: String
    /// When it ends.
    public var sunset: Int64
    /// Whom it binds: only people who had a say in it.
    public var bound: Set<PersonID>
    /// Where it stands.
    public var state: State

    /// Whether it binds at the moment.
    public var isInForce: Bool { state == .inForce || state == .underReview }

    /// All agreements that were ever adopted, in the order of the proposals given.
    ///
    /// - Parameters:
    ///   - proposals: The decided proposals of one community.
    ///   - now: The time for which expiry is told, in milliseconds since 1970.
    public static func all(among proposals: [DecidedProposal], now: Int64) -> [Agreement] {
        let adopted = proposals.filter {
            $0.proposal.kind == .agreement && ($0.decision.isInEffect || $0.decision.state == .void)
        }
        let renewed = Set(
            adopted.filter(\.decision.isInEffect).compactMap { proposal in
                proposal.proposal.record.flatMap { $0 == proposal.proposal.id ? nil : $0 }
            })
        return adopted.compactMap { decided in
            let proposal = decided.proposal
            guard let sunset = proposal.sunset, let version = decided.decision.version else {
                return nil
            }
            let state: State =
                decided.decision.state == .void
                ? .void
                : renewed.contains(proposal.id)
                    ? .renewed
                    : sunset <= now
                        ? .expired
                        : decided.decision.state == .underReview ? .underReview : .inForce
            return Agreement(
                proposal: proposal.id, text: version.text, sunset: sunset,
                bound: decided.decision.affected.deciders, state: state)
        }
    }
}

/// That a person reads and does not write for a while.
public struct SetAside: Hashable, Sendable {
    /// The proposal that it comes from.
    public var proposal: RecordID
    /// The person.
    public var person: PersonID
    /// When it ends by itself, in milliseconds since 1970.
    public var until: Int64
    /// How far each log was seen when it was decided: what the person wrote beyond is marked.
    public var heads: [LogID: UInt64]
    /// The closing with which enough people had closed it.
    public var decidedBy: RecordID?

    /// Makes one.
    public init(
        proposal: RecordID, person: PersonID, until: Int64, heads: [LogID: UInt64],
        decidedBy: RecordID? = nil
    ) {
        self.proposal = proposal
        self.person = person
        self.until = until
        self.heads = heads
        self.decidedBy = decidedBy
    }

    /// Whether it still holds.
    public func isActive(at now: Int64) -> Bool { now < until }

    /// Whether the person wrote something while it held, as far as can be told.
    ///
    /// - Parameters:
    ///   - sequence: The place of its commit in `log`.
    ///   - written: The person's clock, in milliseconds since 1970.
    ///   - isUnderNewKey: Whether its commit is under a key that was made after the decision, as
    ///     everything is that the person writes when it is over; `nil` where none is made.
    ///   - now: The reader's clock, in milliseconds since 1970.
    public func covers(
        _ log: LogID, sequence: UInt64, written: Int64, isUnderNewKey: Bool?, at now: Int64
    ) -> Bool {
        guard !heads.isEmpty, sequence > (heads[log] ?? 0) else { return false }
        return written < until || now < until || isUnderNewKey == false
    }

    /// All that were ever decided in a community.
    public static func all(among proposals: [DecidedProposal]) -> [SetAside] {
        proposals.compactMap { decided in
            let proposal = decided.proposal
            guard proposal.kind == .setAside, decided.decision.isInEffect,
                let person = proposal.person, let until = proposal.until
            else { return nil }
            return SetAside(
                proposal: proposal.id, person: person, until: until,
                heads: decided.decision.heads,
                decidedBy: decided.decision.rounds.first?.decidedBy)
        }
    }
}

/// That a community was archived by consent.
public struct Archiving: Hashable, Sendable {
    /// The proposal that it comes from.
    public var proposal: RecordID
    /// How far each log was seen when it was decided.
    public var heads: [LogID: UInt64]

    /// Makes one.
    public init(proposal: RecordID, heads: [LogID: UInt64]) {
        self.proposal = proposal
        self.heads = heads
    }

    /// Whether a record had not been seen when the community was archived.
    ///
    /// Logs that were not seen at all count as seen up to nothing, unless the closing told no heads.
    public func isAfter(log: LogID, sequence: UInt64) -> Bool {
        !heads.isEmpty && sequence > (heads[log] ?? 0)
    }

    /// All adopted proposals to close, in the order of the proposals given.
    public static func all(among proposals: [DecidedProposal]) -> [Archiving] {
        proposals.filter { $0.proposal.kind == .close && $0.decision.isInEffect }
            .map { Archiving(proposal: $0.proposal.id, heads: $0.decision.heads) }
    }
}

/// Posts that were folded and shall be shown again by consent.
public enum Restoring {
    /// The versions of posts whose restoring was adopted: for good, whoever flags them later.
    ///
    /// Other words of the same post are another version.
    public static func all(among proposals: [DecidedProposal]) -> [RecordID: Set<OperationID>] {
        var restored: [RecordID: Set<OperationID>] = [:]
        for decided in proposals
        where decided.proposal.kind == .restore && decided.decision.isInEffect {
            guard let post = decided.proposal.record, let version = decided.proposal.postVersion
            else { continue }
            restored[post, default: []].insert(version)
        }
        return restored
    }
}

/// Who may see a community.
public enum Visibility: String, Hashable, Sendable, CaseIterable {
    /// Everybody in the workplace sees and joins it.
    case open
    /// Everybody sees that it exists.
    case listed
    /// Only its members know of it.
    case `private`

    /// The visibility that was adopted; `nil` if none was.
    ///
    /// There is only one that can be: a community becomes open or stays as it is.
    public static func adopted(among proposals: [DecidedProposal]) -> Visibility? {
        proposals.contains {
            $0.proposal.kind == .visibility && $0.decision.isInEffect && $0.proposal.flaw == nil
        } ? .open : nil
    }
}
