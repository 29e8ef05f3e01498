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

/// A device that was away when it was put out, and what others can make it believe.
@Suite("Removals of whoever was away")
struct RemovalFlowTests {
    private static let wiping = "[security]\nwipe-when-revoked = true\n"

    private func isIn(_ node: HearthNode) async throws -> Bool {
        let devices = try await node.devices().devices
        return try #require(devices.first { $0.isThis }).isIn
    }

    private func keyFiles(_ name: String, _ house: Household) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: house.folder.path + "/\(name)/keys")
    }

    @Test(
        "it learns it from any colleague, says so and wipes its keys, and gets nothing newer"
    )
    func away() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let laptop = try await house.laptop("Laptop", of: ada, configuration: Self.wiping)
        try await house.meet([ada, ben, laptop])
        #expect(try await !house.tell(laptop, by: ben), "nobody shows what isn't")
        _ = try await ada.revokeDevice(DeviceReference(device: "Laptop"))
        try await house.meet([ada, ben])
        let space = try #require(await laptop.membership).workplace.space
        _ = try await ben.createCommunity(NewCommunityRequest(name: "Later"))
        let before = try await laptop.store.frontier(of: space).commitCount
        #expect(try await isIn(laptop))
        #expect(try await house.tell(laptop, by: ben))
        #expect(try await !isIn(laptop))
        #expect(try await laptop.status().warnings.contains { $0.contains("was revoked") })
        #expect(try keyFiles("Laptop", house).isEmpty)
        let after = try await laptop.store.frontier(of: space).commitCount
        let all = try await ben.store.frontier(of: space).commitCount
        #expect(before < after && after < all)
        #expect(try await !laptop.communities().communities.contains { $0.name == "Later" })
    }

    @Test("somebody who was away when colleagues said that they had left learns it, too")
    func departed() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let phone = try await house.laptop("Phone", of: ben)
        try await house.meet([ada, ben, phone])
        _ = try await ben.depart(DepartRequest(words: .keep))
        try await house.meet([ada, ben])
        #expect(try await house.tell(phone, by: ada))
        #expect(try await phone.status().warnings.contains { $0.contains("You have left") })
        #expect(try keyFiles("Phone", house).isEmpty == false, "nobody asked for wiping")
    }

    // Who makes up a removal writes it in the name of somebody who may not revoke, or signs for
    // somebody else. Bites: the same statement by the person's own computer counts.
    @Test("a colleague's made-up revocation does nothing; the owner's does")
    func madeUp() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let laptop = try await house.laptop("Laptop", of: ada, configuration: Self.wiping)
        try await house.meet([ada, ben, laptop])
        let member = try #require(await laptop.membership)
        let space = member.workplace.space
        let statement = Compose.revocation(of: member.device, ends: [])
        try await ben.write([statement], to: space)
        // Ben knows well that this counts for nothing, so he hands over all that he has.
        try await house.meet([ben, laptop])
        #expect(try await isIn(laptop))
        #expect(try await laptop.status().warnings.isEmpty)
        #expect(try keyFiles("Laptop", house).isEmpty == false)
        try await ada.write([statement], to: space)
        try await house.meet([ada, ben])
        #expect(try await house.tell(laptop, by: ben))
        #expect(try await !isIn(laptop))
        #expect(try keyFiles("Laptop", house).isEmpty)
    }

    @Test(
        "a proof with a changed byte is refused, and nothing follows from it")
    func forged() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let laptop = try await house.laptop("Laptop", of: ada, configuration: Self.wiping)
        try await house.meet([ada, laptop])
        let member = try #require(await laptop.membership)
        let space = member.workplace.space
        let had = try await laptop.store.frontier(of: space)
        _ = try await ada.revokeDevice(DeviceReference(device: "Laptop"))
        let proof = try #require(try await ada.store.removalProof(of: member.device))
        let needs = proof.entries.map { (log: $0.log, from: (had[$0.log]?.length ?? 0) + 1) }
        let runs = try await ada.store.runs(
            of: space, needs: needs, after: 0, maxBytes: 1 << 24
        ).runs
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<64 {
            var forged = runs
            let index = Int.random(in: forged.indices, using: &generator)
            forged[index] = damaged(forged[index], using: &generator)
            let outcome = try await laptop.store.ingest([forged[index]], into: space)
            #expect(!outcome.refusals.isEmpty)
        }
        await laptop.followDirectoryOrLog()
        #expect(try await isIn(laptop))
        #expect(try keyFiles("Laptop", house).isEmpty == false)
        _ = try await laptop.store.ingest(runs, into: space)
        await laptop.followDirectoryOrLog()
        #expect(try await !isIn(laptop))
    }

    private func damaged(_ run: Run, using generator: inout SeededGenerator) -> Run {
        var run = run
        if Bool.random(using: &generator) {
            var signature = run.signature.bytes
            signature[Int.random(in: signature.indices, using: &generator)] ^= 1
            run.signature = Bytes64(signature) ?? run.signature
        } else {
            let index = Int.random(in: run.commits.indices, using: &generator)
            guard case .payload(var payload) = run.commits[index].content else { return run }
            payload[Int.random(in: payload.indices, using: &generator)] ^= 1
            run.commits[index] = Commit(
                epoch: run.commits[index].epoch, content: .payload(payload))
        }
        return run
    }

    @Test("what shows that another computer is out puts out only that one")
    func another() async throws {
        let house = try Household()
        let ada = try await house.founder("Ada")
        let ben = try await house.colleague("Ben", of: ada)
        let first = try await house.laptop("First", of: ada, configuration: Self.wiping)
        let second = try await house.laptop("Second", of: ada, configuration: Self.wiping)
        try await house.meet([ada, ben, first, second])
        _ = try await ada.revokeDevice(DeviceReference(device: "First"))
        try await house.meet([ada, ben])
        let space = try #require(await first.membership).workplace.space
        let device = try #require(await first.membership).device
        let proof = try #require(try await ben.store.removalProof(of: device))
        let shown = try await ben.store.runs(
            of: space, needs: proof.entries.map { ($0.log, 1) }, after: 0, maxBytes: 1 << 24)
        _ = try await second.store.ingest(shown.runs, into: space)
        await second.followDirectoryOrLog()
        #expect(try await isIn(second))
        let devices = try await second.devices().devices
        #expect(devices.filter { !$0.isIn }.map(\.name) == ["First"])
        #expect(try keyFiles("Second", house).isEmpty == false)
        #expect(try await second.status().warnings.isEmpty)
    }

    @Test("a sealed home locks itself when it learns that it is out")
    func locks() async throws {
        let home = try RunningHome()
        try await home.run { gate in
            try await gate.sealAndWait("correct horse battery")
            let node = try await gate.service
            _ = try await node.initialize(InitializeRequest(name: "Ada"))
            _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Works"))
            _ = try await node.depart(DepartRequest(words: .keep))
            var lock = try await gate.status().lock
            for _ in 0..<100 where lock != .locked {
                try await Task.sleep(for: .milliseconds(100))
                lock = try await gate.status().lock
            }
            #expect(lock == .locked)
            try await gate.unlockAndWait("correct horse battery")
            let service = try await gate.service
            #expect(try await service.status().warnings.contains { $0.contains("You have left") })
        }
        let locks = try home.audit().filter { $0.event == "locked" }
        #expect(locks.flatMap(\.fields).map(\.value) == ["out"])
    }
}
