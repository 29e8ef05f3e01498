internal import Wire

/// How a file of some size is cut into chunks and how the tree of their hashes looks (chapter 21).
///
/// Everything here follows from the size alone, so whoever knows it can bound each message before
/// anything is read.
public struct AttachmentShape: Hashable, Sendable {
    /// Bytes of the file.
    public let size: UInt64

    /// Bytes of the file in each chunk but the last, which may have fewer.
    public static let plainChunkBytes = Limits.attachmentChunkBytes - overhead
    /// Bytes by which a sealed chunk is longer than its part of the file.
    static let overhead = 16

    /// The shape of a file of so many bytes; `nil` for none and for more than
    /// ``Limits/attachmentBytes``.
    public init?(size: UInt64) {
        guard size > 0, size <= Limits.attachmentBytes else { return nil }
        self.size = size
    }

    /// How many chunks there are, at least one.
    public var chunkCount: Int {
        let plain = UInt64(AttachmentShape.plainChunkBytes)
        return Int((size + plain - 1) / plain)
    }

    /// Bytes of all sealed chunks together.
    public var sealedSize: UInt64 {
        size + UInt64(chunkCount) * UInt64(AttachmentShape.overhead)
    }

    /// Whether there is a chunk with this number, counted from 0.
    public func hasChunk(_ chunk: Int) -> Bool { chunk >= 0 && chunk < chunkCount }

    /// Bytes of the file in one chunk.
    public func plainBytes(of chunk: Int) -> Int {
        guard chunk == chunkCount - 1 else { return AttachmentShape.plainChunkBytes }
        return Int(size - UInt64(chunk) * UInt64(AttachmentShape.plainChunkBytes))
    }

    /// Bytes of one sealed chunk.
    public func sealedBytes(of chunk: Int) -> Int {
        plainBytes(of: chunk) + AttachmentShape.overhead
    }

    /// Where a sealed chunk begins when all of them lie one behind the other.
    public func offset(of chunk: Int) -> UInt64 {
        UInt64(chunk) * UInt64(Limits.attachmentChunkBytes)
    }

    // MARK: The tree

    /// How many nodes each level of the tree has: the leaves first, one for each chunk; the root
    /// last.
    public var levels: [Int] {
        var levels = [chunkCount]
        while let last = levels.last, last > 1 { levels.append((last + 1) / 2) }
        return levels
    }

    /// Where a node stands when the levels lie one behind the other, counted in nodes.
    public func place(of node: TreePlace) -> Int {
        levels.prefix(node.level).reduce(0, +) + node.index
    }

    /// The nodes that stand beside the way from a chunk up to the root, from below; what a proof
    /// gives.
    public func siblings(of chunk: Int) -> [TreePlace] {
        var places: [TreePlace] = []
        var index = chunk
        for (level, count) in levels.enumerated() where count > 1 {
            let sibling = index ^ 1
            if sibling < count { places.append(TreePlace(level: level, index: sibling)) }
            index /= 2
        }
        return places
    }
}

/// A node of the tree of hashes.
public struct TreePlace: Hashable, Sendable {
    /// 0 for a leaf, one more for each step up.
    public var level: Int
    /// Its number within the level, counted from 0.
    public var index: Int

    /// Makes a place.
    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }
}
