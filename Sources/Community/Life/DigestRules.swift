internal import Wire

/// What goes into a digest (chapter 19, section 8): a period, and what of a community's life is
/// worth the paper in it.
///
/// Nothing here counts people, and nothing sorts by them.
public struct DigestRules: Equatable, Sendable {
    /// How far ahead gatherings are announced, in milliseconds: two weeks.
    public static let horizon: Int64 = 14 * 86_400_000
    /// How long a digest looks back unless somebody says otherwise, in milliseconds: a week.
    public static let period: Int64 = 7 * 86_400_000
    /// Entries of one section; the rest is said to be there.
    public static let sectionLength = 12

    /// The first moment that counts, in milliseconds since 1970.
    public let start: Int64
    /// The moment of printing: what is later is still to come.
    public let end: Int64

    /// Makes the rules for a period.
    public init(start: Int64, end: Int64) {
        self.start = min(start, end)
        self.end = end
    }

    /// Whether something was written in the period.
    public func isNew(_ written: Int64) -> Bool { (start...end).contains(written) }

    /// The outcomes to tell: those of the period that count for one of the experiments, the newest
    /// first.
    public func learned(
        _ experiments: [(experiment: RecordFacts, outcomes: [RecordFacts])]
    ) -> [(experiment: RecordFacts, outcome: RecordFacts)] {
        experiments.flatMap { entry in
            ExperimentState.counting(entry.outcomes, of: entry.experiment)
                .filter { isNew($0.written) }.map { (entry.experiment, $0) }
        }.sorted { $0.outcome.stamp > $1.outcome.stamp }
    }

    /// The gatherings to announce: none that is over or cancelled, the next first.
    ///
    /// One that recurs is announced for as long as it isn't cancelled.
    public func ahead(_ events: [RecordFacts]) -> [(event: RecordFacts, start: Int64)] {
        events.compactMap { event -> (RecordFacts, Int64)? in
            guard !event.flag("cancelled") else { return nil }
            let starts = EventTimes(event).starts
            let next = starts.first { (end...end + Self.horizon).contains($0) }
            let recurring = event.text("series").map(CalendarText.isRule) == true
            guard let start = next ?? (recurring ? starts.first { $0 <= end } : nil) else {
                return nil
            }
            return (event, start)
        }.sorted { ($0.1, $0.0.stamp) < ($1.1, $1.0.stamp) }
    }

    /// The problems that want hands: open ones, each once where people said that two are the same,
    /// the newest first.
    public func wantingHands(_ problems: [RecordFacts]) -> [RecordFacts] {
        let open = problems.filter { ProblemState($0) == .open }.sorted { $0.stamp < $1.stamp }
        var told: Set<RecordID> = []
        var wanting: [RecordFacts] = []
        for problem in open {
            let others = problem.records("same_as")
            let isTold = others.contains(where: told.contains)
            told.insert(problem.id)
            told.formUnion(others)
            let isNamed = wanting.contains { $0.records("same_as").contains(problem.id) }
            if !isTold && !isNamed { wanting.append(problem) }
        }
        return wanting.reversed()
    }
}
