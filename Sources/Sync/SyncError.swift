/// A rule of reconciliation or transfer that a peer broke (chapter 07).
public enum SyncError: Error, Equatable, Sendable {
    /// Ranges or an offer came when no comparison was under way, or for the other side's turn.
    case outOfTurn
    /// The offer that ends a comparison says something else than the one that began it.
    case offerDiffers
    /// A comparison goes on longer than honest replicas need.
    case tooManyRounds(limit: Int)
    /// Pieces don't follow one another.
    case disorderedRanges
    /// The entries of a piece aren't ordered, or lie outside the piece.
    case misplacedEntry(log: UInt64)
    /// More logs in a space than the protocol allows.
    case tooManyLogs(limit: Int)
    /// A want names a log twice or asks from sequence 0.
    case malformedWant(log: UInt64)
    /// A want came before the one before it was answered.
    case wantWhileServing
    /// Counts or a last chunk came that answer nothing.
    case answerWithoutWant
    /// A run has no commits, or its sequences don't fit into their range.
    case malformedRun
    /// More bytes of chunks than were allowed.
    case creditExceeded(allowed: UInt64, received: UInt64)
    /// More credit than anybody needs.
    case creditOverflow
}
