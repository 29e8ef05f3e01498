internal import Foundation

/// Loro and Yrs, in a Python process that measures what it is asked for.
///
/// The process lives as long as this value, so that measurements can take turns. What it answers and
/// how it checks its results stands in `Tools/bench.d/text.py`.
final class TextReferences {
    /// What the process found.
    struct Answer: Decodable {
        /// How long it took; 0 where only memory counts.
        var milliseconds: Double
        /// Bytes stored or sent.
        var bytes: Int?
        /// Bytes of memory.
        var memory: Int?
    }

    private let process: Process
    private let requests: FileHandle
    private let answers: LineInput

    /// Starts the process; `nil` where Python has no Loro or no Yrs.
    init?(_ surroundings: Surroundings, traces: URL) throws {
        guard let python = try surroundings.python(importing: "loro, pycrdt") else { return nil }
        process = Command(
            path: python, arguments: [surroundings.textScript.path, traces.path]
        ).process()
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        requests = input.fileHandleForWriting
        answers = LineInput(output.fileHandleForReading)
        try process.run()
    }

    deinit {
        try? requests.close()
        process.waitUntilExit()
    }

    /// Has one thing measured, once.
    func measure(_ request: String) throws -> Answer {
        try requests.write(contentsOf: Data("\(request)\n".utf8))
        guard let line = answers.next() else {
            throw Failed("the reference for \(request) ended; its reason stands above")
        }
        return try JSONDecoder().decode(Answer.self, from: line)
    }
}

/// Lines of a pipe.
private final class LineInput {
    private let file: FileHandle
    private var buffer = Data()

    init(_ file: FileHandle) { self.file = file }

    /// The next line; `nil` at the end.
    func next() -> Data? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                buffer = Data(buffer[(end + 1)...])
                return Data(line)
            }
            // Whatever is there; reading up to a count would wait for that many bytes.
            let more = file.availableData
            if more.isEmpty { return nil }
            buffer += more
        }
    }
}
