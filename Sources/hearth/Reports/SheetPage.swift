internal import Foundation
internal import Languages
internal import LocalProtocol

/// A recovery sheet for the terminal and for the printer.
enum SheetPage {
    /// Columns of words on the terminal.
    private static let columns = 4

    /// What `hearth recovery sheet` prints.
    static func lines(_ sheet: RecoverySheet, _ style: Style) -> [String] {
        var lines = [
            say(
                "Recovery sheet \(sheet.code) of \(PlainText.line(sheet.person.name)), "
                    + "\(PlainText.line(sheet.workplace.name))"),
            "",
        ]
        for start in stride(from: 0, to: sheet.words.count, by: columns) {
            let row = sheet.words[start..<min(start + columns, sheet.words.count)]
            lines.append(
                row.enumerated().map { place, word in
                    let number = String(start + place + 1)
                    let blank = String(repeating: " ", count: 2 - min(2, number.count))
                    return blank + number + "  "
                        + style.bold(DisplayWidth.padded(PlainText.line(word), to: 10))
                }.joined().trimmingCharacters(in: .newlines))
        }
        return lines + [
            "", say("Write them down now: they are shown this once and kept nowhere."),
            say("Whoever has them can act as you. On a new computer:"),
            "  hearth device join CODE --sheet     "
                + say("(a colleague's `hearth invite` makes the code)"),
        ]
    }

    /// The page for the printer; the words stand in a QR code as well, as one line of text.
    static func html(_ sheet: RecoverySheet, _ style: Style) -> String {
        let words = sheet.words.map { "<li>\(PrintedPage.escaped($0))</li>" }
            .joined(separator: "\n")
        let code = PrintedPage.escaped(sheet.code)
        let name = PrintedPage.escaped(sheet.person.name)
        return PrintedPage(
            title: say("Recovery sheet \(code)"),
            style: """
                ol { columns: 3; font: 20pt/1.6 monospace; padding-left: 2.5em; }
                li { break-inside: avoid; }
                """,
            body: """
                <h1>\(say("Recovery sheet"))</h1>
                <p><strong>\(name)</strong>, \(PrintedPage.escaped(sheet.workplace.name))<br>
                \(say("Sheet \(code), made on \(style.day(sheet.madeAt))"))</p>
                <ol>
                \(words)
                </ol>
                \(PrintedPage.picture(sheet.words.joined(separator: " "), title: say("The words as text")))
                <p>\(say(
                    "Keep this paper like a door key: whoever has these words can act as you."))</p>
                <p>\(whatToDo(code))</p>
                """
        ).html
    }

    private static func whatToDo(_ code: String) -> String {
        say(
            "If you have lost all your computers: on a new one, run\n"
                + "\(PrintedPage.code("hearth device join CODE --sheet")) with a code of a colleague's\n"
                + "\(PrintedPage.code("hearth invite")), and type the words in this order. If the "
                + "paper is lost, run\n\(PrintedPage.code("hearth device revoke \(code)")) on a "
                + "computer of yours.")
    }
}
