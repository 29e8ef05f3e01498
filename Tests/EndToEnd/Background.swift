import Foundation

/// A program that runs while the test goes on.
final class Background {
    private let process = Process()
    private let file: URL

    /// Starts a program; its standard output can be read at any time.
    init(_ command: Command) throws {
        file = FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-output-\(UUID().uuidString)")
        try Data().write(to: file)
        process.executableURL = URL(fileURLWithPath: command.path)
        process.arguments = command.arguments
        process.environment = ProcessInfo.processInfo.environment.merging(command.environment) {
            $1
        }
        let output = try FileHandle(forWritingTo: file)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        defer { try? output.close() }
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: file)
    }

    /// Asks the program to end, as Ctrl-C does, and waits for it.
    ///
    /// - Returns: How it ended.
    func interrupt() -> Int32 {
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What the program has written so far.
    var output: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

    /// Waits for the end of the program, which is to be a good one.
    func finish(seconds: Int) throws {
        guard Patience.holds(within: Double(seconds), { !process.isRunning }) else {
            throw Office.Timeout(what: "the end of the program: \(output)", seconds: seconds)
        }
        guard process.terminationStatus == 0 else {
            throw Command.Failure.status(
                command: "the program in the background",
                Command.Output(
                    status: process.terminationStatus, standardOutput: output, standardError: ""))
        }
    }
}
