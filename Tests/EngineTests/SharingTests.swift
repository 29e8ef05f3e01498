import Engine
import Keys
import Ledger
import Sync
import TestKit
import Testing
import Wire

/// What is shared in a session; catalogue: cases 81 to 84 and 86.
@Suite struct SharingTests {
    private func runs(
        _ count: Int, in space: SpaceID, by identity: LocalIdentity,
        using generator: inout SeededGenerator
    ) throws -> (runs: [Run], log: LogID, head: Head) {
        var writer = LogWriter(space: space, key: .generate(using: &generator))
        let keyring = Keyring(
            space: space, [EpochKey.generate(space: space, generation: 1, using: &generator)])
        let bodies = (0..<count).map { index in
            CommitBody(
                lamport: UInt64(index) + 1, wallClock: 0,
                operations: index == 0
                    ? [
                        .binding(
                            LogBinding.make(
                                space: space, log: writer.log, person: identity.person,
                                device: identity.device))
                    ] : [])
        }
        let runs = try writer.append(bodies, keyring: keyring, using: &generator)
        return (runs, writer.log, writer.head)
    }

    /// A peer that announced a log of three commits and was asked for it.
    private func wanted() throws -> (Stage, Puppet, [Run], LogID, Head) {
        var stage = try Stage()
        let ada = try stage.colleague()
        var puppet = try stage.meetMember(ada)
        let (runs, log, head) = try runs(
            3, in: stage.home, by: ada, using: &stage.generator)
        let tag = puppet.tag(of: stage.home)
        let entry = Entry(log: log.prefix, length: 3, head: head.hash.prefix)
        try stage.say(.have(space: tag, [entry]), &puppet)
        #expect(puppet.inbox == [.want(space: tag, [Need(log: log.prefix, from: 1)])])
        puppet.inbox = []
        return (stage, puppet, runs, log, head)
    }

    @Test func commitsAreStoredAcknowledgedAndInSync() throws {
        var (stage, puppet, runs, log, head) = try wanted()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.serving(space: tag, commits: 3, bytes: 100), &puppet)
        #expect(
            stage.node.explain(at: stage.now).map(\.cause)
                == [.transferring(received: 0, expected: 3)])
        try stage.say(.chunk(Chunk(space: tag, runs: runs, isFinal: true)), &puppet)
        let ingest = try #require(stage.ingests.first)
        #expect(ingest.runs == runs)
        #expect(puppet.inbox.isEmpty, "nothing is acknowledged before it is stored")
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [Stored.Change(log: log, head: head)],
                    token: ingest.token)))
        var puppets = [puppet]
        try stage.pass(.milliseconds(200), puppets: &puppets)
        #expect(
            puppets[0].inbox == [
                .have(
                    space: tag, [Entry(log: log.prefix, length: 3, head: head.hash.prefix)])
            ])
        #expect(stage.node.explain(at: stage.now).isEmpty)
        #expect(
            stage.node.holdings(of: puppet.identity.deviceID, in: stage.home).map(\.theirs) == [3])
    }

    /// Case 82: more than asked for, twice the same, and what doesn't fit.
    @Test func whatIsOfNoUseIsDroppedAndTooMuchOfItEndsTheSession() throws {
        var (stage, puppet, runs, log, head) = try wanted()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.serving(space: tag, commits: 3, bytes: 100), &puppet)
        try stage.say(.chunk(Chunk(space: tag, runs: runs + runs, isFinal: false)), &puppet)
        #expect(stage.ingests.map(\.runs) == [runs], "what is being stored isn't stored twice")
        let token = try #require(stage.ingests.first?.token)
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [Stored.Change(log: log, head: head)],
                    token: token)))
        stage.effects = []
        var gap = runs[0]
        gap.first = 9
        for _ in 0..<32 {
            try stage.say(.chunk(Chunk(space: tag, runs: runs + [gap], isFinal: false)), &puppet)
        }
        #expect(stage.ingests.isEmpty)
        #expect(!puppet.isClosed)
        try stage.say(.chunk(Chunk(space: tag, runs: [gap], isFinal: false)), &puppet)
        #expect(stage.endings == [.violation(.useless(65))])
    }

    @Test func forgedRunsEndTheSession() throws {
        var (stage, puppet, runs, log, _) = try wanted()
        let tag = puppet.tag(of: stage.home)
        var forged = runs
        forged[0].commits[1].content = .payload(Bytes(repeating: 3, count: 60))
        try stage.say(.chunk(Chunk(space: tag, runs: forged, isFinal: false)), &puppet)
        let ingest = try #require(stage.ingests.first)
        #expect(throws: LedgerError.badSignature(log: log, sequence: 3)) {
            try Verifier.verify(
                ingest.runs[0], space: stage.home, at: .start(space: stage.home, log: log))
        }
        let cause = Stored.Cause(.badSignature(log: log, sequence: 3), first: 1)
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [], token: ingest.token,
                    refusals: [Stored.Refusal(log: log, cause: cause)])))
        #expect(stage.endings == [.violation(.forgedRun(log))])
    }

    /// A run that contradicts what is here may be a fork: it is explained, and never asked for in a
    /// loop.
    @Test func aContradictionIsExplainedAndNotRepeated() throws {
        var (stage, puppet, runs, log, _) = try wanted()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.serving(space: tag, commits: 3, bytes: 100), &puppet)
        try stage.say(.chunk(Chunk(space: tag, runs: runs, isFinal: true)), &puppet)
        let token = try #require(stage.ingests.first?.token)
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(
                .stored(
                    Stored(
                        space: stage.home, changes: [], token: token,
                        refusals: [Stored.Refusal(log: log, cause: .contradiction)]))),
            to: &puppets)
        try stage.pass(.seconds(300), puppets: &puppets)
        #expect(!puppets[0].inbox.contains { if case .want = $0 { true } else { false } })
        #expect(
            stage.notes.contains(
                .forkSeen(puppet.identity.deviceID, stage.home, log: log.prefix)))
        #expect(
            puppets[0].isClosed || stage.node.explain(at: stage.now).map(\.cause) == [.fork])
    }

    @Test func aForkOfEqualLengthIsSeenAndExplained() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        var puppet = try stage.meetMember(ada)
        let log = LogID(raw: Bytes32(words: (5, 0, 0, 0)))
        let head = Head(length: 2, hash: Bytes32(words: (8, 8, 8, 8)))
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [Stored.Change(log: log, head: head)], written: []))
        )
        try stage.say(
            .have(space: puppet.tag(of: stage.home), [Entry(log: 5, length: 2, head: 9)]), &puppet)
        #expect(stage.notes.contains(.forkSeen(ada.deviceID, stage.home, log: 5)))
        #expect(stage.node.explain(at: stage.now).map(\.cause) == [.fork])
        #expect(stage.node.peers(at: stage.now).first?.spaces.map(\.forks).max() == 1)
        #expect(!puppet.inbox.contains { if case .want = $0 { true } else { false } })
    }

    /// Case 84: what a peer omits is missing, not gone, and somebody else is asked.
    @Test func whatOnePeerWithholdsIsAskedOfAnother() throws {
        var (stage, puppet, _, log, head) = try wanted()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.serving(space: tag, commits: 0, bytes: 0), &puppet)
        try stage.say(.chunk(Chunk(space: tag, runs: [], isFinal: true)), &puppet)
        #expect(stage.node.explain(at: stage.now).map(\.cause) == [.noPeerHasIt])
        #expect(stage.node.explain(at: stage.now).map(\.commits) == [3])
        let ben = try stage.colleague()
        stage.handle(
            .membersChanged(
                [puppet.member, Member(device: ben.deviceID, person: ben.person, name: "Ben")],
                removed: []))
        var other = try stage.greet(ben, spaces: [stage.home])
        var frontier = Frontier()
        frontier.set(log: log, head: head)
        let otherTag = other.tag(of: stage.home)
        other.inbox = []
        try stage.say(.offer(Offer(space: otherTag, digest: frontier.digest)), &other)
        let entry = Entry(log: log.prefix, length: 3, head: head.hash.prefix)
        try stage.say(
            .ranges(
                space: otherTag,
                [FrontierRange(end: nil, content: .entries([entry], answer: false))]),
            &other)
        #expect(
            other.inbox.contains(.want(space: otherTag, [Need(log: log.prefix, from: 1)])))
    }

    @Test func aWithheldLogNamesItsReason() throws {
        for (reason, cause) in [
            (Reason.quota, Explanation.Cause.quota), (.cut, .cut), (.notPermitted, .notPermitted),
            (.unavailable, .noPeerHasIt), (.waitingForDependency, .waitingForDependency),
        ] {
            var (stage, puppet, _, log, _) = try wanted()
            try stage.say(
                .withheld(space: puppet.tag(of: stage.home), logs: [log.prefix], reason), &puppet)
            #expect(stage.node.explain(at: stage.now).map(\.cause) == [cause])
        }
    }

    @Test func aPeerThatIsTooSlowDoesNotBlockOthers() throws {
        var (stage, puppet, _, log, head) = try wanted()
        var puppets = [puppet]
        for _ in 0..<5 {
            try stage.pass(.seconds(10), puppets: &puppets)
            for case .ping(let nonce) in puppets[0].inbox {
                try stage.say(.pong(nonce: nonce), &puppets[0])
            }
        }
        #expect(stage.notes.contains(.requestStalled(puppet.identity.deviceID, stage.home)))
        let ben = try stage.colleague()
        var other = try stage.greet(ben, spaces: [stage.home])
        let tag = other.tag(of: stage.home)
        try stage.say(.offer(Offer(space: tag, digest: Frontier().digest)), &other)
        other.inbox = []
        let entry = Entry(log: log.prefix, length: 3, head: head.hash.prefix)
        try stage.say(.have(space: tag, [entry]), &other)
        #expect(other.inbox == [.want(space: tag, [Need(log: log.prefix, from: 1)])])
    }

    /// Case 83: chunks are loaded and sent only as far as the peer has allowed it.
    @Test func aPeerThatGivesNoCreditGetsNoMore() throws {
        var stage = try Stage()
        let log = LogID(raw: Bytes32(words: (5, 0, 0, 0)))
        let head = Head(length: 1_000_000, hash: Bytes32(words: (8, 8, 8, 8)))
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [Stored.Change(log: log, head: head)], written: []))
        )
        let ada = try stage.colleague()
        var puppet = try stage.greet(ada, spaces: [stage.home])
        try stage.say(.want(space: puppet.tag(of: stage.home), [Need(log: 5, from: 1)]), &puppet)
        var loads = 0
        var sent = 0
        answering: while loads < 100 {
            let effects = stage.effects
            stage.effects = []
            var isQuiet = true
            for effect in effects {
                switch effect {
                case .count(let token, _, _):
                    stage.handle(.counted(token: token, commits: 1_000_000, bytes: 1 << 40))
                    isQuiet = false
                case .load(let token, _, _, _, let cursor, let maximum):
                    loads += 1
                    isQuiet = false
                    #expect(maximum <= Limits.chunkBytes)
                    let bytes = stage.handle(.loaded(try loaded(token, log, cursor)))
                    sent += bytes.reduce(0) { $0 + $1.1.count }
                default: break
                }
            }
            if isQuiet { break answering }
        }
        #expect(loads < 12)
        #expect(sent <= Limits.creditBytes + 100_000)
        #expect(sent > Limits.creditBytes / 2)
    }

    private func loaded(_ token: UInt64, _ log: LogID, _ cursor: Int64) throws -> LoadedRuns {
        let commit = Commit(
            epoch: EpochID(raw: Bytes8(word: 1)),
            content: .payload(Bytes(repeating: 0, count: 250_000)))
        let signature = try #require(Bytes64(Bytes(repeating: 0, count: 64)))
        let first = UInt64(cursor) * 2 + 1
        return LoadedRuns(
            token: token,
            runs: [Run(log: log, first: first, commits: [commit, commit], signature: signature)],
            cursor: cursor + 1, isFinal: false)
    }

    @Test func moreThanTheCreditAllowsEndsTheSession() throws {
        var (stage, puppet, runs, _, _) = try wanted()
        let tag = puppet.tag(of: stage.home)
        runs[0].commits = Array(
            repeating: Commit(
                epoch: EpochID(raw: Bytes8(word: 1)),
                content: .payload(Bytes(repeating: 0, count: 250_000))), count: 4)
        for _ in 0..<4 {
            try stage.say(.chunk(Chunk(space: tag, runs: runs, isFinal: false)), &puppet)
        }
        // Only the first was worth storing, and as that isn't done, its credit isn't given back.
        #expect(stage.ingests.count == 1)
        runs[0].first = 5
        for _ in 0..<4 where !puppet.isClosed {
            try stage.say(.chunk(Chunk(space: tag, runs: runs, isFinal: false)), &puppet)
            runs[0].first += 4
        }
        guard case .violation(.sync(.creditExceeded)) = stage.endings.first else {
            Issue.record("it ended with \(stage.endings)")
            return
        }
    }

    @Test func rulesOfWantingAreKept() throws {
        for (needs, violation) in [
            ([Need(log: 1, from: 0)], Violation.sync(.malformedWant(log: 1))),
            ([Need(log: 1, from: 1), Need(log: 1, from: 2)], .sync(.malformedWant(log: 1))),
        ] {
            var stage = try Stage()
            var puppet = try stage.meetMember(try stage.colleague())
            try stage.say(.want(space: puppet.tag(of: stage.home), needs), &puppet)
            #expect(stage.endings == [.violation(violation)])
        }
        var stage = try Stage()
        var puppet = try stage.meetMember(try stage.colleague())
        let tag = puppet.tag(of: stage.home)
        try stage.say(.want(space: tag, [Need(log: 1, from: 1)]), &puppet)
        #expect(puppet.inbox == [.withheld(space: tag, logs: [1], .unavailable)])
        try stage.say(.want(space: tag, [Need(log: 1, from: 1)]), &puppet)
        #expect(stage.endings == [.violation(.sync(.wantWhileServing))])
    }

    /// What a user writes goes at once to a peer that has everything before it.
    @Test func newCommitsArePushedAtOnce() throws {
        var stage = try Stage()
        var puppets = [try stage.meetMember(try stage.colleague())]
        let (runs, log, head) = try runs(
            2, in: stage.home, by: stage.identity, using: &stage.generator)
        let stored = Stored(
            space: stage.home, changes: [Stored.Change(log: log, head: head)], written: runs)
        try stage.deliver(stage.handle(.stored(stored)), to: &puppets)
        let tag = puppets[0].tag(of: stage.home)
        #expect(puppets[0].inbox == [.chunk(Chunk(space: tag, runs: runs, isFinal: false))])
        #expect(stage.node.explain(at: stage.now).map(\.cause) == [.awaitingAcknowledgement])
        let entry = Entry(log: log.prefix, length: 2, head: head.hash.prefix)
        try stage.say(.have(space: tag, [entry]), &puppets[0])
        #expect(stage.node.explain(at: stage.now).isEmpty)
    }

    @Test func ourOwnFailureIsNotThePeersFault() throws {
        var (stage, puppet, runs, _, _) = try wanted()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.serving(space: tag, commits: 3, bytes: 100), &puppet)
        try stage.say(.chunk(Chunk(space: tag, runs: runs, isFinal: true)), &puppet)
        let token = try #require(stage.ingests.first?.token)
        stage.effects = []
        stage.handle(.ingestFailed(token: token, "disk full"))
        #expect(stage.closed.isEmpty)
        #expect(stage.node.explain(at: stage.now).map(\.cause) == [.storageFailed("disk full")])
        var puppets = [puppet]
        for _ in 0..<8 {
            try stage.pass(.seconds(10), puppets: &puppets)
            for case .ping(let nonce) in puppets[0].inbox {
                try stage.say(.pong(nonce: nonce), &puppets[0])
            }
        }
        #expect(
            puppets[0].inbox.contains { if case .want = $0 { true } else { false } },
            "it is tried again later")
    }

    /// Random, flipped and valid messages in a wrong place, from a device that has proved itself:
    /// nothing crashes, and nothing reaches the database that doesn't verify.
    @Test func aHostileMemberNeverCrashesTheNode() {
        forAll(cases: 60, "a hostile member does no harm") { generator in
            var stage = try Stage(seed: generator.next())
            let ada = try stage.colleague()
            var puppet = try stage.meetMember(ada)
            let (runs, _, _) = try self.runs(4, in: stage.home, by: ada, using: &generator)
            for _ in 0..<120 where !puppet.isClosed {
                let bytes = Hostility.message(
                    to: puppet.tag(of: stage.home), runs: runs, using: &generator)
                try stage.say(bytes: try puppet.seal(raw: bytes), &puppet)
                try Hostility.answerReads(on: &stage, &puppet)
                guard stage.ingests.allSatisfy({ $0.runs.allSatisfy { $0.first >= 1 } }) else {
                    return false
                }
                stage.effects.removeAll { if case .close = $0 { false } else { true } }
                puppet.inbox = []
            }
            _ = stage.node.explain(at: stage.now)
            return stage.node.peers(at: stage.now).count == 1
        }
    }
}
