internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth proposal`.
struct ProposalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "proposal", "Drafts of proposals, which lie on this computer only.",
        usage: """
            hearth proposal [drafts] [--json]
            hearth proposal open|drop NUMBER [--json]
            """,
        examples: [
            "hearth propose Bearings --agreement \"No calls after five\" --draft",
            "hearth proposal open 1",
        ],
        subcommands: [Drafts.self, Open.self, Drop.self], defaultSubcommand: Drafts.self)

    /// The command `hearth proposal drafts`.
    struct Drafts: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "drafts", "List the drafts on this computer.", examples: ["hearth proposal drafts"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.drafts)
            try session.print(list) { DraftReport.lines(list, $0) }
        }
    }

    /// The command `hearth proposal open`.
    struct Open: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "open", "Propose what a draft says; its window begins now.",
            examples: ["hearth proposal open 1"])

        @Argument(help: .say("The number of the draft."))
        var number: Int
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.openDraft, DraftReference(number: number))
            try session.print(saved) { ProposalReport.lines(saved, say("Proposed"), $0) }
        }
    }

    /// The command `hearth proposal drop`.
    struct Drop: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "drop", "Throw a draft away.", examples: ["hearth proposal drop 1"])

        @Argument(help: .say("The number of the draft."))
        var number: Int
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.dropDraft, DraftReference(number: number))
            try session.print(list) { DraftReport.lines(list, $0) }
        }
    }
}
