/// The tags of one post: small letters, none twice, no more than the limit.
struct TagList {
    private(set) var tags: [String] = []

    /// Adds a tag, unless it is blank or known.
    mutating func add(_ text: some StringProtocol) {
        let word = text.drop { $0 == "#" || $0.isWhitespace }
        let tag = PlainText.line(String(word.prefix(400)), limit: ArchiveLimits.tagCharacters)
            .lowercased()
        guard !tag.isEmpty, tags.count < ArchiveLimits.tags, !tags.contains(tag) else { return }
        tags.append(tag)
    }
}
