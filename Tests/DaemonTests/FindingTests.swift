import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// Finding what was written, of every kind.
@Suite("Finding", .timeLimit(.minutes(2)))
struct FindingTests {
    private func codes(_ node: HearthNode, _ request: SearchRequest) async throws -> Set<String> {
        try await Set(node.search(request).hits.map(\.code))
    }

    @Test("every kind with words is found, by kind, tag, place, date and person")
    func kinds() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let problem = try await ada.create(
            .problem, in: nil, ["title": "Seal leaks", "place": "Press 4", "tags": "wet"])
        let story = try await ada.create(
            .story, in: community, ["title": "A hot night", "lesson": "The seal swells at 80 °C"])
        let planned = try await ada.create(
            .experiment, in: community, ["title": "Ceramic", "worst_case": "2 h"])
        let outcome = try await ada.create(
            .outcome, in: nil,
            ["experiment": planned, "result": "did-not", "learning": "The seal cracks"])
        let event = try await ada.create(
            .event, in: nil,
            [
                "title": "Look at the seal", "start": "2027-05-04T13:00:00Z",
                "places": "Press 4_%",
            ])
        try await plant.sync()
        let asked = try await ben.ask(
            AskRequest(community: community, title: "Which seal?", tags: ["wet"]))
        try await plant.sync()
        let all = try await ada.search(SearchRequest(text: "seal")).hits
        #expect(Set(all.map(\.code)) == [problem, story, outcome, event, asked.code])
        let learned = all.first { $0.code == outcome }
        #expect(learned?.question == planned && learned?.title == "Ceramic")
        #expect(learned?.snippet.map(\.text).joined() == "The seal cracks")
        #expect(all.first { $0.code == problem }?.community == nil)
        for (request, found) in [
            (SearchRequest(text: "seal", kind: .story), [story]),
            (SearchRequest(text: "seal", tag: "wet"), [problem, asked.code]),
            (SearchRequest(text: "seal", place: "press 4"), [problem, event]),
            (SearchRequest(text: "seal", place: "4_%"), [event]),
            (SearchRequest(text: "seal", author: "Ben"), [asked.code]),
            (SearchRequest(text: "seal", community: community), [story, outcome, asked.code]),
            (SearchRequest(text: "seal", until: Timestamp(milliseconds: 0)), []),
        ] {
            #expect(try await codes(ada, request) == Set(found), "\(request)")
        }
        let soon = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) - 60_000)
        #expect(try await codes(ada, SearchRequest(text: "seal", since: soon)).count == 5)
    }

    @Test("what is folded shows its words nowhere: not as a title, not as what became of it")
    func folded() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Insulting seal wash?"))
        let planned = try await ada.create(
            .experiment, in: community, ["title": "Ceramic seal wash", "worst_case": "2 h"])
        let outcome = try await ada.create(
            .outcome, in: nil,
            ["experiment": planned, "result": "did-not", "learning": "Insulting lesson"])
        try await plant.sync()
        _ = try await ben.answer(
            AnswerRequest(question: asked.code, body: "The seal swells in the wash."))
        try await plant.sync()
        for node in [ben, gus] {
            for code in [asked.code, outcome] {
                _ = try await node.flag(ObjectionRequest(reference: code, reason: "wrong"))
            }
        }
        try await plant.sync()
        let people = try await gus.whoKnows(WhoKnowsRequest(text: "seal wash")).people
        #expect(people.contains { $0.person.name == "Ben" }, "the answer isn't folded")
        let similar = try await gus.similar(SimilarRequest(text: "ceramic seal wash")).items
        #expect(similar.map(\.code) == [planned])
        let hits = try await gus.search(SearchRequest(text: "seal")).hits
        let texts =
            people.flatMap(\.reasons).map(\.title) + similar.flatMap(\.notes)
            + hits.map(\.title) + hits.flatMap(\.snippet).map(\.text)
        #expect(!texts.contains { $0.contains("Insulting") }, "\(texts)")
    }
}
