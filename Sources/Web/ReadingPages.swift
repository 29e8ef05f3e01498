internal import Languages
internal import LocalProtocol

/// The first page: which communities there are, and what happened.
enum FrontPage {
    static func page(_ front: OpenFront, _ dates: PageDates) -> Page {
        Page(
            title: say("What everybody may read"), frame: front.frame, dates: dates,
            content: [
                Tag.section {
                    Tag.h2 { say("Communities") }
                    if front.communities.isEmpty {
                        Tag.p { say("No community here is open to everybody yet.") }
                    } else {
                        Tag.ul {
                            for community in front.communities { entry(community, dates) }
                        }
                    }
                }
            ] + [Tag.p(.style(.note)) { CommunityPage.period(front.digest, dates) }]
                + Pieces.digest(front.digest, dates, showsPlaces: true))
    }

    private static func entry(_ community: OpenCommunity, _ dates: PageDates) -> Markup {
        Tag.li {
            Tag.h3(.direction(.auto)) {
                Tag.a(.href(.community(community.name.code))) { community.name.name }
            }
            if let about = community.about { Tag.p(.direction(.auto)) { about } }
            Tag.p(.style(.byline)) {
                say(
                    community.questions, one: "\(.count) question",
                    other: "\(.count) questions")
                if let last = community.lastPostAt {
                    ", "
                    say("last words on \(dates.day(last))")
                }
                if community.isArchived {
                    ", "
                    say("archived")
                }
            }
        }
    }
}

/// One community.
enum CommunityPage {
    static func page(_ shown: OpenCommunityPage, _ dates: PageDates) -> Page {
        Page(
            title: shown.community.name.name, isTitleTheirs: true, frame: shown.frame,
            dates: dates,
            content: MarkupBuilder.buildBlock(
                shown.community.about.map { about in [Tag.p(.direction(.auto)) { about }] } ?? [],
                shown.community.isArchived
                    ? [Tag.p(.style(.note)) { say("Its members have archived it.") }] : [],
                shown.charter.map { charter in
                    [
                        Tag.section {
                            Tag.h2 { say("Charter") }; Pieces.words(charter)
                        }
                    ]
                } ?? [],
                [Tag.p(.style(.note)) { period(shown.digest, dates) }],
                Pieces.digest(shown.digest, dates, showsPlaces: false),
                [Pieces.reply(nil)]))
    }

    /// The days that a digest is about.
    static func period(_ digest: Digest, _ dates: PageDates) -> String {
        say("What happened from \(dates.day(digest.from)) to \(dates.day(digest.until))")
    }
}

/// What holds some words.
enum FindPage {
    static func page(_ found: OpenFindings?, words: String, _ frame: OpenFrame, _ dates: PageDates)
        -> Page
    {
        Page(
            title: say("Search"), frame: frame, dates: dates, sought: words,
            content: found.map { result($0, words, dates) }
                ?? [Tag.p { say("Type the words that you look for.") }])
    }

    private static func result(
        _ found: OpenFindings, _ words: String, _ dates: PageDates
    ) -> [Markup] {
        guard !found.hits.isEmpty else {
            return [Tag.p { say("Nothing that everybody may read holds “\(words)”.") }]
        }
        return MarkupBuilder.buildBlock(
            found.correction.map { correction in
                [Tag.p { say("Nothing holds “\(words)”; this is what holds \(correction).") }]
            } ?? [],
            [Tag.ul { for hit in found.hits { entry(hit, dates) } }])
    }

    private static func entry(_ hit: OpenHit, _ dates: PageDates) -> Markup {
        Tag.li {
            Tag.h3(.direction(.auto)) {
                Tag.a(.href(.item(hit.code))) { hit.title.isEmpty ? hit.code : hit.title }
            }
            Tag.p(.direction(.auto)) {
                for piece in hit.snippet {
                    if piece.isMatch { Tag.mark { piece.text } } else { piece.text }
                }
            }
            Tag.p(.style(.byline)) {
                Pieces.author(hit.author)
                ", "
                dates.element(hit.writtenAt)
                ", "
                Pieces.code(hit.code)
                ", "
                Pieces.place(hit.community)
            }
        }
    }

    /// The field for the words.
    static func form(_ words: String) -> Markup {
        Tag.form(.action(.find(nil))) {
            Tag.label(.of("words")) { say("Search") }
            Tag.input(
                .id("words"), .name("q"), .type("search"), .longest(200), .value(words),
                .direction(.auto))
            Tag.button(.type("submit")) { say("Find") }
        }
    }
}

/// How to write, and what this is.
enum HelpPage {
    static func page(_ frame: OpenFrame, _ dates: PageDates) -> Page {
        Page(
            title: say("How to write, and what this is"), frame: frame, dates: dates,
            content: [
                Pieces.reply(nil),
                Tag.section {
                    Tag.h2 { say("Codes") }
                    Tag.p {
                        say(
                            "Everything has a short code, such as Q-7F3KD. Printed sheets carry it "
                                + "too. The search field finds words, and the address /q/ with the "
                                + "five characters behind the dash shows the item itself.")
                    }
                },
                Tag.section {
                    Tag.h2 { say("What you see") }
                    Tag.p {
                        say(
                            "The words of communities that are open to everybody, as one computer "
                                + "of your colleagues holds them. Nothing comes from the Internet, "
                                + "and nothing goes there.")
                    }
                    Tag.p {
                        say(
                            "What is listed or private is not here, nor who read what. What a "
                                + "community has folded stays folded, and what somebody took back "
                                + "is gone.")
                    }
                },
                Tag.section {
                    Tag.h2 { say("What others see") }
                    Tag.p {
                        say(
                            "This page comes without encryption: whoever runs the network can see "
                                + "what you read here. It needs no name and no password, and keeps "
                                + "no list of who asked for what.")
                    }
                },
            ])
    }
}
