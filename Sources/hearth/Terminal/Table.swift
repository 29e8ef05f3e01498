internal import Languages

/// Rows in aligned columns, two spaces apart.
struct Table {
    /// How a column is aligned.
    enum Alignment {
        case left, right
    }

    private let header: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// Starts a table with its columns; the last one takes what room is left.
    init(_ columns: [(title: Phrase, alignment: Alignment)]) {
        header = columns.map { Language.current.text(of: $0.title) }
        alignments = columns.map(\.alignment)
    }

    /// Starts a table whose columns are all aligned left.
    init(_ titles: Phrase...) {
        self.init(titles.map { ($0, .left) })
    }

    /// Starts a table whose columns are aligned left, with titles that are no phrases of ours.
    init(named titles: [String]) {
        header = titles
        alignments = titles.map { _ in .left }
    }

    /// Adds a row; its cells become safe for the terminal.
    mutating func add(_ cells: String...) {
        add(cells)
    }

    /// Adds a row; its cells become safe for the terminal.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map { PlainText.line($0) })
    }

    /// The lines of the table.
    ///
    /// - Parameter style: Gives the width to which the last column is cut, and the header's look.
    func lines(_ style: Style) -> [String] {
        let widths = header.indices.map { column in
            ([header] + rows).map { row in
                column < row.count ? DisplayWidth.columns(of: row[column]) : 0
            }.max() ?? 0
        }
        let lines = ([header] + rows).map { line($0, widths, style) }
        return [style.faint(lines[0])] + lines.dropFirst()
    }

    private func line(_ cells: [String], _ widths: [Int], _ style: Style) -> String {
        let language = Language.current
        var parts: [String] = []
        var used = 0
        for (column, cell) in cells.enumerated() where column < widths.count {
            let isLast = column == widths.count - 1
            if isLast, alignments[column] == .left {
                let room = style.width.map { max(10, $0 - used) }
                let shown = room.map { DisplayWidth.cut(cell, to: $0) } ?? cell
                parts.append(language.isolated(shown))
            } else if alignments[column] == .left {
                parts.append(DisplayWidth.padded(language.isolated(cell), to: widths[column]))
            } else {
                let gap = max(0, widths[column] - DisplayWidth.columns(of: cell))
                parts.append(String(repeating: " ", count: gap) + language.isolated(cell))
            }
            used += widths[column] + 2
        }
        var text = language.lineStart + parts.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text
    }
}
