import Engine
import Ledger
import Simulation
import Testing
import Wire

@Suite struct ConvergenceTests {
    @Test func sixNodesFindEachOtherAndHoldTheSame() throws {
        var world = World(seed: 1, people: 6)
        world.startAll()
        for number in world.computers.indices {
            for space in world.workplace.spaces {
                try world.write(3 + number, in: space, on: number)
            }
        }
        let time = try #require(world.run(limit: .seconds(30)) { $0.isConverged && $0.isQuiet })
        #expect(time < .seconds(5))
        #expect(world.disagreements.isEmpty)
        for number in world.computers.indices { #expect(world.losses(on: number).isEmpty) }
        for computer in world.computers {
            let node = try #require(computer.node)
            #expect(node.explain(at: world.now).isEmpty)
            #expect(node.spaceReports(at: world.now).allSatisfy { $0.peersInSync == 5 })
        }
    }

    @Test func aNewCommitReachesEverybodyOnce() throws {
        var world = World(seed: 2, people: 6)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        for round in 0..<20 {
            try world.write(1, in: world.workplace.communities[0], on: round % 6)
            let time = try #require(world.run(limit: .seconds(2)) { $0.isConverged })
            #expect(time < .milliseconds(100), "a commit takes \(time)")
            world.run(for: .milliseconds(400))
        }
        #expect(world.isQuiet)
        #expect(world.duplicateCommits == 0)
    }

    /// Two write at once and everybody is told by several; nothing may be fetched twice.
    @Test func duplicatesStayFewWhenAllWriteAtOnce() throws {
        var world = World(seed: 3, people: 8)
        world.startAll()
        for _ in 0..<10 {
            for number in 0..<8 {
                try world.write(2, in: world.workplace.communities[0], on: number)
            }
            world.run(for: .milliseconds(60))
        }
        _ = try #require(world.run(limit: .seconds(30)) { $0.isConverged && $0.isQuiet })
        let stored = 8 * 7 * 20
        #expect(world.duplicateCommits * 20 <= stored, "\(world.duplicateCommits) of \(stored)")
    }

    @Test func equalReplicasSettleInLessThan200BytesASpace() throws {
        func cost(communities: Int) throws -> (bytes: UInt64, packets: Int) {
            var world = World(seed: 4, people: 2, communities: communities)
            world.conditions.settings.keepAlive = .seconds(3_600)
            world.conditions.hasMulticast = false
            for space in world.workplace.communities {
                try world.fill(space, logs: 100, commits: 1, of: [0, 1])
            }
            world.startAll()
            world.deliver(.staticPeers([world.computers[1].address]), to: 0)
            _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
            world.run(for: .seconds(5))
            #expect(world.connectionCount == 1)
            return (world.bytesOnWire, world.packets)
        }
        let few = try cost(communities: 1)
        let many = try cost(communities: 9)
        let perSpace = Double(many.bytes - few.bytes) / 8
        #expect(perSpace < 200, "\(perSpace) bytes a space")
        #expect(many.packets - few.packets == 2 * 8, "one offer each way")
    }

    @Test func oneMissingCommitCostsLittleHoweverManyLogsThereAre() throws {
        var world = World(seed: 5, people: 2)
        let space = world.workplace.communities[0]
        try world.fill(space, logs: 2_000, commits: 1, of: [0, 1])
        try world.fill(space, logs: 1, commits: 1, of: [1])
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isConverged && $0.isQuiet })
        #expect(world.bytesOnWire < 12_000, "\(world.bytesOnWire)")
    }

    @Test func anIdleOfficeCostsNextToNothing() throws {
        var world = World(seed: 6, people: 6)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        let (bytes, wakeUps) = (world.bytesOnWire, world.computers.map(\.wakeUps).reduce(0, +))
        world.run(for: .seconds(3_600))
        #expect(world.isQuiet)
        // Per node: half of what crosses the wire is what it sends, the other half what it gets.
        let bytesPerSecond = Double(world.bytesOnWire - bytes) * 2 / 6 / 3_600
        #expect(bytesPerSecond < 100, "\(bytesPerSecond) B/s")
        let rang = world.computers.map(\.wakeUps).reduce(0, +) - wakeUps
        #expect(rang <= 6 * 3_600 / 2, "\(rang) wake-ups in 6 hours of a node")
    }

    @Test func wrongClocksChangeNothingButAreSeen() throws {
        var conditions = Conditions()
        conditions.clockSkew = .seconds(500_000_000)
        var world = World(seed: 7, people: 3, conditions: conditions)
        world.startAll()
        for number in 0..<3 { try world.write(2, in: world.workplace.home, on: number) }
        _ = try #require(world.run(limit: .seconds(30)) { $0.isConverged && $0.isQuiet })
        let offsets = world.computers[0].node?.peers(at: world.now).compactMap(\.clockOffset) ?? []
        #expect(offsets.count == 2)
        #expect(offsets.contains { $0 > .seconds(1_000) || $0 < .seconds(-1_000) })
    }
}
