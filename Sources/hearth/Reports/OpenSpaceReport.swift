internal import Languages
internal import LocalProtocol

/// How the wall of an open space looks to a person.
enum OpenSpaceReport {
    /// What `hearth event wall` prints.
    static func lines(_ space: OpenSpace, _ style: Style) -> [String] {
        var lines = [
            style.bold(PlainText.line(space.event.title)),
            style.cyan(space.event.code) + "  " + GatheringWords.when(space.event, style) + ", "
                + GatheringWords.places(space.event),
            "",
        ]
        for slot in space.slots {
            lines.append(style.bold(say("Slot \(PlainText.line(slot))")))
            for room in space.rooms {
                let cell = space.cells.first { $0.slot == slot && $0.room == room }
                let name = room.isEmpty ? say("somewhere") : PlainText.line(room)
                lines.append("  " + name + (cell == nil ? style.faint("  " + say("free")) : ""))
                for card in cell?.cards ?? [] { lines.append("    " + self.card(card, style)) }
                if let cell, cell.cards.count > 1 {
                    let words = say(
                        cell.cards.count, one: "\(.count) session in one place",
                        other: "\(.count) sessions in one place")
                    lines.append("    " + style.yellow(words))
                }
            }
        }
        if !space.unplaced.isEmpty {
            lines += [style.bold(say("Without a place"))]
            lines += space.unplaced.map { "    " + card($0, style) }
        }
        if space.slots.isEmpty, space.unplaced.isEmpty {
            lines.append(
                say(
                    "The wall is empty. Put up a card: "
                        + "hearth session new \(space.event.code) \"…\""))
        }
        return lines
    }

    private static func card(_ card: Item, _ style: Style) -> String {
        let goers = GatheringWords.people(card, saying: "goes").count
        return style.cyan(card.code) + "  " + PlainText.line(card.title) + "  "
            + style.faint(PlainText.line(card.author.name))
            + (goers > 0
                ? style.faint(
                    ", " + say(goers, one: "\(.count) person", other: "\(.count) people")) : "")
    }
}

/// What stands in records of gatherings.
enum GatheringWords {
    /// When it is; all times that stand beside each other.
    static func when(_ event: Item, _ style: Style) -> String {
        let starts = elements(event, "start").map { text in
            Timestamp(text: text).map { style.moment($0) } ?? text
        }
        return starts.isEmpty ? say("no time yet") : alternatives(starts)
    }

    /// Where it is; all places that stand beside each other.
    static func places(_ event: Item) -> String {
        let places = elements(event, "places").map { PlainText.line($0) }
        return places.isEmpty ? say("no place yet") : alternatives(places)
    }

    private static func alternatives(_ items: [String]) -> String {
        guard let first = items.first else { return "" }
        return items.dropFirst().reduce(first) { say("\($0) or \($1)") }
    }

    /// The elements of a set.
    static func elements(_ item: Item, _ name: String) -> [String] {
        item.elements.filter { $0.name == name }.map(\.value)
    }

    /// The value of a field; empty if there is none.
    static func field(_ item: Item, _ name: String) -> String {
        item.fields.first { $0.name == name }?.value ?? ""
    }

    /// Who says yes in a field of which everybody has their own entry.
    static func people(_ item: Item, saying name: String) -> [String] {
        item.entries.filter { $0.name == name && $0.value == "yes" }.map(\.person.name)
    }
}
