internal import SwiftProtobuf

extension SessionMessage {
    /// The bytes of the message `SessionMessage`.
    public func encoded() -> Bytes {
        if case .chunk(let chunk) = self {
            let size = chunk.runs.reduce(64) {
                $0 + 128 + $1.payloadByteCount + 16 * $1.commits.count
            }
            var writer = FieldWriter(capacity: size)
            writer.message(Chunk.fieldNumber, expected: size) { chunk.write(&$0) }
            return writer.bytes
        }

        return serialized(message)
    }

    /// Reads the message `SessionMessage`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> SessionMessage {
        try WireError.check(bytes.count, within: Limits.sessionMessageBytes, "session message")
        let bytes = Bytes(bytes)
        if let chunk = try decodeChunk(bytes) { return .chunk(chunk) }
        let decoded: PBSessionMessage
        do {
            decoded = try PBSessionMessage(serializedBytes: bytes)
        } catch {
            throw .malformed("session message")
        }
        return try SessionMessage(decoded)
    }

    /// Reads a message that begins with a chunk, and must then hold nothing else that we know.
    private static func decodeChunk(_ bytes: Bytes) throws(WireError) -> Chunk? {
        guard bytes.first == UInt8(Chunk.fieldNumber << 3 | 2) else { return nil }
        var reader = FieldReader(bytes)
        var chunk: Chunk?
        while let tag = try reader.next() {
            switch tag.number {
            case Chunk.fieldNumber:
                try reader.once(tag, .delimited)
                chunk = try reader.message("chunk", Chunk.read)
            case 1...16, 40...44, 50...53: throw .malformed("message with two contents")
            default: try reader.skip(tag)
            }
        }
        return chunk
    }
}

extension SessionMessage {
    private var message: PBSessionMessage {
        var message = PBSessionMessage()
        switch self {
        case .proof(let proof): message.proof = proof.message
        case .hello(let hello): message.hello = hello.message
        case .offer(let offer):
            offer.fill(&message.offer)
        case .ranges(let space, let ranges):
            message.ranges.space = space.raw.word
            message.ranges.ranges = ranges.map(\.message)
        case .want(let space, let needs):
            message.want.space = space.raw.word
            message.want.logs = needs.map(\.log)
            message.want.from = needs.map(\.from)
        case .serving(let space, let commits, let bytes):
            message.serving.space = space.raw.word
            message.serving.commits = commits
            message.serving.bytes = bytes
        case .have(let space, let entries, let hops):
            message.have.hops = hops
            message.have.space = space.raw.word
            message.have.entries = PBEntries(entries)
        case .credit(let bytes): message.credit.bytes = bytes
        case .ping(let nonce): message.ping.nonce = nonce
        case .pong(let nonce): message.pong.nonce = nonce
        case .bye(let reason, let detail):
            message.bye.reason = reason.message
            message.bye.detail = detail
        case .withheld(let space, let logs, let reason):
            message.withheld.space = space.raw.word
            message.withheld.logs = logs
            message.withheld.reason = reason.message
        case .letter(let letter):
            message.letter.id = blob(letter.id.bytes)
            message.letter.box = blob(letter.box)
        case .letterTaken(let id): message.letterTaken.id = blob(id.bytes)
        case .knock(let proof): message.knock.proof = blob(proof.bytes)
        case .file(let file): file.fill(&message)
        case .live(let live): live.fill(&message)
        case .chunk, .unknown: break
        }
        return message
    }

    private init(_ decoded: PBSessionMessage) throws(WireError) {
        switch decoded.message {
        case .proof(let proof): self = .proof(try Proof(proof))
        case .hello(let hello): self = .hello(try Hello(hello))
        case .offer(let offer): self = .offer(try Offer(offer))
        case .ranges(let ranges):
            self = .ranges(
                space: SpaceTag(ranges.space), try FrontierRange.list(ranges.ranges))
        case .want(let want):
            self = .want(space: SpaceTag(want.space), try Need.list(want))
        case .serving(let serving):
            self = .serving(
                space: SpaceTag(serving.space), commits: serving.commits, bytes: serving.bytes)
        case .have(let have):
            self = .have(
                space: SpaceTag(have.space), try Entry.list(have.entries), hops: have.hops)
        case .credit(let credit): self = .credit(bytes: credit.bytes)
        case .ping(let ping): self = .ping(nonce: ping.nonce)
        case .pong(let pong): self = .pong(nonce: pong.nonce)
        case .bye(let bye):
            try WireError.check(bye.detail.utf8.count, within: Limits.farewellBytes, "detail")
            self = .bye(Reason(bye.reason), detail: bye.detail)
        case .withheld(let withheld):
            try WireError.check(withheld.logs.count, within: Limits.rangeEntries, "logs")
            self = .withheld(
                space: SpaceTag(withheld.space), logs: withheld.logs, Reason(withheld.reason))
        case .letter(let letter):
            try WireError.check(letter.box.count, within: Limits.letterBytes, "letter")
            self = .letter(
                Letter(id: try fixedBytes(letter.id, "letter"), box: Bytes(letter.box)))
        case .letterTaken(let taken):
            self = .letterTaken(try fixedBytes(taken.id, "letter"))
        case .knock(let knock): self = .knock(proof: try fixedBytes(knock.proof, "knock"))
        case .fileAsk(let ask): self = .file(try FileMessage(ask))
        case .fileHave(let have): self = .file(try FileMessage(have))
        case .fileWant(let want): self = .file(try FileMessage(want))
        case .fileChunk(let chunk): self = .file(try FileMessage(chunk))
        case .fileRefused(let refused): self = .file(try FileMessage(refused))
        case .neighbour(let neighbour): self = .live(.neighbour(isWanted: neighbour.wanted))
        case .acquaintances(let list): self = .live(.acquaintances(try Acquaintance.list(list)))
        case .prune(let prune): self = .live(.prune(space: SpaceTag(prune.space)))
        case .graft(let graft): self = .live(.graft(space: SpaceTag(graft.space)))
        case .chunk: throw .malformed("chunk behind another content")
        case nil: self = .unknown
        }
    }
}

extension SpaceTag {
    /// Makes a tag of the number that stands for it in messages.
    init(_ word: UInt64) { self.init(raw: Bytes8(word: word)) }
}
