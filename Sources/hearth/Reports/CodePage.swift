internal import LocalProtocol

/// A code that lets people into a community, for the printer.
enum CodePage {
    /// The page.
    static func html(_ code: DoorCode, _ link: CodeLink, _ style: Style) -> String {
        let community = PrintedPage.escaped(code.community.name)
        let whom = code.uses == 1 ? "one colleague" : "\(code.uses) colleagues"
        return PrintedPage(
            title: "Code for \(community)", style: ".code { font: bold 30pt monospace; }",
            body: """
                <h1>\(community)</h1>
                <p class="code">\(PrintedPage.escaped(code.code))</p>
                \(PrintedPage.picture(link.text, title: "The code as a link"))
                <p>Lets \(whom) in until \(style.day(code.expiresAt)), at any member's computer.</p>
                <p>In the same workplace, run
                <code>hearth community join --code \(PrintedPage.escaped(code.code))</code>.</p>
                """
        ).html
    }
}
