import Foundation
import Languages
import LocalProtocol
import Phrasebook
import Testing

@testable import Daemon

/// What strangers read, at a node whose person may read much more.
@Suite("What everybody may read", .timeLimit(.minutes(2)))
struct OpenReadingTests {
    /// Everything that can be asked for, as text.
    private func everything(_ node: HearthNode, _ codes: [String]) async throws -> String {
        var text = "\(try await node.openFrame())\n\(try await node.openFront())\n"
        for community in try await node.openFront().communities {
            text += "\(try await node.openCommunity(community.name.code))\n"
        }
        for code in codes + codes.map({ String($0.drop { $0 != "-" }.dropFirst()) }) {
            do throws(ServiceError) {
                text += "\(try await node.openItem(code))\n"
            } catch {
                #expect(error.code == .notFound)
            }
        }
        for words in ["Zephyr", "zephyr*", "Quince", "Walrus", "grease"] {
            text += "\(try await node.openFindings(words))\n"
        }
        return text
    }

    private static func isMissing(_ node: HearthNode, _ code: String) async -> Bool {
        await refusal { () async throws(ServiceError) in _ = try await node.openItem(code) }?.code
            == .notFound
    }

    /// A private and a listed community, full of words that occur nowhere else; gives their codes
    /// and those of everything in them.
    private func closedCommunities(of node: HearthNode) async throws -> [String] {
        var codes: [String] = []
        for (name, visibility) in [
            ("Zephyr circle", CommunityVisibility.private), ("Zephyr list", .listed),
        ] {
            let community = try await node.createCommunity(
                NewCommunityRequest(name: name, about: "Zephyr purpose", visibility: visibility)
            ).community.code
            let question = try await node.ask(
                AskRequest(community: community, title: "Zephyr title", body: "Zephyr body"))
            let answer = try await node.answer(
                AnswerRequest(question: question.code, body: "Zephyr answer"))
            let thanks = try await node.thank(
                ThanksRequest(post: answer.code, text: "Zephyr thanks"))
            codes += [community, question.code, answer.code, thanks.code]
            for kind in [ItemKind.problem, .event, .story] {
                var fields = ["title": "Zephyr \(kind)"]
                if kind == .event { fields["start"] = "2099-05-04T13:00:00Z" }
                codes.append(try await node.create(kind, in: community, fields))
            }
            let page = try await node.createPage(
                NewPageRequest(title: "Zephyr page", text: "Zephyr text", community: community))
            codes.append(page.code)
        }
        return codes
    }

    // Goal: nothing of a community that isn't open reaches a stranger, whatever they ask (the
    // gateway's main promise). Method: a node that may read a private and a listed community;
    // everything is asked for, by list, code and search. That the same words are found by the person
    // of the node shows that they are there.
    @Test("never anything of a private or a listed community")
    func closed() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let open = try await plant.community("Seals", [0, 1])
        let codes = try await closedCommunities(of: ada)
        // What is open names what isn't, and holds what is everybody's own.
        let problem = try await ada.create(.problem, in: nil, ["title": "Spare list"])
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: problem, set: [],
                add: [ItemField(name: "adopted", value: codes[0])]))
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: problem, set: [ItemField(name: "note", value: "Quince note")]))
        let question = try await ada.ask(AskRequest(community: open, title: "Which grease?"))
        try await plant.sync()
        let own = try await ada.search(SearchRequest(text: "Zephyr"))
        #expect(own.hits.count >= 10, "they are there for their members")

        for node in [ada, ben] {
            let text = try await everything(node, codes + [problem, question.code])
            #expect(!text.contains("Zephyr") && !text.contains("zephyr"))
            #expect(!text.contains("Quince"), "everybody's own entries are their own")
            for code in codes { #expect(!text.contains(code), "\(code)") }
            #expect(text.contains("Which grease?") && text.contains("Spare list"))
        }
        for code in codes { #expect(await Self.isMissing(ada, code)) }
        for name in ["Zephyr circle", "Zephyr list", codes[0]] {
            #expect(
                await refusal { () async throws(ServiceError) in
                    _ = try await ada.openCommunity(name)
                }?.code == .notFound)
        }
    }

    @Test("a question with its answers, by its code and by the characters behind the dash")
    func question() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Rattle?", body: "After wash-down"))
        try await plant.sync()
        let answer = try await ben.answer(AnswerRequest(question: asked.code, body: "Bearing."))
        try await plant.sync()
        _ = try await ada.thank(ThanksRequest(post: answer.code))
        _ = try await ada.create(
            .trial, in: community, ["of": answer.code, "worked": "yes", "machine": "Press 4"])
        let digits = String(asked.code.dropFirst(2))
        for code in [asked.code, digits, digits.lowercased(), answer.code] {
            guard case .item(let item) = try await ada.openItem(code) else {
                Issue.record("\(code) leads elsewhere")
                continue
            }
            #expect(item.community?.name == "Seals")
            #expect(item.whole.title == "Rattle?" && item.whole.author.name == "Ada")
            #expect(item.whole.fields == [ItemField(name: "body", value: "After wash-down")])
            let part = try #require(item.parts.first)
            #expect(part.code == answer.code && part.author.name == "Ben")
            #expect(part.thankedBy == ["Ada"])
            #expect(part.experience?.isEmpty == false)
        }
        guard case .community(let code) = try await ada.openItem(community) else {
            Issue.record("a code of a community leads to it")
            return
        }
        #expect(try await ada.openCommunity(code).community.name.name == "Seals")
        #expect(try await ada.openCommunity("seals").digest.sections.count > 0)
        let found = try await ada.openFindings("bearing")
        #expect(found.hits.map(\.code) == [answer.code] && found.hits.first?.title == "Rattle?")
        for odd in ["", "-", "Q-", "7F", asked.id, String(repeating: "7", count: 500), "' OR 1=1"] {
            #expect(await Self.isMissing(ada, odd))
        }
    }

    @Test("gatherings, pages and experiments show their words, and nobody who comes")
    func items() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0])
        let event = try await ada.create(
            .event, in: nil,
            ["title": "Kick-off", "start": "2099-05-04T13:00:00Z", "places": "Canteen"])
        _ = try await ada.changeItem(
            ItemChangeRequest(
                reference: event, set: [ItemField(name: "rsvp", value: "yes")],
                add: [ItemField(name: "attended", value: "Dana of line 2")]))
        let session = try await ada.create(
            .session, in: nil, ["title": "Spare parts", "event": event, "slot": "A 13:00"])
        let page = try await ada.createPage(
            NewPageRequest(title: "Grease", text: "Use the white one", community: community))
        let experiment = try await ada.create(
            .experiment, in: community, ["title": "Ceramic seal", "worst_case": "2 h"])
        _ = try await ada.create(
            .outcome, in: nil,
            ["experiment": experiment, "result": "did-not", "learning": "It cracks"])

        for code in [event, session] {
            guard case .item(let item) = try await ada.openItem(code) else { continue }
            #expect(item.community == nil && item.whole.title == "Kick-off")
            #expect(item.whole.fields.map(\.name) == ["start", "places"])
            #expect(item.parts.map(\.title) == ["Spare parts"])
            #expect(!"\(item)".contains("Dana"))
        }
        guard case .item(let read) = try await ada.openItem(page.code),
            case .item(let tried) = try await ada.openItem(experiment)
        else {
            Issue.record("they have pages")
            return
        }
        #expect(read.whole.fields == [ItemField(name: "body", value: "Use the white one")])
        #expect(
            tried.parts.first?.fields.contains(.init(name: "learning", value: "It cracks")) == true)
    }

    @Test("what was folded stays folded, what was taken back is gone")
    func folded() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let rude = try await ada.ask(
            AskRequest(community: community, title: "Walrus", body: "Walrus"))
        let answered = try await ada.answer(AnswerRequest(question: rude.code, body: "Quince"))
        let gone = try await ada.ask(AskRequest(community: community, title: "Zephyr"))
        try await plant.sync()
        _ = try await ben.blur(ObjectionRequest(reference: rude.code, reason: "personal-data"))
        _ = try await ben.blur(ObjectionRequest(reference: answered.code, reason: "personal-data"))
        _ = try await ada.erase(EraseRequest(reference: gone.code))
        try await plant.sync()
        for node in plant.nodes {
            let text = try await everything(node, [rude.code, answered.code, gone.code])
            for word in ["Walrus", "Quince", "Zephyr"] { #expect(!text.contains(word), "\(word)") }
            guard case .item(let item) = try await node.openItem(rude.code) else { continue }
            #expect(item.whole.isFolded && item.whole.title.isEmpty)
            #expect(!"\(item)".contains("personal-data"), "why is for members")
        }
    }

    @Test("a shared terminal says which it is, a person's computer doesn't")
    func frame() async throws {
        let plant = try await Plant(["Ada", "Canteen"], kiosks: ["Canteen"])
        #expect(try await plant.nodes[0].openFrame().terminal == nil)
        #expect(try await plant.nodes[1].openFrame().terminal == "Canteen")
        let hebrew = try await Language.$current.withValue(Phrasebook.language("he")) {
            try await plant.nodes[0].openFront()
        }
        #expect(hebrew.frame.workplace == "Plant North")
    }

    @Test("whoever has left shows nothing to others")
    func left() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        _ = try await plant.nodes[1].depart(DepartRequest(words: .keep))
        try await plant.sync()
        #expect(
            await refusal { () async throws(ServiceError) in
                _ = try await plant.nodes[1].openFront()
            }?.code == .noSuchRight)
        _ = try await plant.nodes[0].openFront()
    }
}
