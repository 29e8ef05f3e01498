internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol
internal import Phrasebook

/// The command `hearth`: all that a person can do with the node of their computer.
@main
struct Hearth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearth",
        abstract: say("Questions and answers among colleagues, on their own computers."),
        discussion: """
            \(say("EXAMPLES:"))
              hearth init --name Ada
              hearth workplace new "Plant North"
              hearth invite
              hearth ask "How do we re-zero press 4?" --community Bearings

            \(exitCodes)

            \(languages)
            """,
        groupedSubcommands: [
            CommandGroup(
                name: say("Settle in"),
                subcommands: [
                    InitCommand.self, WorkplaceCommand.self, InviteCommand.self,
                    JoinCommand.self, CommunityCommand.self,
                    DeviceCommand.self, RecoveryCommand.self, SlipCommand.self,
                    KioskCommand.self, BehalfCommand.self, ClaimCommand.self,
                ]),
            CommandGroup(
                name: say("Ask and answer"),
                subcommands: [
                    AskCommand.self, RevealCommand.self, AnswerCommand.self, ThanksCommand.self,
                    EditCommand.self,
                    ShowCommand.self, AttachCommand.self, FetchCommand.self, FilesCommand.self,
                    ListCommand.self, SearchCommand.self, ImportCommand.self,
                    ExportCommand.self, RoomCommand.self,
                    InboxCommand.self, FollowCommand.self, CatchUpCommand.self,
                    WhoKnowsCommand.self, FindableCommand.self, MirrorCommand.self,
                ]),
            CommandGroup(
                name: say("Raise, tell and try"),
                subcommands: [
                    ProblemCommand.self, WallCommand.self, StoryCommand.self,
                    ExperimentCommand.self, PledgeCommand.self, WorkedCommand.self,
                    AcceptCommand.self,
                    SuggestCommand.self, ValueCommand.self,
                    PageCommand.self, DistilCommand.self, TagCommand.self, SameCommand.self,
                    TraceCommand.self, DigestCommand.self,
                ]),
            CommandGroup(
                name: say("Meet"),
                subcommands: [EventCommand.self, SessionCardCommand.self, KitCommand.self]),
            CommandGroup(
                name: say("Rights, roles and objections"),
                subcommands: [
                    CanCommand.self, RolesCommand.self, RoleCommand.self, FlagCommand.self,
                    UnflagCommand.self, BlurCommand.self, LogCommand.self, HideCommand.self,
                    EraseCommand.self, ErasuresCommand.self,
                ]),
            CommandGroup(
                name: say("Decide together"),
                subcommands: [
                    ProposeCommand.self, ProposalCommand.self, ProposalsCommand.self,
                    QuestionCommand.self,
                    ConsentCommand.self, ConcernCommand.self, ObjectCommand.self,
                    StandAsideCommand.self, AmendCommand.self, CloseCommand.self,
                    AgreementsCommand.self, ForkCommand.self, ReopenCommand.self,
                    RehomeCommand.self,
                    PulseCommand.self, ConditionsCommand.self,
                ]),
            CommandGroup(
                name: say("Colleagues and their computers"),
                subcommands: [
                    StatusCommand.self, WhoamiCommand.self, MeCommand.self, PeopleCommand.self,
                    VerifyCommand.self, RecoverCommand.self, HandoverCommand.self,
                    DepartCommand.self, DeparturesCommand.self, ReadmitCommand.self,
                    ReleaseCommand.self,
                    PeersCommand.self, SyncCommand.self, DoctorCommand.self,
                    EventsCommand.self,
                ]),
            CommandGroup(
                name: say("This machine"),
                subcommands: [
                    LockCommand.self, UnlockCommand.self, SealCommand.self, UnsealCommand.self,
                    PolicyCommand.self, GatewayCommand.self, AuditCommand.self,
                    BackupCommand.self, RestoreCommand.self, BundleCommand.self,
                ]),
            CommandGroup(
                name: say("Upkeep"),
                subcommands: [
                    StartCommand.self, StopCommand.self, RebuildCommand.self, DumpCommand.self,
                    CompletionsCommand.self, WhyCommand.self,
                ]),
        ])

    private static var exitCodes: String {
        say(
            "Exit codes: 0 ok, 1 internal error, 2 usage, 3 not found, 4 no such right, "
                + "5 needs consent, 6 offline or not here yet, 7 something like it is here already "
                + "(--json only).")
    }

    private static var languages: String {
        say("Languages: --language he, or HEARTH_LANGUAGE; otherwise that of the system.")
    }

    static func main() async {
        // A reader that goes away, such as `head`, ends us quietly by an error, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        let choice = LanguageChoice(
            arguments: Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment)
        // What scripts read is the same everywhere.
        let name = choice.arguments.contains("--json") ? "en" : choice.name
        await Language.$current.withValue(Phrasebook.language(name)) {
            await main(choice.arguments)
        }
    }

    private static func main(_ typed: [String]) async {
        do {
            // `help why` is `why`.
            let arguments =
                typed.starts(with: ["help", "why"]) ? Array(typed.dropFirst()) : typed
            var command = try await asyncParseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as ServiceError {
            report(error)
            Foundation.exit(error.code.exitCode)
        } catch {
            leave(with: error)
        }
    }

    private static func report(_ error: ServiceError) {
        if CommandLine.arguments.contains("--json"),
            let line = try? JSONText.encode(ErrorAnswer(error: error))
        {
            Terminal.writeError(String(decoding: line, as: UTF8.self) + "\n")
            return
        }
        let start = Language.current.lineStart
        Terminal.writeError("\(start)hearth: \(PlainText.block(error.message))\n")
        if let hint = error.hint {
            Terminal.writeError("\(start)        \(PlainText.block(hint))\n")
        }
    }

    /// Ends with what the parser of arguments has to say: help, completions, or a usage error.
    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        let message = fullMessage(for: error)
        let prefix = "Error: "
        let words = message.hasPrefix(prefix) ? message.dropFirst(prefix.count) : message[...]
        Terminal.writeError("hearth: \(words)\n")
        Foundation.exit(ServiceErrorCode.usage.exitCode)
    }
}
