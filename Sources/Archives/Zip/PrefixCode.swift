/// The bits of packed bytes, the lowest of each byte first.
struct BitReader {
    private let bytes: [UInt8]
    private var position = 0
    private var held: UInt64 = 0
    private var count = 0

    /// Starts at the first byte.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A number of at most 16 bits.
    mutating func take(_ width: Int) throws(Inflate.Failure) -> Int {
        let value = peek(width)
        try drop(width)
        return value
    }

    /// The next bits, with zeros after the end; they stay the next.
    mutating func peek(_ width: Int) -> Int {
        while count < width, position < bytes.count {
            held |= UInt64(bytes[position]) << UInt64(count)
            position += 1
            count += 8
        }
        return Int(truncatingIfNeeded: held & ((1 << UInt64(width)) - 1))
    }

    /// Passes over bits that were looked at.
    mutating func drop(_ width: Int) throws(Inflate.Failure) {
        guard width <= count else { throw .damaged }
        held >>= UInt64(width)
        count -= width
    }

    /// Goes on with a whole byte.
    mutating func skipToByte() {
        held >>= UInt64(count % 8)
        count -= count % 8
    }
}

/// A code in which no symbol's bits begin those of another, given by the lengths alone.
struct PrefixCode {
    /// Symbols by their first bits, with their length in the lowest four bits; 0 where more bits
    /// are needed.
    private var short = [UInt16](repeating: 0, count: 1 << PrefixCode.shortBits)
    /// How many symbols have which length.
    private var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their bits.
    private var symbols: [UInt16] = []

    private static let shortBits = 9

    /// Makes a code.
    ///
    /// - Throws: If it needs more bits than there are.
    init(_ lengths: ArraySlice<UInt8>) throws(Inflate.Failure) {
        self.init(known: Array(lengths))
        var left = 1
        for count in counts.dropFirst() {
            left = left * 2 - count
            guard left >= 0 else { throw .damaged }
        }
    }

    /// Makes a code whose lengths are known to fit.
    init(known lengths: [UInt8]) {
        for length in lengths { counts[Int(length & 15)] += 1 }
        counts[0] = 0
        var starts = [Int](repeating: 0, count: 16)
        var codes = [Int](repeating: 0, count: 16)
        for length in 1..<15 {
            starts[length + 1] = starts[length] + counts[length]
            codes[length + 1] = (codes[length] + counts[length]) << 1
        }
        symbols = [UInt16](repeating: 0, count: counts.reduce(0, +))
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let width = Int(length & 15)
            guard width > 0 else { continue }
            symbols[starts[width]] = UInt16(truncatingIfNeeded: symbol)
            starts[width] += 1
            fill(symbol, width, code: codes[width])
            codes[width] += 1
        }
    }

    /// Enters a symbol wherever its bits are the first ones.
    private mutating func fill(_ symbol: Int, _ width: Int, code: Int) {
        guard width <= PrefixCode.shortBits, code < 1 << width else { return }
        var turned = 0
        for bit in 0..<width where code >> bit & 1 == 1 { turned |= 1 << (width - 1 - bit) }
        let entry = UInt16(truncatingIfNeeded: symbol << 4 | width)
        for place in stride(from: turned, to: short.count, by: 1 << width) { short[place] = entry }
    }

    /// The next symbol.
    func next(_ bits: inout BitReader) throws(Inflate.Failure) -> Int {
        let word = bits.peek(15)
        let entry = Int(short[word & (1 << PrefixCode.shortBits - 1)])
        if entry > 0 {
            try bits.drop(entry & 15)
            return entry >> 4
        }
        var (code, first, place) = (0, 0, 0)
        for width in 1...15 {
            code |= word >> (width - 1) & 1
            let count = counts[width]
            if code - first < count {
                try bits.drop(width)
                return Int(symbols[place + code - first])
            }
            place += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .damaged
    }
}
