internal import Languages
public import Transport

/// Why the daemon can't do something; each case says what to do about it.
public enum DaemonError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another daemon has this home open.
    case homeInUse(path: String, process: Int32?)
    /// A folder or file of the home can't be used.
    case unusable(path: String, reason: String)
    /// Others could read what only the owner may.
    case exposed(path: String, mode: UInt16)
    /// A key file is not what it should be.
    case damagedKeyFile(path: String)
    /// A passphrase doesn't do.
    case passphrase(String)
    /// The machine has too little memory for turning a passphrase into a key.
    case notEnoughMemory
    /// A line of the configuration is wrong.
    case configuration(path: String, line: Int?, reason: String)
    /// The policy of this machine forbids it.
    case forbidden(PolicyRefusal)
    /// A policy file is not fit to be obeyed, and must not be passed over either.
    case unfitPolicy(path: String, reason: String)
    /// The databases of the home can't be opened; what is wrong, and what to do about it.
    case storage(message: String, hint: String)
    /// The TCP port can't be opened.
    case port(UInt16, TransportError)

    /// The exit code of a daemon that can't start for this reason.
    public var exitCode: Int32 {
        if case .forbidden = self { return 4 }
        return 1
    }

    public var description: String {
        switch self {
        case .homeInUse(let path, let process):
            return process.map {
                say(
                    "the home \(path) is already open by process \($0); stop that hearthd, or set "
                        + "HEARTH_HOME to another folder")
            }
                ?? say(
                    "the home \(path) is already open; stop that hearthd, or set HEARTH_HOME to "
                        + "another folder")
        case .unusable(let path, let reason):
            return say("\(path): \(reason); check the owner, the permissions and the free space")
        case .exposed(let path, let mode):
            return say(
                "\(path) has mode \(String(mode, radix: 8)), so others can read it; "
                    + "run: chmod go-rwx \(path)")
        case .damagedKeyFile(let path):
            return say(
                "\(path) is damaged; put the file back from a copy, or move it away and join "
                    + "the workplace again. Nothing else was touched")
        case .passphrase(let reason): return say("the passphrase doesn't do: \(reason)")
        case .notEnoughMemory:
            return say(
                "there is too little memory for turning the passphrase into a key; end other "
                    + "programs and try again")
        case .configuration(let path, let line, let reason):
            return "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
        case .forbidden(let refusal): return refusal.description
        case .unfitPolicy(let path, let reason):
            return say(
                "\(path): \(reason); nothing runs until whoever looks after this computer has "
                    + "mended it")
        case .storage(let message, let hint): return "\(message) \(hint)"
        case .port(let port, let error):
            return
                say(
                    "can't listen on TCP port \(port): \(error.explanation); set network.port in hearth.toml"
                )
        }
    }
}
