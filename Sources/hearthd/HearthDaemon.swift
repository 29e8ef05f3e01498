internal import ArgumentParser
internal import Daemon
internal import LocalAPI
internal import LocalProtocol
internal import Logging
internal import Phrasebook
internal import ServiceLifecycle
internal import UnixSignals

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The program that runs a person's node.
@main
struct HearthDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearthd",
        abstract: "Run the node of this home in the foreground.",
        discussion: """
            It finds colleagues' nodes on the local network, keeps a full replica, and answers the \
            command `hearth` on a Unix socket that only you can open. Stop it with Ctrl-C or \
            SIGTERM: it says goodbye to its peers first.

            EXAMPLES
              hearthd
              HEARTH_HOME=~/second hearthd --log-level debug

            It refuses to start if /etc/hearth/policy.toml can't be read, could be written by \
            others than root, or forbids what hearth.toml says (exit code 4).

            With systemd: systemctl --user enable --now hearthd.socket
            """,
        version: HearthNode.version)

    @Option(help: "Least level to log: trace, debug, info, notice, warning or error.")
    var logLevel: String?
    @Option(
        help: ArgumentHelp(
            "A further policy file; with the machine's own, the stricter rule holds.",
            valueName: "path"))
    var policy: String?
    @Option(
        help: ArgumentHelp(
            "Put a backup into this empty home, and end.", valueName: "file"))
    var restore: String?
    @Option(help: "Where --restore reads the passphrase, up to the first line feed.")
    var passphraseFd: Int32 = 0

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
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
        let line = Array("hearthd: restored \(report.files) files, \(report.bytes) bytes\n".utf8)
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
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: NodeService(gate: gate)), .init(service: server),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        lock.release()
    }

    private func level(_ home: HomeFolders) throws -> Logger.Level {
        let name = try logLevel ?? Configuration.read(path: home.configuration).logLevel
        guard let level = Logger.Level(rawValue: name) else {
            throw ValidationError("\"\(name)\" is no log level.")
        }
        return level
    }
}
