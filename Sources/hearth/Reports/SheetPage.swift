internal import Foundation
internal import LocalProtocol

/// A recovery sheet for the terminal and for the printer.
enum SheetPage {
    /// Columns of words on the terminal.
    private static let columns = 4

    /// What `hearth recovery sheet` prints.
    static func lines(_ sheet: RecoverySheet, _ style: Style) -> [String] {
        var lines = [
            "Recovery sheet \(sheet.code) of \(PlainText.line(sheet.person.name)), "
                + PlainText.line(sheet.workplace.name),
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
            "", "Write them down now: they are shown this once and kept nowhere.",
            "Whoever has them can act as you. On a new computer:",
            "  hearth device join CODE --sheet     (a colleague's `hearth invite` makes the code)",
        ]
    }

    /// A page for the printer: large type, nothing loaded from anywhere.
    static func html(_ sheet: RecoverySheet, _ style: Style) -> String {
        let words = sheet.words.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Recovery sheet \(escaped(sheet.code))</title>
            <style>
            @page { size: A4; margin: 20mm; }
            body { font: 16pt/1.4 sans-serif; color: #000; background: #fff; max-width: 42em; }
            h1 { font-size: 24pt; margin: 0 0 8pt; }
            ol { columns: 3; font: 20pt/1.6 monospace; padding-left: 2.5em; }
            li { break-inside: avoid; }
            </style>
            </head>
            <body>
            <h1>Recovery sheet</h1>
            <p><strong>\(escaped(sheet.person.name))</strong>, \(escaped(sheet.workplace.name))<br>
            Sheet \(escaped(sheet.code)), made on \(style.day(sheet.madeAt))</p>
            <ol>
            \(words)
            </ol>
            <p>Keep this paper like a door key: whoever has these words can act as you.</p>
            <p>If you have lost all your computers: on a new one, run
            <code>hearth device join CODE --sheet</code> with a code of a colleague's
            <code>hearth invite</code>, and type the words in this order. If the paper is lost, run
            <code>hearth device revoke \(escaped(sheet.code))</code> on a computer of yours.</p>
            </body>
            </html>

            """
    }

    private static func escaped(_ text: String) -> String {
        PlainText.line(text).replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}
