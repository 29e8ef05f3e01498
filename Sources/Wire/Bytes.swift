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
}

extension FixedBytes {
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
        word = bigEndianWord(bytes)
    }

    public var bytes: Bytes { bigEndianBytes(word) }

    public static func < (left: Bytes8, right: Bytes8) -> Bool { left.word < right.word }
}

/// Sixteen bytes.
public struct Bytes16: FixedBytes {
    private let high: UInt64
    private let low: UInt64

    public static var byteCount: Int { 16 }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bigEndianWord(bytes.prefix(8))
        low = bigEndianWord(bytes.dropFirst(8))
    }

    public var bytes: Bytes { bigEndianBytes(high) + bigEndianBytes(low) }

    /// The first eight bytes as a big-endian number.
    public var prefix: UInt64 { high }

    public static func < (left: Bytes16, right: Bytes16) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

/// Thirty-two bytes.
public struct Bytes32: FixedBytes {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    public static var byteCount: Int { 32 }

    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        words = (
            bigEndianWord(bytes.prefix(8)), bigEndianWord(bytes.dropFirst(8).prefix(8)),
            bigEndianWord(bytes.dropFirst(16).prefix(8)), bigEndianWord(bytes.dropFirst(24))
        )
    }

    public var bytes: Bytes {
        var result = Bytes()
        result.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] { result += bigEndianBytes(word) }
        return result
    }

    /// The first eight bytes as a big-endian number.
    public var prefix: UInt64 { words.0 }

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

    public var bytes: Bytes { first.bytes + second.bytes }

    public static func < (left: Bytes64, right: Bytes64) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// The big-endian bytes of a number.
public func bigEndianBytes(_ word: UInt64) -> Bytes {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
}

private func bigEndianWord(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
}
