/// What is wrong with a key, a sealed text or a point that somebody gave us.
public enum KeyError: Error, Equatable, Sendable {
    /// Something has the wrong number of bytes.
    case wrongLength(of: String, expected: Int, actual: Int)
    /// The sealed bytes weren't sealed with this key, nonce and associated data.
    case notAuthentic
    /// The point is of low order: whoever sent it would know the agreed secret beforehand.
    case lowOrderPoint
    /// The point isn't in the one encoding that its curve allows.
    case nonCanonicalPoint
    /// The computer hasn't got the memory that hashing the password takes.
    case notEnoughMemory
}
