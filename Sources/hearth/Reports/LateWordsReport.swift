internal import LocalProtocol

/// How words look that a removed computer wrote behind the end of its log.
enum LateWordsReport {
    /// What `hearth release` prints.
    static func lines(_ late: [LateWords], _ style: Style) -> [String] {
        guard !late.isEmpty else {
            return ["Nothing waits here: no removed computer wrote anything late."]
        }
        return late.flatMap { entry -> [String] in
            let place = entry.community.map { PlainText.line($0.name) } ?? "the workplace"
            let head =
                "\(entry.device)  \(PlainText.line(entry.deviceName)) of "
                + "\(PlainText.line(entry.person.name)), in \(place): "
                + Style.count(entry.commits, "commit")
            let items = entry.items.map { item in
                let kind = item.kind.isEmpty ? "something" : item.kind
                let text = item.text.isEmpty ? "" : "  \"\(PlainText.line(item.text))\""
                return "  " + style.faint(style.moment(item.at)) + "  \(kind)\(text)"
            }
            return [head] + items
        }
    }
}
