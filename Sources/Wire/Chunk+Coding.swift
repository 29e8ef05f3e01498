// Written by hand like the coding of `CommitBody`, and for the same reason.

extension Chunk {
    /// The number of the field of `SessionMessage` that holds a chunk.
    static let fieldNumber: UInt32 = 7

    func write(_ writer: inout FieldWriter) {
        writer.fixed64(1, space.raw.word)
        for run in runs {
            writer.message(2, expected: run.payloadByteCount) { run.write(&$0) }
        }
        writer.number(3, isFinal ? 1 : 0)
        writer.number(4, UInt64(hops))
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Chunk {
        var chunk = Chunk(space: SpaceTag(raw: Bytes8(word: 0)), runs: [], isFinal: false)
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .fixed64)
                chunk.space = SpaceTag(raw: Bytes8(word: try reader.fixed64()))
            case 2:
                try reader.many(tag, .delimited)
                chunk.runs.append(try reader.message("run", Run.read))
            case 3:
                try reader.once(tag, .varint)
                chunk.isFinal = try reader.flag()
            case 4:
                try reader.once(tag, .varint)
                chunk.hops = UInt32(truncatingIfNeeded: try reader.varint())
            default: try reader.skip(tag)
            }
        }
        return chunk
    }
}

extension Run {
    /// The bytes of its payloads together, 32 for an erased one: what ``Limits/runBytes`` bounds.
    public var payloadByteCount: Int {
        commits.reduce(0) { $0 + $1.content.byteCount }
    }

    /// The bytes of the message `Run`.
    public func encoded() -> Bytes {
        var writer = FieldWriter(capacity: 128 + payloadByteCount + 16 * commits.count)
        write(&writer)
        return writer.bytes
    }

    /// Reads the message `Run`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> Run {
        try WireError.check(bytes.count, within: Limits.sessionMessageBytes, "run")
        var reader = FieldReader(Bytes(bytes))
        return try read(&reader)
    }

    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, log)
        writer.number(2, first)
        var epoch: EpochID?
        for commit in commits {
            writer.message(3, expected: commit.content.byteCount) {
                if commit.epoch != epoch { $0.fixed(1, commit.epoch) }
                switch commit.content {
                case .payload(let payload): $0.presentBlob(2, payload)
                case .erased(let hash, let notice):
                    $0.message(3, expected: 100) {
                        $0.fixed(1, hash)
                        if let notice { $0.fixed(2, notice) }
                    }
                }
                $0.number(4, commit.isPermanent ? 1 : 0)
            }
            epoch = commit.epoch
        }
        writer.fixed(4, signature)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Run {
        var log: LogID?
        var first: UInt64 = 0
        var commits: [Commit] = []
        var byteCount = 0
        var signature: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                log = try reader.fixed("log")
            case 2:
                try reader.once(tag, .varint)
                first = try reader.varint()
            case 3:
                try reader.many(tag, .delimited)
                let epoch = commits.last?.epoch
                let commit = try reader.message("commit") { (inner) throws(WireError) in
                    try Commit.read(&inner, after: epoch)
                }
                commits.append(commit)
                byteCount += commit.content.byteCount
                try WireError.check(commits.count, within: Limits.runCommits, "commits of a run")
                try WireError.check(byteCount, within: Limits.runBytes, "run")
            case 4:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            default: try reader.skip(tag)
            }
        }
        guard first > 0, !commits.isEmpty else { throw .malformed("run without commits") }
        // The sequence after the run must be a number, too.
        guard first <= .max - UInt64(commits.count) else { throw .malformed("sequence") }
        return Run(
            log: try .required(log, "log"), first: first, commits: commits,
            signature: try .required(signature, "signature"))
    }
}

extension Commit.Content {
    /// The bytes of the payload, 32 if it is erased.
    public var byteCount: Int {
        switch self {
        case .payload(let payload): payload.count
        case .erased: Bytes32.byteCount
        }
    }
}

extension Commit {
    /// Reads a commit; without an epoch of its own it has that of the commit before it.
    fileprivate static func read(
        _ reader: inout FieldReader, after previous: EpochID?
    ) throws(WireError) -> Commit {
        var epoch = previous
        var content: Content?
        var isPermanent = false
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                let range = try reader.range()
                if !range.isEmpty { epoch = try reader.value(range, "epoch") }
            case 2:
                try reader.once(tag, .delimited)
                guard content == nil else { throw .malformed("commit with two contents") }
                let range = try reader.range()
                try WireError.check(range.count, within: Limits.commitBytes, "commit")
                content = .payload(reader.copy(range))
            case 3:
                try reader.once(tag, .delimited)
                guard content == nil else { throw .malformed("commit with two contents") }
                content = try reader.message("erased payload", readErased)
            case 4:
                try reader.once(tag, .varint)
                isPermanent = try reader.flag()
            default: try reader.skip(tag)
            }
        }
        guard let content else { throw .malformed("commit without content") }
        return Commit(
            epoch: try .required(epoch, "epoch"), content: content, isPermanent: isPermanent)
    }

    private static func readErased(_ reader: inout FieldReader) throws(WireError) -> Content {
        var hash: Bytes32?
        var notice: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                hash = try reader.fixed("hash of an erased payload")
            case 2:
                try reader.once(tag, .delimited)
                notice = try reader.fixed("notice of an erasure")
            default: try reader.skip(tag)
            }
        }
        return .erased(try .required(hash, "hash of an erased payload"), notice: notice)
    }
}
