import Foundation
import Keys
import Ledger
import Wire

/// The vectors of chapter 21: trees of hashes with proofs, and sealed files.
func attachmentVectors() throws -> String {
    let plain = AttachmentShape.plainChunkBytes
    let counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17]
    return try vectorText(
        AttachmentVectors(
            files: try [1, 1_000, plain, plain + 1].map { try sealedFile(of: UInt64($0)) },
            trees: try counts.map { try tree(ofChunks: $0) }))
}

private func shape(of size: UInt64) throws -> AttachmentShape {
    guard let shape = AttachmentShape(size: size) else {
        throw VectorFailure.unexpected("no file has \(size) bytes")
    }
    return shape
}

/// A tree over leaves that are hashes of single bytes, with the proof of each.
private func tree(ofChunks count: Int) throws -> AttachmentVectors.Tree {
    let size = UInt64(count * AttachmentShape.plainChunkBytes - 1)
    var tree = HashTree(try shape(of: size))
    let leaves = (0..<count).map { HashTree.leaf(of: [UInt8($0)]) }
    let nodes = Dictionary(
        leaves.flatMap { tree.add($0) }.map { ($0.place, $0.hash) },
        uniquingKeysWith: { first, _ in first })
    guard let address = tree.address else { throw VectorFailure.unexpected("a tree has no root") }
    let root = TreePlace(level: tree.shape.levels.count - 1, index: 0)
    return AttachmentVectors.Tree(
        size: size, leaves: leaves.map(\.hex), root: nodes[root]?.hex ?? "",
        address: address.hex,
        proofs: (0..<count).map { chunk in
            tree.shape.siblings(of: chunk).compactMap { nodes[$0]?.hex }
        })
}

/// A file whose byte number i is i modulo 251, sealed with a key that counts.
private func sealedFile(of size: UInt64) throws -> AttachmentVectors.File {
    let shape = try shape(of: size)
    let key = counting(from: 0x40)
    let cipher = AttachmentCipher(shape, key: SecretBytes(copying: key))
    var tree = HashTree(shape)
    var leaves: [String] = []
    var last = Bytes()
    for chunk in 0..<shape.chunkCount {
        let start = chunk * AttachmentShape.plainChunkBytes
        let part = (start..<start + shape.plainBytes(of: chunk)).map { UInt8($0 % 251) }
        last = cipher.seal(part, chunk: chunk)
        let leaf = HashTree.leaf(of: last)
        leaves.append(leaf.hex)
        _ = tree.add(leaf)
    }
    guard let address = tree.address else { throw VectorFailure.unexpected("a file has no root") }
    return AttachmentVectors.File(
        size: size, key: Hex.encode(key), leaves: leaves,
        lastChunkEnds: Hex.encode(Bytes(last.suffix(32))), address: address.hex)
}

/// The file `Vectors/attachments.json`.
struct AttachmentVectors: Encodable {
    /// A file with its sealed chunks.
    struct File: Encodable {
        let size: UInt64
        let key: String
        let leaves: [String]
        let lastChunkEnds, address: String
    }

    /// A tree over given leaves.
    struct Tree: Encodable {
        let size: UInt64
        let leaves: [String]
        let root, address: String
        /// For each chunk the hashes beside its way to the root, from below.
        let proofs: [[String]]
    }

    let files: [File]
    let trees: [Tree]
}
