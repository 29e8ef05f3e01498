internal import Keys
public import Wire

/// The hash chain of a log (chapter 05, section 3).
public enum Chain {
    /// The head after one more commit.
    ///
    /// Sequences that would overflow are refused before; see ``Verifier``.
    ///
    /// - Parameter isPermanent: Whether the payload may never be erased. As the chain tells both
    ///   apart, what is permanent can't be passed off as erased.
    public static func next(
        _ head: Head, epoch: EpochID, payloadHash: Bytes32, isPermanent: Bool
    ) -> Head {
        let sequence = head.length &+ 1
        var input = Bytes()
        input.reserveCapacity(80)
        head.hash.append(to: &input)
        Bytes8(word: sequence).append(to: &input)
        epoch.append(to: &input)
        payloadHash.append(to: &input)
        let hash = input.withUnsafeBytes { Hash.digest(isPermanent ? .permanent : .chain, $0) }
        return Head(length: sequence, hash: hash)
    }

    /// The head after a commit, whether its payload is still there or erased.
    public static func next(_ head: Head, _ commit: Commit) -> Head {
        next(
            head, epoch: commit.epoch, payloadHash: payloadHash(commit.content),
            isPermanent: commit.isPermanent)
    }

    /// What the chain commits to instead of the payload itself.
    public static func payloadHash(_ payload: Bytes) -> Bytes32 {
        payload.withUnsafeBytes { Hash.digest(.payload, $0) }
    }

    /// The hash of a payload, or what is left of it.
    public static func payloadHash(_ content: Commit.Content) -> Bytes32 {
        switch content {
        case .payload(let payload): payloadHash(payload)
        case .erased(let hash, notice: _): hash
        }
    }

    /// The bytes that the log key signs: label and chain hash, which holds space, log and sequence.
    public static func signedBytes(_ head: Head) -> Bytes { Label.head.message([head.hash.bytes]) }
}
