import Community
import Foundation
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// A shared terminal in a workplace, and what people without a computer do at it.
@Suite("Shared terminals", .timeLimit(.minutes(3)))
struct KioskFlowTests {
    /// Ada, Ben and a terminal in the canteen; a community that Ada and Ben are in.
    struct Works {
        let plant: Plant
        let community: String

        init() async throws {
            plant = try await Plant(["Ada", "Ben", "Canteen"], kiosks: ["Canteen"])
            community = try await plant.community("Seals", [0, 1])
        }

        var ada: HearthNode { plant.nodes[0] }
        var ben: HearthNode { plant.nodes[1] }
        var canteen: HearthNode { plant.nodes[2] }

        /// Somebody begins at the terminal with a slip of Ada's, and joins the community.
        func begin(
            _ name: String, pin: String? = "4711"
        ) async throws -> (token: String, card: String) {
            let noted = try await ada.noteUnclaimed(
                NoteUnclaimedRequest(name: name, site: "Line 2", consent: .spoken))
            try await plant.sync()
            let made = try await canteen.showSlip(ShowSlipRequest(slip: noted.slip, pin: pin))
            let token = try #require(made.session?.token)
            try await asked(token) {
                _ = try await canteen.joinCommunity(CommunityReference(community: community))
            }
            try await plant.sync()
            return (token, made.card)
        }

        /// Does something at the terminal in somebody's session, as the gate lets it pass.
        @discardableResult
        func asked<Answer: Sendable>(
            _ token: String?, _ route: String = "ask", _ body: () async throws -> Answer
        ) async throws -> Answer {
            try await CallerSession.$token.withValue(token) {
                try await canteen.admit(route)
                return try await body()
            }
        }
    }

    private func refusal<Answer>(
        _ body: () async throws -> Answer
    ) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { _ = try await body() }
    }

    @Test("C3: somebody without a computer begins with a slip, and asks under their own name")
    func slip() async throws {
        let works = try await Works()
        let (token, _) = try await works.begin("Dana")
        let saved = try await works.asked(token) {
            try await works.canteen.ask(AskRequest(title: "Why does press 4 rattle?"))
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let question = try #require(
                try await node.show(ShowRequest(reference: saved.code)).thread?.question)
            #expect(question.author.name == "Dana" && question.author.via == "Canteen")
            let noted = try #require(try await node.unclaimed().people.first)
            #expect(noted.name == "Dana" && noted.claimedBy?.name == "Dana")
            #expect(noted.scribe.name == "Ada" && noted.consent == "spoken")
        }
        let people = try await works.ada.people().people
        #expect(people.first { $0.name == "Dana" }?.isAdmitted == true)
        #expect(people.first { $0.name == "Dana" }?.vouchedBy.map(\.name) == ["Ada"])
        #expect(people.first { $0.name == "Canteen" }?.isKiosk == true)
        let answer = try await works.ben.answer(
            AnswerRequest(question: saved.code, body: "A loose bearing."))
        try await works.plant.sync()
        #expect(try await works.canteen.kiosk().people.first?.hasNews == true)
        try await works.asked(token) {
            let inbox = try await works.canteen.inbox(InboxRequest())
            #expect(inbox.news.map(\.code) == [answer.code])
            _ = try await works.canteen.thank(ThanksRequest(post: answer.code, text: "Thanks!"))
            let own = try await works.canteen.identity()
            #expect(own.person.name == "Dana" && own.device.name == "a key at Canteen")
        }
        try await works.plant.sync()
        let thread = try await works.ben.show(ShowRequest(reference: saved.code)).thread
        #expect(thread?.answers.first?.thanks.first?.author.name == "Dana")
    }

    @Test("a slip is good once, and only if somebody made it")
    func slipsOnce() async throws {
        let works = try await Works()
        let noted = try await works.ada.noteUnclaimed(
            NoteUnclaimedRequest(name: "Dana", consent: .paper))
        let early = try await refusal {
            try await works.canteen.showSlip(ShowSlipRequest(slip: noted.slip))
        }
        #expect(early.code == .notFound)
        try await works.plant.sync()
        for (pin, slip) in [("12", noted.slip), ("abcd", noted.slip), ("4711", "NOT-A-SLIP")] {
            let wrong = try await refusal {
                try await works.canteen.showSlip(ShowSlipRequest(slip: slip, pin: pin))
            }
            #expect(wrong.code == .usage)
        }
        _ = try await works.canteen.showSlip(ShowSlipRequest(slip: noted.slip, name: "Dana K."))
        let again = try await refusal {
            try await works.canteen.showSlip(ShowSlipRequest(slip: noted.slip))
        }
        #expect(again.message == "This slip was shown before.")
        #expect(try await works.canteen.kiosk().people.map(\.person.name) == ["Dana K."])
        let elsewhere = try await refusal { try await works.ada.kiosk() }
        #expect(elsewhere.code == .usage)
    }

    @Test("security 78: after five wrong PINs none is taken, and the card still is")
    func guessing() async throws {
        let works = try await Works()
        let (token, card) = try await works.begin("Dana")
        _ = try await works.asked(token, "signOut") { try await works.canteen.signOut() }
        for guess in 1...5 {
            let refused = try await refusal {
                try await works.canteen.signIn(SignInRequest(person: "Dana", pin: "000\(guess)"))
            }
            #expect(refused.code == .noSuchRight)
            #expect(refused.message.hasPrefix("Five wrong PINs") == (guess == 5))
        }
        let locked = try await refusal {
            try await works.canteen.signIn(SignInRequest(person: "Dana", pin: "4711"))
        }
        #expect(locked.message.hasPrefix("Five wrong PINs"))
        #expect(try await works.canteen.kiosk().people.first?.lockedUntil != nil)
        let wrongCard = try await refusal {
            try await works.canteen.signIn(SignInRequest(card: "0000-0000-0000-0000"))
        }
        #expect(wrongCard.message == "This card opens nothing here.")
        let opened = try await works.canteen.signIn(SignInRequest(card: card))
        #expect(opened.person.name == "Dana" && opened.idleSeconds == 75)
        // The card has opened the PIN again, and another PIN takes the place of the first.
        try await works.asked(opened.token, "changePIN") {
            _ = try await works.canteen.changePIN(ChangePINRequest(pin: "815815"))
        }
        let former = try await refusal {
            try await works.canteen.signIn(SignInRequest(person: "Dana", pin: "4711"))
        }
        #expect(former.message == "That is not the PIN.")
        _ = try await works.canteen.signIn(SignInRequest(person: "Dana", pin: "815815"))
        let made = try await works.asked(opened.token, "makeCard") {
            try await works.canteen.makeCard()
        }
        let old = try await refusal { try await works.canteen.signIn(SignInRequest(card: card)) }
        #expect(old.code == .noSuchRight)
        _ = try await works.canteen.signIn(SignInRequest(card: made.card))
    }

    @Test("security 78: nobody sees what somebody else has begun or read at the terminal")
    func apart() async throws {
        let works = try await Works()
        let (dana, _) = try await works.begin("Dana")
        let (emil, _) = try await works.begin("Emil")
        let request = ProposeRequest(
            community: works.community, subject: .agreement, text: "Zylophagous gloves")
        try await works.asked(dana, "keepDraft") { _ = try await works.canteen.keepDraft(request) }
        try await works.asked(emil, "drafts") {
            let drafts = try await works.canteen.drafts().drafts
            #expect(drafts.isEmpty)
        }
        #expect(try await works.canteen.drafts().drafts.isEmpty)
        _ = try await works.asked(dana, "signOut") { try await works.canteen.signOut() }
        let gone = try await refusal {
            try await works.asked(dana, "drafts") { try await works.canteen.drafts() }
        }
        #expect(gone.message == "You are signed out.")
        // Nothing of it lies readable in the folder of keys; the name in its head does: the search bites.
        let path = await works.canteen.keys.path
        var all = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: path)
        where name.hasPrefix("held-") {
            all += try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
        }
        #expect(all.range(of: Data("Zylophagous".utf8)) == nil)
        #expect(all.range(of: Data("HEARTH1".utf8)) != nil)
        let back = try await works.canteen.signIn(SignInRequest(person: "Dana", pin: "4711"))
        try await works.asked(back.token, "openDraft") {
            let before = try await works.canteen.drafts().drafts
            _ = try await works.canteen.openDraft(DraftReference(number: 1))
            let after = try await works.canteen.drafts().drafts
            #expect(before.count == 1 && after.isEmpty)
        }
    }

    @Test("C5: a visitor raises a problem and asks in an open community, and no more")
    func visitor() async throws {
        let works = try await Works()
        let problem = try await works.canteen.createItem(
            NewItemRequest(
                kind: .problem, wall: true,
                fields: [
                    ItemField(name: "title", value: "Slippery floor"),
                    ItemField(name: "on_behalf", value: "visitor, shift B"),
                    ItemField(name: "consent", value: "paper"),
                ]))
        let question = try await works.canteen.ask(
            AskRequest(community: works.community, title: "Who mops?"))
        try await works.plant.sync()
        let shown = try await works.ada.item(ItemReference(reference: problem.code))
        #expect(shown.item.author.name == "Canteen" && problem.slip != nil)
        #expect(try await works.ben.show(ShowRequest(reference: question.code)).thread != nil)
        for body in [
            { _ = try await works.canteen.createCommunity(NewCommunityRequest(name: "Floors")) },
            {
                _ = try await works.canteen.joinCommunity(
                    CommunityReference(community: works.community))
            },
            {
                _ = try await works.canteen.noteUnclaimed(
                    NoteUnclaimedRequest(name: "Gus", consent: .spoken))
            },
        ] as [() async throws -> Void] {
            let refused = try await refusal(body)
            #expect(refused.code == .noSuchRight)
            #expect(refused.message == "Nobody is signed in, and this is not for visitors.")
        }
        // Weeks later whoever has the slip puts a name to it.
        let (dana, _) = try await works.begin("Dana")
        try await works.asked(dana, "changeItem") {
            _ = try await works.canteen.changeItem(
                ItemChangeRequest(
                    reference: problem.code,
                    set: [ItemField(name: "claim", value: try #require(problem.slip))]))
        }
        try await works.plant.sync()
        let claimed = try await works.ben.item(ItemReference(reference: problem.code)).item
        #expect(claimed.notes.contains("claimed by Dana"))
    }

    @Test("a key at a terminal gives the column of the table, and the gate names its routes")
    func rights() async throws {
        let works = try await Works()
        let (dana, _) = try await works.begin("Dana")
        for route in ["invite", "addDevice", "beginExport", "lock", "initialize", "dump"] {
            let refused = try await refusal { try await works.asked(dana, route) {} }
            #expect(refused.message == "This can't be done at a shared terminal.")
        }
        try await CallerSession.$token.withValue(dana) {
            for body in [
                {
                    _ = try await works.canteen.createCommunity(
                        NewCommunityRequest(name: "Hush", visibility: .private))
                },
                {
                    _ = try await works.canteen.noteUnclaimed(
                        NoteUnclaimedRequest(name: "Gus", consent: .spoken))
                },
                { _ = try await works.canteen.makeSheet() },
            ] as [() async throws -> Void] {
                let refused = try await refusal(body)
                #expect(refused.code == .noSuchRight)
            }
        }
        let open = try await works.asked(dana, "createCommunity") {
            try await works.canteen.createCommunity(NewCommunityRequest(name: "Night shift"))
        }
        try await works.plant.sync()
        let seen = try await works.ben.community(
            CommunityReference(community: open.community.code))
        #expect(seen.members.map(\.name) == ["Dana"])
        let names = Set(Routes.all.map(\.name))
        #expect(HearthNode.sessionRoutes.isSubset(of: names))
        // The name of a route is not always that of its method; what changes rights is never there.
        #expect(
            HearthNode.sessionRoutes.isDisjoint(with: ["vouch", "invite", "recover", "readmit"]))
    }

    @Test("a terminal carries open communities only")
    func openOnly() async throws {
        let works = try await Works()
        _ = try await works.begin("Dana")
        let listed = try await works.ada.createCommunity(
            NewCommunityRequest(name: "Listed", visibility: .listed))
        _ = try await works.ada.createCommunity(
            NewCommunityRequest(name: "Hidden", visibility: .private))
        try await works.plant.sync()
        let spaces = await works.canteen.membership?.openSpaces ?? []
        #expect(spaces.count == 2)
        let known = try await works.canteen.communities().communities.map(\.name).sorted()
        #expect(known == ["Listed", "Seals"])
        let space = try await works.canteen.resolveCommunity(listed.community.code).space
        #expect(!spaces.contains(space))
    }

    @Test("J10: Dana takes words back at the terminal, and it says which computers have done it")
    func erasing() async throws {
        let works = try await Works()
        let (dana, _) = try await works.begin("Dana")
        let saved = try await works.asked(dana) {
            try await works.canteen.ask(AskRequest(title: "Who is zylophagous?"))
        }
        try await works.plant.sync()
        let first = try await works.asked(dana, "erase") {
            try await works.canteen.erase(EraseRequest(reference: saved.code))
        }
        #expect(first.confirmed == 1 && first.devices.count == 3)
        #expect(first.devices.first?.person.name == "Canteen")
        try await works.plant.sync([0, 2])
        await works.ada.confirmErasures()
        try await works.plant.sync([0, 2])
        let second = try await works.asked(dana, "erasures") {
            try #require(try await works.canteen.erasures(ErasuresRequest()).erasures.first)
        }
        #expect(second.confirmed == 2)
        #expect(second.devices.last?.person.name == "Ben" && second.devices.last?.isDone == false)
        try await works.plant.sync()
        for node in works.plant.nodes {
            #expect(try await node.search(SearchRequest(text: "zylophagous")).hits.isEmpty)
        }
    }
}
