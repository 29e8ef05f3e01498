internal import Languages
internal import LocalProtocol

/// How words look that a removed computer wrote behind the end of its log.
enum LateWordsReport {
    /// What `hearth release` prints.
    static func lines(_ late: [LateWords], _ style: Style) -> [String] {
        guard !late.isEmpty else {
            return [say("Nothing waits here: no removed computer wrote anything late.")]
        }
        return late.flatMap { entry -> [String] in
            let place = entry.community.map { PlainText.line($0.name) } ?? say("the workplace")
            let device = PlainText.line(entry.deviceName)
            let person = PlainText.line(entry.person.name)
            let words = say(
                entry.commits, one: "\(device) of \(person), in \(place): \(.count) commit",
                other: "\(device) of \(person), in \(place): \(.count) commits")
            let items = entry.items.map { item in
                let kind = item.kind.isEmpty ? say("something") : Words.kind(item.kind)
                let text = item.text.isEmpty ? "" : "  \"\(PlainText.line(item.text))\""
                return "  " + style.faint(style.moment(item.at)) + "  \(kind)\(text)"
            }
            return ["\(entry.device)  \(words)"] + items
        }
    }
}
