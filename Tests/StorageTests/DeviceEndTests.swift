import Community
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// What a lost device writes after it was put out.
@Suite("Ends of a lost device's logs")
struct DeviceEndTests {
    /// A device of the founder's, lost later, with its log in the community.
    private struct Laptop {
        let id: DeviceID
        var writer: LogWriter
        let keyring: Keyring
        private let binding: Binding
        private var generator = SeededGenerator(seed: 77)
        private var lamport: UInt64 = 10

        init(of world: World) async throws {
            var generator = SeededGenerator(seed: 76)
            let device = SigningKey.generate(using: &generator)
            let card = DeviceCard.make(
                device: device, agreement: AgreementKey.generate(using: &generator))
            id = card.device
            let acceptance = DeviceAcceptance.make(
                device: device, for: world.person, in: world.workplace)
            _ = try await world.store.append(
                [
                    Draft(
                        Compose.addition(card, use: .computer, acceptance: acceptance),
                        wallClock: 3_000)
                ], to: world.workplace)
            let key = SigningKey.generate(using: &generator)
            writer = LogWriter(space: world.community, key: key)
            binding = LogBinding.make(
                space: world.community, log: writer.log, person: world.person, device: device)
            keyring = try #require(world.store.keyring(of: world.community))
        }

        mutating func ask(_ title: String) throws -> [Run] {
            lamport += 1
            let first: [Operation] = writer.head.length == 0 ? [.binding(binding)] : []
            let body = CommitBody(
                lamport: lamport, wallClock: 4_000,
                operations: first + (try Compose.question(title: title, body: "")))
            return try writer.append([body], keyring: keyring, using: &generator)
        }
    }

    private func titles(in world: World) async throws -> [String] {
        try await world.store.settle()
        return try await world.store.questions().map(\.title).sorted()
    }

    @Test(
        "they are cut at what members name, whether they came before or come after",
        arguments: [true, false])
    func cut(isEarly: Bool) async throws {
        let world = try await World()
        var laptop = try await Laptop(of: world)
        let (store, community) = (world.store, world.community)
        _ = try await store.ingest(try laptop.ask("Before"), into: community)
        let late = try laptop.ask("After")
        let ends = store.logEnds(of: [laptop.id], in: community)
        #expect(ends == [LogEnd(log: laptop.writer.log, length: 1)])
        let before = try #require(store.directory?.membership)
        #expect(store.logEndsOfRemoved(in: community, of: before).isEmpty)

        _ = try await store.append(
            [Draft(Compose.revocation(of: laptop.id, ends: []), wallClock: 5_000)],
            to: world.workplace)
        let revoked = try #require(store.directory?.membership)
        #expect(store.logEndsOfRemoved(in: community, of: revoked) == ends)
        if isEarly {
            // Bites: before anybody names the end, the late words are taken.
            _ = try await store.ingest(late, into: community)
            #expect(try await titles(in: world) == ["After", "Before"])
        }
        _ = try await store.append(
            [Draft([.statement(.logsEnded(ends))], wallClock: 6_000)], to: community)
        if !isEarly {
            let outcome = try await store.ingest(late, into: community)
            #expect(outcome.refusals.map(\.cause) == [.cut(after: 1)])
        }
        #expect(try await titles(in: world) == ["Before"])
        #expect(try store.frontier(of: community)[laptop.writer.log]?.length == 1)
        try await store.rebuild()
        #expect(try await titles(in: world) == ["Before"])
    }

    @Test("the record in which a device is named is found, and there is none for a stranger")
    func record() async throws {
        let world = try await World()
        let own = DeviceID(raw: world.device.publicKey)
        #expect(try await world.store.record(of: own, of: world.person) != nil)
        #expect(try await world.store.personRecord(of: world.person) != nil)
        let stranger = DeviceID(raw: Bytes32(words: (1, 2, 3, 4)))
        #expect(try await world.store.record(of: stranger, of: world.person) == nil)
    }
}
