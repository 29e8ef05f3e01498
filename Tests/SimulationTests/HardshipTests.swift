import Engine
import Ledger
import Simulation
import TestKit
import Testing
import Wire

@Suite struct HardshipTests {
    @Test func twoHalvesThatWroteApartConvergeWhenHealed() throws {
        var world = World(seed: 11, people: 6)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        world.partition([[0, 1, 2], [3, 4, 5]])
        for number in world.computers.indices {
            try world.write(5, in: world.workplace.communities[0], on: number)
        }
        world.run(for: .seconds(180))
        #expect(!world.isConverged)
        let node = try #require(world.computers[0].node)
        let offline = node.explain(at: world.now).filter { $0.cause == .peerOffline }
        #expect(offline.count == 0 || offline.allSatisfy { $0.device != nil })
        #expect(node.peers(at: world.now).filter { $0.state == .connected }.count == 2)
        world.heal(isNoticed: true)
        _ = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
        #expect(world.disagreements.isEmpty)
    }

    /// Without any new sighting the back-off alone must find the way back.
    @Test func aHealedPartitionIsFoundByBackOffAlone() throws {
        var world = World(seed: 12, people: 4)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        world.partition([[0], [1, 2, 3]])
        try world.write(3, in: world.workplace.home, on: 0)
        world.run(for: .seconds(4_000))
        world.heal()
        _ = try #require(world.run(limit: .seconds(900)) { $0.isConverged && $0.isQuiet })
    }

    /// One way is dead and the other is not: the silent session is noticed, and mended later.
    @Test func aWayThatIsBlockedInOneDirectionIsNoticed() throws {
        var world = World(seed: 13, people: 2)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        world.block(from: 0, to: 1)
        try world.write(1, in: world.workplace.home, on: 0)
        world.run(for: .seconds(120))
        #expect(world.computers[0].node?.peers(at: world.now).first?.state != .connected)
        world.heal(isNoticed: true)
        _ = try #require(world.run(limit: .seconds(900)) { $0.isConverged && $0.isQuiet })
    }

    @Test func aFirstSyncThatIsCutAgainAndAgainGoesOnWhereItStopped() throws {
        var world = World(seed: 14, people: 2)
        let space = world.workplace.communities[0]
        try world.fill(space, logs: 10, commits: 300, bytes: 1_000, of: [0])
        world.startAll()
        var cuts = 0
        while !world.isConverged, cuts < 200 {
            _ = world.run(limit: .milliseconds(Int64(20 + cuts % 7 * 15))) { $0.isConverged }
            if world.isConverged { break }
            world.breakConnections(perThousand: 1_000)
            cuts += 1
            _ = world.run(limit: .seconds(700)) { world in
                world.computers[1].node?.peers(at: world.now)
                    .contains { $0.state == .connected } ?? false
            }
        }
        #expect(world.isConverged)
        #expect(cuts >= 3, "only \(cuts) cuts")
        #expect(world.disagreements.isEmpty)
        // What is lost with a cut is what was on its way: never more than the credit.
        let received =
            world.computers[1].node?.peers(at: world.now)
            .reduce(UInt64(0)) { $0 + $1.commitsReceived } ?? 0
        let onTheirWay = UInt64(cuts * Limits.creditBytes / 1_000)
        #expect(received <= 3_000 + onTheirWay)
    }

    @Test func aCrashAtAnyMomentLosesNothingThatWasAcknowledged() {
        forAll(cases: 12, "nothing acknowledged is lost") { generator in
            var world = World(seed: generator.next(), people: 3)
            world.startAll()
            for _ in 0..<15 {
                let number = Int.random(in: 0..<3, using: &generator)
                try world.write(
                    Int.random(in: 1...40, using: &generator), bytes: 300,
                    in: world.workplace.communities[0], on: number)
                world.run(for: .milliseconds(Int64.random(in: 1...400, using: &generator)))
                world.crash(number)
                world.run(for: .milliseconds(Int64.random(in: 1...900, using: &generator)))
                world.start([number])
            }
            guard world.run(limit: .seconds(900), until: { $0.isConverged && $0.isQuiet }) != nil
            else { return false }
            return (0..<3).allSatisfy { world.losses(on: $0).isEmpty }
                && world.disagreements.isEmpty
        }
    }

    /// Writing, crashes, partitions, broken connections and damaged packets in random order; then
    /// peace, and everybody must hold the same and everything that was acknowledged.
    @Test func randomHardshipEndsInAgreement() {
        forAll(cases: 32, "all replicas converge") { generator in
            let people = Int.random(in: 2...6, using: &generator)
            var world = World(seed: generator.next(), people: people)
            world.conditions.breaksPerThousand = Int.random(in: 0...20, using: &generator)
            world.startAll()
            for _ in 0..<Int.random(in: 5...25, using: &generator) {
                try disturb(&world, using: &generator)
                world.run(for: .milliseconds(Int64.random(in: 1...3_000, using: &generator)))
            }
            world.conditions.breaksPerThousand = 0
            world.damagesPackets = false
            world.heal(isNoticed: true)
            world.startAll()
            guard world.run(limit: .seconds(2_000), until: { $0.isConverged && $0.isQuiet }) != nil
            else {
                print(world.story)
                return false
            }
            return world.computers.indices.allSatisfy { world.losses(on: $0).isEmpty }
                && world.disagreements.isEmpty && world.computers.allSatisfy(\.isBounded)
        }
    }

    private func disturb(_ world: inout World, using generator: inout SeededGenerator) throws {
        let number = Int.random(in: world.computers.indices, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: world.crash(number)
        case 1: world.shutDown(number)
        case 2: world.start([number])
        case 3:
            let others = world.computers.indices.filter { $0 != number }
            world.partition([[number], others])
        case 4: world.heal(isNoticed: Bool.random(using: &generator))
        case 5: world.block(from: number, to: (number + 1) % world.computers.count)
        case 6: world.breakConnections(perThousand: 500)
        case 7: world.damagesPackets = generator.next() % 4 == 0
        default:
            let space = world.workplace.spaces.randomElement(using: &generator)
            try world.write(
                Int.random(in: 1...300, using: &generator), in: space ?? world.workplace.home,
                on: number)
        }
    }

    @Test func damagedPacketsAreNeverStoredAndEndTheSession() throws {
        var world = World(seed: 15, people: 2)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        world.damagesPackets = true
        try world.write(50, in: world.workplace.home, on: 0)
        world.run(for: .seconds(60))
        #expect(world.computers[1].store.frontier(of: world.workplace.home).count == 0)
        #expect(world.computers[1].store.refusals == 0, "damage is seen before the ledger")
        world.damagesPackets = false
        _ = try #require(world.run(limit: .seconds(1_300)) { $0.isConverged && $0.isQuiet })
    }
}

extension Computer {
    /// Whether the node remembers no more than a few things of each of its few peers.
    var isBounded: Bool {
        guard let node else { return true }
        return node.remembered.count <= 8
    }
}
