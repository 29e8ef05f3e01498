/// A text of Markdown in which links to other notes become words, line by line.
///
/// Code is left as it is: there, `[[` is a command of the shell.
struct WikiLinks {
    /// The text so far, each line with its end.
    private(set) var output: [UInt8] = []
    /// The tags so far, such as `#press`, without their sign.
    private(set) var tags: [String] = []
    /// The marks that opened the block of code in which the next line stands.
    private var fence: (mark: UInt8, count: Int)?

    /// A text as a whole.
    static func text(_ text: String) -> String {
        var links = WikiLinks()
        for line in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            links.add(line)
        }
        return String(decoding: links.output.dropLast(), as: UTF8.self)
    }

    /// Adds a line.
    ///
    /// - Returns: Whether it is a heading of the first level.
    @discardableResult
    mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
        defer { output.append(0x0A) }
        if isCode(line) {
            output += line
            return false
        }
        translate(line)
        let words = line.drop { $0 == 0x20 }
        return line.count - words.count < 4 && words.first == 0x23
            && words.dropFirst().first.map { $0 == 0x20 || $0 == 0x09 } == true
    }

    /// Whether a line belongs to a block between fences.
    private mutating func isCode(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.drop { $0 == 0x20 }
        let isMark = words.first == 0x60 || words.first == 0x7E
        guard let mark = words.first, isMark, line.count - words.count < 4 else {
            return fence != nil
        }
        let marks = words.prefix { $0 == mark }
        if let open = fence {
            let isEnd = mark == open.mark && marks.count >= open.count
            if isEnd, words.dropFirst(marks.count).allSatisfy({ $0 <= 0x20 }) { fence = nil }
            return true
        }
        // A word in three backquotes on one line opens nothing.
        guard marks.count >= 3, mark == 0x7E || !words.dropFirst(marks.count).contains(0x60) else {
            return false
        }
        fence = (mark, marks.count)
        return true
    }

    private mutating func translate(_ line: ArraySlice<UInt8>) {
        var rest = line
        while let byte = rest.first {
            let isEmbedding = rest.starts(with: [0x21, 0x5B, 0x5B])
            if byte == 0x60 {
                let code = WikiLinks.code(rest)
                output += code
                rest = rest.dropFirst(code.count)
            } else if isEmbedding || rest.starts(with: [0x5B, 0x5B]),
                let link = WikiLinks.link(rest.dropFirst(isEmbedding ? 3 : 2))
            {
                output += Array(WikiLinks.words(of: link, isEmbedding: isEmbedding).utf8)
                rest = rest[(link.endIndex + 2)...]
            } else {
                if byte == 0x23,
                    rest.startIndex == line.startIndex || line[rest.startIndex - 1] <= 0x20
                {
                    addTag(rest.dropFirst())
                }
                output.append(byte)
                rest = rest.dropFirst()
            }
        }
    }

    /// The code that begins here, with its backquotes; only these if it does not end.
    private static func code(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let marks = rest.prefix { $0 == 0x60 }
        var inner = rest.dropFirst(marks.count).prefix(ArchiveLimits.linkBytes)
        while let place = Bytes.place(of: 0x60, in: inner) {
            let closing = inner[place...].prefix { $0 == 0x60 }
            if closing.count == marks.count { return rest[..<closing.endIndex] }
            inner = inner[closing.endIndex...]
        }
        return marks
    }

    /// What stands up to "]]"; `nil` if that is far away or another link begins before.
    private static func link(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let inner = rest.prefix(ArchiveLimits.linkBytes)
        guard let close = Bytes.place(of: 0x5D, in: inner), close > inner.startIndex,
            rest[close...].starts(with: [0x5D, 0x5D]), !inner[..<close].contains(0x5B)
        else { return nil }
        return rest[..<close]
    }

    /// The label of a link, else the name of the note without its folder, else the heading.
    private static func words(of link: ArraySlice<UInt8>, isEmbedding: Bool) -> String {
        let parts = String(decoding: link, as: UTF8.self)
            .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let label = parts.count > 1 ? parts[1] : ""
        // The label of a picture may be its width.
        let isSize = isEmbedding && label.allSatisfy { $0.isNumber || $0 == "x" }
        if !label.allSatisfy(\.isWhitespace), !isSize { return String(label) }
        var target = parts.first ?? ""
        // In a table the sign before the label is written "\|".
        if target.hasSuffix("\\") { target = target.dropLast() }
        let pieces = target.split(separator: "#", omittingEmptySubsequences: false)
        var name = pieces.first?.split(separator: "/").last ?? ""
        if name.lowercased().hasSuffix(".md") { name = name.dropLast(3) }
        if name.isEmpty { name = (pieces.last ?? "").drop { $0 == "^" } }
        return String(name)
    }

    private mutating func addTag(_ rest: ArraySlice<UInt8>) {
        guard tags.count < ArchiveLimits.tags else { return }
        let word = String(decoding: rest.prefix(ArchiveLimits.tagCharacters * 4), as: UTF8.self)
            .prefix { $0.isLetter || $0.isNumber || "_-/".contains($0) }
        guard word.contains(where: { !$0.isNumber }) else { return }
        let tag = String(word)
        if !tags.contains(tag) { tags.append(tag) }
    }
}
