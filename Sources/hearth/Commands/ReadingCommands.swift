internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth show`.
struct ShowCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "show", "Show a question with its answers, a community or a person.",
        examples: ["hearth show Q-7F3KD"])

    @Argument(help: .say("Short code or identifier."))
    var reference: String
    @Flag(help: .say("Open words that members have flagged or blurred."))
    var collapsed = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let shown = try await session.client.call(
            Routes.show, ShowRequest(reference: reference, collapsed: collapsed ? true : nil))
        try session.print(shown) { PostReport.lines(shown, $0) }
    }
}

/// The command `hearth list`.
struct ListCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "list", "List questions, newest first.",
        examples: ["hearth list --unanswered", "hearth list --community Bearings --limit 50"])

    @Option(help: .say("Only of this community."))
    var community: String?
    @Flag(help: .say("Only those without an answer."))
    var unanswered = false
    @Flag(help: .say("Only your own."))
    var mine = false
    @Option(help: .say("Only those with this tag."))
    var tag: String?
    @Option(help: .say("How many at most."))
    var limit = 20
    @Option(help: .say("Go on after the page that ended with this mark."))
    var before: String?
    @Flag(help: .say("Open words that members have flagged or blurred."))
    var collapsed = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(
            Routes.questions,
            ListRequest(
                community: community, unanswered: unanswered ? true : nil,
                mine: mine ? true : nil, tag: tag, limit: limit, before: before,
                collapsed: collapsed ? true : nil))
        try session.print(list) { PostReport.lines(list, $0) }
    }
}

/// The command `hearth search`.
struct SearchCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "search", "Find what was written by its words, in any language.",
        examples: [
            "hearth search wash-down seal", "hearth search 軸受 --community Bearings",
            "hearth search seal --kind story --place \"Press 4\" --since 2027-01-01",
        ])

    @Argument(help: .say("Words to find."))
    var words: [String]
    @Option(help: .say("Only in this community."))
    var community: String?
    @Flag(help: .say("Only questions."))
    var questions = false
    @Flag(help: .say("Only answers."))
    var answers = false
    @Option(
        help: .say("Only of this kind, such as problem, story or experiment."),
        transform: SearchCommand.kind)
    var kind: FoundKind?
    @Option(help: .say("Only by this author."))
    var author: String?
    @Option(help: .say("Only with this tag."))
    var tag: String?
    @Option(help: .say("Only at a place whose name holds this."))
    var place: String?
    @Option(help: .say("Only from this day on, such as 2027-05-04."))
    var since: String?
    @Option(help: .say("Only before this day."))
    var until: String?
    @Option(help: .say("How many at most."))
    var limit = 20
    @Option(help: .say("Go on after the page that ended with this mark."))
    var before: String?
    @Flag(help: .say("Open words that members have flagged or blurred."))
    var collapsed = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if [questions, answers, kind != nil].count(where: { $0 }) > 1 {
            throw ValidationError(say("Give one of --questions, --answers and --kind."))
        }
    }

    func run(in session: Session) async throws {
        let text = words.joined(separator: " ")
        let results = try await session.client.call(
            Routes.search,
            SearchRequest(
                text: text, community: community,
                kind: questions ? .question : answers ? .answer : kind, author: author,
                tag: tag, place: place, since: try moment(since), until: try moment(until),
                limit: limit, before: before, collapsed: collapsed ? true : nil))
        try session.print(results) { PostReport.lines(results, for: text, $0) }
    }

    private static func kind(_ text: String) throws -> FoundKind {
        guard let kind = FoundKind(rawValue: text.lowercased().replacing("-", with: "_")) else {
            let all = FoundKind.allCases.map { $0.rawValue.replacing("_", with: "-") }
            throw ValidationError(say("\"\(text)\" is no kind: \(all.joined(separator: ", "))."))
        }
        return kind
    }

    private func moment(_ text: String?) throws -> Timestamp? {
        try text.flatMap { Timestamp(text: try LocalMoment.read($0)) }
    }
}

/// The command `hearth status`.
struct StatusCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "status", "The state of this node at a glance.", examples: ["hearth status"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let status = try await session.client.call(Routes.status)
        try session.print(status) { StatusReport.lines(status, $0) }
    }
}

/// The command `hearth whoami`.
struct WhoamiCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "whoami", "Who you are to your colleagues.", examples: ["hearth whoami"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let identity = try await session.client.call(Routes.identity)
        try session.print(identity) { StatusReport.lines(identity, $0) }
    }
}
