internal import LocalProtocol

/// How news look.
enum InboxReport {
    /// What `hearth inbox` prints.
    static func lines(_ inbox: Inbox, _ style: Style) -> [String] {
        guard !inbox.news.isEmpty else { return ["Nothing is unread."] }
        var lines: [String] = []
        for news in inbox.news {
            let place = news.community.map { ", " + PlainText.line($0.name) } ?? ""
            lines.append(style.cyan(news.code) + "  " + sentence(news, style))
            lines.append(
                "         \(style.moment(news.date))\(place)  "
                    + style.faint("hearth show \(news.about)"))
        }
        if inbox.hasMore { lines.append(style.faint("There is more: add --limit")) }
        return lines
    }

    private static func sentence(_ news: News, _ style: Style) -> String {
        let who = PlainText.line(news.author.name)
        let title = style.bold(PlainText.line(news.title))
        return switch news.kind {
        case .answer: "\(who) answered \(title)"
        case .thanks: "\(who) thanks you for \(title)"
        case .experience: "\(who) tried what you advised: \(title)"
        case .suggestion: "\(who) suggests other words for \(title)"
        case .outcome: "\(who) ended \(title)"
        case .session: "\(who) put up a card at \(title)"
        case .builtOn: "\(who) builds on \(title)"
        case .adopted: "\(who) started a community about \(title): you may join"
        case .proposal: "\(who) proposes, and waits for your word: \(title)"
        case .mention: "\(who) mentioned you in \(title)"
        }
    }

    /// What `hearth follow` prints.
    static func lines(_ following: Following, _ style: Style) -> [String] {
        guard !following.items.isEmpty else {
            return ["Nothing by choice. What you ask, answer and raise you follow anyway."]
        }
        return following.items.map { line($0, style) }
    }

    /// One record that is followed or not.
    static func line(_ item: FollowedItem, _ style: Style) -> String {
        let words = item.isFollowed ? "You follow" : "You hear no more of"
        return "\(words) \(style.cyan(item.code)) \(PlainText.line(item.title))"
    }
}
