internal import Keys

/// What one colleague tells another to let them in: `47-copper-lava`.
///
/// The number finds the inviter's computer on the network and is no secret. The two words are
/// 22 random bits: enough, because each guess costs a handshake and three guesses are all.
public struct PairingCode: Hashable, Sendable {
    /// 10 to 99: what the inviter's computer announces.
    public let locator: Int
    private let words: [String]

    /// The code as it is shown, and as it goes into the key agreement.
    public var text: String { "\(locator)-\(words.joined(separator: "-"))" }

    /// Draws a code.
    public init(using generator: inout some RandomNumberGenerator) {
        locator = Int.random(in: 10...99, using: &generator)
        words = (0..<2).map { _ in
            WordList.word(Int.random(in: 0..<WordList.count, using: &generator))
        }
    }

    /// Reads a code that somebody typed: in any case, with spaces or signs between its parts.
    public init?(_ text: String) {
        // A code has 22 letters at most; whatever is much longer isn't looked at.
        guard text.utf8.count <= 100 else { return nil }
        let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard parts.count == 3, parts[0].utf8.count == 2, let locator = Int(parts[0]),
            (10...99).contains(locator),
            parts[1...].allSatisfy({ WordList.index(of: $0) != nil })
        else { return nil }
        self.locator = locator
        words = Array(parts[1...])
    }
}
