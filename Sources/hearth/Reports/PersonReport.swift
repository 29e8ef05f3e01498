internal import Languages
internal import LocalProtocol

/// How persons, their devices and what is decided about them look.
enum PersonReport {
    /// What `hearth device list` prints.
    static func lines(_ devices: [PersonDevice], _ style: Style) -> [String] {
        var table = Table("CODE", "USE", "SINCE", "STATE", "LABEL")
        for device in devices {
            table.add(
                device.code, use(device.kind),
                device.since.map { style.day($0) } ?? say("first"), state(device, style),
                device.isThis ? say("\(device.name) (this one)") : device.name)
        }
        return table.lines(style)
    }

    private static func use(_ kind: DeviceKind) -> String {
        switch kind {
        case .computer: say("computer")
        case .sheet: say("paper")
        case .held: say("terminal")
        }
    }

    private static func state(_ device: PersonDevice, _ style: Style) -> String {
        guard !device.isIn else { return say("in", context: "a device") }
        return device.removedAt.map { say("out since \(style.day($0))") }
            ?? say("out", context: "a device")
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
            "recovery",
            details.recovery.map { say("waits for a second word after \(names($0.by))") })
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
        case .waiting: say("not yet: nobody has vouched")
        case .member: details.person.since.map { say("since \(style.day($0))") } ?? say("yes")
        case .left: style.yellow(say("has left"))
        }
    }

    private static func sentence(_ step: PersonStep) -> String {
        let by = names(step.by)
        switch step.kind {
        case .admitted: return say("let in by \(by)")
        case .deviceAdded:
            return step.device.map { say("one more computer \($0)") } ?? say("one more computer")
        case .keyHeld:
            return step.device.map { say("a key at a shared terminal \($0)") }
                ?? say("a key at a shared terminal")
        case .sheetMade:
            return step.device.map { say("a recovery sheet \($0)") } ?? say("a recovery sheet")
        case .deviceRevoked:
            return step.device.map { say("revoked \($0)") } ?? say("revoked")
        case .recovered:
            return step.device.map { say("back on a new computer \($0), by the word of \(by)") }
                ?? say("back on a new computer, by the word of \(by)")
        case .departed: return say("left, by the word of \(by)")
        case .departedByDoorKey: return say("left, by the door key (\(by))")
        case .readmitted: return say("let in again by \(by)")
        }
    }

    /// What `hearth departures` prints.
    static func lines(_ list: DepartureList, _ style: Style) -> [String] {
        guard !list.departures.isEmpty else { return [say("Nobody is said to have left.")] }
        return list.departures.map {
            "\(style.bold(PlainText.line($0.person.name))): \(sentence($0, style))"
        }
    }

    private static func sentence(_ pending: PendingDeparture, _ style: Style) -> String {
        guard let due = pending.confirmableAt else {
            return say("\(names(pending.by)) said so; a second colleague has to")
        }
        return say(
            "\(names(pending.by)) said so; can be confirmed from \(style.moment(due)) on")
    }

    /// What `hearth depart` prints.
    static func lines(_ answer: DepartureAnswer, _ style: Style) -> [String] {
        let name = PlainText.line(answer.person.name)
        if answer.hasLeft {
            return [style.green(say("\(name) has left; everybody sees it."))]
        }
        guard let pending = answer.pending else { return [say("\(name) has not left.")] }
        return ["\(name): \(sentence(pending, style))"]
    }

    /// The words that a second colleague compares.
    static func lines(comparing pending: PendingRecovery, _ style: Style) -> [String] {
        [
            say(
                "\(names(pending.by)) gave their word that \(PlainText.line(pending.person.name)) "
                    + "is back on the computer \(pending.device).")
        ] + block(pending.words, style) + [
            say("`hearth whoami` on the new computer must show these four words.")
        ]
    }

    /// The words that two colleagues compare.
    static func lines(comparing comparison: Comparison, _ style: Style) -> [String] {
        block(comparison.words, style) + [
            say(
                "These four words must be the same on the screen of "
                    + "\(PlainText.line(comparison.person.name)).")
        ]
    }

    private static func block(_ words: [String], _ style: Style) -> [String] {
        [
            "", "    " + style.bold(words.map { PlainText.line($0) }.joined(separator: "   ")), "",
        ]
    }

    private static func names(_ people: [PersonName]) -> String {
        people.isEmpty ? "" : Style.list(people.map { PlainText.line($0.name) })
    }
}
