internal import Languages
internal import LocalProtocol

/// A code that lets people into a community, for the printer.
enum CodePage {
    /// The page.
    static func html(_ code: DoorCode, _ link: CodeLink, _ style: Style) -> String {
        let community = PrintedPage.escaped(code.community.name)
        let command = "hearth community join --code \(PrintedPage.escaped(code.code))"
        let whom = say(
            code.uses,
            one:
                "Lets one colleague in until \(style.day(code.expiresAt)), at any member's computer.",
            other:
                "Lets \(.count) colleagues in until \(style.day(code.expiresAt)), at any member's "
                + "computer.")
        return PrintedPage(
            title: say("Code for \(community)"), style: ".code { font: bold 30pt monospace; }",
            body: """
                <h1>\(community)</h1>
                <p class="code">\(PrintedPage.escaped(code.code))</p>
                \(PrintedPage.picture(link.text, title: say("The code as a link")))
                <p>\(whom)</p>
                <p>\(say("In the same workplace, run\n\(PrintedPage.code(command))."))</p>
                """
        ).html
    }
}
