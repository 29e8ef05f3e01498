internal import Engine
internal import Languages
internal import Logging
internal import Wire

extension Diagnostic {
    /// Writes the event to a log: a constant message, and what it is about as metadata.
    func log(to logger: Logger) {
        let (level, message, metadata) = line
        logger.log(level: level, "\(message)", metadata: metadata)
    }

    private var line: (Logger.Level, String, Logger.Metadata) {
        switch self {
        case .colleagueSighted(let instance, let addresses):
            (
                .debug, "a colleague's node is on the network",
                ["instance": "\(instance)", "addresses": "\(addresses)"]
            )
        case .dialling(let connection, let address):
            (.debug, "dialling", ["connection": "\(connection)", "address": "\(address)"])
        case .authenticated(let connection, let device, let isMember):
            (
                .info, "peer authenticated",
                ["connection": "\(connection)", "device": "\(device)", "member": "\(isMember)"]
            )
        case .greeted(let connection, let device, let spaces, let offset):
            (
                .debug, "peer greeted",
                [
                    "connection": "\(connection)", "device": "\(device)", "spaces": "\(spaces)",
                    "clock.offset": "\(offset)",
                ]
            )
        case .ended(let connection, let device, let ending):
            (
                ending.level, "connection ended",
                [
                    "connection": "\(connection)", "device": "\(device.map(\.description) ?? "?")",
                    "reason": "\(ending.sentence)",
                ]
            )
        case .removedDevice(let device):
            (.notice, "a device is no member any more", ["device": "\(device)"])
        case .notPermitted(let device):
            (.warning, "peer asked for what it may not have", ["device": "\(device)"])
        default: transferLine
        }
    }

    private var transferLine: (Logger.Level, String, Logger.Metadata) {
        switch self {
        case .inSync(let device, let space):
            (.debug, "in sync", ["device": "\(device)", "space": "\(space)"])
        case .receiving(let device, let space, let commits, let bytes):
            (
                .debug, "receiving",
                [
                    "device": "\(device)", "space": "\(space)", "commits": "\(commits)",
                    "bytes": "\(bytes)",
                ]
            )
        case .received(let device, let space, let logs):
            (
                .trace, "stored",
                [
                    "device": "\(device.map(\.description) ?? "this one")", "space": "\(space)",
                    "logs": "\(logs)",
                ]
            )
        case .refused(let device, let space, let log, let cause):
            (
                .warning, "commits refused",
                [
                    "device": "\(device.map(\.description) ?? "?")", "space": "\(space)",
                    "log": "\(log)", "cause": "\(cause)",
                ]
            )
        case .forkSeen(let device, let space, let log):
            (
                .warning, "a log has two histories",
                ["device": "\(device)", "space": "\(space)", "log": "\(Bytes8(word: log))"]
            )
        case .withheld(let device, let space, let logs, let reason):
            (
                .info, "peer withholds",
                [
                    "device": "\(device)", "space": "\(space)", "logs": "\(logs)",
                    "reason": "\(reason.rawValue)",
                ]
            )
        case .requestStalled(let device, let space):
            (.info, "peer does not deliver", ["device": "\(device)", "space": "\(space)"])
        case .storageFailed(let space, let reason):
            (
                .error, "storage failed",
                ["space": "\(space.map(\.description) ?? "?")", "reason": "\(reason)"]
            )
        default: (.debug, "engine", ["event": "\(self)"])
        }
    }
}

extension Ending {
    /// Why a connection ended, for people.
    var sentence: String {
        switch self {
        case .dialFailed(let reason): say("it could not be reached: \(reason)")
        case .dialTimeout: say("it did not answer in time")
        case .violation(let violation):
            say("it broke the protocol: \(String(describing: violation))")
        case .silent: say("it fell silent")
        case .dismissed(let reason): say("we closed it: \(reason.words)")
        case .farewell(let reason, let detail):
            detail.isEmpty
                ? say("it closed: \(reason.words)")
                : say("it closed: \(reason.words) (\(detail))")
        case .disconnected(let reason): reason ?? say("the connection broke")
        case .ourselves: say("it is this node itself")
        case .crowded: say("too many connections")
        }
    }

    fileprivate var level: Logger.Level {
        switch self {
        case .violation: .warning
        case .dialFailed, .dialTimeout, .ourselves: .debug
        default: .info
        }
    }
}

extension Reason {
    /// The reason in the language of whoever reads it.
    fileprivate var words: String { Self.vocabulary.word(for: rawValue) }

    private static let vocabulary = Vocabulary(
        context: "why a session ends", "no common version", "not a member", "duplicate connection",
        "shutting down", "protocol error", "not permitted", "log is cut", "quota exceeded",
        "nobody has it", "device revoked", "waiting for a dependency", "version too new",
        "undecodable", "unknown reason")
}
