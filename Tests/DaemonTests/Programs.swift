import Foundation

/// The built programs, run on a home of their own.
struct Programs: Sendable {
    /// What a finished program left.
    struct Run: Sendable {
        var code: Int32
        var output: String
        var errors: String
    }

    let folder: String
    let home: String

    /// Finds the programs beside the tests; `nil`, with a line that says so, if they aren't built.
    init?(home: String) {
        var places = [CommandLine.arguments.first ?? ""]
        places += CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        places += [
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        ]
        let folders = places.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
        guard
            let folder = folders.first(where: { folder in
                ["hearth", "hearthd"].allSatisfy {
                    FileManager.default.isExecutableFile(atPath: folder + "/" + $0)
                }
            })
        else {
            print("skipped: hearth and hearthd aren't built beside the tests")
            return nil
        }
        self.folder = folder
        self.home = home
    }

    /// Runs a program to its end.
    ///
    /// - Parameter input: What it reads from its standard input.
    @discardableResult
    func run(_ program: String, _ arguments: [String], input: String = "") async throws -> Run {
        let process = try start(program, arguments, input: input)
        defer { process.remove() }
        let (ended, signal) = AsyncStream.makeStream(of: Never.self)
        process.process.terminationHandler = { _ in signal.finish() }
        if !process.process.isRunning { signal.finish() }
        for await _ in ended {}
        process.process.waitUntilExit()
        return Run(
            code: process.process.terminationStatus,
            output: try String(contentsOfFile: process.output, encoding: .utf8),
            errors: try String(contentsOfFile: process.errors, encoding: .utf8))
    }

    /// Starts a program.
    func start(
        _ program: String, _ arguments: [String], input: String = ""
    ) throws -> Running {
        let mark = NSTemporaryDirectory() + "/hearth-run-\(UUID().uuidString)"
        let files = ["in", "out", "error"].map { "\(mark).\($0)" }
        for (file, text) in zip(files, [input, "", ""]) {
            _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: folder + "/" + program)
        process.arguments = arguments
        process.environment = ["HEARTH_HOME": home, "PATH": "/usr/bin:/bin", "HOME": home]
        let handles = [
            FileHandle(forReadingAtPath: files[0]), FileHandle(forWritingAtPath: files[1]),
            FileHandle(forWritingAtPath: files[2]),
        ]
        // The process object outlives the program, and with it what it was given.
        defer { for handle in handles { try? handle?.close() } }
        process.standardInput = handles[0]
        process.standardOutput = handles[1]
        process.standardError = handles[2]
        try process.run()
        return Running(process: process, files: files)
    }

    /// A program that was started.
    struct Running {
        let process: Process
        /// What it reads and writes.
        fileprivate let files: [String]
        var output: String { files[1] }
        var errors: String { files[2] }

        /// Ends the program, if it runs, and removes its files.
        func remove() {
            if process.isRunning { process.terminate() }
            for file in files { unlink(file) }
        }
    }
}
