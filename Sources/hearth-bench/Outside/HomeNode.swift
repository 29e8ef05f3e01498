internal import Foundation
internal import LocalProtocol

/// One colleague's home with, while it runs, its daemon.
final class HomeNode {
    /// What the colleague is called.
    let name: String
    /// The home folder.
    let home: URL
    /// Where it runs.
    let host: Host
    private let programs: URL
    private var running: Process?
    /// What the daemon has logged since its last start.
    private(set) var log: LogLines?

    /// The line that a daemon's shell writes just before it becomes the daemon.
    static let birth = "hearth-bench: the daemon begins"

    /// Makes an empty home with a configuration.
    init(
        _ name: String, on host: Host, in folder: URL, programs: URL, configuration: String
    ) throws {
        self.name = name
        self.host = host
        self.programs = programs
        home = folder.appendingPathComponent(name.lowercased())
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(configuration.utf8).write(to: home.appendingPathComponent("hearth.toml"))
    }

    deinit { running?.terminate() }

    /// The local API of the daemon.
    var socket: LocalSocket {
        get throws {
            let folders = try HomeFolders.locate(
                environment: ["HEARTH_HOME": home.path], user: UInt32(getuid()))
            return LocalSocket(path: folders.socket)
        }
    }

    /// The process of the daemon; 0 while it doesn't run.
    var process: Int32 { running?.processIdentifier ?? 0 }

    /// Starts the daemon without waiting for anything.
    func launch() throws {
        let daemon = programs.appendingPathComponent("hearthd").path
        let script = "echo '\(Self.birth)' >&2; exec '\(daemon)'"
        let process = host.command(
            ["env", "HEARTH_HOME=\(home.path)", "sh", "-c", script]
        ).process()
        log = LogLines(of: process)
        try process.run()
        running = process
    }

    /// Starts the daemon and waits until it answers.
    func start() async throws {
        try launch()
        try await wait(seconds: 30, "the daemon of \(name) answers") {
            guard running?.isRunning == true else {
                throw Failed("the daemon of \(name) ended:\n\(log?.tail ?? "")")
            }
            return (try? socket.call(Routes.status)) != nil
        }
    }

    /// Ends the daemon as a person would, and waits for it.
    func stop() throws {
        guard let daemon = running, daemon.isRunning else { return }
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        running = nil
        guard daemon.terminationStatus == 0 else {
            throw Failed("the daemon of \(name) ended with \(daemon.terminationStatus)")
        }
    }

    /// Ends the daemon without any warning.
    func crash() {
        guard let daemon = running, daemon.isRunning else { return }
        kill(daemon.processIdentifier, SIGKILL)
        daemon.waitUntilExit()
        running = nil
    }

    /// The command `hearth` on this home.
    func hearth(_ words: String...) -> Command {
        let program = programs.appendingPathComponent("hearth").path
        return host.command(
            ["env", "HEARTH_HOME=\(home.path)", "HEARTH_LANGUAGE=en", "NO_COLOR=1", program] + words
        )
    }
}

/// Waits until a condition holds.
func wait(
    seconds: Int, every interval: Duration = .milliseconds(50), _ what: String,
    until holds: () throws -> Bool
) async throws {
    let watch = Stopwatch()
    while try !holds() {
        guard watch.seconds < Double(seconds) else {
            throw Failed("not within \(seconds) seconds: \(what)")
        }
        try await Task.sleep(for: interval)
    }
}
