/// A change of a text at a position.
///
/// Positions and counts are of Unicode scalars, so none can lie inside of a character or a
/// surrogate pair. A program that counts in UTF-16 converts at its border.
public enum TextEdit: Hashable, Sendable {
    /// Inserts a text before the character at a position, or at the end.
    case insert(String, at: Int)
    /// Deletes so many characters from a position on.
    ///
    /// `backward` tells that they were deleted from the last to the first, as the backspace key
    /// does: it names the events and changes nothing in the result.
    case delete(at: Int, count: Int, backward: Bool = false)

    /// How many events it is: characters inserted or deleted.
    public var count: Int {
        switch self {
        case .insert(let text, _): text.unicodeScalars.count
        case .delete(_, let count, _): count
        }
    }

    /// How long a text is after this edit.
    ///
    /// - Throws: ``TextError`` if the edit is empty or beyond the text.
    func length(after length: Int) throws(TextError) -> Int {
        switch self {
        case .insert(let text, let position):
            guard !text.isEmpty else { throw .empty }
            guard position >= 0, position <= length else {
                throw .outOfRange(position: position, length: length)
            }
            return length + count
        case .delete(let position, let count, _):
            guard count > 0 else { throw .empty }
            guard position >= 0, position < length, count <= length - position else {
                throw .outOfRange(
                    position: position.addingReportingOverflow(count).partialValue, length: length)
            }
            return length - count
        }
    }
}

/// The edits that one author made in one go, as they travel.
///
/// Each edit is based on the one before, the first on the version that has the author's own earlier
/// events and the parents. The events of a batch have consecutive numbers: one for each character
/// inserted or deleted, in the order of the edits.
public struct TextBatch: Hashable, Sendable {
    /// Who made the edits: the log that the batch stands in.
    public let author: TextAuthor
    /// The number of the first event among the author's events in this text.
    public let first: Int
    /// What the author had seen of others: their last events, in order.
    public let parents: [TextPoint]
    /// The edits, each based on the one before.
    public let edits: [TextEdit]

    /// Makes a batch.
    ///
    /// - Parameter parents: In any order; the author's own events are known anyway and left out,
    ///   and of several events of one author the last counts.
    public init(
        author: TextAuthor, first: Int, parents: some Sequence<TextPoint>, edits: [TextEdit]
    ) {
        self.author = author
        self.first = first
        self.edits = edits
        var sorted: [TextPoint] = []
        for point in parents.sorted() where point.author != author {
            if sorted.last?.author == point.author { sorted.removeLast() }
            sorted.append(point)
        }
        self.parents = sorted
    }

    /// Takes over what was checked.
    init(author: TextAuthor, first: Int, sortedParents: [TextPoint], edits: [TextEdit]) {
        self.author = author
        self.first = first
        parents = sortedParents
        self.edits = edits
    }

    /// How many events it has.
    public var count: Int { edits.reduce(0) { $0 &+ $1.count } }
}
