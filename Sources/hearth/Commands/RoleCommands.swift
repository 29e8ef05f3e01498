internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth roles`.
struct RolesCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "roles", "Who has which role; with --all, which roles there are.",
        examples: ["hearth roles", "hearth roles Bearings", "hearth roles --all"])

    @Argument(help: .say("Short code or name of a community; all of yours when absent."))
    var community: String?
    @Flag(help: .say("The roles that there are, and what each may do."))
    var all = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if all && community != nil {
            throw ValidationError(say("Give a community or --all, not both."))
        }
    }

    func run(in session: Session) async throws {
        if all {
            let roles = try await session.client.call(Routes.roleDescriptions)
            return try session.print(roles) { RoleReport.lines(roles, $0) }
        }
        let list = try await session.client.call(
            Routes.roles, RolesRequest(community: community))
        try session.print(list) { RoleReport.lines(list, $0) }
    }
}

/// The command `hearth role`.
struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "role", "Take a role, ask somebody to take it, accept it, lay it down.",
        examples: [
            "hearth role take coordinator --community Bearings",
            "hearth role ask Eli sponsor --community Bearings",
            "hearth role accept R-7F3KD --pledge \"2 h a week, room 3\"",
            "hearth role lay-down R-7F3KD",
        ],
        subcommands: [Take.self, Ask.self, Accept.self, LayDown.self])

    /// The command `hearth role take`.
    struct Take: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "take", "Take a role for a term; others who take it too are co-holders.",
            examples: ["hearth role take coordinator --community Bearings --months 3"])

        @Argument(help: .say("coordinator, scribe, steward, greeter or sponsor."))
        var role: String
        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @Option(help: .say("How long, in months of 30 days; 6 at most, 12 for a sponsor."))
        var months: Int?
        @Option(help: .say("What you pledge."))
        var pledge: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.takeRole,
                RoleRequest(role: role, community: community, months: months, pledge: pledge))
            try session.print(saved) { PostReport.lines(saved, say("Took the role \(role):"), $0) }
        }
    }

    /// The command `hearth role ask`.
    struct Ask: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "ask", "Ask a member to take a role; it is theirs once they accept.",
            examples: ["hearth role ask Eli sponsor --community Bearings"])

        @Argument(help: .say("Name or code of the member."))
        var person: String
        @Argument(help: .say("coordinator, scribe, steward, greeter or sponsor."))
        var role: String
        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @Option(help: .say("How long, in months of 30 days; 6 at most, 12 for a sponsor."))
        var months: Int?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.takeRole,
                RoleRequest(role: role, community: community, person: person, months: months))
            try session.print(saved) {
                PostReport.lines(saved, say("Asked \(PlainText.line(person)):"), $0)
            }
        }
    }

    /// The command `hearth role accept`.
    struct Accept: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "accept", "Accept a role that you were asked to take.",
            examples: ["hearth role accept R-7F3KD --pledge \"2 h a week, room 3\""])

        @Argument(help: .say("Short code of the role, as hearth roles shows it."))
        var reference: String
        @Option(help: .say("What you pledge."))
        var pledge: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.acceptRole, RoleAnswer(reference: reference, pledge: pledge))
            try session.print(saved) { PostReport.lines(saved, say("Accepted"), $0) }
        }
    }

    /// The command `hearth role lay-down`.
    struct LayDown: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "lay-down", "Lay down a role of yours, at once and without a reason, or decline it.",
            examples: ["hearth role lay-down R-7F3KD"])

        @Argument(help: .say("Short code of the role, as hearth roles shows it."))
        var reference: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.layDownRole, RoleAnswer(reference: reference))
            try session.print(saved) { PostReport.lines(saved, say("Laid down"), $0) }
        }
    }
}
