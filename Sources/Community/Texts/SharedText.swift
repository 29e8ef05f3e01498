internal import Merge
public import Wire

/// A text that several people write, with everything that was ever written in it (chapter 18).
///
/// Versions are named by operations: a version has what they wrote and all that it is based on.
public struct SharedText: Sendable {
    /// The text.
    public let text: String
    /// How many edits count and aren't in it: something that they are based on isn't here or doesn't
    /// count.
    public var waiting: Int { fold.waiting.count }
    /// The operations that make up the text as it is now.
    public let version: [OperationID]

    let rule: FieldRule
    let fold: TextFold
    var document: TextDocument { fold.document }

    /// Brings batches together; their order doesn't matter.
    ///
    /// - Parameter rule: The field that they are about.
    public init(_ pieces: [TextPiece], rule: FieldRule) {
        let fold = TextFold(pieces, rule: rule)
        self.rule = rule
        self.fold = fold
        text = fold.document.text
        let heads = Set(fold.document.version.heads)
        version = fold.taken.filter { heads.contains($0.last) }.map(\.piece.id).sorted()
    }

    /// The text as it was in a version.
    ///
    /// - Throws: ``CommunityError/unknownVersion`` if an operation of it isn't in the text.
    public func text(at version: [OperationID]) throws(CommunityError) -> String {
        if version == self.version { return text }
        do {
            return try document.text(at: try heads(of: version))
        } catch let error as CommunityError {
            throw error
        } catch {
            throw .unknownVersion
        }
    }

    private func heads(of version: [OperationID]) throws(CommunityError) -> TextVersion {
        let wanted = Set(version)
        let heads = fold.taken.filter { wanted.contains($0.piece.id) }.map(\.last)
        guard heads.count == wanted.count else { throw .unknownVersion }
        return TextVersion(heads)
    }

    // MARK: Writing

    /// What a log has to hold so that the text of a version becomes another one.
    ///
    /// What others have written since stays: the same words are changed in the text as it is now.
    ///
    /// - Returns: The operations, in order, and the text that comes of them; none if nothing
    ///   changes.
    /// - Throws: ``CommunityError`` for a text that may not stand in the field, or a version that
    ///   isn't here.
    public func edits(
        turning version: [OperationID], into wanted: String, by log: LogID
    ) throws(CommunityError) -> (operations: [TextOperation], text: String) {
        try check(wanted)
        let edits = TextDifference.edits(from: try text(at: version), to: wanted)
        guard !edits.isEmpty, let (author, generation) = fold.pen(of: log) else {
            return ([], text)
        }
        let first = document.nextEvent(of: author)
        do {
            var written = document
            for edit in try rebased(edits, at: try heads(of: version)) {
                switch edit {
                case .insert(let text, let position):
                    try written.insert(text, at: position, by: author)
                case .delete(let position, let count, _):
                    try written.delete(at: position, count: count, by: author)
                }
            }
            let operations = written.batches(by: author, from: first).map { batch in
                TextOperation(
                    field: rule.number, batch: Bytes(batch.encoded()), generation: generation)
            }
            return (operations, written.text)
        } catch let error as CommunityError {
            throw error
        } catch {
            throw .refused(
                .tooManyCharacters(
                    field: rule.name, limit: TextLimits.events, actual: document.eventCount))
        }
    }

    /// Edits of an earlier version as they are for the text as it is now.
    private func rebased(
        _ edits: [TextEdit], at version: TextVersion
    ) throws(TextError) -> [TextEdit] {
        if version == document.version { return edits }
        // Somebody who has seen just that version writes them: nobody's log has this name.
        let nobody = TextAuthor(words: (.max, .max, .max, .max))
        var copy = document
        let batch = TextBatch(author: nobody, first: 0, parents: version.heads, edits: edits)
        guard case .merged(let rebased) = try copy.merge(batch) else { return [] }
        return rebased
    }

    /// Checks that a text may stand in the field.
    ///
    /// - Throws: ``CommunityError/refused(_:)``.
    public func check(_ text: String) throws(CommunityError) {
        if let scalar = rule.forbidden(in: text) {
            throw .refused(.forbiddenCharacter(field: rule.name, scalar: scalar))
        }
        let count = text.unicodeScalars.count
        guard case .text(let limit) = rule.type, count > limit else { return }
        throw .refused(.tooManyCharacters(field: rule.name, limit: limit, actual: count))
    }
}
