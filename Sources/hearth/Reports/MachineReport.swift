internal import LocalProtocol

/// How policy and security look to a person.
enum MachineReport {
    /// What `hearth policy show` prints.
    static func lines(_ report: PolicyReport, _ style: Style) -> [String] {
        var table = Table("RULE", "IN FORCE", "FROM", "THE POLICY SAYS")
        for rule in report.rules {
            let place = rule.line.map { " (line \($0))" } ?? ""
            let remark = rule.remark.map { "; \($0)" } ?? ""
            table.add(
                rule.key, rule.value, rule.source,
                (rule.rule.map { $0 + place } ?? "") + (rule.rule == nil ? "" : remark))
        }
        let files =
            report.files.isEmpty
            ? ["No policy governs this machine."]
            : report.files.map { "\(PlainText.line($0.path))  hash \($0.hash.prefix(16))…" }
        return files + [""] + table.lines(style)
    }
}
