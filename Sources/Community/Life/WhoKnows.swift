internal import Languages
public import Wire

/// Who can help, and why (chapter 19, section 13).
///
/// The answer is reasons: what somebody wrote, and what became of it. There is no number of
/// anything, and people stand in the order of their newest reason.
public enum WhoKnows {
    /// People that are named.
    public static let mostPeople = 5
    /// Reasons of one of them.
    public static let mostReasons = 3

    /// Something that somebody wrote about the matter.
    public struct Evidence: Sendable {
        /// The record.
        public let item: RecordFacts
        /// The records that name it.
        public let related: [RecordFacts]
        /// Whether it is an answer that the asker accepted.
        public let isAccepted: Bool

        /// Makes evidence.
        public init(_ item: RecordFacts, related: [RecordFacts] = [], isAccepted: Bool = false) {
            self.item = item
            self.related = related
            self.isAccepted = isAccepted
        }
    }

    /// Why somebody can help.
    public struct Reason: Equatable, Sendable {
        /// What they wrote.
        public let record: RecordID
        /// Why that is a reason, in a few words.
        public let words: String
        /// When they wrote it, in milliseconds since 1970.
        public let date: Int64
    }

    /// Somebody who can help.
    public struct Knower: Equatable, Sendable {
        /// The person.
        public let person: PersonID
        /// Why, the newest reason first.
        public let reasons: [Reason]
    }

    /// The people, whoever has the newest reason first.
    ///
    /// - Parameters:
    ///   - evidence: What was written about the matter.
    ///   - hidden: Who doesn't want to be found.
    ///   - asking: Who asks.
    public static func people(
        _ evidence: [Evidence], hidden: Set<PersonID>, asking: PersonID
    ) -> [Knower] {
        var reasons: [PersonID: [Reason]] = [:]
        for one in evidence {
            let item = one.item
            // What was imported is by somebody else.
            guard item.person != asking, !hidden.contains(item.person),
                item.text("original_author") == nil, let words = words(for: one)
            else { continue }
            reasons[item.person, default: []].append(
                Reason(record: item.id, words: words, date: item.written))
        }
        let knowers = reasons.map { person, reasons in
            Knower(
                person: person,
                reasons: Array(
                    reasons.sorted { ($0.date, $0.record) > ($1.date, $1.record) }
                        .prefix(mostReasons)))
        }
        return Array(
            knowers.sorted {
                let (one, other) = ($0.reasons[0], $1.reasons[0])
                return (one.date, $0.person) > (other.date, $1.person)
            }.prefix(mostPeople))
    }

    private static func list(_ parts: [String?]) -> String {
        Language.current.list(parts.compactMap { $0 })
    }

    private static func words(for evidence: Evidence) -> String? {
        let item = evidence.item
        let trials = evidence.related.filter { $0.kind.number == Schema.trial.number }
        let experience = Experience(trials, of: item.person).sentence
        switch item.kind.number {
        case Schema.answer.number:
            let accepted = evidence.isAccepted ? say("accepted", context: "an answer") : nil
            return list([say("answered", context: "why somebody knows"), accepted, experience])
        case Schema.story.number: return list([say("told a story"), experience])
        case Schema.problem.number: return say("raised the problem")
        case Schema.experiment.number:
            switch ExperimentState(item, outcomes: evidence.related) {
            case .idea: return say("wants to try it")
            case .running: return say("tries it")
            case .ended: return say("tried it")
            }
        default: return nil
        }
    }
}
