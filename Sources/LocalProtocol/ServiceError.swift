public import Languages

/// Why a request was not carried out, as a stable name for programs.
public enum ServiceErrorCode: String, Kind {
    /// Something broke in the node that is nobody's fault but ours or the machine's.
    case `internal`
    /// The request was malformed or contradicts itself.
    case usage
    /// Nothing has the name, code or identifier that was given.
    case notFound
    /// No right to do this exists for this person, or for anyone.
    case noSuchRight
    /// Others have to agree first.
    case needsConsent
    /// What is needed is not reachable or not here yet.
    case offline

    /// Exit code of the command `hearth`; these never change.
    public var exitCode: Int32 {
        switch self {
        case .internal: 1
        case .usage: 2
        case .notFound: 3
        case .noSuchRight: 4
        case .needsConsent: 5
        case .offline: 6
        }
    }

    /// Status code of the HTTP answer; these never change.
    public var httpStatus: Int {
        switch self {
        case .internal: 500
        case .usage: 400
        case .notFound: 404
        case .noSuchRight: 403
        case .needsConsent: 409
        case .offline: 503
        }
    }
}

/// A refusal or failure that says what happened and what to do about it.
public struct ServiceError: Error, Message {
    /// Which family it belongs to.
    public var code: ServiceErrorCode
    /// What happened, in a sentence for the person at the keyboard.
    public var message: String
    /// What to do about it, in a sentence; absent when there is nothing to do.
    public var hint: String?

    /// Creates an error from its family and its sentences, which it says in the language of the
    /// person whom it is for.
    public init(_ code: ServiceErrorCode, _ message: Phrase, hint: Phrase? = nil) {
        let language = Language.current
        self.init(
            code, said: language.text(of: message), hint: hint.map { language.text(of: $0) })
    }

    /// Creates an error from sentences that were said before, or are somebody else's.
    public init(_ code: ServiceErrorCode, said message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

/// The body of every answer that is not a success: `{"error": {…}}`.
public struct ErrorAnswer: Message {
    /// What went wrong.
    public var error: ServiceError

    /// Creates the body of an answer that is not a success.
    public init(error: ServiceError) {
        self.error = error
    }
}
