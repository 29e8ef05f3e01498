internal import Languages

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
    mutating func add(_ label: Phrase, _ value: String?) {
        add(named: Language.current.text(of: label), value)
    }

    /// Adds a fact whose label is no phrase of ours.
    mutating func add(named label: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        let language = Language.current
        lines.append(
            language.lineStart + style.faint(DisplayWidth.padded(label, to: 14))
                + language.isolated(value))
    }
}
