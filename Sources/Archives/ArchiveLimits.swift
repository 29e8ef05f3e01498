/// The bounds within which an archive is read and a post is made.
public enum ArchiveLimits {
    /// Unicode scalars of a body; what is beyond is cut and marked.
    public static let bodyCharacters = 40_000
    /// UTF-8 bytes of a body, so that a whole post fits into one operation of 64 KiB.
    public static let bodyBytes = 56_000
    /// Unicode scalars of a title.
    public static let titleCharacters = 250
    /// Unicode scalars of an author's name.
    public static let nameCharacters = 100
    /// Unicode scalars of one tag.
    public static let tagCharacters = 40
    /// Tags of one post.
    public static let tags = 10
    /// UTF-8 bytes of a source id; longer message ids are replaced by a hash.
    public static let sourceBytes = 200
    /// Unicode scalars of the excerpt in a ``Skip``.
    public static let excerptCharacters = 80
    /// Bytes of one line that are kept in memory; the rest of the line is passed over.
    static let lineBytes = 1 << 20
    /// Bytes of one message that are kept in memory; the rest, always attachments, is passed over.
    static let messageBytes = 4 << 20
    /// Bytes of a message's head.
    static let headBytes = 256 << 10
    /// Parts within parts of a message that are opened.
    static let partDepth = 8
    /// Parts of one message that are looked at.
    static let parts = 200
    /// Message ids of one `References` field; the first and the last ones are kept.
    static let references = 50
    /// Bytes of one attribute of an XML row that are kept.
    static let attributeBytes = 1 << 20
    /// UTF-8 bytes of a folder's, a team's or a file's name within a source id.
    static let namePartBytes = 80
    /// Files of a folder or a zip file; their names are kept in memory.
    static let files = 500_000
    /// Folders within folders that are entered.
    static let folderDepth = 40
    /// Bytes of the directory of a zip file.
    static let directoryBytes: Int64 = 64 << 20
    /// Bytes of a list of people or channels in JSON, unpacked; it is read as a whole.
    static let listBytes: Int64 = 64 << 20
    /// Bytes of the messages that a channel had on one day, unpacked; they are read as a whole.
    static let dayBytes: Int64 = 32 << 20
    /// Items of one list in JSON: small ones take more memory than they have bytes.
    static let listItems = 200_000
    /// Bytes of one Markdown file that are read; far more than a body keeps.
    static let noteBytes: Int64 = 4 << 20
    /// Bytes at the beginning of a Markdown file among which its front matter must end.
    static let frontMatterBytes = 64 << 10
    /// Bytes of a link, or of code within a line, in a text that is being translated.
    static let linkBytes = 4 << 10
    /// Rows of a table; where each of them begins is kept in memory.
    static let rows = 2_000_000
    /// Columns of a table; those beyond are passed over.
    static let columns = 1_000
    /// Bytes of one field of a table that are kept; the rest of it is passed over.
    static let fieldBytes = 1 << 20
    /// Bytes that a file's format is recognised from.
    static let sampleBytes = 64 << 10
    /// Bytes that are read between two `.working` items.
    static let stepBytes: Int64 = 1 << 20
}
