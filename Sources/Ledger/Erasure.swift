public import Keys
public import Wire

/// An author's word that the payload of a commit is to be erased (chapter 05, section 6).
///
/// It stands in the place of the payload from then on, so whoever gets the log sees at once that
/// nobody withholds anything.
public enum Erasure {
    /// Signs that the payload of a commit of one's own is to be erased.
    ///
    /// - Parameters:
    ///   - sequence: The commit's place in the log.
    ///   - payloadHash: The hash of its payload.
    ///   - key: The log's secret key.
    /// - Throws: ``LedgerError/bindingNotErasable`` for the first commit, which says who writes.
    public static func sign(
        space: SpaceID, sequence: UInt64, payloadHash: Bytes32, key: SigningKey
    ) throws(LedgerError) -> Bytes64 {
        guard sequence > 1 else { throw .bindingNotErasable }
        let log = LogID(raw: key.publicKey)
        return key.sign(.erasure, signedParts(space, log, sequence, payloadHash))
    }

    /// Whether a log signed that a payload of its own is to be erased.
    public static func isSigned(
        _ signature: Bytes64, space: SpaceID, log: LogID, sequence: UInt64, payloadHash: Bytes32
    ) -> Bool {
        guard sequence > 1 else { return false }
        let parts = signedParts(space, log, sequence, payloadHash)
        return Signature.isValid(signature, of: .erasure, parts, by: log.raw)
    }

    /// What is left of a commit that its author takes back.
    ///
    /// - Parameters:
    ///   - erased: What the author's statement says of it.
    ///   - commit: The commit as it is here.
    /// - Returns: `nil` if nothing changes: it is permanent or erased already, has another payload,
    ///   or the author didn't sign.
    public static func remains(
        of commit: Commit, after erased: ErasedCommit, space: SpaceID, log: LogID
    ) -> Commit? {
        guard case .payload(let payload) = commit.content, !commit.isPermanent,
            Chain.payloadHash(payload) == erased.payloadHash,
            isSigned(
                erased.signature, space: space, log: log, sequence: erased.sequence,
                payloadHash: erased.payloadHash)
        else { return nil }
        return Commit(
            epoch: commit.epoch,
            content: .erased(erased.payloadHash, notice: erased.signature))
    }

    private static func signedParts(
        _ space: SpaceID, _ log: LogID, _ sequence: UInt64, _ payloadHash: Bytes32
    ) -> [Bytes] {
        [space.bytes, log.bytes, bigEndianBytes(sequence), payloadHash.bytes]
    }
}
