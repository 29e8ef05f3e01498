internal import Foundation
internal import LocalProtocol

/// One record of an export with everything below it.
struct ExportEntry {
    /// Words of one person.
    struct Part {
        var title: String
        var author: String
        var day: String
        var words: String
        /// Facts beside the words, a line each.
        var facts: [String] = []
    }

    let code: String
    let kind: String
    let whole: Part
    private(set) var parts: [Part] = []

    var title: String { whole.title.isEmpty ? code : whole.title }
    var author: String { whole.author }
    var day: String { whole.day }

    /// A question with its answers.
    init(_ thread: QuestionThread) {
        code = thread.question.code
        kind = "question"
        whole = Part(thread.question)
        parts = thread.answers.map(Part.init)
    }

    /// A record with those that belong to it.
    init(_ details: ItemDetails) {
        code = details.item.code
        kind = details.item.kind.rawValue.replacing("_", with: " ")
        whole = Part(details.item)
        parts = details.related.map(Part.init)
        for thanks in details.thanks {
            parts.append(
                Part(
                    title: "Thanks", author: thanks.author.name, day: Part.day(thanks.writtenAt),
                    words: thanks.text))
        }
    }

    /// A proposal with what was said to it.
    init(_ proposal: ProposalShown) {
        code = proposal.code
        kind = "proposal"
        whole = Part(
            title: String(proposal.text.split(whereSeparator: \.isNewline).first ?? ""),
            author: proposal.author.name, day: Part.day(proposal.closesAt), words: proposal.text,
            facts: ["state: \(proposal.state.rawValue)"])
        parts = proposal.stances.map { stance in
            Part(
                title: stance.stance.rawValue, author: stance.person.name, day: "",
                words: stance.reason)
        }
    }
}

extension ExportEntry.Part {
    init(_ post: Post) {
        let folded = post.folding.map { ["folded: \($0.sentence)"] } ?? []
        let thanks = post.thanks.map { "thanks from \($0.author.name) \($0.text)" }
        self.init(
            title: post.title ?? post.code, author: post.author.name,
            day: Self.day(post.writtenAt), words: post.body,
            facts: folded + (post.isAccepted == true ? ["accepted"] : [])
                + (post.experience.map { [$0] } ?? []) + thanks)
    }

    init(_ item: Item) {
        let folded = item.folding.map { ["folded: \($0.sentence)"] } ?? []
        let fields = (item.fields + item.elements).map {
            "\($0.name.replacing("_", with: " ")): \($0.value)"
        }
        let entries = item.entries.map {
            "\($0.name.replacing("_", with: " ")) of \($0.person.name): \($0.value)"
        }
        self.init(
            title: item.title.isEmpty ? item.kind.rawValue : item.title, author: item.author.name,
            day: Self.day(item.writtenAt), words: "",
            facts: (item.state.map { [$0] } ?? []) + folded + item.notes + fields + entries)
    }

    static func day(_ moment: Timestamp) -> String { String(moment.text.prefix(10)) }

    var html: String {
        let facts = facts.map { "<li>\(ExportFormat.paragraphs($0))</li>" }.joined()
        return "<p>\(ExportFormat.paragraphs(words))</p>"
            + (facts.isEmpty ? "" : "<ul>\(facts)</ul>")
            + "<p><small>\(ExportFormat.escaped(author)), \(day)</small></p>"
    }

    var markdown: String {
        let facts = facts.map { "- " + DigestReport.escaped(PlainText.line($0)) + "\n" }.joined()
        let words = PlainText.block(words).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).map { "> " + $0 }.joined(separator: "\n")
        return words + "\n\n" + facts + "\n*\(DigestReport.escaped(author)), \(day)*\n\n"
    }
}

/// Some records of an export: one page, one text, one file of lines.
struct ExportPage {
    let number: Int
    private(set) var entries: [ExportEntry] = []
    /// The records as lines of JSON.
    private(set) var json = Data()
    private(set) var markdown = ""
    private var articles: [String] = []

    init(number: Int) { self.number = number }

    mutating func add(_ entry: ExportEntry, _ record: Data) {
        entries.append(entry)
        json += record + Data("\n".utf8)
        let parts = entry.parts.map {
            "<section><h3>\(ExportFormat.escaped($0.title))</h3>\($0.html)</section>"
        }
        articles.append(
            "<article id=\"\(ExportFormat.escaped(entry.code))\">"
                + "<h2>\(ExportFormat.escaped(entry.title))</h2>"
                + "<p><small>\(entry.code), \(ExportFormat.escaped(entry.kind))</small></p>"
                + entry.whole.html + parts.joined(separator: "\n") + "</article>")
        markdown += "# \(DigestReport.escaped(PlainText.line(entry.title))) (\(entry.code))\n\n"
        markdown += entry.whole.markdown
        for part in entry.parts {
            markdown += "## \(DigestReport.escaped(PlainText.line(part.title)))\n\n"
            markdown += part.markdown
        }
    }

    /// Keeps what the index needs.
    mutating func forgetWords() {
        json = Data()
        markdown = ""
        articles = []
    }

    /// Its name in a folder.
    func path(_ folder: String, _ ending: String) -> String {
        "\(folder)/\(ExportFormat.padded(number)).\(ending)"
    }

    func html(of head: ExportHead) -> String {
        ExportFormat.document(
            head.community.name,
            "<p><a href=\"../index.html\">\(ExportFormat.escaped(head.community.name))</a></p>\n"
                + articles.joined(separator: "\n"))
    }
}
