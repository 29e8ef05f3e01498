/// Why an edit, a batch of edits or a stored text isn't taken.
public enum TextError: Error, Equatable, Sendable {
    /// An edit lies beyond the text as its author saw it.
    ///
    /// - Parameters:
    ///   - position: The position behind what the edit touches.
    ///   - length: How many characters there were.
    case outOfRange(position: Int, length: Int)
    /// An edit inserts or deletes nothing, or a batch has no edit.
    case empty
    /// A batch begins before the end of what its author has written and goes on behind it: the
    /// author has given numbers twice.
    case overlap(next: Int, first: Int)
    /// A batch or a text is above its limit; see ``TextLimits``.
    case tooLarge(limit: Int, actual: Int)
    /// Bytes don't follow the format.
    ///
    /// - Parameter part: What couldn't be read.
    case malformed(part: String)
    /// A version names an event that hasn't come.
    case unknown(TextPoint)
    /// The bytes were written by a later version of the format.
    case laterFormat(UInt8)
}

extension TextError {
    /// Checks that what a piece touches was there.
    static func check(
        _ piece: OperationLog.Piece, within length: Int
    ) throws(TextError) {
        let end = Int(piece.position) + (piece.kind == .insert ? 0 : Int(piece.count))
        guard piece.position >= 0, end <= length else {
            throw .outOfRange(position: end, length: length)
        }
    }
}

/// What bounds collaborative text.
///
/// All of these belong to the protocol.
public enum TextLimits {
    /// Bytes of one encoded batch: what leaves room in an operation for the record's name.
    public static let batchBytes = 61_440
    /// Parents that one batch may name.
    public static let parents = 1_024
    /// Events of one text, and characters of one edit: numbers of them fit 30 bits.
    public static let events = (1 << 30) - 1
    /// Bytes of all that was ever inserted into one text.
    public static let insertedBytes = (1 << 31) - 1
}
