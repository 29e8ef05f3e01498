import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What a person takes along, at nodes that never meet on a network.
@Suite("One's own words", .timeLimit(.minutes(2)))
struct OwnWordsTests {
    @Test(
        "everything that somebody wrote, each once, whatever the size of a page; nothing of others")
    func all() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Rattle?", tags: ["press4"]))
        let problem = try await ben.create(.problem, in: nil, ["title": "Ben's problem"])
        try await plant.sync()
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: problem, set: [ItemField(name: "me_too", value: "yes")]))
        _ = try await ben.answer(AnswerRequest(question: asked.code, body: "Bearing."))
        try await plant.sync()
        for limit in [1, 3, 200] {
            var records: [OwnRecord] = []
            var entries: [OwnEntry] = []
            var after: String?
            repeat {
                let page = try await ada.ownWords(OwnWordsRequest(after: after, limit: limit))
                records += page.records
                entries += page.entries
                after = page.next
            } while after != nil
            #expect(Set(records.map(\.id)).count == records.count)
            let question = try #require(records.first { $0.code == asked.code })
            #expect(question.fields.contains(ItemField(name: "tags", value: "press4")))
            #expect(question.community?.name == "Seals")
            #expect(records.contains { $0.kind == "person" })
            #expect(!records.contains { $0.kind == "answer" || $0.code == problem })
            #expect(entries.filter { $0.about == problem }.map(\.name) == ["me_too"])
        }
        await #expect(throws: ServiceError.self) {
            _ = try await ada.ownWords(OwnWordsRequest(after: "elsewhere"))
        }
    }
}
