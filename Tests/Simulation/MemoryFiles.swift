internal import Engine
internal import Keys
public import Ledger
internal import TestKit
public import Wire

/// A file that was cut and sealed, for computers to hold.
public struct SampleFile: Sendable {
    /// Its address and size.
    public let id: AttachmentID
    /// Its chunks with their proofs.
    public let chunks: [ProvenChunk]

    /// Makes a file of so many chunks; the last one is short.
    public init?(chunks count: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let size = UInt64(count - 1) * UInt64(AttachmentShape.plainChunkBytes) + 100
        guard let shape = AttachmentShape(size: size) else { return nil }
        let cipher = AttachmentCipher(shape, key: SecretBytes(copying: generator.bytes(32)))
        var tree = HashTree(shape)
        var nodes: [TreePlace: Bytes32] = [:]
        var sealed: [Bytes] = []
        for index in 0..<count {
            let plain = Bytes(repeating: UInt8(index & 255), count: shape.plainBytes(of: index))
            sealed.append(cipher.seal(plain, chunk: index))
            for node in tree.add(HashTree.leaf(of: sealed[index])) { nodes[node.place] = node.hash }
        }
        guard let address = tree.address else { return nil }
        id = AttachmentID(address, shape)
        chunks = sealed.enumerated().map { index, bytes in
            ProvenChunk(
                index: index, sealed: bytes,
                proof: shape.siblings(of: index).compactMap { nodes[$0] })
        }
    }
}

/// The attached files of a simulated computer; they survive a crash of its node.
public struct MemoryFiles: Sendable {
    /// The chunks that are here, by file and number.
    public private(set) var chunks: [AttachmentAddress: [Int: ProvenChunk]] = [:]
    /// The spaces whose records name a file, with its form.
    private var named: [AttachmentAddress: (id: AttachmentID, spaces: Set<SpaceID>)] = [:]
    /// Whether it changes a byte of every chunk that it gives.
    public var lies = false
    /// How many chunks it gave.
    public private(set) var given = 0
    /// How many chunks came that were here already.
    public private(set) var duplicates = 0

    /// Notes that a record of a space names a file.
    public mutating func name(_ file: AttachmentID, in space: SpaceID) {
        named[file.address, default: (file, [])].spaces.insert(space)
    }

    /// Keeps chunks of a file.
    public mutating func keep(_ some: some Sequence<ProvenChunk>, of file: AttachmentID) {
        for chunk in some { chunks[file.address, default: [:]][chunk.index] = chunk }
    }

    /// Which chunks are here.
    public func here(_ file: AttachmentID) -> ChunkSet {
        var set = ChunkSet(of: file.shape.chunkCount)
        for index in chunks[file.address, default: [:]].keys { set.insert(index) }
        return set
    }

    private func isLive(_ address: AttachmentAddress, in space: SpaceID) -> Bool {
        named[address]?.spaces.contains(space) == true
    }

    mutating func carryOut(_ effect: Effect) -> Event? {
        switch effect {
        case .lookForFile(let token, let space, let address):
            let set = named[address].map { here($0.id) }
            return .fileFound(token: token, isLive(address, in: space) ? set : nil)
        case .readFileChunk(let token, let space, let address, let index):
            guard isLive(address, in: space) else { return .fileRead(token: token, .notPermitted) }
            guard var chunk = chunks[address]?[index] else {
                return .fileRead(token: token, .unavailable)
            }
            given += 1
            if lies { chunk.sealed[0] ^= 1 }
            return .fileRead(token: token, .chunk(chunk))
        case .storeFileChunk(let from, let file, let chunk):
            if chunks[file.address]?[chunk.index] != nil { duplicates += 1 }
            keep([chunk], of: file)
            return .fileChunkStored(chunk.index, of: file.address, from: from, isHere: true)
        default: return nil
        }
    }
}
