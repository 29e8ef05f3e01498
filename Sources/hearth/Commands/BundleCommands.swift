internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth bundle`.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "bundle", "Carry what was written to colleagues whom no network reaches, in a file.",
        notes: """
            A bundle holds signed commits as computers send them to each other, sealed for this \
            workplace. Whoever takes it in checks each of them; what is known already does no harm.
            """,
        examples: [
            "hearth bundle export /media/stick/plant.bundle",
            "hearth bundle import /media/stick/plant.bundle",
        ], subcommands: [Export.self, Import.self])

    /// The command `hearth bundle export`.
    struct Export: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "export", "Write all that you are in, or one community, into a new file.",
            notes: """
                With --since a bundle is small, and of use to whoever has what came before: what has \
                a gap before it is left out when it is taken in, and that is said.
                """,
            examples: [
                "hearth bundle export plant.bundle --community Bearings",
                "hearth bundle export week.bundle --since 7d",
            ])

        @Argument(help: .say("The file to make; one that is there is never written over."))
        var file: String
        @Option(help: .say("Only this community, beside what the workplace shares."))
        var community: String?
        @Option(
            help: .say("Only what was written since: 7d, 48h, or a date such as 2027-05-04."))
        var since: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let path = URL(fileURLWithPath: file).standardizedFileURL.path
            let report = try await session.client.call(
                Routes.exportBundle,
                BundleRequest(
                    path: path, community: community,
                    since: try since.map { (text) throws in try LocalMoment.start(of: text) }))
            try session.print(report) { _ in
                let path = PlainText.line(path)
                return [
                    say(
                        Int(report.commits), one: "The bundle \(path) holds \(.count) commit.",
                        other: "The bundle \(path) holds \(.count) commits.")
                ]
            }
        }
    }

    /// The command `hearth bundle import`.
    struct Import: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "import", "Take in what is in a bundle of this workplace.",
            examples: ["hearth bundle import plant.bundle"])

        @Argument(help: .say("The file."))
        var file: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let path = URL(fileURLWithPath: file).standardizedFileURL.path
            let report = try await session.client.call(
                Routes.importBundle, BundleRequest(path: path))
            try session.print(report) { _ in
                let unknown = report.unknownSpaces ?? 0
                let new = say(
                    Int(report.commits), one: "\(.count) new commit came from the bundle.",
                    other: "\(.count) new commits came from the bundle.")
                let refused = report.refusedRuns ?? 0
                let notTaken =
                    refused == 0
                    ? []
                    : [
                        say(
                            refused,
                            one:
                                "\(.count) part was not sound or came too early, and was left out.",
                            other:
                                "\(.count) parts were not sound or came too early, and were left out."
                        )
                    ]
                guard unknown > 0 else { return [new] + notTaken }
                return [new] + notTaken + [
                    say(
                        unknown, one: "Left alone: \(.count) space that you aren't in.",
                        other: "Left alone: \(.count) spaces that you aren't in.")
                ]
            }
        }
    }
}
