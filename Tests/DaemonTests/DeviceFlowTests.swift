import Community
import Foundation
import Keys
import Ledger
import LocalProtocol
import Storage
import TestKit
import Testing
import Wire

@testable import Daemon

/// Devices of persons, from node to node.
@Suite("Devices of persons")
struct DeviceFlowTests {
    private func error(_ body: () async throws -> Void) async -> ServiceError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? ServiceError
        }
    }

    // Case 29: an invitation that is meant for another. Bites: the newcomer that the code is for
    // gets an offer.
    @Test("a code lets in only whom it is for")
    func invitations() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        var generator = SeededGenerator(seed: 1)
        let device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        let person = Newcomer(founding: try #require(await ben.own).founding, name: "Ben")
        let computer = Newcomer(device: card, label: "L")
        let sheet = Newcomer(
            device: card, label: "L", sheet: DeviceID(raw: Bytes32(words: (1, 2, 3, 4))))
        let benID = try #require(await ben.membership).person
        #expect(try await ada.offer(to: computer, .device)?.purpose == .device)
        #expect(try await ada.offer(to: person, .recovery(benID))?.purpose == .recovery)
        for (newcomer, purpose) in [
            (person, PairingDesk.Purpose.device), (computer, .colleague), (sheet, .device),
            (computer, .recovery(benID)), (sheet, .colleague),
        ] {
            let refused = await error { _ = try await ada.offer(to: newcomer, purpose) }
            #expect(refused != nil && refused?.hint != nil)
        }
    }

    @Test("a newcomer does not become somebody else by a colleague's code")
    func wrongPerson() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let stranger = try await house.node("Ben")
        _ = try await stranger.initialize(InitializeRequest(name: "Ben"))
        let member = try #require(await ada.membership)
        let founding = try #require(member.directory.person(member.person)).founding
        for name in ["Ada", "Ben"] {
            let offer = PairingOffer(
                workplace: member.workplace.space, founding: founding, name: name,
                purpose: .recovery)
            let refused = await error { _ = try await stranger.consider(offer) }
            #expect((refused == nil) == (name == "Ben"))
        }
    }

    @Test("a revoked laptop says so, refuses to write, and wipes its keys if it shall")
    func revoked() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let laptop = try await house.laptop(
            "Laptop", of: ada, configuration: "[security]\nwipe-when-revoked = true\n")
        #expect(try await laptop.devices().devices.map(\.isIn) == [true, true])
        #expect(try await ada.devices().devices.map(\.name).last == "Laptop")
        let last = await error {
            _ = try await laptop.renameDevice(RenameDeviceRequest(device: "Laptop", name: "Old"))
        }
        #expect(last == nil)
        try await house.meet([ada, laptop])
        let revoked = try await ada.revokeDevice(DeviceReference(device: "Old"))
        #expect(revoked.endedLogs == 1 && !revoked.device.isIn)
        let again = await error {
            _ = try await ada.revokeDevice(DeviceReference(device: "Old"))
        }
        #expect(again?.code == .usage)
        try await house.meet([ada, laptop])
        let refused = await error {
            _ = try await laptop.createCommunity(NewCommunityRequest(name: "Thieves"))
        }
        #expect(refused?.code == .noSuchRight && refused?.hint != nil)
        #expect(try await laptop.status().warnings.contains { $0.contains("revoked") })
        let log = try await ada.publicLog(PublicLogRequest()).entries
        #expect(log.map(\.act) == [.deviceRevoked, .deviceAdded, .admitted])
        #expect(log.first?.code != nil && log.first?.code == log.dropFirst().first?.code)
        let keys = house.folder.path + "/Laptop/keys"
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys).isEmpty)
        let own = await error {
            _ = try await ada.revokeDevice(DeviceReference(device: try ada.devices().devices[0].id))
        }
        #expect(own?.code == .usage, "the only computer that is in")
    }

    // What a lost laptop writes apart, in its own log and in a fresh one, and hands to somebody who
    // hasn't heard yet. Bites: before Ben hears of the removal he has all of it.
    @Test("late words of a lost laptop are cut in every community, new logs too")
    func lateWords() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let laptop = try await house.laptop("Laptop", of: ada)
        for name in ["Seals", "Belts"] {
            _ = try await ada.createCommunity(NewCommunityRequest(name: name))
        }
        try await house.meet([ada, ben, laptop])
        for name in ["Seals", "Belts"] {
            _ = try await ben.joinCommunity(CommunityReference(community: name))
        }
        try await house.meet([ada, ben, laptop])
        _ = try await laptop.ask(AskRequest(community: "Seals", title: "Before?"))
        try await house.meet([ada, ben, laptop])
        _ = try await ada.revokeDevice(DeviceReference(device: "Laptop"))
        _ = try await laptop.ask(AskRequest(community: "Seals", title: "Late?"))
        _ = try await laptop.ask(AskRequest(community: "Belts", title: "Anew?"))
        try await house.meet([ben, laptop])
        #expect(try await ben.questions(ListRequest()).questions.count == 3)
        try await house.meet([ada, ben])
        await ada.endLogs()
        try await house.meet([ada, ben])
        for node in [ada, ben] {
            let titles = try await node.questions(ListRequest()).questions.map(\.title)
            #expect(titles == ["Before?"])
        }
    }

    // Ben had the words before he heard of the removal, and keeps them; Ada hasn't. Bites: until
    // Ben lets them in they count nowhere.
    @Test("any member lets late words in, everybody sees who did, and then they count everywhere")
    func released() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let laptop = try await house.laptop("Laptop", of: ada)
        _ = try await ada.createCommunity(NewCommunityRequest(name: "Seals"))
        try await house.meet([ada, ben, laptop])
        _ = try await ben.joinCommunity(CommunityReference(community: "Seals"))
        try await house.meet([ada, ben, laptop])
        _ = try await laptop.ask(AskRequest(community: "Seals", title: "Before?"))
        try await house.meet([ada, ben, laptop])
        _ = try await ada.revokeDevice(DeviceReference(device: "Laptop"))
        _ = try await laptop.ask(AskRequest(community: "Seals", title: "Off site?"))
        _ = try await laptop.createCommunity(NewCommunityRequest(name: "Belts"))
        try await house.meet([ben, laptop])
        try await house.meet([ada, ben])
        await ada.endLogs()
        try await house.meet([ada, ben])
        func titles(_ node: HearthNode) async throws -> [String] {
            try await node.questions(ListRequest()).questions.map(\.title).sorted()
        }
        for node in [ada, ben] { #expect(try await titles(node) == ["Before?"]) }

        let late = try await ben.lateWords().late
        let seals = try #require(late.first { $0.community?.name == "Seals" })
        #expect(seals.items.map(\.text) == ["Off site?"] && seals.items.map(\.kind) == ["question"])
        #expect(seals.person.name == "Ada" && seals.deviceName == "Laptop" && seals.commits == 1)
        let home = try #require(late.first { $0.community == nil })
        #expect(home.items.map(\.text).contains("Belts"))
        let nobody = await error { _ = try await ben.release(ReleaseRequest(of: "Gus")) }
        #expect(nobody?.code == .notFound && nobody?.hint != nil)
        let thief = await error { _ = try await laptop.release(ReleaseRequest(of: "Laptop")) }
        #expect(thief != nil)

        let answer = try await ben.release(ReleaseRequest(of: seals.device, community: "Seals"))
        #expect(answer.released == [seals])
        try await house.meet([ada, ben])
        for node in [ada, ben] {
            #expect(try await titles(node) == ["Before?", "Off site?"])
            let log = try await node.publicLog(PublicLogRequest(community: "Seals")).entries
            #expect(log.first?.act == .wordsReleased && log.first?.person.name == "Ben")
            #expect(log.first?.about?.name == "Ada" && log.first?.code == seals.device)
            #expect(log.first?.sentence.contains("Ben let in 1 late commit of Ada's") == true)
        }
        #expect(try await ben.lateWords().late.map(\.community?.name) == [nil])
        _ = try await ben.release(ReleaseRequest(of: "Laptop"))
        try await house.meet([ada, ben])
        for node in [ada, ben] {
            #expect(try await node.lateWords().late.isEmpty)
            #expect(
                try await node.communities().communities.map(\.name).sorted()
                    == ["Belts", "Seals"])
            let log = try await node.publicLog(PublicLogRequest()).entries
            #expect(log.first?.act == .wordsReleased)
        }
    }

    @Test("who left and was let in again writes on in new logs; what was written stays")
    func readmitted() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        _ = try await ben.createCommunity(NewCommunityRequest(name: "Seals"))
        let space = try #require(await ben.membership).workplace.space
        let before = try #require(try await ben.keys.keys(of: space)).logSeed
        _ = try await ben.depart(DepartRequest(words: .keep, handover: "Ask Ada."))
        try await house.meet([ada, ben])
        #expect(try await ada.person(PersonReference(person: "Ben")).standing == .left)
        #expect(await error { _ = try await ben.readmit(PersonReference(person: "Ben")) } != nil)
        _ = try await ada.readmit(PersonReference(person: "Ben"))
        try await house.meet([ada, ben])
        #expect(try #require(try await ben.keys.keys(of: space)).logSeed != before)
        _ = try await ben.createCommunity(NewCommunityRequest(name: "Belts"))
        try await house.meet([ada, ben])
        let names = try await ada.communities().communities.map(\.name).sorted()
        #expect(names == ["Belts", "Seals"])
        let details = try await ada.person(PersonReference(person: "Ben"))
        #expect(details.history.map(\.kind) == [.admitted, .departed, .readmitted])
        for node in [ada, ben] {
            let page = try await node.publicLog(PublicLogRequest())
            #expect(page.community == nil && page.workplace?.name == "Works")
            #expect(page.entries.map(\.act) == [.readmitted, .departed, .admitted, .admitted])
            #expect(
                page.entries.map(\.sentence) == [
                    "Ada let Ben in again", "Ben has left", "Ada let Ben in",
                    "Ada founded the workplace",
                ])
            #expect(page.entries.map(\.person.name) == ["Ada", "Ben", "Ada", "Ada"])
            #expect(page.entries.map(\.about?.name) == ["Ben", nil, "Ben", nil])
            let newest = try await node.publicLog(PublicLogRequest(limit: 1)).entries
            #expect(newest == Array(page.entries.prefix(1)))
        }
    }

    @Test("both screens show the same words until a device comes; a late yes is refused")
    func comparison() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let first = try await ada.comparison(PersonReference(person: "Ben"))
        #expect(try await ben.comparison(PersonReference(person: "Ada")).words == first.words)
        _ = try await house.laptop("Laptop", of: ada)
        let late = await error {
            _ = try await ada.verify(
                ComparisonVerdict(person: "Ben", wordsMatch: true, words: first.words))
        }
        #expect(late?.code == .offline)
        let now = try await ada.comparison(PersonReference(person: "Ben"))
        let details = try await ada.verify(
            ComparisonVerdict(person: "Ben", wordsMatch: true, words: now.words))
        #expect(details.verifiedBy.map(\.name) == ["Ada"])
    }
}
