/// Takes the entries of a `.po` file out of it, one by one, and refuses whatever isn't one.
struct CatalogueReader {
    private typealias Line = Substring.UTF8View

    private var lines: [Line]
    private var index = 0

    /// Starts at the beginning of a file.
    init(_ text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The next entry; nil at the end.
    mutating func next() throws(CatalogueError) -> CatalogueEntry? {
        var entry = CatalogueEntry()
        while index < lines.count {
            let line = lines[index]
            if Self.isBlank(line) || line.starts(with: "#~".utf8) {
                guard entry.isEmpty else { break }
                index += 1
                continue
            }
            // A comment or a new key after a translation begins the next entry.
            if !entry.translations.isEmpty, Self.begins(line) { break }
            index += 1
            if line.first == UInt8(ascii: "#") {
                guard entry.isEmpty else { throw failure(.outOfPlace(keyword: "#")) }
                if line.starts(with: "#,".utf8), Substring(line).contains("fuzzy") {
                    entry.isFuzzy = true
                }
                continue
            }
            try read(line, into: &entry)
        }
        guard !entry.isEmpty else { return nil }
        guard !entry.translations.isEmpty else { throw failure(.incomplete) }
        return entry
    }

    private static func isBlank(_ line: Line) -> Bool {
        line.allSatisfy { $0 == UInt8(ascii: " ") }
    }

    private static func begins(_ line: Line) -> Bool {
        ["#", "msgctxt", "msgid "].contains { line.starts(with: $0.utf8) }
    }

    private func failure(_ reason: CatalogueError.Reason) -> CatalogueError {
        CatalogueError(line: index, reason: reason)
    }

    private func read(_ line: Line, into entry: inout CatalogueEntry) throws(CatalogueError) {
        guard let quote = line.firstIndex(of: UInt8(ascii: "\"")) else {
            throw failure(.unknownLine)
        }
        let keyword = Substring(line[..<quote]).split(separator: " ").joined(separator: " ")
        let text = try text(line[quote...])
        guard !keyword.isEmpty else {
            guard entry.goOn(text) else { throw failure(.unknownLine) }
            return
        }
        guard CatalogueEntry.keywords.contains(keyword) else { throw failure(.unknownLine) }
        if entry.isEmpty { entry.line = index }
        guard entry.add(keyword, text) else { throw failure(.outOfPlace(keyword: keyword)) }
    }

    /// The text between two quotation marks.
    private func text(_ quoted: Line) throws(CatalogueError) -> String {
        var text: [UInt8] = []
        var isEscaped = false
        var rest = quoted.dropFirst()
        while let byte = rest.popFirst() {
            if isEscaped {
                switch byte {
                case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
                default: throw failure(.escape)
                }
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                guard Self.isBlank(rest) else { throw failure(.quotes) }
                return String(decoding: text, as: UTF8.self)
            } else {
                text.append(byte)
            }
        }
        throw failure(.quotes)
    }
}
