internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth experiment`.
struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "experiment", "Try something out where it is safe to, and say what you learned.",
        notes: "No one has to approve one; none ends without what was learned.",
        examples: [
            "hearth experiment new \"Ceramic seal on press 4\" --worst \"2 h downtime\" "
                + "--stop \"any leak\" --review 2027-07-01",
            "hearth experiment start X-7F3KD",
            "hearth experiment end X-7F3KD --outcome did-not "
                + "--learning \"Cracks under thermal shock\" --retry-if \"wash is below 60 °C\"",
        ],
        subcommands: [New.self, List.self, Start.self, End.self, Reuse.self], aliases: ["exp"])

    /// The command `hearth experiment new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Say what you want to try, what the worst is, and when to stop.",
            examples: [
                "hearth experiment new \"Ceramic seal on press 4\" --worst \"2 h downtime\" "
                    + "--stop \"any leak\" --review 2027-07-01 --problem N-7F3KD"
            ])

        @Argument(help: .say("What you want to try, in a line."))
        var title: String
        @Option(help: .say("The worst that can happen."))
        var worst: String
        @Option(help: .say("What makes you stop."))
        var stop: String?
        @Option(help: .say("When to look at it, such as 2027-07-01."))
        var review: String?
        @Option(help: .say("What you expect; - reads it from standard input."))
        var hypothesis: String?
        @Option(help: .say("Where."))
        var place: String?
        @Option(
            name: .customLong("problem"), help: .say("Short code of the problem that it is for."))
        var problems: [String] = []
        @OptionGroup var home: PlaceOptions
        @OptionGroup var similar: SimilarPrompt
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            guard try await similar.goesOn(with: title, in: session) else { return }
            var fields = ItemFields()
            fields.add("title", title)
            fields.add("worst_case", worst)
            fields.add("stop_rule", stop)
            fields.add("review", try review.map { try LocalMoment.read($0) })
            fields.add("hypothesis", try TextInput.words(hypothesis))
            fields.add("place", place)
            fields.add("problems", each: problems)
            fields.add("tags", each: home.tags)
            try await session.publish(
                .experiment, fields, community: home.community, say("Planned"))
        }
    }

    /// The command `hearth experiment list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List experiments, newest first.",
            examples: ["hearth experiment list --state running"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.experiment),
                empty: say(
                    "No experiment here. Plan one: hearth experiment new \"…\" --worst \"…\""))
        }
    }

    /// The command `hearth experiment start`.
    struct Start: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "start", "Say that your experiment runs.", examples: ["hearth experiment start X-7F3KD"]
        )

        @Argument(help: .say("Short code of the experiment."))
        var experiment: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("started", "yes")
            try await session.change(experiment, set: fields, say("Started"))
        }
    }

    /// The command `hearth experiment end`.
    struct End: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "end", "Say how your experiment ended, and what you learned.",
            examples: [
                "hearth experiment end X-7F3KD --outcome did-not "
                    + "--learning \"Cracks under thermal shock\" --retry-if \"wash is below 60 °C\""
            ])

        @Argument(help: .say("Short code of the experiment."))
        var experiment: String
        @Option(help: .say("worked, did-not, inconclusive or stopped."))
        var outcome: String
        @Option(help: .say("What you learned; - reads it from standard input."))
        var learning: String?
        @Option(help: .say("What would have to be otherwise to try it again."))
        var retryIf: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            guard let words = try TextInput.words(learning), !words.isEmpty else {
                throw ServiceError(
                    .usage, "What did you learn?",
                    hint: "An experiment ends with --learning \"…\", whatever came out.")
            }
            var fields = ItemFields()
            fields.add("experiment", experiment)
            fields.add("result", outcome)
            fields.add("learning", words)
            fields.add("retry_if", retryIf)
            try await session.publish(.outcome, fields, say("Ended with"))
        }
    }

    /// The command `hearth experiment reuse`.
    struct Reuse: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "reuse", "Say that an experiment of yours builds on another one.",
            examples: ["hearth experiment reuse X-7F3KD --in X-9K2M4"])

        @Argument(help: .say("Short code of the earlier experiment."))
        var earlier: String
        @Option(name: .customLong("in"), help: .say("Short code of yours."))
        var own: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("builds_on", earlier)
            try await session.change(own, add: fields, say("Linked"))
        }
    }
}

/// The command `hearth pledge`.
struct PledgeCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "pledge", "Offer something to an experiment: hours, a room, material, a skill.",
        examples: ["hearth pledge X-7F3KD \"4 h, leak rig\""])

    @Argument(help: .say("Short code of the experiment."))
    var experiment: String
    @Argument(help: .say("What you offer."))
    var offer: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        var fields = ItemFields()
        fields.add("pledge", offer)
        try await session.change(experiment, set: fields, say("Pledged to"))
    }
}
