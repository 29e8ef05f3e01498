import Community
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// What a device that was put out is shown of the workplace's space.
@Suite("What a removed device is shown")
struct RemovalProofTests {
    private func addLaptop(to world: World) async throws -> DeviceID {
        var generator = SeededGenerator(seed: 76)
        let device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        let acceptance = DeviceAcceptance.make(
            device: device, for: world.person, in: world.workplace)
        _ = try await world.store.append(
            [
                Draft(
                    Compose.addition(card, use: .computer, acceptance: acceptance),
                    wallClock: 3_000)
            ], to: world.workplace)
        return card.device
    }

    private func copy(
        _ world: World, upTo proof: Frontier, into store: Store
    ) async throws {
        let needs = proof.entries.map { (log: $0.log, from: UInt64(1)) }
        let limits = Dictionary(
            uniqueKeysWithValues: proof.entries.map { ($0.log, $0.head.length) })
        let size = try await world.store.count(of: world.workplace, needs: needs, limits: limits)
        #expect(size.commits == proof.commitCount)
        let runs = try await world.store.runs(
            of: world.workplace, needs: needs, limits: limits, after: 0, maxBytes: 1 << 24)
        let outcome = try await store.ingest(runs.runs, into: world.workplace)
        #expect(outcome.refusals.isEmpty && runs.isFinal)
    }

    @Test("it proves the removal to whoever verifies it, and ends where that was written")
    func shown() async throws {
        let world = try await World()
        let laptop = try await addLaptop(to: world)
        #expect(try await world.store.removalProof(of: laptop) == nil)
        _ = try await world.store.append(
            [Draft(Compose.revocation(of: laptop, ends: []), wallClock: 5_000)],
            to: world.workplace)
        let then = try world.store.frontier(of: world.workplace)
        for _ in 0..<3 {
            _ = try await world.store.append(
                [Draft([.statement(.present)], wallClock: 6_000)], to: world.workplace)
        }
        let proof = try #require(try await world.store.removalProof(of: laptop))
        #expect(proof == then)
        #expect(try world.store.frontier(of: world.workplace) != then)

        let home = try TestHome()
        let other = try await Store.open(folder: home.path)
        try await other.openSpace(world.workplace, kind: .workplace)
        try await other.setKeyring(world.keyring)
        try await copy(world, upTo: proof, into: other)
        #expect(try other.frontier(of: world.workplace) == then)
        #expect(other.directory?.membership.isOut(laptop) == true)
    }

    @Test("where one signature covers a whole transaction, it reaches to that signature")
    func signature() async throws {
        let world = try await World()
        let laptop = try await addLaptop(to: world)
        let drafts =
            [Draft(Compose.revocation(of: laptop, ends: []), wallClock: 5_000)]
            + (0..<5).map { Draft([.statement(.present)], wallClock: 6_000 + $0) }
        _ = try await world.store.append(drafts, to: world.workplace)
        let proof = try #require(try await world.store.removalProof(of: laptop))
        #expect(proof == (try world.store.frontier(of: world.workplace)))
        let home = try TestHome()
        let other = try await Store.open(folder: home.path)
        try await other.openSpace(world.workplace, kind: .workplace)
        try await other.setKeyring(world.keyring)
        try await copy(world, upTo: proof, into: other)
        #expect(other.directory?.membership.isOut(laptop) == true)
    }
}
