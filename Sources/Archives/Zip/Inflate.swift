/// Unpacks what was packed by the method DEFLATE (RFC 1951).
///
/// The caller says how much comes out, so a small file can't fill the memory.
struct Inflate {
    /// Why bytes can't be unpacked.
    enum Failure: Error {
        /// They are no whole DEFLATE, or more comes out than was said.
        case damaged
    }

    private var bits: BitReader
    private var output: [UInt8] = []
    private let size: Int

    /// The bytes that were packed.
    ///
    /// - Parameter size: How many they are.
    static func unpacked(_ packed: [UInt8], size: Int) throws(Failure) -> [UInt8] {
        var inflate = Inflate(bits: BitReader(packed), size: size)
        try inflate.run()
        guard inflate.output.count == size else { throw .damaged }
        return inflate.output
    }

    private init(bits: BitReader, size: Int) {
        self.bits = bits
        self.size = size
        output.reserveCapacity(size)
    }

    private mutating func run() throws(Failure) {
        var isLast = false
        while !isLast {
            isLast = try bits.take(1) == 1
            switch try bits.take(2) {
            case 0: try copyStored()
            case 1: try copy(Inflate.fixedSymbols, Inflate.fixedDistances)
            case 2:
                let (symbols, distances) = try readCodes()
                try copy(symbols, distances)
            default: throw .damaged
            }
        }
    }

    /// A part that was not worth packing.
    private mutating func copyStored() throws(Failure) {
        bits.skipToByte()
        let count = try bits.take(16)
        guard try bits.take(16) == count ^ 0xFFFF, output.count + count <= size else {
            throw .damaged
        }
        for _ in 0..<count { output.append(UInt8(truncatingIfNeeded: try bits.take(8))) }
    }

    /// A part in which what was there already is repeated.
    private mutating func copy(_ symbols: PrefixCode, _ distances: PrefixCode) throws(Failure) {
        while true {
            let symbol = try symbols.next(&bits)
            if symbol < 256 {
                guard output.count < size else { throw .damaged }
                output.append(UInt8(truncatingIfNeeded: symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Inflate.lengths.count else { throw .damaged }
            let (shortest, lengthBits) = Inflate.lengths[symbol - 257]
            let length = shortest + (try bits.take(lengthBits))
            let place = try distances.next(&bits)
            guard place < Inflate.distances.count else { throw .damaged }
            let (nearest, distanceBits) = Inflate.distances[place]
            let distance = nearest + (try bits.take(distanceBits))
            guard distance <= output.count, output.count + length <= size else { throw .damaged }
            // What is copied may overlap with what is being written.
            let start = output.count - distance
            for offset in 0..<length { output.append(output[start + offset]) }
        }
    }

    /// The codes that a part brings along, whose lengths are packed themselves.
    private mutating func readCodes() throws(Failure) -> (PrefixCode, PrefixCode) {
        let symbolCount = try bits.take(5) + 257
        let distanceCount = try bits.take(5) + 1
        let count = try bits.take(4) + 4
        guard symbolCount <= 286, distanceCount <= 30 else { throw .damaged }
        var order = [UInt8](repeating: 0, count: 19)
        for place in Inflate.order.prefix(count) {
            order[place] = UInt8(truncatingIfNeeded: try bits.take(3))
        }
        let code = try PrefixCode(order[...])
        var lengths: [UInt8] = []
        while lengths.count < symbolCount + distanceCount {
            let symbol = try code.next(&bits)
            var (value, times) = (UInt8(0), 1)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw .damaged }
                (value, times) = (last, try bits.take(2) + 3)
            case 17: times = try bits.take(3) + 3
            case 18: times = try bits.take(7) + 11
            default: value = UInt8(truncatingIfNeeded: symbol)
            }
            lengths.append(contentsOf: repeatElement(value, count: times))
        }
        guard lengths.count == symbolCount + distanceCount else { throw .damaged }
        return (try PrefixCode(lengths[..<symbolCount]), try PrefixCode(lengths[symbolCount...]))
    }

    // MARK: Tables of RFC 1951

    private static let order = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    private static let lengths: [(Int, Int)] = {
        let bits = [
            0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5,
        ]
        return table(bits, from: 3) + [(258, 0)]
    }()

    private static let distances = table(
        [0, 0] + (0..<14).flatMap { [$0, $0] }, from: 1)

    /// Ranges that follow one another, each as wide as its bits can count.
    private static func table(_ bits: [Int], from first: Int) -> [(Int, Int)] {
        var start = first
        return bits.map { count in
            defer { start += 1 << count }
            return (start, count)
        }
    }

    private static let fixedSymbols = PrefixCode(
        known: [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
            + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))

    private static let fixedDistances = PrefixCode(known: [UInt8](repeating: 5, count: 30))
}
