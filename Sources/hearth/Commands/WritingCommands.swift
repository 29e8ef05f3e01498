internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth ask`.
struct AskCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "ask", "Ask a question; without a title, in your editor.",
        notes: "In the editor the first line is the title and the rest is the text.",
        examples: [
            "hearth ask \"How do we re-zero press 4?\" --community Bearings --tag press",
            "hearth ask \"Which grease?\" - < notes.txt",
            "hearth ask \"Bearing or belt?\" --attach noise.wav --attach press4.jpg",
            "hearth ask \"Is it me, or the lift?\" --community Bearings --as-colleague",
            "hearth ask \"Is it me?\" --community Bearings --as-colleague --for Dana",
        ])

    @Argument(help: .say("The question in a line."))
    var title: String?
    @Argument(help: .say("More words; - reads them from standard input."))
    var text: String?
    @Option(help: .say("More words, as an option."))
    var body: String?
    @Option(help: .say("Short code or name of the community; not needed by a member of just one."))
    var community: String?
    @Option(name: .customLong("tag"), help: .say("A tag; may be given several times."))
    var tags: [String] = []
    @OptionGroup var unnamed: UnnamedOptions
    @OptionGroup var attachments: AttachOptions
    @OptionGroup var behalf: BehalfOptions
    @OptionGroup var similar: SimilarPrompt
    @OptionGroup var output: OutputOptions

    func validate() throws { try unnamed.check(with: behalf) }

    func run(in session: Session) async throws {
        let files = try attachments.paths()
        var title = title
        var words = try TextInput.words(text ?? body)
        if title == nil {
            let written = try TextInput.edited("", missing: say("The question is missing."))
            (title, words) = EditedText.parts(written)
        }
        guard let title, !title.isEmpty else {
            throw ServiceError(.usage, "The question is empty; nothing was asked.")
        }
        guard try await similar.goesOn(with: title, in: session) else { return }
        var saved = try await session.client.call(
            Routes.ask,
            AskRequest(
                community: community, title: title, body: words,
                tags: tags.isEmpty ? nil : tags, unnamed: unnamed.asColleague ? true : nil,
                person: unnamed.person))
        saved = try await behalf.stamp(saved, in: session)
        saved = try await AttachOptions.attach(files, to: saved, in: session)
        try session.print(saved) {
            unnamed.asColleague
                ? unnamed.lines(saved, $0) : PostReport.lines(saved, say("Asked"), $0)
        }
    }
}

/// The command `hearth answer`.
struct AnswerCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "answer", "Answer a question; without a text, in your editor.",
        examples: [
            "hearth answer Q-7F3KD \"Bearing, not belt. Regrease before wash.\"",
            "hearth answer Q-7F3KD - < answer.txt",
            "hearth answer Q-7F3KD \"Tighten the clamp.\" --on-behalf \"N., shift C\" --consent paper",
            "hearth answer Q-7F3KD \"Like this.\" --attach clamp.jpg",
        ])

    @Argument(help: .say("Short code of the question."))
    var question: String
    @Argument(help: .say("The answer; - reads it from standard input."))
    var text: String?
    @Option(help: .say("The answer, as an option."))
    var body: String?
    @OptionGroup var behalf: BehalfOptions
    @OptionGroup var attachments: AttachOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let files = try attachments.paths()
        let words =
            try TextInput.words(text ?? body)
            ?? TextInput.edited("", missing: say("The answer is missing."))
        guard !words.isEmpty else {
            throw ServiceError(.usage, "The answer is empty; nothing was sent.")
        }
        var saved = try await session.client.call(
            Routes.answer, AnswerRequest(question: question, body: words))
        saved = try await behalf.stamp(saved, in: session)
        saved = try await AttachOptions.attach(files, to: saved, in: session)
        try session.print(saved) { PostReport.lines(saved, say("Answered"), $0) }
    }
}

/// The command `hearth thanks`.
struct ThanksCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "thanks", "Thank somebody for a question or an answer.",
        examples: [
            "hearth thanks A-9K2M4 \"Saved my night shift\"",
            "hearth thanks Q-7F3KD --to Dana --to Ben",
        ])

    @Argument(help: .say("Short code of the question or answer."))
    var post: String
    @Argument(help: .say("Words of thanks; - reads them from standard input."))
    var text: String?
    @Option(name: .customLong("to"), help: .say("Who is thanked; the author when absent."))
    var people: [String] = []
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.thank,
            ThanksRequest(
                post: post, text: try TextInput.words(text),
                people: people.isEmpty ? nil : people))
        try session.print(saved) { PostReport.lines(saved, say("Sent thanks"), $0) }
    }
}

/// The command `hearth edit`.
struct EditCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "edit", "Change your own words; without new ones, in your editor.",
        examples: [
            "hearth edit Q-7F3KD --title \"How do we re-zero press 4 after a wash?\"",
            "hearth edit A-9K2M4 \"Bearing, not belt. Regrease before and after wash.\"",
        ])

    @Argument(help: .say("Short code of your question, answer or community, or of yourself."))
    var reference: String
    @Argument(help: .say("The new text; - reads it from standard input."))
    var text: String?
    @Option(help: .say("The new text, as an option."))
    var body: String?
    @Option(help: .say("The new title or name."))
    var title: String?
    @Option(
        name: .customLong("tag"), help: .say("All tags from now on; may be given several times."))
    var tags: [String] = []
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        var request = EditRequest(
            reference: reference, title: title, body: try TextInput.words(text ?? body),
            tags: tags.isEmpty ? nil : tags)
        if request.title == nil, request.body == nil, request.tags == nil {
            try await fillInEditor(&request, session)
        }
        let saved = try await session.client.call(Routes.edit, request)
        try session.print(saved) { PostReport.lines(saved, say("Changed"), $0) }
    }

    private func fillInEditor(_ request: inout EditRequest, _ session: Session) async throws {
        let missing = say("The new words are missing.")
        let shown = try await session.client.call(
            Routes.show, ShowRequest(reference: reference, collapsed: true))
        guard let thread = shown.thread else { throw ServiceError(.usage, said: missing) }
        let focus = shown.focus
        if let answer = thread.answers.first(where: { $0.code == focus }) {
            request.body = try TextInput.edited(answer.body, missing: missing)
            return
        }
        let question = thread.question
        let start = (question.title ?? "") + "\n\n" + question.body
        let written = try TextInput.edited(start, missing: missing)
        (request.title, request.body) = EditedText.parts(written)
    }
}

/// What a person wrote in an editor.
enum EditedText {
    /// The first line, and the rest if there is any.
    static func parts(_ text: String) -> (title: String?, body: String?) {
        let parts = text.split(separator: "\n", maxSplits: 1)
        let rest = parts.count > 1 ? String(parts[1].drop { $0.isWhitespace }) : ""
        return (parts.first.map(String.init), rest.isEmpty ? nil : rest)
    }
}
