import Community
import Foundation
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Words that are taken back, at nodes that never meet on a network.
@Suite("Taking words back", .timeLimit(.minutes(2)))
struct ErasingTests {
    private func refusal(
        _ body: () async throws -> Void
    ) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { try await body() }
    }

    private func dumps(of plant: Plant) async throws -> [String] {
        var dumps: [String] = []
        for node in plant.nodes {
            let store = await node.store
            dumps.append(try await store.canonicalDump())
        }
        return dumps
    }

    @Test("invariant 15: they go from every computer, each says so, and answers stay")
    func receipts() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let question = try await ada.ask(
            AskRequest(community: community, title: "Who is zylophagous?", body: "Somebody"))
        try await plant.sync()
        let answer = try await ben.answer(
            AnswerRequest(question: question.code, body: "Nobody here."))
        _ = try await ada.edit(EditRequest(reference: question.code, title: "Who is it?"))
        let plan = try await ada.erasurePlan(ErasureReference(reference: question.code))
        #expect(plan.commits == 2 && plan.devices == 3 && plan.companions.isEmpty)

        let first = try await ada.erase(EraseRequest(reference: question.code))
        #expect(first.confirmed == 1 && first.devices.count == 3)
        #expect(first.devices.first?.person.name == "Ada")
        // Ben hears of it, Gus does not yet.
        try await plant.sync([0, 1])
        await ben.confirmErasures()
        try await plant.sync([0, 1])
        let second = try #require(try await ada.erasures(ErasuresRequest()).erasures.first)
        #expect(second.id == first.id && second.confirmed == 2)
        #expect(second.devices.last?.person.name == "Gus" && second.devices.last?.isDone == false)
        try await plant.sync()
        await gus.confirmErasures()
        try await plant.sync()
        let third = try #require(try await ada.erasures(ErasuresRequest()).erasures.first)
        #expect(third.confirmed == 3)
        for node in plant.nodes {
            let search = try await node.search(SearchRequest(text: "zylophagous"))
            #expect(search.hits.isEmpty)
            let gone = try await refusal {
                _ = try await node.show(ShowRequest(reference: question.code))
            }
            #expect(gone.message == "\(question.code) was taken back by Ada.")
            let left = try await node.show(ShowRequest(reference: answer.code)).thread
            #expect(left?.answers.map(\.body) == ["Nobody here."] && left?.question.body == "")
            #expect(left?.notes == ["the question was taken back by Ada"])
        }
        let dumps = try await dumps(of: plant)
        #expect(Set(dumps).count == 1)
        // Confirming twice says nothing new.
        await gus.confirmErasures()
        #expect(try await self.dumps(of: plant) == dumps)
        #expect(try await ben.erasures(ErasuresRequest()).erasures.isEmpty)
        #expect(try await ben.erasures(ErasuresRequest(everybody: true)).erasures.count == 1)
    }

    @Test("nobody takes back words of others, nor what the workplace relies on")
    func refusals() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let foreign = try await refusal {
            _ = try await ben.erase(EraseRequest(reference: question.code))
        }
        #expect(foreign.code == .noSuchRight)
        let relied = try await refusal {
            _ = try await ada.erase(EraseRequest(reference: community))
        }
        #expect(relied.code == .usage)
        let unknown = try await refusal {
            _ = try await ada.erase(EraseRequest(reference: "Q-00000"))
        }
        #expect(unknown.code == .notFound)
        #expect(try await ada.erasures(ErasuresRequest(everybody: true)).erasures.isEmpty)
    }

    @Test("what was written in one piece goes together, and only if that is said")
    func together() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0])
        let space = try await ada.resolveCommunity(community).space
        let outcome = try await ada.write(
            [
                try Compose.question(title: "One", body: "")
                    + Compose.question(title: "Two", body: "")
            ], to: space)
        let records = try #require(outcome.records.first)
        #expect(records.count == 2)
        let refused = try await refusal {
            _ = try await ada.erase(EraseRequest(reference: records[0].hex))
        }
        #expect(refused.code == .usage && refused.message.contains("in one piece"))
        let shown = try await ada.erase(EraseRequest(reference: records[0].hex, all: true))
        #expect(Set(shown.records) == Set(records.map(\.hex)))
        #expect(try await ada.questions(ListRequest()).questions.isEmpty)
    }

    @Test("an answer that was accepted and is taken back leaves a note")
    func accepted() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let answer = try await ben.answer(AnswerRequest(question: question.code, body: "Bearing."))
        try await plant.sync()
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: question.code, set: [ItemField(name: "accepted", value: answer.code)]))
        try await plant.sync()
        _ = try await ben.erase(EraseRequest(reference: answer.code))
        try await plant.sync()
        for node in plant.nodes {
            let thread = try await node.show(ShowRequest(reference: question.code)).thread
            #expect(thread?.notes == ["accepted answer withdrawn"])
            #expect(thread?.answers.isEmpty == true)
        }
    }
}
