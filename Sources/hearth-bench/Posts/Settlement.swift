internal import Community
internal import Foundation
internal import Keys
internal import Ledger
internal import Storage
internal import Wire

/// A workplace with one community, whose founder writes into one store and whose posts go from
/// there into another.
struct Settlement: Sendable {
    /// The community's space.
    let community: SpaceID
    private let home: SpaceID
    private let person: PersonID
    private let device: SigningKey
    private let homeKeys: Keyring
    private let foundation: [Draft]

    /// Makes people, keys and statements.
    init() throws {
        var generator = SecureGenerator()
        device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(device: device, agreement: .generate(using: &generator))
        let (personFounding, person) = Founding.person(device: card, using: &generator)
        let (founding, home) = Founding.space(
            kind: .workplace, founder: card.device, workplace: nil, using: &generator)
        let (communityFounding, community) = Founding.space(
            kind: .community, founder: card.device, workplace: home, using: &generator)
        self.person = person
        self.home = home
        self.community = community
        homeKeys = Keyring(
            space: home, [.generate(space: home, generation: 1, using: &generator)])
        let communityKey = EpochKey.generate(space: community, generation: 1, using: &generator)
        foundation = [
            Draft(
                try Compose.workplace(
                    founding: founding, name: "Plant North",
                    introduction: try Compose.introduction(
                        personFounding: personFounding, name: "Ada", deviceLabel: "bench")),
                wallClock: 0),
            Draft(
                try Compose.community(
                    name: "Bearings", founding: communityFounding, generation: 1,
                    key: communityKey.exposed),
                wallClock: 0),
        ]
    }

    /// The founder's store, ready to take posts.
    func openWriter(_ folder: URL) async throws -> Store {
        var generator = SecureGenerator()
        let store = try await Store.open(folder: folder.path, keyrings: [homeKeys])
        for (space, kind) in [(home, SpaceFounding.Kind.workplace), (community, .community)] {
            try await store.openSpace(space, kind: kind)
            if kind == .workplace { try await store.setKeyring(homeKeys) }
            let key = SigningKey.generate(using: &generator)
            try store.setWriter(
                key: key,
                binding: LogBinding.make(
                    space: space, log: LogID(raw: key.publicKey), person: person, device: device),
                for: space)
            if kind == .workplace { _ = try await store.append(foundation, to: space) }
        }
        return store
    }

    /// An empty store of a colleague who knows the workplace already.
    func openReader(_ folder: URL, besides writer: Store) async throws -> Store {
        let store = try await Store.open(folder: folder.path, keyrings: [homeKeys])
        try await store.openSpace(home, kind: .workplace)
        try await store.setKeyring(homeKeys)
        for runs in try await chunks(of: home, in: writer) {
            _ = try await store.ingest(runs, into: home)
        }
        try await store.openSpace(community, kind: .community)
        try await store.settle()
        return store
    }

    /// Everything that a store holds of a space, in the pieces in which it goes over the network.
    func chunks(of space: SpaceID, in store: Store) async throws -> [[Run]] {
        let needs = try store.frontier(of: space).entries.map { (log: $0.log, from: UInt64(1)) }
        var chunks: [[Run]] = []
        var cursor: Int64 = 0
        while true {
            let loaded = try await store.runs(
                of: space, needs: needs, after: cursor, maxBytes: Limits.chunkBytes)
            chunks.append(loaded.runs)
            cursor = loaded.cursor
            if loaded.isFinal { return chunks }
        }
    }
}
