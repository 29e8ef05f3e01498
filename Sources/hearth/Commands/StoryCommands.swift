internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth story`.
struct StoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "story", "Tell what happened, so that a colleague can use it.",
        examples: [
            "hearth story new \"The seal that only leaked at night\" --lesson \"Look at the wash\""
        ],
        subcommands: [New.self, List.self])

    /// The command `hearth story new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Tell a story: the situation, what you tried, what happened, the lesson.",
            notes: "All parts but the title may be left out; a near miss is worth a story.",
            examples: [
                "hearth story new \"The seal that only leaked at night\" "
                    + "--situation \"Press 4, after wash-down\" --tried \"New seal, twice\" "
                    + "--happened \"The wash was 80 °C at night\" --lesson \"Measure the wash\"",
                "hearth story new \"How it sounds before it breaks\" --attach bearing.ogg",
            ])

        @Argument(help: .say("The story in a line."))
        var title: String
        @Option(help: .say("How it was; - reads it from standard input."))
        var situation: String?
        @Option(help: .say("What you tried."))
        var tried: String?
        @Option(help: .say("What happened."))
        var happened: String?
        @Option(help: .say("What you would tell a colleague."))
        var lesson: String?
        @Option(help: .say("success, near-miss or failure."))
        var outcome: String?
        @Option(help: .say("Where it was."))
        var place: String?
        @Option(
            name: .customLong("inspired-by"), help: .say("Short code of what gave you the idea."))
        var inspiredBy: [String] = []
        @OptionGroup var home: PlaceOptions
        @OptionGroup var attachments: AttachOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let files = try attachments.paths()
            var fields = ItemFields()
            fields.add("title", title)
            fields.add("situation", try TextInput.words(situation))
            fields.add("tried", tried)
            fields.add("happened", happened)
            fields.add("lesson", lesson)
            fields.add("outcome", outcome)
            fields.add("place", place)
            fields.add("inspired_by", each: inspiredBy)
            fields.add("tags", each: home.tags)
            try await session.publish(
                .story, fields, community: home.community, attaching: files, say("Told"))
        }
    }

    /// The command `hearth story list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List stories, newest first.", examples: ["hearth story list --tag press"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.story),
                empty: say("No story here. Tell one: hearth story new \"…\""))
        }
    }
}

/// The command `hearth worked`.
struct WorkedCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "worked", "Say whether an answer or a story worked for you, and where.",
        notes: "Yes and no stand beside each other; nothing is averaged.",
        examples: [
            "hearth worked A-9C2MX yes --machine \"Press 4\" --date 2027-05-12",
            "hearth worked A-9C2MX no --machine \"Press 7\" --note \"sealed type\"",
        ])

    enum Verdict: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @Argument(help: .say("Short code of the answer or story."))
    var post: String
    @Argument(help: .say("yes or no."))
    var verdict: Verdict
    @Option(help: .say("On which machine or where."))
    var machine: String?
    @Option(help: .say("When, such as 2027-05-12."))
    var date: String?
    @Option(help: .say("A line beside it."))
    var note: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        var fields = ItemFields()
        fields.add("of", post)
        fields.add("worked", verdict.rawValue)
        fields.add("machine", machine)
        fields.add("date", try date.map { try LocalMoment.read($0) })
        fields.add("note", note)
        try await session.publish(.trial, fields, say("Noted as"))
    }
}

/// The command `hearth suggest`.
struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "suggest", "Suggest other words for what a colleague wrote; its author decides.",
        examples: ["hearth suggest words A-9C2MX \"Bearing, not belt. Regrease before the wash.\""],
        subcommands: [Words.self, Take.self])

    /// The command `hearth suggest words`.
    struct Words: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "words", "Suggest other words.",
            examples: ["hearth suggest words A-9C2MX \"Regrease before the wash.\" --field body"])

        @Argument(help: .say("Short code of what you suggest them for."))
        var post: String
        @Argument(help: .say("The words; - reads them from standard input."))
        var text: String
        @Option(help: .say("Which part of it: title, body, lesson, …"))
        var field = "body"
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("to", post)
            fields.add("field", field)
            fields.add("text", try TextInput.words(text))
            try await session.publish(.suggestion, fields, say("Suggested"))
        }
    }

    /// The command `hearth suggest take`.
    struct Take: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "take", "Take suggested words over into your own, with thanks to who suggested them.",
            examples: ["hearth suggest take I-7F3KD"])

        @Argument(help: .say("Short code of the suggestion."))
        var suggestion: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let found = try await session.client.call(
                Routes.item, ItemReference(reference: suggestion, part: true))
            func field(_ name: String) -> String {
                found.item.fields.first { $0.name == name }?.value ?? ""
            }
            var taken = ItemFields()
            taken.add(field("field"), field("text"))
            let saved = try await session.client.call(
                Routes.changeItem, ItemChangeRequest(reference: field("to"), set: taken.fields))
            var mark = ItemFields()
            mark.add("taken", "yes")
            _ = try await session.client.call(
                Routes.changeItem, ItemChangeRequest(reference: suggestion, set: mark.fields))
            try session.print(saved) { PostReport.lines(saved, say("Changed"), $0) }
        }
    }
}

/// The command `hearth value`.
struct ValueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "value", "Tell what came of it all, and confirm what others tell.",
        notes: "No part has to come before another; nobody is counted.",
        examples: ["hearth value new \"Wash at 60 °C\" --realised \"12 h a month\""],
        subcommands: [New.self, List.self, Confirm.self])

    /// The command `hearth value new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Tell a value story.",
            examples: [
                "hearth value new \"Wash at 60 °C\" --applied \"wash set to 60 °C\" "
                    + "--realised \"12 h a month\" --about X-7F3KD"
            ])

        @Argument(help: .say("The story in a line."))
        var title: String
        @Option(help: .say("What was good at once."))
        var immediate: String?
        @Option(help: .say("What it may be good for."))
        var potential: String?
        @Option(help: .say("What was done with it."))
        var applied: String?
        @Option(help: .say("What came of that."))
        var realised: String?
        @Option(help: .say("What is seen differently now."))
        var reframed: String?
        @Option(help: .say("What it saves, as an estimate that somebody else confirms."))
        var saving: String?
        @Option(help: .say("Short code of what it goes back to; may be given several times."))
        var about: [String] = []
        @OptionGroup var home: PlaceOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("title", title)
            fields.add("immediate", immediate)
            fields.add("potential", potential)
            fields.add("applied", applied)
            fields.add("realised", realised)
            fields.add("reframed", reframed)
            fields.add("saving", saving)
            fields.add("about", each: about)
            fields.add("tags", each: home.tags)
            try await session.publish(.valueStory, fields, community: home.community, say("Told"))
        }
    }

    /// The command `hearth value list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List value stories, newest first.",
            examples: ["hearth value list --community Bearings"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.valueStory),
                empty: say("No value story here. Tell one: hearth value new \"…\""))
        }
    }

    /// The command `hearth value confirm`.
    struct Confirm: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "confirm", "Confirm a value story that is about your work too.",
            examples: ["hearth value confirm Y-7F3KD"])

        @Argument(help: .say("Short code of the value story."))
        var story: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("confirms", "yes")
            try await session.change(story, set: fields, say("Confirmed"))
        }
    }
}

/// The command `hearth accept`.
struct AcceptCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "accept", "Accept an answer to your own question; the others stay.",
        examples: ["hearth accept A-9C2MX"])

    @Argument(help: .say("Short code of the answer."))
    var answer: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let shown = try await session.client.call(
            Routes.show, ShowRequest(reference: answer, collapsed: true))
        guard let thread = shown.thread, let code = shown.focus else {
            throw ServiceError(.usage, "\(answer) is no answer.")
        }
        var fields = ItemFields()
        fields.add("accepted", code)
        try await session.change(thread.question.code, set: fields, say("Accepted an answer to"))
    }
}
