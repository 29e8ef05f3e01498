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
        let file = file
        var hasBegun = false
        _ = Patience.holds(within: 20) {
            hasBegun = FileManager.default.fileExists(atPath: file.path)
            return hasBegun || !process.isRunning
        }
        guard hasBegun else { throw Office.Timeout(what: "the capture begins", seconds: 20) }
    }

    /// Ends the capture and returns its bytes.
    func stop() throws -> Data {
        // The recorder tells nobody when it has written what it has seen: it does so within a
        // second; then any end will do.
        Thread.sleep(forTimeInterval: 1)
        kill(process.processIdentifier, SIGTERM)
        if !Patience.holds(within: 5, { !process.isRunning }) {
            kill(process.processIdentifier, SIGKILL)
        }
        return try Data(contentsOf: file)
    }
}
