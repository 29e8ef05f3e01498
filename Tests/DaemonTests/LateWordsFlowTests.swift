import Community
import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What a removed computer wrote late, from node to node.
@Suite("Late words of removed computers")
struct LateWordsFlowTests {
    /// Ada and Ben, and a laptop of Ada's that was revoked and wrote on before Ben heard of it.
    private struct Scene {
        let house: Household
        let ada: HearthNode
        let ben: HearthNode
        let laptop: HearthNode

        init() async throws {
            house = try Household()
            ada = try await house.founder("Ada")
            ben = try await house.colleague("Ben", of: ada)
            laptop = try await house.laptop("Laptop", of: ada)
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
        }

        /// The titles of all questions, as both see them.
        func titles() async throws -> [[String]] {
            var titles: [[String]] = []
            for node in [ada, ben] {
                let questions = try await node.questions(ListRequest()).questions
                titles.append(questions.map(\.title).sorted())
            }
            return titles
        }
    }

    // Bites: until a member lets them in they count nowhere.
    @Test("any member lets them in, everybody sees who did, and then they count everywhere")
    func released() async throws {
        let scene = try await Scene()
        let (ada, ben) = (scene.ada, scene.ben)
        #expect(try await scene.titles() == [["Before?"], ["Before?"]])
        let late = try await ben.lateWords().late
        let seals = try #require(late.first { $0.community?.name == "Seals" })
        #expect(seals.items.map(\.text) == ["Off site?"] && seals.items.map(\.kind) == ["question"])
        #expect(seals.person.name == "Ada" && seals.deviceName == "Laptop" && seals.commits == 1)
        let answer = try await ben.release(ReleaseRequest(of: seals.device, community: "Seals"))
        #expect(answer.released == [seals])
        try await scene.house.meet([ada, ben])
        let both = ["Before?", "Off site?"]
        #expect(try await scene.titles() == [both, both])
        for node in [ada, ben] {
            let log = try await node.publicLog(PublicLogRequest(community: "Seals")).entries
            #expect(log.first?.act == .wordsReleased && log.first?.person.name == "Ben")
            #expect(log.first?.about?.name == "Ada" && log.first?.code == seals.device)
            #expect(log.first?.sentence.contains("Ben let in 1 late commit of Ada's") == true)
        }
    }

    @Test("those in the workplace's space are let in alike; without a community all are")
    func everywhere() async throws {
        let scene = try await Scene()
        let home = try await scene.ben.lateWords().late.first { $0.community == nil }
        #expect(home?.items.map(\.text).contains("Belts") == true)
        let before = try await scene.ada.communities().communities.map(\.name)
        #expect(before == ["Seals"])
        _ = try await scene.ben.release(ReleaseRequest(of: "Laptop"))
        try await scene.house.meet([scene.ada, scene.ben])
        for node in [scene.ada, scene.ben] {
            #expect(try await node.lateWords().late.isEmpty)
            let names = try await node.communities().communities.map(\.name).sorted()
            #expect(names == ["Belts", "Seals"])
            let log = try await node.publicLog(PublicLogRequest()).entries
            #expect(log.first?.act == .wordsReleased)
        }
    }

    @Test("nobody lets in what isn't there, nor a removed computer its own")
    func refusals() async throws {
        let scene = try await Scene()
        let nobody = await refusal { () async throws(ServiceError) in
            _ = try await scene.ben.release(ReleaseRequest(of: "Gus"))
        }
        #expect(nobody?.code == .notFound && nobody?.hint != nil)
        try await scene.house.meet([scene.ben, scene.laptop])
        let thief = await refusal { () async throws(ServiceError) in
            _ = try await scene.laptop.release(ReleaseRequest(of: "Laptop"))
        }
        #expect(thief?.code == .noSuchRight)
    }
}
