import Sync
import TestKit
import Testing
import Wire

@Suite struct TransferTests {
    @Test func creditReturnsInPortionsAndNeverBlocks() throws {
        var sender = SendWindow()
        var receiver = ReceiveWindow()
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let bytes = Int.random(in: 1...Limits.sessionMessageBytes, using: &generator)
            try #require(sender.allows(bytes), "a chunk must always fit once all is settled")
            sender.spend(bytes)
            try receiver.receive(bytes)
            if let credit = receiver.settle(bytes) { try sender.grant(credit) }
            #expect(sender.available == receiver.allowed)
        }
    }

    @Test func whoSendsMoreThanAllowedIsCaught() throws {
        var receiver = ReceiveWindow()
        for _ in 0..<4 { try receiver.receive(Limits.creditBytes / 4) }
        #expect(throws: SyncError.creditExceeded(allowed: 0, received: 1)) {
            try receiver.receive(1)
        }
        var sender = SendWindow()
        #expect(throws: SyncError.creditOverflow) { try sender.grant(1) }
        #expect(throws: SyncError.creditOverflow) { try sender.grant(.max) }
    }

    @Test func eachLogIsAskedForOnceAndOfWhoHasMost() {
        func missing(_ log: UInt64, _ through: UInt64) -> PeerSpace.Missing {
            PeerSpace.Missing(log: log, from: 1, through: through)
        }
        var assignments = Assignments<String>()
        let first = assignments.assign([
            ("a", [missing(1, 5), missing(2, 5)]), ("b", [missing(1, 5), missing(2, 9)]),
        ])
        #expect(first.map(\.peer) == ["a", "b"])
        #expect(first.map { $0.wanted.map(\.log) } == [[1], [2]])
        #expect(assignments.assign([("c", [missing(1, 9), missing(2, 9)])]).isEmpty)
        assignments.release("a")
        #expect(assignments.holder(of: 1) == nil)
        #expect(assignments.assign([("c", [missing(1, 9), missing(2, 9)])]).map(\.peer) == ["c"])
    }

    private func run(_ log: UInt64, first: UInt64, commits: Int, bytes: Int) throws -> Run {
        let epoch = EpochID(raw: Bytes8(word: 1))
        let commit = Commit(epoch: epoch, content: .payload(Bytes(repeating: 1, count: bytes)))
        return Run(
            log: LogID(raw: Bytes32(words: (log, 0, 0, 0))), first: first,
            commits: Array(repeating: commit, count: commits),
            signature: try #require(Bytes64(Bytes(repeating: 2, count: 64))))
    }

    @Test func chunksAreFilledButNeverTooLarge() throws {
        let tag = SpaceTag(raw: Bytes8(word: 3))
        let runs =
            try (0..<40).map { try run(UInt64($0), first: 1, commits: 8, bytes: 5_000) }
            + [try run(99, first: 1, commits: 4, bytes: Limits.commitBytes)]
        let chunks = Serving.chunks(of: runs, space: tag)
        #expect(chunks.flatMap(\.runs) == runs)
        for chunk in chunks {
            let size = SessionMessage.chunk(chunk).encoded().count
            #expect(size <= Limits.sessionMessageBytes)
            #expect(size <= Limits.chunkBytes || chunk.runs.count == 1)
        }
        #expect(chunks.count <= 6)
    }

    @Test func aServingCountsLoadsAndEndsWithAFinalChunk() throws {
        let tag = SpaceTag(raw: Bytes8(word: 3))
        let log = LogID(raw: Bytes32(words: (1, 0, 0, 0)))
        var serving = Serving(needs: [(log, 1)])
        #expect(!serving.isReadyToLoad)
        serving.counted()
        #expect(serving.isReadyToLoad)
        serving.isLoading()
        serving.loaded(
            [try run(1, first: 1, commits: 1, bytes: 9)], cursor: 1, isFinal: false, space: tag)
        #expect(serving.next?.isFinal == false)
        #expect(!serving.isReadyToLoad, "one batch at a time")
        serving.sentNext()
        #expect(serving.isReadyToLoad)
        serving.isLoading()
        serving.loaded([], cursor: 1, isFinal: false, space: tag)
        #expect(serving.next?.isFinal == true, "a cursor that stands still ends the answer")
        serving.sentNext()
        #expect(serving.isFinished)
    }

    @Test func aRequestIsFinishedWhenAllIsStored() throws {
        var request = Request([PeerSpace.Missing(log: 1, from: 1, through: 2)])
        #expect(throws: SyncError.answerWithoutWant) {
            try request.receive(commits: 0, isFinal: true, isStoring: false)
        }
        try request.receive(commits: 2, bytes: 100)
        #expect(throws: SyncError.answerWithoutWant) { try request.receive(commits: 2, bytes: 1) }
        try request.receive(commits: 2, isFinal: true, isStoring: true)
        #expect(!request.isFinished)
        request.stored()
        #expect(request.isFinished)
    }

    @Test func sequencesOfARunThatDoNotFitAreSeen() throws {
        #expect(try run(1, first: 0, commits: 1, bytes: 1).last == nil)
        #expect(try run(1, first: .max, commits: 2, bytes: 1).last == nil)
        #expect(try run(1, first: .max, commits: 1, bytes: 1).last == .max)
        #expect(try run(1, first: 5, commits: 3, bytes: 1).last == 7)
    }
}
