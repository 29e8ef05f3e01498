import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What members link and fill in together, at nodes that never meet on a network.
@Suite("Linking what belongs together", .timeLimit(.minutes(2)))
struct WeavingTests {
    @Test("invariant 21: whoever looks for one of two tags that mean the same finds both")
    func tags() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let one = try await ada.ask(
            AskRequest(community: community, title: "Rattle?", tags: ["press4"]))
        let two = try await ada.ask(
            AskRequest(community: community, title: "Rattle again?", tags: ["press-4"]))
        let story = try await ada.create(
            .story, in: community, ["title": "A rattle at night", "tags": "press-4"])
        try await plant.sync()
        let alias = TagRelationRequest(
            tag: "press4", other: "press-4", isSplit: false, community: community)
        let list = try await ben.relateTags(alias)
        #expect(list.tags.map(\.tag) == ["press-4"] && list.tags.first?.others == ["press4"])
        try await plant.sync()
        for node in plant.nodes {
            let questions = try await node.questions(ListRequest(tag: "press4"))
            #expect(Set(questions.questions.map(\.code)) == [one.code, two.code])
            let stories = try await node.items(ItemsRequest(kind: .story, tag: "press4"))
            #expect(stories.items.map(\.code) == [story])
            var search = SearchRequest(text: "rattle")
            search.tag = "press4"
            let found = try await node.search(search)
            #expect(Set(found.hits.map(\.code)) == [one.code, two.code, story])
        }
        // Somebody joins them again at the same time: the split wins.
        var split = alias
        split.isSplit = true
        _ = try await ada.relateTags(split)
        _ = try await ben.relateTags(alias)
        try await plant.sync()
        for node in plant.nodes {
            let questions = try await node.questions(ListRequest(tag: "press4"))
            #expect(questions.questions.map(\.code) == [one.code])
        }
        await #expect(throws: ServiceError.self, "nobody has said so") {
            _ = try await ada.relateTags(
                TagRelationRequest(tag: "x", other: "y", isSplit: true, community: community))
        }
    }

    @Test("two questions that ask the same lead to each other; two answers, one taken along")
    func questions() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let one = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        let two = try await ada.ask(AskRequest(community: community, title: "Noise?"))
        try await plant.sync()
        _ = try await ben.changeItem(
            ItemChangeRequest(
                reference: one.code, set: [], add: [ItemField(name: "same_as", value: two.code)]))
        let answer = try await ben.answer(AnswerRequest(question: one.code, body: "Bearing."))
        try await plant.sync()
        for (asked, other) in [(one.code, two.code), (two.code, one.code)] {
            let shown = try await ada.show(ShowRequest(reference: asked))
            #expect(shown.thread?.sameAs == [other])
        }
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: one.code, set: [ItemField(name: "accepted", value: answer.code)]))
        let shown = try await ada.show(ShowRequest(reference: one.code)).thread
        #expect(shown?.answers.first?.isAccepted == true && shown?.notes == nil)
        // Invariant 4: Ben leaves and takes his words along.
        _ = try await ben.depart(DepartRequest(words: .erase))
        try await plant.sync()
        let after = try await ada.show(ShowRequest(reference: one.code)).thread
        #expect(after?.notes == ["accepted answer withdrawn"])
        #expect(after?.answers.first?.isAccepted == false)
        let digest = try await ada.digest(DigestRequest(community: community))
        let open = digest.sections.first { $0.topic == .openQuestions }?.entries.map(\.code)
        #expect(open?.contains(two.code) == true)
    }

    @Test("B1: the card of conditions is filled in by anybody in the community, a line a side")
    func conditions() async throws {
        let plant = try await Plant(["Ada", "Eli"])
        let (ada, eli) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let line = try await ada.create(
            .condition, in: community,
            ["aspect": "physical", "title": "No room after five", "helps": "no"])
        try await plant.sync()
        _ = try await eli.changeItem(
            ItemChangeRequest(
                reference: line,
                set: [
                    ItemField(name: "title", value: "Room 3 is ours on Fridays"),
                    ItemField(name: "helps", value: "yes"),
                    ItemField(name: "changed_by", value: "Eli"),
                ]))
        try await plant.sync()
        let card = try await ada.items(ItemsRequest(kind: .condition))
        #expect(card.items.map(\.title) == ["Room 3 is ours on Fridays"])
        #expect(card.items.map(\.state) == ["helps"])
        await #expect(throws: ServiceError.self, "six sides, no other") {
            _ = try await ada.create(
                .condition, in: community, ["aspect": "weather", "title": "Rain"])
        }
    }

    @Test("invariant 22: whoever has the slip takes their name off at any computer; words stay")
    func disowned() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let raised = try await ada.createItem(
            NewItemRequest(
                kind: .problem, wall: true,
                fields: [
                    ItemField(name: "title", value: "No spare list at night"),
                    ItemField(name: "on_behalf", value: "N. from shift C"),
                    ItemField(name: "consent", value: "paper"),
                ]))
        let slip = try #require(raised.slip)
        try await plant.sync()
        func names(_ node: HearthNode) async throws -> String {
            let item = try await node.item(ItemReference(reference: raised.code)).item
            return (item.fields.map(\.value) + item.notes).joined(separator: "\n")
        }
        #expect(try await names(ben).contains("N. from shift C"))
        // A code that isn't the slip's changes nothing.
        for code in ["7K3M-XQ9A-00ZT-5BCD", slip] {
            _ = try await ben.changeItem(
                ItemChangeRequest(
                    reference: raised.code, set: [ItemField(name: "disown", value: code)]))
            try await plant.sync()
            for node in plant.nodes {
                let shown = try await names(node)
                #expect(shown.contains("N. from") == (code != slip) && !shown.contains(code))
            }
        }
        let item = try await ada.item(ItemReference(reference: raised.code)).item
        #expect(item.title == "No spare list at night")
    }

    @Test("invariant 18: two sessions in one slot are both kept, and it is told")
    func slots() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let event = try await ada.create(
            .event, in: nil,
            ["title": "Kick-off", "start": "2027-05-04T13:00:00Z", "rooms": "2", "slots": "2"])
        try await plant.sync()
        let one = try await ada.create(
            .session, in: nil, ["title": "Seals", "event": event, "slot": "1/A"])
        let two = try await ben.create(
            .session, in: nil, ["title": "Grease", "event": event, "slot": "1/A"])
        try await plant.sync()
        for node in plant.nodes {
            let details = try await node.item(ItemReference(reference: event))
            #expect(Set(details.related.map(\.code)) == [one, two])
            #expect(details.item.notes == ["2 sessions in 1/A"])
        }
        _ = try await ben.changeItem(
            ItemChangeRequest(reference: two, set: [ItemField(name: "slot", value: "1/B")]))
        try await plant.sync()
        #expect(try await ada.item(ItemReference(reference: event)).item.notes.isEmpty)
    }
}
