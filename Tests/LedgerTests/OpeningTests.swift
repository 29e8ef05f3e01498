import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("What stands in a commit, and where it may stand")
struct OpeningTests {
    @Test("Attack 36: a payload moved to another sequence, space or epoch can't be opened")
    func movedPayloads() throws {
        var world = World(seed: 1)
        let run = try world.append([world.opening, world.post(2), world.post(3)])[0]
        let swapped = world.sign(
            [run.commits[0], run.commits[2], run.commits[1]], at: world.start)
        let verified = try Verifier.verify(swapped, space: world.space, at: world.start)
        #expect(
            verified.open(world.keyring).map(\.failure) == [nil, .cannotDecrypt, .cannotDecrypt])

        let foreign = world.commit(world.opening, sequence: 1, space: Founding.spaceID(of: [7]))
        let moved = try Verifier.verify(
            world.sign([foreign], at: world.start), space: world.space, at: world.start)
        #expect(moved.open(world.keyring).map(\.failure) == [.cannotDecrypt])

        let other = EpochKey.generate(space: world.space, generation: 2, using: &world.generator)
        world.keyring.insert(other)
        let renamed = Commit(epoch: other.id, content: run.commits[0].content)
        let renamedRun = try Verifier.verify(
            world.sign([renamed], at: world.start), space: world.space, at: world.start)
        #expect(renamedRun.open(world.keyring).map(\.failure) == [.cannotDecrypt])
    }

    @Test func lockedUntilTheKeyIsKnown() throws {
        var world = World(seed: 2)
        let run = try world.append([world.opening])[0]
        let verified = try Verifier.verify(run, space: world.space, at: world.start)
        let empty = Keyring(space: world.space)
        #expect(
            verified.open(empty).map(\.failure) == [.unknownEpoch(run.commits[0].epoch)])
        let foreign = Keyring(space: Founding.spaceID(of: [1]), world.keyring.all)
        #expect(
            verified.open(foreign).map(\.failure) == [.unknownEpoch(run.commits[0].epoch)])
        let opened = try #require(verified.open(world.keyring).first).get()
        #expect(opened.body == world.opening && opened.sequence == 1 && opened.log == world.log)
        #expect(opened.binding?.person == world.person)
        #expect(opened.plaintextBytes == world.opening.encoded().count)
    }

    @Test func garbageIsUndecodable() throws {
        var world = World(seed: 3)
        let key = try #require(world.keyring.current)
        let place = Place(space: world.space, log: world.log, sequence: 1)
        let payload = key.seal([0x1b], place: place, using: &world.generator)
        let run = world.sign(
            [Commit(epoch: key.id, content: .payload(payload))], at: world.start)
        let verified = try Verifier.verify(run, space: world.space, at: world.start)
        #expect(
            verified.open(world.keyring).map(\.failure)
                == [.undecodable(.malformed("field layout"))])
    }

    private func failure(_ body: CommitBody, at sequence: UInt64, _ world: inout World) -> Locked? {
        let commit = world.commit(body, sequence: sequence)
        return CommitOpener(world.keyring).open(log: world.log, sequence: sequence, commit).failure
    }

    @Test("Attack 35: binding missing, doubled, of another device, for another space")
    func bindings() throws {
        var world = World(seed: 4)
        #expect(failure(world.post(1), at: 1, &world) == .refused(.bindingMissing))
        #expect(
            failure(world.body(1, [world.binding, world.binding]), at: 1, &world)
                == .refused(.bindingMisplaced(sequence: 1, index: 1)))
        #expect(
            failure(world.body(9, [world.binding]), at: 7, &world)
                == .refused(.bindingMisplaced(sequence: 7, index: 0)))
        let other = SigningKey.generate(using: &world.generator)
        let theirs = Binding(
            person: world.person, device: DeviceID(raw: other.publicKey),
            signature: LogBinding.make(
                space: world.space, log: world.log, person: world.person, device: world.device
            ).signature)
        #expect(
            failure(world.body(1, [.binding(theirs)]), at: 1, &world)
                == .refused(.bindingForged(device: theirs.device)))
        let elsewhere = LogBinding.make(
            space: Founding.spaceID(of: [3]), log: world.log, person: world.person,
            device: world.device)
        #expect(
            failure(world.body(1, [.binding(elsewhere)]), at: 1, &world)
                == .refused(.bindingForged(device: elsewhere.device)))
    }

    @Test("Attack 39: a Lamport clock beyond what the sequence allows, and at the end of numbers")
    func lamportBounds() {
        var world = World(seed: 5)
        let step = Limits.lamportStep
        #expect(failure(world.body(step, [world.binding]), at: 1, &world) == nil)
        for (lamport, sequence): (UInt64, UInt64) in [
            (step * 3 + 1, 3), (.max, 3), (0, 3), (Limits.lamportEnd + 1, .max), (.max, .max),
        ] {
            let limit = BodyRules.highestLamport(at: sequence)
            #expect(
                failure(world.body(lamport), at: sequence, &world)
                    == .refused(
                        .lamportOutOfBounds(sequence: sequence, lamport: lamport, limit: limit)))
        }
        #expect(failure(world.body(Limits.lamportEnd), at: .max, &world) == nil)
        #expect(BodyRules.highestLamport(at: .max) == Limits.lamportEnd)
    }

    @Test("Attack 40: the wall clock neither orders nor refuses")
    func wallClocks() {
        var world = World(seed: 6)
        for wallClock in [Int64.min, 0, 7_258_118_400_000, .max] {
            let body = CommitBody(lamport: 5, wallClock: wallClock, operations: [])
            #expect(failure(body, at: 2, &world) == nil)
        }
    }

    @Test func operationsAreNamedByTheirPlace() {
        let world = World(seed: 7)
        let names = OperationNaming.ids(log: world.log, sequence: 5, count: 3)
        for (index, name) in names.enumerated() {
            let parts = [world.log.bytes, bigEndianBytes(5), bigEndianBytes(UInt64(index))]
            #expect(name.bytes == Bytes(Hash.digest(.operation, parts).bytes.prefix(16)))
            #expect(name == OperationNaming.id(log: world.log, sequence: 5, index: index))
        }
        #expect(Set(names).count == 3)
    }
}
