internal import LocalProtocol

/// How the node and its people look to a person.
enum StatusReport {
    /// What `hearth status` prints.
    static func lines(_ status: Status, _ style: Style) -> [String] {
        var rows = Rows(style)
        if status.stage != .locked {
            rows.add("you", status.person.map { PlainText.line($0.name) } ?? "nobody yet")
        }
        rows.add("at rest", atRest(status.lock, style))
        rows.add("this device", status.device.map { PlainText.line($0.name) })
        rows.add(
            "workplace", status.workplace.map { "\(PlainText.line($0.name))  \($0.code)" })
        if status.stage == .member {
            let counts = status.counts
            rows.add(
                "here",
                [
                    Style.count(counts.questions, "question"),
                    Style.count(counts.answers, "answer"),
                    Style.count(counts.thanks, "thanks", "thanks"),
                    Style.bytes(counts.bytes),
                ].joined(separator: ", "))
            rows.add(
                "communities",
                "member of \(counts.joined), \(Style.number(counts.communities)) known")
            rows.add("peers", peers(status, style))
        }
        if status.stage != .locked {
            rows.add("discovery", discovery(status.discovery, style))
        }
        if !status.listening.isEmpty {
            rows.add("listening on", status.listening.joined(separator: ", "))
        }
        rows.add("home", status.home)
        rows.add(
            "hearthd",
            "\(status.version), process \(status.processID), "
                + "since \(style.moment(status.startedAt))"
        )
        return rows.lines + status.warnings.map { style.yellow("! ") + PlainText.line($0) }
            + next(status)
    }

    /// Whether the home is locked; nothing for an open one, which can't be.
    private static func atRest(_ lock: LockState, _ style: Style) -> String? {
        switch lock {
        case .open: nil
        case .unlocked: "sealed, unlocked"
        case .locked: "sealed, " + style.yellow("locked")
        case .unsealed: style.yellow("to be sealed before anything else")
        case .changing: "being locked or unlocked"
        }
    }

    private static func peers(_ status: Status, _ style: Style) -> String {
        let state = status.isInSync ? style.green("in sync") : style.yellow("not in sync")
        let known = "\(status.connectedPeers) of \(status.knownPeers) connected"
        return status.connectedPeers == 0 ? known : "\(known), \(state)"
    }

    private static func discovery(_ state: DiscoveryState, _ style: Style) -> String {
        guard !state.isAvailable else { return "working" }
        return style.red("not working")
            + (state.reason.map { ": " + PlainText.line($0) } ?? "")
    }

    /// What to type next, while the home isn't set up.
    private static func next(_ status: Status) -> [String] {
        switch status.stage {
        case .empty: ["", "Next: hearth init --name YOUR-NAME"]
        case .alone:
            ["", "Next: hearth workplace new NAME, or hearth join CODE with a colleague's code"]
        case .member: []
        case .locked:
            switch status.lock {
            case .locked: ["", "Next: hearth unlock"]
            case .unsealed: ["", "Next: hearth seal"]
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
            identity.workplace.map { "\(PlainText.line($0.name))  \($0.code)" } ?? "none yet")
        if !identity.vouchedBy.isEmpty {
            rows.add("vouched by", names(identity.vouchedBy))
        }
        if !identity.communities.isEmpty {
            rows.add(
                "member of",
                identity.communities.map { PlainText.line($0.name) }.joined(separator: ", "))
        }
        var lines = rows.lines
        if let words = identity.recoveryWords {
            lines += [
                "", "A second colleague has to say that this is you. They compare these words:",
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
            [
                workplace.founder.map { "by " + PlainText.line($0.name) },
                workplace.foundedAt.map { "on " + style.day($0) },
            ].compactMap { $0 }.joined(separator: " "))
        rows.add(
            "people",
            "\(Style.number(workplace.people)) on \(Style.count(workplace.devices, "device"))")
        rows.add("communities", Style.number(workplace.communities))
        return rows.lines
    }

    /// What `hearth people` prints.
    static func lines(_ list: PeopleList, _ style: Style) -> [String] {
        var table = Table("CODE", "NAME", "VOUCHED BY", "SINCE", "DEVICES")
        for person in list.people {
            let mark =
                person.isSelf
                ? " (you)"
                : (person.isKiosk == true ? " (shared terminal)" : "")
                    + (person.isConnected ? " (connected)" : "")
            let vouched = person.isAdmitted ? names(person.vouchedBy) : "nobody yet"
            table.add(
                person.code, person.name + mark, vouched,
                person.since.map { style.day($0) } ?? "",
                person.devices.map(\.name).joined(separator: ", "))
        }
        return table.lines(style)
    }

    /// What `hearth show` prints of a person.
    static func lines(_ person: Person, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("person", "\(style.bold(PlainText.line(person.name)))  \(person.code)")
        rows.add("vouched by", person.isAdmitted ? names(person.vouchedBy) : "nobody yet")
        rows.add("since", person.since.map { style.day($0) })
        rows.add(
            "devices", person.devices.map { PlainText.line($0.name) }.joined(separator: ", "))
        return rows.lines
    }

    private static func names(_ people: [PersonName]) -> String {
        people.map { PlainText.line($0.name) }.joined(separator: ", ")
    }
}
