/// A question or an answer as an archive tells it, before it becomes a record.
///
/// The texts are plain or lightly marked up (Markdown), never HTML, hold no control characters
/// but line feed and tab, and keep within ``ArchiveLimits``.
public struct ArchivedPost: Equatable, Sendable {
    /// What a post is in its thread.
    public enum Kind: String, Equatable, Sendable {
        /// The post that opens a thread.
        case question
        /// Every other post of a thread.
        case answer
    }

    /// The name of the post in its archive, the same at each import: `mbox:<message-id>`,
    /// `mbox:sha256:<hex>` where a message has no usable id,
    /// `stackexchange:<site>:<post id>`, `slack:<team>:<channel>:<time>`,
    /// `markdown:<folder>:<path in it>` or `csv:<file>:<id or number of the row>`.
    public var sourceID: String
    /// The ``sourceID`` of the thread's question; `nil` for a question.
    public var parentSourceID: String?
    /// Whether the post opens its thread.
    public var kind: Kind
    /// The author's display name, without an address; "unknown" where the archive has none.
    public var authorName: String
    /// When the post was written, in milliseconds since 1970 (UTC); `nil` if the archive does not
    /// say so believably.
    public var milliseconds: Int64?
    /// One line; never empty for a question, empty for an answer but in a mailbox.
    public var title: String
    /// The text; never empty.
    public var body: String
    /// The archive's tags, in its order, without repetition.
    public var tags: [String]
    /// The ``sourceID`` of the answer that the asker accepted.
    public var acceptedSourceID: String?
    /// How many characters of the body were cut off on import; 0 for nearly all posts.
    public var cutCharacters: Int

    /// A post with these parts.
    public init(
        sourceID: String, parentSourceID: String? = nil, kind: Kind, authorName: String,
        milliseconds: Int64? = nil, title: String, body: String, tags: [String] = [],
        acceptedSourceID: String? = nil, cutCharacters: Int = 0
    ) {
        self.sourceID = sourceID
        self.parentSourceID = parentSourceID
        self.kind = kind
        self.authorName = authorName
        self.milliseconds = milliseconds
        self.title = title
        self.body = body
        self.tags = tags
        self.acceptedSourceID = acceptedSourceID
        self.cutCharacters = cutCharacters
    }
}
