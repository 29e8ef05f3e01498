import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Erasures, forks and cuts")
struct ErasureAndCutTests {
    private func erased(_ run: Run, _ index: Int) -> (run: Run, hash: Bytes32) {
        var erased = run
        let hash = Chain.payloadHash(run.commits[index].content)
        erased.commits[index].content = .erased(hash)
        return (erased, hash)
    }

    @Test("Attack 41: an erased payload that is offered again is dropped")
    func offeredAgain() throws {
        var world = World(seed: 1)
        let run = try world.append([world.opening, world.post(2), world.post(3)])[0]
        let (bare, hash) = erased(run, 1)
        var erasures = ErasureSet(space: world.space)
        try erasures.insert(
            Erasure.make(space: world.space, sequence: 2, payloadHash: hash, key: world.logKey))
        let verified = try Verifier.verify(
            run, space: world.space, at: world.start, erasures: erasures)
        #expect(verified.run == bare && verified.dropped == [2])
        #expect(verified.after == world.writer.head)
        #expect(verified.open(world.keyring).map(\.failure) == [nil, .erased, nil])
        #expect(erasures.apply(to: run.commits[1], log: world.log, sequence: 2) == bare.commits[1])
        #expect(erasures.apply(to: run.commits[2], log: world.log, sequence: 3) == run.commits[2])
        // The chain without the payload is as good as with it.
        let again = try Verifier.verify(
            bare, space: world.space, at: world.start, erasures: erasures)
        #expect(again.after == world.writer.head && again.dropped.isEmpty)
    }

    @Test("Attack 42: a payload is withheld without a notice, or with a forged one")
    func forgedErasure() throws {
        var world = World(seed: 2)
        let run = try world.append([world.opening, world.post(2)])[0]
        let (bare, hash) = erased(run, 1)
        let error = LedgerError.erasureUnproven(log: world.log, sequence: 2)
        #expect(throws: error) {
            try Verifier.verify(bare, space: world.space, at: world.start)
        }
        var erasures = ErasureSet(space: world.space)
        let stranger = SigningKey.generate(using: &world.generator)
        let theirs = try Erasure.make(
            space: world.space, sequence: 2, payloadHash: hash, key: stranger)
        let forged = Erasure(
            space: world.space, log: world.log, sequence: 2, payloadHash: hash,
            signature: theirs.signature)
        #expect(throws: LedgerError.erasureForged(log: world.log, sequence: 2)) {
            try erasures.insert(forged)
        }
        let elsewhere = try Erasure.make(
            space: Founding.spaceID(of: [1]), sequence: 2, payloadHash: hash, key: world.logKey)
        #expect(throws: LedgerError.foreignSpace(elsewhere.space)) {
            try erasures.insert(elsewhere)
        }
        let replayed = Erasure(
            space: world.space, log: world.log, sequence: 2, payloadHash: hash,
            signature: elsewhere.signature)
        #expect(throws: LedgerError.erasureForged(log: world.log, sequence: 2)) {
            try erasures.insert(replayed)
        }
        #expect(throws: error) {
            try Verifier.verify(bare, space: world.space, at: world.start, erasures: erasures)
        }
        #expect(throws: LedgerError.bindingNotErasable) {
            try Erasure.make(
                space: world.space, sequence: 1, payloadHash: hash, key: world.logKey)
        }
    }

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

    @Test("Attack 37: two histories of a log are proof, and cut it where they part")
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
            var cuts = CutSet(space: world.space)
            try cuts.insert(proof)
            #expect(cuts.length(of: world.log) == common)
            #expect(cuts.allows(world.log, sequence: common))
            #expect(!cuts.allows(world.log, sequence: common + 1))
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
        var cuts = CutSet(space: Founding.spaceID(of: [8]))
        #expect(throws: LedgerError.foreignSpace(world.space)) { try cuts.insert(proof) }
    }

    @Test("Attack 43: a cut forged, a cut replayed from another space")
    func forgedCuts() throws {
        var world = World(seed: 5)
        var cuts = CutSet(space: world.space)
        let cut = Cut.make(space: world.space, log: world.log, length: 7, device: world.device)
        #expect(cut.isValid)
        let stranger = SigningKey.generate(using: &world.generator)
        for forged in [
            Cut(
                space: cut.space, log: cut.log, length: 3, device: cut.device,
                signature: cut.signature),
            Cut(
                space: cut.space, log: cut.log, length: 7,
                device: DeviceID(raw: stranger.publicKey), signature: cut.signature),
        ] {
            #expect(throws: LedgerError.cutForged(log: world.log)) { try cuts.insert(forged) }
        }
        let other = Founding.spaceID(of: [2])
        let foreign = Cut.make(space: other, log: world.log, length: 7, device: world.device)
        #expect(throws: LedgerError.foreignSpace(other)) { try cuts.insert(foreign) }
        let replayed = Cut(
            space: world.space, log: world.log, length: 7, device: foreign.device,
            signature: foreign.signature)
        #expect(throws: LedgerError.cutForged(log: world.log)) { try cuts.insert(replayed) }
        #expect(cuts.length(of: world.log) == nil)
    }

    @Test("Of forks the lowest, of departures the highest, of both the lower; in any order")
    func cutRules() throws {
        let (world, left, right) = try fork(seed: 6, common: 4)
        let proof = try #require(ForkProof(between: left, and: right))
        let (_, lowLeft, lowRight) = try fork(seed: 6, common: 2)
        let lower = try #require(ForkProof(between: lowLeft, and: lowRight))
        forAll(cases: 60, "the order of cuts doesn't matter") { generator in
            let lengths = (0..<3).map { _ in UInt64.random(in: 0...6, using: &generator) }
            let cuts = lengths.map {
                Cut.make(space: world.space, log: world.log, length: $0, device: world.device)
            }
            func set(_ cuts: [Cut], _ proofs: [ForkProof]) throws -> CutSet {
                var set = CutSet(space: world.space)
                for cut in cuts.shuffled(using: &generator) { try set.insert(cut) }
                for proof in proofs.shuffled(using: &generator) { try set.insert(proof) }
                return set
            }
            let a = try set(cuts, [proof, lower])
            var b = try set([cuts[0]], [proof])
            try b.merge(set([cuts[1], cuts[2]], [lower]))
            return a == b && a.length(of: world.log) == min(2, lengths.max() ?? 0)
        }
    }
}
