/// A line on standard error that tells how far something has come; silent off a terminal.
struct ProgressBar {
    private let isShown: Bool
    private let width: Int
    private var last = ""

    /// Starts a line, unless `isQuiet` or nobody reads it.
    init(isQuiet: Bool) {
        isShown = !isQuiet && Terminal.isErrorTerminal
        width = Terminal.size.columns
    }

    /// Draws `[####······] 42 % words`.
    mutating func draw(_ done: Int64, of total: Int64, _ words: String) {
        draw(Self.line(done, of: total, words))
    }

    /// Draws some words only.
    mutating func draw(_ words: String) {
        guard isShown else { return }
        let line = DisplayWidth.cut(words, to: width - 1)
        guard line != last else { return }
        last = line
        Terminal.writeError("\r\u{1B}[K" + line)
    }

    /// Takes the line away.
    mutating func finish() {
        guard isShown, !last.isEmpty else { return }
        last = ""
        Terminal.writeError("\r\u{1B}[K")
    }

    /// The text of a bar.
    static func line(_ done: Int64, of total: Int64, _ words: String) -> String {
        let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
        let filled = Int(share * 24)
        let bar =
            String(repeating: "#", count: filled) + String(repeating: "·", count: 24 - filled)
        return "[\(bar)] \(Int(share * 100)) % \(words)"
    }
}
