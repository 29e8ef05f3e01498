internal import Languages

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
        /// A message that a program has written: somebody joined, a robot reports.
        case notice
        /// A channel or a conversation that not everybody could read.
        case notPublic
        /// A file of a kind that is not imported from such a folder.
        case otherFile
        /// A file or folder whose name begins with a dot.
        case hidden
        /// A symbolic link, which may lead out of the folder.
        case link
        /// A folder that lies too deep in others.
        case tooDeep
        /// A file that is larger than what is read as a whole.
        case tooLarge
        /// A file that can't be opened, unpacked or understood.
        case damagedFile
        /// A file that holds bytes that no text has.
        case notText

        /// The reason in a few words for a person, as in "3 skipped: already in this archive".
        public var text: String {
            switch self {
            case .duplicate: say("already in this archive")
            case .empty: say("neither subject nor text")
            case .outsideMessage: say("text before the first message")
            case .folderState: say("a mail program's folder state")
            case .otherKind: say("neither question nor answer")
            case .questionMissing: say("its question is not in the archive")
            case .damagedRow: say("damaged row")
            case .unknownElement: say("unknown element")
            case .notice: say("written by a program, such as who joined")
            case .notPublic: say("of a private channel or conversation")
            case .otherFile: say("a file of another kind")
            case .hidden: say("hidden", context: "a file")
            case .link: say("a link to another place")
            case .tooDeep: say("in too many folders")
            case .tooLarge: say("file too large")
            case .damagedFile: say("damaged or unreadable file")
            case .notText: say("binary data, not text")
            }
        }
    }

    /// Why it was left out.
    public var reason: Reason
    /// The file that it stands in.
    public var path: String
    /// Where it begins, in bytes from the start of the file; 0 where that is not known.
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
