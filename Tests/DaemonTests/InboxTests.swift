import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What is new for somebody, at nodes that never meet on a network.
@Suite("What is new for somebody", .timeLimit(.minutes(2)))
struct InboxTests {
    private func field(_ name: String, _ value: String) -> ItemField {
        ItemField(name: name, value: value)
    }

    private func news(_ node: HearthNode) async throws -> [String] {
        try await node.inbox(InboxRequest()).news.map { "\($0.kind.rawValue) \($0.code)" }
    }

    @Test("answers to what one asked or answered; one's own words are no news")
    func answers() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let first = try await ben.answer(AnswerRequest(question: asked.code, body: "Bearing."))
        try await plant.sync()
        #expect(try await news(ada) == ["answer \(first.code)"])
        for node in [ben, gus] { #expect(try await news(node) == []) }
        let second = try await gus.answer(AnswerRequest(question: asked.code, body: "Belt."))
        try await plant.sync()
        #expect(try await Set(news(ada)) == ["answer \(first.code)", "answer \(second.code)"])
        #expect(try await news(ben) == ["answer \(second.code)"], "who answered hears of others")
        let thanks = try await ada.thank(ThanksRequest(post: first.code))
        try await plant.sync()
        #expect(
            try await Set(news(ben)) == ["answer \(second.code)", "thanks \(thanks.code)"])
        let rest = try await ada.markRead(ReadRequest(references: [first.code]))
        #expect(rest.news.map(\.code) == [second.code])
        #expect(try await ada.markRead(ReadRequest(references: [asked.code])).news.isEmpty)
        #expect(try await news(ben).count == 2, "what Ada has read is Ada's")
    }

    @Test("following and not following is per record; fixing a word follows nothing")
    func following() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        _ = try await gus.edit(EditRequest(reference: asked.code, tags: ["press"]))
        let followed = try await ben.follow(FollowRequest(reference: asked.code, follow: true))
        #expect(followed.title == "Rattle?" && followed.isFollowed)
        _ = try await ada.follow(FollowRequest(reference: asked.code, follow: false))
        try await plant.sync()
        let answer = try await gus.answer(AnswerRequest(question: asked.code, body: "Belt."))
        try await plant.sync()
        #expect(try await news(ben) == ["answer \(answer.code)"])
        for node in [ada, gus] { #expect(try await news(node) == []) }
        #expect(try await ben.following().items.map(\.isFollowed) == [true])
        #expect(try await ben.markRead(ReadRequest(everything: true)).news.isEmpty)
    }

    @Test("J5.6, J3.2: who builds on one's experiment, and who took one's problem up")
    func building() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let planned = try await ada.create(
            .experiment, in: community, ["title": "Ceramic seal", "worst_case": "2 h"])
        let problem = try await ada.createItem(
            NewItemRequest(
                kind: .problem, wall: true, fields: [field("title", "Seal leaks")])
        ).code
        try await plant.sync()
        _ = try await ben.changeItem(
            ItemChangeRequest(reference: problem, set: [field("me_too", "yes")]))
        let built = try await ben.create(
            .experiment, in: community,
            ["title": "Ceramic seal, cool", "worst_case": "1 h", "builds_on": planned])
        try await plant.sync()
        #expect(try await Set(news(ada)) == ["built_on \(built)", "company \(problem)"])
        let started = try await ada.createCommunity(
            NewCommunityRequest(name: "Leaks", from: problem)
        ).community.code
        try await plant.sync()
        #expect(try await news(ben) == ["adopted \(started)"])
        let shown = try await ben.item(ItemReference(reference: problem)).item
        #expect(shown.state == "adopted")
        _ = try await ben.joinCommunity(CommunityReference(community: started))
        #expect(try await news(ben) == [], "who is in needs no invitation")
    }

    @Test("a name with an @ is a mention; a proposal waits for one's word")
    func calls() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Rattle?", body: "Perhaps @Ben knows."))
        _ = try await ada.ask(AskRequest(community: community, title: "Ben's bench?"))
        try await plant.sync()
        #expect(try await news(ben) == ["mention \(asked.code)"])
        let proposal = try await ada.propose(
            ProposeRequest(
                community: community, subject: .agreement, text: "Seals are logged"))
        try await plant.sync()
        #expect(
            try await Set(news(ben))
                == ["mention \(asked.code)", "proposal \(proposal.proposal.code)"])
        #expect(try await news(ada) == [])
    }

    @Test("J9.2: a community in twenty lines: what helped, what failed, what is open, whom to ask")
    func catchUp() async throws {
        let plant = try await Plant(["Ada", "Gus"])
        let (ada, gus) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        _ = try await ada.describeCommunity(
            DescribeRequest(community: community, charter: "What seals, and what leaks"))
        _ = try await ada.takeRole(RoleRequest(role: "greeter", community: community))
        let story = try await ada.create(.story, in: community, ["title": "The hot wash"])
        let planned = try await ada.create(
            .experiment, in: community, ["title": "Ceramic seal", "worst_case": "2 h"])
        _ = try await ada.create(
            .outcome, in: community,
            ["experiment": planned, "result": "did-not", "learning": "It cracks"])
        for number in 1...30 {
            _ = try await ada.ask(
                AskRequest(community: community, title: "Question \(number)?"))
        }
        try await plant.sync()
        let shown = try await gus.catchUp(CommunityReference(community: community))
        #expect(shown.charter == "What seals, and what leaks")
        #expect(shown.people.map(\.name) == ["Ada"])
        #expect(shown.sections.map(\.topic) == [.stories, .learned, .openQuestions])
        #expect(shown.sections.flatMap(\.entries).count == 20)
        #expect(shown.sections[0].entries.map(\.code) == [story])
        #expect(shown.sections[1].entries.map(\.line) == ["it did not work: It cracks"])
        #expect(shown.tasks.map(\.kind) == [.confirm, .tag])
    }

    @Test("J9.3: a small task is gone once it is done, by oneself or for all")
    func smallTasks() async throws {
        let plant = try await Plant(["Ada", "Gus"])
        let (ada, gus) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let story = try await ada.create(.story, in: community, ["title": "The hot wash"])
        let question = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        let event = try await ada.create(
            .event, in: community,
            ["title": "Tea", "start": "2020-05-04T13:00:00Z", "series": "FREQ=WEEKLY"])
        try await plant.sync()
        func tasks(_ node: HearthNode) async throws -> [SmallTaskKind] {
            try await node.catchUp(CommunityReference(community: community)).tasks.map(\.kind)
        }
        #expect(try await tasks(gus) == [.confirm, .tag, .notes])
        // Nobody confirms a story of their own.
        #expect(try await tasks(ada) == [.tag, .notes])
        _ = try await gus.create(.trial, in: community, ["of": story, "worked": "yes"])
        #expect(try await tasks(gus) == [.tag, .notes])
        _ = try await gus.edit(EditRequest(reference: question.code, tags: ["press"]))
        _ = try await gus.changeItem(
            ItemChangeRequest(
                reference: event, set: [ItemField(name: "notes", value: "Who came: all.")]))
        try await plant.sync()
        #expect(try await tasks(gus).isEmpty)
        #expect(try await tasks(ada).isEmpty)
    }

    @Test("J9.4: the greeter learns once who is new, and nobody else is told")
    func greeting() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1])
        _ = try await ada.takeRole(RoleRequest(role: "greeter", community: community))
        _ = try await ada.markRead(ReadRequest(everything: true))
        _ = try await ben.markRead(ReadRequest(everything: true))
        try await plant.sync()
        _ = try await gus.joinCommunity(CommunityReference(community: community))
        try await plant.sync()
        let news = try await ada.inbox(InboxRequest()).news
        #expect(news.map(\.kind) == [.newcomer] && news.first?.author.name == "Gus")
        #expect(news.first?.title == "Seals")
        #expect(try await ben.inbox(InboxRequest()).news.isEmpty)
        _ = try await ada.markRead(ReadRequest(references: [news[0].code]))
        #expect(try await ada.inbox(InboxRequest()).news.isEmpty, "once")
    }

    @Test("S7: people with the same problem learn of each other, again when one more comes")
    func company() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let raised = try await ada.create(.problem, in: nil, ["title": "No spare list"])
        try await plant.sync()
        func mark(_ node: HearthNode) async throws {
            _ = try await node.changeItem(
                ItemChangeRequest(
                    reference: raised, set: [ItemField(name: "me_too", value: "yes")]))
            try await plant.sync()
        }
        try await mark(ben)
        #expect(try await news(ada) == ["company \(raised)"])
        #expect(try await news(ben).isEmpty, "one's own mark is no news")
        #expect(try await news(gus).isEmpty, "who hasn't marked it isn't told")
        _ = try await ada.markRead(ReadRequest(references: [raised]))
        #expect(try await news(ada).isEmpty)
        try await mark(gus)
        let again = try await ada.inbox(InboxRequest()).news
        #expect(again.map(\.author.name) == ["Gus"])
        #expect(try await news(ben) == ["company \(raised)"])
    }

    @Test("J6.2: a mirror of one's own words, and of nobody else's")
    func mirror() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1, 2])
        let story = try await ben.create(.story, in: community, ["title": "The hot wash"])
        #expect(try await ben.mirror(MirrorRequest()).uses.isEmpty)
        try await plant.sync()
        for node in [ada, ada, gus] {
            _ = try await node.thank(ThanksRequest(post: story))
        }
        _ = try await ada.create(
            .trial, in: community, ["of": story, "worked": "yes", "machine": "Press 4"])
        let planned = try await gus.create(
            .story, in: community, ["title": "Mine", "inspired_by": story])
        try await plant.sync()
        let mirror = try await ben.mirror(MirrorRequest(person: "Ben"))
        #expect(mirror.thankedBy == 2, "people are counted, not thanks")
        #expect(mirror.uses.map(\.code) == [story])
        #expect(mirror.uses.first?.experience == "tried once")
        #expect(mirror.uses.first?.builtOn == [planned])
        #expect(try await ada.mirror(MirrorRequest()).uses.isEmpty)
        do {
            _ = try await ada.mirror(MirrorRequest(person: "Ben"))
            Issue.record("Ada saw Ben's mirror")
        } catch {
            #expect(error.code == .noSuchRight)
        }
    }
}
