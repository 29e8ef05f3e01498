import Engine
import Ledger
import Simulation
import TestKit
import Testing
import Wire

/// A device that was away when it was put out.
@Suite struct RemovalTests {
    @Test func whoWasAwayIsShownTheRemovalAndNothingThatCameLater() {
        forAll(cases: 16, "a removed device learns it and no more") { generator in
            var scene = try Scene(&generator)
            try scene.remove(&generator, showing: .thatMoment)
            return try scene.comeBack(&generator)
        }
    }

    /// The test above bites: were the device served like anybody else, it would know more.
    @Test func whoeverIsShownEverythingKnowsMore() {
        forAll(cases: 4, "a frontier without a limit is noticed") { generator in
            var scene = try Scene(&generator)
            try scene.remove(&generator, showing: .everything)
            return try !scene.comeBack(&generator)
        }
    }

    private struct Scene {
        enum Shown { case thatMoment, everything }

        var world: World
        /// How far the workplace was known when the device was put out.
        var moment = Frontier()
        /// How far the community was known to the device before.
        let community: Frontier

        var home: SpaceID { world.workplace.home }
        var others: Range<Int> { 1..<world.computers.count }

        /// Everybody has everything; then the first computer goes away, and others write on.
        init(_ generator: inout SeededGenerator) throws {
            let people = Int.random(in: 2...5, using: &generator)
            world = World(seed: generator.next(), people: people)
            community = world.computers[0].store.frontier(of: world.workplace.communities[0])
            world.startAll()
            try write(0..<people, in: home, &generator)
            _ = try #require(
                world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
            world.crash(0)
            try write(others, in: home, &generator)
            let (space, numbers) = (home, others)
            _ = try #require(
                world.run(limit: .seconds(60)) { world in
                    numbers.allSatisfy {
                        world.computers[$0].store.frontier(of: space)
                            == world.computers[1].store.frontier(of: space)
                    }
                })
        }

        mutating func write(
            _ numbers: Range<Int>, in space: SpaceID, _ generator: inout SeededGenerator
        ) throws {
            for number in numbers {
                try world.write(Int.random(in: 1...20, using: &generator), in: space, on: number)
            }
        }

        /// All others hear of the removal, and write on.
        mutating func remove(_ generator: inout SeededGenerator, showing shown: Shown) throws {
            moment = world.computers[1].store.frontier(of: home)
            let out = world.workplace.colleagues[0].identity.deviceID
            let members = world.workplace.colleagues.dropFirst().map(\.member)
            for number in others {
                world.deliver(.membersChanged(members, removed: [out]), to: number)
            }
            try write(others, in: home, &generator)
            try write(others, in: world.workplace.communities[0], &generator)
            world.run(for: .seconds(10))
            world.removalProofs[out] =
                shown == .thatMoment ? moment : world.computers[1].store.frontier(of: home)
        }

        /// The device comes back and writes; whether it learns all of that moment and no more, and
        /// nobody learns what it wrote.
        mutating func comeBack(_ generator: inout SeededGenerator) throws -> Bool {
            world.conditions.breaksPerThousand = Int.random(in: 0...5, using: &generator)
            world.start([0])
            try world.write(3, in: home, on: 0)
            let (own, space, moment) = (world.computers[0].ownLogs, home, moment)
            let told = world.run(limit: .seconds(300)) { world in
                let has = world.computers[0].store.frontier(of: space)
                return moment.entries.allSatisfy { log, head in
                    own.contains(log) || has[log]?.length ?? 0 >= head.length
                }
            }
            guard told != nil else { return false }
            world.run(for: .seconds(120))
            let has = world.computers[0].store
            let knowsNoMore = has.frontier(of: space).entries.allSatisfy { log, head in
                own.contains(log) || moment[log] == head
            }
            let isAlone = others.allSatisfy { number in
                let theirs = world.computers[number].store.frontier(of: space)
                return own.allSatisfy {
                    theirs[$0]?.length ?? 0 <= moment[$0]?.length ?? 0
                }
            }
            return knowsNoMore && isAlone
                && has.frontier(of: world.workplace.communities[0]) == community
        }
    }
}
