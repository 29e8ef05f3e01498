import Community
import TestKit
import Testing
import Wire

@Suite struct WhoKnowsTests {
    private func evidence(
        _ kind: RecordKind, _ number: UInt64, by person: UInt64, at moment: UInt64,
        accepted: Bool = false, trials: [RecordFacts] = []
    ) -> WhoKnows.Evidence {
        WhoKnows.Evidence(
            Made.facts(kind, number, by: person, at: moment), related: trials, isAccepted: accepted)
    }

    private func people(_ evidence: [WhoKnows.Evidence], hidden: [UInt64] = []) -> [PersonID] {
        WhoKnows.people(
            evidence, hidden: Set(hidden.map(Made.person)), asking: Made.person(100)
        ).map(\.person)
    }

    @Test func reasonsSayWhatBecameOfIt() {
        let trial = Made.facts(
            Schema.trial, 9, by: 3, at: 9, ["worked": .flag(true), "machine": .text("Press 4")])
        let found = WhoKnows.people(
            [
                evidence(Schema.answer, 1, by: 1, at: 5, accepted: true, trials: [trial]),
                evidence(Schema.story, 2, by: 1, at: 7),
                evidence(Schema.experiment, 3, by: 2, at: 6),
                evidence(Schema.question, 4, by: 3, at: 8),
            ], hidden: [], asking: Made.person(100))
        #expect(found.map(\.person) == [1, 2].map(Made.person), "asking is no knowing")
        #expect(
            found[0].reasons.map(\.words) == ["told a story", "answered, accepted, tried once"])
        #expect(found[1].reasons.map(\.words) == ["wants to try it"])
    }

    @Test func whoAsksAndWhoDoesNotWantToBeFoundAreNotNamed() {
        let all = [
            evidence(Schema.story, 1, by: 1, at: 1), evidence(Schema.story, 2, by: 2, at: 2),
            evidence(Schema.story, 3, by: 100, at: 3),
        ]
        #expect(people(all) == [2, 1].map(Made.person))
        #expect(people(all, hidden: [2]) == [Made.person(1)])
        var imported = Made.facts(Schema.answer, 4, by: 3, at: 9)
        imported.values["original_author"] = .text("somebody of the list")
        #expect(people([WhoKnows.Evidence(imported)]).isEmpty)
    }

    // Invariant 25: nothing sorts people by a count.
    @Test func howMuchSomebodyWroteDoesNotChangeTheOrder() {
        forAll(cases: 100, "the order is that of the newest reasons") { generator in
            var all: [WhoKnows.Evidence] = []
            for number in 1...UInt64.random(in: 2...40, using: &generator) {
                all.append(
                    evidence(
                        Schema.story, number, by: .random(in: 1...4, using: &generator),
                        at: .random(in: 1...1_000, using: &generator)))
            }
            let order = people(all)
            let newest = Dictionary(
                all.map { ($0.item.person, $0.item.written) }, uniquingKeysWith: max)
            let dates = order.compactMap { newest[$0] }
            // Old reasons more or less change nothing.
            let busiest =
                all
                + (0..<50).map {
                    evidence(Schema.story, 1_000 + $0, by: 1, at: 0)
                }
            let known = order.contains(Made.person(1))
            return dates == dates.sorted(by: >) && (!known || people(busiest) == order)
        }
    }
}
