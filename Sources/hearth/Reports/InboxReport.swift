internal import Languages
internal import LocalProtocol

/// How news look.
enum InboxReport {
    /// What `hearth inbox` prints.
    static func lines(_ inbox: Inbox, _ style: Style) -> [String] {
        guard !inbox.news.isEmpty else { return [say("Nothing is unread.")] }
        var lines: [String] = []
        for news in inbox.news {
            let place = news.community.map { ", " + PlainText.line($0.name) } ?? ""
            lines.append(style.cyan(news.code) + "  " + sentence(news, style))
            lines.append(
                "         \(style.moment(news.date))\(place)  "
                    + style.faint("hearth show \(news.about)"))
        }
        if inbox.hasMore { lines.append(style.faint(say("There is more: add --limit"))) }
        return lines
    }

    private static func sentence(_ news: News, _ style: Style) -> String {
        let who = PlainText.line(news.author.name)
        let title = style.bold(PlainText.line(news.title))
        return switch news.kind {
        case .answer: say("\(who) answered \(title)")
        case .thanks: say("\(who) thanks you for \(title)")
        case .experience: say("\(who) tried what you advised: \(title)")
        case .suggestion: say("\(who) suggests other words for \(title)")
        case .outcome: say("\(who) ended \(title)")
        case .session: say("\(who) put up a card at \(title)")
        case .builtOn: say("\(who) builds on \(title)")
        case .adopted: say("\(who) started a community about \(title): you may join")
        case .proposal: say("\(who) proposes, and waits for your word: \(title)")
        case .mention: say("\(who) mentioned you in \(title)")
        case .newcomer: say("\(who) is new in \(title): say hello")
        case .company: say("\(who) is on the same problem: \(title). Meet each other")
        }
    }

    /// What `hearth follow` prints.
    static func lines(_ following: Following, _ style: Style) -> [String] {
        guard !following.items.isEmpty else {
            return [
                say("Nothing by choice. What you ask, answer and raise you follow anyway.")
            ]
        }
        return following.items.map { line($0, style) }
    }

    /// One record that is followed or not.
    static func line(_ item: FollowedItem, _ style: Style) -> String {
        let code = style.cyan(item.code)
        let title = PlainText.line(item.title)
        return item.isFollowed
            ? say("You follow \(code) \(title)") : say("You hear no more of \(code) \(title)")
    }
}

/// How a catch-up looks.
enum CatchUpReport {
    static func lines(_ catchUp: CatchUp, _ style: Style) -> [String] {
        var lines = [style.bold(PlainText.line(catchUp.community.name))]
        if let charter = catchUp.charter { lines.append(PlainText.block(charter)) }
        if !catchUp.people.isEmpty {
            let names = catchUp.people.map { PlainText.line($0.name) }
            lines.append(say("Say hello to: \(Style.list(names))"))
        }
        for section in catchUp.sections {
            lines += ["", style.bold(heading(section.topic))]
            for entry in section.entries {
                lines.append(
                    style.cyan(entry.code) + "  " + PlainText.line(entry.title) + "  "
                        + style.faint(
                            "\(PlainText.line(entry.author.name)), \(style.day(entry.date))"))
                if let line = entry.line { lines.append("         " + PlainText.line(line)) }
            }
        }
        if !catchUp.tasks.isEmpty { lines += ["", style.bold(say("Small things to begin with"))] }
        for task in catchUp.tasks { lines.append(words(task, style)) }
        return lines
    }

    private static func heading(_ topic: CatchUpTopic) -> String {
        switch topic {
        case .stories: say("Stories that helped")
        case .learned: say("Learned the hard way")
        case .pages: say("What is written down")
        case .openQuestions: say("Open questions")
        case .events: say("Coming up")
        }
    }

    private static func words(_ task: SmallTask, _ style: Style) -> String {
        let title = PlainText.line(task.title)
        return switch task.kind {
        case .confirm:
            say("Does it hold for you, too? \(title)") + "\n    "
                + style.faint("hearth worked \(task.code) yes --machine \"…\"")
        case .tag:
            say("Give it a tag: \(title)") + "\n    "
                + style.faint("hearth edit \(task.code) --tag …")
        case .notes:
            say("Take notes there: \(title)") + "\n    "
                + style.faint("hearth event notes \(task.code) \"…\"")
        }
    }
}
