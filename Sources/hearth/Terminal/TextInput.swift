internal import Foundation
internal import Languages
internal import LocalProtocol

/// Where words come from: arguments, standard input or an editor.
enum TextInput {
    /// Most bytes that are read from standard input or an editor.
    static let limit = 512 << 10

    /// Turns what was given on the command line into words; `-` means standard input.
    static func words(_ given: String?) throws -> String? {
        guard given == "-" else { return given }
        var data = Data()
        while let piece = try FileHandle.standardInput.read(upToCount: 64 << 10), !piece.isEmpty {
            data.append(piece)
            guard data.count <= limit else {
                throw ServiceError(.usage, "The text is larger than \(limit) bytes.")
            }
        }
        return try text(data)
    }

    /// Reads a line that a person types; nil at the end of input.
    static func line() -> String? {
        readLine(strippingNewline: true)
    }

    /// Asks on standard error whether something is so; anything but yes is no.
    ///
    /// The English yes counts in every language, for it is what scripts send.
    static func confirm(_ question: String) -> Bool {
        Terminal.writeError(question + " " + say("[y/N]") + " ")
        let answer = line()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        let yes = [say("y", context: "an answer"), say("yes", context: "an answer")]
        return (["y", "yes"] + yes).contains(answer)
    }

    /// Lets a person write in the editor that `VISUAL` or `EDITOR` names.
    ///
    /// - Parameters:
    ///   - start: What stands in the file at first.
    ///   - missing: What to say when there is no terminal to edit on.
    static func edited(_ start: String, missing: String) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        guard Terminal.isInputTerminal, Terminal.isOutputTerminal else {
            throw ServiceError(
                .usage, said: missing, hint: say("Give it as an argument, or - to read it."))
        }
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let path = NSTemporaryDirectory() + "/hearth-\(UUID().uuidString).md"
        let isCreated = FileManager.default.createFile(
            atPath: path, contents: Data(start.utf8), attributes: [.posixPermissions: 0o600])
        guard isCreated else {
            throw ServiceError(.internal, "No temporary file could be made.")
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        // The shell splits what EDITOR holds, as other programs do.
        let child = try ChildProcess.start(
            "/bin/sh", ["-c", "\(editor) \"$1\"", "sh", path], .inherited)
        guard child.wait() == 0 else {
            throw ServiceError(.usage, "The editor ended with an error; nothing was sent.")
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count <= limit else {
            throw ServiceError(.usage, "The text is larger than \(limit) bytes.")
        }
        return try text(data)
    }

    private static func text(_ data: Data) throws -> String {
        guard let text = String(data: data, encoding: .utf8) else {
            throw ServiceError(.usage, "The text is not valid UTF-8.")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
