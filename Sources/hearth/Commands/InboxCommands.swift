internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "inbox", "What is new for you: answers, thanks, proposals that wait for your word.",
        usage: """
            hearth inbox [list] [--limit N] [--json]
            hearth inbox read CODE... [--json]
            hearth inbox fresh [--json]
            """,
        notes: "What you have read is known to this computer alone.",
        examples: ["hearth inbox", "hearth inbox read A-9C2MX", "hearth inbox fresh"],
        subcommands: [List.self, Read.self, Fresh.self], defaultSubcommand: List.self)

    /// The command `hearth inbox list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List what is unread, the newest first.", examples: ["hearth inbox list"])

        @Option(help: .say("How many at most."))
        var limit = 50
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let inbox = try await session.client.call(Routes.inbox, InboxRequest(limit: limit))
            try session.print(inbox) { InboxReport.lines(inbox, $0) }
        }
    }

    /// The command `hearth inbox read`.
    struct Read: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "read", "Take note that you have read something.",
            notes: "The code of a question stands for everything new in it.",
            examples: ["hearth inbox read Q-7F3KD"])

        @Argument(help: .say("Short codes of news, or of what they belong to."))
        var codes: [String]
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let rest = try await session.client.call(
                Routes.markRead, ReadRequest(references: codes))
            try session.print(rest) { InboxReport.lines(rest, $0) }
        }
    }

    /// The command `hearth inbox fresh`.
    struct Fresh: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "fresh", "Start fresh: everything until now counts as read.",
            examples: ["hearth inbox fresh"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let rest = try await session.client.call(
                Routes.markRead, ReadRequest(everything: true))
            try session.print(rest) { InboxReport.lines(rest, $0) }
        }
    }
}

/// The command `hearth follow`.
struct FollowCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "follow", "Follow a question, a problem, an experiment; or hear no more of it.",
        notes: """
            You follow what you ask, answer and raise without doing anything; changing a word \
            somewhere follows nothing. Without a code: what you chose.
            """,
        examples: [
            "hearth follow Q-7F3KD", "hearth follow Q-7F3KD --stop", "hearth follow",
        ])

    @Argument(help: .say("Short code."))
    var reference: String?
    @Flag(help: .say("Hear no more of it."))
    var stop = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        guard let reference else {
            let list = try await session.client.call(Routes.following)
            return try session.print(list) { InboxReport.lines(list, $0) }
        }
        let item = try await session.client.call(
            Routes.follow, FollowRequest(reference: reference, follow: !stop))
        try session.print(item) { [InboxReport.line(item, $0)] }
    }
}

/// The command `hearth catchup`.
struct CatchUpCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "catchup", "A community in twenty lines, for whoever comes new or comes back.",
        notes: """
            And three small things to begin with: each is gone once it is done, nobody has to, and \
            nobody is reminded.
            """,
        examples: ["hearth catchup Bearings", "hearth inbox fresh"])

    @Argument(help: .say("Short code or name of the community."))
    var community: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let catchUp = try await session.client.call(
            Routes.catchUp, CommunityReference(community: community))
        try session.print(catchUp) { CatchUpReport.lines(catchUp, $0) }
    }
}
