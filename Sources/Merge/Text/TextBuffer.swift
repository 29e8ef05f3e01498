/// The characters of a text, edited by position.
///
/// A character here is a Unicode scalar: positions and counts are the same for every program and
/// every version of Unicode, and no position can lie inside of one. The text lies as UTF-8 in
/// pieces of at most 512 bytes; a ``CountedTree`` finds the piece of a position, and the piece that
/// was edited last is remembered, because the next edit is mostly there too.
struct TextBuffer: Sendable {
    static let pieceBytes = 512

    private var tree = CountedTree()
    private var bytes: [UInt8]
    private var byteCounts: [Int32] = [0]
    private var counts: [Int32] = [0]
    /// How many characters there are.
    private(set) var count = 0

    /// The piece that was edited last, the characters before it, and by how much it has changed
    /// without the tree's knowing.
    private var leaf: Int32 = 0
    private var leafStart = 0
    private var unsaid: Int32 = 0

    /// Starts empty.
    init() { bytes = Array(repeating: 0, count: Self.pieceBytes) }

    // MARK: Reading

    /// How many bytes the text has in UTF-8.
    var byteCount: Int {
        var sum = 0
        forEachPiece { sum += $0.count }
        return sum
    }

    /// In how many pieces the text lies.
    var pieceCount: Int {
        var count = 0
        forEachPiece { _ in count += 1 }
        return count
    }

    /// The whole text in UTF-8.
    var utf8: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(byteCount)
        forEachPiece { result.append(contentsOf: $0) }
        return result
    }

    /// The whole text.
    var string: String { String(decoding: utf8, as: UTF8.self) }

    private func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { all in
            var piece = tree.first
            while piece >= 0 {
                let start = Int(piece) * Self.pieceBytes
                let end = start + Int(byteCounts[Int(piece)])
                body(UnsafeBufferPointer(rebasing: all[start..<end]))
                piece = tree.next[Int(piece)]
            }
        }
    }

    // MARK: Editing

    /// Inserts UTF-8 of so many characters before the character at a position.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>, characters: Int, at position: Int) {
        seek(position)
        if Int(byteCounts[Int(leaf)]) + text.count > Self.pieceBytes {
            guard text.count <= Self.pieceBytes / 4 else {
                return insertPieces(text, characters: characters, at: position)
            }
            halve()
            seek(position)
        }
        let offset = byteOffset(position - leafStart)
        let size = Int(byteCounts[Int(leaf)])
        count += characters
        let start = Int(leaf) * Self.pieceBytes
        bytes.withUnsafeMutableBufferPointer { all in
            guard let base = all.baseAddress, let source = text.baseAddress else { return }
            let place = base + start + offset
            (place + text.count).update(from: place, count: size - offset)
            place.update(from: source, count: text.count)
        }
        byteCounts[Int(leaf)] &+= Int32(truncatingIfNeeded: text.count)
        counts[Int(leaf)] &+= Int32(truncatingIfNeeded: characters)
        unsaid &+= Int32(truncatingIfNeeded: characters)
    }

    /// Removes so many characters from a position on.
    mutating func remove(_ characters: Int, at position: Int) {
        var left = characters
        while left > 0 {
            seek(holding: position)
            let first = position - leafStart
            let part = min(left, Int(counts[Int(leaf)]) - first)
            let start = byteOffset(first)
            let end = byteOffset(first + part, from: start, after: first)
            removeBytes(start..<end, characters: part)
            left -= part
            count -= part
        }
    }

    private mutating func removeBytes(_ range: Range<Int>, characters: Int) {
        let start = Int(leaf) * Self.pieceBytes
        let size = Int(byteCounts[Int(leaf)])
        bytes.withUnsafeMutableBufferPointer { all in
            guard let base = all.baseAddress else { return }
            let place = base + start + range.lowerBound
            place.update(from: base + start + range.upperBound, count: size - range.upperBound)
        }
        byteCounts[Int(leaf)] &-= Int32(truncatingIfNeeded: range.count)
        counts[Int(leaf)] &-= Int32(truncatingIfNeeded: characters)
        unsaid &-= Int32(truncatingIfNeeded: characters)
        if size - range.count < Self.pieceBytes / 4 { joinWithNext() }
    }

    /// Takes the piece behind into this one if both are small, and leaves no piece empty.
    private mutating func joinWithNext() {
        let right = tree.next[Int(leaf)]
        let size = Int(byteCounts[Int(leaf)])
        if right >= 0, size + Int(byteCounts[Int(right)]) <= Self.pieceBytes / 2 {
            let source = Int(right) * Self.pieceBytes
            let target = Int(leaf) * Self.pieceBytes + size
            for offset in 0..<Int(byteCounts[Int(right)]) {
                bytes[target + offset] = bytes[source + offset]
            }
            byteCounts[Int(leaf)] += byteCounts[Int(right)]
            counts[Int(leaf)] += counts[Int(right)]
            unsaid += counts[Int(right)]
            empty(right)
        } else if size == 0 {
            say()
            let other = right >= 0 ? right : tree.previous[Int(leaf)]
            guard other >= 0 else { return }
            empty(leaf)
            leaf = other
            leafStart = Int(tree.before(other)[0])
        }
    }

    private mutating func empty(_ piece: Int32) {
        byteCounts[Int(piece)] = 0
        counts[Int(piece)] = 0
        _ = tree.removeLeaf(piece)
    }

    /// Inserts a long text: cuts the piece and adds pieces behind it.
    private mutating func insertPieces(
        _ text: UnsafeBufferPointer<UInt8>, characters: Int, at position: Int
    ) {
        let tail = cut(at: byteOffset(position - leafStart))
        count += characters
        let last = append(text, after: leaf)
        _ = tail.withUnsafeBufferPointer { append($0, after: last) }
        if byteCounts[Int(leaf)] == 0 { joinWithNext() }
    }

    /// Moves the second half of a full piece into a new one.
    private mutating func halve() {
        var middle = Int(byteCounts[Int(leaf)]) / 2
        let start = Int(leaf) * Self.pieceBytes
        while bytes[start + middle] & 0xC0 == 0x80 { middle -= 1 }
        let tail = cut(at: middle)
        _ = tail.withUnsafeBufferPointer { newPiece($0, after: leaf) }
    }

    /// Takes what stands from a byte on out of the current piece.
    private mutating func cut(at offset: Int) -> [UInt8] {
        let start = Int(leaf) * Self.pieceBytes
        let tail = Array(bytes[start + offset..<start + Int(byteCounts[Int(leaf)])])
        let kept = Int32(truncatingIfNeeded: Self.characters(in: bytes[start..<start + offset]))
        unsaid += kept - counts[Int(leaf)]
        byteCounts[Int(leaf)] = Int32(truncatingIfNeeded: offset)
        counts[Int(leaf)] = kept
        say()
        return tail
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, after piece: Int32) -> Int32 {
        var last = piece
        var rest = text[...]
        // Pieces are filled to three quarters, so that the next letters find room.
        let room = Self.pieceBytes * 3 / 4
        while !rest.isEmpty {
            var size = min(room, rest.count)
            // No character is cut: continuation bytes stay with what they continue.
            while size < rest.count, rest[rest.startIndex + size] & 0xC0 == 0x80 { size -= 1 }
            let part = rest.prefix(size)
            last = newPiece(UnsafeBufferPointer(rebasing: part), after: last)
            rest = rest.dropFirst(size)
        }
        return last
    }

    private mutating func newPiece(
        _ text: UnsafeBufferPointer<UInt8>, after piece: Int32
    ) -> Int32 {
        let characters = Int32(Self.characters(in: text))
        let new = tree.insertLeaf(Counts(characters, 0, 0, 0), after: piece)
        if Int(new) == counts.count {
            counts.append(0)
            byteCounts.append(0)
            bytes.append(contentsOf: repeatElement(0, count: Self.pieceBytes))
        }
        let start = Int(new) * Self.pieceBytes
        for (offset, byte) in text.enumerated() { bytes[start + offset] = byte }
        byteCounts[Int(new)] = Int32(text.count)
        counts[Int(new)] = characters
        return new
    }

    // MARK: Finding

    /// Makes the piece current at whose inside or end a position lies.
    @inline(__always)
    private mutating func seek(_ position: Int) {
        let offset = position - leafStart
        if offset >= 0, offset <= Int(counts[Int(leaf)]) { return }
        find(position)
    }

    /// Makes the piece current that holds the character at a position.
    @inline(__always)
    private mutating func seek(holding position: Int) {
        let offset = position - leafStart
        if offset >= 0, offset < Int(counts[Int(leaf)]) { return }
        find(position + 1)
    }

    private mutating func find(_ target: Int) {
        say()
        let found = tree.leaf(holding: Int32(truncatingIfNeeded: target)) { $0[0] }
        leaf = found.leaf
        leafStart = Int(found.before[0])
    }

    /// Tells the tree what it doesn't know yet.
    private mutating func say() {
        guard unsaid != 0 else { return }
        tree.add(Counts(unsaid, 0, 0, 0), to: leaf)
        unsaid = 0
    }

    /// Where a character of the current piece begins, in bytes.
    @inline(__always)
    private func byteOffset(_ character: Int, from byte: Int = 0, after seen: Int = 0) -> Int {
        if byteCounts[Int(leaf)] == counts[Int(leaf)] { return character }
        let start = Int(leaf) * Self.pieceBytes
        var place = start + byte
        let end = start + Int(byteCounts[Int(leaf)])
        var left = character - seen
        while place < end {
            if bytes[place] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            place += 1
        }
        return place - start
    }

    /// How many characters bytes of UTF-8 hold.
    static func characters(in bytes: some Sequence<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
        return count
    }
}
