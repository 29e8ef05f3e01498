/// Something in an archive that did not become a post.
public struct Skip: Equatable, Sendable {
    /// Why something was left out.
    public enum Reason: String, CaseIterable, Sendable {
        /// The same message, word for word, stood earlier in the archive.
        case duplicate
        /// There is neither a subject nor a text.
        case empty
        /// Text before the first message of a mailbox.
        case outsideMessage
        /// The pseudo-message in which mail programs keep a folder's state.
        case folderState
        /// A StackExchange post that is neither a question nor an answer (wiki, tag text, …).
        case otherKind
        /// An answer whose question the archive lacks.
        case questionMissing
        /// A row without an id, or with attributes that are not well formed.
        case damagedRow
        /// An element of an XML archive that is not a row.
        case unknownElement

        /// The reason in a few words for a person, as in "3 skipped: already in this archive".
        public var text: String {
            switch self {
            case .duplicate: "already in this archive"
            case .empty: "neither subject nor text"
            case .outsideMessage: "text before the first message"
            case .folderState: "a mail program's folder state"
            case .otherKind: "neither question nor answer"
            case .questionMissing: "its question is not in the archive"
            case .damagedRow: "damaged row"
            case .unknownElement: "unknown element"
            }
        }
    }

    /// Why it was left out.
    public var reason: Reason
    /// The file that it stands in.
    public var path: String
    /// Where it begins, in bytes from the start of the file.
    public var byteOffset: Int64
    /// Its first words, at most ``ArchiveLimits/excerptCharacters``.
    public var excerpt: String

    /// A skip with these parts.
    public init(reason: Reason, path: String, byteOffset: Int64, excerpt: String) {
        self.reason = reason
        self.path = path
        self.byteOffset = byteOffset
        self.excerpt = excerpt
    }
}
