internal import Languages
internal import LocalProtocol

/// How questions, answers and thanks look to a person.
enum PostReport {
    /// What stands for the title of a question whose words are folded.
    private static var foldedTitle: String { say("(collapsed question)") }

    /// What `hearth show` prints of a question with its answers and thanks.
    static func lines(_ thread: QuestionThread, focus: String?, _ style: Style) -> [String] {
        let question = thread.question
        let isFolded = question.folding != nil && question.title == nil
        var lines = [style.bold(isFolded ? foldedTitle : title(question.title ?? ""))]
        lines.append(style.faint(PlainText.line(thread.community.name)) + tags(question, style))
        for note in thread.notes ?? [] { lines.append(style.yellow(PlainText.line(note))) }
        if let codes = thread.sameAs {
            lines.append(style.faint(say("asks the same: \(Style.list(codes))")))
        }
        lines += post(question, focus: focus, style)
        let count =
            thread.answers.isEmpty
            ? say("No answer yet")
            : say(thread.answers.count, one: "\(.count) answer", other: "\(.count) answers")
        lines += ["", style.bold(count)]
        for answer in thread.answers {
            lines += [""] + post(answer, focus: focus, style)
        }
        if thread.answers.isEmpty {
            lines += ["", say("Answer it: hearth answer \(question.code) \"…\"")]
        }
        return lines
    }

    /// A title; a person who left may have taken the words along.
    private static func title(_ text: String) -> String {
        text.isEmpty ? say("(no longer shown)") : PlainText.line(text)
    }

    private static func post(_ post: Post, focus: String?, _ style: Style) -> [String] {
        let marker = focus == post.code ? style.cyan("> ") : ""
        var head =
            marker + style.cyan(post.code) + "  " + byline(post.author, style) + style.faint(", ")
            + style.moment(post.writtenAt)
        if let edited = post.editedAt {
            head += style.faint(", " + say("edited \(style.moment(edited))"))
        }
        var lines = [head]
        if let folding = post.folding {
            let isOpen = post.title != nil || !post.body.isEmpty
            lines.append("    " + notice(folding, isOpen: isOpen, style))
        }
        if post.isAccepted == true { lines.append("    " + style.green(say("accepted"))) }
        if let experience = post.experience {
            lines.append("    " + style.green(PlainText.line(experience)))
        }
        if let mark = post.mark { lines.append("    " + style.yellow(PlainText.line(mark))) }
        lines += body(post, style)
        if let codes = post.suggestions, !codes.isEmpty {
            lines.append("    " + style.faint(say("suggested: \(Style.list(codes))")))
        }
        for thanks in post.thanks {
            let isOpen = !thanks.text.isEmpty
            let folded = thanks.folding.map { " " + notice($0, isOpen: isOpen, style) } ?? ""
            lines.append(
                "    "
                    + self.thanks(
                        from: byline(thanks.author, style), PlainText.line(thanks.text), style)
                    + folded)
        }
        return lines
    }

    /// A line of thanks, with words if there are any.
    static func thanks(from name: String, _ words: String, _ style: Style) -> String {
        let thanks = style.green(say("thanks"))
        return words.isEmpty
            ? say("\(thanks) from \(name)") : say("\(thanks) from \(name): \(words)")
    }

    private static func body(_ post: Post, _ style: Style) -> [String] {
        guard !post.body.isEmpty else { return [] }
        return PlainText.block(post.body).split(
            separator: "\n", omittingEmptySubsequences: false
        ).flatMap { paragraph in
            style.width.map { DisplayWidth.wrapped(String(paragraph), to: $0 - 4) }
                ?? [String(paragraph)]
        }.map { $0.isEmpty ? "" : "    " + $0 }
    }

    /// `[collapsed: hidden by 2: unkind; read it: hearth show … --collapsed]`.
    static func notice(_ folding: Folding, isOpen: Bool, _ style: Style) -> String {
        let sentence = PlainText.line(folding.sentence)
        let how = PlainText.line(folding.howToRead)
        return style.yellow(
            isOpen
                ? say("[opened: \(sentence)]") : say("[collapsed: \(sentence); read it: \(how)]"))
    }

    private static func byline(_ author: Byline, _ style: Style) -> String {
        let name = style.bold(name(author))
        guard author.isImported else {
            return name + scribe(author, style) + via(author, style)
        }
        let note =
            author.person.map { say("(imported by \(PlainText.line($0.name)))") }
            ?? say("(imported)")
        return name + style.faint(" " + note)
    }

    /// Who is named for words: the author, or the one for whom they wrote.
    static func name(_ author: Byline) -> String {
        PlainText.line(
            author.onBehalf.flatMap { $0.claimedBy?.name ?? $0.name } ?? author.name)
    }

    /// Who wrote down what somebody else said.
    static func scribe(_ author: Byline, _ style: Style) -> String {
        guard let behalf = author.onBehalf else { return "" }
        let isNamed = behalf.claimedBy != nil || behalf.name != nil
        return style.faint(
            isNamed
                ? ", " + say("written by \(PlainText.line(author.name))")
                : " " + say("for somebody else"))
    }

    /// The shared terminal at which something was written.
    static func via(_ author: Byline, _ style: Style) -> String {
        author.via.map { style.faint(" " + say("via \(PlainText.line($0))")) } ?? ""
    }

    private static func tags(_ post: Post, _ style: Style) -> String {
        post.tags.isEmpty
            ? ""
            : style.faint("  " + post.tags.map { "#" + PlainText.line($0) }.joined(separator: " "))
    }

    /// What `hearth list` prints.
    static func lines(_ list: QuestionList, _ style: Style) -> [String] {
        guard !list.questions.isEmpty else {
            return [say("No question here. Ask one: hearth ask \"…\"")]
        }
        var table = Table([
            ("CODE", .left), ("ASKED", .left), ("ANSWERS", .right), ("BY", .left),
            ("COMMUNITY", .left), ("QUESTION", .left),
        ])
        for question in list.questions {
            table.add(
                question.code, style.day(question.writtenAt), Style.number(question.answers),
                DisplayWidth.cut(name(question.author), to: 20),
                DisplayWidth.cut(PlainText.line(question.community.name), to: 20),
                title(question))
        }
        return table.lines(style)
            + (list.next.map { ["", style.faint(say("More: add --before \($0)"))] } ?? [])
    }

    private static func title(_ question: QuestionSummary) -> String {
        guard let folding = question.folding else { return title(question.title) }
        let title = question.title.isEmpty ? "" : question.title + " "
        return title + say("[collapsed: \(folding.sentence)]")
    }

    /// What `hearth search` prints.
    static func lines(_ results: SearchResults, for text: String, _ style: Style) -> [String] {
        guard !results.hits.isEmpty else {
            return [say("Nothing here holds \"\(PlainText.line(text))\".")]
        }
        var lines: [String] = []
        if let correction = results.correction {
            lines.append(
                say(
                    "Nothing here holds \"\(PlainText.line(text))\"; this holds "
                        + "\"\(PlainText.line(correction))\":"))
        }
        for hit in results.hits {
            let name = Words.kind(hit.kind.rawValue)
            let kind =
                hit.question != hit.code
                ? style.faint(" " + say("(\(name) to \(hit.question))"))
                : hit.kind == .question ? "" : style.faint(" (\(name))")
            lines.append(
                style.cyan(hit.code) + "  "
                    + style.bold(
                        hit.title.isEmpty && hit.folding != nil ? foldedTitle : title(hit.title))
                    + kind)
            let snippet = hit.snippet.map { piece in
                let words = PlainText.line(piece.text, keepsEdges: true)
                return piece.isMatch ? style.yellow(words) : words
            }.joined()
            if !snippet.isEmpty { lines.append("    " + snippet) }
            if let folding = hit.folding {
                lines.append("    " + notice(folding, isOpen: !snippet.isEmpty, style))
            }
            lines.append(
                style.faint(
                    "    \(PlainText.line(hit.author.name)), \(style.day(hit.writtenAt)), "
                        + (hit.community.map { PlainText.line($0.name) } ?? say("for everybody"))))
        }
        return lines
            + (results.next.map { ["", style.faint(say("More: add --before \($0)"))] } ?? [])
    }

    /// What is said after a write.
    static func lines(_ saved: Saved, _ verb: String, _ style: Style) -> [String] {
        let code = style.cyan(saved.code)
        let done =
            saved.community.map { say("\(verb) \(code) in \(PlainText.line($0.name))") }
            ?? say("\(verb) \(code)")
        let slip = saved.slip.map {
            [
                say(
                    "The slip for them, shown once: \($0)  (hearth claim \(saved.code) \($0))"
                )
            ]
        }
        let files = FileReport.lines(attached: saved.files ?? [], style)
        return [done] + files + (slip ?? []) + [saved.durability.sentence]
    }

    /// What `hearth show` prints of anything.
    static func lines(_ shown: Shown, _ style: Style) -> [String] {
        words(shown, style) + (shown.files.map { FileReport.lines($0, style) } ?? [])
    }

    private static func words(_ shown: Shown, _ style: Style) -> [String] {
        if let thread = shown.thread { return lines(thread, focus: shown.focus, style) }
        if let community = shown.community { return CommunityReport.lines(community, style) }
        if let person = shown.person { return StatusReport.lines(person, style) }
        if let item = shown.item { return ItemReport.lines(item, style) }
        if let proposal = shown.proposal { return ProposalReport.lines(proposal, style) }
        if let handover = shown.handover { return HandoverReport.lines(handover, style) }
        return [
            say("hearthd found something that this version of hearth can't show: use --json")
        ]
    }
}
