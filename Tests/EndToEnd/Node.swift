import Foundation

/// One colleague's computer: a host of the lab with a home and, while it runs, a daemon.
final class Node {
    /// What the colleague is called.
    let name: String
    /// The home folder.
    let home: URL
    /// The token of whoever is signed in, on a shared terminal.
    var session: String?
    /// What is run before the daemon, and runs it then.
    var prelude: [String] = []
    private let lab: Lab
    private let host: String
    private var running: Process?

    /// Makes an empty home for a host, with a configuration if one is given.
    init(name: String, host: String, lab: Lab, in folder: URL, configuration: String = "") throws {
        self.name = name
        self.host = host
        self.lab = lab
        home = folder.appendingPathComponent(name.lowercased())
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(configuration.utf8).write(to: home.appendingPathComponent("hearth.toml"))
    }

    deinit { running?.terminate() }

    /// The process of the daemon, while it runs.
    var process: Int32? { running.flatMap { $0.isRunning ? $0.processIdentifier : nil } }

    /// Starts the daemon, with options if some are given, and waits until it answers.
    func start(_ options: String...) throws {
        let program = lab.programs.appendingPathComponent("hearthd").path
        let launch = lab.on(host, prelude + environment + [program] + options)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: launch.path)
        process.arguments = launch.arguments
        process.environment = ProcessInfo.processInfo.environment.merging(launch.environment) { $1 }
        let log = home.appendingPathComponent("hearthd.log")
        if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
        let output = try FileHandle(forWritingTo: log)
        try output.seekToEnd()
        process.standardOutput = output
        process.standardError = output
        defer { try? output.close() }
        try process.run()
        running = process
        var isUp = false
        _ = try Patience.holds(within: 30) {
            isUp = try hearth("status", "--json").status == 0
            return isUp || !process.isRunning
        }
        guard isUp else { throw Failure.silent(name: name, log: tail(of: log)) }
    }

    /// Runs a daemon on this home that is expected to give up at once.
    func daemon(_ options: String...) throws -> Command.Output {
        let program = lab.programs.appendingPathComponent("hearthd").path
        return try lab.on(host, environment + [program] + options, seconds: 20).run()
    }

    /// Puts a backup into this home, as `hearth restore` does before it starts the daemon.
    func restore(_ backup: String, passphrase: String) throws -> Command.Output {
        let program = lab.programs.appendingPathComponent("hearthd").path
        var command = lab.on(host, environment + [program, "--restore", backup], seconds: 60)
        command.input = passphrase
        return try command.run()
    }

    /// Ends the daemon as a person would, and waits for it.
    func stop() throws {
        guard let daemon = running, daemon.isRunning else { return }
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        guard daemon.terminationStatus == 0 else {
            throw Failure.unclean(name: name, status: daemon.terminationStatus)
        }
        running = nil
    }

    /// Ends the daemon without any warning.
    func crash() {
        guard let daemon = running, daemon.isRunning else { return }
        kill(daemon.processIdentifier, SIGKILL)
        daemon.waitUntilExit()
        running = nil
    }

    /// Runs the command on this colleague's computer.
    func hearth(_ words: String..., input: String? = nil, seconds: Int = 60) throws
        -> Command.Output
    {
        try command(words, input: input, seconds: seconds).run()
    }

    /// Runs the command and returns its output; a failure is an error.
    @discardableResult
    func check(_ words: String..., input: String? = nil, seconds: Int = 60) throws -> String {
        try check(words, input: input, seconds: seconds)
    }

    /// Runs the command with a list of words and returns its output.
    @discardableResult
    func check(_ words: [String], input: String? = nil, seconds: Int = 60) throws -> String {
        try command(words, input: input, seconds: seconds).check()
    }

    /// Runs the command with `--json` and reads one value from its output.
    func read<Answer: Decodable>(_ type: Answer.Type, _ words: String..., seconds: Int = 60) throws
        -> Answer
    {
        let text = try command(words + ["--json"], input: nil, seconds: seconds).check()
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// Starts the command in the background.
    func begin(_ words: String...) throws -> Background { try begin(words) }

    /// Starts the command with a list of words in the background.
    func begin(_ words: [String]) throws -> Background {
        try Background(command(words, input: nil, seconds: 0))
    }

    /// The canonical dump of everything that this replica holds.
    func dump() throws -> String { try check("dump", "--canonical") }

    private var environment: [String] {
        ["env", "HEARTH_HOME=\(home.path)", "HEARTH_LANGUAGE=en", "NO_COLOR=1"]
            + (session.map { ["HEARTH_SESSION=\($0)"] } ?? [])
    }

    func command(_ words: [String], input: String?, seconds: Int) -> Command {
        let program = lab.programs.appendingPathComponent("hearth").path
        var command = lab.on(host, environment + [program] + words, seconds: seconds)
        command.input = input
        return command
    }

    private func tail(of log: URL) -> String {
        guard let text = try? String(contentsOf: log, encoding: .utf8) else { return "no log" }
        return String(text.suffix(2000))
    }

    /// Why a daemon did not do what it should.
    enum Failure: Error, CustomStringConvertible {
        case silent(name: String, log: String)
        case unclean(name: String, status: Int32)

        var description: String {
            switch self {
            case .silent(let name, let log): "the daemon of \(name) does not answer:\n\(log)"
            case .unclean(let name, let status): "the daemon of \(name) ended with \(status)"
            }
        }
    }
}
