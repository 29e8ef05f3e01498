public import Wire

/// The few characters by which people name a record: `Q-7K3MX`.
///
/// One or two letters say the kind; the rest is the beginning of the record's id in Crockford's
/// base 32, five characters long or longer where two records would share it.
public struct ShortCode: Hashable, Sendable, CustomStringConvertible {
    /// Characters after the letters unless two records share them.
    public static let shortest = 5
    /// Characters that eight bytes of an id fill.
    public static let longest = 12

    /// The kind's letters.
    public let letters: String
    /// The characters after the letters.
    public let digits: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The code of a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - kind: Its kind.
    ///   - length: How many characters after the letters, from 5 to 12.
    public init(_ record: RecordID, kind: RecordKind, length: Int = shortest) {
        letters = kind.letters
        let count = min(max(length, Self.shortest), Self.longest)
        digits = String(
            (0..<count).map { Self.alphabet[Int((record.prefix << (5 * UInt64($0))) >> 59)] })
    }

    /// Reads a code; tolerates lower case, a missing dash, and I, L, O for 1, 1, 0.
    ///
    /// Without a dash, a second letter of a kind may also be a digit of an id. Then two letters
    /// are tried first, and one letter if what is left is no id.
    ///
    /// - Parameter kinds: The kinds whose codes are read.
    public init?(_ text: String, kinds: [RecordKind] = Schema.kinds) {
        let text = text.uppercased()
        for kind in kinds.sorted(by: { $0.letters.count > $1.letters.count })
        where text.hasPrefix(kind.letters) {
            var rest = text.dropFirst(kind.letters.count)
            if rest.first == "-" { rest.removeFirst() }
            guard let digits = Self.digits(rest) else { continue }
            letters = kind.letters
            self.digits = digits
            return
        }
        return nil
    }

    /// The characters of an id as they are written; `nil` if they can't be any.
    private static func digits(_ typed: Substring) -> String? {
        let digits = typed.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        guard (shortest...longest).contains(digits.count), digits.allSatisfy(alphabet.contains)
        else { return nil }
        return String(digits)
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
    public var description: String { "\(letters)-\(digits)" }
}
