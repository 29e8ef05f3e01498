extension TextBatch {
    private enum Kind: Int { case insert, delete, deleteBackward }

    /// The bytes that travel (`Protocol/18-text.md`, section 3).
    ///
    /// The author is not among them: it is the log that the bytes stand in.
    public func encoded() -> [UInt8] {
        var writer = ColumnWriter()
        writer.number(first)
        writer.number(parents.count)
        for parent in parents {
            writer.raw(parent.author.bytes)
            writer.number(parent.sequence)
        }
        var cursor = 0
        for edit in edits {
            switch edit {
            case .insert(let text, let position):
                writer.signed(position - cursor, kind: Kind.insert.rawValue)
                writer.block(text.utf8)
                cursor = position + edit.count
            case .delete(let position, let count, let backward):
                let kind = backward ? Kind.deleteBackward : .delete
                writer.signed(position - cursor, kind: kind.rawValue)
                writer.number(count)
                cursor = position
            }
        }
        return writer.bytes
    }

    /// Reads the bytes that a log of an author holds.
    ///
    /// Whatever is read encodes to the same bytes again.
    ///
    /// - Throws: ``TextError`` for bytes that are no such batch or above the limits.
    public static func decode(
        _ bytes: [UInt8], author: TextAuthor
    ) throws(TextError) -> TextBatch {
        guard bytes.count <= TextLimits.batchBytes else {
            throw .tooLarge(limit: TextLimits.batchBytes, actual: bytes.count)
        }
        var reader = ColumnReader(bytes[...])
        let first = try reader.number("first event", below: TextLimits.events)
        let parents = try readParents(&reader, author)
        var edits: [TextEdit] = []
        var cursor = 0
        while reader.left > 0 {
            let edit = try readEdit(&reader, cursor)
            switch edit {
            case .insert(_, let position): cursor = position + edit.count
            case .delete(let position, _, _): cursor = position
            }
            edits.append(edit)
        }
        guard !edits.isEmpty else { throw .empty }
        return TextBatch(author: author, first: first, sortedParents: parents, edits: edits)
    }

    private static func readParents(
        _ reader: inout ColumnReader, _ author: TextAuthor
    ) throws(TextError) -> [TextPoint] {
        let count = try reader.number("number of parents")
        guard count > 0 else { return [] }
        guard count <= TextLimits.parents else {
            throw .tooLarge(limit: TextLimits.parents, actual: count)
        }
        var parents: [TextPoint] = []
        for _ in 0..<count {
            let name = try reader.raw(TextAuthor.byteCount, "parent")
            let sequence = try reader.number("parent", below: TextLimits.events)
            guard let other = TextAuthor(name), other != author,
                parents.last.map({ $0.author < other }) ?? true
            else { throw .malformed(part: "parent") }
            parents.append(TextPoint(author: other, sequence: sequence))
        }
        return parents
    }

    private static func readEdit(
        _ reader: inout ColumnReader, _ cursor: Int
    ) throws(TextError) -> TextEdit {
        let (step, kind) = try reader.signedWithKind("position of an edit")
        let position = cursor + step
        guard position >= 0, position <= TextLimits.events else {
            throw .malformed(part: "position of an edit")
        }
        switch Kind(rawValue: kind) {
        case .insert:
            let bytes = try reader.block("inserted text")
            guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
                throw .malformed(part: "inserted text")
            }
            return .insert(text, at: position)
        case .delete, .deleteBackward:
            let count = try reader.number("number of deletions", below: TextLimits.events)
            guard count > 0 else { throw .malformed(part: "number of deletions") }
            let isBackward = kind == Kind.deleteBackward.rawValue
            return .delete(at: position, count: count, backward: isBackward)
        case nil:
            throw .malformed(part: "kind of an edit")
        }
    }
}

extension ColumnWriter {
    /// A number of either sign with one of three kinds of edit.
    mutating func signed(_ value: Int, kind: Int) {
        number(((value << 1) ^ (value >> 63)) << 2 | kind)
    }
}

extension ColumnReader {
    /// A number of either sign, of at most 32 bits, with its kind.
    mutating func signedWithKind(
        _ part: String
    ) throws(TextError) -> (value: Int, kind: Int) {
        let number = try number(part, below: 1 << 36)
        let value = number >> 2
        return ((value >> 1) ^ -(value & 1), number & 3)
    }
}
