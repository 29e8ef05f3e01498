/// The text that a person reads in a message, made from its parts (RFC 2045 to 2049).
///
/// Attachments become a line that names them; of alternatives the plain one is taken; signatures
/// made by programs are left out. Parts are opened to a fixed depth and number.
struct MessageText {
    private var partsLeft = ArchiveLimits.parts

    /// The text below a message's head.
    static func text(head: MessageHead, lines: ArraySlice<ArraySlice<UInt8>>) -> String {
        var reader = MessageText()
        let text = reader.read(head, lines, depth: 0, isDigest: false)
        return InlineParts.cleaned(text)
    }

    private mutating func read(
        _ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int, isDigest: Bool
    ) -> String {
        var type = ContentType(head.raw(.contentType))
        if type.value.isEmpty && isDigest { type.value = "message/rfc822" }
        let disposition = ContentType(head.raw(.contentDisposition))
        let name = disposition["filename"] ?? type["name"]
        let isOpened = depth < ArchiveLimits.partDepth
        if MessageText.silent.contains(type.value) { return "" }
        if type.value == "multipart/encrypted" { return "[encrypted text]" }
        if type.value.hasPrefix("multipart/"), isOpened {
            return multipart(type, head, lines, depth: depth)
        }
        if disposition.value == "attachment" && depth > 0 && type.value != "message/rfc822" {
            return attachment(type.value, name)
        }
        switch type.value {
        case "message/rfc822" where isOpened, "message/global" where isOpened:
            return forwarded(decodedLines(head, lines), depth: depth)
        case "text/html", "application/xhtml+xml", "text/enriched", "text/richtext":
            return HTMLText.text(text(type, head, lines), style: .plain)
        case "text/calendar", "text/x-vcard", "text/vcard", "text/directory", "text/rtf":
            return attachment(type.value, name)
        case let value where isText(value): return plain(type, head, lines)
        default: return attachment(type.value, name)
        }
    }

    /// Parts that programs add for programs; they are not worth a word.
    private static let silent: Set<String> = [
        "application/pgp-signature", "application/pkcs7-signature",
        "application/x-pkcs7-signature", "text/rfc822-headers",
    ]

    /// Whether a part is shown as text: no type at all, a type that is none ("text"), any text.
    private func isText(_ value: String) -> Bool {
        value.isEmpty || !value.contains("/") || value.hasPrefix("text/")
            || value.hasPrefix("multipart/") || value == "application/pgp"
            || value == "message/delivery-status"
    }

    private func text(
        _ type: ContentType, _ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>
    ) -> String {
        PlainText.unixLines(Charset.decode(content(head, lines), label: type["charset"]))
    }

    private func plain(
        _ type: ContentType, _ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>
    ) -> String {
        let text = text(type, head, lines)
        guard type["format"]?.lowercased() == "flowed" else { return text }
        return FlowedText.unflowed(text, deletesSpace: type["delsp"]?.lowercased() == "yes")
    }

    private func content(_ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        for line in lines {
            bytes.append(contentsOf: line)
            bytes.append(0x0A)
        }
        let encoding = head.raw(.contentEncoding)
        // Without these characters it names no encoding, but "7bit" or the like.
        let mayEncode = encoding.contains { $0 == 0x36 || $0 == 0x71 || $0 == 0x51 }
        guard mayEncode else { return bytes }
        return TransferEncoding.decode(
            bytes[...], named: String(decoding: encoding, as: UTF8.self))
    }

    private func decodedLines(
        _ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<ArraySlice<UInt8>> {
        guard !head.raw(.contentEncoding).isEmpty else { return lines }
        return MessageText.lines(of: content(head, lines))
    }

    /// Bytes cut at line ends, which are left out.
    static func lines(of bytes: [UInt8]) -> ArraySlice<ArraySlice<UInt8>> {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }[...]
    }

    private func attachment(_ type: String, _ name: String?) -> String {
        let kind = PlainText.line(type, limit: 80)
        guard let name = name.map({ PlainText.line($0, limit: 120) }), !name.isEmpty else {
            return "[attachment: \(kind)]"
        }
        return kind.isEmpty ? "[attachment: \(name)]" : "[attachment: \(name) (\(kind))]"
    }

    private mutating func forwarded(
        _ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int
    ) -> String {
        let (head, count) = MessageHead.read(lines)
        let text = read(head, lines.dropFirst(count), depth: depth + 1, isDigest: false)
        let author = MailAuthor.name(head.text(.from))
        let title = PlainText.line(head.text(.subject), limit: 200)
        let heading = [author, title.isEmpty ? nil : title].compactMap { $0 }.joined(
            separator: ": ")
        return "[forwarded message] \(heading)\n\n\(text)"
    }

    private mutating func multipart(
        _ type: ContentType, _ head: MessageHead, _ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int
    ) -> String {
        var parts = MessageText.parts(lines, boundary: type["boundary"])
        // A boundary that never occurs: the text is there, only its wrapping is lost.
        if parts.isEmpty { return plain(ContentType([]), head, lines) }
        if parts.count > partsLeft { parts = Array(parts.prefix(partsLeft)) }
        partsLeft -= parts.count
        let opened = parts.map { part in
            let (head, count) = MessageHead.read(part)
            return (head: head, lines: part.dropFirst(count))
        }
        if type.value == "multipart/alternative" { return alternative(opened, depth: depth) }
        var texts: [String] = []
        for (index, part) in opened.enumerated() {
            // What a part relates to its first part are pictures within it.
            if type.value == "multipart/related" && index > 0 { break }
            let isDigest = type.value == "multipart/digest"
            let text = read(part.head, part.lines, depth: depth + 1, isDigest: isDigest)
            if let last = text.lastIndex(where: { !$0.isWhitespace }) {
                texts.append(String(text[...last]))
            }
        }
        return texts.joined(separator: "\n\n")
    }

    private mutating func alternative(
        _ parts: [(head: MessageHead, lines: ArraySlice<ArraySlice<UInt8>>)], depth: Int
    ) -> String {
        let ranked = parts.enumerated().sorted { left, right in
            (rank(left.element.head), left.offset) < (rank(right.element.head), right.offset)
        }
        for (_, part) in ranked {
            let text = read(part.head, part.lines, depth: depth + 1, isDigest: false)
            if text.contains(where: { !$0.isWhitespace }) { return text }
        }
        return ""
    }

    private func rank(_ head: MessageHead) -> Int {
        switch ContentType(head.raw(.contentType)).value {
        case "text/plain", "": 0
        case let value where value.hasPrefix("multipart/"): 1
        case "text/html": 2
        default: 3
        }
    }

    /// The parts between the lines of a boundary; the end line may be missing.
    ///
    /// Without the parameter, the first line that begins with two hyphens is taken for the boundary.
    static func parts(
        _ lines: ArraySlice<ArraySlice<UInt8>>, boundary: String?
    ) -> [ArraySlice<ArraySlice<UInt8>>] {
        var open = boundary.map { Array("--\($0)".utf8)[...] }
        if open == nil {
            open = lines.first { $0.starts(with: [0x2D, 0x2D]) && $0.count > 3 }
            while open?.last == 0x20 { open = open?.dropLast() }
        }
        guard let open else { return [] }
        var parts: [ArraySlice<ArraySlice<UInt8>>] = []
        var start: Int?
        for index in lines.indices where lines[index].starts(with: open) {
            let rest = lines[index].dropFirst(open.count)
            let isEnd = rest.starts(with: [0x2D, 0x2D])
            // The line may go on with blanks only, else it is another, longer boundary.
            guard (isEnd ? rest.dropFirst(2) : rest).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
                continue
            }
            if let start { parts.append(lines[start..<index]) }
            start = isEnd ? nil : index + 1
        }
        if let start { parts.append(lines[start...]) }
        return parts
    }
}
