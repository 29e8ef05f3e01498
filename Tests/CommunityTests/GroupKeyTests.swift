import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Group keys")
struct GroupKeyTests {
    /// Invitations, answers, leaves, departures, rotations and words at random, with partitions.
    private func randomWorld(_ generator: inout SeededGenerator) throws -> KeyWorld {
        let world = try KeyWorld(
            seed: generator.next(), people: 4, isListed: Bool.random(using: &generator))
        for _ in 0..<Int.random(in: 4...14, using: &generator) {
            let index = Int.random(in: world.devices.indices, using: &generator)
            let other = Int.random(in: world.devices.indices, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0, 1: world.invite(other, by: index)
            case 2, 3: world.enter(true, index)
            case 4: world.enter(false, index)
            case 5: if index > 1 { world.depart(index) }
            case 6: world.work(index)
            case 7: world.deliverAll()
            default: world.deliverSome()
            }
        }
        return world
    }

    @Test("whatever happens at once, who is entitled has the newest key, and nobody else")
    func entitledAndNobodyElse() {
        forAll(cases: 40, "keys follow membership") { generator in
            let world = try randomWorld(&generator)
            guard world.settle() else { return false }
            let directories = world.devices.indices.map { world.directory(of: $0) }
            for space in [world.workplace, world.circle] {
                guard let state = directories[0].keyStates[space] else { continue }
                let writer = world.devices.indices.first {
                    state.isEntitled(world.devices[$0].card.device)
                }
                guard let writer, let number = world.write([.unknown], by: writer, in: space)
                else { continue }
                world.deliverAll()
                for index in world.devices.indices {
                    _ = world.directory(of: index)
                    let isEntitled = state.isEntitled(world.devices[index].card.device)
                    guard (world.open(number, by: index) != nil) == isEntitled else {
                        return false
                    }
                }
            }
            return true
        }
    }

    @Test("without rotations the same claim is false, so the claim above says something")
    func bites() throws {
        var isBroken = false
        for seed in 0..<40 where !isBroken {
            var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B9 &+ 1)
            let world = try randomWorld(&generator)
            #expect(world.settle(except: [.rotate]))
            let state = try #require(world.directory(of: 0).keyStates[world.circle])
            guard state.isEntitled(world.devices[0].card.device),
                let number = world.write([.unknown], by: 0, in: world.circle)
            else { continue }
            world.deliverAll()
            for index in world.devices.indices {
                _ = world.directory(of: index)
                let isEntitled = state.isEntitled(world.devices[index].card.device)
                if !isEntitled && world.open(number, by: index) != nil { isBroken = true }
            }
        }
        #expect(isBroken)
    }

    @Test("the order of arrival does not matter to who has which key")
    func convergence() {
        forAll(cases: 25, "directories are equal") { generator in
            let world = try randomWorld(&generator)
            guard world.settle() else { return false }
            // Whoever is in sees the same, whatever order the commits come in.
            let founder = world.directory(of: 0)
            for index in world.devices.indices
            where founder.community(of: world.circle)?.isMember(world.devices[index].person) == true
            {
                guard world.directory(of: index) == founder else { return false }
            }
            return true
        }
    }

    @Test(
        "a removed device with its full copy of everything reads nothing new; it would without a rotation"
    )
    func removedDevice() throws {
        for isListed in [false, true] {
            for isRotating in [false, true] {
                let world = try KeyWorld(seed: 5, people: 3, isListed: isListed)
                world.invite(1, by: 0)
                world.deliverAll()
                world.enter(true, 1)
                world.deliverAll()
                world.enter(false, 1)
                #expect(world.settle(except: isRotating ? [] : [.rotate]))
                let number = try #require(world.write([.unknown], by: 0, in: world.circle))
                #expect(world.settle(except: isRotating ? [] : [.rotate]))
                _ = world.directory(of: 1)
                #expect((world.open(number, by: 1) == nil) == isRotating)
            }
        }
    }

    @Test("a departure rotates the workplace's key; what the departed had stays readable to all")
    func departure() throws {
        for isRotating in [false, true] {
            let world = try KeyWorld(seed: 6, people: 3)
            let before = try #require(world.write([.unknown], by: 1, in: world.workplace))
            world.deliverAll()
            world.depart(2)
            #expect(world.settle(except: isRotating ? [] : [.rotate]))
            let after = try #require(world.write([.unknown], by: 1, in: world.workplace))
            world.deliverAll()
            for index in 0..<3 { _ = world.directory(of: index) }
            #expect(world.open(before, by: 0) != nil && world.open(before, by: 2) != nil)
            #expect(world.open(after, by: 0) != nil)
            #expect((world.open(after, by: 2) == nil) == isRotating)
        }
    }

    @Test("a rotation by somebody who is no member has no effect")
    func strangersRotation() throws {
        for isListed in [true, false] {
            let world = try KeyWorld(seed: 7, people: 3, isListed: isListed)
            world.invite(1, by: 0)
            world.deliverAll()
            world.enter(true, 1)
            world.deliverAll()
            // Where members take any key from anybody, the stranger reads along.
            let fake = EpochKey.generate(
                space: world.circle, generation: 9, using: &world.generator)
            let statements = KeySealer.statements(
                sealing: fake, of: isListed ? world.circle : nil,
                for: [world.devices[0].card, world.devices[1].card], using: &world.generator)
            // Even if the stranger came by the key of a hidden one.
            for key in world.devices[0].keyrings[world.circle]?.all ?? [] {
                world.devices[2].keyrings[world.circle]?.insert(key)
            }
            #expect(world.write(statements, by: 2, in: world.home) != nil)
            #expect(world.settle())
            let state = try #require(world.directory(of: 0).keyStates[world.circle])
            #expect(state.epochs.map(\.generation) == [1])
            let keyring = try #require(world.devices[0].keyrings[world.circle])
            #expect(keyring.all.contains { $0.generation == 9 }, "the bait was taken for reading")
            #expect(world.directory(of: 0).writingKey(in: keyring)?.generation == 1)
        }
    }

    @Test("a leaver who hurries to rotate the key gets nothing from it")
    func leaversRotation() throws {
        let world = try KeyWorld(seed: 8, people: 2)
        world.invite(1, by: 0)
        world.deliverAll()
        world.enter(true, 1)
        world.deliverAll()
        let own = EpochKey.generate(space: world.circle, generation: 2, using: &world.generator)
        let statements = KeySealer.statements(
            sealing: own, for: [world.devices[0].card], using: &world.generator)
        world.write(statements, by: 1, in: world.circle)
        world.devices[1].keyrings[world.circle]?.insert(own)
        world.enter(false, 1)
        #expect(world.settle())
        let number = try #require(world.write([.unknown], by: 0, in: world.circle))
        #expect(world.open(number, by: 1) == nil)
    }

    @Test("a member whom a rotation left out, or deceived with an empty box, is healed")
    func leftOut() throws {
        for isDeceived in [false, true] {
            let world = try KeyWorld(seed: 9, people: 4)
            // Somebody goes, so that there is a reason for the key that takes one in.
            world.depart(3)
            world.deliverAll()
            let key = EpochKey.generate(
                space: world.workplace, generation: 2, using: &world.generator)
            var statements = KeySealer.statements(
                sealing: key, for: [world.devices[0].card, world.devices[1].card],
                using: &world.generator)
            if isDeceived {
                statements.append(
                    .statement(
                        .keySealed(
                            KeySealing(
                                generation: 2, epoch: key.id,
                                recipients: [
                                    .init(
                                        device: world.devices[2].card.device,
                                        box: world.generator.bytes(80))
                                ]))))
            }
            world.write(statements, by: 0, in: world.workplace)
            world.deliverAll()
            _ = world.directory(of: 1)
            let number = try #require(world.write([.unknown], by: 1, in: world.workplace))
            world.deliverAll()
            _ = world.directory(of: 2)
            #expect(world.open(number, by: 2) == nil)
            #expect(world.settle())
            _ = world.directory(of: 2)
            #expect(world.open(number, by: 2) != nil)
            let next = try #require(world.write([.unknown], by: 0, in: world.workplace))
            world.deliverAll()
            _ = world.directory(of: 2)
            #expect(world.open(next, by: 2) != nil)
        }
    }

    @Test("two rotations at once: both stay readable, one is written with")
    func concurrent() throws {
        let world = try KeyWorld(seed: 10, people: 4)
        world.depart(3)
        world.deliverAll()
        for index in 0..<3 { world.work(index) }
        #expect(world.settle())
        let names = (0..<3).map { index -> EpochID? in
            let directory = world.directory(of: index)
            return world.devices[index].keyrings[world.workplace]
                .flatMap { directory.writingKey(in: $0)?.id }
        }
        #expect(Set(names).count == 1)
        for index in 0..<3 {
            #expect(world.devices[index].keyrings[world.workplace]?.all.count == 4)
        }
    }

    @Test("nobody can use up the numbers of generations or stand in the way of one")
    func numbers() throws {
        let world = try KeyWorld(seed: 11, people: 3)
        let high = EpochKey.generate(
            space: world.workplace, generation: .max, using: &world.generator)
        world.write(
            KeySealer.statements(
                sealing: high, for: world.devices.map(\.card), using: &world.generator),
            by: 1, in: world.workplace)
        world.deliverAll()
        #expect(world.directory(of: 0).keyStates[world.workplace]?.epochs.isEmpty == true)
        let good = EpochKey.generate(
            space: world.workplace, generation: 2, using: &world.generator)
        let bait = KeySealing(
            generation: 1, epoch: good.id,
            recipients: [.init(device: world.devices[2].card.device, box: [1, 2, 3])])
        world.write([.statement(.keySealed(bait))], by: 1, in: world.workplace)
        world.write(
            KeySealer.statements(
                sealing: good, for: world.devices.map(\.card), using: &world.generator),
            by: 0, in: world.workplace)
        world.deliverAll()
        _ = world.directory(of: 2)
        #expect(world.devices[2].keyrings[world.workplace]?[good.id] != nil)
    }
}
