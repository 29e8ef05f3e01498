import Community
import Foundation
import Storage
import TestKit
import Testing
import Wire

@Suite("Queries")
struct QueryTests {
    @Test("a question is listed, shown with answers and thanks, and found by its code")
    func question() async throws {
        let world = try await World()
        let question = try await world.write(
            try Compose.question(title: "Why noisy?", body: "It hums.", tags: ["press", "noise"]))
        let answer = try await world.write(
            try Compose.answer(question: question, body: "Bearing, not belt."), at: 20_000)
        try await world.write(try Compose.thanks(for: answer, text: "Great"), at: 30_000)
        try await world.write(Compose.accept(answer, of: question), at: 40_000)
        let list = try await world.store.questions()
        #expect(list.map(\.title) == ["Why noisy?"])
        let summary = try #require(list.first)
        #expect(summary.answerCount == 1 && summary.isResolved && summary.thanksCount == 1)
        #expect(summary.tags == ["noise", "press"] && summary.author.shownName == "Ada")
        let found = try await world.store.find(summary.code.lowercased())
        #expect(found.map(\.id) == [question])
        let details = try #require(await world.store.question(question))
        #expect(details.answers.map(\.body) == ["Bearing, not belt."])
        #expect(details.answers.first?.isAccepted == true)
        #expect(details.answers.first?.thanks.map(\.text) == ["Great"])
        let byAnswer = try await world.store.find(try #require(details.answers.first).code)
        #expect(byAnswer.first?.question == question)
        #expect(try await world.store.find("Q-00000").isEmpty)
        #expect(try await world.store.find("nonsense").isEmpty)
        #expect(try await world.store.question(answer) == nil)
    }

    @Test("editing replaces title and text, in lists and in the search index")
    func edit() async throws {
        let world = try await World()
        let question = try await world.write(
            try Compose.question(title: "Old words", body: "ancient text"))
        try await world.write(
            try Compose.edit("title", to: .text("New words"), of: question, kind: Schema.question)
                + Compose.edit(
                    "body", to: .text("modern text"), of: question, kind: Schema.question))
        let details = try #require(await world.store.question(question))
        #expect(details.summary.title == "New words" && details.body == "modern text")
        #expect(details.editCount == 2)
        #expect(try await world.store.search(SearchQuery("ancient")).hits.isEmpty)
        #expect(try await world.store.search(SearchQuery("modern new")).hits.count == 1)
    }

    @Test("lists page by cursor, newest first, and filter by tag, author and missing answers")
    func paging() async throws {
        let world = try await World()
        for index in 0..<7 {
            let tags = index.isMultiple(of: 2) ? ["even"] : []
            try await world.write(
                try Compose.question(title: "Question \(index)", body: "", tags: tags),
                at: Int64(index / 2) * 1_000)
        }
        var filter = QuestionFilter()
        filter.limit = 3
        var titles: [String] = []
        while true {
            let page = try await world.store.questions(filter)
            titles += page.map(\.title)
            guard let last = page.last else { break }
            filter.after = last.cursor
        }
        #expect(titles == (0..<7).reversed().map { "Question \($0)" })
        filter = QuestionFilter()
        filter.tag = "even"
        #expect(try await world.store.questions(filter).count == 4)
        filter = QuestionFilter()
        filter.author = PersonID(raw: Bytes32(words: (0, 0, 0, 0)))
        #expect(try await world.store.questions(filter).isEmpty)
        filter = QuestionFilter()
        let answered = try #require(await world.store.questions().first)
        try await world.write(try Compose.answer(question: answered.id, body: "So."))
        filter.unansweredOnly = true
        #expect(try await world.store.questions(filter).count == 6)
    }

    @Test("imported posts keep author, date and source, and are found by the source")
    func imported() async throws {
        let world = try await World()
        let origin = Compose.Origin(author: "Grace", date: 5_000, source: "mbox:<1@x>")
        let question = try await world.write(
            try Compose.question(title: "From a list", body: "b", origin: origin))
        let reply = Compose.Origin(author: "Hana", date: 6_000, source: "mbox:<2@x>")
        let answer = try await world.write(
            try Compose.answer(question: question, body: "a", origin: reply))
        try await world.store.settle()
        let known = try await world.store.imported(
            ["mbox:<1@x>", "mbox:<2@x>", "mbox:<3@x>"], in: world.community)
        #expect(known["mbox:<1@x>"]?.id == question && known["mbox:<1@x>"]?.question == question)
        #expect(known["mbox:<2@x>"]?.id == answer && known["mbox:<2@x>"]?.question == question)
        #expect(known.count == 2)
        #expect(try await world.store.imported(["mbox:<1@x>"], in: world.workplace).isEmpty)
        let details = try #require(await world.store.question(question))
        #expect(details.summary.author.shownName == "Grace" && details.summary.date == 5_000)
        #expect(details.answers.first?.date == 6_000)
    }

    @Test("communities, people and statistics tell what is here")
    func overview() async throws {
        let world = try await World()
        try await world.write(try Compose.question(title: "T", body: ""))
        let communities = try await world.store.communities(asking: world.person)
        let community = try #require(communities.first)
        #expect(community.name == "Bearings" && community.purpose == "Turning parts")
        #expect(community.isJoined && community.memberCount == 1)
        let activity = try await world.store.activity()[community.space]
        #expect(activity?.questionCount == 1 && activity?.unansweredCount == 1)
        #expect(community.id == world.communityRecord && community.tags == ["metal"])
        let people = try await world.store.people()
        #expect(people.map(\.name) == ["Ada"])
        #expect(people.first?.devices.map(\.label) == ["laptop"])
        let statistics = try await world.store.statistics()
        let own = try #require(statistics.first { $0.space == world.community })
        #expect(own.questions == 1 && own.commits == 2 && own.logs == 1 && own.bytes > 0)
        #expect(world.store.directory?.communities.map(\.name) == ["Bearings"])
    }

    @Test("leaving takes effect at once")
    func leave() async throws {
        let world = try await World()
        _ = try await world.store.append(
            [Draft(Compose.leave(community: world.communityRecord), wallClock: 3)],
            to: world.workplace)
        let community = try await world.store.communities(asking: world.person).first
        #expect(community?.isJoined == false && community?.memberCount == 0)
    }
}
