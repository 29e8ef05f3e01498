public import Wire

/// What became of the answer that an asker accepted (chapter 19, section 16).
public enum AcceptedAnswer: Equatable, Sendable {
    /// None was accepted.
    case none
    /// It is there to be read.
    case here(RecordID)
    /// It was accepted, and its words are folded or were taken along or back: the question is open
    /// again.
    case withdrawn
    /// It was accepted, and isn't here.
    case missing

    /// Reads it off a question.
    ///
    /// - Parameters:
    ///   - accepted: What the asker's last word names.
    ///   - answers: The answers that are here, and whether their words can be read.
    ///   - isTakenBack: Whether its author is known to have taken back the one that is named.
    public init(
        _ accepted: RecordID?, among answers: [(id: RecordID, hasWords: Bool)],
        isTakenBack: Bool = false
    ) {
        guard let accepted else {
            self = .none
            return
        }
        guard let answer = answers.first(where: { $0.id == accepted }) else {
            self = isTakenBack ? .withdrawn : .missing
            return
        }
        self = answer.hasWords ? .here(accepted) : .withdrawn
    }
}
