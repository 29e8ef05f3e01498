/// Names of posts in their archives, the same at each import.
enum SourceName {
    /// A folder's, a team's or a file's name as a part of a source id.
    static func part(_ text: String) -> String {
        shortened(text, bytes: ArchiveLimits.namePartBytes)
    }

    /// A source id that begins so; a name that is too long is replaced by a hash.
    static func id(_ beginning: String, _ name: String) -> String {
        beginning + shortened(name, bytes: ArchiveLimits.sourceBytes - beginning.utf8.count)
    }

    /// The text if it is one tidy line of so many bytes, otherwise its hash.
    private static func shortened(_ text: String, bytes: Int) -> String {
        if !text.isEmpty, text.utf8.count <= bytes,
            PlainText.line(text, limit: text.utf8.count).utf8.elementsEqual(text.utf8)
        {
            return text
        }
        var digest = Digest()
        digest.add(Array(text.utf8)[...])
        return "sha256:" + digest.finish().hex
    }
}
