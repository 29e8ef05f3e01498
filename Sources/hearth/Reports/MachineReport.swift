internal import Languages
internal import LocalProtocol

/// How policy and security look to a person.
enum MachineReport {
    /// What `hearth policy show` prints.
    static func lines(_ report: PolicyReport, _ style: Style) -> [String] {
        var table = Table("RULE", "IN FORCE", "FROM", "THE POLICY SAYS")
        for rule in report.rules {
            let place = rule.line.map { " " + say("(line \($0))") } ?? ""
            let remark = rule.remark.map { "; \($0)" } ?? ""
            table.add(
                rule.key, rule.value, rule.source,
                (rule.rule.map { $0 + place } ?? "") + (rule.rule == nil ? "" : remark))
        }
        let files =
            report.files.isEmpty
            ? [say("No policy governs this machine.")]
            : report.files.map {
                PlainText.line($0.path) + "  " + say("hash \($0.hash.prefix(16))…")
            }
        return files + [""] + table.lines(style)
    }

    /// A line of `hearth audit show`.
    static func line(_ line: AuditLine, _ style: Style) -> String {
        let fields = line.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        let number = DisplayWidth.padded("\(line.sequence)", to: 6)
        return style.faint(number + "  " + line.at.text) + "  "
            + style.bold(PlainText.line(line.event))
            + (fields.isEmpty ? "" : "  " + PlainText.line(fields))
    }

    /// What `hearth audit verify` prints of a sound log.
    static func lines(_ verdict: AuditVerdict) -> [String] {
        let sentence = say(
            verdict.lines,
            one: "\(.count) line follows from each other up to line \(verdict.lastLine)",
            other: "\(.count) lines follow from each other up to line \(verdict.lastLine)")
        return [verdict.lastHash.map { say("\(sentence), hash \($0)") } ?? sentence]
    }

    /// What `hearth doctor --for-it` prints.
    static func lines(_ inspection: MachineInspection, _ style: Style) -> [String] {
        var sockets = Table("LISTENS", "ON", "FOR")
        for socket in inspection.sockets {
            sockets.add(socket.kind, socket.address, socket.purpose ?? say("nothing that is known"))
        }
        var rows = Rows(style)
        let interfaces = inspection.interfaces.joined(separator: ", ")
        rows.add(
            "interfaces", interfaces.isEmpty ? say("all that lead to a local network") : interfaces)
        rows.add("ranges", inspection.ranges.joined(separator: ", "))
        rows.add("hop limit", "\(inspection.hopLimit)")
        rows.add(
            "policy",
            inspection.policy.isEmpty
                ? say("none")
                : inspection.policy.map { "\($0.path) \($0.hash)" }.joined(separator: ", ")
        )
        rows.add("at rest", Words.atRest(inspection.atRest.rawValue))
        rows.add("files", say("\(inspection.files.count) looked at"))
        let report = DoctorReport(checks: inspection.checks)
        return sockets.lines(style) + [""] + rows.lines.map { PlainText.line($0) }
            + ["", style.bold(say("What leaves this machine"))]
            + inspection.leaves.map { "  " + PlainText.line($0) } + [""]
            + UpkeepReport.lines(report, style)
    }
}
