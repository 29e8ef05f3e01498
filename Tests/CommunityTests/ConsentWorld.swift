import Community
import Merge
import TestKit
import Wire

/// One community that deliberates on one proposal, in plain values and without any network.
///
/// Persons are numbers; person 0 proposes. What anybody cites or names may not be here.
struct ConsentWorld {
    /// One thing that somebody does, apart from the others.
    enum Step {
        /// Somebody was a member at some time.
        case join(Int)
        /// The author writes another version.
        case amend(lamport: UInt64)
        /// Somebody takes a stance by one of two devices.
        case stance(
            Int, device: Int, version: Int, StanceChoice, hasReason: Bool, lamport: UInt64)
        /// Somebody closes; the numbers say which of the stances were seen.
        case close(Int, version: Int, Closing.Outcome, round: Int64, seen: [Int], lamport: UInt64)
    }

    let kind: ProposalKind
    let snapshot: [Int]
    private(set) var joined: Set<PersonID> = []
    private(set) var proposal: Proposal
    private(set) var stances: [Stance] = []
    private(set) var closings: [Closing] = []

    init(
        _ steps: [Step], kind: ProposalKind = .agreement, snapshot: [Int] = [0, 1, 2, 3]
    ) {
        self.kind = kind
        self.snapshot = snapshot
        let first = Proposal.Version(
            id: Self.id(1, 0), text: "text 0", stamp: Self.stamp(1, by: 0, 0))
        proposal = Proposal(
            id: first.id, author: Self.person(0), kind: kind, versions: [first], closes: 1_000,
            affected: snapshot.map(Self.person))
        proposal.sunset = 1_000 + ConsentRules.day
        proposal.until = 1_000 + ConsentRules.day
        proposal.person = Self.person(3)
        proposal.step = "conversation held on Monday"
        proposal.visibility = "open"
        proposal.record = Self.id(9, 9)
        proposal.postVersion = Self.id(9, 8)
        proposal.community = SpaceID(raw: Bytes32(words: (9, 9, 9, 9)))
        for (index, step) in steps.enumerated() { take(step, UInt64(index)) }
    }

    private mutating func take(_ step: Step, _ index: UInt64) {
        switch step {
        case .join(let person): joined.insert(Self.person(person))
        case .amend(let lamport):
            let version = Proposal.Version(
                id: Self.id(2, index), text: "text \(index)",
                stamp: Self.stamp(lamport, by: 0, index))
            proposal.versions = (proposal.versions + [version]).sorted { $0.stamp < $1.stamp }
        case .stance(let person, let device, let version, let choice, let hasReason, let lamport):
            stances.append(
                Stance(
                    id: Self.id(3, index), proposal: proposal.id, person: Self.person(person),
                    version: self.version(version), choice: choice,
                    reason: hasReason ? "because" : " ",
                    stamp: Self.stamp(lamport, by: person * 2 + device, index)))
        case .close(let person, let version, let outcome, let round, let seen, let lamport):
            let cited = seen.compactMap { stances.indices.contains($0) ? stances[$0].id : nil }
            closings.append(
                Closing(
                    id: Self.id(4, index), proposal: proposal.id, person: Self.person(person),
                    version: self.version(version), outcome: outcome, round: round,
                    stances: cited, stamp: Self.stamp(lamport, by: person * 2, index)))
        }
    }

    /// The id of a version by its place; one that does not exist for a place that is too high.
    private func version(_ place: Int) -> OperationID {
        proposal.versions.indices.contains(place) ? proposal.versions[place].id : Self.id(5, 5)
    }

    static func person(_ number: Int) -> PersonID {
        PersonID(raw: Bytes32(words: (UInt64(number), 0, 0, 0)))
    }

    static func id(_ kind: UInt64, _ number: UInt64) -> OperationID {
        OperationID(raw: Bytes16(high: kind, low: number))
    }

    static func stamp(_ lamport: UInt64, by log: Int, _ index: UInt64) -> WriteStamp {
        WriteStamp(
            lamport: lamport, writer: LogID(raw: Bytes32(words: (UInt64(log), 0, 0, 0))),
            index: index)
    }

    var deliberation: Deliberation {
        Deliberation(proposal: proposal, stances: stances, closings: closings)
    }

    var affected: Affected { Affected(of: proposal, joined: joined, spoke: [:]) }

    var decision: Decision { deliberation.decision(among: affected) }

    /// The same with everything in another order and some of it twice.
    func shuffled(_ generator: inout SeededGenerator) -> Decision {
        var other = deliberation
        other.stances = (stances + stances.prefix(3)).shuffled(using: &generator)
        other.closings = (closings + closings.prefix(2)).shuffled(using: &generator)
        return other.decision(among: affected)
    }
}

extension ConsentWorld {
    /// Random steps of a lively community: five persons of whom the last may be a stranger.
    static func steps(_ generator: inout SeededGenerator) -> [Step] {
        var steps: [Step] = (0..<4).map { .join($0) }
        if Int.random(in: 0..<6, using: &generator) == 0 { steps.remove(at: 1) }
        if Int.random(in: 0..<3, using: &generator) == 0 { steps += review }
        for _ in 0..<Int.random(in: 2...14, using: &generator) {
            steps.append(step(&generator))
        }
        return steps
    }

    /// What leads to a review that gives the decision up; some of it gets in the way of the rest.
    private static var review: [Step] {
        func close(_ person: Int, _ round: Int64, _ seen: [Int]) -> Step {
            .close(
                person, version: 0, round == 0 ? .adopted : .notAdopted, round: round, seen: seen,
                lamport: 9)
        }
        let consents = [0, 2].map { person in
            Step.stance(
                person, device: 0, version: 0, .consent, hasReason: false, lamport: 3)
        }
        let objection = Step.stance(
            3, device: 0, version: 0, .objection, hasReason: true, lamport: 11)
        return consents + [objection, close(0, 0, [0, 1]), close(2, 0, [0, 1])]
            + [close(0, 1, [0, 1, 2]), close(3, 1, [0, 2])]
    }

    private static func step(_ generator: inout SeededGenerator) -> Step {
        let person = Int.random(in: 0..<5, using: &generator)
        let lamport = UInt64.random(in: 2...12, using: &generator)
        let version = Int.random(in: 0..<8, using: &generator) < 6 ? 0 : 1
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: return .amend(lamport: lamport)
        case 1...9:
            let choices: [StanceChoice] = [.consent, .consent, .consent, .consent, .objection]
            let choice =
                Int.random(in: 0..<4, using: &generator) > 0
                ? choices.randomElement(using: &generator)
                : StanceChoice.allCases.randomElement(using: &generator)
            return .stance(
                person, device: Int.random(in: 0...1, using: &generator), version: version,
                choice ?? .consent, hasReason: Int.random(in: 0..<5, using: &generator) > 0,
                lamport: lamport)
        default:
            let seen = (0..<12).filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
            let outcome: Closing.Outcome =
                Int.random(in: 0..<6, using: &generator) > 0 ? .adopted : .notAdopted
            let round: Int64 = Int.random(in: 0..<4, using: &generator) == 0 ? 1 : 0
            return .close(
                person, version: version, outcome, round: round, seen: seen, lamport: lamport)
        }
    }
}
