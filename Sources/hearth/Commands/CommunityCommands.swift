internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth community`.
struct CommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "community", "Start, find, join and leave communities.",
        usage: """
            hearth community [list] [--json]
            hearth community new NAME [--about SENTENCE] [--from PROBLEM] [--open|--listed|--private] [--json]
            hearth community join|leave|show|keys COMMUNITY [--json]
            hearth community set COMMUNITY [--form FORM] [--charter TEXT] [--stage STAGE] [--json]
            hearth community stage COMMUNITY STAGE [--json]
            hearth community join --code CODE [--json]
            hearth community admit|invite COMMUNITY PERSON [--json]
            hearth community invite COMMUNITY --code [--uses N] [--days N] [--json]
            hearth community invitations [list|accept|decline] [NAME] [--json]
            """,
        examples: [
            "hearth community new Bearings", "hearth community join Bearings",
            "hearth community list",
        ],
        subcommands: [
            New.self, List.self, Join.self, Leave.self, Show.self, Admit.self, Invite.self,
            Invitations.self, Keys.self, Set.self, Stage.self,
        ],
        defaultSubcommand: List.self)

    /// The command `hearth community new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Start a community; a name is enough.",
            examples: [
                "hearth community new Bearings --about \"What turns, and what wears\"",
                "hearth community new \"Seals\" --from N-7F3KD",
                "hearth community new \"Works council\" --private",
            ])

        @Argument(help: .say("Name of the community."))
        var name: String
        @Option(help: .say("What it is about, in a sentence."))
        var about: String?
        @Option(help: .say("Short code of a problem that it takes up."))
        var from: String?
        @Flag(
            help: .say(
                "Who can see it and come in: everybody; everybody sees the name; only members."))
        var visibility: Visibility = .open
        @OptionGroup var similar: SimilarPrompt
        @OptionGroup var output: OutputOptions

        /// Who can see a community and come in.
        enum Visibility: String, EnumerableFlag {
            case open
            case listed
            case `private`
        }

        func run(in session: Session) async throws {
            guard try await similar.goesOn(with: name, ofCommunity: true, in: session) else {
                return
            }
            let saved = try await session.client.call(
                Routes.createCommunity,
                NewCommunityRequest(
                    name: name, about: about,
                    visibility: CommunityVisibility(rawValue: visibility.rawValue), from: from))
            try session.print(saved) { CommunityReport.lines(saved, say("Started"), $0) }
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
            "join", "Become a member of a community.",
            examples: [
                "hearth community join C-7F3KD",
                "hearth community join --code 7K3M-XQ9A-00ZT-5BCD",
            ])

        @Argument(help: .say("Short code or name of the community."))
        var community: String?
        @Option(help: .say("The code on the paper that a member gave you."))
        var code: String?
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (community == nil) != (code == nil) else {
                throw ValidationError(say("Give the community, or --code and a code."))
            }
        }

        func run(in session: Session) async throws {
            if let code {
                let answer = try await session.client.call(
                    Routes.showCode,
                    TypedCode(code: try CodeLink.code(in: code, for: .community)))
                return try session.print(answer) { CircleReport.lines(answer, code: true, $0) }
            }
            let saved = try await session.client.call(
                Routes.joinCommunity, CommunityReference(community: community ?? ""))
            try session.print(saved) { style in
                saved.community.isWaiting == true
                    ? CircleReport.waiting(saved, style)
                    : CommunityReport.lines(saved, say("Joined"), style)
            }
        }
    }

    /// The command `hearth community leave`.
    struct Leave: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "leave", "Leave a community, at once and without a reason.",
            examples: ["hearth community leave Bearings"])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.leaveCommunity, CommunityReference(community: community))
            try session.print(saved) { CommunityReport.lines(saved, say("Left"), $0) }
        }
    }

    /// The command `hearth community show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show a community with its members.",
            examples: ["hearth community show Bearings"])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.community, CommunityReference(community: community))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }
    }
}
