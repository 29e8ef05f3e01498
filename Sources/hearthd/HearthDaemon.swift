internal import ArgumentParser
internal import Daemon
internal import Foundation
internal import Languages
internal import LocalAPI
internal import LocalProtocol
internal import Logging
internal import Phrasebook
internal import ServiceLifecycle
internal import UnixSignals
internal import Web

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The program that runs a person's node.
@main
struct HearthDaemon: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hearthd",
            abstract: say("Run the node of this home in the foreground."),
            discussion: """
                \(purpose)

                \(say("EXAMPLES:"))
                  hearthd
                  HEARTH_HOME=~/second hearthd --log-level debug

                \(refusals)

                \(say("With systemd: systemctl --user enable --now hearthd.socket"))
                """,
            version: HearthNode.version)
    }

    private static var purpose: String {
        say(
            "It finds colleagues' nodes on the local network, keeps a full replica, and answers the "
                + "command `hearth` on a Unix socket that only you can open. Stop it with Ctrl-C or "
                + "SIGTERM: it says goodbye to its peers first.")
    }

    private static var refusals: String {
        say(
            "It refuses to start if /etc/hearth/policy.toml can't be read, could be written by "
                + "others than root, or forbids what hearth.toml says (exit code 4).")
    }

    @Option(help: .say("Least level to log: trace, debug, info, notice, warning or error."))
    var logLevel: String?
    @Option(
        help: .say(
            "A further policy file; with the machine's own, the stricter rule holds.",
            value: "path"))
    var policy: String?
    @Option(help: .say("Put a backup into this empty home, and end.", value: "file"))
    var restore: String?
    @Option(help: .say("Where --restore reads the passphrase, up to the first line feed."))
    var passphraseFd: Int32 = 0

    static func main() async {
        let choice = LanguageChoice(
            arguments: Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment)
        await Language.$current.withValue(Phrasebook.language(choice.name)) {
            await main(choice.arguments)
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        Allocator.keepLittle()
        do {
            if let restore { try unpack(restore) } else { try await serve() }
        } catch {
            let line = Array("hearthd: \(error)\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            throw ExitCode((error as? DaemonError)?.exitCode ?? 1)
        }
    }

    private func unpack(_ backup: String) throws {
        let home = try HomeFolders.current()
        let lock = try HomeLock(preparing: home)
        var letters: [UInt8] = []
        var letter: UInt8 = 0
        while letters.count < 1_024, read(passphraseFd, &letter, 1) == 1, letter != 10 {
            letters.append(letter)
        }
        let report = try Restoration.restore(
            backup, passphrase: String(decoding: letters, as: UTF8.self), to: home)
        let files = say(report.files, one: "1 file", other: "\(.count) files")
        let line = Array(say("hearthd: restored \(files), \(report.bytes) bytes").utf8) + [10]
        _ = write(STDERR_FILENO, line, line.count)
        lock.release()
    }

    private func serve() async throws {
        let policy = try Policy.inForce(further: policy)
        let home = try HomeFolders.current()
        if try LockableNode.canBeLocked(home) { WipingAllocator.enter() }
        let lock = try HomeLock(preparing: home)
        let level = try level(home)
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let logger = Logger(label: "hearthd")
        let gate = try await LockableNode.open(home: home, policy: policy, logger: logger)
        let socket = try ListeningSocket.inherited() ?? ListeningSocket.bind(path: home.socket)
        let server = LocalServer(
            gate: gate, socket: socket, logger: logger,
            language: { Phrasebook.language(accepting: $0) })
        let gateway = GatewayServer(
            control: gate, site: Site(reader: gate, dates: PageDates(offset: offset)),
            logger: logger, language: { Phrasebook.language(accepting: $0) })
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: NodeService(gate: gate)), .init(service: server),
                    .init(service: gateway),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        lock.release()
    }

    /// Seconds that the clock on the wall here is ahead of UTC at a moment.
    private func offset(_ moment: Timestamp) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
        return Int64(TimeZone.current.secondsFromGMT(for: date))
    }

    private func level(_ home: HomeFolders) throws -> Logger.Level {
        let name = try logLevel ?? Configuration.read(path: home.configuration).logLevel
        guard let level = Logger.Level(rawValue: name) else {
            throw ValidationError(say("\"\(name)\" is no log level."))
        }
        return level
    }
}

extension ArgumentHelp {
    /// What an option is for, in the language of whoever asks.
    fileprivate static func say(_ phrase: Phrase, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(Language.current.text(of: phrase), valueName: value)
    }
}
