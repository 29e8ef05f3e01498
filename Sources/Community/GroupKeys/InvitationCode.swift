internal import Keys
public import Wire

/// Sixteen characters on paper that let somebody into a community: 80 random bits in Crockford's
/// base 32.
public struct InvitationCode: Hashable, Sendable, CustomStringConvertible {
    /// Characters of a code, without the dashes.
    public static let characters = 16
    /// Characters between two dashes.
    static let groupCharacters = 4

    private let digits: [Character]

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Makes a new code.
    public init(using generator: inout some RandomNumberGenerator) {
        digits = (0..<Self.characters).map { _ in
            Self.alphabet[Int(truncatingIfNeeded: generator.next() >> 59)]
        }
    }

    /// Reads a code; tolerates lower case, any dashes and spaces, and I, L, O for 1, 1, 0.
    public init?(_ text: String) {
        let digits = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }
            .map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        guard digits.count == Self.characters, digits.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        self.digits = digits
    }

    /// The code as it stands on paper, such as `7K3M-XQ9A-00ZT-5BCD`.
    public var description: String {
        stride(from: 0, to: digits.count, by: Self.groupCharacters).map { start in
            String(digits[start..<min(start + Self.groupCharacters, digits.count)])
        }.joined(separator: "-")
    }

    /// The characters without dashes.
    var canonical: Bytes { Bytes(String(digits).utf8) }

    /// What the invitation is known by among members, which doesn't tell the code.
    public var token: Bytes16 {
        Hash.digest(.invitation, [canonical]).firstHalf
    }

    /// The id of the letter with which a member answers somebody who showed the code of a token.
    ///
    /// Who typed the code recognises the answer by it.
    public static func letter(for device: DeviceID, token: Bytes16) -> Bytes16 {
        Hash.keyed(token.bytes, .invitation, [device.bytes]).firstHalf
    }
}
