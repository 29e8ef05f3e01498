import Foundation

/// Everything that crosses the switch of a lab, from now until it is stopped.
final class Capture {
    private let process = Process()
    private let file: URL

    /// Starts capturing on the lab's first segment.
    init(lab: Lab, file: URL) throws {
        self.file = file
        let command = lab.on("switch", ["dumpcap", "-q", "-i", "seg0", "-w", file.path])
        process.executableURL = URL(fileURLWithPath: command.path)
        process.arguments = command.arguments
        process.environment = ProcessInfo.processInfo.environment.merging(command.environment) {
            $1
        }
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date().addingTimeInterval(20)
        while !FileManager.default.fileExists(atPath: file.path) {
            guard process.isRunning, Date() < deadline else {
                throw Office.Timeout(what: "the capture begins", seconds: 20)
            }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }

    /// Ends the capture and returns its bytes.
    func stop() throws -> Data {
        // What is on its way to the file is written within a second; then any end will do.
        Thread.sleep(forTimeInterval: 1)
        kill(process.processIdentifier, SIGTERM)
        let deadline = Date().addingTimeInterval(5)
        while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.1) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        return try Data(contentsOf: file)
    }
}
