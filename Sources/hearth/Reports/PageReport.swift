internal import Languages
internal import LocalProtocol

/// How pages and their history look to a person.
enum PageReport {
    /// How many characters of a revision's id are shown.
    private static let revisionLength = 8

    /// What `hearth page show` prints.
    static func lines(_ page: Page, _ style: Style) -> [String] {
        let details = ItemDetails(item: page.item)
        var lines = ItemReport.lines(details, style) + [""]
        lines += PlainText.block(page.text).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        lines.append("")
        if !page.authors.isEmpty {
            lines.append(style.faint(say("Written by") + " ") + names(page.authors))
        }
        for source in page.sources {
            let start =
                style.faint(say("From", context: "a source") + " ") + style.cyan(source.code) + " "
                + PlainText.line(source.title)
            let by = style.faint(say(", by", context: "a source") + " ")
            let people = Style.list(source.people.map { PlainText.line($0.name) })
            lines.append(source.people.isEmpty ? start : start + by + people)
        }
        if page.waiting > 0 {
            lines.append(
                style.yellow(
                    say(
                        page.waiting,
                        one:
                            "\(.count) edits are not in it: something that they are based on isn't "
                            + "here or doesn't count. `hearth page history` shows them.",
                        other:
                            "\(.count) edits are not in it: something that they are based on isn't "
                            + "here or doesn't count. `hearth page history` shows them.")))
        }
        return lines
    }

    /// What `hearth page history` prints.
    static func lines(_ history: PageHistory, _ style: Style) -> [String] {
        guard !history.revisions.isEmpty else { return [say("Nothing has been written yet.")] }
        var table = Table([
            ("REVISION", .left), ("WRITTEN", .left), ("BY", .left), ("+", .right), ("-", .right),
            ("WORDS", .left),
        ])
        for revision in history.revisions {
            let mark = revision.isWaiting ? say("[waits]") + " " : ""
            table.add(
                String(revision.id.prefix(revisionLength)), style.moment(revision.writtenAt),
                DisplayWidth.cut(PlainText.line(revision.person.name), to: 20),
                String(revision.inserted), String(revision.deleted),
                mark + PlainText.line(revision.excerpt))
        }
        return table.lines(style)
    }

    /// What `hearth page blame` prints.
    static func lines(_ blame: PageBlame, _ style: Style) -> [String] {
        var table = Table([("BY", .left), ("WRITTEN", .left), ("LINE", .left)])
        for line in blame.lines {
            table.add(
                DisplayWidth.cut(names(line.people), to: 30), style.day(line.writtenAt),
                PlainText.line(line.text))
        }
        return blame.lines.isEmpty ? [say("Nothing has been written yet.")] : table.lines(style)
    }

    /// What `hearth page diff` prints.
    static func lines(_ diff: PageDiff, _ style: Style) -> [String] {
        guard diff.lines.contains(where: { $0.change != .same }) else {
            return [say("Nothing differs.")]
        }
        return diff.lines.map { line in
            let text = PlainText.line(line.text)
            return switch line.change {
            case .same: "  " + text
            case .removed: style.red("- " + text)
            case .added: style.green("+ " + text)
            }
        }
    }

    private static func names(_ people: [PersonName]) -> String {
        Style.list(people.map { PlainText.line($0.name) })
    }
}
