import Foundation

/// A program of the outside that runs to its end, or until its time is over.
struct Command {
    /// What a finished program left.
    struct Output {
        var status: Int32
        var standardOutput: String
        var standardError: String
    }

    /// Why a program is of no use to a test.
    enum Failure: Error, CustomStringConvertible {
        case status(command: String, Output)
        case timeout(command: String, seconds: Int)

        var description: String {
            switch self {
            case .status(let command, let output):
                "\(command) exited with \(output.status): \(output.standardError)"
                    + output.standardOutput
            case .timeout(let command, let seconds):
                "\(command) did not end within \(seconds) seconds"
            }
        }
    }

    var path: String
    var arguments: [String]
    var environment: [String: String] = [:]
    var input: String?
    var seconds = 60

    /// Runs the program and returns whatever it did.
    func run() throws -> Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { try Data((input ?? "").utf8).write(to: file) }
        for file in files.dropFirst() { try Data().write(to: file) }
        let handles = [
            try FileHandle(forReadingFrom: files[0]), try FileHandle(forWritingTo: files[1]),
            try FileHandle(forWritingTo: files[2]),
        ]
        // The process object outlives the program, and with it what it was given.
        defer { for handle in handles { try? handle.close() } }
        process.standardInput = handles[0]
        process.standardOutput = handles[1]
        process.standardError = handles[2]
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            process.terminate()
            throw Failure.timeout(command: name, seconds: seconds)
        }
        return Output(
            status: process.terminationStatus,
            standardOutput: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            standardError: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Runs the program and returns its output; any other exit status than 0 is a failure.
    @discardableResult
    func check() throws -> String {
        let output = try run()
        guard output.status == 0 else { throw Failure.status(command: name, output) }
        return output.standardOutput
    }

    private var name: String { ([path] + arguments).joined(separator: " ") }
}
