internal import Wire

/// What somebody reads first who comes new into a community or comes back (chapter 19, section 12).
public enum CatchUpRules {
    /// Lines of all topics together.
    public static let most = 20
    /// Stories, and things learned the hard way.
    public static let mostOfKind = 3
    /// Gatherings.
    public static let mostEvents = 2

    /// The stories that worked for the most people besides their author; of equals the newer first.
    ///
    /// It compares stories; nothing is counted for a person.
    public static func mostUsed(
        _ stories: [(story: RecordFacts, trials: [RecordFacts])]
    ) -> [RecordFacts] {
        stories.map { entry -> (story: RecordFacts, users: Int) in
            let users = Set(
                entry.trials.filter { $0.flag("worked") && !$0.flag("withdrawn") }.map(\.person)
            ).subtracting([entry.story.person])
            return (entry.story, users.count)
        }.sorted { ($0.users, $0.story.stamp) > ($1.users, $1.story.stamp) }
            .prefix(mostOfKind).map(\.story)
    }

    /// The pages that somebody found to be right last, before those of which nobody has said so.
    public static func foundRight(_ pages: [RecordFacts]) -> [RecordFacts] {
        Array(
            pages.sorted {
                ($0.foundRight ?? .min, $0.stamp) > ($1.foundRight ?? .min, $1.stamp)
            }.prefix(mostOfKind))
    }

    /// The last failures that something was learned from, the newest first.
    public static func hardWay(
        _ experiments: [(experiment: RecordFacts, outcomes: [RecordFacts])]
    ) -> [(experiment: RecordFacts, outcome: RecordFacts)] {
        let failed = experiments.flatMap { entry in
            ExperimentState.counting(entry.outcomes, of: entry.experiment)
                .filter { $0.text("result") != ExperimentResult.worked.rawValue }
                .map { (experiment: entry.experiment, outcome: $0) }
        }
        return Array(
            failed.sorted { $0.outcome.stamp > $1.outcome.stamp }.prefix(mostOfKind))
    }
}

extension RecordFacts {
    /// When somebody last said that a page is still right, in milliseconds since 1970 by their word.
    public var foundRight: Int64? {
        entries["still_valid", default: []].compactMap {
            if case .integer(let date) = $0.value { date } else { nil }
        }.max()
    }
}
