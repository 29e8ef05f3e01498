internal import Foundation
internal import Languages
internal import LocalProtocol

/// A file that only its owner may read, for a secret that is handed over once.
struct SecretFile {
    /// Where it lies.
    let path: String
    private let handle: FileHandle

    /// Makes the file; one that is there already is never overwritten.
    init(creating path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ServiceError(
                .usage, "\(path) can't be made: \(String(cString: strerror(errno))).",
                hint: "Name a file that doesn't exist yet, in a folder of yours.")
        }
        self.path = path
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes all of the content, onto the disk.
    func write(_ text: String) throws {
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
    }

    /// Removes the file, because nothing came to be written.
    func discard() { unlink(path) }

    /// Reads a secret; a file that others can read is refused.
    static func read(_ path: String) throws -> String {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw ServiceError(
                .notFound, "\(path) can't be read: \(String(cString: strerror(errno))).")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw ServiceError(
                .usage, "Others could read \(path).", hint: "Run: chmod go-rwx \(path)")
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// The words of a recovery sheet, as a person types them.
enum SheetInput {
    /// How many words a sheet has.
    static let count = 24
    /// Half seconds that a command waits for the workplace's statements.
    static let patience = 120

    /// Reads words from standard input, over as many lines as it takes.
    static func words() throws -> String {
        if Terminal.isInputTerminal {
            Terminal.writeError(say("Type the \(count) words of your recovery sheet:") + "\n")
        }
        var words: [Substring] = []
        while words.count < count, let line = TextInput.line() {
            words += line.split { !$0.isLetter }.map { $0 }
        }
        return words.joined(separator: " ")
    }
}
