import Engine
import Simulation
import TestKit
import Testing

@Suite struct OfficeTests {
    /// Everything that happens in an office on a bad day, in a small one; a day that fails is cut down to
    /// the least that fails.
    @Test func aHardDayEndsInAgreement() {
        let shape = OfficeShape(people: 8, hours: 1, hostile: 1)
        forAllSteps(cases: 4, "all honest replicas are equal after the day") { generator in
            OfficePlan(shape, using: &generator).steps
        } holds: { steps, generator in
            var day = OfficeDay(shape, seed: generator.next())
            return day.run(steps).failures.isEmpty
        }
    }

    @Test func theSameSeedMakesTheSameDay() {
        let shape = OfficeShape(people: 4, hours: 1)
        let first = OfficeDay.run(shape, seed: 7)
        #expect(first == OfficeDay.run(shape, seed: 7))
        #expect(first != OfficeDay.run(shape, seed: 8))
        #expect(first.samples.count == 60)
        #expect(first.figures.commits > 0)
    }

    /// A day on which something is lost is told as such, and cut down to what it takes.
    @Test func aDayThatLosesWordsIsBadAndIsCutDown() {
        let shape = OfficeShape(people: 3, hours: 1, isHard: false)
        let cause: [OfficeStep.Deed] = [
            .arrive(0), .write(0, posts: 3, space: 1), .corrupt(0, .withholds),
        ]
        var generator = SeededGenerator(seed: 3)
        let rest = OfficePlan(shape, using: &generator).steps.filter { !$0.deed.isOf(0) }
        let start = cause.enumerated().map {
            OfficeStep(at: .milliseconds(Int64($0.offset)), deed: $0.element)
        }
        func fails(_ steps: [OfficeStep]) -> Bool {
            var day = OfficeDay(shape, seed: 1)
            return !day.run(steps).failures.isEmpty
        }
        #expect(!fails(Array(start.dropLast()) + rest), "it is the one that keeps the words back")
        #expect(shrink(start + rest, while: fails).map(\.at) == start.map(\.at))
    }

    @Test(arguments: Malice.allCases)
    func oneWhoCheatsKeepsNobodyFromTheWordsOfOthers(_ malice: Malice) throws {
        var world = World(seed: 21, people: 4)
        let space = world.workplace.communities[0]
        try world.fill(space, logs: 5, commits: 40, of: [0, 1])
        world.setMalice(malice, of: 0)
        world.startAll()
        _ = try #require(world.run(limit: .seconds(600)) { $0.isConverged })
        #expect(world.disagreements.isEmpty)
        #expect(world.computers[3].commitCount == 200)
    }

    @Test func aClosedLidMissesWhatIsWrittenAndGetsItWhenItOpens() throws {
        var world = World(seed: 22, people: 3)
        let space = world.workplace.communities[0]
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        world.suspend(2)
        try world.write(4, in: space, on: 0)
        world.run(for: .seconds(300))
        #expect(world.computers[1].commitCount == 4 && world.computers[2].commitCount == 0)
        let lively = world.computers[0].node?.peers(at: world.now).count { $0.state == .connected }
        #expect(lively == 1, "the one that sleeps was noticed")
        world.wake(2, isElsewhere: true)
        let time = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
        #expect(time < .seconds(10), "\(time)")
    }

    @Test func whoeverCannotBeDialledDialsAndIsInSync() throws {
        var world = World(seed: 23, people: 3)
        world.setFirewall(true, on: 1)
        world.startAll()
        try world.write(2, in: world.workplace.home, on: 1)
        _ = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
        #expect(world.computers[2].commitCount == 2)
    }

    /// What is durable and was never told stays and counts; what was not durable is gone, and the log goes
    /// on without a fork.
    @Test(arguments: [true, false])
    func powerThatFailsWhileSomebodyWritesMakesNoFork(_ isDurable: Bool) throws {
        var world = World(seed: 24, people: 3)
        let space = world.workplace.communities[0]
        world.startAll()
        try world.write(2, in: space, on: 0)
        world.run(for: .seconds(5))
        try world.crashWhileWriting(in: space, on: 0, isDurable: isDurable)
        world.start([0])
        try world.write(2, in: space, on: 0)
        _ = try #require(world.run(limit: .seconds(900)) { $0.isConverged && $0.isQuiet })
        #expect(world.computers[2].commitCount == (isDurable ? 7 : 4))
        #expect(world.disagreements.isEmpty)
        #expect(world.computers.allSatisfy { $0.store.refusals == 0 })
    }

    @Test func noiseOfStrangersKeepsNobodyOut() throws {
        var world = World(seed: 25, people: 3)
        world.startAll()
        world.flood(0, connections: 300)
        try world.write(1, in: world.workplace.home, on: 0)
        _ = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
    }

    /// Whoever repeats packets or changes their order breaks sessions, and nothing else.
    @Test func meddlingWithPacketsLosesNothing() throws {
        var world = World(seed: 26, people: 3)
        world.conditions.duplicatesPerThousand = 30
        world.conditions.overtakingPerThousand = 30
        world.startAll()
        for number in 0..<3 { try world.write(30, in: world.workplace.home, on: number) }
        world.run(for: .seconds(60))
        world.conditions.duplicatesPerThousand = 0
        world.conditions.overtakingPerThousand = 0
        _ = try #require(world.run(limit: .seconds(900)) { $0.isConverged })
        #expect(world.computers.allSatisfy { $0.commitCount == 90 })
    }

    @Test func aCircleIsSharedAmongItsOwn() throws {
        var world = World(seed: 27, people: 6, circles: [[1, 3, 5]])
        let circle = try #require(world.workplace.circles.keys.first)
        world.startAll()
        try world.write(5, in: circle, on: 3)
        _ = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
        #expect(world.computers.map(\.commitCount) == [0, 5, 0, 5, 0, 5])
    }
}

extension OfficeStep.Deed {
    /// Whether it concerns a computer.
    fileprivate func isOf(_ number: Int) -> Bool {
        switch self {
        case .arrive(number), .leave(number), .suspend(number), .wake(number, _), .move(number),
            .write(number, _, _), .crash(number):
            true
        default: false
        }
    }
}
