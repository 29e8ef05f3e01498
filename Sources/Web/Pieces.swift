internal import Languages
internal import LocalProtocol

/// Parts that several pages have.
enum Pieces {
    /// Most characters of one text on a page; what is longer is cut, and said to be.
    static let longestText = 60_000

    /// Somebody's words: paragraphs, each in the direction of its first letter.
    static func words(_ text: String) -> Markup {
        let shown = text.count > longestText ? text.prefix(longestText) + "…" : text[...]
        let lines = shown.split(omittingEmptySubsequences: false) { $0.isNewline }
        let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
        return Tag.div(.style(.words)) {
            for paragraph in paragraphs {
                Tag.p(.direction(.auto)) {
                    for (number, line) in paragraph.enumerated() {
                        if number > 0 { Tag.br() }
                        String(line)
                    }
                }
            }
        }
    }

    /// Who wrote something, and when: the name comes first.
    static func byline(_ author: Byline, _ moment: Timestamp, _ dates: PageDates) -> Markup {
        Tag.p(.style(.byline)) {
            self.author(author)
            ", "
            dates.element(moment)
        }
    }

    /// Who is named for words.
    static func author(_ author: Byline) -> [Markup] {
        let behalf = author.onBehalf
        let spoken = behalf.flatMap { $0.claimedBy?.name ?? $0.name }
        return MarkupBuilder.buildBlock(
            [Tag.bdi { spoken ?? author.name }],
            behalf == nil || spoken == nil
                ? [] : [.words(", "), .words(say("written by \(author.name)"))],
            author.isImported ? [.words(" "), .words(say("(imported)"))] : [],
            author.via.map { [.words(", "), .words(say("via \($0)"))] } ?? [])
    }

    /// Where something stands.
    static func place(_ community: CommunityName?) -> Markup {
        if let community {
            Tag.a(.href(.community(community.code)), .direction(.auto)) { community.name }
        } else {
            Tag.span { say("on the wall of the workplace") }
        }
    }

    /// A code that leads to its item.
    static func code(_ code: String) -> Markup {
        Tag.bdi(.style(.code), .direction(.ltr)) { code }
    }

    /// The parts of a digest; a sentence when it has none.
    static func digest(
        _ digest: Digest, _ dates: PageDates, showsPlaces: Bool
    ) -> [Markup] {
        guard !digest.sections.isEmpty else {
            return [Tag.p { say("It was quiet.") }]
        }
        return digest.sections.map { section in
            Tag.section {
                Tag.h2 { heading(section.topic) }
                Tag.ul {
                    for entry in section.entries { self.entry(entry, dates, showsPlaces) }
                }
                if section.hasMore {
                    Tag.p(.style(.note)) { say("There is more; search finds it.") }
                }
            }
        }
    }

    private static func entry(
        _ entry: DigestEntry, _ dates: PageDates, _ showsPlace: Bool
    ) -> Markup {
        Tag.li {
            Tag.h3(.direction(.auto)) { Tag.a(.href(.item(entry.code))) { entry.title } }
            if let line = entry.line, !line.isEmpty { Tag.p(.direction(.auto)) { line } }
            Tag.p(.style(.byline)) {
                author(entry.author)
                ", "
                dates.element(entry.date)
                ", "
                code(entry.code)
                if showsPlace {
                    ", "
                    place(entry.community)
                }
            }
        }
    }

    private static func heading(_ topic: DigestTopic) -> String {
        switch topic {
        case .openQuestions: say("Open questions")
        case .answered: say("Answered", context: "a heading")
        case .learned: say("What we tried and learned, also the hard way")
        case .thanks: say("Thanks", context: "a heading")
        case .events: say("Coming up")
        case .problems: say("Problems that want hands")
        }
    }

    /// How to answer, where nothing can be written.
    ///
    /// - Parameter code: What to write on a slip; `nil` where nothing particular is answered.
    static func reply(_ code: String?) -> Markup {
        Tag.section(.style(.reply)) {
            Tag.h2 { say("To reply") }
            Tag.p {
                code.map {
                    say(
                        "At the shared terminal, or with a slip: write \($0) and your words on a "
                            + "piece of paper and give it to a colleague who has Hearth.")
                }
                    ?? say(
                        "At the shared terminal, or with a slip: write the code and your words on "
                            + "a piece of paper and give it to a colleague who has Hearth.")
            }
            Tag.p { say("Over plain http nothing can be written.") }
        }
    }
}
