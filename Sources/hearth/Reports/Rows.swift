/// Labelled facts, one a line.
struct Rows {
    /// The lines so far.
    private(set) var lines: [String] = []
    private let style: Style

    /// Starts without facts.
    init(_ style: Style) {
        self.style = style
    }

    /// Adds a fact; one that is absent or empty is left out.
    mutating func add(_ label: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        lines.append(style.faint(DisplayWidth.padded(label, to: 14)) + value)
    }
}
