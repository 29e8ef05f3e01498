/// Bytes that break the rules of `Protocol/00-encoding.md`.
public enum WireError: Error, Equatable, Sendable {
    /// Not a message of the expected type: truncated, garbled, or without its content.
    case malformed(String)
    /// A field has the wrong number of bytes.
    case length(field: String, expected: Int, actual: Int)
    /// More than the protocol allows.
    case tooLarge(field: String, limit: Int, actual: Int)
}

extension WireError {
    /// Refuses a count or a number of bytes above its limit.
    static func check(_ actual: Int, within limit: Int, _ field: String) throws(WireError) {
        guard actual <= limit else {
            throw .tooLarge(field: field, limit: limit, actual: actual)
        }
    }
}
