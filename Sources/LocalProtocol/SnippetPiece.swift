/// A piece of a text in which words were found: either one of these words or what is between them.
public struct SnippetPiece: Message {
    /// The text of this piece.
    public var text: String
    /// True when this piece is what was searched for.
    public var isMatch: Bool

    /// Creates the value from its parts.
    public init(text: String, isMatch: Bool) {
        self.text = text
        self.isMatch = isMatch
    }

    /// Cuts a text in which the words found stand between two marks, such as SQLite's `snippet()`
    /// returns it, into pieces.
    ///
    /// - Parameters:
    ///   - marked: The text with marks.
    ///   - opening: The character before each word found.
    ///   - closing: The character after each word found.
    public static func pieces(
        marked: String, opening: Character = "\u{2}", closing: Character = "\u{3}"
    ) -> [SnippetPiece] {
        var pieces: [SnippetPiece] = []
        var text = ""
        var isMatch = false
        func finished() -> [SnippetPiece] {
            text.isEmpty ? [] : [SnippetPiece(text: text, isMatch: isMatch)]
        }
        // By scalars: a mark beside a combining character would melt into one `Character`.
        for scalar in marked.unicodeScalars {
            let character = Character(scalar)
            if character == opening || character == closing {
                pieces += finished()
                text = ""
                isMatch = character == opening
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return pieces + finished()
    }
}
