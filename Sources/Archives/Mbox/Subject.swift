/// A message's subject, without what mail programs and lists put before it.
struct Subject: Equatable, Sendable {
    /// The subject for people.
    var title: String
    /// The subject by which messages of a thread are recognised: folded case, one blank between
    /// words, no tags of lists; empty if nothing is left.
    var key: String
    /// Whether the subject says that the message is a reply.
    var isReply: Bool
    /// The tag of a list in brackets at the beginning, if there is one: `[R]`.
    var tag: String?

    /// Takes a decoded subject apart.
    init(_ text: String) {
        let line = PlainText.line(text, limit: 1_000)
        self = Subject(plain: line) ?? Subject(general: line)
    }

    /// Takes apart one line of any characters.
    init(general line: String) {
        var rest = line[...]
        var tags: [Substring] = []
        isReply = false
        var isMoving = true
        while isMoving {
            isMoving = false
            if let end = Subject.replyEnd(rest) {
                rest = rest[end...].drop { $0 == " " }
                isReply = true
                isMoving = true
            } else if let end = Subject.tagEnd(rest) {
                tags.append(rest[..<end])
                rest = rest[end...].drop { $0 == " " }
                isMoving = true
            }
        }
        tag = tags.first.map(String.init)
        var kept = tags.dropFirst().filter { $0 != tags.first }.map(String.init)
        kept.append(String(rest))
        title = kept.joined(separator: " ")
        key = rest.lowercased().split(separator: " ").joined(separator: " ")
    }

    /// The title with its tag again, unless the tag is the list's own.
    func title(withoutTag listTag: String?) -> String {
        guard let tag, tag.lowercased() != listTag?.lowercased() else { return title }
        return title.isEmpty ? tag : "\(tag) \(title)"
    }

    /// The marks of a reply in the languages of common mail programs, in lower case.
    static let replies: Set<String> = [
        "re", "aw", "sv", "antw", "antwort", "vs", "r", "rif", "odp", "res", "rv", "bls",
        "ynt", "atb", "hl", "εθ", "απ", "отв", "ответ", "回复", "答复", "回覆", "返信", "답장",
    ]

    /// The end of a mark like `Re:`, `RE[2]:`, `Re^3:`, `Re (4):` or `AW：`.
    private static func replyEnd(_ text: Substring) -> Substring.Index? {
        guard let colon = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return nil
        }
        var mark = text[..<colon]
        if let count = mark.firstIndex(where: { "[(^*".contains($0) }) {
            let number = mark[count...].dropFirst().filter { !"])".contains($0) }
            guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
            mark = mark[..<count]
        }
        while mark.last == " " || mark.last?.isNumber == true { mark = mark.dropLast() }
        return replies.contains(mark.lowercased()) ? text.index(after: colon) : nil
    }

    /// The end of a tag in brackets.
    private static func tagEnd(_ text: Substring) -> Substring.Index? {
        guard text.first == "[", let close = text.prefix(40).firstIndex(of: "]") else { return nil }
        let end = text.index(after: close)
        // A subject that is nothing but brackets is not a tag.
        return text[end...].allSatisfy { $0 == " " } ? nil : end
    }
}
