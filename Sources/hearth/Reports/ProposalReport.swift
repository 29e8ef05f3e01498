internal import Languages
internal import LocalProtocol

/// How proposals, agreements and the pulse look to a person.
enum ProposalReport {
    /// What `hearth show` prints of a proposal.
    static func lines(_ proposal: ProposalShown, _ style: Style) -> [String] {
        var lines = [
            style.bold(subject(proposal)) + "  " + style.cyan(proposal.code) + "  "
                + state(proposal, style),
            "",
        ]
        lines += PlainText.block(proposal.text).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { $0.isEmpty ? "" : "    " + $0 }
        lines.append("")
        var rows = Rows(style)
        rows.add("community", PlainText.line(proposal.community.name))
        rows.add("proposed by", PlainText.line(proposal.author.name))
        rows.add("open until", style.moment(proposal.closesAt))
        rows.add("holds until", proposal.endsAt.map { style.moment($0) })
        rows.add("review", proposal.reviewAt.map { style.day($0) })
        rows.add("wording", proposal.versions > 1 ? say("number \(proposal.versions)") : nil)
        rows.add("person", proposal.person.map { PlainText.line($0.name) })
        rows.add("before", proposal.step.map { PlainText.line($0) })
        rows.add("other", proposal.other.map { PlainText.line($0.name) })
        rows.add("visibility", proposal.visibility.map { PlainText.line($0) })
        rows.add("harvest", proposal.harvest.map { PlainText.line($0) })
        rows.add("farewell", proposal.farewell.map { PlainText.line($0) })
        rows.add("closed by", names(proposal.closedBy))
        rows.add("silent", names(proposal.silent))
        rows.add(
            "for good", proposal.consequence.map { style.yellow(PlainText.line($0)) })
        rows.add("flaw", proposal.flaw.map { style.yellow(PlainText.line($0)) })
        lines += rows.lines
        lines += proposal.stances.map { stance($0, style) }
        lines += proposal.questions.map { question in
            let reply = question.replyTo.map { " " + say("(to \($0))") } ?? ""
            return style.cyan(question.code) + reply + "  " + PlainText.line(question.person.name)
                + ": " + PlainText.line(question.text)
        }
        return lines + hint(proposal)
    }

    private static func stance(_ stance: StanceShown, _ style: Style) -> String {
        let words =
            switch stance.stance {
            case .consent: style.green(say("consents"))
            case .concern: style.yellow(say("is concerned"))
            case .objection: style.red(say("objects"))
            case .standAside: style.faint(say("stands aside"))
            }
        let late = stance.isLate ? style.faint(" " + say("(after the closing)")) : ""
        let reason = stance.reason.isEmpty ? "" : ": " + PlainText.line(stance.reason)
        return PlainText.line(stance.person.name) + " " + words + late + reason
    }

    private static func hint(_ proposal: ProposalShown) -> [String] {
        switch proposal.state {
        case .open where proposal.closedBy.count >= proposal.needed:
            [
                "",
                say(
                    "Those who closed it found different things. Who sees more now closes it again: "
                        + "hearth close \(proposal.code)"),
            ]
        case .open:
            ["", say("Say something: hearth consent \(proposal.code), or object, question, close")]
        case .underReview:
            [
                "",
                say(
                    "An objection came late; meanwhile the decision holds. Answer it, so that whoever "
                        + "objects consents, or give the decision up, which takes two: "
                        + "hearth close \(proposal.code)"),
            ]
        case .adopted, .notAdopted, .void: []
        }
    }

    private static func subject(_ proposal: ProposalShown) -> String {
        switch proposal.subject {
        case .agreement: say("Agreement")
        case .merge: say("Merge with \(PlainText.line(proposal.other?.name ?? "?"))")
        case .close: say("Close \(PlainText.line(proposal.community.name))")
        case .visibility: say("Visibility")
        case .setAside: say("Set aside \(PlainText.line(proposal.person?.name ?? "?"))")
        case .restore: say("Restore a post")
        case .other: say("Something that only a later version knows")
        }
    }

    private static func state(_ proposal: ProposalShown, _ style: Style) -> String {
        let words = proposal.state.words
        return switch proposal.state {
        case .open: words
        case .adopted: style.green(words)
        case .notAdopted, .void: style.faint(words)
        case .underReview: style.yellow(words)
        }
    }

    private static func names(_ people: [PersonName]) -> String {
        people.isEmpty ? "" : Style.list(people.map { PlainText.line($0.name) })
    }

    /// What `hearth proposals` prints.
    static func lines(_ list: ProposalList, _ style: Style) -> [String] {
        guard !list.proposals.isEmpty else {
            return [
                say("No proposal here. Make one: hearth propose COMMUNITY --agreement \"…\"")
            ]
        }
        var table = Table([
            ("CODE", .left), ("STATE", .left), ("UNTIL", .left), ("CONSENTS", .right),
            ("OBJECTIONS", .right), ("COMMUNITY", .left), ("PROPOSAL", .left),
        ])
        for proposal in list.proposals {
            func count(_ kind: StanceKind) -> String {
                Style.number(proposal.stances.filter { $0.stance == kind }.count)
            }
            table.add(
                proposal.code, proposal.state.words, style.day(proposal.closesAt),
                count(.consent), count(.objection),
                DisplayWidth.cut(PlainText.line(proposal.community.name), to: 20),
                PlainText.line(proposal.text))
        }
        return table.lines(style)
    }

    /// What is said after a change.
    static func lines(_ saved: ProposalSaved, _ verb: String, _ style: Style) -> [String] {
        let proposal = saved.proposal
        var lines = [
            say(
                "\(verb) \(style.cyan(proposal.code)) in "
                    + "\(PlainText.line(proposal.community.name)): \(state(proposal, style))")
        ]
        if let twin = saved.counterpart {
            lines.append(
                say("The same in \(PlainText.line(twin.community.name)): \(style.cyan(twin.code))"))
        }
        if let note = saved.note { lines.append(PlainText.line(note)) }
        return lines + [saved.durability.sentence]
    }

    /// What `hearth agreements` prints.
    static func lines(_ list: AgreementList, _ style: Style) -> [String] {
        let name = PlainText.line(list.community.name)
        var lines = [
            style.bold(name) + "  "
                + say(
                    list.budget, one: "\(list.inForce) of \(.count) agreements in force",
                    other: "\(list.inForce) of \(.count) agreements in force")
        ]
        if list.inForce > list.budget {
            lines.append(
                style.yellow(say("More than anybody keeps in mind: which of these can go?")))
        }
        for agreement in list.agreements {
            let state =
                switch agreement.state {
                case .inForce: say("until \(style.day(agreement.endsAt))")
                case .underReview:
                    style.yellow(say("under review, until \(style.day(agreement.endsAt))"))
                case .expired: style.faint(say("ended on \(style.day(agreement.endsAt))"))
                case .renewed: style.faint(say("renewed by another"))
                case .void: style.faint(say("given up in a review"))
                }
            lines.append(
                style.cyan(agreement.code) + "  " + PlainText.line(agreement.text) + "  " + state)
        }
        return lines
    }

    /// What `hearth pulse` prints.
    static func lines(_ list: PulseList, _ style: Style) -> [String] {
        guard !list.communities.isEmpty else { return [say("You are in no community.")] }
        return list.communities.flatMap { lines($0, style) }
    }

    private static func words(_ answer: PulseKind) -> String {
        switch answer {
        case .goOn: say("go on", context: "a pulse")
        case .rest: say("rest", context: "a pulse")
        case .close: say("close", context: "a pulse")
        case .handOver: say("hand over", context: "a pulse")
        }
    }

    /// How one community is alive.
    static func lines(_ pulse: Pulse, _ style: Style) -> [String] {
        let last = pulse.lastPostAt.map { say("last post \(style.day($0))") } ?? say("no post yet")
        let name = style.bold(PlainText.line(pulse.community.name))
        var lines = ["\(name)  \(pulse.community.code)  \(last)"]
        if pulse.isQuiet {
            let code = pulse.community.code
            lines.append(
                "    "
                    + say(
                        "Quiet for 60 days. Go on, rest, close, hand over? "
                            + "hearth pulse \(code) go-on"))
        }
        let counts = pulse.counts.map { "\(words($0.answer)) \($0.people)" }
        if !counts.isEmpty { lines.append("    " + say("So far: \(Style.list(counts))")) }
        for answer in pulse.answers {
            let said = answer.answer.map { words($0) } ?? ""
            let more = answer.words.isEmpty ? "" : " " + PlainText.line(answer.words)
            lines.append("    \(PlainText.line(answer.person.name)): \(said)\(more)")
        }
        return lines
    }
}
