internal import Foundation
internal import Languages
internal import LocalProtocol

/// Takes a passphrase from a terminal without showing it, or from a file descriptor.
enum PassphraseInput {
    /// Most bytes of a passphrase.
    static let limit = 1_024

    /// Reads a passphrase from a descriptor, up to the first line feed or the end.
    static func read(_ descriptor: Int32) throws -> String {
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        var bytes = Data()
        while bytes.count <= limit, !bytes.contains(0x0A) {
            let piece: Data?
            do {
                piece = try handle.read(upToCount: limit + 1)
            } catch {
                throw ServiceError(
                    .usage, "The file descriptor \(descriptor) can't be read.",
                    hint: "For example: hearth unlock --passphrase-fd 3 3< passphrase.txt")
            }
            guard let piece, !piece.isEmpty else { break }
            bytes += piece
        }
        return try text(bytes.prefix { $0 != 0x0A })
    }

    /// Lets a person type a passphrase; the terminal shows nothing of it.
    static func typed(_ question: String) throws -> String {
        guard Terminal.isInputTerminal else {
            throw ServiceError(
                .usage, "There is no terminal to type the passphrase on.",
                hint: "Give it with --passphrase-fd: hearth unlock --passphrase-fd 3 3< FILE")
        }
        var before = termios()
        guard tcgetattr(0, &before) == 0 else {
            throw ServiceError(.internal, "The terminal can't be made silent.")
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        silent.c_lflag |= tcflag_t(ECHONL)
        Terminal.writeError(question)
        guard tcsetattr(0, TCSAFLUSH, &silent) == 0 else {
            throw ServiceError(.internal, "The terminal can't be made silent.")
        }
        defer { tcsetattr(0, TCSAFLUSH, &before) }
        return try text(Data((TextInput.line() ?? "").utf8))
    }

    private static func text(_ bytes: Data) throws -> String {
        guard bytes.count <= limit, let text = String(data: bytes, encoding: .utf8) else {
            throw ServiceError(
                .usage, "A passphrase is text of at most \(limit) bytes.")
        }
        guard !text.isEmpty else { throw ServiceError(.usage, "The passphrase is empty.") }
        return text
    }
}
