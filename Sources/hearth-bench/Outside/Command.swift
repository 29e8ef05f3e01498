internal import Foundation

/// A program of the outside that runs to its end, or until its time is over.
struct Command: Sendable {
    var path: String
    var arguments: [String]
    var environment: [String: String] = [:]

    /// What a finished program left.
    struct Output {
        var status: Int32
        var standardOutput: String
        var standardError: String
    }

    /// A process that is ready to be started.
    func process() -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs the program and returns whatever it did.
    func run(seconds: Int = 60) throws -> Output {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { try Data().write(to: file) }
        let process = process()
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            process.terminate()
            throw Failed("\(name) did not end within \(seconds) seconds")
        }
        return Output(
            status: process.terminationStatus,
            standardOutput: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
            standardError: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
    }

    /// Runs the program and returns its output; any other exit status than 0 is a failure.
    @discardableResult
    func check(seconds: Int = 60) throws -> String {
        let output = try run(seconds: seconds)
        guard output.status == 0 else {
            throw Failed(
                "\(name) exited with \(output.status): \(output.standardError)"
                    + output.standardOutput)
        }
        return output.standardOutput
    }

    private var name: String { ([path] + arguments).joined(separator: " ") }
}
