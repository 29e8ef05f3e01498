import Engine
import Ledger
import Simulation
import TestKit
import Testing
import Wire

/// More colleagues than sessions; hops, copies and sessions are counted from what happened.
@Suite struct BuildingTests {
    /// 500 laptops when there is time, fewer in the usual run.
    private static let crowd = isThorough ? 500 : 64

    /// A building in which everybody is at rest.
    private func building(
        _ people: Int, seed: UInt64, circle: [Int] = [], rest: Duration = .seconds(200)
    ) -> World {
        var world = World(
            seed: seed, people: people, circles: circle.isEmpty ? [] : [Set(circle)])
        world.conditions.isFragmented = false
        world.startAll()
        world.run(for: rest)
        return world
    }

    @Test func aPostReachesABuildingInFewHopsAndHardlyTwice() throws {
        var world = building(Self.crowd, seed: 71)
        let sessions = world.sessionsPerComputer
        #expect(sessions <= 8, "\(sessions) sessions of a computer")
        let space = world.workplace.communities[0]
        // The first ones make the tree.
        var first: Reach?
        for round in 0..<3 {
            let spread = try world.reach(from: 0, in: space, to: world.computers.indices)
            #expect(spread?.hops.count == Self.crowd, "post \(round) reaches everybody")
            first = first ?? spread
        }
        #expect(first.map { $0.copies > 2 } == true, "without a tree it comes from many")
        let spread = try #require(
            try world.reach(from: 0, in: space, to: world.computers.indices) as Reach?)
        #expect(spread.most <= 6, "\(spread.most) hops")
        #expect(spread.copies <= 1.2, "\(spread.copies) copies")
        print(
            "\(Self.crowd): \(sessions) sessions, \(spread.most) hops, \(spread.copies) copies,",
            "\(spread.time); without a tree \(first?.most ?? 0) hops, \(first?.copies ?? 0) copies")
        // Everybody shares the tree, whoever made it.
        for author in [5, 17, 60] {
            let other = try #require(
                try world.reach(from: author, in: space, to: world.computers.indices) as Reach?)
            #expect(other.hops.count == Self.crowd)
            #expect(other.most <= 12, "\(other.most) hops from \(author)")
            #expect(other.copies <= 1.2, "\(other.copies) copies from \(author)")
            print("from \(author): \(other.most) hops, \(other.copies) copies, \(other.time)")
        }
        // Nothing is told when nothing happens, but signs of life.
        let bytes = world.bytesOnWire
        world.run(for: .seconds(600))
        let idle = Double(world.bytesOnWire - bytes) * 2 / Double(Self.crowd) / 600
        #expect(idle < 100, "\(idle) B/s of an idle computer")
    }

    @Test func upToTwelveOthersAllMeetAndNobodyPassesOn() throws {
        var world = building(13, seed: 72, rest: .seconds(90))
        #expect(world.sessionsPerComputer == 12)
        let spread = try #require(
            try world.reach(
                from: 3, in: world.workplace.communities[0], to: world.computers.indices)
                as Reach?)
        #expect(spread.most == 1 && spread.copies == 1)
    }

    @Test func oneWhoComesAndGoesDisturbsNobodyElse() {
        var world = building(14, seed: 76, rest: .seconds(300))
        func sessions() -> Int {
            let fickle = world.workplace.colleagues[13].identity.deviceID
            return world.computers.dropLast().flatMap(\.diagnostics).count { note in
                if case .authenticated(_, let device, _) = note { return device != fickle }
                return false
            }
        }
        let before = sessions()
        for _ in 0..<5 {
            world.shutDown(13)
            world.run(for: .seconds(120))
            world.start([13])
            world.run(for: .seconds(120))
        }
        // Whoever loses a neighbour chooses another one, and leaves it again; both ends count.
        #expect(sessions() - before <= 2 * 8 * 10, "\(sessions() - before) ends of sessions")
        #expect(world.sessionsPerComputer < 9)
    }

    /// The members of a circle don't know where the others are; they are told by people who aren't
    /// members.
    @Test func aCircleOfFiveAmongManySyncsWithinSeconds() throws {
        let circle = [3, 11, 26, 33, 47]
        var world = building(48, seed: 73, circle: circle)
        let space = try #require(world.workplace.circles.keys.first)
        for author in circle {
            let spread = try #require(
                try world.reach(from: author, in: space, to: circle) as Reach?)
            #expect(spread.time < .seconds(2), "\(spread.time) from \(author)")
        }
        let others = world.computers.indices.filter { !circle.contains($0) }
        #expect(others.allSatisfy { world.computers[$0].store.frontier(of: space).count == 0 })
        // One who comes later is found as well.
        world.shutDown(26)
        world.run(for: .seconds(30))
        try world.write(1, in: space, on: 3)
        world.start([26])
        let time = world.run(limit: .seconds(30)) { $0.agree(on: space, circle) }
        #expect(time.map { $0 < .seconds(10) } == true, "\(time as Any)")
    }

    @Test func theTreeMendsItselfWhenItsRootCrashes() throws {
        var world = building(40, seed: 74)
        let space = world.workplace.communities[0]
        for _ in 0..<3 {
            _ = try world.reach(from: 0, in: space, to: world.computers.indices)
        }
        world.crash(0)
        let others = Array(1..<40)
        // Its neighbours haven't noticed, or have just done so.
        let spread = try #require(try world.reach(from: 9, in: space, to: others) as Reach?)
        #expect(spread.time < .seconds(5), "\(spread.time)")
        for _ in 0..<3 { _ = try world.reach(from: 9, in: space, to: others) }
        let later = try #require(try world.reach(from: 9, in: space, to: others) as Reach?)
        #expect(later.most <= 6 && later.copies <= 1.2, "\(later)")
    }

    @Test func twoHalvesOfABuildingFindEachOtherAgain() throws {
        var world = building(40, seed: 75)
        let space = world.workplace.communities[0]
        world.partition([Array(0..<20), Array(20..<40)])
        try world.write(2, in: space, on: 1)
        try world.write(2, in: space, on: 30)
        world.run(for: .seconds(200))
        #expect(world.agree(on: space, Array(0..<20)) && world.agree(on: space, Array(20..<40)))
        #expect(!world.isConverged)
        world.heal(isNoticed: true)
        let time = try #require(world.run(limit: .seconds(60)) { $0.isConverged })
        #expect(time < .seconds(10), "\(time)")
        #expect(world.disagreements.isEmpty)
    }

    /// Coming and going, broken connections and lost packets: a broken connection is the only way in
    /// which a message can be lost, and the comparison that follows finds what it took along.
    @Test func nothingStaysBehindWhateverIsLost() {
        forAll(cases: 1, "everybody has everything in the end") { generator in
            var world = World(seed: generator.next(), people: isThorough ? 50 : 26)
            world.conditions.isFragmented = false
            world.startAll()
            world.run(for: .seconds(20))
            world.conditions.breaksPerThousand = 4
            for _ in 0..<12 {
                let number = Int.random(in: world.computers.indices, using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: world.crash(number)
                case 1: world.shutDown(number)
                case 2, 3: world.startAll()
                default: break
                }
                for _ in 0..<3 {
                    let author = Int.random(in: world.computers.indices, using: &generator)
                    let space = world.workplace.spaces.randomElement(using: &generator)
                    try world.write(1, in: space ?? world.workplace.home, on: author)
                }
                world.run(for: .milliseconds(Int64.random(in: 1...4_000, using: &generator)))
            }
            world.conditions.breaksPerThousand = 0
            world.startAll()
            guard world.run(limit: .seconds(200), until: { $0.isConverged }) != nil else {
                print(world.disagreements.prefix(5))
                return false
            }
            return world.computers.indices.allSatisfy { world.losses(on: $0).isEmpty }
        }
    }
}
