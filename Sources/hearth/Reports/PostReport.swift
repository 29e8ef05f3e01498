internal import LocalProtocol

/// How questions, answers and thanks look to a person.
enum PostReport {
    /// What stands for the title of a question whose words are folded.
    private static let foldedTitle = "(collapsed question)"

    /// What `hearth show` prints of a question with its answers and thanks.
    static func lines(_ thread: QuestionThread, focus: String?, _ style: Style) -> [String] {
        let question = thread.question
        let isFolded = question.folding != nil && question.title == nil
        var lines = [style.bold(isFolded ? foldedTitle : title(question.title ?? ""))]
        lines.append(style.faint(PlainText.line(thread.community.name)) + tags(question, style))
        for note in thread.notes ?? [] { lines.append(style.yellow(PlainText.line(note))) }
        if let codes = thread.sameAs {
            lines.append(style.faint("asks the same: \(codes.joined(separator: ", "))"))
        }
        lines += post(question, focus: focus, style)
        let count =
            thread.answers.isEmpty ? "No answer yet" : Style.count(thread.answers.count, "answer")
        lines += ["", style.bold(count)]
        for answer in thread.answers {
            lines += [""] + post(answer, focus: focus, style)
        }
        if thread.answers.isEmpty {
            lines += ["", "Answer it: hearth answer \(question.code) \"…\""]
        }
        return lines
    }

    /// A title; a person who left may have taken the words along.
    private static func title(_ text: String) -> String {
        text.isEmpty ? "(no longer shown)" : PlainText.line(text)
    }

    private static func post(_ post: Post, focus: String?, _ style: Style) -> [String] {
        let marker = focus == post.code ? style.cyan("> ") : ""
        var head =
            marker + style.cyan(post.code) + "  " + byline(post.author, style) + style.faint(", ")
            + style.moment(post.writtenAt)
        if let edited = post.editedAt {
            head += style.faint(", edited \(style.moment(edited))")
        }
        var lines = [head]
        if let folding = post.folding {
            let isOpen = post.title != nil || !post.body.isEmpty
            lines.append("    " + notice(folding, isOpen: isOpen, style))
        }
        if post.isAccepted == true { lines.append("    " + style.green("accepted")) }
        if let experience = post.experience {
            lines.append("    " + style.green(PlainText.line(experience)))
        }
        if let mark = post.mark { lines.append("    " + style.yellow(PlainText.line(mark))) }
        lines += body(post, style)
        if let codes = post.suggestions, !codes.isEmpty {
            lines.append("    " + style.faint("suggested: \(codes.joined(separator: ", "))"))
        }
        for thanks in post.thanks {
            let isOpen = !thanks.text.isEmpty
            let words = isOpen ? ": " + PlainText.line(thanks.text) : ""
            let folded = thanks.folding.map { " " + notice($0, isOpen: isOpen, style) } ?? ""
            lines.append(
                "    " + style.green("thanks")
                    + " from \(byline(thanks.author, style))\(words)\(folded)")
        }
        return lines
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
        let start = isOpen ? "opened" : "collapsed"
        let end = isOpen ? "" : "; read it: \(PlainText.line(folding.howToRead))"
        return style.yellow("[\(start): \(PlainText.line(folding.sentence))\(end)]")
    }

    private static func byline(_ author: Byline, _ style: Style) -> String {
        let name = style.bold(name(author))
        guard author.isImported else {
            return name + scribe(author, style) + via(author, style)
        }
        let importer = author.person.map { " by " + PlainText.line($0.name) } ?? ""
        return name + style.faint(" (imported\(importer))")
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
            isNamed ? ", written by \(PlainText.line(author.name))" : " for somebody else")
    }

    /// The shared terminal at which something was written.
    static func via(_ author: Byline, _ style: Style) -> String {
        author.via.map { style.faint(" via \(PlainText.line($0))") } ?? ""
    }

    private static func tags(_ post: Post, _ style: Style) -> String {
        post.tags.isEmpty
            ? ""
            : style.faint("  " + post.tags.map { "#" + PlainText.line($0) }.joined(separator: " "))
    }

    /// What `hearth list` prints.
    static func lines(_ list: QuestionList, _ style: Style) -> [String] {
        guard !list.questions.isEmpty else {
            return ["No question here. Ask one: hearth ask \"…\""]
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
            + (list.next.map { ["", style.faint("More: add --before \($0)")] } ?? [])
    }

    private static func title(_ question: QuestionSummary) -> String {
        guard let folding = question.folding else { return title(question.title) }
        let title = question.title.isEmpty ? "" : question.title + " "
        return "\(title)[collapsed: \(folding.sentence)]"
    }

    /// What `hearth search` prints.
    static func lines(_ results: SearchResults, for text: String, _ style: Style) -> [String] {
        guard !results.hits.isEmpty else {
            return ["Nothing here holds \"\(PlainText.line(text))\"."]
        }
        var lines: [String] = []
        if let correction = results.correction {
            lines.append(
                "Nothing here holds \"\(PlainText.line(text))\"; this holds "
                    + "\"\(PlainText.line(correction))\":")
        }
        for hit in results.hits {
            let name = hit.kind.rawValue.replacing("_", with: " ")
            let kind =
                hit.question != hit.code
                ? style.faint(" (\(name) to \(hit.question))")
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
                        + (hit.community.map { PlainText.line($0.name) } ?? "for everybody")))
        }
        return lines + (results.next.map { ["", style.faint("More: add --before \($0)")] } ?? [])
    }

    /// What is said after a write.
    static func lines(_ saved: Saved, _ verb: String, _ style: Style) -> [String] {
        let place = saved.community.map { " in " + PlainText.line($0.name) } ?? ""
        let slip = saved.slip.map {
            ["The slip for them, shown once: \($0)  (hearth claim \(saved.code) \($0))"]
        }
        return ["\(verb) \(style.cyan(saved.code))\(place)"] + (slip ?? [])
            + [saved.durability.sentence]
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
        return ["hearthd found something that this version of hearth can't show: use --json"]
    }
}
