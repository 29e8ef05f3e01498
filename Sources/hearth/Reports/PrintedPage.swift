internal import Languages
internal import QRCodes

/// A page for the printer: large type, nothing loaded from anywhere.
struct PrintedPage {
    /// What stands on top.
    let title: String
    /// Rules for this page beside those of all.
    var style = ""
    /// What stands below, as HTML.
    let body: String

    /// The page.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(Language.current.name)"\(direction)>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(title)</title>
        <style>
        @page { size: A4; margin: 20mm; }
        body { font: 16pt/1.4 sans-serif; color: #000; background: #fff; max-width: 42em; }
        h1 { font-size: 24pt; margin: 0 0 8pt; }
        svg { width: 55mm; height: 55mm; }
        \(style)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    private var direction: String { Language.current.isRightToLeft ? " dir=\"rtl\"" : "" }

    /// What somebody types.
    static func code(_ command: String) -> String {
        Language.current.isRightToLeft
            ? "<code dir=\"ltr\">\(command)</code>" : "<code>\(command)</code>"
    }

    /// Somebody's words as they may stand in HTML.
    static func escaped(_ text: String) -> String {
        PlainText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// A QR code as a picture, in a paragraph of its own; nothing for what doesn't fit into one.
    static func picture(_ text: String, title: String) -> String {
        QRCode(text).map { "<p>\($0.svg(title: title))</p>" } ?? ""
    }
}
