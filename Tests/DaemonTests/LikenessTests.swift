import LocalProtocol
import Testing

@testable import Daemon

/// What is here already, before somebody writes it again.
@Suite("Ask before you build", .timeLimit(.minutes(2)))
struct AskBeforeYouBuildTests {
    private func create(
        _ node: HearthNode, _ kind: ItemKind, in community: String?, _ fields: [String: String]
    ) async throws -> String {
        try await node.createItem(
            NewItemRequest(
                kind: kind, community: community,
                wall: community == nil && kind != .outcome ? true : nil,
                fields: fields.sorted { $0.key < $1.key }.map {
                    ItemField(name: $0.key, value: $0.value)
                })
        ).code
    }

    @Test("J5.6, S15: a failed experiment finds the next person who types the same idea")
    func failed() async throws {
        let plant = try await Plant(["Ada", "Gus"])
        let (ada, gus) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let planned = try await create(
            ada, .experiment, in: community,
            ["title": "Ceramic seal on press 4", "worst_case": "2 h downtime"])
        _ = try await create(
            ada, .outcome, in: nil,
            [
                "experiment": planned, "result": "did-not", "learning": "It cracks at 80 °C",
                "retry_if": "the wash is cooler",
            ])
        _ = try await ada.ask(AskRequest(community: community, title: "Which grease?"))
        try await plant.sync()
        let found = try await gus.similar(SimilarRequest(text: "ceramic seals")).items
        #expect(found.map(\.code) == [planned])
        #expect(found.first?.author.name == "Ada" && found.first?.shared == ["ceramic", "seals"])
        #expect(
            found.first?.notes == [
                "ended", "it did not work: It cracks at 80 °C; retry if the wash is cooler",
            ])
        #expect(try await gus.similar(SimilarRequest(text: "Parking")).items.isEmpty)
    }

    @Test("J2.4, S1: the closest first, of every kind; what isn't one's to read is not shown")
    func kinds() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let problem = try await create(
            ada, .problem, in: nil, ["title": "Seal leaks after wash-down", "place": "Press 4"])
        let story = try await create(
            ada, .story, in: community,
            ["title": "A night at the wash", "happened": "The seal of the press was hot."])
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Do leaking seals come from the press?"))
        let circle = try await ada.createCommunity(
            NewCommunityRequest(name: "Circle", visibility: .private)
        ).community.code
        let secret = try await ada.ask(
            AskRequest(community: circle, title: "Leaking seals at the press, between us"))
        try await plant.sync()
        _ = try await ben.answer(AnswerRequest(question: asked.code, body: "Yes."))
        let found = try await ben.similar(
            SimilarRequest(text: "Leaking seals, press 4", limit: 20)
        ).items
        #expect(found.first { $0.code == asked.code }?.notes == ["1 answer"])
        #expect(found.last?.code == story, "it shares the fewest words")
        #expect(Set(found.map(\.code)) == [asked.code, problem, story])
        let own = try await ada.similar(
            SimilarRequest(text: "Leaking seals, press 4", limit: 20)
        ).items
        #expect(own.contains { $0.code == secret.code })
        #expect(
            try await ada.similar(SimilarRequest(text: "Leaking seals, press 4")).items.count == 3)
    }
}
