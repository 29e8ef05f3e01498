internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth flag`.
struct FlagCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "flag", "Say that words should not stand as they are; if enough members do, they fold.",
        notes: """
            Two or three members, by the size of the community, fold the version that they have \
            flagged. Everybody can still open it; an edit by its author shows the new words. Who \
            flagged what and why stands in the public log: hearth log COMMUNITY
            """,
        examples: ["hearth flag A-9K2M4 --reason wrong \"The torque is for press 7\""])

    @Argument(help: .say("Short code of a question, an answer or a thank-you."))
    var reference: String
    @Argument(help: .say("More words; - reads them from standard input."))
    var text: String?
    @Option(
        help: .say(
            """
            unkind, off-topic, wrong, unsafe, threat, personal-data, advertising or other.
            """))
    var reason: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.flag,
            ObjectionRequest(
                reference: reference, reason: reason, text: try TextInput.words(text)))
        try session.print(saved) { PostReport.lines(saved, say("Flagged:"), $0) }
    }
}

/// The command `hearth unflag`.
struct UnflagCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "unflag", "Take your flag back.", examples: ["hearth unflag A-9K2M4"])

    @Argument(help: .say("Short code of what you flagged, or of the flag."))
    var reference: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.unflag, WithdrawalRequest(reference: reference))
        try session.print(saved) { PostReport.lines(saved, say("Took back the flag on"), $0) }
    }
}

/// The command `hearth blur`.
struct BlurCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "blur", "Fold words at once for 72 hours, because they may do harm; once per item.",
        notes: "It lapses by itself unless enough members flag the words.",
        examples: [
            "hearth blur A-9K2M4 --reason personal-data", "hearth blur A-9K2M4 --lift",
        ])

    @Argument(help: .say("Short code of a question, an answer or a thank-you."))
    var reference: String
    @Argument(help: .say("More words; - reads them from standard input."))
    var text: String?
    @Option(help: .say("threat, personal-data or safety."))
    var reason: String?
    @Flag(help: .say("Lift your own blur early."))
    var lift = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if lift == (reason != nil) {
            throw ValidationError(say("Give --reason, or --lift to lift your own blur."))
        }
    }

    func run(in session: Session) async throws {
        guard let reason else {
            let saved = try await session.client.call(
                Routes.unblur, WithdrawalRequest(reference: reference))
            return try session.print(saved) {
                PostReport.lines(saved, say("Lifted the blur of"), $0)
            }
        }
        let saved = try await session.client.call(
            Routes.blur,
            ObjectionRequest(
                reference: reference, reason: reason, text: try TextInput.words(text)))
        try session.print(saved) { PostReport.lines(saved, say("Blurred for 72 hours:"), $0) }
    }
}

/// The command `hearth log`.
struct LogCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "log", "The public log of a community or of the workplace: who did what, and why.",
        notes: """
            A community's log tells of proposals, stances and closings, roles, flags and blurs \
            and, where it isn't open, who let whom in and who left. The workplace's log tells who \
            came and left, and of computers that were added or revoked.
            """,
        examples: ["hearth log Bearings", "hearth log --workplace", "hearth log Bearings --json"])

    @Argument(help: .say("Short code or name of the community; the workplace's log without it."))
    var community: String?
    @Flag(help: .say("The workplace's log, as without a community."))
    var workplace = false
    @Option(help: .say("How many steps at most."))
    var limit = 50
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if workplace, community != nil {
            throw ValidationError(say("Give a community, or --workplace for the log of all of it."))
        }
    }

    func run(in session: Session) async throws {
        let page = try await session.client.call(
            Routes.publicLog, PublicLogRequest(community: community, limit: limit))
        try session.print(page) { PublicLogReport.lines(page, $0) }
    }
}
