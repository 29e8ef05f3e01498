internal import Languages
internal import LocalProtocol

/// How a digest looks on a screen and as Markdown.
///
/// Both name the author in every line; there is no way to leave a name out.
enum DigestReport {
    /// For a screen, or `lp`.
    static func lines(_ digest: Digest, _ style: Style) -> [String] {
        var lines = [style.bold(title(digest)), style.faint(period(digest, style))]
        for section in digest.sections {
            lines += ["", style.bold(heading(section.topic))]
            for entry in section.entries {
                lines.append(
                    style.cyan(entry.code) + "  " + PlainText.line(entry.title) + "  "
                        + style.faint(byline(entry, style)))
                if let line = entry.line { lines.append("         " + PlainText.line(line)) }
            }
            if section.hasMore { lines.append(style.faint(more)) }
        }
        if digest.sections.isEmpty { lines += ["", quiet] }
        return lines + ["", style.faint(reply)] + address(digest).map { style.faint($0) }
    }

    /// As Markdown.
    static func markdown(_ digest: Digest, _ style: Style) -> [String] {
        var lines = ["# " + escaped(title(digest)), "", period(digest, style)]
        for section in digest.sections {
            lines += ["", "## " + heading(section.topic), ""]
            for entry in section.entries {
                let line = entry.line.map { ". " + escaped(PlainText.line($0)) } ?? ""
                lines.append(
                    "- **\(entry.code)** \(escaped(PlainText.line(entry.title))) "
                        + "(\(escaped(byline(entry, style))))\(line)")
            }
            if section.hasMore { lines.append("- " + more) }
        }
        if digest.sections.isEmpty { lines += ["", quiet] }
        return lines + ["", reply] + address(digest)
    }

    /// Where a telephone reads it, if it can.
    private static func address(_ digest: Digest) -> [String] {
        digest.address.map { [say("On a telephone in this building: \(PlainText.line($0))")] } ?? []
    }

    private static var more: String { say("and more: hearth list") }
    private static var quiet: String { say("It was quiet. Ask something: hearth ask \"…\"") }
    private static var reply: String {
        say("To answer: hearth show CODE, or write the code and your words on a slip.")
    }

    private static func title(_ digest: Digest) -> String {
        let name = PlainText.line(digest.community?.name ?? digest.workplace)
        guard let issue = digest.issue else { return name }
        return say("\(name), issue \(PlainText.line(issue.label))")
    }

    /// Those that were given out.
    static func issues(_ list: DigestIssueList, _ style: Style) -> [String] {
        guard !list.issues.isEmpty else {
            return [say("None was given out yet: hearth digest --issue")]
        }
        return list.issues.map { issue in
            let label = style.bold(PlainText.line(issue.label))
            let period = say("\(style.day(issue.from)) to \(style.day(issue.until))")
            return "\(style.cyan(issue.code))  \(label)  \(period)  "
                + style.faint(PlainText.line(issue.author.name))
        }
    }

    private static func period(_ digest: Digest, _ style: Style) -> String {
        say("\(style.day(digest.from)) to \(style.day(digest.until))")
    }

    private static func byline(_ entry: DigestEntry, _ style: Style) -> String {
        let place = entry.community.map { ", " + PlainText.line($0.name) } ?? ""
        return "\(PlainText.line(entry.author.name)), \(style.moment(entry.date))\(place)"
    }

    private static func heading(_ topic: DigestTopic) -> String {
        switch topic {
        case .openQuestions: say("Open questions")
        case .answered: say("Answered", context: "a heading")
        case .learned: say("What we tried and learned, also the hard way")
        case .thanks: say("Thanks", context: "a heading")
        case .events: say("Coming up")
        case .problems: say("Problems that want hands")
        }
    }

    /// Words of others that can't become Markdown of their own.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_{}[]<>#|!&~".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}

/// How a chain looks.
enum TraceReport {
    /// The records, the oldest first, each with what it names, and the people.
    static func lines(_ chain: TraceChain, _ style: Style) -> [String] {
        var lines: [String] = []
        for step in chain.steps {
            let place = step.community.map { PlainText.line($0.name) } ?? say("for everybody")
            lines.append(style.cyan(step.code) + "  " + style.bold(PlainText.line(step.title)))
            lines.append(
                "    "
                    + say(
                        "\(Words.kind(step.kind)) by \(PlainText.line(step.author.name)), "
                            + "\(style.day(step.writtenAt))") + style.faint(", \(place)"))
            for link in chain.links where link.from == step.code {
                lines.append("    \(words(link.field)) \(style.cyan(link.to))")
            }
        }
        if chain.isCut {
            lines.append(style.yellow(say("The chain goes on; this is its beginning.")))
        }
        let people = Style.list(chain.people.map { PlainText.line($0.name) })
        return lines + ["", say("People: \(people)")]
    }

    private static func words(_ field: String) -> String {
        switch field {
        case "problems", "about", "to": say("about", context: "a link")
        case "experiment": say("ends", context: "a link")
        case "of": say("experience with", context: "a link")
        case "event": say("part of", context: "a link")
        case "question", "reply_to": say("answers", context: "a link")
        case "accepted": say("solved by", context: "a link")
        case "resolution": say("resolved by", context: "a link")
        case "sources": say("drawn from", context: "a link")
        default: Words.field(field)
        }
    }
}
