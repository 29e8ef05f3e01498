internal import Languages
internal import LocalProtocol

/// How words that were taken back look to a person.
enum ErasureReport {
    /// What is said before somebody is asked.
    static func lines(_ plan: ErasurePlanned, all: Bool) -> [String] {
        let changes = plan.commits - 1
        let community = PlainText.line(plan.community.name)
        var lines = [say("\(plan.code) is a \(Words.kind(plan.kind)) in \(community).")]
        if changes > 0 {
            lines[0] +=
                " "
                + say(
                    changes, one: "It goes with \(.count) later change of yours.",
                    other: "It goes with \(.count) later changes of yours.")
        }
        let others = plan.companions + plan.alsoChanged
        if !others.isEmpty {
            let named = Style.list(others)
            lines.append(
                all
                    ? say("With it goes \(named).")
                    : say("It was written in one piece with \(named)."))
        }
        let devices = say(
            plan.devices, one: "\(.count) computer of members may hold it.",
            other: "\(.count) computers of members may hold it.")
        lines.append(devices + " " + say("What others wrote about it stays."))
        return lines
    }

    /// What is said afterwards.
    static func lines(after shown: ErasureShown, _ code: String, _ style: Style) -> [String] {
        [say("Erased: \(style.cyan(code))"), standing(shown)]
            + (shown.confirmed < shown.devices.count
                ? [say("See how far it is: hearth erasures")] : [])
    }

    /// What `hearth erasures` prints.
    static func lines(_ list: ErasureList, _ style: Style) -> [String] {
        guard !list.erasures.isEmpty else { return [say("Nothing was taken back.")] }
        return list.erasures.flatMap { shown in
            let name = style.bold(PlainText.line(shown.person.name))
            let community = PlainText.line(shown.community.name)
            let what = say(
                shown.records.count, one: "\(name) took back \(.count) item in \(community)",
                other: "\(name) took back \(.count) items in \(community)")
            return [
                what + "  " + style.faint(style.moment(shown.erasedAt)),
                "    " + standing(shown),
            ]
        }
    }

    /// "4 of 5 computers have erased it; waiting for Ben's laptop".
    static func standing(_ shown: ErasureShown) -> String {
        let total = shown.devices.count
        let start = say(
            total, one: "\(shown.confirmed) of \(.count) computer has erased it",
            other: "\(shown.confirmed) of \(.count) computers have erased it")
        let waiting = shown.devices.filter { !$0.isDone }
        guard !waiting.isEmpty else { return say("\(start).") }
        let named = waiting.prefix(mostNames).map {
            say("\(PlainText.line($0.person.name))'s \(PlainText.line($0.device))")
        }
        let rest = waiting.count - named.count
        return rest > 0
            ? say("\(start); waiting for \(Style.list(named)) and \(rest) more.")
            : say("\(start); waiting for \(Style.list(named)).")
    }

    private static let mostNames = 5
}
