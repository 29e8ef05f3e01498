import Community
import Testing
import Wire

@Suite struct CatchUpRulesTests {
    private func trial(_ number: UInt64, by person: UInt64, worked: Bool = true) -> RecordFacts {
        Made.facts(
            Schema.trial, number, by: person, at: number, ["worked": .flag(worked)])
    }

    @Test func storiesThatHelpedMorePeopleComeFirst() {
        func story(_ number: UInt64) -> RecordFacts {
            Made.facts(Schema.story, number, by: 1, at: number)
        }
        var withdrawn = trial(30, by: 4)
        withdrawn.values["withdrawn"] = .flag(true)
        let used = CatchUpRules.mostUsed([
            (story(1), [trial(20, by: 2), trial(21, by: 3)]),
            // Twice by one person is once; the author's own counts nothing, nor does what failed.
            (story(2), [trial(22, by: 2), trial(23, by: 2), trial(24, by: 1)]),
            (story(3), [trial(25, by: 2, worked: false), withdrawn]),
            (story(4), []),
        ])
        #expect(used.map(\.id) == [1, 2, 4].map(Made.record))
    }

    @Test func onlyFailuresOfTheExperimentsOwnAuthorAreToldAndTheNewestFirst() {
        let experiment = Made.facts(Schema.experiment, 1, by: 1, at: 1)
        func outcome(_ number: UInt64, _ result: String, by person: UInt64 = 1) -> RecordFacts {
            Made.facts(
                Schema.outcome, number, by: person, at: number,
                ["experiment": .record(experiment.id), "result": .text(result)])
        }
        let told = CatchUpRules.hardWay([
            (
                experiment,
                [
                    outcome(2, "did-not"), outcome(3, "worked"), outcome(4, "stopped"),
                    outcome(5, "did-not", by: 2), outcome(6, "inconclusive"), outcome(7, "did-not"),
                ]
            )
        ])
        #expect(told.map(\.outcome.id) == [7, 6, 4].map(Made.record))
    }
}
