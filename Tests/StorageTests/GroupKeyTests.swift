import Community
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// What the store does with keys that come later, and which one it writes with.
@Suite struct GroupKeyTests {
    /// A second device that gets what the first one wrote, with the first generation only.
    private func reader(
        of world: World, _ generator: inout SeededGenerator
    ) async throws -> (store: Store, home: TestHome) {
        let home = try TestHome()
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(world.workplace, kind: .workplace)
        try await store.setKeyring(world.keyring)
        return (store, home)
    }

    private func pass(_ space: SpaceID, from: Store, to: Store) async throws {
        let frontier = try from.frontier(of: space)
        let needs = frontier.entries.map { (log: $0.log, from: UInt64(1)) }
        let loaded = try await from.runs(of: space, needs: needs, after: 0, maxBytes: 1 << 20)
        _ = try await to.ingest(loaded.runs, into: space)
    }

    @Test("what was written with a new key waits until the key comes, also over a restart")
    func laterKey() async throws {
        var generator = SeededGenerator(seed: 3)
        let world = try await World()
        let (reader, home) = try await reader(of: world, &generator)
        let next = EpochKey.generate(space: world.workplace, generation: 2, using: &generator)
        try await world.store.setKeyring(Keyring(space: world.workplace, [next]))
        let change = try Compose.edit(
            "name", to: .text("Seals"), of: world.communityRecord, kind: Schema.community)
        _ = try await world.store.append(
            [Draft(change, wallClock: 1)], to: world.workplace, under: next.id)
        try await pass(world.workplace, from: world.store, to: reader)
        #expect(reader.directory?.communities.map(\.name) == ["Bearings"])
        try await reader.close()
        let again = try await Store.open(
            folder: home.path, keyrings: [world.keyring])
        #expect(again.directory?.communities.map(\.name) == ["Bearings"])
        try await again.setKeyring(Keyring(space: world.workplace, [next]))
        #expect(again.directory?.communities.map(\.name) == ["Seals"])
        try await again.close()
    }

    @Test("a statement can be written with an older key, for those who lack the newest")
    func olderKey() async throws {
        var generator = SeededGenerator(seed: 4)
        let world = try await World()
        let (reader, _) = try await reader(of: world, &generator)
        let next = EpochKey.generate(space: world.workplace, generation: 2, using: &generator)
        try await world.store.setKeyring(Keyring(space: world.workplace, [next]))
        let change = try Compose.edit(
            "name", to: .text("Seals"), of: world.communityRecord, kind: Schema.community)
        _ = try await world.store.append(
            [Draft(change, wallClock: 1)], to: world.workplace, under: world.keyring.current?.id)
        try await pass(world.workplace, from: world.store, to: reader)
        #expect(reader.directory?.communities.map(\.name) == ["Seals"])
        try await reader.close()
    }

    @Test("a key that came in a letter and that no member sealed is never written with")
    func letterKey() async throws {
        var generator = SeededGenerator(seed: 5)
        let world = try await World()
        let card = DeviceCard.make(
            device: world.device, agreement: AgreementKey.generate(using: &generator))
        let (founding, space) = Founding.space(
            kind: .community, founder: card.device, workplace: world.workplace, using: &generator)
        let key = EpochKey.generate(space: space, generation: 1, using: &generator)
        let bogus = EpochKey.generate(space: space, generation: 9, using: &generator)
        let closed = try Compose.closedCommunity(
            name: "Works council", isListed: false, founding: founding, key: key, for: [card],
            using: &generator)
        try await world.store.openSpace(space, kind: .community)
        try await world.store.setKeyring(Keyring(space: space, [key]))
        try World.setWriter(of: world.store, in: space, world.person, world.device, &generator)
        _ = try await world.store.append([Draft(closed.community, wallClock: 1)], to: space)
        try await world.store.setKeyring(Keyring(space: space, [bogus]))
        let outcome = try await world.store.append(
            [Draft(try Compose.question(title: "Who?", body: ""), wallClock: 2)], to: space)
        #expect(outcome.runs.first?.commits.first?.epoch == key.id)
        let listed = try await world.store.communities(asking: world.person)
        #expect(listed.map(\.name) == ["Bearings", "Works council"])
        let community = try #require(world.store.directory?.community(of: space))
        #expect(community.visibility == .hidden && community.isMember(world.person))
        // The workplace's space says nothing of it.
        let dump = try await world.store.canonicalDump(of: world.workplace)
        #expect(!dump.contains("Works council") && !dump.contains(space.hex))
    }
}
