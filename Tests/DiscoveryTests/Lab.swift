import Foundation
import TestKit
import Testing

/// A local network of hosts with real Avahi, made by `Tools/lan-lab/lan-lab`.
final class Lab {
    /// Why no lab can be made here; `nil` if one can.
    static let obstacle: String? = {
        guard getuid() == 0 else { return "skipped: the LAN lab needs root" }
        let check = Result { try run(["check"], lab: "probe") }
        guard case .success(let result) = check, result.status == 0 else {
            return "skipped: the LAN lab does not work here (Tools/lan-lab/lan-lab check)"
        }
        return nil
    }()

    private static let tool = SharedFolder.repository.appendingPathComponent(
        "Tools/lan-lab/lan-lab")

    private let name: String
    private let logs: URL
    private var nodes: [LabNode] = []

    /// Starts hosts named `h1`, `h2` and so on.
    init(hosts: Int) throws {
        name = "disco-\(getpid())-\(UInt16.random(in: .min ... .max))"
        logs = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        try command("up", "\(hosts)")
    }

    /// Takes the lab down with everything in it.
    func down() {
        nodes.forEach { $0.end() }
        _ = try? Self.run(["down"], lab: name)
        try? FileManager.default.removeItem(at: logs)
    }

    /// Runs a command of the tool.
    func command(_ arguments: String...) throws {
        let result = try Self.run(arguments, lab: name)
        try #require(result.status == 0, "lan-lab \(arguments): \(result.output)")
    }

    /// Starts a discovery service on a host, in a process of its own.
    ///
    /// - Parameter interfaces: The only interfaces that it is to use.
    func node(_ host: String, interfaces: [String] = []) throws -> LabNode {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let log = logs.appendingPathComponent("\(host)-\(nodes.count)")
        let arguments = [
            "exec", host, program, "--testing-library", "swift-testing", "--filter",
            LabNode.testName,
        ]
        let process = Self.process(arguments, lab: name)
        process.environment?[LabNode.interfaces] = interfaces.joined(separator: ",")
        let node = try LabNode(process, log: log)
        nodes.append(node)
        return node
    }

    private static func run(_ arguments: [String], lab: String) throws -> (
        status: Int32, output: String
    ) {
        let process = process(arguments, lab: lab)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static func process(_ arguments: [String], lab: String) -> Process {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LAN_LAB_NAME"] = lab
        environment[LabNode.variable] = "1"
        process.environment = environment
        return process
    }
}

/// A process on a host of the lab that runs a discovery service and prints what it hears.
final class LabNode {
    /// Set in the environment of such a process.
    static let variable = "HEARTH_LAB_NODE"
    /// The only interfaces to be used, with commas between them.
    static let interfaces = "HEARTH_LAB_INTERFACES"
    /// The test that such a process runs.
    static let testName = "labNodeProcess"
    /// What its lines begin with.
    static let mark = "lab: "

    private let process: Process
    private let input = Pipe()
    private let log: URL
    private var heard: Set<Int> = []

    init(_ process: Process, log: URL) throws {
        self.process = process
        self.log = log
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Sends a command line; see `LabNodeProcess`.
    func tell(_ line: String) {
        input.fileHandleForWriting.write(Data((line + "\n").utf8))
    }

    /// Waits for a line with a text, in any order; records an issue if none comes in time.
    @discardableResult
    func hear(
        _ text: String, within seconds: Double = 15,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        repeat {
            let lines = try lines()
            if let index = unheard(lines, text) {
                heard.insert(index)
                return lines[index]
            }
            try await Task.sleep(for: .milliseconds(20))
        } while ContinuousClock.now < end
        Issue.record(
            "no '\(text)' in \(seconds) s but \(try lines())",
            sourceLocation: sourceLocation)
        return ""
    }

    /// Whether a line with this text has come that was not waited for.
    func hasHeard(_ text: String) throws -> Bool {
        unheard(try lines(), text) != nil
    }

    /// Ends the service in order, as its input ends.
    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func unheard(_ lines: [String], _ text: String) -> Int? {
        lines.indices.first { !heard.contains($0) && lines[$0].contains(text) }
    }

    private func lines() throws -> [String] {
        try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix(Self.mark) }
    }
}
