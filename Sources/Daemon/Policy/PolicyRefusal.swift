internal import Languages
internal import LocalProtocol

/// What was not done because the policy of this machine forbids it.
public struct PolicyRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was asked for, such as `network.hop-limit = 3`.
    let subject: String
    /// Which rule forbids it.
    let key: PolicyKey
    /// The rule in words, such as `hop-limit at most 2`.
    let words: String
    /// The file with the rule.
    let path: String
    /// The line of the rule.
    let line: Int

    /// What to do about it.
    static var hint: String {
        say("Ask whoever looks after this computer; `hearth policy show` lists its rules.")
    }

    public var description: String {
        say("\(subject): forbidden by \(path), line \(line): \(words)")
    }

    /// What a person is told.
    var service: ServiceError {
        ServiceError(.noSuchRight, said: description + ".", hint: PolicyRefusal.hint)
    }
}

extension ServiceError {
    /// Whether the policy of this machine is the reason.
    var isPolicyRefusal: Bool { code == .noSuchRight && hint == PolicyRefusal.hint }
}
