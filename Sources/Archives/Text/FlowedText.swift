/// Text whose soft line breaks are marked by a blank at the line's end (RFC 3676).
enum FlowedText {
    /// The text with its paragraphs on one line each.
    ///
    /// - Parameter deletesSpace: Whether the marking blank is dropped (`DelSp=yes`).
    static func unflowed(_ text: String, deletesSpace: Bool) -> String {
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
