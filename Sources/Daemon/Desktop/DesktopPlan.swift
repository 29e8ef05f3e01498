internal import Languages
internal import LocalProtocol

/// A line on the desktop of whoever sits at this computer.
struct DesktopNotice: Equatable, Sendable {
    /// What happened.
    let title: String
    /// What it is about; empty if that isn't to be shown.
    let body: String
}

/// Which news are told on the desktop: each once, and never so many that they are in the way.
struct DesktopPlan: Sendable {
    /// So many are told one by one; the others together.
    static let most = 3
    /// The longest line, in characters.
    static let longest = 120

    /// Whether only that there is something is told: what lies sealed is shown by nobody unasked.
    let isSealed: Bool
    private var known: Set<String> = []

    /// Nothing was told yet.
    init(isSealed: Bool) { self.isSealed = isSealed }

    /// Takes note of news that are not to be told, because they were there before.
    mutating func skip(_ news: [News]) { known.formUnion(news.map(\.code)) }

    /// What to tell of what is unread, the oldest first.
    mutating func notices(of news: [News]) -> [DesktopNotice] {
        let fresh = news.reversed().filter { known.insert($0.code).inserted }
        guard !fresh.isEmpty else { return [] }
        if isSealed {
            return [DesktopNotice(title: say("Something new in Hearth"), body: "hearth inbox")]
        }
        guard fresh.count > Self.most else { return fresh.map(Self.notice) }
        return fresh.prefix(Self.most - 1).map(Self.notice) + [
            DesktopNotice(
                title: say(
                    fresh.count - Self.most + 1, one: "1 more for you",
                    other: "\(.count) more for you"), body: "hearth inbox")
        ]
    }

    private static func notice(_ news: News) -> DesktopNotice {
        let name = news.author.name
        let title =
            switch news.kind {
            case .answer: say("\(name) answered")
            case .thanks: say("\(name) says thanks")
            case .experience: say("\(name) tried what you wrote")
            case .suggestion: say("\(name) suggests other words")
            case .outcome: say("\(name) tells how it ended")
            case .session: say("\(name) has put up a session")
            case .builtOn: say("\(name) builds on what you wrote")
            case .adopted: say("A community takes up a problem of yours")
            case .proposal: say("A proposal waits for your word")
            case .mention: say("\(name) mentions you")
            case .newcomer: say("\(name) is new: say hello")
            case .company: say("\(name) is on the same problem")
            }
        return DesktopNotice(
            title: plain(title),
            body: plain([news.title, news.about].filter { !$0.isEmpty }.joined(separator: "  ")))
    }

    /// A text on one line, without characters that control anything.
    private static func plain(_ text: String) -> String {
        let line = text.map { $0.isNewline || $0.isWhitespace ? " " : $0 }
            .filter { !($0.unicodeScalars.first?.properties.generalCategory == .control) }
        return line.count > longest ? String(line.prefix(longest - 1)) + "…" : String(line)
    }
}
