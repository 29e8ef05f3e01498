/// One Markdown file as a question.
struct Note {
    private let matter: FrontMatter
    private let tagsInText: [String]
    private let heading: String?
    private let body: (text: String, cut: Int)

    /// Reads the text of a file.
    init(_ text: String) {
        let (matter, rest) = FrontMatter.split(PlainText.unixLines(text))
        self.matter = matter
        var links = WikiLinks()
        var heading: String?
        var isBlank = true
        var hidden = 0..<0
        for line in Array(rest.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            let start = links.output.count
            if links.add(line), heading == nil {
                let words = Note.words(ofHeading: links.output[start...])
                heading = words
                // As the first line it says nothing that the title does not say.
                if isBlank && words.unicodeScalars.count <= ArchiveLimits.titleCharacters {
                    hidden = start..<links.output.count
                }
            }
            isBlank = isBlank && line.allSatisfy { $0 <= 0x20 }
        }
        self.heading = heading
        tagsInText = links.tags
        var output = links.output
        if matter.text("title") == nil { output.removeSubrange(hidden) }
        body = PlainText.body(String(decoding: output, as: UTF8.self))
    }

    /// The note as a post; `nil` if it holds nothing.
    ///
    /// - Parameters:
    ///   - name: What the file is called, without its folder and its ending.
    ///   - changed: When it was changed last, for notes that have no date.
    func post(
        sourceID: String, name: String, changed: Int64?, latest: Int64
    ) -> ArchivedPost? {
        let told = [matter.text("title").map { WikiLinks.text($0) }, heading].lazy
            .compactMap { $0 }.map { PlainText.line($0, limit: ArchiveLimits.titleCharacters) }
            .first { !$0.isEmpty }
        guard told != nil || !body.text.isEmpty else { return nil }
        let named = PlainText.line(name, limit: ArchiveLimits.titleCharacters)
        let author = PlainText.line(
            WikiLinks.text(matter.text("author", "authors") ?? ""),
            limit: ArchiveLimits.nameCharacters)
        var tags = TagList()
        for tag in matter.list("tags") + matter.list("tag") + tagsInText { tags.add(tag) }
        let written = ["date", "created"].lazy.compactMap { matter.text($0) }
            .compactMap { WrittenDate.milliseconds($0, latest: latest) }.first
        let saved = changed.flatMap { $0 > 0 && $0 <= latest ? $0 : nil }
        return ArchivedPost(
            sourceID: sourceID, kind: .question, authorName: author.isEmpty ? "unknown" : author,
            milliseconds: written ?? saved,
            title: told ?? (named.isEmpty ? PlainText.firstWords(body.text) : named),
            body: body.text.isEmpty ? "(no text)" : body.text, tags: tags.tags,
            cutCharacters: body.cut)
    }

    /// A heading without its signs, which may also stand at its end.
    private static func words(ofHeading line: ArraySlice<UInt8>) -> String {
        var words = line.drop { $0 == 0x20 }.dropFirst().drop { $0 <= 0x20 }
        while let last = words.last, last <= 0x20 { words.removeLast() }
        let signs = words.reversed().prefix { $0 == 0x23 }.count
        let before = words.dropLast(signs)
        if signs > 0, before.last.map({ $0 <= 0x20 }) ?? true { words = before }
        return PlainText.line(
            String(decoding: words, as: UTF8.self), limit: ArchiveLimits.titleCharacters + 1)
    }
}
