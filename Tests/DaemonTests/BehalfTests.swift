import Community
import LocalProtocol
import Testing
import Wire

@testable import Daemon

/// Words that a scribe writes for somebody who has no computer at work.
@Suite("Words for somebody else", .timeLimit(.minutes(2)))
struct BehalfTests {
    private func refusal<Answer>(
        _ body: () async throws -> Answer
    ) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { _ = try await body() }
    }

    private func thread(_ code: String, at node: HearthNode) async throws -> QuestionThread {
        try #require(try await node.show(ShowRequest(reference: code)).thread)
    }

    @Test(
        "J8: an answer on a slip of paper names who said it, who wrote it down, and who claims it")
    func claimed() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let question = try await ben.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let answer = try await ada.answer(
            AnswerRequest(question: question.code, body: "We had that, tighten the clamp."))
        let stamped = try await ada.writeOnBehalf(
            BehalfRequest(reference: answer.code, name: "N., shift C", consent: .paper))
        let slip = try #require(stamped.slip)
        try await plant.sync()
        for node in plant.nodes {
            let author = try #require(try await thread(question.code, at: node).answers.first)
                .author
            #expect(author.name == "Ada" && author.onBehalf?.name == "N., shift C")
            #expect(author.onBehalf?.consent == "paper" && author.onBehalf?.claimedBy == nil)
        }
        // Who wrote the words down says for whom; nobody else does, and no other slip fits.
        let foreign = try await refusal {
            try await ben.writeOnBehalf(
                BehalfRequest(reference: answer.code, name: "Ben", consent: .spoken))
        }
        #expect(foreign.code == .noSuchRight)
        let wrong = try await refusal {
            try await ben.claimWords(
                ClaimRequest(reference: answer.code, slip: "0000-0000-0000-0000"))
        }
        #expect(wrong.code == .noSuchRight)
        _ = try await ben.claimWords(ClaimRequest(reference: answer.code, slip: slip))
        try await plant.sync()
        for node in plant.nodes {
            let author = try await thread(question.code, at: node).answers.first?.author
            #expect(author?.onBehalf?.claimedBy?.name == "Ben" && author?.name == "Ada")
        }
        // The name comes off with the slip, at anybody's computer, and stays off.
        _ = try await ada.claimWords(
            ClaimRequest(reference: answer.code, slip: slip, takesOff: true))
        try await plant.sync()
        let author = try await thread(question.code, at: ben).answers.first?.author
        #expect(author?.onBehalf != nil && author?.onBehalf?.name == nil)
    }

    @Test("words for somebody who was noted are theirs once they have shown their slip")
    func noted() async throws {
        let plant = try await Plant(["Ada", "Ben", "Canteen"], kiosks: ["Canteen"])
        let (ada, ben, canteen) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1])
        let noted = try await ada.noteUnclaimed(
            NoteUnclaimedRequest(name: "Dana", site: "Line 2", consent: .spoken))
        let question = try await ada.ask(AskRequest(community: community, title: "Why?"))
        for (person, code) in [("Gus", ServiceErrorCode.notFound), ("Dana", nil)] {
            let request = BehalfRequest(
                reference: question.code, person: person, consent: .spoken)
            if let code {
                let refused = try await refusal { try await ada.writeOnBehalf(request) }
                #expect(refused.code == code)
            } else {
                #expect(try await ada.writeOnBehalf(request).slip == nil)
            }
        }
        let both = try await refusal {
            try await ada.writeOnBehalf(
                BehalfRequest(
                    reference: question.code, name: "D.", person: "Dana", consent: .spoken))
        }
        #expect(both.code == .usage)
        try await plant.sync()
        let before = try await thread(question.code, at: ben).question.author.onBehalf
        #expect(before?.name == "Dana" && before?.claimedBy == nil)
        let listed = try await ben.questions(ListRequest()).questions.first?.author.onBehalf
        #expect(listed == before)
        _ = try await canteen.showSlip(ShowSlipRequest(slip: noted.slip, pin: "4711"))
        try await plant.sync()
        let after = try await thread(question.code, at: ben).question.author.onBehalf
        #expect(after?.claimedBy?.name == "Dana")
    }
}
