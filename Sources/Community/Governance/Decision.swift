public import Wire

/// What became of a proposal, as a pure function of its records and of who belongs.
///
/// Nothing here asks a clock: only a closing ends a proposal, never the time. Stances and closings
/// may come in any order and any number of times.
public struct Decision: Hashable, Sendable {
    /// Where a proposal stands.
    public enum State: String, Hashable, Sendable {
        /// Questions and stances are welcome.
        case open
        /// Adopted.
        case adopted
        /// Closed without being adopted.
        case notAdopted = "not_adopted"
        /// Adopted, and an objection that the closing had not seen has arrived.
        case underReview = "under_review"
        /// Adopted once, and given up in a review.
        case void
    }

    /// One decision: the first, or that of a review.
    public struct Round: Hashable, Sendable {
        /// What became of the proposal with it.
        public var state: State
        /// The closing with which there were enough.
        public var decidedBy: RecordID
        /// The stances that this round and those before it had seen.
        public var cited: Set<RecordID>
    }

    /// Where it stands.
    public var state: State
    /// The version that was decided on or, while it is open, the latest one.
    public var version: Proposal.Version?
    /// Each person's latest stance to that version, sorted by person.
    public var stances: [Stance]
    /// The objections that hold it up: cited ones of a closed proposal, all of an open one.
    public var objections: [Stance]
    /// Objections that no closing has seen, to an adopted proposal.
    public var lateObjections: [Stance]
    /// Who has closed the current round so far, sorted.
    public var closers: [PersonID]
    /// The current round: 0 until a review begins.
    public var round: Int64
    /// Who has a say.
    public var affected: Affected
    /// How far the logs of the space were seen when it was closed; empty while it is open.
    public var heads: [LogID: UInt64]
    /// The decisions so far, in their order; none while it is open.
    public var rounds: [Round] = []

    /// Those who consent.
    public var consents: [PersonID] { stances.filter { $0.choice == .consent }.map(\.person) }

    /// Whether the proposal has its effect: a review takes nothing back before it is over.
    public var isInEffect: Bool { state == .adopted || state == .underReview }

    /// Whether stances and closings still change something.
    public var isOpen: Bool { state == .open }

    /// The deciders who have said nothing to this version, sorted.
    public var silent: [PersonID] {
        affected.deciders.subtracting(stances.map(\.person)).sorted()
    }

    /// What a closing that sees everything here would find.
    public func finding(for proposal: Proposal) -> Closing.Outcome {
        let open = stances.contains(where: \.isObjection)
        let consenting = affected.deciders.intersection(consents).count
        let isCarried = !open && consenting >= affected.needed && affected.needed > 0
        return isCarried && proposal.flaw == nil ? .adopted : .notAdopted
    }
}

/// A proposal with everything that was said to it.
public struct Deliberation: Hashable, Sendable {
    /// The proposal.
    public var proposal: Proposal
    /// All stances to it, of everybody who belongs to the workplace.
    public var stances: [Stance]
    /// All closings of it.
    public var closings: [Closing]
    /// All questions and replies, the earliest first.
    public var questions: [ProposalQuestion]

    /// Makes a deliberation.
    public init(
        proposal: Proposal, stances: [Stance] = [], closings: [Closing] = [],
        questions: [ProposalQuestion] = []
    ) {
        self.proposal = proposal
        self.stances = stances
        self.closings = closings
        self.questions = questions
    }

    /// Whether a record is the proposal or was said to it.
    public func holds(_ record: RecordID) -> Bool {
        proposal.id == record || stances.contains { $0.id == record }
            || closings.contains { $0.id == record } || questions.contains { $0.id == record }
    }

    /// What became of the proposal.
    public func decision(among affected: Affected) -> Decision {
        let mine = closings.filter {
            $0.proposal == proposal.id && affected.deciders.contains($0.person)
        }
        // The earliest version that was closed is the one that was decided: what the author writes
        // afterwards changes nothing.
        for version in proposal.versions {
            let closings = mine.filter { $0.version == version.id }
            let first = counting(closings.filter { $0.round == 0 }, after: [], version, affected)
            guard Self.isClosed(first.closings, affected) else { continue }
            return closed(version, closings, affected)
        }
        let version = proposal.versions.last
        let stances = latest(for: version?.id, affected)
        return Decision(
            state: .open, version: version, stances: stances,
            objections: stances.filter(\.isObjection), lateObjections: [],
            closers: Self.people(
                mine.filter { $0.version == version?.id && $0.round == 0 }), round: 0,
            affected: affected, heads: [:])
    }

    private static func isClosed(_ closings: [Closing], _ affected: Affected) -> Bool {
        affected.needed > 0 && people(closings).count >= affected.needed
    }

    private static func people(_ closings: [Closing]) -> [PersonID] {
        Set(closings.map(\.person)).sorted()
    }

    /// Each person's latest stance to a version, sorted by person.
    private func latest(
        for version: OperationID?, _ affected: Affected, among cited: Set<RecordID>? = nil
    ) -> [Stance] {
        var latest: [PersonID: Stance] = [:]
        for stance in stances
        where stance.proposal == proposal.id && stance.version == version
            && affected.voices.contains(stance.person) && stance.choice != nil
            && cited?.contains(stance.id) != false
        {
            if let other = latest[stance.person], stance.stamp < other.stamp { continue }
            latest[stance.person] = stance
        }
        return latest.values.sorted { $0.person < $1.person }
    }

    // MARK: Closed proposals

    /// Goes through the rounds: the first decision and each review that followed.
    private func closed(
        _ version: Proposal.Version, _ closings: [Closing], _ affected: Affected
    ) -> Decision {
        var cited: Set<RecordID> = []
        var round: Int64 = 0
        var rounds: [Closing] = []
        var history: [Decision.Round] = []
        var isAdopted = false
        while true {
            let (these, seen) = counting(
                closings.filter { $0.round == round }, after: cited, version, affected)
            guard Self.isClosed(these, affected),
                round == 0 || answersObjection(seen, before: cited, version, affected)
            else { break }
            cited = seen
            rounds += these
            isAdopted = carries(these, cited, version, affected)
            if let last = Self.deciding(these, affected) {
                history.append(
                    Decision.Round(
                        state: isAdopted ? .adopted : round == 0 ? .notAdopted : .void,
                        decidedBy: last.id, cited: cited))
            }
            round += 1
            if !isAdopted { break }
        }
        let stances = latest(for: version.id, affected)
        let late = stances.filter { $0.isObjection && !cited.contains($0.id) }
        let state: Decision.State =
            isAdopted
            ? late.isEmpty ? .adopted : .underReview : round == 1 ? .notAdopted : .void
        return Decision(
            state: state, version: version, stances: stances,
            objections: latest(for: version.id, affected, among: cited).filter(\.isObjection),
            lateObjections: isAdopted ? late : [],
            closers: Self.people(
                state == .underReview ? closings.filter { $0.round == round } : rounds),
            round: state == .underReview ? round : round - 1, affected: affected,
            heads: Self.heads(of: rounds.filter { $0.round == 0 }), rounds: history)
    }

    /// The closings of a round that count, and all stances that this round and those before it
    /// had seen.
    ///
    /// "Not adopted" needs something that bears it out: an objection that was seen and stands, or a
    /// flaw. That people have said too little, or that the window is over, nobody can show to
    /// others; so it takes as many people to say so as it takes to adopt. One of them alone
    /// counts for nothing.
    private func counting(
        _ closings: [Closing], after cited: Set<RecordID>, _ version: Proposal.Version,
        _ affected: Affected
    ) -> (closings: [Closing], cited: Set<RecordID>) {
        let seen = cited.union(closings.flatMap(\.stances))
        let refusals = closings.filter { $0.outcome != .adopted }
        let isBorneOut =
            proposal.flaw != nil
            || latest(for: version.id, affected, among: seen).contains(where: \.isObjection)
        guard !isBorneOut, !Self.isClosed(refusals, affected) else { return (closings, seen) }
        return (closings.filter { $0.outcome == .adopted }, seen)
    }

    /// The closing of a round with which enough people had closed.
    private static func deciding(_ closings: [Closing], _ affected: Affected) -> Closing? {
        var people: Set<PersonID> = []
        return closings.sorted { $0.stamp < $1.stamp }.first { closing in
            people.insert(closing.person).inserted && people.count >= affected.needed
        }
    }

    /// Whether a round's closings agree that a version is adopted, and what they cite bears it out.
    ///
    /// "Not adopted" of one closing that counts is enough: people who closed apart decide the
    /// careful way.
    private func carries(
        _ closings: [Closing], _ cited: Set<RecordID>, _ version: Proposal.Version,
        _ affected: Affected
    ) -> Bool {
        let stances = latest(for: version.id, affected, among: cited)
        let consenting = stances.filter {
            $0.choice == .consent && affected.deciders.contains($0.person)
        }
        return proposal.flaw == nil && closings.allSatisfy { $0.outcome == .adopted }
            && consenting.count >= affected.needed && !stances.contains(where: \.isObjection)
    }

    /// A review counts only if it is about an objection that the rounds before had not seen.
    private func answersObjection(
        _ seen: Set<RecordID>, before cited: Set<RecordID>, _ version: Proposal.Version,
        _ affected: Affected
    ) -> Bool {
        let fresh = seen.subtracting(cited)
        return stances.contains {
            $0.isObjection && fresh.contains($0.id) && $0.version == version.id
                && $0.proposal == proposal.id && affected.voices.contains($0.person)
        }
    }

    private static func heads(of closings: [Closing]) -> [LogID: UInt64] {
        var heads: [LogID: UInt64] = [:]
        for head in closings.flatMap(\.heads) {
            heads[head.log] = max(heads[head.log] ?? 0, head.length)
        }
        return heads
    }
}
