internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth propose`.
struct ProposeCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "propose", "Propose something to a community.",
        notes: """
            Members ask, then consent or object. Two of them close it once the window is over or \
            everybody has spoken; silence is no consent, and an objection stops it.
            """,
        examples: [
            "hearth propose Bearings --agreement \"A first answer in two days\"",
            "hearth propose Seals --merge-into Bearings",
            "hearth propose Seals --close --harvest \"shelf 3\" --farewell \"So long\"",
            "hearth propose Bearings --set-aside Ben --step \"conversation held on 4 May\"",
            "hearth propose Bearings --agreement \"No calls after five\" --draft",
        ])

    @Argument(help: .say("Short code or name of the community."))
    var community: String
    @Option(help: .say("A rule for those who are members now."))
    var agreement: String?
    @Option(help: .say("For how many days the rule holds; 180 when absent, at most 366."))
    var sunset: Int?
    @Option(help: .say("The agreement that this one takes the place of."))
    var renews: String?
    @Option(help: .say("The community to become one with."))
    var mergeInto: String?
    @Flag(help: .say("Archive the community."))
    var close = false
    @Option(help: .say("Where the harvest of a closing community is kept."))
    var harvest: String?
    @Option(help: .say("What a closing community leaves behind."))
    var farewell: String?
    @Option(help: .say("The community where open questions of a closing one go."))
    var newHome: String?
    @Option(help: .say("open: a listed community opens itself to everybody, with its history."))
    var visibility: String?
    @Option(help: .say("Who shall read and not write for a while."))
    var setAside: String?
    @Option(help: .say("For how many days, at most 30."))
    var days: Int?
    @Option(help: .say("What was tried with the person before."))
    var step: String?
    @Option(help: .say("A folded post that shall be shown again."))
    var restore: String?
    @Option(help: .say("Other words for it than the usual ones."))
    var text: String?
    @Option(help: .say("Working days that it stays open, 1 to 20; 5 when absent."))
    var window: Int?
    @Option(help: .say("Days after the window at which it shall be looked at again."))
    var review: Int?
    @Flag(help: .say("Keep it on this computer until you open it: hearth proposal open NUMBER."))
    var draft = false
    @OptionGroup var output: OutputOptions

    private var subjects: [ProposalSubject] {
        let given: [(Bool, ProposalSubject)] = [
            (agreement != nil, .agreement), (mergeInto != nil, .merge), (close, .close),
            (visibility != nil, .visibility), (setAside != nil, .setAside),
            (restore != nil, .restore),
        ]
        return given.filter(\.0).map(\.1)
    }

    func validate() throws {
        guard subjects.count == 1 else {
            throw ValidationError(
                say(
                    "Give one of --agreement, --merge-into, --close, --visibility, --set-aside, "
                        + "--restore."))
        }
    }

    func run(in session: Session) async throws {
        var request = ProposeRequest(
            community: community, subject: subjects.first ?? .other, text: agreement ?? text)
        request.windowDays = window
        request.sunsetDays = sunset
        request.reviewDays = review
        request.renews = renews
        request.other = mergeInto ?? newHome
        request.visibility = visibility
        request.person = setAside
        request.days = days
        request.step = step
        request.post = restore
        request.harvest = harvest
        request.farewell = farewell
        guard !draft else {
            let kept = try await session.client.call(Routes.keepDraft, request)
            return try session.print(kept) { DraftReport.lines(kept, $0) }
        }
        let saved = try await session.client.call(Routes.propose, request)
        try session.print(saved) { ProposalReport.lines(saved, say("Proposed"), $0) }
    }
}

/// The command `hearth consent`.
struct ConsentCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "consent", "Consent to a proposal: good enough for now, safe enough to try.",
        examples: ["hearth consent P-7F3KD"])

    @OptionGroup var stance: StanceOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        try await stance.take(.consent, say("Consented to"), in: session)
    }
}

/// The command `hearth concern`.
struct ConcernCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "concern", "Voice a worry about a proposal; it stops nothing.",
        examples: ["hearth concern P-7F3KD \"Who does it in August?\""])

    @OptionGroup var stance: StanceOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        try await stance.take(.concern, say("Voiced a concern about"), in: session)
    }
}

/// The command `hearth object`.
struct ObjectCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "object", "Object to a proposal, with a reason; it can't be adopted as it is.",
        examples: ["hearth object P-7F3KD \"It sends our words to people outside.\""])

    @OptionGroup var stance: StanceOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        try await stance.take(.objection, say("Objected to"), in: session)
    }
}

/// The command `hearth stand-aside`.
struct StandAsideCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "stand-aside", "Leave a proposal to the others.",
        examples: ["hearth stand-aside P-7F3KD"])

    @OptionGroup var stance: StanceOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        try await stance.take(.standAside, say("Stood aside from"), in: session)
    }
}

/// What all stances have.
struct StanceOptions: ParsableArguments {
    @Argument(help: .say("Short code of the proposal."))
    var proposal: String
    @Argument(help: .say("Why; - reads it from standard input."))
    var reason: String?

    /// Takes the stance and says so.
    func take(_ kind: StanceKind, _ verb: String, in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.takeStance,
            StanceRequest(
                proposal: proposal, stance: kind, reason: try TextInput.words(reason)))
        try session.print(saved) { ProposalReport.lines(saved, verb, $0) }
    }
}

/// The command `hearth amend`.
struct AmendCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "amend", "Give your own proposal other words; all stances begin anew.",
        examples: ["hearth amend P-7F3KD \"A first answer in three days, for a month\" --review 30"]
    )

    @Argument(help: .say("Short code of the proposal."))
    var proposal: String
    @Argument(help: .say("The new words; - reads them from standard input."))
    var text: String
    @Option(help: .say("Days from now at which it shall be looked at again."))
    var review: Int?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.amend,
            AmendRequest(
                proposal: proposal, text: try TextInput.words(text) ?? text, reviewDays: review))
        try session.print(saved) { ProposalReport.lines(saved, say("Amended"), $0) }
    }
}

/// The command `hearth question`.
struct QuestionCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "question", "Ask something about a proposal, or reply to such a question.",
        examples: [
            "hearth question P-7F3KD \"Does it hold on weekends?\"",
            "hearth question U-9K2M4 \"No.\"",
        ])

    @Argument(help: .say("Short code of the proposal, or of a question about it."))
    var about: String
    @Argument(help: .say("The words; - reads them from standard input."))
    var text: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.askAboutProposal,
            ProposalQuestionRequest(about: about, text: try TextInput.words(text) ?? text))
        try session.print(saved) { ProposalReport.lines(saved, say("Asked about"), $0) }
    }
}

/// The command `hearth close`.
struct CloseCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "close", "Say what was decided on a proposal; it takes two of those whom it affects.",
        examples: ["hearth close P-7F3KD"])

    @Argument(help: .say("Short code of the proposal."))
    var proposal: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.closeProposal, ProposalReference(proposal: proposal))
        try session.print(saved) { ProposalReport.lines(saved, say("Closed"), $0) }
    }
}

/// The command `hearth proposals`.
struct ProposalsCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "proposals", "List proposals, those that are open first.",
        examples: ["hearth proposals --open", "hearth proposals --community Bearings"])

    @Option(help: .say("Only of this community."))
    var community: String?
    @Flag(help: .say("Only those on which there is still something to say."))
    var open = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(
            Routes.proposals, ProposalsRequest(community: community, open: open ? true : nil))
        try session.print(list) { ProposalReport.lines(list, $0) }
    }
}

/// The command `hearth agreements`.
struct AgreementsCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "agreements", "What a community agreed on, and until when.",
        examples: ["hearth agreements Bearings"])

    @Argument(help: .say("Short code or name of the community."))
    var community: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(
            Routes.agreements, CommunityReference(community: community))
        try session.print(list) { ProposalReport.lines(list, $0) }
    }
}
