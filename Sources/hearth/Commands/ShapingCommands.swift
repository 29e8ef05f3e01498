internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth fork`.
struct ForkCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "fork", "Begin a community that goes on from another one's past.",
        notes: "Nobody has to agree, nothing is copied, and the other community stays as it is.",
        examples: ["hearth fork Bearings --name \"Seals, fast track\""])

    @Argument(help: .say("Short code or name of the community to go on from."))
    var community: String
    @Option(help: .say("Name of the new community."))
    var name: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.forkCommunity, ForkRequest(community: community, name: name))
        try session.print(saved) { CommunityReport.lines(saved, say("Forked"), $0) }
    }
}

/// The command `hearth reopen`.
struct ReopenCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "reopen", "Open an archived community again, if you were ever a member.",
        examples: ["hearth reopen Seals"])

    @Argument(help: .say("Short code or name of the community."))
    var community: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.reopenCommunity, CommunityReference(community: community))
        try session.print(saved) { CommunityReport.lines(saved, say("Reopened"), $0) }
    }
}

/// The command `hearth rehome`.
struct RehomeCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "rehome", "Bring the open questions of a closed community to the home that it chose.",
        notes: """
            Whoever closes the community last does it by the way. Doing it again brings only what \
            has arrived since.
            """,
        examples: ["hearth rehome Seals"])

    @Argument(help: .say("Short code or name of the closed community."))
    var community: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let moved = try await session.client.call(
            Routes.rehome, CommunityReference(community: community))
        try session.print(moved) { CommunityReport.lines(moved, $0) }
    }
}

/// The command `hearth pulse`.
struct PulseCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "pulse", "Which communities are quiet, and how they shall go on.",
        notes: """
            After 60 days without a post, members are asked: go-on, rest, close or hand-over. \
            Nothing happens by itself; closing takes a proposal.
            """,
        examples: ["hearth pulse", "hearth pulse Seals hand-over \"to Bearings\""])

    @Argument(help: .say("Short code or name of the community to answer for."))
    var community: String?
    @Argument(help: .say("go-on, rest, close or hand-over."))
    var answer: String?
    @Argument(help: .say("More words."))
    var words: String?
    @OptionGroup var output: OutputOptions

    private static let answers: [String: PulseKind] = [
        "go-on": .goOn, "rest": .rest, "close": .close, "hand-over": .handOver,
    ]

    func validate() throws {
        guard (community == nil) == (answer == nil) else {
            throw ValidationError(say("Say how it shall go on: go-on, rest, close or hand-over."))
        }
        guard let answer else { return }
        guard Self.answers[answer] != nil else {
            throw ValidationError(say("\"\(answer)\" is none of go-on, rest, close, hand-over."))
        }
    }

    func run(in session: Session) async throws {
        guard let community, let answer = answer.flatMap({ Self.answers[$0] }) else {
            let list = try await session.client.call(Routes.pulse)
            return try session.print(list) { ProposalReport.lines(list, $0) }
        }
        let pulse = try await session.client.call(
            Routes.answerPulse,
            PulseRequest(community: community, answer: answer, words: words))
        try session.print(pulse) { ProposalReport.lines(pulse, $0) }
    }
}
