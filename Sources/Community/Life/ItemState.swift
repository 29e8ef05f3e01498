internal import Languages
internal import Wire

/// What a record's state line says, and what a reader should know beside it.
public struct ItemState: Equatable, Sendable {
    /// The state in a word; `nil` for kinds that have none.
    public var name: String?
    /// Short sentences, such as "time disputed".
    public var notes: [String] = []

    /// Reads the state off a record.
    ///
    /// - Parameters:
    ///   - item: The record.
    ///   - related: The records that name it.
    ///   - now: The wall clock, for events; it only decides words on the screen.
    public init(of item: RecordFacts, related: [RecordFacts], now: Int64) {
        switch item.kind.number {
        case Schema.problem.number: tell(problem: item)
        case Schema.experiment.number: tell(experiment: item, related)
        case Schema.story.number: tell(experience: item, related)
        case Schema.event.number: tell(event: item, related, now: now)
        case Schema.valueStory.number:
            let others = item.people(saying: "confirms").filter { $0 != item.person }
            name = others.isEmpty ? "not confirmed" : "confirmed"
        case Schema.condition.number:
            name = item.flag("settled") ? "settled" : item.flag("helps") ? "helps" : "in the way"
        default: break
        }
    }

    private mutating func tell(problem: RecordFacts) {
        name = ProblemState(problem).name
        let people = problem.concerned.count + 1
        if people >= LifeRules.peopleForHint, problem.elements["adopted", default: []].isEmpty {
            notes.append(
                say(
                    people, one: "1 person: name a community for it?",
                    other: "\(.count) people: name a community for it?"))
        }
        if problem.isDisowned {
            notes.append(say("raised for somebody who has taken their name off it"))
        } else if let name = problem.text("on_behalf"), problem.claimant == nil {
            notes.append(say("raised for \(name), who can claim it with the slip"))
        }
    }

    private mutating func tell(experiment: RecordFacts, _ related: [RecordFacts]) {
        let state = ExperimentState(experiment, outcomes: related)
        name = state.name
        let outcomes = ExperimentState.counting(related, of: experiment)
        for outcome in outcomes {
            notes.append(Self.sentence(of: outcome))
        }
    }

    /// `did not work: cracks under shock; retry if the wash is cooler`.
    public static func sentence(of outcome: RecordFacts) -> String {
        let result = outcome.text("result") ?? ""
        let words =
            switch ExperimentResult(rawValue: result) {
            case .worked: say("it worked")
            case .didNot: say("it did not work")
            case .inconclusive: say("it stayed open")
            case .stopped: say("it was stopped")
            case nil: result
            }
        let learning = outcome.text("learning") ?? ""
        return outcome.text("retry_if").map { say("\(words): \(learning); retry if \($0)") }
            ?? say("\(words): \(learning)", context: "how it ended, and what was learned")
    }

    private mutating func tell(experience item: RecordFacts, _ related: [RecordFacts]) {
        let trials = related.filter { $0.kind.number == Schema.trial.number }
        name = Experience(trials, of: item.person).sentence
    }

    private mutating func tell(event: RecordFacts, _ related: [RecordFacts], now: Int64) {
        let times = EventTimes(event)
        if event.flag("cancelled") {
            name = "cancelled"
        } else {
            let last = times.ends.last ?? times.starts.last ?? 0
            name = last < now ? "over" : "planned"
        }
        if times.isTimeDisputed { notes.append(say("time disputed: somebody has to pick one")) }
        if times.isPlaceDisputed {
            notes.append(say("place disputed: \(Language.current.choice(times.places))"))
        }
        let sessions = related.filter { $0.kind.number == Schema.session.number }
        let slots = sessions.flatMap { session in session.texts("slot").map { ($0, session) } }
        for (slot, group) in Dictionary(grouping: slots, by: \.0).sorted(by: { $0.key < $1.key })
        where group.count > 1 {
            notes.append(
                say(
                    group.count, one: "1 session in \(slot)", other: "\(.count) sessions in \(slot)"
                ))
        }
    }
}

/// The thresholds of this folder, each once.
public enum LifeRules {
    /// People with one problem at whom a community is suggested (community.md 1.2).
    public static let peopleForHint = 3
    /// How long an event is unless somebody says otherwise: an hour in milliseconds.
    public static let eventLength: Int64 = 3_600_000
    /// The ways in which somebody can have agreed that another writes for them.
    public static let consents = ["spoken", "paper", "pin", "card", "kiosk"]
    /// The six sides of what a community lives in (Mitleton-Kelly 2003), a line of its card each.
    public static let aspects = [
        "social", "cultural", "technical", "physical", "economic", "political",
    ]
}
