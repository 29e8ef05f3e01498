/// Writes numbers and bytes one after the other.
struct ColumnWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func raw(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

    /// A number that isn't negative.
    mutating func number(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

    /// A number in groups of seven bits, the lowest first, as short as possible.
    mutating func word(_ word: UInt64) {
        var rest = word
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number of either sign: small ones of both are short.
    mutating func signed(_ value: Int) { number((value << 1) ^ (value >> 63)) }

    /// Bytes behind their number.
    mutating func block(_ block: some Collection<UInt8>) {
        number(block.count)
        raw(block)
    }
}

/// Reads what a ``ColumnWriter`` wrote, and nothing that it would have written otherwise.
struct ColumnReader: ~Copyable {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// How many bytes are left.
    var left: Int { bytes.endIndex - position }

    mutating func byte(_ part: String) throws(TextError) -> UInt8 {
        guard position < bytes.endIndex else { throw .malformed(part: part) }
        position += 1
        return bytes[position - 1]
    }

    /// A number of at most 64 bits, written as short as possible.
    mutating func word(_ part: String) throws(TextError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte(part)
            // The tenth byte holds the last bit of 64.
            guard shift < 63 || byte <= 1 else { throw .malformed(part: part) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                guard byte != 0 || shift == 0 else { throw .malformed(part: part) }
                return value
            }
            shift += 7
        }
    }

    /// A number below a limit.
    mutating func number(_ part: String, below limit: Int = .max) throws(TextError) -> Int {
        guard let value = Int(exactly: try word(part)), value < limit else {
            throw .malformed(part: part)
        }
        return value
    }

    /// A number of either sign.
    mutating func signed(_ part: String) throws(TextError) -> Int {
        let value = try word(part)
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    /// So many bytes.
    mutating func raw(_ count: Int, _ part: String) throws(TextError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= left else { throw .malformed(part: part) }
        position += count
        return bytes[position - count..<position]
    }

    /// Bytes behind their number.
    mutating func block(_ part: String) throws(TextError) -> ArraySlice<UInt8> {
        try raw(try number(part), part)
    }

    /// Checks that nothing is left.
    func finish(_ part: String) throws(TextError) {
        guard left == 0 else { throw .malformed(part: part) }
    }
}
