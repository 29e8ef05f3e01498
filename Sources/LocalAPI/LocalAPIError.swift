internal import Languages

/// Why the local API could not be offered.
public enum LocalAPIError: Error, Equatable, Sendable {
    /// Another process answers on the socket already; there is one daemon for each home.
    case alreadyServed(path: String)
    /// The path has more bytes than a Unix socket's address can hold.
    case pathTooLong(path: String, limit: Int)
    /// The folder of the socket isn't a folder of this user that nobody else may enter.
    case unsafeFolder(path: String, reason: String)
    /// Something that isn't a socket lies where the socket belongs.
    case notASocket(path: String)
    /// What the service manager passed isn't a listening Unix socket.
    case unusableInheritedSocket(descriptor: Int32)
    /// A system call failed.
    case system(call: String, path: String, number: Int32)
}

extension LocalAPIError: CustomStringConvertible {
    /// What happened and what to do, for a log or a terminal.
    public var description: String {
        switch self {
        case .alreadyServed(let path):
            say("Another hearthd already serves this home on \(path).")
        case .pathTooLong(let path, let limit):
            say(
                "The socket path \(path) is longer than \(limit) bytes: choose a shorter HEARTH_HOME."
            )
        case .unsafeFolder(let path, let reason):
            say("The socket folder \(path) can't be trusted: \(reason).")
        case .notASocket(let path):
            say("\(path) is in the way: it isn't a socket. Move it away and start again.")
        case .unusableInheritedSocket(let descriptor):
            say("The service manager passed descriptor \(descriptor), no listening Unix socket.")
        case .system(let call, let path, let number):
            say("\(call) failed for \(path): \(ErrorNumber.text(number)).")
        }
    }
}
