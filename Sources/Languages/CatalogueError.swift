/// Why a file isn't a catalogue, and on which line that shows.
public struct CatalogueError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Equatable, Sendable {
        /// The line begins with nothing that a catalogue knows.
        case unknownLine
        /// A text has no closing quotation mark, or something stands behind it.
        case quotes
        /// A backslash is followed by something else than n, t, a backslash or a quotation mark.
        case escape
        /// The keyword can't stand here.
        case outOfPlace(keyword: String)
        /// An entry has no translation, not even an empty one.
        case incomplete
        /// There is an entry for this already.
        case repeated(key: String)
        /// The file doesn't begin with an entry for the empty text, which says what it is.
        case noHead
        /// The head lacks a line, or has something on it that isn't understood.
        case head(name: String)
        /// There are more or fewer forms than the head says.
        case forms(found: Int, expected: Int)
        /// The translation puts in something else than the English text.
        case placeholders(key: String)
    }

    /// The line, counted from 1.
    public var line: Int
    /// What is wrong.
    public var reason: Reason

    public var description: String { "line \(line): \(words)" }

    private var words: String {
        switch reason {
        case .unknownLine: "neither a comment nor a keyword nor a text in quotation marks"
        case .quotes: "a text must end with a quotation mark, and the line with it"
        case .escape: "after a backslash come only n, t, \" and \\"
        case .outOfPlace(let keyword): "\(keyword) can't stand here"
        case .incomplete: "the entry has no msgstr"
        case .repeated(let key): "\"\(key)\" has an entry already"
        case .noHead: "the first entry must be the head, with an empty msgid"
        case .head(let name): "the head must say \(name)"
        case .forms(let found, let expected): "\(found) forms of \(expected)"
        case .placeholders(let key):
            "the translation of \"\(key)\" must put in the same values as the English text"
        }
    }
}
