internal import ArgumentParser
internal import Languages
internal import LocalProtocol

extension CommunityCommand {
    /// The command `hearth community set`.
    struct Set: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "set", "Say what form, charter or stage a community has.",
            notes: "Every member can, and nothing follows from it; the last word is shown.",
            examples: [
                "hearth community set Bearings --form informal",
                "hearth community set Bearings --charter - < charter.txt",
            ])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @Option(help: .say("formal (set up on purpose) or informal (grown by itself)."))
        var form: String?
        @Option(help: .say("What its members agree to be, up to 2,000 characters; - reads it."))
        var charter: String?
        @Option(help: .say("potential, coalescing, maturing, stewardship or transforming."))
        var stage: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.describeCommunity,
                DescribeRequest(
                    community: community, form: form, charter: try TextInput.words(charter),
                    stage: stage))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }
    }

    /// The command `hearth community stage`.
    struct Stage: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "stage", "Declare where a community stands in its life.",
            notes: "It is archived by consent only: hearth propose COMMUNITY --close.",
            examples: ["hearth community stage Bearings coalescing"])

        @Argument(help: .say("Short code or name of the community."))
        var community: String
        @Argument(help: .say("potential, coalescing, maturing, stewardship or transforming."))
        var stage: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.describeCommunity, DescribeRequest(community: community, stage: stage))
            try session.print(details) { CommunityReport.lines(details, $0) }
        }
    }
}
