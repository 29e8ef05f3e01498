internal import Languages
internal import LocalProtocol

/// How rights look to a person.
enum RightsReport {
    /// What `hearth can --all` prints.
    static func lines(_ table: RightsTable, _ style: Style) -> [String] {
        let titles = [say("VERB")] + table.roles.map { heading($0).uppercased() }
        var columns = Table(named: titles)
        for right in table.rights where !right.isForNobody {
            columns.add(
                [right.verb]
                    + right.cells.map { $0.ways.isEmpty ? "-" : $0.text })
        }
        var lines = columns.lines(style)
        lines += ["", style.bold(say("What exists for nobody"))]
        for right in table.rights where right.isForNobody {
            lines.append("  \(PlainText.line(right.verb)): \(PlainText.line(right.summary)).")
            if let instead = right.instead {
                lines.append(style.faint("    \(PlainText.line(instead))"))
            }
        }
        return lines
    }

    /// What `hearth can VERB` prints.
    static func lines(_ right: Right, _ style: Style) -> [String] {
        if right.cells.count == 1, let cell = right.cells.first {
            return [PlainText.line(cell.text)]
        }
        var rows = Rows(style)
        for cell in right.cells { rows.add(named: heading(cell.role), PlainText.line(cell.text)) }
        return [style.bold(PlainText.line(right.summary))] + rows.lines
    }

    private static func heading(_ role: String) -> String {
        String(role.map { $0 == "_" ? " " : $0 })
    }
}
