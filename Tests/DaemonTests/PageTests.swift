import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// Pages at nodes that never meet on a network.
@Suite("Pages", .timeLimit(.minutes(2)))
struct PageTests {
    private func edit(
        _ node: HearthNode, _ page: Page, _ text: String
    ) async throws -> PageEdited {
        try await node.editPage(
            EditPageRequest(reference: page.item.code, version: page.version, text: text))
    }

    @Test("two people write apart; both have all of it, with names, and every state of before")
    func together() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let saved = try await ada.createPage(
            NewPageRequest(
                title: "Washing press 4", text: "Wash at 60 °C.\nGrease after.",
                community: community, tags: ["press"]))
        try await plant.sync()
        let seen = try await ben.page(PageReference(reference: saved.code))
        #expect(seen.text == "Wash at 60 °C.\nGrease after." && seen.authors.map(\.name) == ["Ada"])
        let own = try await ada.page(PageReference(reference: saved.code))
        _ = try await edit(ada, own, "Wash at 60 °C, never more.\nGrease after.")
        _ = try await edit(ben, seen, "Wash at 60 °C.\nGrease before and after.")
        try await plant.sync()
        for node in plant.nodes {
            let page = try await node.page(PageReference(reference: saved.code))
            #expect(page.text == "Wash at 60 °C, never more.\nGrease before and after.")
            #expect(page.authors.map(\.name) == ["Ada", "Ben"] && page.waiting == 0)
            let history = try await node.pageHistory(PageReference(reference: saved.code))
            #expect(history.revisions.count == 3)
            let first = try #require(history.revisions.first)
            let then = try await node.page(
                PageReference(reference: saved.code, at: String(first.id.prefix(6))))
            #expect(then.text == "Wash at 60 °C.\nGrease after.")
            let blame = try await node.pageBlame(PageReference(reference: saved.code))
            #expect(blame.lines.map { $0.people.map(\.name) } == [["Ada"], ["Ada", "Ben"]])
            let diff = try await node.pageDiff(
                PageDiffRequest(reference: saved.code, from: first.id))
            #expect(diff.lines.filter { $0.change == .removed }.count == 2)
            // A word of a page is found like any other.
            let found = try await node.search(SearchRequest(text: "never before"))
            #expect(found.hits.map(\.code) == [saved.code])
        }
        // Whoever edits what they saw before keeps what came since.
        let late = try await edit(ada, own, "Wash at 60 °C.\nGrease after.\nEvery Friday.")
        #expect(late.isMerged && late.text.contains("never more") && late.text.contains("Friday"))
        // J2.4 for pages: it is shown to whoever is about to write the same again.
        let similar = try await ben.similar(SimilarRequest(text: "washing the press"))
        #expect(similar.items.map(\.code) == [saved.code])
    }

    @Test("two edits at the same moment on one computer are both kept")
    func atOnce() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0])
        let saved = try await ada.createPage(
            NewPageRequest(title: "Grease", text: "a\nb\nc", community: community))
        let page = try await ada.page(PageReference(reference: saved.code))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    _ = try await ada.editPage(
                        EditPageRequest(
                            reference: saved.code, version: page.version,
                            text: "a\nb \(index)x\nc"))
                }
            }
            try await group.waitForAll()
        }
        let after = try await ada.page(PageReference(reference: saved.code))
        #expect((0..<8).allSatisfy { after.text.contains("\($0)x") } && after.waiting == 0)
    }

    @Test("S12: a thread becomes a section, with the names of everybody in it")
    func distil() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let answered = try await ben.answer(
            AnswerRequest(question: asked.code, body: "Bearing, not belt."))
        try await plant.sync()
        let section = try await ada.distil(DistilRequest(reference: answered.code))
        #expect(section.source.code == asked.code)
        #expect(section.text.contains("Bearing, not belt. — Ben"))
        #expect(section.text.contains("*From \(asked.code), by Ada, Ben.*"))
        let saved = try await ada.createPage(
            NewPageRequest(
                title: "Noises", text: section.text, community: community,
                sources: [asked.code]))
        let page = try await ada.page(PageReference(reference: saved.code))
        #expect(page.sources.map(\.code) == [asked.code])
        #expect(page.sources.first?.people.map(\.name) == ["Ada", "Ben"])
        let chain = try await ada.trace(TraceRequest(reference: asked.code))
        #expect(chain.steps.map(\.code).contains(saved.code))
    }

    @Test("what may not stand in a page makes no page; unknown versions are told")
    func refused() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0])
        await #expect(throws: ServiceError.self) {
            _ = try await ada.createPage(
                NewPageRequest(title: "Odd", text: "a\u{202E}b", community: community))
        }
        #expect(try await ada.items(ItemsRequest(kind: .page)).items.isEmpty)
        let saved = try await ada.createPage(
            NewPageRequest(title: "Grease", community: community))
        for version in ["abc", "abcd", "ffffffffffffffffffffffffffffffff"] {
            await #expect(throws: ServiceError.self, "\(version)") {
                _ = try await ada.page(PageReference(reference: saved.code, at: version))
            }
        }
    }
}
