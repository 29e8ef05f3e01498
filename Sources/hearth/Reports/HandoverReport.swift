internal import Languages
internal import LocalProtocol

/// How handovers look to a person.
enum HandoverReport {
    /// What `hearth handover show` prints.
    static func lines(_ list: HandoverList, _ style: Style) -> [String] {
        guard !list.handovers.isEmpty else {
            return [say("No handover here. Before you go: hearth handover start")]
        }
        return list.handovers.enumerated().flatMap { index, handover in
            (index == 0 ? [] : [""]) + lines(handover, style)
        }
    }

    /// What `hearth show` prints of one.
    static func lines(_ handover: HandoverShown, _ style: Style) -> [String] {
        let name = PlainText.line(handover.person.name)
        var lines = [
            style.bold(
                handover.hasLeft ? say("\(name) has left") : say("\(name) is about to go"))
                + "  " + style.cyan(handover.code)
        ]
        lines += handover.note.map { block($0) } ?? []
        for question in handover.questions {
            lines.append("")
            lines.append(
                style.cyan(question.code) + "  " + PlainText.line(question.person.name) + ": "
                    + PlainText.line(question.text))
            lines +=
                question.answer.map { block($0) } ?? ["    " + style.faint(say("no answer yet"))]
        }
        return lines
    }

    private static func block(_ text: String) -> [String] {
        PlainText.block(text).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }
    }

    /// What is said after a change.
    static func lines(_ saved: HandoverSaved, _ style: Style) -> [String] {
        lines(saved.handover, style) + ["", saved.durability.sentence]
    }

    /// What is offered first to somebody who is about to leave; nothing if all is said.
    static func offer(_ list: HandoverList) -> String? {
        guard let handover = list.handovers.first else {
            return say(
                "Your colleagues could ask you up to five questions before you go: "
                    + "hearth handover start")
        }
        let waiting = handover.questions.filter { $0.answer == nil }.count
        guard waiting > 0 else { return nil }
        return say(
            waiting, one: "\(.count) question waits for your answer: hearth handover show",
            other: "\(.count) questions wait for your answer: hearth handover show")
    }
}
