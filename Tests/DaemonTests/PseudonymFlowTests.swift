import Community
import Foundation
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Asking without a name, at a terminal and by the hand of a colleague (S5, invariant 20).
@Suite("Questions without a name", .timeLimit(.minutes(3)))
struct PseudonymFlowTests {
    private func refusal<Answer>(
        _ body: () async throws -> Answer
    ) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { _ = try await body() }
    }

    private func author(_ code: String, at node: HearthNode) async throws -> Byline {
        try #require(
            try await node.show(ShowRequest(reference: code)).thread?.question.author)
    }

    /// The lines of a replica that are about a record.
    private func block(_ id: String, at node: HearthNode) async throws -> [Substring] {
        let dump = try await node.store.canonicalDump(of: nil)
        let lines = dump.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("record \(id)") })
        return [lines[start]] + lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
    }

    @Test("S5: Dana asks as a colleague, is answered, and shows later that it was her")
    func terminal() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let dana = try await works.asked(token) { try await works.canteen.identity().person }
        let before = try await works.ada.store.canonicalDump(of: nil)
        let asked = try await works.asked(token) {
            try await works.canteen.ask(AskRequest(title: "Is it me?", unnamed: true))
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let author = try await author(asked.code, at: node)
            #expect(author.name == "a colleague (member of Seals)" && author.person == nil)
            #expect(author.isUnnamed == true && author.via == "Canteen")
            let listed = try await node.questions(ListRequest()).questions.first?.author
            #expect(listed == author)
            let found = try await node.search(SearchRequest(text: "Is it me")).hits.first?.author
            #expect(found == author)
        }
        // What reached Ada names Dana no more often than it did before.
        let after = try await works.ada.store.canonicalDump(of: nil)
        for name in [dana.id, "Dana"] {
            #expect(after.ranges(of: name).count == before.ranges(of: name).count)
        }
        let lines = try await block(asked.id, at: works.ada).joined(separator: "\n")
        #expect(!lines.contains(dana.id) && lines.contains("pseudonym"))

        let answer = try await works.ben.answer(
            AnswerRequest(question: asked.code, body: "It is the lift."))
        try await works.plant.sync()
        try await works.asked(token) {
            let inbox = try await works.canteen.inbox(InboxRequest())
            #expect(inbox.news.map(\.code) == [answer.code])
        }
        try await reveal(asked.code, as: token, dana, in: works)
    }

    @Test(
        "invariant 20: who asked without a name mends the question and accepts, still without one")
    func mending() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let (other, _) = try await works.begin("Eve")
        let dana = try await works.asked(token) { try await works.canteen.identity().person }
        let asked = try await works.asked(token) {
            try await works.canteen.ask(AskRequest(title: "Is it me?", unnamed: true))
        }
        try await works.plant.sync()
        let answer = try await works.ben.answer(
            AnswerRequest(question: asked.code, body: "It is the lift."))
        try await works.plant.sync()
        let before = try await works.ada.store.canonicalDump(of: nil)
        let edit = EditRequest(reference: asked.code, title: "Is it me, or the lift?")
        let accept = ItemChangeRequest(
            reference: asked.code, set: [ItemField(name: "accepted", value: answer.id)])
        // Neither whoever stands before the terminal, nor somebody else who is signed in.
        for someone in [nil, other] {
            await #expect(throws: ServiceError.self) {
                try await works.canteen.asking(as: someone) { () async throws(ServiceError) in
                    try await works.canteen.edit(edit)
                }
            }
            await #expect(throws: ServiceError.self) {
                try await works.canteen.asking(as: someone) { () async throws(ServiceError) in
                    try await works.canteen.changeItem(accept)
                }
            }
        }
        try await works.asked(token) {
            _ = try await works.canteen.edit(edit)
            _ = try await works.canteen.changeItem(accept)
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let thread = try #require(
                try await node.show(ShowRequest(reference: asked.code)).thread)
            #expect(thread.question.title == "Is it me, or the lift?")
            #expect(thread.question.author.isUnnamed == true)
            #expect(thread.answers.map(\.isAccepted) == [true])
        }
        let after = try await works.ada.store.canonicalDump(of: nil)
        for name in [dana.id, "Dana"] {
            #expect(after.ranges(of: name).count == before.ranges(of: name).count)
        }
    }

    /// Nobody but Dana can show that it was her; once she has, everybody knows.
    private func reveal(
        _ code: String, as token: String, _ dana: PersonName, in works: KioskFlowTests.Works
    ) async throws {
        for node in [works.ada, works.ben, works.canteen] {
            let refused = try await refusal {
                try await node.reveal(RevealRequest(reference: code))
            }
            #expect(refused.code == .noSuchRight)
        }
        try await works.asked(token, "reveal") {
            _ = try await works.canteen.reveal(RevealRequest(reference: code))
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let author = try await author(code, at: node)
            #expect(author.name == "Dana" && author.person?.id == dana.id)
            #expect(author.isUnnamed == nil && author.via == "Canteen")
        }
        // The secret is known now; it opens nothing for anybody else.
        let again = try await refusal {
            try await works.ben.reveal(RevealRequest(reference: code))
        }
        #expect(again.code == .usage)
    }

    @Test(
        "nobody sees before the sign-in whose question was answered, and the chest keeps it after")
    func chest() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, card) = try await works.begin("Dana")
        let asked = try await works.asked(token) {
            try await works.canteen.ask(AskRequest(title: "Is it me?", unnamed: true))
        }
        try await works.asked(token, "signOut") { _ = try await works.canteen.signOut() }
        try await works.plant.sync()
        let answer = try await works.ben.answer(
            AnswerRequest(question: asked.code, body: "It is the lift."))
        try await works.plant.sync()
        #expect(try await works.canteen.kiosk().people.first?.hasNews == false)
        let session = try await works.canteen.signIn(
            SignInRequest(card: card))
        try await works.asked(session.token) {
            let inbox = try await works.canteen.inbox(InboxRequest())
            #expect(inbox.news.map(\.code) == [answer.code])
            _ = try await works.canteen.reveal(RevealRequest(reference: asked.code))
        }
        #expect(try await author(asked.code, at: works.canteen).name == "Dana")
    }

    @Test("three a week; one that was taken back or shown counts no more")
    func limit() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let (other, _) = try await works.begin("Gus")
        var codes: [String] = []
        try await works.asked(token) {
            for number in 1...3 {
                codes.append(
                    try await works.canteen.ask(
                        AskRequest(title: "Question \(number)?", unnamed: true)
                    ).code)
            }
            let refused = try await refusal {
                try await works.canteen.ask(AskRequest(title: "Fourth?", unnamed: true))
            }
            #expect(refused.code == .usage && refused.message.hasPrefix("3 questions"))
            _ = try await works.canteen.ask(AskRequest(title: "Under my name?"))
        }
        try await works.asked(other) {
            _ = try await works.canteen.ask(AskRequest(title: "Mine?", unnamed: true))
            let foreign = try await refusal {
                try await works.canteen.erase(EraseRequest(reference: codes[0]))
            }
            #expect(foreign.code == .noSuchRight)
        }
        try await works.asked(token) {
            _ = try await works.canteen.erase(EraseRequest(reference: codes[0]))
            _ = try await works.canteen.ask(AskRequest(title: "Fourth?", unnamed: true))
            _ = try await works.canteen.reveal(RevealRequest(reference: codes[1]))
            _ = try await works.canteen.ask(AskRequest(title: "Fifth?", unnamed: true))
        }
    }

    @Test("a colleague asks for Dana, who alone can show it, with the code that she was given")
    func scribe() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let asked = try await works.ada.ask(
            AskRequest(title: "Is it me?", unnamed: true, person: "Dana"))
        let slip = try #require(asked.slip)
        try await works.plant.sync()
        for node in works.plant.nodes {
            let author = try await author(asked.code, at: node)
            #expect(author.name == "a colleague (member of Seals)" && author.via == "Ada")
        }
        for node in [works.ada, works.ben] {
            let refused = try await refusal {
                try await node.reveal(RevealRequest(reference: asked.code, slip: slip))
            }
            #expect(refused.code == .noSuchRight)
        }
        try await works.asked(token, "reveal") {
            _ = try await works.canteen.reveal(
                RevealRequest(reference: asked.code, slip: slip))
        }
        try await works.plant.sync()
        #expect(try await author(asked.code, at: works.ben).name == "Dana")
        for number in 1...3 {
            _ = try await works.ada.ask(
                AskRequest(title: "Question \(number)?", unnamed: true, person: "Dana"))
        }
        let refused = try await refusal {
            try await works.ada.ask(
                AskRequest(title: "Fourth?", unnamed: true, person: "Dana"))
        }
        #expect(refused.code == .usage)
    }

    @Test("what would name the asker, or nobody could ever show, is not asked")
    func refusals() async throws {
        let works = try await KioskFlowTests.Works()
        let requests = [
            AskRequest(title: "Me?", unnamed: true),
            AskRequest(title: "Me?", unnamed: true, person: "Ada"),
            AskRequest(title: "Me?", unnamed: true, person: "Canteen"),
        ]
        for request in requests {
            let refused = try await refusal { try await works.ada.ask(request) }
            #expect(refused.code == .usage)
        }
        let visitor = try await refusal {
            try await works.canteen.ask(
                AskRequest(community: works.community, title: "Me?", unnamed: true))
        }
        #expect(visitor.code == .noSuchRight)
        let question = try await works.ada.ask(AskRequest(title: "Under my name?"))
        let named = try await refusal {
            try await works.ada.reveal(RevealRequest(reference: question.code))
        }
        #expect(named.code == .usage)
    }
}
