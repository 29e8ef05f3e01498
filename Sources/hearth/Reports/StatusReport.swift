internal import Languages
internal import LocalProtocol

/// How the node and its people look to a person.
enum StatusReport {
    /// What `hearth status` prints.
    static func lines(_ status: Status, _ style: Style) -> [String] {
        var rows = Rows(style)
        if status.stage != .locked {
            rows.add("you", status.person.map { PlainText.line($0.name) } ?? say("nobody yet"))
        }
        rows.add("at rest", atRest(status.lock, style))
        rows.add("this device", status.device.map { PlainText.line($0.name) })
        rows.add(
            "workplace", status.workplace.map { "\(PlainText.line($0.name))  \($0.code)" })
        if status.stage == .member {
            let counts = status.counts
            rows.add(
                "here",
                Style.list([
                    say(counts.questions, one: "\(.count) question", other: "\(.count) questions"),
                    say(counts.answers, one: "\(.count) answer", other: "\(.count) answers"),
                    say(counts.thanks, one: "\(.count) thanks", other: "\(.count) thanks"),
                    Style.bytes(counts.bytes),
                ]))
            rows.add(
                "communities",
                say("member of \(counts.joined), \(Style.number(counts.communities)) known"))
            rows.add("peers", peers(status, style))
        }
        if status.stage != .locked {
            rows.add("discovery", discovery(status.discovery, style))
        }
        if !status.listening.isEmpty {
            rows.add("listening on", Style.list(status.listening))
        }
        rows.add("home", status.home)
        rows.add(
            "hearthd",
            say(
                "\(status.version), process \(status.processID), "
                    + "since \(style.moment(status.startedAt))")
        )
        return rows.lines + status.warnings.map { style.yellow("! ") + PlainText.line($0) }
            + next(status)
    }

    /// Whether the home is locked; nothing for an open one, which can't be.
    private static func atRest(_ lock: LockState, _ style: Style) -> String? {
        switch lock {
        case .open: nil
        case .unlocked: say("sealed, unlocked")
        case .locked: say("sealed, \(style.yellow(say("locked")))")
        case .unsealed: style.yellow(say("to be sealed before anything else"))
        case .changing: say("being locked or unlocked")
        }
    }

    private static func peers(_ status: Status, _ style: Style) -> String {
        let state = status.isInSync ? style.green(say("in sync")) : style.yellow(say("not in sync"))
        let known = say("\(status.connectedPeers) of \(status.knownPeers) connected")
        return status.connectedPeers == 0 ? known : Style.list([known, state])
    }

    private static func discovery(_ state: DiscoveryState, _ style: Style) -> String {
        guard !state.isAvailable else { return say("working") }
        return style.red(say("not working"))
            + (state.reason.map { ": " + PlainText.line($0) } ?? "")
    }

    /// What to type next, while the home isn't set up.
    private static func next(_ status: Status) -> [String] {
        switch status.stage {
        case .empty: ["", say("Next: hearth init --name YOUR-NAME")]
        case .alone:
            [
                "",
                say("Next: hearth workplace new NAME, or hearth join CODE with a colleague's code"),
            ]
        case .member: []
        case .locked:
            switch status.lock {
            case .locked: ["", say("Next: hearth unlock")]
            case .unsealed: ["", say("Next: hearth seal")]
            case .open, .unlocked, .changing: []
            }
        }
    }

    /// What `hearth whoami` prints.
    static func lines(_ identity: Identity, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("you", "\(PlainText.line(identity.person.name))  \(identity.person.code)")
        rows.add("this device", PlainText.line(identity.device.name))
        rows.add(
            "workplace",
            identity.workplace.map { "\(PlainText.line($0.name))  \($0.code)" } ?? say("none yet"))
        if !identity.vouchedBy.isEmpty {
            rows.add("vouched by", names(identity.vouchedBy))
        }
        if !identity.communities.isEmpty {
            rows.add(
                "member of",
                Style.list(identity.communities.map { PlainText.line($0.name) }))
        }
        var lines = rows.lines
        if let words = identity.recoveryWords {
            lines += [
                "",
                say("A second colleague has to say that this is you. They compare these words:"),
                "    " + style.bold(words.map { PlainText.line($0) }.joined(separator: "   ")),
            ]
        }
        if let closed = identity.closedBecause {
            lines += ["", style.yellow("! ") + PlainText.line(closed)]
        }
        return lines
    }

    /// What `hearth workplace show` prints.
    static func lines(_ workplace: Workplace, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("workplace", "\(style.bold(PlainText.line(workplace.name)))  \(workplace.code)")
        rows.add(
            "founded",
            CommunityReport.beginning(by: workplace.founder, at: workplace.foundedAt, style))
        rows.add(
            "people",
            say(
                workplace.devices, one: "\(Style.number(workplace.people)) on \(.count) device",
                other: "\(Style.number(workplace.people)) on \(.count) devices"))
        rows.add("communities", Style.number(workplace.communities))
        return rows.lines
    }

    /// What `hearth people` prints.
    static func lines(_ list: PeopleList, _ style: Style) -> [String] {
        var table = Table("CODE", "NAME", "VOUCHED BY", "SINCE", "DEVICES")
        for person in list.people {
            let mark =
                person.isSelf
                ? " " + say("(you)")
                : (person.isKiosk == true ? " " + say("(shared terminal)") : "")
                    + (person.isConnected ? " " + say("(connected)") : "")
            let vouched = person.isAdmitted ? names(person.vouchedBy) : say("nobody yet")
            table.add(
                person.code, person.name + mark, vouched,
                person.since.map { style.day($0) } ?? "",
                Style.list(person.devices.map(\.name)))
        }
        return table.lines(style)
    }

    /// What `hearth show` prints of a person.
    static func lines(_ person: Person, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("person", "\(style.bold(PlainText.line(person.name)))  \(person.code)")
        rows.add("vouched by", person.isAdmitted ? names(person.vouchedBy) : say("nobody yet"))
        rows.add("since", person.since.map { style.day($0) })
        rows.add(
            "devices",
            person.devices.isEmpty
                ? nil : Style.list(person.devices.map { PlainText.line($0.name) }))
        return rows.lines
    }

    private static func names(_ people: [PersonName]) -> String {
        people.isEmpty ? "" : Style.list(people.map { PlainText.line($0.name) })
    }
}
