import LocalProtocol
import Testing

@testable import Daemon

/// What is here already, before somebody writes it again.
@Suite("Ask before you build", .timeLimit(.minutes(2)))
struct AskBeforeYouBuildTests {
    @Test("J5.6, S15: a failed experiment finds the next person who types the same idea")
    func failed() async throws {
        let plant = try await Plant(["Ada", "Gus"])
        let (ada, gus) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let planned = try await ada.create(
            .experiment, in: community,
            ["title": "Ceramic seal on press 4", "worst_case": "2 h downtime"])
        _ = try await ada.create(
            .outcome, in: nil,
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
        let problem = try await ada.create(
            .problem, in: nil, ["title": "Seal leaks after wash-down", "place": "Press 4"])
        let story = try await ada.create(
            .story, in: community,
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

    @Test("J3.4: a community of nearly the same name is told of, a private one to its members only")
    func communities() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let seals = try await plant.community("Seals & bearings", [0, 1])
        _ = try await ada.createCommunity(
            NewCommunityRequest(name: "Sealed lips", visibility: .private))
        _ = try await ada.createCommunity(
            NewCommunityRequest(name: "Friday choir", about: "Those who wear seal skins sing"))
        try await plant.sync()
        let wear = SimilarRequest(text: "Seal wear", limit: 20, ofCommunity: true)
        let found = try await ben.similar(wear).items
        #expect(found.map(\.title) == ["Friday choir", "Seals & bearings"])
        #expect(found.last?.code == seals && found.last?.notes == ["2 members"])
        #expect(try await ada.similar(wear).items.map(\.title).contains("Sealed lips"))
        let choir = SimilarRequest(text: "Sing along", ofCommunity: true)
        #expect(try await ben.similar(choir).items.isEmpty, "one word of a purpose says little")
    }

    @Test("J7: who knows, with reasons; who opts out is named nowhere, and their words stay")
    func whoKnows() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let asked = try await gus.ask(
            AskRequest(community: community, title: "Seals after the wash-down?"))
        try await plant.sync()
        let answer = try await ben.answer(
            AnswerRequest(question: asked.code, body: "Seals swell in a hot wash."))
        try await plant.sync()
        _ = try await gus.changeItem(
            ItemChangeRequest(
                reference: asked.code, set: [ItemField(name: "accepted", value: answer.code)]))
        let story = try await ada.create(
            .story, in: community, ["title": "The wash that ate the seals"])
        let circle = try await ada.createCommunity(
            NewCommunityRequest(name: "Circle", visibility: .private)
        ).community.code
        _ = try await ada.create(.story, in: circle, ["title": "Secret seals of the wash"])
        try await plant.sync()
        let request = WhoKnowsRequest(text: "seals wash")
        let people = try await gus.whoKnows(request).people
        #expect(people.map(\.person.name) == ["Ada", "Ben"])
        #expect(people[0].reasons.map(\.code) == [story])
        #expect(people[1].reasons.map(\.words) == ["answered, accepted"])
        #expect(people[1].reasons.map(\.title) == ["Seals after the wash-down?"])
        _ = try await ada.setFindable(FindableRequest(findable: false))
        try await plant.sync()
        #expect(try await gus.whoKnows(request).people.map(\.person.name) == ["Ben"])
        #expect(try await gus.item(ItemReference(reference: story)).item.author.name == "Ada")
        _ = try await ada.setFindable(FindableRequest(findable: true))
        _ = try await ben.startHandover(StartHandoverRequest(note: "Ask Ada."))
        _ = try await ben.depart(DepartRequest(words: .keep))
        try await plant.sync()
        let last = try await gus.whoKnows(request).people
        #expect(last.map(\.person.name) == ["Ada", "Ben"])
        #expect(last[1].hasLeft && last[1].handover == "Ask Ada.")
    }
}
