import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("The writer of a log")
struct LogWriterTests {
    @Test func refusesWhatOthersWouldRefuseAndStaysWhereItWas() throws {
        var world = World(seed: 1)
        let start = world.writer.head
        #expect(throws: LedgerError.bindingMissing) { try world.append([world.post(1)]) }
        _ = try world.append([world.opening])
        let head = world.writer.head
        #expect(head.length == start.length + 1)
        #expect(throws: LedgerError.self) { try world.append([world.post(2, bytes: 70_000)]) }
        let tooLarge = world.body(
            2, Array(repeating: world.post(2, bytes: 60_000).operations[0], count: 5))
        #expect(throws: LedgerError.self) { try world.append([world.post(2), tooLarge]) }
        #expect(throws: LedgerError.bindingMisplaced(sequence: 2, index: 0)) {
            try world.append([world.body(2, [world.binding])])
        }
        #expect(world.writer.head == head)
    }

    @Test func aBodyJustBelowTheLimitOfACommitIsNotSplit() throws {
        var world = World(seed: 2)
        _ = try world.append([world.opening])
        let operation = world.post(2, bytes: 60_000).operations[0]
        let four = world.body(2, Array(repeating: operation, count: 4))
        let rest = Limits.commitBytes - EpochKey.overhead - four.encoded().count
        let filler = world.post(2, bytes: rest - 40).operations[0]
        let run = try world.append([world.body(2, four.operations + [filler])])[0]
        #expect(run.commits.count == 1)
        let over = world.post(2, bytes: rest - 1).operations[0]
        #expect(throws: LedgerError.self) {
            try world.append([world.body(3, four.operations + [over])])
        }
    }

    @Test func needsAKeyOfItsSpace() throws {
        var world = World(seed: 3)
        var generator = world.generator
        #expect(throws: LedgerError.noEpochKey) {
            try world.writer.append(
                [world.opening], keyring: Keyring(space: world.space), using: &generator)
        }
        let other = Founding.spaceID(of: [9])
        #expect(throws: LedgerError.foreignSpace(other)) {
            try world.writer.append(
                [world.opening], keyring: Keyring(space: other), using: &generator)
        }
    }

    @Test("Attack 39: a clock that somebody pushed is reached in steps that everybody accepts")
    func steppingStones() throws {
        var world = World(seed: 4)
        _ = try world.append([world.opening])
        let pushed = 5 * Limits.lamportStep + 17
        let run = try world.append([world.post(pushed)])[0]
        #expect(run.commits.count == 5 && run.first == 2)
        let head = try Verifier.verify(
            run, space: world.space,
            at: Chain.next(world.start, try firstCommit(seed: 4)))
        let bodies = try head.open(world.keyring).map { try $0.get().body }
        #expect(bodies.last?.lamport == pushed)
        let areEmpty = bodies.dropLast().allSatisfy { $0.operations.isEmpty }
        #expect(areEmpty)
        #expect(throws: LedgerError.self) { try world.append([world.post(Limits.lamportEnd)]) }
    }

    private func firstCommit(seed: UInt64) throws -> Commit {
        var world = World(seed: seed)
        return try world.append([world.opening])[0].commits[0]
    }

    @Test func writesWithTheNewestKey() throws {
        var world = World(seed: 5)
        let old = try #require(world.keyring.current)
        let first = EpochKey.generate(space: world.space, generation: 2, using: &world.generator)
        let second = EpochKey.generate(space: world.space, generation: 2, using: &world.generator)
        for key in [second, first, second] { world.keyring.insert(key) }
        #expect(world.keyring.all.count == 3)
        #expect(world.keyring.current?.id == max(first.id, second.id))
        #expect(world.keyring[old.id]?.generation == 1)
        #expect(world.keyring.all.first?.id == old.id)
        let run = try world.append([world.opening])[0]
        #expect(run.commits[0].epoch == max(first.id, second.id))
    }

    @Test func logKeysFollowFromDeviceSpaceAndNonce() throws {
        var world = World(seed: 6)
        let nonces = [Bytes32(words: (1, 0, 0, 0)), Bytes32(words: (2, 0, 0, 0))]
        let keys = try nonces.map {
            try LogKey.derive(device: world.device, space: world.space, nonce: $0).publicKey
        }
        #expect(keys[0] != keys[1])
        let again = try LogKey.derive(device: world.device, space: world.space, nonce: nonces[0])
        #expect(again.publicKey == keys[0])
        let other = SigningKey.generate(using: &world.generator)
        #expect(
            try LogKey.derive(device: other, space: world.space, nonce: nonces[0]).publicKey
                != keys[0])
    }
}
