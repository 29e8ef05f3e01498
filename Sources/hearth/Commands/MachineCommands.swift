internal import ArgumentParser
internal import Foundation
internal import LocalProtocol

/// The command `hearth policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "policy", "Show what this machine's policy allows.",
        usage: "hearth policy [show] [--json]",
        examples: ["hearth policy show"],
        subcommands: [Show.self], defaultSubcommand: Show.self)

    /// The command `hearth policy show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show each rule with its line, the value in force and where it comes from.",
            notes: """
                The policy lies in /etc/hearth/policy.toml, belongs to root and is read when \
                hearthd starts. It governs this machine and has no word about communities.
                """,
            examples: ["hearth policy show", "hearth policy show --json"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let report = try await session.client.call(Routes.policy)
            try session.print(report) { MachineReport.lines(report, $0) }
        }
    }
}
