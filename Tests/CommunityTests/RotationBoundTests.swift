import Keys
import Ledger
import TestKit
import Testing
import Wire

@testable import Community

/// A hostile member makes keys without end: what it costs the others, and that it hinders nobody.
@Suite("Keys made without a reason")
struct RotationBoundTests {
    /// Three people in a circle, a fourth who may join it, and keys that the second makes.
    private func world(_ seed: UInt64, isListed: Bool = false) throws -> KeyWorld {
        let world = try KeyWorld(seed: seed, people: 4, isListed: isListed)
        for guest in 1...2 { world.invite(guest, by: 0) }
        world.deliverAll()
        for guest in 1...2 { world.enter(true, guest) }
        world.deliverAll()
        #expect(world.settle())
        return world
    }

    /// The hostile member seals a key for some devices, with any number it likes.
    private func flood(
        _ world: KeyWorld, _ count: Int, for cards: [DeviceCard], generation: (Int) -> UInt64
    ) {
        for index in 0..<count {
            let key = EpochKey.generate(
                space: world.circle, generation: generation(index), using: &world.generator)
            world.devices[1].keyrings[world.circle]?.insert(key)
            let statements = KeySealer.statements(
                sealing: key, of: world.isListed ? world.circle : nil, for: cards,
                using: &world.generator)
            world.write(statements, by: 1, in: world.home)
        }
        world.deliverAll()
    }

    private func commits(_ world: KeyWorld, by index: Int) -> UInt64 {
        world.devices[index].logs.values.reduce(0) { $0 + $1.head.length }
    }

    @Test("keys without a reason aren't written with; by the highest number alone they would be")
    func inert() throws {
        for isListed in [false, true] {
            let world = try world(40, isListed: isListed)
            let before = try #require(world.keyInUse(by: 0, in: world.circle))
            flood(world, 30, for: world.devices.prefix(3).map(\.card)) { UInt64($0) + 2 }
            #expect(world.keyInUse(by: 0, in: world.circle)?.id == before.id)
            #expect(world.keyInUse(by: 2, in: world.circle)?.id == before.id)
            // The attack bites where one writes with the highest key that members sealed.
            let highest = try #require(world.directory(of: 0).keyStates[world.circle]?.epochs.last)
            let ring = try #require(world.devices[0].keyrings[world.circle])
            #expect(ring.key(of: highest)?.generation == 31 && highest.id != before.id)
            #expect(world.keeper(0).duties().isEmpty && world.keeper(2).duties().isEmpty)
        }
    }

    @Test("whoever goes out after a flood is shut out by one new key all the same")
    func notInTheWay() {
        forAll(cases: 12, "a rotation that is due comes through") { generator in
            let world = try world(generator.next(), isListed: Bool.random(using: &generator))
            let isForAll = Bool.random(using: &generator)
            let cards = world.devices.prefix(isForAll ? 3 : 2).map(\.card)
            let step = UInt64.random(in: 0...3, using: &generator)
            flood(world, Int.random(in: 1...12, using: &generator), for: cards) {
                UInt64($0) * step + 1
            }
            world.enter(false, 2)
            guard world.settle() else { return false }
            guard let number = world.write([.unknown], by: 0, in: world.circle) else {
                return false
            }
            world.deliverAll()
            for index in world.devices.indices { _ = world.directory(of: index) }
            return world.open(number, by: 1) != nil && world.open(number, by: 2) == nil
        }
    }

    @Test("what the others do because of a flood has a bound that the flood doesn't move")
    func work() throws {
        var work: [UInt64] = []
        for count in [40, 80] {
            let world = try world(41)
            let before = commits(world, by: 0)
            // Only one colleague gets each key, so that it is theirs to give it to the other one.
            flood(world, count, for: [world.devices[0].card]) { UInt64($0) + 2 }
            var rounds = 0
            while rounds < 30, world.work(0) > 0 {
                world.deliverAll()
                rounds += 1
            }
            #expect(rounds < 30)
            work.append(commits(world, by: 0) - before)
        }
        #expect(work[0] > 0 && work[0] == work[1], "\(work)")
        let world = try world(42)
        flood(world, 80, for: [world.devices[0].card]) { UInt64($0) + 2 }
        let state = try #require(world.directory(of: 0).keyStates[world.circle])
        let bound = KeyState.sparedGenerations + 2 * state.exits
        // The first key, which the founder made, is shared as well.
        #expect(state.epochs.count == 81)
        #expect(state.epochs.count(where: state.isShared) == bound + 1)
        #expect(state.epochs.count > bound + 1, "without the bound all of them would be given")
    }

    @Test("whoever is let in gets the key in use, however many others there are")
    func newcomer() throws {
        let world = try world(50)
        let inUse = try #require(world.keyInUse(by: 0, in: world.circle))
        flood(world, 40, for: world.devices.prefix(3).map(\.card)) { UInt64($0) + 2 }
        let directory = world.directory(of: 0)
        let ring = try #require(world.devices[0].keyrings[world.circle])
        #expect(!ring.all.suffix(8).contains { $0.id == inUse.id }, "the newest are not enough")
        let few = directory.keysToGive(from: ring, atMost: 8)
        #expect(few.count == 8 && few.first?.id == inUse.id)
        let all = directory.keysToGive(from: ring, atMost: 1_000)
        #expect(all.count < ring.all.count)
    }

    @Test("within one number only the first key of each person is written with")
    func sameNumber() throws {
        let world = try world(43)
        world.enter(false, 2)
        #expect(world.settle())
        let inUse = try #require(world.keyInUse(by: 0, in: world.circle))
        let cards = world.devices.prefix(2).map(\.card)
        flood(world, 20, for: cards) { _ in inUse.generation }
        let state = try #require(world.directory(of: 0).keyStates[world.circle])
        let same = state.epochs.filter { $0.generation == inUse.generation }
        #expect(same.count > 20 && same.count { !$0.isSpare } <= 2)
        let now = try #require(world.keyInUse(by: 0, in: world.circle))
        #expect(same.contains { $0.id == now.id && !$0.isSpare })
    }

    @Test("a key that nobody really has doesn't keep the others from making a real one")
    func emptyKey() throws {
        let world = try world(44)
        world.enter(false, 2)
        world.deliverAll()
        let fake = EpochKey.generate(space: world.circle, generation: 2, using: &world.generator)
        let empty = KeySealing(
            generation: 2, epoch: fake.id,
            recipients: world.devices.prefix(2).map {
                .init(device: $0.card.device, box: world.generator.bytes(80))
            })
        world.write([.statement(.keySealed(empty))], by: 1, in: world.circle)
        // The hostile member would not heal what it made.
        for _ in 0..<6 {
            world.deliverAll()
            world.work(0)
        }
        let number = try #require(world.write([.unknown], by: 0, in: world.circle))
        world.deliverAll()
        for index in world.devices.indices { _ = world.directory(of: index) }
        #expect(world.open(number, by: 1) != nil && world.open(number, by: 2) == nil)
        let complaints = world.directory(of: 1).keyStates[world.circle]?.epochs
            .first { $0.id == fake.id }?.complaints[world.devices[0].card.device]
        #expect((1...KeyState.mostComplaints).contains(complaints ?? 0))
        #expect(world.keeper(0).duties().isEmpty, "complaining ends")
    }

    @Test("a wrong number for the key in use doesn't hide that an outsider has it; it would have")
    func bait() throws {
        let world = try world(45)
        let inUse = try #require(world.keyInUse(by: 0, in: world.circle))
        let bait = KeySealing(
            generation: 0, epoch: inUse.id,
            recipients: [.init(device: world.devices[0].card.device, box: [1, 2, 3])])
        world.write([.statement(.keySealed(bait))], by: 0, in: world.circle)
        world.deliverAll()
        world.enter(false, 2)
        world.deliverAll()
        let state = try #require(world.directory(of: 0).keyStates[world.circle])
        let first = try #require(state.epochs.first { $0.id == inUse.id })
        #expect(first.generation == 0 && first.recipients.count == 1, "the first is the bait")
        #expect(state.isLeaked(inUse.id))
        #expect(world.settle())
        #expect(world.keyInUse(by: 0, in: world.circle)?.generation == 2)
    }

    @Test("a leaver who had said that the key never came has it nevertheless")
    func lyingLeaver() throws {
        let world = try world(46)
        let inUse = try #require(world.keyInUse(by: 2, in: world.circle))
        let lie = KeySealing(generation: inUse.generation, epoch: inUse.id, recipients: [])
        world.write([.statement(.keySealed(lie))], by: 2, in: world.circle)
        world.enter(false, 2)
        world.deliverAll()
        #expect(world.directory(of: 0).keyStates[world.circle]?.isLeaked(inUse.id) == true)
    }

    @Test("a key that was in use when somebody was set aside is replaced once, for all to read")
    func setAside() throws {
        for isListed in [false, true] {
            let world = try world(47, isListed: isListed)
            let old = try #require(world.keyInUse(by: 0, in: world.circle))
            world.barred[world.circle] = [old.id]
            #expect(world.keeper(0).duties().map(\.duty.kind) == [.rotate])
            #expect(world.keyInUse(by: 0, in: world.circle)?.id == old.id, "until there is one")
            #expect(world.settle())
            let new = try #require(world.keyInUse(by: 0, in: world.circle))
            #expect(new.isNewer(than: old))
            let number = try #require(world.write([.unknown], by: 0, in: world.circle))
            world.deliverAll()
            for index in 0..<3 {
                _ = world.directory(of: index)
                #expect(world.open(number, by: index) != nil, "everybody reads on")
                #expect(world.keyInUse(by: index, in: world.circle)?.id == new.id)
            }
            #expect(world.settle(rounds: 1), "once")
        }
    }

    @Test("who goes out again and again is waited for longer; others are not")
    func patience() throws {
        #expect(KeyClock.patience(after: KeyClock.patientExits) == 0)
        #expect(KeyClock.patience(after: KeyClock.patientExits + 1) == 2_000)
        #expect(KeyClock.patience(after: KeyClock.patientExits + 3) == 8_000)
        #expect(KeyClock.patience(after: 10_000) == KeyClock.longestPatience)
        let duty = KeyDuty(.rotate, of: SpaceID(raw: Bytes32(words: (1, 2, 3, 4))))
        var clock = KeyClock()
        var generator = SeededGenerator(seed: 48)
        let often = clock.look(at: [(duty, 3, 100)], now: 0, using: &generator)
        #expect(try #require(often.next) >= KeyClock.longestPatience)
        let soon = clock.look(at: [(duty, 3, 1)], now: 0, using: &generator)
        #expect(try #require(soon.next) <= 4_000, "somebody else went out")
        let world = try world(49, isListed: true)
        for _ in 0..<12 {
            world.enter(false, 2)
            world.deliverAll()
            world.enter(true, 2)
            world.deliverAll()
        }
        world.enter(false, 2)
        world.deliverAll()
        #expect(world.keeper(0).duties().first?.exits == 13)
        world.depart(3)
        world.enter(false, 1)
        world.deliverAll()
        #expect(world.keeper(0).duties().first { $0.duty.space == world.circle }?.exits == 1)
    }
}
