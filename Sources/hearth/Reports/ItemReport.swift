internal import Languages
internal import LocalProtocol

/// How problems, stories, experiments and gatherings look to a person.
enum ItemReport {
    /// What `hearth show` prints of a record with those that belong to it.
    static func lines(_ details: ItemDetails, _ style: Style) -> [String] {
        var lines = lines(details.item, style)
        for thanks in details.thanks {
            lines.append(
                PostReport.thanks(
                    from: PlainText.line(thanks.author.name), PlainText.line(thanks.text), style))
        }
        for part in details.related {
            lines += [""] + self.lines(part, style).map { "    " + $0 }
        }
        return lines
    }

    private static func lines(_ item: Item, _ style: Style) -> [String] {
        let title = item.title.isEmpty ? Words.kind(item.kind.rawValue) : PlainText.line(item.title)
        let state = item.state.map { style.faint("  " + Words.state($0)) } ?? ""
        let place = item.community.map { PlainText.line($0.name) } ?? say("for everybody")
        var lines = [
            style.bold(title) + state,
            style.cyan(item.code) + "  \(PostReport.name(item.author))"
                + PostReport.scribe(item.author, style) + PostReport.via(item.author, style) + ", "
                + style.moment(item.writtenAt) + style.faint(", \(place)"),
        ]
        if let folding = item.folding {
            lines.append(PostReport.notice(folding, isOpen: !item.fields.isEmpty, style))
        }
        for note in item.notes { lines.append(style.yellow(PlainText.line(note))) }
        var rows = Rows(style)
        for field in item.fields {
            rows.add(named: Words.field(field.name), shown(field.value, of: field.name, style))
        }
        for (name, values) in grouped(item.elements) {
            rows.add(
                named: Words.field(name), Style.list(values.map { shown($0, of: name, style) }))
        }
        let entries = item.entries.filter { $0.value != "no" || $0.name == "rsvp" }
        for name in Set(entries.map(\.name)).sorted() {
            let people = entries.filter { $0.name == name }.map { entry in
                let value =
                    entry.value == "yes" && name != "rsvp"
                    ? "" : ": \(shown(entry.value, of: name, style))"
                return PlainText.line(entry.person.name) + value
            }
            rows.add(named: Words.field(name), Style.list(people))
        }
        return lines + rows.lines
    }

    private static func grouped(_ fields: [ItemField]) -> [(String, [String])] {
        var names: [String] = []
        for field in fields where !names.contains(field.name) { names.append(field.name) }
        return names.map { name in (name, fields.filter { $0.name == name }.map(\.value)) }
    }

    private static func shown(_ value: String, of field: String, _ style: Style) -> String {
        Timestamp(text: value).map { style.moment($0) }
            ?? PlainText.block(Words.value(value, of: field))
    }

    /// What the lists print.
    static func lines(_ list: ItemList, empty: String, _ style: Style) -> [String] {
        guard !list.items.isEmpty else { return [empty] }
        var table = Table([
            ("CODE", .left), ("WRITTEN", .left), ("STATE", .left), ("BY", .left),
            ("WHERE", .left), ("TITLE", .left),
        ])
        for item in list.items {
            let notes = item.notes.isEmpty ? "" : "  [\(item.notes.joined(separator: "; "))]"
            let title =
                item.folding.map { say("[collapsed: \($0.sentence)]") } ?? item.title + notes
            table.add(
                item.code, style.day(item.writtenAt), item.state.map { Words.state($0) } ?? "",
                DisplayWidth.cut(PostReport.name(item.author), to: 20),
                DisplayWidth.cut(PlainText.line(item.community?.name ?? say("everybody")), to: 20),
                PlainText.line(title))
        }
        return table.lines(style)
            + (list.next.map { ["", style.faint(say("More: add --before \($0)"))] } ?? [])
    }
}
