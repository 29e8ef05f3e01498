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
        let more = words.isEmpty ? "" : "<p>\(PrintedPage.escaped(words))</p>"
        return page(
            "Invitation",
            style: ".large { font: bold 40pt/1.2 sans-serif; } .when { font-size: 24pt; }",
            """
            <p class="large">\(title)</p>
            <p class="when">\(moment)<br>\(place)</p>
            \(more)
            <p class="when"><strong>Bring a problem.</strong> You say what we talk about; nobody else
            has set the agenda. Come when you can, leave when you must. No account, no computer
            needed.</p>
            \(PrintedPage.picture(calendar, title: "The gathering for a calendar"))
            <p>\(workplace), called by \(PrintedPage.escaped(space.event.author.name)).
            On a computer with Hearth: <code>hearth show \(space.event.code)</code></p>
            """)
    }

    /// Cards for problems, to be cut out and filled in by hand.
    private var cards: String {
        let card = """
            <div class="card"><p><strong>What is in your way?</strong></p><p class="line"></p>
            <p class="line"></p><p>Where: <span class="short"></span></p>
            <p>Your name, if you like: <span class="short"></span></p>
            <p>A colleague may type this in for me: ☐ yes</p></div>
            """
        return page(
            "Problem cards",
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
        let rooms = space.rooms.count
        let slots = space.slots.count
        let wall =
            rooms > 0 && slots > 0
            ? "a wall with \(slots) rows (slots) and \(rooms) columns (rooms)"
            : "an empty wall for cards"
        let steps = [
            ("before", "Chairs in a circle. \(wall), pens, the problem cards. Nobody at the head."),
            (
                "0:00",
                "Say why you called people, in two minutes. Say that nothing here is decided yet."
            ),
            ("0:05", "Everybody writes what is in their way on cards, alone and in silence."),
            (
                "0:12",
                "Each reads one card aloud and hangs it up. No discussion. Like cards hang together."
            ),
            (
                "0:22",
                "Whoever wants to work on one stands beside it: that is a group, whoever comes is right."
            ),
            (
                "0:27",
                "Each card gets a slot and a place. One person there takes notes, in any words."
            ),
            ("0:30", "Talk. Whoever neither learns nor contributes goes where they do."),
            ("0:50", "Back in the circle: from each group one sentence, and who goes on."),
            (
                "0:58",
                "Type cards and notes in together; hand a slip to those who have no computer."
            ),
        ].map { "<tr><th>\($0.0)</th><td>\(PrintedPage.escaped($0.1))</td></tr>" }
        return page(
            "One hour", style: "th { text-align: left; vertical-align: top; padding-right: 1em; }",
            """
            <h1>\(title): one hour</h1>
            <table>\(steps.joined(separator: "\n"))</table>
            <p>Afterwards: <code>hearth event harvest \(space.event.code) --out harvest.html</code></p>
            """)
    }

    private var managers: String {
        page(
            "For managers",
            """
            <h1>For those who lead</h1>
            <p>People at \(workplace) are about to help each other with what is in their way. You are
            asked for very little:</p>
            <ul>
            <li>Let them have the hour, and the next one if they want it.</li>
            <li>Come as one of them. Your card hangs beside the others.</li>
            <li>Offer what only you can: a room, an afternoon, some money. A pledge is a promise, not a
            say.</li>
            <li>Ask what is in the way that you can change; it stands on the card of conditions.</li>
            </ul>
            <p>You will see what they have learned and what came of it. You won't see who did how much:
            nobody can, and there is no such list.</p>
            <p>They may stop whenever they wish, and go on as long as they wish.</p>
            """)
    }

    private var machine: String {
        page(
            "For IT",
            """
            <h1>For those who answer for the network</h1>
            <ul>
            <li>No server, no cloud, no account. A program on each computer talks to its neighbours on
            the local network and to nothing else.</li>
            <li>Multicast DNS (UDP 5353) to find them, one TCP port (7117 unless you choose another).
            Private and link-local addresses only.</li>
            <li>Everything between computers is encrypted and authenticated; who leaves gets no new
            keys.</li>
            <li>A policy file of yours governs each machine: interfaces, ranges, port, sizes, export, how
            data lies on the disk. It can't read or change what people write.</li>
            <li>What to look at: <code>hearth doctor --for-it</code>, <code>hearth audit show</code>,
            <code>hearth policy</code>.</li>
            </ul>
            """)
    }

    private var howTo: String {
        page(
            "How to begin",
            """
            <h1>The first five things</h1>
            <ol>
            <li>A colleague who is in stands beside you: <code>hearth invite</code> on theirs,
            <code>hearth join</code> on yours. Compare four words, and you are in.</li>
            <li>Read the wall: <code>hearth wall</code>. You have one of these problems too? Say so:
            <code>hearth problem mark CODE me-too</code></li>
            <li>Ask something you'd like to know: <code>hearth ask "…"</code></li>
            <li>Answer something you know. Your name stays on it.</li>
            <li>See what is small and waiting for you: <code>hearth catchup</code></li>
            </ol>
            <p>No computer at work? Fill in a card, or tell anybody who has one: they write it down in your
            name, and the slip that you get proves that it is yours.</p>
            """)
    }

    private func page(_ heading: String, style: String = "", _ body: String) -> String {
        PrintedPage(title: "\(title): \(heading)", style: style, body: body).html
    }
}
