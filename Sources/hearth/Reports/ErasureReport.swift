internal import LocalProtocol

/// How words that were taken back look to a person.
enum ErasureReport {
    /// What is said before somebody is asked.
    static func lines(_ plan: ErasurePlanned, all: Bool) -> [String] {
        let changes = plan.commits - 1
        var lines = [
            "\(plan.code) is a \(plan.kind) in \(PlainText.line(plan.community.name))."
                + (changes > 0
                    ? " It goes with \(changes) later \(changes == 1 ? "change" : "changes") of yours."
                    : "")
        ]
        let others = plan.companions + plan.alsoChanged
        if !others.isEmpty {
            lines.append(
                (all ? "With it goes " : "It was written in one piece with ")
                    + others.joined(separator: ", ") + ".")
        }
        let devices = plan.devices == 1 ? "1 computer" : "\(plan.devices) computers"
        lines.append("\(devices) of members may hold it. What others wrote about it stays.")
        return lines
    }

    /// What is said afterwards.
    static func lines(after shown: ErasureShown, _ code: String, _ style: Style) -> [String] {
        ["Erased: " + style.cyan(code), standing(shown)]
            + (shown.confirmed < shown.devices.count ? ["See how far it is: hearth erasures"] : [])
    }

    /// What `hearth erasures` prints.
    static func lines(_ list: ErasureList, _ style: Style) -> [String] {
        guard !list.erasures.isEmpty else { return ["Nothing was taken back."] }
        return list.erasures.flatMap { shown in
            let count = shown.records.count
            let what = count == 1 ? "1 item" : "\(count) items"
            return [
                style.bold(PlainText.line(shown.person.name)) + " took back \(what) in "
                    + PlainText.line(shown.community.name) + "  "
                    + style.faint(style.moment(shown.erasedAt)),
                "    " + standing(shown),
            ]
        }
    }

    /// "4 of 5 computers have erased it; waiting for Ben's laptop".
    static func standing(_ shown: ErasureShown) -> String {
        let total = shown.devices.count
        let have = total == 1 ? "computer has" : "computers have"
        let start = "\(shown.confirmed) of \(total) \(have) erased it"
        let waiting = shown.devices.filter { !$0.isDone }
        guard !waiting.isEmpty else { return start + "." }
        let named = waiting.prefix(mostNames).map {
            "\(PlainText.line($0.person.name))'s \(PlainText.line($0.device))"
        }
        let rest = waiting.count - named.count
        return start + "; waiting for " + named.joined(separator: ", ")
            + (rest > 0 ? " and \(rest) more." : ".")
    }

    private static let mostNames = 5
}
