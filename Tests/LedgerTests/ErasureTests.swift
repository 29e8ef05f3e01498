import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Erasures")
struct ErasureTests {
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
}
