internal import Languages
internal import LocalProtocol

/// The booklet of a gathering: every session with its notes, and everybody's name.
enum HarvestBooklet {
    /// A session of the booklet.
    private struct Part {
        let card: Item
        let place: String
    }

    private static func parts(_ space: OpenSpace) -> [Part] {
        space.cells.flatMap { cell in
            cell.cards.map { card in
                let place =
                    cell.room.isEmpty
                    ? say("Slot \(cell.slot)") : say("Slot \(cell.slot), \(cell.room)")
                return Part(card: card, place: place)
            }
        } + space.unplaced.map { Part(card: $0, place: "") }
    }

    /// Who was there: those who said that they come, with how many they bring, and those noted.
    private static func attendance(_ event: Item) -> [String] {
        let guests = Dictionary(
            event.entries.filter { $0.name == "guests" }.map { ($0.person.id, $0.value) }
        ) { first, _ in first }
        let coming = event.entries.filter { $0.name == "rsvp" && $0.value == "yes" }.map { entry in
            let more = guests[entry.person.id].flatMap { $0 == "0" ? nil : " +\($0)" } ?? ""
            return entry.person.name + more
        }
        return coming + GatheringWords.elements(event, "attended").filter { !coming.contains($0) }
    }

    /// Names of a line; each once.
    private static func names(_ names: [String]) -> String {
        var seen: Set<String> = []
        return Style.list(
            names.filter { seen.insert($0).inserted }.map { PlainText.line($0) })
    }

    /// The booklet as Markdown.
    static func markdown(_ space: OpenSpace, _ style: Style) -> String {
        let event = space.event
        var blocks = [
            "# \(PlainText.line(event.title))",
            say(
                "\(PlainText.line(space.workplace)), \(GatheringWords.when(event, style)), "
                    + "\(GatheringWords.places(event)) · \(event.code), called by "
                    + "\(PlainText.line(event.author.name))"),
        ]
        let there = attendance(event)
        if !there.isEmpty { blocks.append(say("There: \(names(there))")) }
        for part in parts(space) {
            let card = part.card
            blocks.append("## \(PlainText.line(card.title))")
            var line = [
                part.place, card.code, say("convened by \(PlainText.line(card.author.name))"),
            ]
            let notes = GatheringWords.people(card, saying: "takes_notes")
            if !notes.isEmpty { line.append(say("notes by \(names(notes))")) }
            let goers = GatheringWords.people(card, saying: "goes")
            if !goers.isEmpty { line.append(say("with \(names(goers))")) }
            blocks.append(line.filter { !$0.isEmpty }.joined(separator: " · "))
            let words = GatheringWords.field(card, "notes")
            blocks.append(words.isEmpty ? say("(no notes)") : PlainText.block(words))
        }
        let words = GatheringWords.field(event, "notes")
        if !words.isEmpty { blocks += ["## " + say("Of the whole"), PlainText.block(words)] }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The booklet for the printer.
    static func html(_ space: OpenSpace, _ style: Style) -> String {
        let event = space.event
        func paragraphs(_ text: String) -> String {
            text.split(separator: "\n").map { "<p>\(PrintedPage.escaped(String($0)))</p>" }
                .joined(separator: "\n")
        }
        var body = """
            <h1>\(PrintedPage.escaped(event.title))</h1>
            <p>\(PrintedPage.escaped(space.workplace)), \
            \(PrintedPage.escaped(GatheringWords.when(event, style))), \
            \(PrintedPage.escaped(GatheringWords.places(event)))<br>
            \(PrintedPage.escaped(say("\(event.code), called by \(event.author.name)")))</p>
            """
        let there = attendance(event)
        if !there.isEmpty { body += "<p>\(PrintedPage.escaped(say("There: \(names(there))")))</p>" }
        for part in parts(space) {
            let card = part.card
            let notes = GatheringWords.people(card, saying: "takes_notes")
            let host = card.author.name
            let by =
                notes.isEmpty
                ? say("convened by \(host)") : say("convened by \(host), notes by \(names(notes))")
            body += """

                <h2>\(PrintedPage.escaped(card.title))</h2>
                <p class="by">\(PrintedPage.escaped(part.place)) \(PrintedPage.escaped(card.code)), \
                \(PrintedPage.escaped(by))</p>
                \(paragraphs(GatheringWords.field(card, "notes")))
                """
        }
        body += "\n" + paragraphs(GatheringWords.field(event, "notes"))
        return PrintedPage(
            title: PrintedPage.escaped(event.title),
            style:
                "h2 { break-after: avoid; margin: 16pt 0 0; } .by { font-style: italic; margin: 0; }",
            body: body
        ).html
    }
}
