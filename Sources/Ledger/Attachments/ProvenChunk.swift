public import Wire

/// What a node needs to know of an attachment to ask for it and to check it: nothing of its content.
public struct AttachmentID: Hashable, Sendable {
    /// The hash over size and sealed chunks.
    public let address: AttachmentAddress
    /// The size and what follows from it.
    public let shape: AttachmentShape

    /// Names an attachment.
    public init(_ address: AttachmentAddress, _ shape: AttachmentShape) {
        self.address = address
        self.shape = shape
    }

    /// Names an attachment of so many bytes; `nil` if none has this size.
    public init?(_ address: AttachmentAddress, size: UInt64) {
        guard let shape = AttachmentShape(size: size) else { return nil }
        self.init(address, shape)
    }
}

/// A sealed chunk with the hashes that tie it to the address of its file.
///
/// It is checked by itself, in whichever order chunks come and whoever sends them.
public struct ProvenChunk: Equatable, Sendable {
    /// The chunk, counted from 0.
    public var index: Int
    /// Its sealed bytes.
    public var sealed: Bytes
    /// The hashes beside its way to the root, from below.
    public var proof: [Bytes32]

    /// Makes a chunk; ``check(against:)`` says what it is worth.
    public init(index: Int, sealed: Bytes, proof: [Bytes32]) {
        self.index = index
        self.sealed = sealed
        self.proof = proof
    }

    /// Checks that the chunk is the one that the address names.
    ///
    /// - Returns: The nodes of the tree that are proved by it: its leaf and those of the proof.
    /// - Throws: ``AttachmentError``.
    public func check(
        against attachment: AttachmentID
    ) throws(AttachmentError) -> [HashTree.Node] {
        let shape = attachment.shape
        guard shape.hasChunk(index) else {
            throw .noSuchChunk(index, count: shape.chunkCount)
        }
        guard sealed.count == shape.sealedBytes(of: index) else {
            throw .wrongLength(
                chunk: index, expected: shape.sealedBytes(of: index), actual: sealed.count)
        }
        let places = shape.siblings(of: index)
        guard proof.count == places.count else {
            throw .wrongProof(chunk: index, expected: places.count, actual: proof.count)
        }
        let leaf = HashTree.leaf(of: sealed)
        var nodes = [HashTree.Node(place: TreePlace(level: 0, index: index), hash: leaf)]
        var hash = leaf
        for (place, sibling) in zip(places, proof) {
            // Where a level has no sibling the hash stands for itself, so nothing is done for it.
            hash =
                place.index.isMultiple(of: 2)
                ? HashTree.join(sibling, hash) : HashTree.join(hash, sibling)
            nodes.append(HashTree.Node(place: place, hash: sibling))
        }
        guard HashTree.address(root: hash, of: shape) == attachment.address else {
            throw .notAuthentic(chunk: index)
        }
        return nodes
    }
}

/// Why a chunk is not the one that an address names, or can't be opened.
public enum AttachmentError: Error, Equatable, Sendable {
    /// The file has fewer chunks.
    case noSuchChunk(Int, count: Int)
    /// A chunk of this file has another number of bytes.
    case wrongLength(chunk: Int, expected: Int, actual: Int)
    /// The proof has too few or too many hashes.
    case wrongProof(chunk: Int, expected: Int, actual: Int)
    /// The hashes don't lead to the address: bytes or proof aren't those of this file.
    case notAuthentic(chunk: Int)
    /// The chunk wasn't sealed with this key for this place.
    case cannotDecrypt(chunk: Int)
}
