import Community
import Foundation
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Problems, stories, experiments and gatherings at nodes that never meet on a network.
@Suite("A community lives", .timeLimit(.minutes(2)))
struct LifeTests {
    private func field(_ name: String, _ value: String) -> ItemField {
        ItemField(name: name, value: value)
    }

    private func refusal(_ work: () async throws -> Void) async -> ServiceErrorCode? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? ServiceError)?.code
        }
    }

    @Test("J2: problems on the wall are marked, adopted, resolved; nobody closes one")
    func problems() async throws {
        let plant = try await Plant(["Ada", "Ben", "Eli"])
        let (ada, ben, eli) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let raised = try await ada.createItem(
            NewItemRequest(
                kind: .problem, wall: true,
                fields: [field("title", "Seal leaks after wash-down"), field("place", "Press 4")]))
        try await plant.sync()
        for (node, mark) in [(ben, "will_work"), (eli, "me_too"), (eli, "me_too")] {
            _ = try await node.changeItem(
                ItemChangeRequest(reference: raised.code, set: [field(mark, "yes")]))
        }
        try await plant.sync()
        let wall = try await ada.items(ItemsRequest(kind: .problem, wall: true))
        let problem = try #require(wall.items.first)
        #expect(problem.state == "adopted" && problem.community == nil)
        #expect(problem.entries.count { $0.name == "me_too" } == 1, "twice by one is once")
        #expect(problem.notes == ["3 people: name a community for it?"])
        #expect(
            await refusal {
                _ = try await eli.changeItem(
                    ItemChangeRequest(reference: raised.code, set: [field("title", "Mine")]))
            } == .noSuchRight)
        let community = try await plant.community("Seals", [0, 1])
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: raised.code, set: [], add: [field("adopted", community)]))
        let story = try await ben.createItem(
            NewItemRequest(
                kind: .story, community: community,
                fields: [field("title", "The hot wash"), field("lesson", "Measure the wash")]))
        try await plant.sync()
        _ = try await ben.changeItem(
            ItemChangeRequest(reference: raised.code, set: [field("resolution", story.code)]))
        try await plant.sync()
        let resolved = try await ada.item(ItemReference(reference: raised.code))
        #expect(resolved.item.state == "resolved")
        _ = try await eli.changeItem(
            ItemChangeRequest(reference: raised.code, set: [field("still_there", "yes")]))
        #expect(try await eli.item(ItemReference(reference: raised.code)).item.state == "adopted")
        #expect(
            await refusal {
                _ = try await eli.right(RightRequest(verb: "close-problem"))
            } == .noSuchRight)
    }

    @Test("J2.2: a problem written for somebody names both, and the slip claims it")
    func onBehalf() async throws {
        let plant = try await Plant(["Ada", "Dana"])
        let (ada, dana) = (plant.nodes[0], plant.nodes[1])
        let words = [field("title", "No spare list"), field("on_behalf", "N. from shift C")]
        #expect(
            await refusal {
                _ = try await ada.createItem(
                    NewItemRequest(kind: .problem, wall: true, fields: words))
            } == .usage)
        let raised = try await ada.createItem(
            NewItemRequest(
                kind: .problem, wall: true, fields: words + [field("consent", "paper")]))
        let slip = try #require(raised.slip)
        try await plant.sync()
        let seen = try await dana.item(ItemReference(reference: raised.code)).item
        #expect(seen.author.name == "Ada")
        #expect(seen.fields.contains(field("on_behalf", "N. from shift C")))
        #expect(!seen.fields.contains { $0.value.contains(slip) })
        _ = try await dana.changeItem(
            ItemChangeRequest(reference: raised.code, set: [field("claim", slip)]))
        let claimed = try await dana.item(ItemReference(reference: raised.code)).item
        #expect(claimed.notes.contains("claimed by Dana"))
    }

    @Test("J5: an experiment ends with what was learned, and only so")
    func experiment() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let planned = try await ada.createItem(
            NewItemRequest(
                kind: .experiment, community: community,
                fields: [
                    field("title", "Ceramic seal on press 4"), field("worst_case", "2 h downtime"),
                    field("review", "2027-07-01T00:00:00Z"),
                ]))
        try await plant.sync()
        _ = try await ben.changeItem(
            ItemChangeRequest(reference: planned.code, set: [field("pledge", "4 h, leak rig")]))
        _ = try await ada.changeItem(
            ItemChangeRequest(reference: planned.code, set: [field("started", "yes")]))
        #expect(try await ada.item(ItemReference(reference: planned.code)).item.state == "running")
        let end = [field("experiment", planned.code), field("result", "did-not")]
        for learning in ["", "  "] {
            #expect(
                await refusal {
                    _ = try await ada.createItem(
                        NewItemRequest(kind: .outcome, fields: end + [field("learning", learning)]))
                } == .usage)
        }
        _ = try await ada.createItem(
            NewItemRequest(
                kind: .outcome,
                fields: end + [
                    field("learning", "Cracks under thermal shock at 80 °C"),
                    field("retry_if", "the wash is below 60 °C"),
                ]))
        try await plant.sync()
        let ended = try await ben.item(ItemReference(reference: planned.code))
        #expect(ended.item.state == "ended")
        #expect(
            ended.item.notes == [
                "it did not work: Cracks under thermal shock at 80 °C; retry if the wash is below 60 °C"
            ])
        #expect(ended.related.map(\.kind) == [.outcome])
        #expect(ended.item.entries.map(\.value) == ["4 h, leak rig"])
        let part = try await ben.show(ShowRequest(reference: ended.related[0].code))
        #expect(part.item?.item.code == planned.code, "a part is shown with its whole")
    }

    @Test("J5.4: a peer that writes an end without what was learned is refused by all alike")
    func forcedEnd() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0, 1, 2])
        let planned = try await ada.createItem(
            NewItemRequest(
                kind: .experiment, community: community,
                fields: [field("title", "Ceramic seal"), field("worst_case", "2 h downtime")]))
        let experiment = try #require(Hex.decode(planned.id).flatMap { RecordID($0) })
        let space = try await ada.resolveCommunity(community).space
        // What a program of somebody's own would write, past every check of ours.
        let end = Operation.create(
            kind: Schema.outcome.number,
            fields: [Field(1, .record(experiment)), Field(2, .text("did-not"))])
        try await ada.write([[end]], to: space)
        try await plant.sync()
        var dumps: Set<String> = []
        for node in plant.nodes {
            let shown = try await node.item(ItemReference(reference: planned.code))
            #expect(shown.item.state == "idea" && shown.related.isEmpty)
            dumps.insert(try await node.store.canonicalDump())
        }
        #expect(dumps.count == 1 && dumps.first?.contains("refused ") == true)
    }

    @Test("J4: experience with an answer stands beside it; others' words become suggestions")
    func answers() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let question = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let answer = try await ben.answer(
            AnswerRequest(question: question.code, body: "Bearing, not belt."))
        try await plant.sync()
        for (node, verdict, machine) in [(ada, "yes", "Press 4"), (gus, "no", "Press 7")] {
            _ = try await node.createItem(
                NewItemRequest(
                    kind: .trial,
                    fields: [
                        field("of", answer.code), field("worked", verdict),
                        field("machine", machine),
                    ]))
        }
        try await plant.sync()
        let shown = try await ben.show(ShowRequest(reference: question.code))
        #expect(shown.thread?.answers.first?.experience == "tried once, except Press 7")
        let suggestion = try await gus.createItem(
            NewItemRequest(
                kind: .suggestion,
                fields: [
                    field("to", answer.code), field("field", "body"),
                    field("text", "Bearing, not belt. Regrease."),
                ]))
        try await plant.sync()
        let read = try await ben.item(ItemReference(reference: suggestion.code, part: true))
        #expect(read.item.fields.contains(field("text", "Bearing, not belt. Regrease.")))
        #expect(
            await refusal {
                _ = try await gus.changeItem(
                    ItemChangeRequest(reference: answer.code, set: [field("body", "Mine")]))
            } == .noSuchRight)
    }

    @Test("J1.6: times moved apart are disputed until somebody picks one; the calendar counts")
    func event() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let called = try await ada.createItem(
            NewItemRequest(
                kind: .event, wall: true,
                fields: [
                    field("title", "Kick-off"), field("start", "2027-05-04T13:00:00Z"),
                    field("places", "Canteen"),
                ]))
        try await plant.sync()
        _ = try await ben.changeItem(
            ItemChangeRequest(
                reference: called.code, set: [field("rsvp", "yes"), field("guests", "1")]))
        #expect(
            await refusal {
                _ = try await ben.changeItem(
                    ItemChangeRequest(reference: called.code, set: [field("rsvp", "perhaps")]))
            } == .usage)
        let calendar = CalendarRequest(reference: called.code)
        #expect(try await ada.calendar(calendar).text.contains("SEQUENCE:0"))
        for (node, hour) in [(ada, "14"), (ben, "15")] {
            _ = try await node.changeItem(
                ItemChangeRequest(
                    reference: called.code, set: [field("start", "2027-05-04T\(hour):00:00Z")]))
        }
        try await plant.sync()
        for node in plant.nodes {
            let event = try await node.item(ItemReference(reference: called.code)).item
            #expect(event.notes == ["time disputed: somebody has to pick one"])
        }
        #expect(try await ada.calendar(calendar).text.contains("SEQUENCE:2"))
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: called.code, set: [field("start", "2027-05-04T15:00:00Z")]))
        try await plant.sync()
        let settled = try await ben.item(ItemReference(reference: called.code)).item
        #expect(settled.notes == [] && settled.state == "planned")
        #expect(settled.elements.contains(field("start", "2027-05-04T15:00:00.000Z")))
        #expect(try await ben.calendar(calendar).text.contains("SEQUENCE:3"))
    }
}
