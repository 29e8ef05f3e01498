/// Bytes in memory, as they come from and go to the network or a file.
public typealias Bytes = [UInt8]

/// A value that is a fixed number of bytes: a key, a hash, an identifier.
///
/// The bytes are kept in machine words, so that such values are compared, hashed and passed around
/// without touching the heap. Order is the order of the bytes.
public protocol FixedBytes: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// How many bytes a value has.
    static var byteCount: Int { get }

    /// Reads a value from exactly ``byteCount`` bytes; `nil` for any other number.
    init?(_ bytes: some Collection<UInt8>)

    /// The bytes, most significant first.
    var bytes: Bytes { get }

    /// Adds ``bytes`` to the end of an array.
    func append(to array: inout Bytes)
}

extension FixedBytes {
    public var bytes: Bytes {
        var result = Bytes()
        result.reserveCapacity(Self.byteCount)
        append(to: &result)
        return result
    }

    /// The bytes in lower-case hexadecimal.
    public var hex: String { Hex.encode(bytes) }

    /// The first eight hexadecimal digits: enough for people to tell values apart.
    public var description: String { String(hex.prefix(8)) }

    /// Reads a value from hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }
}

/// Eight bytes.
public struct Bytes8: FixedBytes {
    /// The bytes as one big-endian number.
    public let word: UInt64

    public static var byteCount: Int { 8 }

    /// Makes eight bytes from a big-endian number.
    public init(word: UInt64) { self.word = word }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 8 else { return nil }
        word = loadWords(bytes, as: UInt64.self).bigEndian
    }

    public func append(to array: inout Bytes) { appendWord(word, to: &array) }

    public static func < (left: Bytes8, right: Bytes8) -> Bool { left.word < right.word }
}

/// Sixteen bytes.
public struct Bytes16: FixedBytes {
    private let high: UInt64
    private let low: UInt64

    public static var byteCount: Int { 16 }

    /// Makes sixteen bytes from two big-endian numbers.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        let stored = loadWords(bytes, as: (UInt64, UInt64).self)
        (high, low) = (stored.0.bigEndian, stored.1.bigEndian)
    }

    public func append(to array: inout Bytes) {
        appendWord(high, to: &array)
        appendWord(low, to: &array)
    }

    /// The first eight bytes as a big-endian number.
    public var prefix: UInt64 { high }

    public static func < (left: Bytes16, right: Bytes16) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

/// Thirty-two bytes.
public struct Bytes32: FixedBytes {
    /// The bytes as four big-endian numbers, the most significant first.
    public let words: (UInt64, UInt64, UInt64, UInt64)

    public static var byteCount: Int { 32 }

    /// Makes thirty-two bytes from four big-endian numbers.
    public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        let stored = loadWords(bytes, as: (UInt64, UInt64, UInt64, UInt64).self)
        words = (
            stored.0.bigEndian, stored.1.bigEndian, stored.2.bigEndian, stored.3.bigEndian
        )
    }

    public func append(to array: inout Bytes) {
        appendWord(words.0, to: &array)
        appendWord(words.1, to: &array)
        appendWord(words.2, to: &array)
        appendWord(words.3, to: &array)
    }

    /// The first eight bytes as a big-endian number.
    public var prefix: UInt64 { words.0 }

    /// The first sixteen bytes.
    public var firstHalf: Bytes16 { Bytes16(high: words.0, low: words.1) }

    public static func == (left: Bytes32, right: Bytes32) -> Bool { left.words == right.words }

    public static func < (left: Bytes32, right: Bytes32) -> Bool { left.words < right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

/// Sixty-four bytes, as a signature has.
public struct Bytes64: FixedBytes {
    private let first: Bytes32
    private let second: Bytes32

    public static var byteCount: Int { 64 }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 64, let first = Bytes32(bytes.prefix(32)),
            let second = Bytes32(bytes.dropFirst(32))
        else { return nil }
        self.first = first
        self.second = second
    }

    public func append(to array: inout Bytes) {
        first.append(to: &array)
        second.append(to: &array)
    }

    public static func < (left: Bytes64, right: Bytes64) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// The big-endian bytes of a number.
public func bigEndianBytes(_ word: UInt64) -> Bytes {
    var bytes = Bytes()
    bytes.reserveCapacity(8)
    appendWord(word, to: &bytes)
    return bytes
}

private func appendWord(_ word: UInt64, to array: inout Bytes) {
    withUnsafeBytes(of: word.bigEndian) { array.append(contentsOf: $0) }
}

/// The bytes as machine words in the order in which they stand; their number is checked before.
private func loadWords<Words: BitwiseCopyable>(
    _ bytes: some Collection<UInt8>, as type: Words.Type
) -> Words {
    let stored = bytes.withContiguousStorageIfAvailable {
        UnsafeRawBufferPointer($0).loadUnaligned(as: Words.self)
    }
    return stored ?? Bytes(bytes).withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
}
