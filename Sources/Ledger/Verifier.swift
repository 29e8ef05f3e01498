internal import Keys
public import Wire

/// A run of commits whose chain and signature were checked.
///
/// Only ``Verifier`` makes one, so whoever holds it holds authentic commits.
public struct VerifiedRun: Equatable, Sendable {
    /// The space.
    public let space: SpaceID
    /// The run.
    public let run: Run
    /// The head before its first commit.
    public let before: Head
    /// The head after its last commit.
    public let after: Head
    /// The chain hash after each commit.
    public let hashes: [Bytes32]

    fileprivate init(space: SpaceID, run: Run, before: Head, after: Head, hashes: [Bytes32]) {
        self.space = space
        self.run = run
        self.before = before
        self.after = after
        self.hashes = hashes
    }

    /// The head before the commit at an index of the run, or after the last for the index behind it.
    public func head(before index: Int) -> Head {
        guard index > 0, index <= hashes.count else { return before }
        return Head(length: before.length + UInt64(index), hash: hashes[index - 1])
    }
}

/// Checks that runs of commits continue their logs (chapter 05, sections 3 to 5).
public enum Verifier {
    /// Checks a run against the head that its log has reached.
    ///
    /// - Parameters:
    ///   - run: What a peer sent.
    ///   - space: The space that it was sent for.
    ///   - head: The head just before the run; a run that begins elsewhere is refused.
    /// - Throws: ``LedgerError`` for a gap, a repetition, too much before one signature, a bad
    ///   signature, or a payload that is missing without its author's word: a peer can't withhold
    ///   content under the pretence that it is erased.
    public static func verify(
        _ run: Run, space: SpaceID, at head: Head
    ) throws(LedgerError) -> VerifiedRun {
        let heads = try chain(run, at: head)
        for (index, commit) in run.commits.enumerated() {
            guard case .erased(let hash, let notice) = commit.content else { continue }
            let sequence = run.first + UInt64(index)
            guard let notice, !commit.isPermanent,
                Erasure.isSigned(
                    notice, space: space, log: run.log, sequence: sequence, payloadHash: hash)
            else { throw .erasureUnproven(log: run.log, sequence: sequence) }
        }
        return VerifiedRun(
            space: space, run: run, before: head, after: heads.last, hashes: heads.hashes)
    }

    /// Checks chain and signature alone: whoever asks must look at what is erased.
    static func chain(
        _ run: Run, at head: Head
    ) throws(LedgerError) -> (hashes: [Bytes32], last: Head) {
        try checkBounds(run, at: head)
        var hashes: [Bytes32] = []
        hashes.reserveCapacity(run.commits.count)
        var last = head
        for commit in run.commits {
            last = Chain.next(last, commit)
            hashes.append(last.hash)
        }
        let message = Chain.signedBytes(last)
        guard Signature.isValid(run.signature, of: message, by: run.log.raw) else {
            throw .badSignature(log: run.log, sequence: last.length)
        }
        return (hashes, last)
    }

    /// Everything that costs nothing to check, before anything is hashed.
    private static func checkBounds(_ run: Run, at head: Head) throws(LedgerError) {
        guard !run.commits.isEmpty else { throw .emptyRun }
        guard run.commits.count <= Limits.runCommits else {
            throw .tooManyCommits(limit: Limits.runCommits, actual: run.commits.count)
        }
        guard head.length <= .max - UInt64(Limits.runCommits) - 1 else {
            throw .sequenceExhausted
        }
        let expected = head.length + 1
        guard run.first <= expected else { throw .gap(expected: expected, received: run.first) }
        guard run.first >= expected else {
            throw .overlap(expected: expected, received: run.first)
        }
        var byteCount = 0
        for (index, commit) in run.commits.enumerated() {
            let size = commit.content.byteCount
            guard size <= Limits.commitBytes else {
                throw .commitTooLarge(
                    sequence: run.first + UInt64(index), limit: Limits.commitBytes, actual: size)
            }
            byteCount += size
        }
        guard byteCount <= Limits.runBytes else {
            throw .runTooLarge(limit: Limits.runBytes, actual: byteCount)
        }
    }
}
