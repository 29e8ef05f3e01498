import Community
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Journey J10.5: what becomes of the open questions of a community that closes.
@Suite("Open questions of a closed community", .timeLimit(.minutes(5)))
struct RehomingTests: DecidingTogether {
    /// Ada, Ben and Gus in Seals, the last two in Bearings; of three questions in Seals one is open.
    private func start() async throws -> (Plant, seals: String, bearings: String, open: Saved) {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await plant.community("Seals", [0, 1, 2])
        let bearings = try await plant.community("Bearings", [1, 2])
        let open = try await gus.ask(
            AskRequest(community: seals, title: "Which seal?", body: "It leaks.", tags: ["press"]))
        let answered = try await gus.ask(AskRequest(community: seals, title: "Which grease?"))
        let unkind = try await gus.ask(AskRequest(community: seals, title: "Who forgot it?"))
        try await plant.sync()
        _ = try await ada.answer(AnswerRequest(question: answered.code, body: "The blue one."))
        for node in [ada, ben] {
            _ = try await node.flag(ObjectionRequest(reference: unkind.code, reason: "unkind"))
        }
        return (plant, seals, bearings, open)
    }

    @Test("they go to the home that was chosen, once, with the names of those who asked (J10.5)")
    func rehoming() async throws {
        let (plant, seals, bearings, open) = try await start()
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        await fails(.usage) { _ = try await ben.rehome(CommunityReference(community: seals)) }
        var request = ProposeRequest(community: seals, subject: .close)
        (request.harvest, request.farewell) = ("shelf 3", "What we leave behind")
        request.other = seals
        await fails(.usage) { _ = try await ada.propose(request) }
        request.other = bearings
        let proposed = try await ada.propose(request).proposal
        #expect(proposed.text == "Seals closes. Its open questions go to Bearings.")
        try await plant.sync()
        for node in plant.nodes { try await take(.consent, node, proposed.code) }
        try await plant.sync()
        _ = try await close(ada, proposed.code)
        try await plant.sync([0, 1])
        let closed = try await ben.closeProposal(ProposalReference(proposal: proposed.code))
        #expect(closed.note == "1 open question went to Bearings.")
        // Gus does not know it yet.
        let late = try await gus.ask(AskRequest(community: seals, title: "Still there?"))
        try await plant.sync()
        // Ada is in the closed community only.
        await fails(.noSuchRight) { _ = try await ada.rehome(CommunityReference(community: seals)) }
        let again = try await gus.rehome(CommunityReference(community: seals))
        #expect(again.questions.map(\.from) == [late.code] && again.home.name == "Bearings")
        try await plant.sync()
        for node in [ben, gus] {
            let empty = try await node.rehome(CommunityReference(community: seals))
            #expect(empty.questions.isEmpty)
            let listed = try await node.questions(ListRequest(community: bearings)).questions
            #expect(Set(listed.compactMap(\.title)) == ["Which seal?", "Still there?"])
            let moved = try #require(listed.first { $0.title == "Which seal?" })
            #expect(moved.author.name == "Gus" && moved.tags == ["press"])
            let thread = try #require(
                try await node.show(ShowRequest(reference: moved.code)).thread)
            #expect(thread.question.body == "It leaks.")
            let old = try await node.show(ShowRequest(reference: open.code)).thread
            #expect(old?.question.mark == "goes on in Bearings as \(moved.code)")
            let after = try await node.show(ShowRequest(reference: late.code)).thread
            #expect(
                after?.question.mark?.hasPrefix(
                    "arrived after closing; goes on in Bearings as Q-") == true)
        }
        #expect(try await ada.show(ShowRequest(reference: open.code)).thread?.question.mark == nil)
    }

    @Test("the words of a closed circle never go where more people see them")
    func stricter() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        var codes: [String] = []
        for (name, visibility) in [
            ("Open", CommunityVisibility.open), ("Listed", .listed), ("Private", .private),
        ] {
            let saved = try await ada.createCommunity(
                NewCommunityRequest(name: name, visibility: visibility))
            codes.append(saved.community.code)
        }
        for closing in 0..<3 {
            for home in 0..<3 where home != closing {
                var request = ProposeRequest(community: codes[closing], subject: .close)
                (request.harvest, request.farewell) = ("shelf 3", "So long")
                request.other = codes[home]
                if home > closing {
                    _ = try await ada.propose(request)
                } else {
                    await fails(.usage) { _ = try await ada.propose(request) }
                }
            }
        }
    }

    @Test("a proposal that names a home with more readers moves nothing, however it was adopted")
    func carelessProposal() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let open = try await plant.community("Open", [0])
        let council = try await ada.createCommunity(
            NewCommunityRequest(name: "Council", visibility: .private)
        ).community.code
        _ = try await ada.ask(AskRequest(community: council, title: "Whom do we let go?"))
        let summary = try await ada.resolveCommunity(council)
        var terms = Compose.Terms(.close, closes: 1_000, affected: [try await ada.member.person])
        terms.community = try await ada.resolveCommunity(open).space
        let written = try await ada.write(
            [try Compose.proposal("Close it", terms)], to: summary.space)
        let code = try #require(written.records.first?.first).hex
        try await take(.consent, ada, code)
        let closed = try await ada.closeProposal(ProposalReference(proposal: code))
        #expect(closed.proposal.state == .adopted)
        #expect(closed.note?.contains("seen by more people") == true)
        #expect(try await ada.questions(ListRequest(community: open)).questions.isEmpty)
    }

    @Test("without a new home they stay in the archive, and the command says so")
    func staying() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let seals = try await plant.community("Seals", [0, 1])
        _ = try await ada.ask(AskRequest(community: seals, title: "Which seal?"))
        var request = ProposeRequest(community: seals, subject: .close)
        (request.harvest, request.farewell) = ("shelf 3", "So long")
        try await adopt(plant, try await ada.propose(request).proposal.code, by: [0, 1])
        await fails(.usage) { _ = try await ben.rehome(CommunityReference(community: seals)) }
        #expect(try await ben.questions(ListRequest(community: seals)).questions.count == 1)
    }
}
