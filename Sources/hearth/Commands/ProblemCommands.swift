internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth problem`.
struct ProblemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "problem", "Raise a problem, say that you have it too, and say what solved it.",
        notes: "Without a community a problem stands on the wall of the workplace, for everybody.",
        examples: [
            "hearth problem new \"Seal leaks after wash-down\" --place \"Press 4\"",
            "hearth problem mark N-7F3KD will-work --note \"have a leak rig\"",
            "hearth problem resolve N-7F3KD --by A-9C2MX",
        ],
        subcommands: [
            New.self, List.self, Mark.self, Resolve.self, StillThere.self, Park.self,
            Adopt.self, Same.self, Claim.self, Disown.self, CloseProblem.self,
        ])

    /// The command `hearth problem new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Raise a problem.",
            examples: [
                "hearth problem new \"Seal leaks after wash-down\" --place \"Press 4\"",
                "hearth problem new \"Night shift has no spare list\" "
                    + "--on-behalf \"N. from shift C\" --consent paper",
            ])

        @Argument(help: .say("The problem in a line."))
        var title: String
        @Argument(help: .say("More words; - reads them from standard input."))
        var text: String?
        @Option(help: .say("Where it is, such as a machine or a line."))
        var place: String?
        @Option(
            help: .say("Short code or name of a community; the wall of the workplace when absent."))
        var community: String?
        @Option(name: .customLong("tag"), help: .say("A tag; may be given several times."))
        var tags: [String] = []
        @Option(help: .say("For whom you write, who has no computer at work."))
        var onBehalf: String?
        @Option(help: .say("How they agreed: spoken, paper, pin or card."))
        var consent: String?
        @OptionGroup var similar: SimilarPrompt
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            guard try await similar.goesOn(with: title, in: session) else { return }
            var fields = ItemFields()
            fields.add("title", title)
            fields.add("body", try TextInput.words(text))
            fields.add("place", place)
            fields.add("tags", each: tags)
            fields.add("on_behalf", onBehalf)
            fields.add("consent", consent)
            try await session.publish(
                .problem, fields, community: community, wall: community == nil, say("Raised"))
        }
    }

    /// The command `hearth problem list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List problems, newest first: those of the wall and of all communities.",
            examples: ["hearth problem list --state open"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.problem),
                empty: say("No problem here. Raise one: hearth problem new \"…\""))
        }
    }

    /// The command `hearth problem mark`.
    struct Mark: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "mark", "Say that you have the problem too, will work on it, or know something.",
            examples: [
                "hearth problem mark N-7F3KD me-too",
                "hearth problem mark N-7F3KD knows --note \"we had that on press 2\"",
                "hearth problem mark N-7F3KD will-work --undo",
            ])

        enum Mark: String, ExpressibleByArgument, CaseIterable {
            case meToo = "me-too"
            case willWork = "will-work"
            case knows

            var field: String { rawValue.replacing("-", with: "_") }
        }

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Argument(help: .say("me-too, will-work or knows."))
        var mark: Mark
        @Option(help: .say("A line beside it."))
        var note: String?
        @Flag(help: .say("Take the mark back."))
        var undo = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add(mark.field, undo ? "no" : "yes")
            fields.add("note", note)
            try await session.change(problem, set: fields, undo ? say("Unmarked") : say("Marked"))
        }
    }

    /// The command `hearth problem resolve`.
    struct Resolve: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "resolve", "Say what solved a problem that you raised or work on.",
            examples: ["hearth problem resolve N-7F3KD --by A-9C2MX"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Option(help: .say("Short code of the answer, story or experiment that solved it."))
        var by: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("resolution", by)
            try await session.change(problem, set: fields, say("Resolved"))
        }
    }

    /// The command `hearth problem still-there`.
    struct StillThere: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "still-there", "Open a problem again because it is still there.",
            examples: ["hearth problem still-there N-7F3KD"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("still_there", "yes")
            try await session.change(problem, set: fields, say("Opened again"))
        }
    }

    /// The command `hearth problem park`.
    struct Park: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "park", "Leave a problem that you raised for later.",
            examples: ["hearth problem park N-7F3KD", "hearth problem park N-7F3KD --undo"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Flag(help: .say("Take it up again."))
        var undo = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("parked", undo ? "no" : "yes")
            try await session.change(problem, set: fields, undo ? say("Taken up") : say("Parked"))
        }
    }

    /// The command `hearth problem adopt`.
    struct Adopt: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "adopt", "Say that a community of yours takes a problem on.",
            examples: ["hearth problem adopt N-7F3KD --community Bearings"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Option(help: .say("Short code or name of the community."))
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("adopted", community)
            try await session.change(problem, add: fields, say("Adopted"))
        }
    }

    /// The command `hearth problem same`.
    struct Same: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "same", "Say that two problems are the same; both stay.",
            examples: ["hearth problem same N-7F3KD N-9K2M4"])

        @Argument(help: .say("Short code of a problem."))
        var problem: String
        @Argument(help: .say("Short code of the other."))
        var other: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("same_as", other)
            try await session.change(problem, add: fields, say("Linked"))
        }
    }

    /// The command `hearth problem claim`.
    struct Claim: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "claim", "Put your name to a problem that somebody wrote for you.",
            examples: ["hearth problem claim N-7F3KD 7K3M-XQ9A-00ZT-5BCD"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Argument(help: .say("The code on your slip."))
        var slip: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("claim", slip)
            try await session.change(problem, set: fields, say("Claimed"))
        }
    }

    /// The command `hearth problem disown`.
    struct Disown: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "disown", "Take your name off a problem that somebody wrote for you; the words stay.",
            notes: "It takes the code on your slip, at anybody's computer, and can't be undone.",
            examples: ["hearth problem disown N-7F3KD 7K3M-XQ9A-00ZT-5BCD"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @Argument(help: .say("The code on your slip."))
        var slip: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("disown", slip)
            try await session.change(problem, set: fields, say("Took the name off"))
        }
    }

    /// The command `hearth problem close`, which nobody can use.
    struct CloseProblem: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "close", "Nobody can close a problem; says who resolves it.",
            examples: ["hearth problem close N-7F3KD"])

        @Argument(help: .say("Short code of the problem."))
        var problem: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            _ = try await session.client.call(Routes.right, RightRequest(verb: "close-problem"))
        }
    }
}

/// The command `hearth wall`.
struct WallCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "wall", "Show the problems on the wall of the workplace.",
        examples: ["hearth wall", "hearth wall --state open"])

    @OptionGroup var options: ItemListOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        try await session.list(
            options.request(.problem, wall: true),
            empty: say("The wall is empty. Raise a problem: hearth problem new \"…\""))
    }
}
