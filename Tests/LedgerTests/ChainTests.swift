import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Chain, signatures and the verifier")
struct ChainTests {
    @Test func headsFollowTheFormula() throws {
        var world = World(seed: 1)
        let run = try #require(try world.append([world.opening, world.post(2)]).first)
        var hash = Hash.digest(.chain, [world.space.bytes, world.log.bytes])
        for (index, commit) in run.commits.enumerated() {
            guard case .payload(let payload) = commit.content else {
                Issue.record("no payload")
                return
            }
            // The first commit of a log is permanent.
            hash = Hash.digest(
                index == 0 ? .permanent : .chain,
                [
                    hash.bytes, bigEndianBytes(UInt64(index) + 1), commit.epoch.bytes,
                    Hash.digest(.payload, [payload]).bytes,
                ])
        }
        #expect(world.writer.head == Head(length: 2, hash: hash))
        #expect(
            Signature.isValid(run.signature, of: .head, [hash.bytes], by: world.log.raw))
    }

    @Test func writtenRunsVerifyAndOpen() {
        forAll(cases: 40, "what a writer writes verifies and opens to the same bodies") {
            generator in
            var world = World(seed: generator.next())
            var bodies = [world.opening]
            for lamport in 2..<UInt64.random(in: 3...40, using: &generator) {
                bodies.append(
                    world.post(lamport, bytes: Int.random(in: 0...60_000, using: &generator)))
            }
            var head = world.start
            var opened: [CommitBody] = []
            for run in try world.append(bodies) {
                let verified = try Verifier.verify(
                    Run.decode(run.encoded()), space: world.space, at: head)
                head = verified.after
                for result in verified.open(world.keyring) { opened.append(try result.get().body) }
            }
            return opened == bodies && head == world.writer.head
        }
    }

    @Test("One signature for 256 commits or 1 MiB")
    func amortisation() throws {
        var world = World(seed: 2)
        let bodies = [world.opening] + (2...600).map { world.post($0) }
        let runs = try world.append(bodies)
        #expect(runs.map(\.commits.count) == [256, 256, 88])
        #expect(runs.map(\.first) == [1, 257, 513])
        let large = try world.append((601...620).map { world.post($0, bytes: 60_000) })
        #expect(large.map(\.commits.count) == [17, 3])
        #expect(large.allSatisfy { $0.payloadByteCount <= Limits.runBytes })
    }

    @Test("Attack 30: a gap, a repetition, backwards")
    func sequences() throws {
        var world = World(seed: 3)
        let runs = try world.append([world.opening]) + world.append([world.post(2)])
        let space = world.space
        #expect(throws: LedgerError.gap(expected: 1, received: 2)) {
            try Verifier.verify(runs[1], space: space, at: world.start)
        }
        let first = try Verifier.verify(runs[0], space: space, at: world.start)
        #expect(throws: LedgerError.overlap(expected: 2, received: 1)) {
            try Verifier.verify(runs[0], space: space, at: first.after)
        }
        var shifted = runs[0]
        shifted.first = 2
        #expect(throws: LedgerError.badSignature(log: world.log, sequence: 2)) {
            try Verifier.verify(shifted, space: space, at: first.after)
        }
        let end = Head(length: .max - 1, hash: first.after.hash)
        #expect(throws: LedgerError.sequenceExhausted) {
            try Verifier.verify(shifted, space: space, at: end)
        }
        var empty = runs[0]
        empty.commits = []
        #expect(throws: LedgerError.emptyRun) {
            try Verifier.verify(empty, space: space, at: world.start)
        }
    }

    @Test("Attack 31: another previous hash")
    func previousHash() throws {
        var world = World(seed: 4)
        _ = try world.append([world.opening])
        let run = try world.append([world.post(2)])[0]
        let other = Head(length: 1, hash: Bytes32(words: (1, 2, 3, 4)))
        #expect(throws: LedgerError.badSignature(log: world.log, sequence: 2)) {
            try Verifier.verify(run, space: world.space, at: other)
        }
    }

    @Test("Attack 32: the signature of another log, space or label")
    func signaturesOfOthers() throws {
        var world = World(seed: 5)
        let run = try world.append([world.opening])[0]
        let error = LedgerError.badSignature(log: world.log, sequence: 1)
        let otherSpace = Founding.spaceID(of: [1])
        #expect(throws: error) {
            try Verifier.verify(
                run, space: otherSpace, at: Head.start(space: otherSpace, log: world.log))
        }
        let stranger = SigningKey.generate(using: &world.generator)
        let foreign = world.sign(run.commits, at: world.start, by: stranger)
        #expect(throws: error) {
            try Verifier.verify(foreign, space: world.space, at: world.start)
        }
        var mislabelled = run
        mislabelled.signature = world.logKey.sign(.chain, [world.writer.head.hash.bytes])
        #expect(throws: error) {
            try Verifier.verify(mislabelled, space: world.space, at: world.start)
        }
    }

    @Test("Attack 33: S beyond the order, and a key that lets any signature pass")
    func signatureForms() throws {
        var world = World(seed: 6)
        var run = try world.append([world.opening])[0]
        // S + L is the same number modulo the order L of the group, written differently.
        let order = try #require(
            Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
        var bytes = run.signature.bytes
        var carry = 0
        for index in 0..<32 {
            let sum = Int(bytes[32 + index]) + Int(order[index]) + carry
            bytes[32 + index] = UInt8(truncatingIfNeeded: sum)
            carry = sum >> 8
        }
        try #require(carry == 0)
        run.signature = try #require(Bytes64(bytes))
        #expect(throws: LedgerError.badSignature(log: world.log, sequence: 1)) {
            try Verifier.verify(run, space: world.space, at: world.start)
        }
        // The neutral element as a log's key: R = S·B holds for every message with S = 0, R = 1.
        let neutral = try #require(Bytes32([1] + Bytes(repeating: 0, count: 31)))
        let signature = try #require(Bytes64([1] + Bytes(repeating: 0, count: 63)))
        let log = LogID(raw: neutral)
        let forged = Run(log: log, first: 1, commits: run.commits, signature: signature)
        #expect(throws: LedgerError.badSignature(log: log, sequence: 1)) {
            try Verifier.verify(
                forged, space: world.space, at: Head.start(space: world.space, log: log))
        }
    }

    @Test("Attack 33: a log key with a component of low order")
    func mixedOrderKey() throws {
        let world = World(seed: 7)
        // A point of order eight, added to nothing: the smallest key of that family.
        let key = try #require(
            Bytes32(hex: "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
        let log = LogID(raw: key)
        let run = Run(
            log: log, first: 1,
            commits: [Commit(epoch: World.noEpoch, content: .payload([1]))],
            signature: try #require(Bytes64(Bytes(repeating: 0, count: 64))))
        #expect(throws: LedgerError.badSignature(log: log, sequence: 1)) {
            try Verifier.verify(
                run, space: world.space, at: Head.start(space: world.space, log: log))
        }
    }

    @Test("Attack 34: more before one signature than the limits allow")
    func unsignedTail() {
        let world = World(seed: 8)
        let tiny = Commit(epoch: World.noEpoch, content: .payload([0]))
        let many = world.sign(Array(repeating: tiny, count: 257), at: world.start)
        #expect(throws: LedgerError.tooManyCommits(limit: 256, actual: 257)) {
            try Verifier.verify(many, space: world.space, at: world.start)
        }
        let quarter = Commit(
            epoch: World.noEpoch,
            content: .payload(Bytes(repeating: 0, count: Limits.commitBytes)))
        let large = world.sign(
            Array(repeating: quarter, count: 4) + [tiny], at: world.start)
        #expect(
            throws: LedgerError.runTooLarge(limit: Limits.runBytes, actual: Limits.runBytes + 1)
        ) { try Verifier.verify(large, space: world.space, at: world.start) }
        let oversize = Commit(
            epoch: World.noEpoch,
            content: .payload(Bytes(repeating: 0, count: Limits.commitBytes + 1)))
        #expect(
            throws: LedgerError.commitTooLarge(
                sequence: 1, limit: Limits.commitBytes, actual: Limits.commitBytes + 1)
        ) {
            try Verifier.verify(
                world.sign([oversize], at: world.start), space: world.space, at: world.start)
        }
    }

    @Test func everyFlippedBitOfARunIsNoticed() {
        forAll(cases: 12, "a run with a bit flipped is refused") { generator in
            var world = World(seed: generator.next())
            let run = try world.append([world.opening, world.post(2), world.post(3)])[0]
            let bytes = run.encoded()
            for index in bytes.indices {
                var damaged = bytes
                damaged[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
                guard let decoded = try? Run.decode(damaged), decoded != run else { continue }
                let head = Head.start(space: world.space, log: decoded.log)
                if (try? Verifier.verify(decoded, space: world.space, at: head)) != nil {
                    return false
                }
            }
            return true
        }
    }
}
