public import Wire

/// Some of the chunks of a file: which are here, which a peer has, which are still missing.
public struct ChunkSet: Equatable, Sendable {
    /// How many chunks the file has.
    public let limit: Int
    /// How many of them are in the set.
    public private(set) var count: Int
    private var words: [UInt64]

    /// No chunk of a file with so many.
    public init(of limit: Int) {
        self.limit = limit
        count = 0
        words = Array(repeating: 0, count: (limit + 63) / 64)
    }

    /// All chunks of a file with so many.
    public init(allOf limit: Int) {
        self.limit = limit
        count = limit
        words = Array(repeating: ~0, count: (limit + 63) / 64)
        if !limit.isMultiple(of: 64) { words[limit / 64] = (1 << UInt64(limit % 64)) - 1 }
    }

    /// Whether it has every chunk.
    public var isComplete: Bool { count == limit }
    /// Whether it has none.
    public var isEmpty: Bool { count == 0 }

    /// Whether a chunk is in the set; `false` for one that the file doesn't have.
    public func contains(_ chunk: Int) -> Bool {
        guard chunk >= 0, chunk < limit else { return false }
        return words[chunk / 64] & (1 << UInt64(chunk % 64)) != 0
    }

    /// Adds a chunk; one that the file doesn't have is passed over.
    ///
    /// - Returns: Whether the set grew.
    @discardableResult
    public mutating func insert(_ chunk: Int) -> Bool {
        guard chunk >= 0, chunk < limit, !contains(chunk) else { return false }
        words[chunk / 64] |= 1 << UInt64(chunk % 64)
        count += 1
        return true
    }

    /// Takes a chunk away.
    public mutating func remove(_ chunk: Int) {
        guard contains(chunk) else { return }
        words[chunk / 64] &= ~(1 << UInt64(chunk % 64))
        count -= 1
    }

    /// The first chunk from a number on, and then from 0, that is in this set and in none of two
    /// others of the same file; `nil` if there is none.
    public func first(
        from start: Int, without other: ChunkSet, and another: ChunkSet
    ) -> Int? {
        guard limit > 0, other.limit == limit, another.limit == limit else { return nil }
        let begin = start % limit
        for step in 0...words.count {
            let place = (begin / 64 + step) % words.count
            var word = words[place] & ~other.words[place] & ~another.words[place]
            if step == 0 { word &= ~0 << UInt64(begin % 64) }
            if step == words.count { word &= ~(~0 << UInt64(begin % 64)) }
            if word != 0 { return place * 64 + word.trailingZeroBitCount }
        }
        return nil
    }

    // MARK: As bytes

    /// A bit for each chunk, the first in the lowest bit of the first byte.
    public var bytes: Bytes {
        (0..<(limit + 7) / 8).map { index in
            UInt8(truncatingIfNeeded: words[index / 8] >> UInt64(index % 8 * 8))
        }
    }

    /// Reads what ``bytes`` gives; `nil` for another number of bytes and for bits behind the last
    /// chunk.
    public init?(_ bytes: some Collection<UInt8>, of limit: Int) {
        self.init(of: limit)
        guard bytes.count == (limit + 7) / 8 else { return nil }
        for (index, byte) in bytes.enumerated() {
            words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
        }
        if !limit.isMultiple(of: 64), let last = words.last,
            last >> UInt64(limit % 64) != 0
        {
            return nil
        }
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
