internal import Languages
internal import LocalProtocol

/// How checks, explanations and progress look to a person.
enum UpkeepReport {
    /// What `hearth doctor` prints.
    static func lines(_ report: DoctorReport, _ style: Style) -> [String] {
        var lines: [String] = []
        for check in report.checks {
            lines.append(
                "\(mark(check.verdict, style)) \(style.bold(PlainText.line(check.title))): "
                    + PlainText.line(check.finding))
            if let remedy = check.remedy {
                lines.append("       " + style.cyan("→ ") + PlainText.line(remedy))
            }
        }
        if let diagnosis = report.diagnosis {
            lines += ["", style.bold(PlainText.line(diagnosis))]
        }
        return lines
    }

    private static func mark(_ verdict: Verdict, _ style: Style) -> String {
        switch verdict {
        case .fine: style.green(DisplayWidth.padded(say("fine", context: "a check"), to: 6))
        case .notice: style.yellow(DisplayWidth.padded(say("notice", context: "a check"), to: 6))
        case .problem: style.red(DisplayWidth.padded(say("wrong", context: "a check"), to: 6))
        case .unknown: style.faint("?     ")
        }
    }

    /// What `hearth sync explain` prints.
    static func lines(_ explanation: SyncExplanation, _ style: Style) -> [String] {
        guard !explanation.isInSync else {
            return [style.green(say("Everything is in sync with everyone who is connected."))]
        }
        return explanation.causes.flatMap { cause in
            let subject = [cause.space, cause.peer].compactMap { $0 }.map { PlainText.line($0) }
            let head = subject.isEmpty ? "" : style.bold(Style.list(subject)) + ": "
            return [head + PlainText.line(cause.sentence)]
                + (cause.remedy.map { ["    " + style.cyan("→ ") + PlainText.line($0)] } ?? [])
        }
    }

    /// One line of `hearth sync`.
    static func line(_ progress: SyncProgress) -> String {
        switch progress.state {
        case .searching: say("looking for colleagues…")
        case .transferring:
            say(
                "\(peers(progress)): \(Style.number(progress.weLack)) to receive, "
                    + "\(Style.number(progress.theyLack)) to send")
        case .inSync:
            say(
                "in sync with \(peers(progress)); received \(Style.number(progress.received)), "
                    + "sent \(Style.number(progress.sent))")
        case .timedOut:
            progress.connectedPeers == 0
                ? say("no colleague is connected")
                : say(
                    "not in sync yet with \(peers(progress)): we lack "
                        + "\(Style.number(progress.weLack)), they lack "
                        + "\(Style.number(progress.theyLack))")
        }
    }

    /// The same as a sentence.
    static func sentence(_ progress: SyncProgress) -> String {
        let line = line(progress)
        return line.prefix(1).uppercased() + line.dropFirst() + "."
    }

    private static func peers(_ progress: SyncProgress) -> String {
        say(
            progress.connectedPeers, one: "\(.count) device", other: "\(.count) devices")
    }

    /// One line of `hearth events`.
    static func line(_ event: NodeEvent, _ style: Style) -> String {
        let code = event.code.map { "  " + style.cyan($0) } ?? ""
        return style.faint(style.clock(event.at)) + "  " + PlainText.line(event.sentence) + code
    }

    /// How many questions and answers there are so far.
    static func posts(_ progress: ImportProgress) -> String {
        Style.list([
            say(progress.questions, one: "\(.count) question", other: "\(.count) questions"),
            say(progress.answers, one: "\(.count) answer", other: "\(.count) answers"),
        ])
    }

    /// What `hearth import` prints.
    static func lines(_ outcome: ImportOutcome, _ style: Style) -> [String] {
        let progress = outcome.progress
        var lines = [
            say(
                "Imported into \(style.bold(PlainText.line(outcome.community.name))): "
                    + "\(Self.posts(progress))")
        ]
        if progress.duplicates > 0 {
            lines.append(say("\(Style.number(progress.duplicates)) were here already"))
        }
        for skip in outcome.skipped {
            lines.append(say("\(Style.number(skip.count)) skipped: \(skip.text)"))
        }
        if outcome.cut > 0 {
            lines.append(say("\(Style.number(outcome.cut)) cut because of their length"))
        }
        if outcome.undated > 0 {
            lines.append(say("\(Style.number(outcome.undated)) without a date"))
        }
        if progress.refused > 0 {
            lines.append(say("\(Style.number(progress.refused)) refused:"))
            lines += progress.refusals.prefix(10).map {
                "    \(PlainText.line($0.source)): \(PlainText.line($0.reason))"
            }
        }
        return lines + [outcome.durability.sentence]
    }
}

/// The summary of an import, for people and scripts.
struct ImportOutcome: Codable, Sendable {
    /// Some parts of the archive that did not become posts.
    struct Skipped: Codable, Sendable {
        /// Stable name of the reason.
        let reason: String
        /// The reason in words.
        let text: String
        /// How many parts.
        let count: Int
    }

    let community: CommunityName
    let progress: ImportProgress
    let skipped: [Skipped]
    let cut: Int
    let undated: Int
    let durability: Durability
}
