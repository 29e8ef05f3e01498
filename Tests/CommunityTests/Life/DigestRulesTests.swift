import Community
import Testing
import Wire

@Suite struct DigestRulesTests {
    private let rules = DigestRules(start: 100, end: 200)

    private func event(
        _ number: UInt64, _ starts: [Int64], _ values: [String: Value] = [:]
    ) -> RecordFacts {
        var event = Made.facts(Schema.event, number, by: 1, at: number, values)
        event.elements["start"] = starts.map { .integer($0) }
        return event
    }

    @Test func aPeriodThatEndsBeforeItBeginsIsEmpty() {
        let rules = DigestRules(start: 300, end: 200)
        #expect(rules.isNew(200) && !rules.isNew(199) && !rules.isNew(201))
    }

    @Test func onlyOutcomesOfThePeriodThatCountAreTold() {
        let experiment = Made.facts(Schema.experiment, 1, by: 1, at: 10)
        func outcome(_ number: UInt64, by person: UInt64, at lamport: UInt64) -> RecordFacts {
            Made.facts(
                Schema.outcome, number, by: person, at: lamport,
                ["experiment": .record(experiment.id)])
        }
        let told = rules.learned([
            (
                experiment,
                [
                    outcome(2, by: 1, at: 99), outcome(3, by: 1, at: 120),
                    outcome(4, by: 2, at: 130), outcome(5, by: 1, at: 140),
                ]
            )
        ])
        #expect(told.map(\.outcome.id) == [Made.record(5), Made.record(3)])
    }

    @Test func whatIsOverOrCancelledIsNotAnnounced() {
        let far = 200 + DigestRules.horizon
        let told = rules.ahead([
            event(1, [199]), event(2, [far + 1]), event(3, [300]),
            event(4, [250], ["cancelled": .flag(true)]), event(5, [far]), event(6, [200]),
            event(7, [150], ["series": .text("FREQ=WEEKLY")]),
            event(8, [150], ["series": .text("every week")]), event(9, [50, 220]),
        ])
        #expect(
            told.map(\.event.id) == [7, 6, 9, 3, 5].map(Made.record),
            "\(told.map(\.start))")
    }

    @Test func aProblemSaidToBeTheSameAppearsOnce() {
        func problem(_ number: UInt64, sameAs others: [UInt64] = []) -> RecordFacts {
            var problem = Made.facts(Schema.problem, number, by: 1, at: number)
            problem.elements["same_as"] = others.map { .bytes(Made.record($0).bytes) }
            return problem
        }
        var adopted = problem(4)
        adopted.entries["will_work"] = [Made.entry(2, .flag(true), at: 9)]
        // The third says that it is the first; the fifth was said by the second to be the same.
        let told = rules.wantingHands([
            problem(3, sameAs: [1]), problem(1), problem(2, sameAs: [5]), adopted, problem(5),
            problem(6, sameAs: [4]),
        ])
        #expect(told.map(\.id) == [6, 2, 1].map(Made.record))
    }
}
