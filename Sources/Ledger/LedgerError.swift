public import Wire

/// A rule of the logs that was broken; the rules are those of `Protocol/05-log.md`.
public enum LedgerError: Error, Equatable, Sendable {
    // MARK: Runs

    /// The run begins after the commit that is needed next.
    case gap(expected: UInt64, received: UInt64)
    /// The run begins with a commit that the head already counts: a repetition, or a fork.
    case overlap(expected: UInt64, received: UInt64)
    /// The run has no commits.
    case emptyRun
    /// The run ends beyond the last sequence that there can be.
    case sequenceExhausted
    /// The run has more commits than may stand before one signature.
    case tooManyCommits(limit: Int, actual: Int)
    /// The payloads of the run are larger than what may stand before one signature.
    case runTooLarge(limit: Int, actual: Int)
    /// One payload is larger than a commit may be.
    case commitTooLarge(sequence: UInt64, limit: Int, actual: Int)
    /// The signature isn't the log key's over the chain that the run makes.
    case badSignature(log: LogID, sequence: UInt64)
    /// A payload is missing, and its author didn't sign that it is to be erased, or it never can.
    case erasureUnproven(log: LogID, sequence: UInt64)
    /// The chain hash is another than the one known for the log at that length.
    case notAFork

    /// The first commit, which says who writes, can't be erased.
    case bindingNotErasable
    /// The keys belong to another space.
    case foreignSpace(SpaceID)

    // MARK: Content

    /// The first operation of a log isn't its binding.
    case bindingMissing
    /// The device didn't sign the binding of this log in this space.
    case bindingForged(device: DeviceID)
    /// A binding stands elsewhere than at the very beginning of its log.
    case bindingMisplaced(sequence: UInt64, index: Int)
    /// The Lamport clock is zero or beyond what the sequence allows.
    case lamportOutOfBounds(sequence: UInt64, lamport: UInt64, limit: UInt64)
    /// The body or one of its operations is above its limit.
    case bodyRefused(WireError)
    /// No key of the space is known to seal with.
    case noEpochKey

    // MARK: Foundings

    /// The founding bytes can't be read.
    case foundingUnreadable(WireError)
    /// The device's key didn't sign the agreement key on its card.
    case cardForged(device: DeviceID)
}

/// Why the content of an authentic commit can't be used.
public enum Locked: Error, Equatable, Sendable {
    /// The key of the epoch isn't known yet.
    case unknownEpoch(EpochID)
    /// The payload was erased.
    case erased
    /// The payload wasn't sealed with the epoch's key for this place.
    case cannotDecrypt
    /// The plaintext is no commit body, or not of this version.
    case undecodable(WireError)
    /// The body breaks a rule of its log; it is kept and forwarded, but never applied.
    case refused(LedgerError)
}
