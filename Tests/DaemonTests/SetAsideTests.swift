import Community
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

extension HearthNode {
    /// Makes the keys that are due now, without the usual wait.
    fileprivate func makeDueKeys() async throws {
        await followSetAsides()
        for (duty, _, _) in keyKeeper?.duties() ?? [] {
            for writing in keyKeeper?.discharge(duty, using: &generator) ?? [] {
                try await write(writing.commits, to: writing.home, under: writing.epoch)
            }
        }
    }

    fileprivate var dueKeys: [KeyDuty.Kind] { keyKeeper?.duties().map(\.duty.kind) ?? [] }
}

@Suite("Setting aside where not everybody reads", .timeLimit(.minutes(5)))
struct SetAsideTests {
    /// Ada lets Ben in, Ben lets Dana in; Ada and Ben set Dana aside.
    private func plant() async throws -> (plant: Plant, community: String, space: SpaceID) {
        let plant = try await Plant(["Ada", "Ben", "Dana", "Gus"])
        let saved = try await plant.nodes[0].createCommunity(
            NewCommunityRequest(name: "Works council", visibility: .listed))
        let community = saved.community.code
        try await plant.sync()
        for (door, guest, name) in [(0, 1, "Ben"), (1, 2, "Dana")] {
            _ = try await plant.nodes[guest].joinCommunity(
                CommunityReference(community: community))
            try await plant.sync()
            _ = try await plant.nodes[door].admit(
                AdmissionRequest(community: community, person: name))
            try await plant.sync()
        }
        let space = try #require(
            await plant.nodes[0].store.directory?.communities.first {
                $0.name == "Works council"
            }?.space)
        return (plant, community, space)
    }

    private func setDanaAside(_ plant: Plant, _ community: String) async throws {
        var request = ProposeRequest(community: community, subject: .setAside)
        (request.person, request.days, request.step) = ("Dana", 7, "talked on Monday")
        let code = try await plant.nodes[0].propose(request).proposal.code
        try await plant.sync()
        for node in plant.nodes.prefix(2) {
            _ = try await node.takeStance(StanceRequest(proposal: code, stance: .consent))
        }
        try await plant.sync()
        for node in plant.nodes.prefix(2) {
            _ = try await node.closeProposal(ProposalReference(proposal: code))
            try await plant.sync([0, 1])
        }
    }

    private func warnings(_ node: HearthNode) async throws -> [String] {
        try await node.status().warnings.filter { $0.contains("set aside") }
    }

    @Test("there is a new key, once; the person reads on and lets nobody in")
    func newKey() async throws {
        let (plant, community, space) = try await plant()
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        try await ada.makeDueKeys()
        #expect(await ada.dueKeys.isEmpty)
        let before = try await ada.communityKeys(CommunityReference(community: community))
        #expect(before.generation == 1 && !before.isDue)
        try await setDanaAside(plant, community)
        await ada.followSetAsides()
        #expect(try await ada.communityKeys(CommunityReference(community: community)).isDue)
        #expect(await ada.dueKeys == [.rotate])
        try await ada.makeDueKeys()
        try await plant.sync()
        for node in [ada, ben, dana] {
            await node.followSetAsides()
            #expect(await node.dueKeys.isEmpty)
            let keys = try await node.communityKeys(CommunityReference(community: community))
            #expect(keys.generation == 2 && !keys.isDue && keys.lacking.isEmpty)
        }
        let post = try await ben.ask(AskRequest(community: community, title: "Who reads this?"))
        try await plant.sync()
        let thread = try await dana.show(ShowRequest(reference: post.code)).thread
        #expect(thread?.question.title == "Who reads this?")
        await #expect(throws: ServiceError.self) {
            _ = try await dana.inviteInto(
                AdmissionRequest(community: community, person: "Gus"))
        }
        #expect(await ada.store.barredKeys(of: space).count == 1)
    }

    @Test("what the person writes is marked, whatever their clock says")
    func marks() async throws {
        let (plant, community, space) = try await plant()
        let (ada, dana) = (plant.nodes[0], plant.nodes[2])
        try await setDanaAside(plant, community)
        let future = await ada.clocks.wallClock + 40 * ConsentRules.day
        let outcome = try await dana.store.append(
            [Draft(try Compose.question(title: "Late?", body: ""), wallClock: future)], to: space)
        let late = try #require(outcome.records.first?.first)
        try await plant.sync()
        let thread = try await ada.show(ShowRequest(reference: late.hex)).thread
        #expect(thread?.question.mark == "written while set aside")
    }

    @Test("only those who let the person in are told, and the person")
    func told() async throws {
        let (plant, community, _) = try await plant()
        try await setDanaAside(plant, community)
        try await plant.sync()
        for (index, node) in plant.nodes.enumerated() {
            let stream = try await node.events(EventsRequest())
            await node.followSetAsides()
            await node.followSetAsides()
            await node.stop()
            var sentences: [String] = []
            for try await event in stream where event.sentence.contains("set aside") {
                sentences.append(event.sentence)
            }
            #expect(sentences.count == (index == 1 ? 1 : 0), "\(index): \(sentences)")
            if index == 1 {
                #expect(sentences[0].hasPrefix("Dana, whom you let in, is set aside"))
            }
        }
    }

    @Test("the status says so while it lasts")
    func status() async throws {
        let (plant, community, _) = try await plant()
        try await setDanaAside(plant, community)
        try await plant.sync()
        let (ada, ben, dana, gus) = (
            plant.nodes[0], plant.nodes[1], plant.nodes[2], plant.nodes[3]
        )
        #expect(try await warnings(ada).isEmpty)
        #expect(try await warnings(gus).isEmpty)
        #expect(try await warnings(ben).first?.hasPrefix("Dana, whom you let in") == true)
        #expect(try await warnings(dana).first?.hasPrefix("You are set aside in") == true)
    }
}
