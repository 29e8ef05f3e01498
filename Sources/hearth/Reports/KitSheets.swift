internal import Languages
internal import LocalProtocol

/// The sheets for whoever calls people together; nothing on them is loaded from anywhere.
struct KitSheets {
    /// A sheet and the name of its file.
    struct Sheet {
        let name: String
        let html: String
    }

    /// The event with its wall.
    let space: OpenSpace
    private let calendar: String
    private let style: Style

    /// Fetches what stands on the sheets.
    init(event: String, _ session: Session) async throws {
        space = try await session.client.call(Routes.openSpace, ItemReference(reference: event))
        calendar = try await session.client.call(
            Routes.calendar, CalendarRequest(reference: space.event.code)
        ).text
        style = session.style
    }

    /// All sheets, in the order of need.
    var all: [Sheet] {
        [
            Sheet(name: "1-poster.html", html: poster),
            Sheet(name: "2-problem-cards.html", html: cards),
            Sheet(name: "3-script.html", html: script),
            Sheet(name: "4-for-managers.html", html: managers),
            Sheet(name: "5-for-it.html", html: machine),
            Sheet(name: "6-how-to.html", html: howTo),
        ]
    }

    private var title: String { PrintedPage.escaped(space.event.title) }
    private var workplace: String { PrintedPage.escaped(space.workplace) }
    private var moment: String { PrintedPage.escaped(GatheringWords.when(space.event, style)) }
    private var place: String { PrintedPage.escaped(GatheringWords.places(space.event)) }

    /// The invitation.
    var poster: String {
        let words = GatheringWords.field(space.event, "body")
        let host = PrintedPage.escaped(space.event.author.name)
        return page(
            say("Invitation"),
            style: ".large { font: bold 40pt/1.2 sans-serif; } .when { font-size: 24pt; }",
            """
            <p class="large">\(title)</p>
            <p class="when">\(moment)<br>\(place)</p>
            \(words.isEmpty ? "" : "<p>\(PrintedPage.escaped(words))</p>")
            <p class="when"><strong>\(say("Bring a problem."))</strong> \(call)</p>
            \(PrintedPage.picture(calendar, title: say("The gathering for a calendar")))
            <p>\(say("\(workplace), called by \(host)."))
            \(say("On a computer with Hearth: \(PrintedPage.code("hearth show \(space.event.code)"))"))</p>
            """)
    }

    private var call: String {
        say(
            "You say what we talk about; nobody else has set the agenda. Come when you can, leave when "
                + "you must. No account, no computer needed.")
    }

    /// Cards for problems, to be cut out and filled in by hand.
    private var cards: String {
        let card = """
            <div class="card"><p><strong>\(say("What is in your way?"))</strong></p><p class="line"></p>
            <p class="line"></p><p>\(say("Where:")) <span class="short"></span></p>
            <p>\(say("Your name, if you like:")) <span class="short"></span></p>
            <p>\(say("A colleague may type this in for me: ☐ yes"))</p></div>
            """
        return page(
            say("Problem cards"),
            style: """
                body { max-width: none; font-size: 12pt; }
                .sheet { display: grid; grid-template-columns: 1fr 1fr; }
                .card { border: 1pt dashed #000; padding: 6mm; break-inside: avoid; }
                .line { border-bottom: 1pt solid #000; height: 10mm; margin: 0; }
                .short { display: inline-block; border-bottom: 1pt solid #000; width: 45mm; }
                """,
            "<div class=\"sheet\">\(String(repeating: card, count: 6))</div>")
    }

    /// An hour, minute by minute.
    private var script: String {
        let rows = steps.map { "<tr><th>\($0.0)</th><td>\(PrintedPage.escaped($0.1))</td></tr>" }
        let harvest = "hearth event harvest \(space.event.code) --out harvest.html"
        return page(
            say("One hour"),
            style: "th { text-align: \(start); vertical-align: top; padding-\(end): 1em; }",
            """
            <h1>\(say("\(title): one hour"))</h1>
            <table>\(rows.joined(separator: "\n"))</table>
            <p>\(say("Afterwards: \(PrintedPage.code(harvest))"))</p>
            """)
    }

    /// The sides on which lines begin and end.
    private var start: String { Language.current.isRightToLeft ? "right" : "left" }
    private var end: String { Language.current.isRightToLeft ? "left" : "right" }

    /// When what is done in the hour.
    private var steps: [(String, String)] {
        let rooms = space.rooms.count
        let slots = space.slots.count
        let wall =
            rooms > 0 && slots > 0
            ? say("a wall with \(slots) rows (slots) and \(rooms) columns (rooms)")
            : say("an empty wall for cards")
        return [
            (
                say("before"),
                say("Chairs in a circle. \(wall), pens, the problem cards. Nobody at the head.")
            ),
            (
                "0:00",
                say(
                    "Say why you called people, in two minutes. Say that nothing here is decided yet."
                )
            ),
            (
                "0:05",
                say("Everybody writes what is in their way on cards, alone and in silence.")
            ),
            (
                "0:12",
                say(
                    "Each reads one card aloud and hangs it up. No discussion. Like cards hang "
                        + "together.")
            ),
            (
                "0:22",
                say(
                    "Whoever wants to work on one stands beside it: that is a group, whoever comes is "
                        + "right.")
            ),
            (
                "0:27",
                say(
                    "Each card gets a slot and a place. One person there takes notes, in any words."
                )
            ),
            ("0:30", say("Talk. Whoever neither learns nor contributes goes where they do.")),
            (
                "0:50",
                say("Back in the circle: from each group one sentence, and who goes on.")
            ),
            (
                "0:58",
                say("Type cards and notes in together; hand a slip to those who have no computer.")
            ),
        ]
    }

    private var managers: String {
        let asked = [
            say("Let them have the hour, and the next one if they want it."),
            say("Come as one of them. Your card hangs beside the others."),
            say(
                "Offer what only you can: a room, an afternoon, some money. A pledge is a promise, not "
                    + "a say."),
            say(
                "Ask what is in the way that you can change; it stands on the card of conditions."),
        ]
        let start = say(
            "People at \(workplace) are about to help each other with what is in their way. You are "
                + "asked for very little:")
        let end = say(
            "You will see what they have learned and what came of it. You won't see who did how much: "
                + "nobody can, and there is no such list.")
        return page(
            say("For managers"),
            """
            <h1>\(say("For those who lead"))</h1>
            <p>\(start)</p>
            \(list("ul", asked))
            <p>\(end)</p>
            <p>\(say("They may stop whenever they wish, and go on as long as they wish."))</p>
            """)
    }

    private var machine: String {
        let doctor = PrintedPage.code("hearth doctor --for-it")
        let audit = PrintedPage.code("hearth audit show")
        let policy = PrintedPage.code("hearth policy")
        let facts = [
            say(
                "No server, no cloud, no account. A program on each computer talks to its neighbours "
                    + "on the local network and to nothing else."),
            say(
                "Multicast DNS (UDP 5353) to find them, one TCP port (7117 unless you choose another). "
                    + "Private and link-local addresses only."),
            say(
                "Everything between computers is encrypted and authenticated; who leaves gets no new "
                    + "keys."),
            say(
                "A policy file of yours governs each machine: interfaces, ranges, port, sizes, export, "
                    + "how data lies on the disk. It can't read or change what people write."),
            say("What to look at: \(doctor), \(audit), \(policy)."),
        ]
        return page(
            say("For IT"),
            """
            <h1>\(say("For those who answer for the network"))</h1>
            \(list("ul", facts))
            """)
    }

    private var howTo: String {
        let invite = PrintedPage.code("hearth invite")
        let join = PrintedPage.code("hearth join")
        let wall = PrintedPage.code("hearth wall")
        let mark = PrintedPage.code("hearth problem mark CODE me-too")
        let ask = PrintedPage.code("hearth ask \"…\"")
        let catchUp = PrintedPage.code("hearth catchup")
        let things = [
            say(
                "A colleague who is in stands beside you: \(invite) on theirs, \(join) on yours. "
                    + "Compare four words, and you are in."),
            say("Read the wall: \(wall). You have one of these problems too? Say so: \(mark)"),
            say("Ask something you'd like to know: \(ask)"),
            say("Answer something you know. Your name stays on it."),
            say("See what is small and waiting for you: \(catchUp)"),
        ]
        let end = say(
            "No computer at work? Fill in a card, or tell anybody who has one: they write it down in "
                + "your name, and the slip that you get proves that it is yours.")
        return page(
            say("How to begin"),
            """
            <h1>\(say("The first five things"))</h1>
            \(list("ol", things))
            <p>\(end)</p>
            """)
    }

    private func list(_ element: String, _ lines: [String]) -> String {
        (["<\(element)>"] + lines.map { "<li>\($0)</li>" } + ["</\(element)>"])
            .joined(separator: "\n")
    }

    private func page(_ heading: String, style: String = "", _ body: String) -> String {
        PrintedPage(title: "\(title): \(heading)", style: style, body: body).html
    }
}
