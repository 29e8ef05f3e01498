/// The text of a message with Slack's own marks turned into what people read.
///
/// In these texts "<" only begins a mark: what a person typed stands as `&lt;`.
struct SlackText {
    /// How links are written.
    enum Style {
        /// As Markdown.
        case markdown
        /// Only their words, as in a title.
        case plain
    }

    let names: SlackNames

    /// The readable text.
    func text(_ text: String, _ style: Style) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let open = Bytes.place(of: 0x3C, in: rest) {
            result += Entities.decodedXML(rest[..<open])
            let inner = rest[(open + 1)...].prefix(ArchiveLimits.linkBytes)
            if let close = Bytes.place(of: 0x3E, in: inner), close > inner.startIndex,
                !inner[..<close].contains(0x0A)
            {
                let mark = String(decoding: inner[..<close], as: UTF8.self)
                result += Array(readable(mark, style).utf8)
                rest = rest[(close + 1)...]
            } else {
                result.append(0x3C)
                rest = rest[(open + 1)...]
            }
        }
        result += Entities.decodedXML(rest)
        return String(decoding: result, as: UTF8.self)
    }

    /// What is meant by a mark, without its angle brackets.
    private func readable(_ mark: String, _ style: Style) -> String {
        let parts = mark.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts.first.map(String.init) ?? ""
        let label = parts.count > 1 ? decoded(String(parts[1])) : ""
        let id = String(target.dropFirst())
        switch target.first {
        case "@":
            return "@" + (names.people[id] ?? (label.isEmpty ? id : label))
        case "#":
            return "#" + (label.isEmpty ? names.channels[id] ?? id : label)
        case "!":
            // `!here`, `!subteam^S1|@group`, `!date^…|yesterday`
            if !label.isEmpty { return label }
            return "@" + id.prefix { $0 != "^" }
        default: return link(decoded(target), label, style)
        }
    }

    private func link(_ target: String, _ label: String, _ style: Style) -> String {
        let isWeb = ["http://", "https://"].contains { target.lowercased().hasPrefix($0) }
        let bare = target.hasPrefix("mailto:") ? String(target.dropFirst(7)) : target
        guard isWeb, !label.isEmpty, label != target, !target.hasSuffix("://" + label) else {
            return isWeb || label.isEmpty ? bare : label
        }
        guard style == .markdown else { return label }
        let words = label.replacing("[", with: "\\[").replacing("]", with: "\\]")
        let place = target.replacing("(", with: "%28").replacing(")", with: "%29")
            .replacing(" ", with: "%20")
        return "[\(words)](\(place))"
    }

    private func decoded(_ text: String) -> String {
        String(decoding: Entities.decodedXML(Array(text.utf8)[...]), as: UTF8.self)
    }
}
