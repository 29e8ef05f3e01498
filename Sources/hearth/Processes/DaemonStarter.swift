internal import Foundation
internal import Languages
internal import LocalProtocol

/// Starts and stops the daemon of a home.
struct DaemonStarter {
    /// The home.
    let folders: HomeFolders
    /// A client of its daemon.
    let client: LocalClient

    /// How long a daemon may take until it answers.
    private static let patience = Duration.seconds(20)

    /// Starts the daemon unless it runs.
    ///
    /// - Returns: Its status, and whether it was started now.
    func start() async throws -> (status: Status, isNew: Bool) {
        if let status = try await running() { return (status, false) }
        let program = try Self.program()
        try Self.makeFolder(folders.state)
        let child = try ChildProcess.start(program, [], .detached(log: folders.daemonLog))
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: Self.patience)
        while clock.now < deadline {
            if let status = try await running() { return (status, true) }
            if let code = child.exitCode() {
                throw ServiceError(
                    code == ServiceErrorCode.noSuchRight.exitCode ? .noSuchRight : .internal,
                    "hearthd ended at once (exit code \(code)).\(lastWords())",
                    hint: "All that it said is in \(folders.daemonLog).")
            }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw ServiceError(
            .offline, "hearthd was started but doesn't answer yet.",
            hint: "See \(folders.daemonLog).")
    }

    /// Ends the daemon and waits until it is gone.
    ///
    /// - Returns: Its process number; nil when none ran.
    func stop() async throws -> Int? {
        guard let status = try await running() else { return nil }
        guard let process = pid_t(exactly: status.processID), process > 1,
            kill(process, SIGTERM) == 0
        else { throw ServiceError(.internal, "hearthd could not be told to end.") }
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: Self.patience)
        while clock.now < deadline {
            if kill(process, 0) != 0, errno == ESRCH { return Int(process) }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw ServiceError(
            .offline, "hearthd (process \(process)) is still finishing its work.",
            hint: "Wait a little, or see \(folders.daemonLog).")
    }

    /// Whether the daemon of this home runs.
    func isRunning() async throws -> Bool { try await running() != nil }

    /// Puts a backup into this empty home; the passphrase goes to the daemon's program through a pipe.
    func restore(_ backup: String, passphrase: String) throws {
        let program = try Self.program()
        try Self.makeFolder(folders.state)
        let pipe = Pipe()
        // A passphrase fits into the buffer of a pipe, so this waits for nobody.
        try pipe.fileHandleForWriting.write(contentsOf: Data((passphrase + "\n").utf8))
        try pipe.fileHandleForWriting.close()
        let child = try ChildProcess.start(
            program, ["--restore", backup],
            .reading(pipe.fileHandleForReading.fileDescriptor))
        let code = child.wait()
        guard code == 0 else {
            throw ServiceError(
                .usage, "Nothing was restored; hearthd said why.",
                hint: "Check the file and the passphrase.")
        }
    }

    private func running() async throws -> Status? {
        do {
            return try await client.call(Routes.status)
        } catch let error as ServiceError where error.code == .offline {
            return nil
        }
    }

    private func lastWords() -> String {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: folders.daemonLog)) else {
            return ""
        }
        let lines = String(decoding: data.suffix(2000), as: UTF8.self)
            .split(separator: "\n").suffix(3)
        return lines.isEmpty
            ? "" : " " + say("Its last words:") + "\n  " + lines.joined(separator: "\n  ")
    }

    /// The daemon's program: beside this one, or else in the search path.
    private static func program() throws(ServiceError) -> String {
        let beside = URL(fileURLWithPath: ownPath()).deletingLastPathComponent().path
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin"
        for folder in [beside] + search.split(separator: ":").map(String.init) {
            let path = folder + "/hearthd"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw ServiceError(
            .notFound, "The program hearthd is neither beside hearth nor in PATH.",
            hint: "Put both programs into one folder.")
    }

    private static func ownPath() -> String {
        if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            return link
        }
        return Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    }

    private static func makeFolder(_ path: String) throws(ServiceError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw ServiceError(
                .internal, "The folder \(path) can't be created.",
                hint: "Check its permissions, or set HEARTH_HOME to another place.")
        }
    }
}
