import Community
import Foundation
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// A workplace with one open community, kept by a store that writes as the founder.
struct World {
    let home: TestHome
    let store: Store
    let device: SigningKey
    let person: PersonID
    let workplace: SpaceID
    let community: SpaceID
    let communityRecord: RecordID
    let keyring: Keyring

    init(settings: Store.Settings = Store.Settings(), seed: UInt64 = 1) async throws {
        var generator = SeededGenerator(seed: seed)
        home = try TestHome()
        device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        let (founding, person) = Founding.person(device: card, using: &generator)
        self.person = person
        let id = DeviceID(raw: device.publicKey)
        let (space, workplace) = Founding.space(
            kind: .workplace, founder: id, workplace: nil, using: &generator)
        let (second, community) = Founding.space(
            kind: .community, founder: id, workplace: workplace, using: &generator)
        self.workplace = workplace
        self.community = community
        keyring = Keyring(
            space: workplace,
            [EpochKey.generate(space: workplace, generation: 1, using: &generator)])
        let key = EpochKey.generate(space: community, generation: 1, using: &generator)
        store = try await Store.open(folder: home.path, settings: settings)
        try await store.openSpace(workplace, kind: .workplace)
        try await store.setKeyring(keyring)
        try World.setWriter(of: store, in: workplace, person, device, &generator)
        let introduction = try Compose.introduction(
            personFounding: founding, name: "Ada", deviceLabel: "laptop")
        let operations = try Compose.workplace(
            founding: space, name: "Works", introduction: introduction)
        let communityOperations = try Compose.community(
            name: "Bearings", purpose: "Turning parts", tags: ["metal"], founding: second,
            generation: 1, key: key.exposed)
        let outcome = try await store.append(
            [Draft(operations, wallClock: 1_000), Draft(communityOperations, wallClock: 2_000)],
            to: workplace)
        communityRecord = try #require(outcome.records.last?.first)
        try await store.openSpace(community, kind: .community)
        try World.setWriter(of: store, in: community, person, device, &generator)
    }

    static func setWriter(
        of store: Store, in space: SpaceID, _ person: PersonID, _ device: SigningKey,
        _ generator: inout SeededGenerator
    ) throws {
        let key = SigningKey.generate(using: &generator)
        let binding = LogBinding.make(
            space: space, log: LogID(raw: key.publicKey), person: person, device: device)
        try store.setWriter(key: key, binding: binding, for: space)
    }

    /// Writes one commit into the community.
    @discardableResult
    func write(_ operations: [Wire.Operation], at wallClock: Int64 = 10_000) async throws
        -> RecordID
    {
        let outcome = try await store.append(
            [Draft(operations, wallClock: wallClock)], to: community)
        return outcome.records.first?.first ?? RecordID(raw: Bytes16(high: 0, low: 0))
    }
}
