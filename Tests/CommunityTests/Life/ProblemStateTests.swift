import Community
import TestKit
import Testing
import Wire

@Suite("Problems")
struct ProblemStateTests {
    private let answer = Made.record(70)

    private func problem(_ entries: [String: [RecordFacts.Entry]] = [:]) -> RecordFacts {
        var problem = Made.facts(Schema.problem, 1, by: 1, at: 1)
        problem.entries = entries
        return problem
    }

    @Test("open, adopted by who works on it or by a community, parked by who raised it")
    func states() {
        #expect(ProblemState(problem()) == .open)
        #expect(ProblemState(problem(["me_too": [Made.entry(2, .flag(true), at: 2)]])) == .open)
        let worked = ["will_work": [Made.entry(2, .flag(true), at: 2)]]
        #expect(ProblemState(problem(worked)) == .adopted)
        let undone = ["will_work": [Made.entry(2, .flag(false), at: 3)]]
        #expect(ProblemState(problem(undone)) == .open)
        var adopted = problem()
        adopted.elements["adopted"] = [.bytes(Bytes32(words: (1, 2, 3, 4)).bytes)]
        #expect(ProblemState(adopted) == .adopted)
        var parked = problem()
        parked.values["parked"] = .flag(true)
        #expect(ProblemState(parked) == .parked)
    }

    @Test("who raised it or works on it resolves it; nobody else does")
    func resolved() {
        let entry = Made.entry(1, .bytes(answer.bytes), at: 5)
        #expect(ProblemState(problem(["resolution": [entry]])) == .resolved(by: [answer]))
        let stranger = Made.entry(3, .bytes(answer.bytes), at: 5)
        #expect(ProblemState(problem(["resolution": [stranger]])) == .open)
        let worker = [
            "resolution": [stranger], "will_work": [Made.entry(3, .flag(true), at: 4)],
        ]
        #expect(ProblemState(problem(worker)) == .resolved(by: [answer]))
    }

    @Test("anybody opens it again by a later word, and a still later resolution counts")
    func reopened() {
        let early = Made.entry(1, .bytes(answer.bytes), at: 5)
        let later = Made.entry(1, .bytes(answer.bytes), at: 9)
        let still = [Made.entry(4, .flag(true), at: 7)]
        #expect(ProblemState(problem(["resolution": [early], "still_there": still])) == .open)
        #expect(
            ProblemState(problem(["resolution": [later], "still_there": still]))
                == .resolved(by: [answer]))
    }

    @Test("a person who marks twice or in two ways is one person")
    func concerned() {
        let marked = problem([
            "me_too": [Made.entry(1, .flag(true), at: 2), Made.entry(2, .flag(true), at: 2)],
            "knows": [Made.entry(2, .flag(true), at: 3)],
        ])
        #expect(marked.concerned == [Made.person(2)])
    }

    @Test("whoever has the slip claims it; the first claim counts, a wrong code is none")
    func claims() {
        var generator = SeededGenerator(seed: 4)
        let slip = InvitationCode(using: &generator)
        let wrong = InvitationCode(using: &generator)
        var raised = problem([
            "claim": [
                Made.entry(5, .text(wrong.description), at: 1),
                Made.entry(6, .text(slip.description.lowercased()), at: 3),
                Made.entry(7, .text(slip.description), at: 2),
            ]
        ])
        #expect(raised.claimant == nil, "it is nobody's to claim")
        raised.values["claim_token"] = .bytes(slip.token.bytes)
        #expect(raised.claimant == Made.person(7))
    }
}
