/// A commit whose payload its author takes back (chapter 05, section 6).
public struct ErasedCommit: Hashable, Sendable {
    /// The commit's place in the log that the statement stands in.
    public var sequence: UInt64
    /// The hash of the payload, which stays in its place.
    public var payloadHash: Bytes32
    /// The log key's signature over space, log, sequence and hash.
    public var signature: Bytes64
    /// Which of the commit's operations created records, by index.
    public var records: [UInt32]

    /// Names a commit.
    public init(sequence: UInt64, payloadHash: Bytes32, signature: Bytes64, records: [UInt32]) {
        self.sequence = sequence
        self.payloadHash = payloadHash
        self.signature = signature
        self.records = records
    }
}

extension ErasedCommit {
    func write(_ writer: inout FieldWriter) {
        writer.number(1, sequence)
        writer.fixed(2, payloadHash)
        writer.fixed(3, signature)
        for record in records { writer.presentNumber(4, UInt64(record)) }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> ErasedCommit {
        var sequence: UInt64 = 0
        var payloadHash: Bytes32?
        var signature: Bytes64?
        var records: [UInt32] = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .varint)
                sequence = try reader.varint()
            case 2:
                try reader.once(tag, .delimited)
                payloadHash = try reader.fixed("payload hash")
            case 3:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            case 4:
                try reader.many(tag, .varint)
                records.append(try reader.varint32())
                try WireError.check(records.count, within: Limits.erasures, "erased records")
            default: try reader.skip(tag)
            }
        }
        return ErasedCommit(
            sequence: sequence, payloadHash: try .required(payloadHash, "payload hash"),
            signature: try .required(signature, "signature"), records: records)
    }

    /// The content of `WordsErased`.
    static func readList(_ reader: inout FieldReader) throws(WireError) -> [ErasedCommit] {
        var commits: [ErasedCommit] = []
        while let tag = try reader.next() {
            guard tag.number == 1 else {
                try reader.skip(tag)
                continue
            }
            try reader.many(tag, .delimited)
            commits.append(try reader.message("erased commit", read))
            try WireError.check(commits.count, within: Limits.erasures, "erased commits")
        }
        return commits
    }

    /// The content of `ErasureApplied`.
    static func readApplied(_ reader: inout FieldReader) throws(WireError) -> [OperationID] {
        var erasures: [OperationID] = []
        while let tag = try reader.next() {
            guard tag.number == 1 else {
                try reader.skip(tag)
                continue
            }
            try reader.many(tag, .delimited)
            erasures.append(try reader.fixed("erasure"))
            try WireError.check(erasures.count, within: Limits.erasures, "erasures")
        }
        return erasures
    }
}
