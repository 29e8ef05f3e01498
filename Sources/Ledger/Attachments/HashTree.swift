internal import Keys
public import Wire

/// The tree of hashes over the sealed chunks of one file, made from its leaves one after the other.
///
/// It remembers one hash a level, whatever the size of the file. The shape of the tree is that of
/// RFC 9162, section 2.1.1; the hashes have labels of this project.
public struct HashTree: Sendable {
    /// A node with its hash.
    public struct Node: Hashable, Sendable {
        /// Where it stands.
        public var place: TreePlace
        /// The hash.
        public var hash: Bytes32
    }

    /// The shape of the file.
    public let shape: AttachmentShape
    private let levels: [Int]
    /// The nodes that wait for their right neighbour, by level.
    private var waiting: [Bytes32?]
    /// How many nodes each level has got.
    private var counts: [Int]

    /// A tree without leaves.
    public init(_ shape: AttachmentShape) {
        self.shape = shape
        levels = shape.levels
        waiting = Array(repeating: nil, count: levels.count)
        counts = Array(repeating: 0, count: levels.count)
    }

    /// Whether every chunk has its leaf.
    public var isComplete: Bool { counts[0] == levels[0] }

    /// The address of the file, once ``isComplete``.
    public var address: AttachmentAddress? {
        guard isComplete, let root = waiting[levels.count - 1] else { return nil }
        return HashTree.address(root: root, of: shape)
    }

    /// Adds the leaf of the next chunk.
    ///
    /// - Returns: The nodes that are known by that, each once; none if there are all leaves already.
    public mutating func add(_ leaf: Bytes32) -> [Node] {
        guard !isComplete else { return [] }
        var nodes: [Node] = []
        place(leaf, at: 0, &nodes)
        guard isComplete else { return nodes }
        // A last node without a neighbour stands for itself on the next level.
        for level in 0..<levels.count - 1 where !levels[level].isMultiple(of: 2) {
            if let alone = waiting[level] { place(alone, at: level + 1, &nodes) }
        }
        return nodes
    }

    private mutating func place(_ hash: Bytes32, at level: Int, _ nodes: inout [Node]) {
        let index = counts[level]
        counts[level] += 1
        nodes.append(Node(place: TreePlace(level: level, index: index), hash: hash))
        if !index.isMultiple(of: 2), let left = waiting[level] {
            waiting[level] = nil
            place(HashTree.join(left, hash), at: level + 1, &nodes)
        } else {
            waiting[level] = hash
        }
    }

    // MARK: The hashes

    /// The leaf of a sealed chunk.
    public static func leaf(of sealed: Bytes) -> Bytes32 {
        sealed.withUnsafeBytes { Hash.digest(.attachmentLeaf, $0) }
    }

    /// The node above two others.
    public static func join(_ left: Bytes32, _ right: Bytes32) -> Bytes32 {
        Hash.digest(.attachmentNode, [left.bytes, right.bytes])
    }

    /// The address of a file with a root.
    public static func address(root: Bytes32, of shape: AttachmentShape) -> AttachmentAddress {
        AttachmentAddress(
            raw: Hash.digest(.attachment, [bigEndianBytes(shape.size), root.bytes]))
    }
}
