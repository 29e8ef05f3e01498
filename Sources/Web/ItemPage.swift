internal import Languages
internal import LocalProtocol

/// One item with what belongs to it.
enum ItemPage {
    static func page(_ item: OpenItem, _ dates: PageDates) -> Page {
        let whole = item.whole
        return Page(
            title: whole.title.isEmpty ? "\(kind(whole.kind)) \(whole.code)" : whole.title,
            isTitleTheirs: !whole.title.isEmpty, frame: item.frame, dates: dates,
            content: MarkupBuilder.buildBlock(
                [
                    Tag.p(.style(.byline)) {
                        kind(whole.kind)
                        " "
                        Pieces.code(whole.code)
                        ", "
                        Pieces.place(item.community)
                    }
                ],
                post(whole, dates), parts(item, dates),
                [Pieces.reply(whole.code)]))
    }

    /// Several items of which the reader chooses one.
    static func choice(_ codes: [String], _ frame: OpenFrame, _ dates: PageDates) -> Page {
        Page(
            title: say("Which one?"), frame: frame, dates: dates,
            content: [
                Tag.p { say("Several items have these characters in their code.") },
                Tag.ul {
                    for code in codes {
                        Tag.li { Tag.a(.href(.item(code))) { Pieces.code(code) } }
                    }
                },
            ])
    }

    // MARK: Parts

    private static func parts(_ item: OpenItem, _ dates: PageDates) -> [Markup] {
        let isQuestion = item.whole.kind == "question"
        guard !item.parts.isEmpty else {
            return isQuestion ? [Tag.p { say("Nobody has answered yet.") }] : []
        }
        return [
            Tag.section {
                Tag.h2 { isQuestion ? say("Answers") : say("What belongs to it") }
                for part in item.parts {
                    Tag.article(.id(part.code)) {
                        if !part.title.isEmpty { Tag.h3(.direction(.auto)) { part.title } }
                        post(part, dates)
                        Tag.p(.style(.byline)) {
                            kind(part.kind)
                            " "
                            Pieces.code(part.code)
                        }
                    }
                }
            }
        ]
    }

    private static func post(_ post: OpenPost, _ dates: PageDates) -> [Markup] {
        MarkupBuilder.buildBlock(
            [Pieces.byline(post.author, post.writtenAt, dates)],
            notes(post).map { note in Tag.p(.style(.note), .direction(.auto)) { note } },
            words(post, dates),
            post.thankedBy.isEmpty
                ? []
                : [
                    Tag.p(.style(.note)) {
                        say("Thanks from \(Language.current.list(post.thankedBy))")
                    }
                ])
    }

    private static func notes(_ post: OpenPost) -> [String] {
        var notes: [String] = []
        if post.isFolded {
            notes.append(say("Its community has folded these words; members can open them."))
        } else if post.title.isEmpty, post.fields.isEmpty {
            notes.append(say("The words were taken back."))
        }
        if post.isAccepted { notes.append(say("Whoever asked accepted this answer.")) }
        if let experience = post.experience {
            notes.append(say("Experience of others: \(experience)"))
        }
        if let state = post.state { notes.append(states.word(for: state)) }
        return notes + post.notes
    }

    private static func words(_ post: OpenPost, _ dates: PageDates) -> [Markup] {
        let body = post.fields.filter { $0.name == "body" }.map { Pieces.words($0.value) }
        let others = post.fields.filter { $0.name != "body" }
        guard !others.isEmpty else { return body }
        return body + [
            Tag.dl {
                for field in others {
                    Tag.dt { fields.word(for: field.name) }
                    Tag.dd { value(field, dates) }
                }
            }
        ]
    }

    private static func value(_ field: ItemField, _ dates: PageDates) -> Markup {
        if ["date", "end", "review", "start"].contains(field.name),
            let moment = Timestamp(text: field.value)
        {
            return dates.element(moment)
        }
        if ["worked", "result"].contains(field.name) {
            return Tag.span { values.word(for: field.value) }
        }
        return Pieces.words(field.value)
    }

    /// What a kind is called.
    static func kind(_ name: String) -> String { kinds.word(for: name) }

    private static let kinds = Vocabulary(
        context: "a kind of record", "question", "answer", "problem", "story", "experiment",
        "outcome", "trial", "event", "session", "value story", "page")

    private static let fields = Vocabulary(
        context: "a field", "applied", "date", "end", "happened", "hypothesis", "immediate",
        "learning", "lesson", "machine", "note", "notes", "outcome", "place", "places",
        "potential", "realised", "reframed", "result", "retry if", "review", "saving",
        "situation", "slot", "start", "stop rule", "tried", "worked", "worst case")

    private static let states = Vocabulary(
        context: "a state", "adopted", "cancelled", "confirmed", "ended", "helps", "idea",
        "in the way", "not confirmed", "open", "over", "parked", "planned", "resolved", "running",
        "settled")

    private static let values = Vocabulary(
        context: "a value", "yes", "no", "worked", "did-not", "inconclusive", "stopped")
}
