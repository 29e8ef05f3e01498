import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Forks")
struct ForkTests {
    /// Two histories of one log that share their first `common` commits.
    private func fork(seed: UInt64, common: UInt64) throws -> (World, VerifiedRun, VerifiedRun) {
        var world = World(seed: seed)
        let shared = [world.opening] + (2...max(2, common)).map { world.post($0) }
        var other = world
        let left = try world.append(shared.prefix(Int(common)) + [world.post(50), world.post(51)])
        let right = try other.append(shared.prefix(Int(common)) + [other.post(60)])
        return (
            world, try Verifier.verify(left[0], space: world.space, at: world.start),
            try Verifier.verify(right[0], space: world.space, at: world.start)
        )
    }

    @Test("Attack 37: two histories of a log are proof of where they part")
    func forks() throws {
        for common in [UInt64(1), 2, 5] {
            let (world, left, right) = try fork(seed: common, common: common)
            let proof = try #require(ForkProof(between: left, and: right))
            #expect(proof == ForkProof(between: right, and: left))
            #expect(proof.common == left.head(before: Int(common)))
            #expect(proof.log == world.log && proof.first.first == common + 1)
            let again = try ForkProof(
                space: world.space, common: proof.common, runs: (proof.second, proof.first))
            #expect(again == proof)
            #expect(ForkProof(between: left, and: left) == nil)
        }
    }

    @Test("Attack 37: a proof of a fork that is none, or of somebody else's making")
    func forgedForks() throws {
        let (world, left, right) = try fork(seed: 3, common: 2)
        let proof = try #require(ForkProof(between: left, and: right))
        #expect(throws: LedgerError.notAFork) {
            try ForkProof(
                space: world.space, common: proof.common, runs: (proof.first, proof.first))
        }
        var generator = SeededGenerator(seed: 4)
        let stranger = SigningKey.generate(using: &generator)
        let theirs = world.sign(right.run.commits, at: proof.common, by: stranger)
        #expect(throws: LedgerError.badSignature(log: world.log, sequence: 5)) {
            try ForkProof(
                space: world.space, common: proof.common, runs: (proof.first, theirs))
        }
    }
}
