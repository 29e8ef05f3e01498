import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Erasures")
struct ErasureTests {
    private func erased(
        _ run: Run, _ index: Int, of world: World, by key: SigningKey? = nil,
        in space: SpaceID? = nil
    ) throws -> ErasedCommit {
        let sequence = run.first + UInt64(index)
        let hash = Chain.payloadHash(run.commits[index].content)
        let signature = try Erasure.sign(
            space: space ?? world.space, sequence: sequence, payloadHash: hash,
            key: key ?? world.logKey)
        return ErasedCommit(
            sequence: sequence, payloadHash: hash, signature: signature, records: [])
    }

    /// The run with a payload taken out under a notice that may be false.
    private func bare(_ run: Run, _ index: Int, _ erased: ErasedCommit) -> Run {
        var bare = run
        bare.commits[index].content = .erased(erased.payloadHash, notice: erased.signature)
        return bare
    }

    @Test("Attack 41: what is left of an erased commit is as good for the chain as the commit")
    func offeredAgain() throws {
        var world = World(seed: 1)
        let run = try world.append([world.opening, world.post(2), world.post(3)])[0]
        let erased = try erased(run, 1, of: world)
        let left = try #require(
            Erasure.remains(
                of: run.commits[1], after: erased, space: world.space, log: world.log))
        let bare = bare(run, 1, erased)
        #expect(left == bare.commits[1])
        let verified = try Verifier.verify(bare, space: world.space, at: world.start)
        #expect(verified.run == bare && verified.after == world.writer.head)
        #expect(verified.open(world.keyring).map(\.failure) == [nil, .erased, nil])
        // Once more, or for another commit, it changes nothing.
        #expect(
            Erasure.remains(of: left, after: erased, space: world.space, log: world.log) == nil)
        #expect(
            Erasure.remains(
                of: run.commits[2], after: erased, space: world.space, log: world.log) == nil)
    }

    @Test("Attack 42: a payload is withheld without a notice, or with a forged one")
    func forgedErasure() throws {
        var world = World(seed: 2)
        let run = try world.append([world.opening, world.post(2)])[0]
        let unproven = LedgerError.erasureUnproven(log: world.log, sequence: 2)
        var silent = run
        silent.commits[1].content = .erased(
            Chain.payloadHash(run.commits[1].content), notice: nil)
        #expect(throws: unproven) {
            try Verifier.verify(silent, space: world.space, at: world.start)
        }
        let stranger = SigningKey.generate(using: &world.generator)
        let forged = [
            try erased(run, 1, of: world, by: stranger),
            try erased(run, 1, of: world, in: Founding.spaceID(of: [1])),
        ]
        for notice in forged {
            #expect(throws: unproven) {
                try Verifier.verify(bare(run, 1, notice), space: world.space, at: world.start)
            }
            #expect(
                Erasure.remains(
                    of: run.commits[1], after: notice, space: world.space, log: world.log) == nil)
        }
        #expect(throws: LedgerError.bindingNotErasable) {
            try erased(run, 0, of: world)
        }
    }

    @Test("what is permanent can't be passed off as erased, not even by its author (bites)")
    func permanent() throws {
        var world = World(seed: 3)
        let bodies = [world.opening, world.post(2)]
        let run = try world.writer.append(
            bodies, keyring: world.keyring, using: &world.generator
        ) { $0.lamport == 2 }[0]
        #expect(run.commits.map(\.isPermanent) == [true, true])
        let notice = try erased(run, 1, of: world)
        var passedOff = bare(run, 1, notice)
        #expect(throws: LedgerError.erasureUnproven(log: world.log, sequence: 2)) {
            try Verifier.verify(passedOff, space: world.space, at: world.start)
        }
        passedOff.commits[1].isPermanent = false
        #expect(throws: LedgerError.badSignature(log: world.log, sequence: 2)) {
            try Verifier.verify(passedOff, space: world.space, at: world.start)
        }
        #expect(
            Erasure.remains(
                of: run.commits[1], after: notice, space: world.space, log: world.log) == nil)
        // The same commit, not permanent, may go.
        var plain = World(seed: 3)
        let other = try plain.append([plain.opening, plain.post(2)])[0]
        let allowed = bare(other, 1, try erased(other, 1, of: plain))
        #expect(try Verifier.verify(allowed, space: plain.space, at: plain.start).run == allowed)
    }
}
