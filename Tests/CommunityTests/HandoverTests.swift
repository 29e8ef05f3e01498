import Community
import Histories
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Handovers")
struct HandoverTests {
    /// Everybody is in; the first author is the one who goes.
    private func start(seed: UInt64) throws -> History {
        var history = try History(seed: seed)
        for author in 1...3 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        return history
    }

    private func handovers(
        _ commits: [(space: SpaceID, commit: OpenedCommit)], _ history: History
    ) -> [Handover] {
        var replica = Replica(workplace: history.workplace)
        for (space, commit) in commits { replica.apply(commit, in: space) }
        return replica.handovers()
    }

    @Test("a person's records come together, and only that person answers")
    func together() throws {
        var history = try start(seed: 1)
        let space = history.workplace
        let first = history.write(try Compose.handover(note: "Ask Ben."), by: 0, in: space)[0]
        let second = history.write(try Compose.handover(), by: 0, in: space)[0]
        let asked = history.write(
            try Compose.handoverQuestion("Where is the key?", in: second), by: 1, in: space)[0]
        history.write(try Compose.handoverAnswer("In my pocket.", to: asked), by: 2, in: space)
        var found = handovers(history.commits, history)
        #expect(found.map(\.id) == [first] && found.first?.note == "Ask Ben.")
        #expect(found.first?.questions.map(\.answer) == [nil])
        #expect(found.first?.waiting.map(\.id) == [asked])
        history.write(try Compose.handoverAnswer("On the hook.", to: asked), by: 0, in: space)
        found = handovers(history.commits, history)
        #expect(found.first?.questions.map(\.answer) == ["On the hook."])
        history.write(try Compose.handoverAnswer("  ", to: asked), by: 0, in: space)
        #expect(handovers(history.commits, history).first?.waiting.count == 1)
        #expect(throws: CommunityError.self) {
            try Compose.handoverQuestion(" ", in: first)
        }
    }

    @Test("in every order of arrival the same questions count, and no answer is ever lost")
    func order() {
        var crowded = 0
        forAll(cases: 40, "handovers converge") { generator in
            var history = try start(seed: generator.next())
            let space = history.workplace
            var known: [RecordID] = []
            for person in 0...1 {
                known += history.write(try Compose.handover(), by: person, in: space)
            }
            var questions: [(id: RecordID, owner: Int)] = []
            var answered: Set<RecordID> = []
            for _ in 0..<Int.random(in: 4...16, using: &generator) {
                let author = Int.random(in: 0...3, using: &generator)
                if let question = questions.randomElement(using: &generator),
                    Int.random(in: 0..<3, using: &generator) == 0
                {
                    // Whoever it is: what others write to it is no answer.
                    history.write(
                        try Compose.handoverAnswer("So.", to: question.id), by: author, in: space)
                    if author == question.owner { answered.insert(question.id) }
                    continue
                }
                let owner = Int.random(in: 0...1, using: &generator)
                let id = history.write(
                    try Compose.handoverQuestion("How?", in: known[owner]), by: author, in: space)[
                        0]
                questions.append((id, owner))
            }
            let straight = handovers(history.commits, history)
            for _ in 0..<3 {
                let commits = history.commits.shuffled(using: &generator)
                guard handovers(commits + commits.prefix(5), history) == straight else {
                    return false
                }
            }
            if questions.count > 2 * Handover.mostQuestions { crowded += 1 }
            return straight.allSatisfy { handover in
                let owner = handover.person == history.authors[0].person ? 0 : 1
                let own = questions.filter { $0.owner == owner }
                let mine = Set(own.map(\.id)).intersection(answered)
                let shown = Set(handover.questions.map(\.id))
                return mine == Set(handover.questions.filter { $0.answer != nil }.map(\.id))
                    && shown.count == max(mine.count, min(own.count, Handover.mostQuestions))
                    && shown.isSubset(of: own.map(\.id))
            }
        }
        #expect(crowded > 0, "somebody was asked more than there is room for")
    }
}
