import Community
import TestKit
import Testing
import Wire

@Suite("Experiments")
struct ExperimentStateTests {
    private let experiment = Made.facts(Schema.experiment, 1, by: 1, at: 1)

    private func outcome(
        _ number: UInt64, by person: UInt64, of target: UInt64 = 1
    ) -> RecordFacts {
        Made.facts(
            Schema.outcome, number, by: person, at: number,
            [
                "experiment": .record(Made.record(target)), "result": .text("did-not"),
                "learning": .text("It cracks"),
            ])
    }

    @Test("idea, running, ended by its own author's outcome")
    func states() {
        #expect(ExperimentState(experiment, outcomes: []) == .idea)
        var running = experiment
        running.values["started"] = .flag(true)
        #expect(ExperimentState(running, outcomes: []) == .running)
        #expect(ExperimentState(running, outcomes: [outcome(5, by: 2)]) == .running)
        #expect(ExperimentState(running, outcomes: [outcome(5, by: 1, of: 3)]) == .running)
        #expect(
            ExperimentState(running, outcomes: [outcome(7, by: 1), outcome(5, by: 1)])
                == .ended([Made.record(5), Made.record(7)]))
    }

    @Test("an outcome without what was learned is refused by the schema (invariant 19)")
    func learning() {
        let named = Field(1, .record(experiment.id))
        let result = Field(2, .text("did-not"))
        for fields in [[named, result], [named, result, Field(3, .text(" \n"))]] {
            #expect(
                Schema.refusal(creating: Schema.outcome, with: fields, in: .community) != nil)
        }
        let complete = [named, result, Field(3, .text("Cracks at 80 °C"))]
        #expect(Schema.refusal(creating: Schema.outcome, with: complete, in: .community) == nil)
    }

    @Test("results are words from a list")
    func results() {
        #expect(throws: CommunityError.self) {
            try Compose.item(
                Schema.outcome,
                [
                    ("experiment", .record(experiment.id)), ("result", .text("great")),
                    ("learning", .text("x")),
                ])
        }
    }
}
