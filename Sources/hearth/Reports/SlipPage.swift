internal import Languages
internal import LocalProtocol

/// Slips and cards for the printer.
enum SlipPage {
    private static let style = """
        .paper { border: 1pt dashed #000; padding: 8mm; width: 85mm; }
        .code { font: bold 18pt monospace; }
        svg { width: 35mm; height: 35mm; }
        """

    /// A slip with which somebody begins at a terminal.
    static func slip(_ saved: UnclaimedSaved) -> String {
        let name = PrintedPage.escaped(saved.person.name ?? "")
        let site = saved.person.site.map { "<br>\(PrintedPage.escaped($0))" } ?? ""
        return PrintedPage(
            title: say("Slip for \(name)"), style: style,
            body: """
                <div class="paper">
                <h1>\(name)</h1>
                <p>\(say("Noted by \(PrintedPage.escaped(saved.person.scribe.name))"))\(site)</p>
                <p class="code">\(PrintedPage.escaped(saved.slip))</p>
                \(PrintedPage.picture(saved.slip, title: say("The code as text")))
                <p>\(say(
                    "Show it once at a shared terminal to begin under your own name, or to put your "
                        + "name to what was written for you. Until then keep it like a key."))</p>
                </div>
                """
        ).html
    }

    /// A card with which somebody signs in at a terminal.
    static func card(_ made: HeldKeyMade) -> String {
        let name = PrintedPage.escaped(made.person.name)
        return PrintedPage(
            title: say("Card of \(name)"), style: style,
            body: """
                <div class="paper">
                <h1>\(name)</h1>
                <p class="code">\(PrintedPage.escaped(made.card))</p>
                \(PrintedPage.picture(made.card, title: say("The code as text")))
                <p>\(say(
                    "Signs you in at the terminal that printed it. Keep it like a key; if it is lost, "
                        + "sign in with your PIN and make another one: the old one opens nothing then."))</p>
                </div>
                """
        ).html
    }
}
