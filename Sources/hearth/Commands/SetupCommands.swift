internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth init`.
struct InitCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "init", "Set this computer up for a person; starts hearthd when it isn't running.",
        examples: [
            "hearth init --name Ada", "hearth init --name Ada --workplace \"Plant North\"",
            "hearth init --kiosk --name Canteen --join 47-copper-lantern",
        ])

    @Option(help: .say("Your name, as colleagues will read it; of a shared terminal, its place."))
    var name: String
    @Flag(help: .say("Set up a shared terminal, for people who have no computer at work."))
    var kiosk = false
    @Option(help: .say("Join a colleague's workplace with this code as well."))
    var join: String?
    @Option(help: .say("Address of the colleague's computer, where multicast doesn't work."))
    var address: String?
    @Flag(
        help: .say("Take the words of --join for the same without asking; for tests and scripts."))
    var yes = false
    @Option(help: .say("Label of this computer; its host name when absent."))
    var device: String?
    @Option(help: .say("Found a workplace of this name as well."))
    var workplace: String?
    @Flag(name: .long, help: .say("Fail when hearthd isn't running, instead of starting it."))
    var noStart = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if kiosk, workplace != nil {
            throw ValidationError(say("A shared terminal founds no workplace; give --join CODE."))
        }
        if join != nil, workplace != nil {
            throw ValidationError(say("Give --workplace or --join, not both."))
        }
        if address != nil, join == nil { throw ValidationError(say("--address goes with --join.")) }
    }

    func run(in session: Session) async throws {
        if !noStart {
            let starter = DaemonStarter(folders: session.folders, client: session.client)
            _ = try await starter.start()
        }
        let code = try join.map { try CodeLink.code(in: $0, for: .join) }
        var identity = try await session.client.call(
            Routes.initialize,
            InitializeRequest(name: name, deviceName: device, isKiosk: kiosk ? true : nil))
        if let code {
            let pairing = try await session.client.call(
                Routes.join, JoinRequest(code: code, address: address))
            return try await PairingTalk(session: session, isAgreed: yes).follow(pairing)
        }
        if let workplace {
            _ = try await session.client.call(
                Routes.foundWorkplace, NewWorkplaceRequest(name: workplace))
            identity = try await session.client.call(Routes.identity)
        }
        try session.print(identity) { style in
            StatusReport.lines(identity, style)
                + (identity.workplace == nil
                    ? [
                        "",
                        kiosk
                            ? say("Next: hearth join CODE")
                            : say("Next: hearth workplace new NAME, or hearth join CODE"),
                    ]
                    : ["", say("Next: hearth invite")])
        }
    }
}

/// The command `hearth start`.
struct StartCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "start", "Start hearthd for this home unless it runs.", examples: ["hearth start"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let starter = DaemonStarter(folders: session.folders, client: session.client)
        let (status, isNew) = try await starter.start()
        try session.print(status) { _ in
            [
                isNew
                    ? say("hearthd runs as process \(status.processID)")
                    : say("hearthd was running already as process \(status.processID)")
            ]
        }
    }
}

/// The command `hearth stop`.
struct StopCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "stop", "Stop hearthd of this home and wait until it has finished.",
        examples: ["hearth stop"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let starter = DaemonStarter(folders: session.folders, client: session.client)
        let process = try await starter.stop()
        try session.print(JSONValue.object(["stopped": .boolean(process != nil)])) { _ in
            [
                process.map { say("hearthd (process \($0)) has stopped") }
                    ?? say("hearthd wasn't running")
            ]
        }
    }
}

/// The command `hearth workplace`.
struct WorkplaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "workplace", "Found a workplace, or show yours.",
        usage: """
            hearth workplace [show] [--json]
            hearth workplace new NAME [--door-key FILE] [--json]
            """,
        examples: ["hearth workplace new \"Plant North\"", "hearth workplace show"],
        subcommands: [New.self, Show.self], defaultSubcommand: Show.self)

    /// The command `hearth workplace new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Found a workplace; colleagues join it with your invitations.",
            examples: ["hearth workplace new \"Plant North\""])

        @Argument(help: .say("Name of the workplace."))
        var name: String
        @Option(
            help: .say(
                """
                Found it with a one-way door key, whose secret is written to this new file once: \
                it can mark people as departed and nothing else.
                """))
        var doorKey: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            // The file comes first: a secret that can't be kept would be lost.
            let file = try doorKey.map { try SecretFile(creating: $0) }
            var workplace: Workplace
            do {
                workplace = try await session.client.call(
                    Routes.foundWorkplace,
                    NewWorkplaceRequest(name: name, hasDoorKey: file == nil ? nil : true))
            } catch {
                file?.discard()
                throw error
            }
            if let secret = workplace.doorKeySecret { try file?.write(secret + "\n") }
            workplace.doorKeySecret = nil
            try session.print(workplace) { style in
                StatusReport.lines(workplace, style)
                    + (file.map { ["", say("The door key is in \($0.path); keep it apart.")] } ?? [])
                    + ["", say("Next: hearth invite")]
            }
        }
    }

    /// The command `hearth workplace show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show your workplace.", examples: ["hearth workplace show"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let workplace = try await session.client.call(Routes.workplace)
            try session.print(workplace) { StatusReport.lines(workplace, $0) }
        }
    }
}

/// The command `hearth completions`.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "completions", "Print the completion script for a shell.",
        examples: [
            "hearth completions bash > ~/.local/share/bash-completion/completions/hearth",
            "hearth completions zsh > ~/.zfunc/_hearth",
            "hearth completions fish > ~/.config/fish/completions/hearth.fish",
        ])

    @Argument(help: .say("bash, zsh or fish."), completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw ServiceError(.usage, "\(shell) is not one of bash, zsh and fish.")
        }
        Terminal.write(Hearth.completionScript(for: shell) + "\n")
    }
}
