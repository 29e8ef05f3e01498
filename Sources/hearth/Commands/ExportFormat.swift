internal import Foundation
internal import LocalProtocol

/// Names and texts of an export (chapter 20 of `Protocol/`).
enum ExportFormat {
    /// The entry that says what the file is.
    static let manifest = "hearth-export.json"

    /// The entry that lists the attached files, a line of JSON each (``ExportedFile``).
    static let fileList = "files.jsonl"

    /// The entry for commits of a space.
    static func log(_ space: String, _ number: Int) -> String {
        "log/\(space)/\(padded(number)).runs"
    }

    /// Four bytes that say how long a run is.
    static func length(_ count: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    }

    /// A number in five digits, so that names are sorted as they are read.
    static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// What somebody reads who unpacks the file.
    static func readme(_ head: ExportHead) -> String {
        """
        \(PlainText.line(head.community.name)), a community of \(PlainText.line(head.workplaceName))

        index.html      opens in any browser; nothing is loaded from anywhere
        markdown/       the same as text
        records/        every record as a line of JSON, named as in Hearth's local API
        files/          attached files; files.jsonl lists them all, those too that are missing
        log/            the commits as their authors signed them
        hearth-export.json
                        the names and keys with which the commits are read

        To verify and read it with Hearth: hearth import THIS-FILE.zip

        Whoever has this file can read everything in it. The words belong to those who wrote them:
        their names stand beside them.

        """
    }

    /// The page that leads to all others.
    static func index(
        _ head: ExportHead, _ details: CommunityDetails, _ pages: [ExportPage],
        _ files: [ExportedFile]
    ) -> String {
        let charter = details.charter.map { "<p>\(paragraphs($0))</p>" } ?? ""
        let entries = pages.flatMap { page in
            page.entries.map { entry in
                "<li><a href=\"\(page.path("pages", "html"))#\(escaped(entry.code))\">"
                    + "\(escaped(entry.title))</a> <small>\(escaped(entry.kind)), "
                    + "\(escaped(entry.author)), \(entry.day)</small></li>"
            }
        }
        return document(
            head.community.name,
            """
            <h1>\(escaped(head.community.name))</h1>
            <p>A community of \(escaped(head.workplaceName)).</p>
            \(charter)
            <ul>
            \(entries.joined(separator: "\n"))
            </ul>
            \(list(of: files))
            """)
    }

    /// The attached files, those that are missing by name only.
    private static func list(of files: [ExportedFile]) -> String {
        guard !files.isEmpty else { return "" }
        let lines = files.map { file in
            let name = escaped(file.name)
            let title =
                file.entry.map { "<a href=\"\(reference(to: $0))\">\(name)</a>" }
                ?? "\(name) (missing)"
            return "<li>\(title) <small>\(escaped(file.code)), on "
                + "\(escaped(file.attachedTo)), \(file.bytes) bytes</small></li>"
        }
        return "<h2>Files</h2>\n<ul>\n\(lines.joined(separator: "\n"))\n</ul>"
    }

    /// The name of an entry as a link has it.
    private static func reference(to entry: String) -> String {
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "&;'"))
        return escaped(entry.addingPercentEncoding(withAllowedCharacters: allowed) ?? entry)
    }

    /// A page that loads nothing.
    static func document(_ title: String, _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>\(escaped(title))</title>
        <style>
        body { font: 1rem/1.5 sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        article { border-top: 1px solid; padding: .5rem 0 1.5rem; }
        section { margin: 1rem 0 0 1.5rem; }
        small { color: #555; }
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    /// Somebody's words in HTML, on one line.
    static func escaped(_ text: String) -> String { PrintedPage.escaped(text) }

    /// Somebody's words in HTML, lines kept.
    static func paragraphs(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { escaped(String($0)) }.joined(separator: "<br>\n")
    }
}
