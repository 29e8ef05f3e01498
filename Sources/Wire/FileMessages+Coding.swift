internal import SwiftProtobuf

extension FileMessage {
    /// Puts the message into the one that every session message is.
    func fill(_ message: inout PBSessionMessage) {
        switch self {
        case .ask(let space, let address):
            message.fileAsk.space = space.raw.word
            message.fileAsk.address = blob(address.bytes)
        case .have(let address, let chunks):
            message.fileHave.address = blob(address.bytes)
            message.fileHave.complete = chunks == nil
            message.fileHave.chunks = blob(chunks ?? [])
        case .want(let space, let address, let chunks):
            message.fileWant.space = space.raw.word
            message.fileWant.address = blob(address.bytes)
            message.fileWant.chunks = chunks.map { UInt32(truncatingIfNeeded: $0) }
        case .chunk(let address, let index, let sealed, let proof):
            message.fileChunk.address = blob(address.bytes)
            message.fileChunk.index = UInt32(truncatingIfNeeded: index)
            message.fileChunk.sealed = blob(sealed)
            message.fileChunk.proof = blob(proof.flatMap(\.bytes))
        case .refused(let address, let chunks, let reason):
            message.fileRefused.address = blob(address.bytes)
            message.fileRefused.chunks = chunks.map { UInt32(truncatingIfNeeded: $0) }
            message.fileRefused.reason = reason.message
        }
    }

    init(_ ask: PBFileAsk) throws(WireError) {
        self = .ask(space: SpaceTag(ask.space), try fixedBytes(ask.address, "address"))
    }

    init(_ have: PBFileHave) throws(WireError) {
        let limit = (Limits.attachmentChunks + 7) / 8
        try WireError.check(have.chunks.count, within: limit, "chunks that are there")
        guard have.complete == have.chunks.isEmpty else {
            throw .malformed("chunks that are there")
        }
        self = .have(
            try fixedBytes(have.address, "address"), have.complete ? nil : Bytes(have.chunks))
    }

    init(_ want: PBFileWant) throws(WireError) {
        guard !want.chunks.isEmpty else { throw .malformed("wanted chunks") }
        self = .want(
            space: SpaceTag(want.space), try fixedBytes(want.address, "address"),
            chunks: try FileMessage.numbers(want.chunks))
    }

    init(_ chunk: PBFileChunk) throws(WireError) {
        let size = Bytes32.byteCount
        try WireError.check(
            chunk.sealed.count, within: Limits.attachmentChunkBytes, "chunk of a file")
        try WireError.check(chunk.proof.count, within: Limits.attachmentProof * size, "proof")
        let bytes = Bytes(chunk.proof)
        guard bytes.count.isMultiple(of: size) else { throw .malformed("proof") }
        let proof = stride(from: 0, to: bytes.count, by: size).compactMap {
            Bytes32(bytes[$0..<$0 + size])
        }
        self = .chunk(
            try fixedBytes(chunk.address, "address"),
            index: try FileMessage.numbers([chunk.index])[0], sealed: Bytes(chunk.sealed),
            proof: proof)
    }

    init(_ refused: PBFileRefused) throws(WireError) {
        self = .refused(
            try fixedBytes(refused.address, "address"),
            chunks: try FileMessage.numbers(refused.chunks), Reason(refused.reason))
    }

    private static func numbers(_ chunks: [UInt32]) throws(WireError) -> [Int] {
        try WireError.check(chunks.count, within: Limits.attachmentRequests, "wanted chunks")
        for chunk in chunks {
            try WireError.check(Int(chunk), within: Limits.attachmentChunks - 1, "chunk number")
        }
        return chunks.map(Int.init)
    }
}
