internal import Languages
internal import LocalProtocol

/// How drafts of proposals look to a person.
enum DraftReport {
    /// What is said after one was kept.
    static func lines(_ draft: ProposalDraftShown, _ style: Style) -> [String] {
        [
            say("Kept as draft \(style.cyan(String(draft.number))), on this computer only."),
            say("Propose it: hearth proposal open \(draft.number)"),
        ]
    }

    /// What `hearth proposal drafts` prints.
    static func lines(_ list: DraftList, _ style: Style) -> [String] {
        guard !list.drafts.isEmpty else { return [say("No draft on this computer.")] }
        var table = Table([
            ("DRAFT", .right), ("WRITTEN", .left), ("COMMUNITY", .left), ("ABOUT", .left),
            ("WORDS", .left),
        ])
        for draft in list.drafts {
            table.add(
                Style.number(draft.number), style.day(draft.writtenAt),
                DisplayWidth.cut(PlainText.line(draft.community.name), to: 20),
                draft.proposal.subject.words, PlainText.line(draft.proposal.text ?? ""))
        }
        return table.lines(style)
    }
}

extension ProposalSubject {
    /// The subject in a word or two.
    fileprivate var words: String {
        switch self {
        case .agreement: say("agreement", context: "a kind of proposal")
        case .merge: say("merge", context: "a kind of proposal")
        case .close: say("close", context: "a kind of proposal")
        case .visibility: say("visibility", context: "a kind of proposal")
        case .setAside: say("set aside", context: "a kind of proposal")
        case .restore: say("restore", context: "a kind of proposal")
        case .other: say("other", context: "a kind of proposal")
        }
    }
}
