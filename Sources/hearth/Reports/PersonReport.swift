internal import LocalProtocol

/// How persons, their devices and what is decided about them look.
enum PersonReport {
    /// What `hearth device list` prints.
    static func lines(_ devices: [PersonDevice], _ style: Style) -> [String] {
        var table = Table("CODE", "USE", "SINCE", "STATE", "LABEL")
        for device in devices {
            table.add(
                device.code, use(device.kind),
                device.since.map { style.day($0) } ?? "first", state(device, style),
                device.name + (device.isThis ? " (this one)" : ""))
        }
        return table.lines(style)
    }

    private static func use(_ kind: DeviceKind) -> String {
        switch kind {
        case .computer: "computer"
        case .sheet: "paper"
        case .held: "terminal"
        }
    }

    private static func state(_ device: PersonDevice, _ style: Style) -> String {
        guard !device.isIn else { return "in" }
        return "out" + (device.removedAt.map { " since " + style.day($0) } ?? "")
    }

    /// What `hearth people NAME` prints.
    static func lines(_ details: PersonDetails, _ style: Style) -> [String] {
        let person = details.person
        var rows = Rows(style)
        rows.add("person", "\(style.bold(PlainText.line(person.name)))  \(person.code)")
        rows.add("about", details.about.map { PlainText.line($0) })
        rows.add("handover", details.handover)
        rows.add("belongs", belongs(details, style))
        rows.add("vouched by", names(person.vouchedBy))
        rows.add("verified by", names(details.verifiedBy))
        rows.add("vouched for", names(details.vouchedFor))
        rows.add(
            "recovery", details.recovery.map { "waits for a second word after \(names($0.by))" })
        rows.add("departure", details.departure.map { sentence($0, style) })
        var lines = rows.lines
        if !details.history.isEmpty {
            lines +=
                [""]
                + details.history.map { step in
                    style.faint(style.moment(step.at)) + "  " + sentence(step)
                }
        }
        if !details.devices.isEmpty { lines += [""] + self.lines(details.devices, style) }
        return lines
    }

    private static func belongs(_ details: PersonDetails, _ style: Style) -> String {
        switch details.standing {
        case .waiting: "not yet: nobody has vouched"
        case .member: details.person.since.map { "since \(style.day($0))" } ?? "yes"
        case .left: style.yellow("has left")
        }
    }

    private static func sentence(_ step: PersonStep) -> String {
        let by = names(step.by)
        let device = step.device.map { " " + $0 } ?? ""
        switch step.kind {
        case .admitted: return "let in by \(by)"
        case .deviceAdded: return "one more computer\(device)"
        case .keyHeld: return "a key at a shared terminal\(device)"
        case .sheetMade: return "a recovery sheet\(device)"
        case .deviceRevoked: return "revoked\(device)"
        case .recovered: return "back on a new computer\(device), by the word of \(by)"
        case .departed: return "left, by the word of \(by)"
        case .departedByDoorKey: return "left, by the door key (\(by))"
        case .readmitted: return "let in again by \(by)"
        }
    }

    /// What `hearth departures` prints.
    static func lines(_ list: DepartureList, _ style: Style) -> [String] {
        guard !list.departures.isEmpty else { return ["Nobody is said to have left."] }
        return list.departures.map {
            "\(style.bold(PlainText.line($0.person.name))): \(sentence($0, style))"
        }
    }

    private static func sentence(_ pending: PendingDeparture, _ style: Style) -> String {
        guard let due = pending.confirmableAt else {
            return "\(names(pending.by)) said so; a second colleague has to"
        }
        return "\(names(pending.by)) said so; can be confirmed from \(style.moment(due)) on"
    }

    /// What `hearth depart` prints.
    static func lines(_ answer: DepartureAnswer, _ style: Style) -> [String] {
        let name = PlainText.line(answer.person.name)
        if answer.hasLeft { return [style.green("\(name) has left; everybody sees it.")] }
        guard let pending = answer.pending else { return ["\(name) has not left."] }
        return ["\(name): \(sentence(pending, style))"]
    }

    /// The words that a second colleague compares.
    static func lines(comparing pending: PendingRecovery, _ style: Style) -> [String] {
        [
            "\(names(pending.by)) gave their word that \(PlainText.line(pending.person.name)) is "
                + "back on the computer \(pending.device)."
        ] + block(pending.words, style) + [
            "`hearth whoami` on the new computer must show these four words."
        ]
    }

    /// The words that two colleagues compare.
    static func lines(comparing comparison: Comparison, _ style: Style) -> [String] {
        block(comparison.words, style) + [
            "These four words must be the same on the screen of "
                + "\(PlainText.line(comparison.person.name))."
        ]
    }

    private static func block(_ words: [String], _ style: Style) -> [String] {
        [
            "", "    " + style.bold(words.map { PlainText.line($0) }.joined(separator: "   ")), "",
        ]
    }

    private static func names(_ people: [PersonName]) -> String {
        people.map { PlainText.line($0.name) }.joined(separator: ", ")
    }
}
