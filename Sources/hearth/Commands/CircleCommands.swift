internal import ArgumentParser
internal import Languages
internal import LocalProtocol

// Communities that not everybody reads.
extension CommunityCommand {
    /// The command `hearth community admit`.
    struct Admit: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "admit", "Let a colleague in who asked to come in.",
            examples: ["hearth community admit Bearings Ben"])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @Argument(help: .say("Name or short code of the colleague."))
        var person: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.admit, AdmissionRequest(community: community, person: person))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }
    }

    /// The command `hearth community invite`.
    struct Invite: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "invite", "Invite a colleague, or make a code to write on paper.",
            notes: """
                The colleague decides, and gets everything that was ever written in the community.
                A code counts at every member's computer, not only at yours.
                """,
            examples: [
                "hearth community invite \"Works council\" Ben",
                "hearth community invite \"Works council\" --code --uses 3",
                "hearth community invite \"Works council\" --code --html code.html",
            ])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @Argument(help: .say("Name or short code of the colleague."))
        var person: String?
        @Flag(help: .say("Make a code instead of inviting somebody by name."))
        var code = false
        @Option(help: .say("How many people may use the code."))
        var uses: Int?
        @Option(help: .say("How many days the code counts."))
        var days: Int?
        @Option(help: .say("Write a page for the printer with the code, readable by you alone."))
        var html: String?
        @OptionGroup var picture: PictureOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (person == nil) == code else {
                throw ValidationError(say("Give the name of a colleague, or --code."))
            }
            guard code || (uses == nil && days == nil && html == nil && picture.qr == nil) else {
                throw ValidationError(say("--uses, --days, --html and --qr are for a code."))
            }
            try picture.check(output)
        }

        func run(in session: Session) async throws {
            guard let person else { return try await makeCode(session) }
            let details = try await session.client.call(
                Routes.inviteInto, AdmissionRequest(community: community, person: person))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }

        private func makeCode(_ session: Session) async throws {
            // The file comes first: a code that can't be kept would be lost.
            let file = try html.map { try SecretFile(creating: $0) }
            let made: DoorCode
            do {
                made = try await session.client.call(
                    Routes.makeCode, CodeRequest(community: community, uses: uses, days: days))
            } catch {
                file?.discard()
                throw error
            }
            let link = CodeLink(.community, made.code)
            if let file { try file.write(CodePage.html(made, link, session.style)) }
            let drawn = session.isJSON ? [] : try picture.lines(link, session.style)
            try session.print(made) { style in
                drawn + CircleReport.lines(made, style)
                    + (file.map { [say("The page for the printer is \($0.path).")] } ?? [])
            }
        }
    }

    /// The command `hearth community invitations`.
    struct Invitations: AsyncParsableCommand {
        static let configuration = CommandConfiguration.hearth(
            "invitations", "Invitations that came: list, accept or decline them.",
            usage: """
                hearth community invitations [list] [--json]
                hearth community invitations accept|decline NAME [--json]
                """,
            examples: [
                "hearth community invitations",
                "hearth community invitations accept \"Works council\"",
            ],
            subcommands: [ListThem.self, Accept.self, Decline.self],
            defaultSubcommand: ListThem.self)
    }

    /// The command `hearth community keys`.
    struct Keys: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "keys", "Show how the key of a community stands.",
            examples: ["hearth community keys \"Works council\""])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let report = try await session.client.call(
                Routes.communityKeys, CommunityReference(community: community))
            try session.print(report) { CircleReport.lines(report, $0) }
        }
    }
}

extension CommunityCommand.Invitations {
    /// The command `hearth community invitations list`.
    struct ListThem: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List the invitations that wait for an answer.",
            examples: ["hearth community invitations list"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.invitations)
            try session.print(list) { CircleReport.lines(list, $0) }
        }
    }

    /// The command `hearth community invitations accept`.
    struct Accept: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "accept", "Come into the community of an invitation.",
            examples: ["hearth community invitations accept \"Works council\""])

        @Argument(help: .say("Name of the community."))
        var name: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let answer = try await session.client.call(
                Routes.acceptInvitation, InvitationReference(invitation: name))
            try session.print(answer) { CircleReport.lines(answer, code: false, $0) }
        }
    }

    /// The command `hearth community invitations decline`.
    struct Decline: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "decline", "Throw an invitation away; nobody is told.",
            examples: ["hearth community invitations decline \"Works council\""])

        @Argument(help: .say("Name of the community."))
        var name: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let answer = try await session.client.call(
                Routes.declineInvitation, InvitationReference(invitation: name))
            try session.print(answer) { CircleReport.lines(answer, code: false, $0) }
        }
    }
}
