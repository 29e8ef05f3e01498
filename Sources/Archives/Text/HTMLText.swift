/// Readable text made from HTML: paragraphs, lists, quotations and code keep their shape.
///
/// One pass over the tags; nothing recurses, so no document can nest too deeply for it.
struct HTMLText {
    /// What the text is written in.
    enum Style {
        /// Markdown, for archives whose posts were written in it.
        case markdown
        /// Plain text, for mail.
        case plain
    }

    private let style: Style
    private var output = ""
    /// Line feeds to write before the next word; they go away at the beginning and the end.
    private var breaks = 0
    private var blank = false
    private var isLineStart = true
    private var quotes = 0
    /// How deep the line written last is quoted.
    private var lastQuotes = 0
    private var lists: [Int?] = []
    private var isPreformatted = false
    private var hidden: String?
    private var link: (target: String, start: Int)?

    /// The text of a document or a part of one.
    static func text(_ html: String, style: Style) -> String {
        var text = HTMLText(style: style)
        for token in HTMLTokens(PlainText.unixLines(html)) {
            switch token {
            case .text(let words): text.add(words)
            case .open(let name, let attributes): text.open(name, attributes)
            case .close(let name): text.close(name)
            }
        }
        if text.isPreformatted { text.close("pre") }
        return text.output
    }

    private init(style: Style) { self.style = style }

    private mutating func add(_ words: String) {
        guard hidden == nil else { return }
        if isPreformatted {
            for (index, line) in words.split(
                separator: "\n", omittingEmptySubsequences: false
            ).enumerated() {
                if index > 0 { breaks += 1 }
                if !line.isEmpty { write(String(line)) }
            }
            return
        }
        var word = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            let isBlank = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            if !isBlank {
                word.append(scalar)
                continue
            }
            if !word.isEmpty { write(String(word)) }
            word.removeAll()
            blank = true
        }
        if !word.isEmpty { write(String(word)) }
    }

    private mutating func write(_ word: String) {
        if breaks > 0 || output.isEmpty {
            if !output.isEmpty {
                // A blank line is quoted only where the lines on both sides are.
                let blankLine = "\n" + prefix(min(quotes, lastQuotes))
                for _ in 1..<max(1, min(breaks, isPreformatted ? 3 : 2)) { output += blankLine }
                output += "\n"
            }
            output += prefix(quotes)
            lastQuotes = quotes
            breaks = 0
            isLineStart = true
        }
        if blank && !isLineStart { output += " " }
        blank = false
        isLineStart = false
        output += word
    }

    private func prefix(_ depth: Int) -> String { String(repeating: "> ", count: min(depth, 8)) }

    private mutating func paragraph(_ count: Int) {
        guard hidden == nil else { return }
        breaks = max(breaks, count)
        blank = false
    }

    private mutating func mark(_ sign: String, opens: Bool) {
        guard style == .markdown, hidden == nil, !isPreformatted else { return }
        if opens {
            write(sign)
            isLineStart = true
            blank = false
        } else {
            let pending = blank
            blank = false
            write(sign)
            blank = pending
        }
    }

    private mutating func open(_ name: String, _ attributes: ArraySlice<UInt8>) {
        switch name {
        case "script", "style", "head", "title", "noscript", "template", "iframe", "object":
            if hidden == nil { hidden = name }
        case "body": hidden = nil
        case "br": if hidden == nil { breaks += 1 }
        case "p", "table", "dl", "form", "h1", "h2", "h3", "h4", "h5", "h6":
            paragraph(2)
            if let level = name.last?.wholeNumberValue, name.first == "h", style == .markdown {
                write(String(repeating: "#", count: level) + " ")
                isLineStart = true
            }
        case "div", "tr", "dt", "dd", "section", "article", "header", "footer": paragraph(1)
        case "td", "th": blank = true
        case "blockquote":
            paragraph(2)
            quotes += 1
        case "ul", "ol":
            paragraph(lists.isEmpty ? 2 : 1)
            if lists.count < 32 { lists.append(name == "ol" ? 1 : nil) }
        case "li": openItem()
        case "hr":
            paragraph(2)
            write("---")
            paragraph(2)
        case "pre": openPreformatted()
        case "code", "tt", "kbd": mark("`", opens: true)
        case "strong", "b": mark("**", opens: true)
        case "em", "i": mark("*", opens: true)
        case "a": openLink(attributes)
        case "img":
            let text = HTMLTokens.attribute("alt", in: attributes) ?? ""
            if hidden == nil, !text.isEmpty { write("[\(PlainText.line(text, limit: 200))]") }
        default: break
        }
    }

    private mutating func close(_ name: String) {
        if let element = hidden {
            if element == name { hidden = nil }
            return
        }
        switch name {
        case "p", "table", "dl", "h1", "h2", "h3", "h4", "h5", "h6": paragraph(2)
        case "div", "tr", "li", "dt", "dd", "section", "article": paragraph(1)
        case "blockquote":
            paragraph(2)
            quotes = max(0, quotes - 1)
        case "ul", "ol":
            _ = lists.popLast()
            paragraph(lists.isEmpty ? 2 : 1)
        case "pre": closePreformatted()
        case "code", "tt", "kbd": mark("`", opens: false)
        case "strong", "b": mark("**", opens: false)
        case "em", "i": mark("*", opens: false)
        case "a": closeLink()
        default: break
        }
    }

    private mutating func openItem() {
        guard hidden == nil else { return }
        paragraph(1)
        let indent = String(repeating: "  ", count: max(0, lists.count - 1))
        var sign = "- "
        if let last = lists.last, let number = last {
            sign = "\(number). "
            lists[lists.count - 1] = number + 1
        }
        write(indent + sign)
        isLineStart = true
    }

    private mutating func openPreformatted() {
        guard hidden == nil, !isPreformatted else { return }
        paragraph(2)
        if style == .markdown {
            write("```")
            paragraph(1)
        }
        isPreformatted = true
    }

    private mutating func closePreformatted() {
        guard isPreformatted else { return }
        isPreformatted = false
        breaks = 0
        if style == .markdown {
            paragraph(1)
            write("```")
        }
        paragraph(2)
    }

    private mutating func openLink(_ attributes: ArraySlice<UInt8>) {
        guard hidden == nil, link == nil, !isPreformatted,
            let target = HTMLTokens.attribute("href", in: attributes),
            ["http://", "https://", "mailto:"].contains(where: target.lowercased().hasPrefix)
        else { return }
        // Whatever stands before the link's first word is written before the link begins.
        if style == .markdown { mark("[", opens: true) }
        link = (PlainText.line(target, limit: 2_000), output.utf8.count)
    }

    private mutating func closeLink() {
        guard let (target, start) = link else { return }
        link = nil
        let written = String(decoding: output.utf8.dropFirst(start), as: UTF8.self)
        let words = written.drop { $0 == " " || $0 == "\n" || $0 == ">" }
        switch style {
        case .markdown: mark("](\(target))", opens: false)
        case .plain:
            let bare = target.hasPrefix("mailto:") ? String(target.dropFirst(7)) : target
            let isSame = words == bare || bare.hasSuffix("//\(words)") || bare == "http://\(words)/"
            if !isSame && !words.isEmpty {
                blank = true
                write("<\(bare)>")
            }
        }
    }
}
