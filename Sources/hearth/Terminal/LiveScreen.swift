/// A picture that is drawn over and over in the same place of a terminal.
struct LiveScreen {
    /// Takes the screen, hides the cursor and has long lines cut instead of wrapped; all of that
    /// comes back with ``leave()``.
    func enter() {
        Terminal.write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l")
    }

    /// Draws the picture in place of the one before, cut to the rows that there are.
    func draw(_ lines: [String]) {
        let shown = lines.prefix(max(1, Terminal.size.rows - 1))
        let picture = shown.map { $0 + "\u{1B}[K\r\n" }.joined()
        Terminal.write("\u{1B}[H" + picture + "\u{1B}[J")
    }

    /// Gives the screen back.
    func leave() {
        Terminal.write("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    }
}
