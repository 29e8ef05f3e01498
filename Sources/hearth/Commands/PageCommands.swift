internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth page`.
struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "page", "Write together what your community holds to be so.",
        notes: "Everybody in the community may edit a page; nothing that was written is lost.",
        examples: [
            "hearth page new \"Washing press 4\" --community Bearings",
            "hearth page edit PG-7F3KD",
        ],
        subcommands: [
            New.self, Show.self, List.self, Edit.self, Change.self, Valid.self, History.self,
            Blame.self, Diff.self, Restore.self,
        ])

    /// The command `hearth page new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Begin a page; without a text, in your editor.",
            examples: [
                "hearth page new \"Washing press 4\" \"60 °C, never more.\" --tag press",
                "hearth page new \"Which grease where\" - --review 2027-06-01 < grease.md",
            ])

        @Argument(help: .say("The title."))
        var title: String
        @Argument(help: .say("The text, in Markdown; - reads it from standard input."))
        var text: String?
        @Option(name: .customLong("source"), help: .say("Short code of what it is made from."))
        var sources: [String] = []
        @Option(
            help: .say("When somebody shall look whether it is still right, such as 2027-06-01."))
        var review: String?
        @Option(help: .say("Where it is about."))
        var place: String?
        @OptionGroup var home: PlaceOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var words = try TextInput.words(text)
            if words == nil, Terminal.isInputTerminal, Terminal.isOutputTerminal {
                words = try TextInput.edited("", missing: say("The text is missing."))
            }
            let saved = try await session.client.call(
                Routes.createPage,
                NewPageRequest(
                    title: title, text: words, community: home.community,
                    tags: home.tags.isEmpty ? nil : home.tags,
                    sources: sources.isEmpty ? nil : sources,
                    review: try review.map { try LocalMoment.read($0) }.flatMap {
                        Timestamp(text: $0)
                    },
                    place: place))
            try session.print(saved) { PostReport.lines(saved, say("Began"), $0) }
        }
    }

    /// The command `hearth page show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show a page, as it is or as it was.",
            examples: ["hearth page show PG-7F3KD", "hearth page show PG-7F3KD --at 3f9a02c1"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Option(help: .say("A revision of `hearth page history`."))
        var at: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let shown = try await session.client.call(
                Routes.page, PageReference(reference: page, at: at))
            try session.print(shown) { PageReport.lines(shown, $0) }
        }
    }

    /// The command `hearth page list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List pages, newest first.", examples: ["hearth page list --tag press"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.page), empty: say("No page here. Begin one: hearth page new \"…\"")
            )
        }
    }

    /// The command `hearth page edit`.
    struct Edit: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "edit", "Change the text of a page; without a new one, in your editor.",
            notes: "What colleagues write meanwhile stays, and yours is merged with it.",
            examples: [
                "hearth page edit PG-7F3KD", "hearth page edit PG-7F3KD - < washing.md",
            ])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Argument(help: .say("The whole new text; - reads it from standard input."))
        var text: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let before = try await session.client.call(
                Routes.page, PageReference(reference: page))
            let words =
                try TextInput.words(text)
                ?? TextInput.edited(before.text, missing: say("The new text is missing."))
            try await session.edit(before, into: words)
        }
    }

    /// The command `hearth page change`.
    struct Change: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "change", "Change what stands around the text of a page.",
            examples: ["hearth page change PG-7F3KD --title \"Washing press 4 and 7\" --tag press7"]
        )

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Option(help: .say("The new title."))
        var title: String?
        @Option(help: .say("When somebody shall look whether it is still right."))
        var review: String?
        @Option(name: .customLong("tag"), help: .say("A further tag; may be given several times."))
        var tags: [String] = []
        @Option(name: .customLong("source"), help: .say("A further source."))
        var sources: [String] = []
        @Flag(name: .customLong("look-after"), help: .say("Say that you look after it."))
        var looksAfter = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var set = ItemFields()
            set.add("title", title)
            set.add("review", try review.map { try LocalMoment.read($0) })
            if looksAfter { set.add("looks_after", "yes") }
            var more = ItemFields()
            more.add("tags", each: tags)
            more.add("sources", each: sources)
            try await session.change(page, set: set, add: more, say("Changed"))
        }
    }

    /// The command `hearth page valid`.
    struct Valid: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "valid", "Say that a page is still right today.",
            examples: ["hearth page valid PG-7F3KD --review 2027-12-01"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Option(help: .say("When somebody shall look again."))
        var review: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var set = ItemFields()
            set.add(
                "still_valid", Terminal.now(ProcessInfo.processInfo.environment).text)
            set.add("review", try review.map { try LocalMoment.read($0) })
            try await session.change(page, set: set, say("Still valid:"))
        }
    }
}
