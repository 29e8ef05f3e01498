internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth handover`.
struct HandoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "handover", "What somebody who goes leaves to those who stay.",
        usage: """
            hearth handover start [--note TEXT] [--json]
            hearth handover ask PERSON QUESTION [--json]
            hearth handover answer QUESTION ANSWER [--json]
            hearth handover [show] [PERSON] [--json]
            """,
        notes: """
            Whoever is about to go begins it; colleagues ask up to five questions, and everybody in \
            the workplace reads the answers.
            """,
        examples: [
            "hearth handover start --note \"Ask Ben about press 4\"",
            "hearth handover ask Hana \"How do you hear that a bearing goes?\"",
        ],
        subcommands: [Show.self, Start.self, Ask.self, Answer.self],
        defaultSubcommand: Show.self)

    /// The command `hearth handover show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show what people leave to those who stay.",
            examples: ["hearth handover show Hana"])

        @Argument(help: .say("Name or short code of the person; everybody when absent."))
        var person: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.handovers, HandoversRequest(person: person))
            try session.print(list) { HandoverReport.lines(list, $0) }
        }
    }

    /// The command `hearth handover start`.
    struct Start: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "start", "Begin your handover, so that colleagues can ask before you go.",
            examples: ["hearth handover start --note \"Ask Ben about press 4\""])

        @Option(help: .say("Whom to ask from now on; - reads it from standard input."))
        var note: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.startHandover, StartHandoverRequest(note: try TextInput.words(note)))
            try session.print(saved) { HandoverReport.lines(saved, $0) }
        }
    }

    /// The command `hearth handover ask`.
    struct Ask: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "ask", "Ask somebody who goes one of five questions.",
            examples: ["hearth handover ask Hana \"How do you hear that a bearing goes?\""])

        @Argument(help: .say("Name or short code of the person who goes."))
        var person: String
        @Argument(help: .say("The question; - reads it from standard input."))
        var text: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.askHandover,
                AskHandoverRequest(person: person, text: try TextInput.words(text) ?? text))
            try session.print(saved) { HandoverReport.lines(saved, $0) }
        }
    }

    /// The command `hearth handover answer`.
    struct Answer: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "answer", "Answer a question that a colleague asked before you go.",
            examples: ["hearth handover answer J-7F3KD \"It sings, an octave up.\""])

        @Argument(help: .say("Short code of the question."))
        var question: String
        @Argument(help: .say("The answer; - reads it from standard input."))
        var text: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let saved = try await session.client.call(
                Routes.answerHandover,
                AnswerHandoverRequest(
                    question: question, text: try TextInput.words(text) ?? text))
            try session.print(saved) { HandoverReport.lines(saved, $0) }
        }
    }
}
