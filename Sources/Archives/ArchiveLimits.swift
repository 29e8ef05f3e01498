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
    /// Bytes that a file's format is recognised from.
    static let sampleBytes = 64 << 10
    /// Bytes that are read between two `.working` items.
    static let stepBytes: Int64 = 1 << 20
}
