public import Wire

/// The few characters by which people name a record: `Q-7K3MX`.
///
/// The letter says the kind; the rest is the beginning of the record's id in Crockford's base 32,
/// five characters long or longer where two records would share it.
public struct ShortCode: Hashable, Sendable, CustomStringConvertible {
    /// Characters after the letter unless two records share them.
    public static let shortest = 5
    /// Characters that eight bytes of an id fill.
    public static let longest = 12

    /// The kind's letter.
    public let letter: Character
    /// The characters after the letter.
    public let digits: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The code of a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - kind: Its kind.
    ///   - length: How many characters after the letter, from 5 to 12.
    public init(_ record: RecordID, kind: RecordKind, length: Int = shortest) {
        letter = kind.letter
        let count = min(max(length, Self.shortest), Self.longest)
        digits = String(
            (0..<count).map { Self.alphabet[Int((record.prefix << (5 * UInt64($0))) >> 59)] })
    }

    /// Reads a code; tolerates lower case, a missing dash, and I, L, O for 1, 1, 0.
    public init?(_ text: String) {
        var rest = text.uppercased()[...]
        guard let first = rest.popFirst(), let kind = Schema.kind(letter: first) else {
            return nil
        }
        if rest.first == "-" { rest.removeFirst() }
        let digits = rest.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        guard (Self.shortest...Self.longest).contains(digits.count),
            digits.allSatisfy(Self.alphabet.contains)
        else { return nil }
        letter = kind.letter
        self.digits = String(digits)
    }

    /// The first eight bytes of every id that the code stands for, as big-endian numbers.
    public var prefixes: ClosedRange<UInt64> {
        var value: UInt64 = 0
        for digit in digits {
            value = value << 5 | UInt64(Self.alphabet.firstIndex(of: digit) ?? 0)
        }
        let shift = UInt64(64 - 5 * digits.count)
        let low = value << shift
        return low...(low | ((1 << shift) - 1))
    }

    /// How many characters two ids need to be told apart, given their first eight bytes.
    public static func length(telling one: UInt64, from other: UInt64) -> Int {
        min(max((one ^ other).leadingZeroBitCount / 5 + 1, shortest), longest)
    }

    /// `Q-7K3MX`.
    public var description: String { "\(letter)-\(digits)" }
}
