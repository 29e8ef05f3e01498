import Community
import Foundation
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Keys that terminals offer, and terminals that are lost or come back from a backup.
@Suite("Keys at shared terminals", .timeLimit(.minutes(3)))
struct KioskKeyTests {
    private func refusal<Answer>(
        _ body: () async throws -> Answer
    ) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { _ = try await body() }
    }

    private func accept(
        _ person: String, at node: HearthNode, match: Bool = true
    ) async throws -> PersonDetails {
        let offer = try #require(
            try await node.keyOffers().offers.first { $0.person.name == person })
        return try await node.acceptKey(
            ComparisonVerdict(person: offer.person.id, wordsMatch: match, words: offer.words))
    }

    @Test("somebody with a computer gets a key at a terminal by their own word")
    func own() async throws {
        let plant = try await Plant(["Ada", "Ben", "Canteen"], kiosks: ["Canteen"])
        let (ben, canteen) = (plant.nodes[1], plant.nodes[2])
        let community = try await plant.community("Seals", [0, 1])
        let made = try await canteen.offerKey(OfferKeyRequest(person: "Ben", pin: "4711"))
        #expect(made.session == nil)
        let early = try await refusal {
            try await canteen.signIn(SignInRequest(person: "Ben", pin: "4711"))
        }
        #expect(early.code == .needsConsent)
        try await plant.sync()
        let offer = try #require(try await ben.keyOffers().offers.first)
        let waiting = try await canteen.kiosk().people.first
        #expect(offer.words == made.words && waiting?.words == made.words)
        #expect(offer.kiosk.name == "Canteen")
        let differs = try await refusal { try await accept("Ben", at: ben, match: false) }
        #expect(differs.code == .noSuchRight)
        let details = try await accept("Ben", at: ben)
        #expect(details.devices.last?.kind == .held)
        #expect(details.devices.last?.name == "a key at Canteen")
        #expect(details.history.last?.kind == .keyHeld)
        try await plant.sync()
        #expect(try await ben.keyOffers().offers.isEmpty)
        let session = try await canteen.signIn(SignInRequest(card: made.card))
        let saved = try await CallerSession.$token.withValue(session.token) {
            try await canteen.ask(AskRequest(community: community, title: "Why?"))
        }
        try await plant.sync()
        let author = try await ben.show(ShowRequest(reference: saved.code)).thread?.question.author
        #expect(author?.name == "Ben" && author?.via == "Canteen")
        let again = try await refusal {
            try await canteen.offerKey(OfferKeyRequest(person: "Ben", pin: "4711"))
        }
        #expect(again.code == .usage)
        // The key is revoked like a computer, and its owner is signed out at once.
        let device = try #require(details.devices.last)
        _ = try await ben.revokeDevice(DeviceReference(device: device.code))
        try await plant.sync()
        let out = try await refusal {
            try await CallerSession.$token.withValue(session.token) {
                try await canteen.ask(AskRequest(community: community, title: "Still?"))
            }
        }
        #expect(out.message == "You are signed out.")
        #expect(try await canteen.kiosk().people.first?.isOut == true)
    }

    /// Ada and Ben say that the terminal is lost; it doesn't hear the second word at once.
    private func putOut(_ canteen: HearthNode, in plant: Plant) async throws {
        _ = try await plant.nodes[0].depart(DepartRequest(person: "Canteen"))
        try await plant.sync()
        #expect(try await canteen.kiosk().people.first?.isOut == false)
        _ = try await plant.nodes[1].depart(DepartRequest(person: "Canteen"))
        try await plant.sync([0, 1, 3])
    }

    @Test("a terminal that is lost goes by the words of two, and its people come back by two words")
    func lost() async throws {
        let plant = try await Plant(
            ["Ada", "Ben", "Canteen", "Dock"], kiosks: ["Canteen", "Dock"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let (canteen, dock) = (plant.nodes[2], plant.nodes[3])
        let community = try await plant.community("Seals", [0, 1])
        let noted = try await ada.noteUnclaimed(
            NoteUnclaimedRequest(name: "Dana", consent: .spoken))
        try await plant.sync()
        let made = try await canteen.showSlip(ShowSlipRequest(slip: noted.slip, pin: "4711"))
        let token = try #require(made.session?.token)
        let first = try await CallerSession.$token.withValue(token) {
            _ = try await canteen.joinCommunity(CommunityReference(community: community))
            return try await canteen.ask(AskRequest(title: "Why does it rattle?"))
        }
        try await plant.sync()
        try await putOut(canteen, in: plant)
        // Whoever has the terminal goes on, and nobody hears it.
        let late = try await CallerSession.$token.withValue(token) {
            try await canteen.ask(AskRequest(title: "Am I Dana?"))
        }
        try await plant.sync()
        #expect(try await ada.show(ShowRequest(reference: first.code)).thread != nil)
        let unheard = try await refusal { try await ada.show(ShowRequest(reference: late.code)) }
        #expect(unheard.code == .notFound)
        let refused = try await refusal {
            try await canteen.signIn(SignInRequest(person: "Dana", pin: "4711"))
        }
        #expect(refused.code == .noSuchRight)
        // Dana still belongs, and gets a key at the other terminal.
        let offered = try await dock.offerKey(OfferKeyRequest(person: "Dana", pin: "0815"))
        try await plant.sync([0, 1, 3])
        _ = try await accept("Dana", at: ada)
        try await plant.sync([0, 1, 3])
        let twice = try await refusal { try await accept("Dana", at: ada) }
        #expect(twice.code == .needsConsent)
        #expect(try await ben.keyOffers().offers.first?.spokenBy.map(\.name) == ["Ada"])
        _ = try await accept("Dana", at: ben)
        try await plant.sync([0, 1, 3])
        let back = try await dock.signIn(SignInRequest(card: offered.card))
        let answer = try await CallerSession.$token.withValue(back.token) {
            try await dock.answer(AnswerRequest(question: first.code, body: "It was the bearing."))
        }
        try await plant.sync([0, 1, 3])
        let thread = try await ben.show(ShowRequest(reference: answer.code)).thread
        #expect(thread?.answers.first?.author.via == "Dock")
    }

    @Test("whoever signs in at a terminal from a backup begins new logs")
    func restored() async throws {
        let household = try Household()
        let ada = try await household.founder("Ada")
        let kiosk = try await household.node("Canteen")
        _ = try await kiosk.initialize(InitializeRequest(name: "Canteen", isKiosk: true))
        let own = try #require(await kiosk.own)
        let welcome = try await ada.admit(
            Newcomer(founding: own.founding, name: "Canteen"), nil, nil)
        _ = try await kiosk.adopt(welcome, nil)
        let noted = try await ada.noteUnclaimed(
            NoteUnclaimedRequest(name: "Dana", consent: .spoken))
        try await household.meet([ada, kiosk])
        let made = try await kiosk.showSlip(ShowSlipRequest(slip: noted.slip, pin: "4711"))
        let space = try #require(await kiosk.membership?.workplace.space)
        let device = try #require(try await kiosk.keys.heldKeys().first?.device)
        let store = await kiosk.store
        let before = try #require(store.ownLog(in: space, by: device))
        let token = try #require(made.session?.token)
        _ = try await CallerSession.$token.withValue(token) { try await kiosk.signOut() }
        #expect(store.ownLog(in: space, by: device) == nil)
        // What happens at the start of a home that was restored.
        try await kiosk.keys.markHeldKeysRestored()
        let session = try await kiosk.signIn(SignInRequest(person: "Dana", pin: "4711"))
        let writes = { () async throws -> LogID in
            try await CallerSession.$token.withValue(session.token) {
                _ = try await kiosk.createCommunity(NewCommunityRequest(name: "Night"))
            }
            return try #require(store.ownLog(in: space, by: device))
        }
        let after = try await writes()
        #expect(after != before)
        #expect(try await writes() == after)
    }
}
