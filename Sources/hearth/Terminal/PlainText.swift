/// Words of others made safe for a terminal.
enum PlainText {
    /// Text of several lines without control characters, which could repaint the screen, and
    /// without overrides of direction, which could make words read as others.
    ///
    /// Letters of every script and their order are left as they are.
    static func block(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append(scalar)
            case 0x09: result.append(contentsOf: "    ".unicodeScalars)
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2028...0x2029: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The same on one line.
    ///
    /// - Parameters:
    ///   - text: Words of others.
    ///   - keepsEdges: True for a piece of a line, whose blanks at either end count.
    static func line(_ text: String, keepsEdges: Bool = false) -> String {
        block(text).split(
            omittingEmptySubsequences: !keepsEdges, whereSeparator: \.isNewline
        ).joined(separator: " ")
    }
}
