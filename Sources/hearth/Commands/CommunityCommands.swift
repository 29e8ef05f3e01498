internal import ArgumentParser
internal import LocalProtocol

/// The command `hearth community`.
struct CommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "community", "Start, find, join and leave communities.",
        usage: """
            hearth community [list] [--json]
            hearth community new NAME [--about SENTENCE] [--json]
            hearth community join|leave|show COMMUNITY [--json]
            """,
        examples: [
            "hearth community new Bearings", "hearth community join Bearings",
            "hearth community list",
        ],
        subcommands: [New.self, List.self, Join.self, Leave.self, Show.self],
        defaultSubcommand: List.self)

    /// The command `hearth community new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Start a community; a name is enough.",
            examples: ["hearth community new Bearings --about \"What turns, and what wears\""])

        @Argument(help: "Name of the community.")
        var name: String
        @Option(help: "What it is about, in a sentence.")
        var about: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.createCommunity, NewCommunityRequest(name: name, about: about))
            try session.print(saved) { CommunityReport.lines(saved, "Started", $0) }
        }
    }

    /// The command `hearth community list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List all communities.", examples: ["hearth community list"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.communities)
            try session.print(list) { CommunityReport.lines(list, $0) }
        }
    }

    /// The command `hearth community join`.
    struct Join: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "join", "Become a member of a community.", examples: ["hearth community join C-7F3KD"])

        @Argument(help: "Short code or name of the community.")
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.joinCommunity, CommunityReference(community: community))
            try session.print(saved) { CommunityReport.lines(saved, "Joined", $0) }
        }
    }

    /// The command `hearth community leave`.
    struct Leave: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "leave", "Leave a community, at once and without a reason.",
            examples: ["hearth community leave Bearings"])

        @Argument(help: "Short code or name of the community.")
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.leaveCommunity, CommunityReference(community: community))
            try session.print(saved) { CommunityReport.lines(saved, "Left", $0) }
        }
    }

    /// The command `hearth community show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show a community with its members.",
            examples: ["hearth community show Bearings"])

        @Argument(help: "Short code or name of the community.")
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.community, CommunityReference(community: community))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }
    }
}
