/// A row of `Posts.xml` as a post.
struct PostRow {
    /// The attributes that a post is made of.
    static let attributes: Set<String> = [
        "Id", "PostTypeId", "ParentId", "AcceptedAnswerId", "CreationDate", "Body", "OwnerUserId",
        "OwnerDisplayName", "Title", "Tags",
    ]

    let row: RowScanner.Row
    let site: String
    let latest: Int64

    /// The first words of the row.
    var excerpt: String {
        let words = row.text("Title").isEmpty ? text.text : row.text("Title")
        return PlainText.line(String(words.prefix(400)), limit: ArchiveLimits.excerptCharacters)
    }

    private var text: (text: String, cut: Int) {
        PlainText.body(HTMLText.text(row.text("Body"), style: .markdown))
    }

    private func sourceID(_ id: Int64) -> String { "stackexchange:\(site):\(id)" }

    /// The post; `nil` if it has neither a title nor a text.
    func post(nameOfUser: (Int64) -> String?) -> ArchivedPost? {
        guard let id = row.number("Id") else { return nil }
        let (body, cut) = text
        var title = PlainText.line(row.text("Title"), limit: ArchiveLimits.titleCharacters)
        let isQuestion = row.text("PostTypeId") == "1"
        if body.isEmpty && title.isEmpty { return nil }
        if isQuestion && title.isEmpty { title = PlainText.firstWords(body) }
        let accepted = isQuestion ? row.number("AcceptedAnswerId") : nil
        return ArchivedPost(
            sourceID: sourceID(id),
            parentSourceID: isQuestion ? nil : row.number("ParentId").map(sourceID),
            kind: isQuestion ? .question : .answer,
            authorName: author(nameOfUser), milliseconds: milliseconds, title: title,
            body: body.isEmpty ? "(no text)" : body, tags: tags,
            acceptedSourceID: accepted.map(sourceID), cutCharacters: cut)
    }

    /// The author by the users' file, else by the row; deleted users leave a number or a name.
    private func author(_ nameOfUser: (Int64) -> String?) -> String {
        let user = row.number("OwnerUserId")
        if let user, let name = nameOfUser(user) { return name }
        let name = PlainText.line(row.text("OwnerDisplayName"), limit: ArchiveLimits.nameCharacters)
        if !name.isEmpty { return name }
        return user.map { "user \($0)" } ?? "unknown"
    }

    private var milliseconds: Int64? {
        guard let date = MailDate(row.text("CreationDate"))?.milliseconds, date > 0, date <= latest
        else { return nil }
        return date
    }

    /// The tags in either form: `<a><b>`, or `|a|b|` in dumps since 2024.
    private var tags: [String] {
        var tags: [String] = []
        for piece in row.text("Tags").split(whereSeparator: { "<>| ".contains($0) }) {
            let tag = PlainText.line(String(piece), limit: ArchiveLimits.tagCharacters).lowercased()
            if !tag.isEmpty, !tags.contains(tag), tags.count < ArchiveLimits.tags {
                tags.append(tag)
            }
        }
        return tags
    }
}
