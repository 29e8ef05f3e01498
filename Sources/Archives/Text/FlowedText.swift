/// Text whose soft line breaks are marked by a blank at the line's end (RFC 3676).
enum FlowedText {
    /// The text with its paragraphs on one line each.
    ///
    /// - Parameter deletesSpace: Whether the marking blank is dropped (`DelSp=yes`).
    static func unflowed(_ text: String, deletesSpace: Bool) -> String {
        let plain = text.utf8.withContiguousStorageIfAvailable {
            plainText($0, deletesSpace: deletesSpace)
        }
        if let text = plain ?? nil { return text }
        return generalText(text, deletesSpace: deletesSpace)
    }

    /// The paragraphs of ASCII without CR, where a byte is a character; `nil` of any other text.
    private static func plainText(
        _ text: UnsafeBufferPointer<UInt8>, deletesSpace: Bool
    ) -> String? {
        guard text.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var openDepth: Int?
        var start = 0
        while start <= text.count {
            let rest = UnsafeBufferPointer(rebasing: text[start...])
            let line = rest[..<(Bytes.place(of: 0x0A, in: rest) ?? rest.count)]
            let depth = line.prefix { $0 == 0x3E }.count
            var content = line.dropFirst(depth)
            if content.first == 0x20 { content = content.dropFirst() }
            let isSignature = content.elementsEqual([0x2D, 0x2D, 0x20])
            let isFlowed = content.last == 0x20 && !isSignature
            if openDepth != depth || isSignature {
                if start > 0 { result.append(0x0A) }
                result.append(contentsOf: repeatElement(0x3E, count: depth))
                if depth > 0 { result.append(0x20) }
            }
            result.append(contentsOf: isFlowed && deletesSpace ? content.dropLast() : content)
            openDepth = isFlowed ? depth : nil
            start += line.count + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The paragraphs of any text.
    static func generalText(_ text: String, deletesSpace: Bool) -> String {
        var result: [String] = []
        var open: (depth: Int, text: String)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(depth)
            if content.last == "\r" { content = content.dropLast() }
            if content.first == " " { content = content.dropFirst() }
            let isSignature = content == "-- "
            let isFlowed = content.last == " " && !isSignature
            let kept = isFlowed && deletesSpace ? content.dropLast() : content
            if open?.depth == depth, !isSignature {
                open?.text += kept
            } else {
                if let paragraph = open { result.append(quoted(paragraph)) }
                open = (depth, String(kept))
            }
            if !isFlowed, let paragraph = open {
                result.append(quoted(paragraph))
                open = nil
            }
        }
        if let paragraph = open { result.append(quoted(paragraph)) }
        return result.joined(separator: "\n")
    }

    private static func quoted(_ paragraph: (depth: Int, text: String)) -> String {
        guard paragraph.depth > 0 else { return paragraph.text }
        return String(repeating: ">", count: paragraph.depth) + " " + paragraph.text
    }
}
