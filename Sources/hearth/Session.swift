internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// Options that every command has.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: .say("Print JSON for scripts: one object a line."))
    var json = false
}

/// What a command works with: the home, a client of its daemon, and a place to print.
struct Session: Sendable {
    /// The home that the command is for.
    let folders: HomeFolders
    /// A client of its daemon.
    private(set) var client: LocalClient
    /// How text for people looks.
    let style: Style
    /// True when JSON is to be printed instead.
    let isJSON: Bool

    /// Opens a session for the home that the environment names.
    init(_ options: OutputOptions) throws {
        folders = try HomeFolders.current()
        let environment = ProcessInfo.processInfo.environment
        var client = LocalClient(socket: folders.socket)
        client.session = environment["HEARTH_SESSION"].flatMap { $0.isEmpty ? nil : $0 }
        self.client = client
        style = Terminal.style(environment: environment)
        isJSON = options.json
    }

    /// This session without the person who is signed in at the terminal, for whoever comes next.
    var ofTerminal: Session {
        var session = self
        session.client.session = nil
        return session
    }

    /// Prints an answer, as JSON or as the lines that people read.
    func print(_ answer: some Encodable, lines: (Style) -> [String]) throws {
        if isJSON {
            try printJSON(answer)
        } else {
            Terminal.write(lines(style).map { $0 + "\n" }.joined())
        }
    }

    /// Prints a value as JSON on one line.
    func printJSON(_ answer: some Encodable) throws {
        Terminal.write(String(decoding: try JSONText.encode(answer), as: UTF8.self) + "\n")
    }

    /// A progress line for people; silent with JSON.
    func progress() -> ProgressBar {
        ProgressBar(isQuiet: isJSON)
    }
}

/// A command that asks the daemon something.
protocol SessionCommand: AsyncParsableCommand {
    /// Options that every command has.
    var output: OutputOptions { get }
    /// Does what the command is for.
    func run(in session: Session) async throws
}

extension SessionCommand {
    func run() async throws {
        try await run(in: Session(output))
    }
}

extension CommandConfiguration {
    /// A configuration whose help has examples.
    ///
    /// - Parameter usage: For a command whose default subcommand has options of its own, which its
    ///   help would not show otherwise.
    static func hearth(
        _ name: String, _ abstract: Phrase, usage: String? = nil, notes: Phrase? = nil,
        examples: [String],
        subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
    ) -> CommandConfiguration {
        let list = examples.map { "  " + $0 }.joined(separator: "\n")
        let title = examples.count == 1 ? say("EXAMPLE:") : say("EXAMPLES:")
        let language = Language.current
        let words = notes.map { language.text(of: $0) + "\n\n" } ?? ""
        return CommandConfiguration(
            commandName: name, abstract: language.text(of: abstract), usage: usage,
            discussion: words + title + "\n" + list,
            subcommands: subcommands, defaultSubcommand: defaultSubcommand, aliases: aliases)
    }
}

extension ArgumentHelp {
    /// What an option is for, in the language of whoever asks.
    static func say(_ phrase: Phrase) -> ArgumentHelp {
        ArgumentHelp(Language.current.text(of: phrase))
    }
}
