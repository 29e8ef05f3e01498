import TestKit
import Testing
import Wire

@Suite("Each limit and each rule of the strict profile")
struct LimitTests {
    private func body(_ operations: [Wire.Operation]) -> CommitBody {
        CommitBody(lamport: 1, wallClock: 0, operations: operations)
    }

    private func text(_ count: Int) -> Wire.Operation {
        .create(kind: 1, fields: [Field(1, .bytes(Bytes(repeating: 7, count: count)))])
    }

    @Test func anOperationMayHave64KiB() throws {
        let overhead = text(60_000).encodedByteCount - 60_000
        let largest = body([text(Limits.operationBytes - overhead)])
        #expect(try CommitBody.decode(largest.encodedWithinLimits()) == largest)
        let tooLarge = body([text(Limits.operationBytes - overhead + 1)])
        let error = WireError.tooLarge(
            field: "operation", limit: Limits.operationBytes, actual: Limits.operationBytes + 1)
        #expect(throws: error) { try tooLarge.encodedWithinLimits() }
        #expect(throws: error) { try CommitBody.decode(tooLarge.encoded()) }
    }

    @Test func aBodyMayHave256KiB() throws {
        let tooLarge = body(Array(repeating: text(60_000), count: 5))
        let bytes = tooLarge.encoded()
        let error = WireError.tooLarge(
            field: "commit body", limit: Limits.commitBytes, actual: bytes.count)
        #expect(throws: error) { try tooLarge.encodedWithinLimits() }
        #expect(throws: error) { try CommitBody.decode(bytes) }
    }

    private func run(_ commits: [Commit], first: UInt64 = 1) -> Run {
        var samples = Samples(generator: SeededGenerator(seed: 1))
        return Run(log: samples.fixed(), first: first, commits: commits, signature: samples.fixed())
    }

    private func commit(_ count: Int) -> Commit {
        Commit(
            epoch: EpochID(raw: Bytes8(word: 1)),
            content: .payload(Bytes(repeating: 1, count: count)))
    }

    @Test func aRunMayHave256CommitsAnd1MiB() throws {
        let largest = run(Array(repeating: commit(4_096), count: 256))
        #expect(try Run.decode(largest.encoded()) == largest)
        #expect(largest.payloadByteCount == Limits.runBytes)
        let tooMany = run(Array(repeating: commit(1), count: 257))
        #expect(
            throws: WireError.tooLarge(field: "commits of a run", limit: 256, actual: 257)
        ) { try Run.decode(tooMany.encoded()) }
        let tooLarge = run(Array(repeating: commit(4_097), count: 256))
        #expect(
            throws: WireError.tooLarge(
                field: "run", limit: Limits.runBytes, actual: 256 * 4_097)
        ) { try Run.decode(tooLarge.encoded()) }
        let commitTooLarge = run([commit(Limits.commitBytes + 1)])
        #expect(
            throws: WireError.tooLarge(
                field: "commit", limit: Limits.commitBytes, actual: Limits.commitBytes + 1)
        ) { try Run.decode(commitTooLarge.encoded()) }
    }

    @Test func aRunHasCommitsAndASequenceThatCanGoOn() {
        #expect(throws: WireError.malformed("run without commits")) {
            try Run.decode(run([]).encoded())
        }
        #expect(throws: WireError.malformed("run without commits")) {
            try Run.decode(run([commit(1)], first: 0).encoded())
        }
        #expect(throws: WireError.malformed("sequence")) {
            try Run.decode(run([commit(1)], first: .max).encoded())
        }
    }

    @Test(arguments: [
        ("0801" + "0801", "singular field repeated"),
        ("08ffffffffffffffffff02", "number beyond 64 bits"),
        ("08ff", "truncated number"),
        ("0d00000000", "layout of a field"),
        ("1b", "field layout"),
        ("00", "field number"),
        ("1a05", "truncated field"),
        ("1a04" + "1200" + "1200", "operation with two changes"),
        ("1a08" + "1206" + "1204" + "3000" + "3001", "field with two values"),
    ])
    func strictProfile(hex: String, says: String) throws {
        let bytes = try #require(Hex.decode(hex))
        #expect(throws: WireError.malformed(says)) { try CommitBody.decode(bytes) }
    }

    @Test func unknownFieldsArePassedOver() throws {
        // Field 99 as a number, a fixed 64-bit value, bytes and a fixed 32-bit value.
        let bytes = try #require(
            Hex.decode("0805" + "980601" + "99060102030405060708" + "9a0601ff" + "9d0600000000"))
        #expect(
            try CommitBody.decode(bytes)
                == CommitBody(lamport: 5, wallClock: 0, operations: []))
        // An operation that only a later version knows.
        let later = try #require(Hex.decode("1a034a0101"))
        #expect(try CommitBody.decode(later).operations == [.unknown])
    }

    @Test func textMustBeUTF8() throws {
        let bytes = try #require(Hex.decode("1a07" + "1205" + "1203" + "1201ff"))
        #expect(throws: WireError.malformed("text that is not UTF-8")) {
            try CommitBody.decode(bytes)
        }
    }

    @Test func lengthsOfKeysAreChecked() throws {
        let bytes = try #require(Hex.decode("1a07" + "1a05" + "0a0101" + "1200"))
        #expect(throws: WireError.length(field: "record", expected: 16, actual: 1)) {
            try CommitBody.decode(bytes)
        }
    }

    @Test func listsOfAMessageAreBounded() {
        let tag = SpaceTag(raw: Bytes8(word: 1))
        let many = Limits.rangeEntries + 1
        let needs = SessionMessage.want(
            space: tag, Array(repeating: Need(log: 1, from: 1), count: many))
        #expect(
            throws: WireError.tooLarge(field: "needs", limit: Limits.rangeEntries, actual: many)
        ) { try SessionMessage.decode(needs.encoded()) }
        let entries = SessionMessage.have(
            space: tag, Array(repeating: Entry(log: 1, length: 1, head: 1), count: many))
        #expect(
            throws: WireError.tooLarge(field: "entries", limit: Limits.rangeEntries, actual: many)
        ) { try SessionMessage.decode(entries.encoded()) }
        let farewell = SessionMessage.bye(.quota, detail: String(repeating: "x", count: 201))
        #expect(throws: WireError.tooLarge(field: "detail", limit: 200, actual: 201)) {
            try SessionMessage.decode(farewell.encoded())
        }
        let large = Bytes(repeating: 0, count: Limits.sessionMessageBytes + 1)
        #expect(
            throws: WireError.tooLarge(
                field: "session message", limit: Limits.sessionMessageBytes, actual: large.count)
        ) { try SessionMessage.decode(large) }
    }

    @Test func rangesAscend() {
        let tag = SpaceTag(raw: Bytes8(word: 1))
        for ends: [UInt64?] in [[5, 5, nil], [5, 4, nil], [nil, 5]] {
            let ranges = ends.map { FrontierRange(end: $0, content: .skip) }
            #expect(throws: WireError.malformed("ranges that do not ascend")) {
                try SessionMessage.decode(SessionMessage.ranges(space: tag, ranges).encoded())
            }
        }
    }

    @Test func foundingsHaveAKindThatFits() throws {
        var samples = Samples(generator: SeededGenerator(seed: 9))
        var founding = SpaceFounding(
            kind: .workplace, founder: samples.fixed(), nonce: samples.fixed(), workplace: nil)
        #expect(try SpaceFounding.decode(founding.encoded()) == founding)
        founding.workplace = samples.fixed()
        #expect(throws: WireError.malformed("kind of a space")) {
            try SpaceFounding.decode(founding.encoded())
        }
    }

    @Test func messagesAboutFilesAreBounded() throws {
        var samples = Samples(generator: SeededGenerator(seed: 3))
        let address: AttachmentAddress = samples.fixed()
        let space: SpaceTag = samples.fixed()
        func isRefused(_ message: FileMessage) -> Bool {
            (try? SessionMessage.decode(SessionMessage.file(message).encoded())) == nil
        }
        let largest = FileMessage.chunk(
            address, index: Limits.attachmentChunks - 1,
            sealed: Bytes(repeating: 1, count: Limits.attachmentChunkBytes),
            proof: (0..<Limits.attachmentProof).map { _ in samples.fixed() })
        let decoded = try SessionMessage.decode(SessionMessage.file(largest).encoded())
        #expect(decoded == .file(largest))
        #expect(
            isRefused(
                .chunk(
                    address, index: 0,
                    sealed: Bytes(repeating: 1, count: Limits.attachmentChunkBytes + 1), proof: []))
        )
        #expect(
            isRefused(
                .chunk(
                    address, index: 0, sealed: [1],
                    proof: (0...Limits.attachmentProof).map { _ in samples.fixed() })))
        #expect(isRefused(.chunk(address, index: Limits.attachmentChunks, sealed: [1], proof: [])))
        #expect(isRefused(.want(space: space, address, chunks: [])))
        #expect(isRefused(.want(space: space, address, chunks: Array(0...16))))
        #expect(isRefused(.have(address, [])))
        let bits = (Limits.attachmentChunks + 7) / 8
        #expect(isRefused(.have(address, Bytes(repeating: 1, count: bits + 1))))
        #expect(!isRefused(.have(address, Bytes(repeating: 1, count: bits))))
    }
}
