import Engine
import Ledger
import Simulation
import TestKit
import Testing
import Wire

/// Attached files between several computers; chapter 21.
@Suite struct FileTests {
    private func isWhole(_ file: SampleFile, on number: Int, _ world: World) -> Bool {
        world.computers[number].files.here(file.id).isComplete
    }

    /// A world in which everybody knows the record and some have the file.
    private func world(
        seed: UInt64, people: Int, _ file: SampleFile, holders: [Int]
    ) throws -> (World, SpaceID) {
        var world = World(seed: seed, people: people)
        let space = world.workplace.communities[0]
        world.name(file.id, in: space, on: Array(0..<people))
        for number in holders { world.keep(file.chunks, of: file.id, on: number) }
        world.startAll()
        _ = try #require(world.run(limit: .seconds(30)) { $0.isQuiet })
        return (world, space)
    }

    @Test func aFileComesFromTwoPeersAtOnceAndEachChunkOnce() throws {
        let file = try #require(SampleFile(chunks: 60, seed: 1))
        var (world, space) = try world(seed: 1, people: 3, file, holders: [0, 1])
        world.want(file.id, in: space, on: 2)
        _ = try #require(world.run(limit: .seconds(20)) { isWhole(file, on: 2, $0) })
        let given = world.computers.map(\.files.given)
        #expect(given[0] + given[1] == 60 && given[0] > 15 && given[1] > 15, "\(given)")
        #expect(world.computers[2].files.duplicates == 0)
        let came = world.computers[2].files.chunks[file.id.address] ?? [:]
        #expect(file.chunks.allSatisfy { came[$0.index] == $0 })
    }

    @Test func whoeverLiesIsLeftAndTheFileComesFromTheOther() throws {
        let file = try #require(SampleFile(chunks: 40, seed: 2))
        var (world, space) = try world(seed: 2, people: 3, file, holders: [0, 1])
        world.setLying(1)
        world.want(file.id, in: space, on: 2)
        _ = try #require(world.run(limit: .seconds(20)) { isWhole(file, on: 2, $0) })
        let came = world.computers[2].files.chunks[file.id.address] ?? [:]
        #expect(file.chunks.allSatisfy { came[$0.index] == $0 })
        let blamed = world.computers[2].diagnostics.contains { note in
            guard case .ended(_, let device, .violation(.forgedChunk)) = note else { return false }
            return device == world.computers[1].colleague.member.device
        }
        #expect(blamed)
    }

    @Test func whatHasComeBeforeACutIsNotFetchedAgain() {
        forAll(cases: 6, "a crash anywhere costs a few chunks") { generator in
            let file = try #require(SampleFile(chunks: 50, seed: generator.next()))
            var (world, space) = try world(
                seed: generator.next(), people: 2, file, holders: [0])
            world.want(file.id, in: space, on: 1)
            let enough = Int.random(in: 1...45, using: &generator)
            guard
                world.run(
                    limit: .seconds(20),
                    until: { $0.computers[1].files.here(file.id).count >= enough }) != nil
            else { return false }
            let victim = Int.random(in: 0...1, using: &generator)
            world.crash(victim)
            world.run(for: .seconds(3))
            world.start([victim])
            world.want(file.id, in: space, on: 1)
            guard world.run(limit: .seconds(120), until: { isWhole(file, on: 1, $0) }) != nil
            else { return false }
            let most = 50 + Settings().fileWindow
            return world.computers[0].files.given <= most
                && world.computers[1].files.duplicates == 0
        }
    }

    /// The first who has it goes home; a third one gets it from the second, who had just got it.
    @Test func whoeverHasItNowGivesIt() throws {
        let file = try #require(SampleFile(chunks: 30, seed: 4))
        var (world, space) = try world(seed: 4, people: 3, file, holders: [0])
        world.want(file.id, in: space, on: 2)
        world.want(file.id, in: space, on: 1)
        _ = try #require(
            world.run(limit: .seconds(20)) { isWhole(file, on: 1, $0) || isWhole(file, on: 2, $0) })
        world.crash(0)
        _ = try #require(
            world.run(limit: .seconds(90)) { isWhole(file, on: 1, $0) && isWhole(file, on: 2, $0) })
    }

    @Test func whoeverDoesNotKnowTheRecordGivesNothingAndWhoeverIsOutGetsNothing() throws {
        let file = try #require(SampleFile(chunks: 5, seed: 5))
        var world = World(seed: 5, people: 3)
        let space = world.workplace.communities[0]
        // The second has the bytes, but no record names them there: it was taken back.
        world.name(file.id, in: space, on: [0])
        for number in [0, 1] { world.keep(file.chunks, of: file.id, on: number) }
        let members = Set([0, 1].map { world.computers[$0].colleague.member.device })
        world.startAll()
        for number in [0, 1] { world.deliver(.audiencesChanged([space: members]), to: number) }
        world.run(for: .seconds(10))
        world.want(file.id, in: space, on: 2)
        world.run(for: .seconds(120))
        #expect(world.computers[2].files.here(file.id).isEmpty)
        #expect(world.computers.allSatisfy { $0.files.given == 0 })
        // The same with a right to it, so that the test can fail.
        world.deliver(.audiencesChanged([:]), to: 0)
        _ = try #require(world.run(limit: .seconds(90)) { isWhole(file, on: 2, $0) })
        #expect(world.computers[1].files.given == 0)
    }

    @Test func aPostDoesNotWaitBehindAFile() throws {
        let file = try #require(SampleFile(chunks: 400, seed: 6))
        var (world, space) = try world(seed: 6, people: 2, file, holders: [0])
        world.want(file.id, in: space, on: 1)
        world.run(for: .milliseconds(50))
        for _ in 0..<5 {
            #expect(!isWhole(file, on: 1, world))
            try world.write(1, in: space, on: 0)
            let time = try #require(world.run(limit: .seconds(2)) { $0.isConverged })
            #expect(time < .milliseconds(150), "a commit takes \(time)")
        }
        _ = try #require(world.run(limit: .seconds(60)) { isWhole(file, on: 1, $0) })
    }
}
