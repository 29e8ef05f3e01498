internal import Keys
public import Wire

/// A run of commits whose chain and signature were checked.
///
/// Only ``Verifier`` makes one, so whoever holds it holds authentic commits.
public struct VerifiedRun: Equatable, Sendable {
    /// The space.
    public let space: SpaceID
    /// The run, without the payloads that a notice erases.
    public let run: Run
    /// The head before its first commit.
    public let before: Head
    /// The head after its last commit.
    public let after: Head
    /// The chain hash after each commit.
    public let hashes: [Bytes32]
    /// The sequences of payloads that were offered although they are erased; they were dropped.
    public let dropped: [UInt64]

    fileprivate init(
        space: SpaceID, run: Run, before: Head, after: Head, hashes: [Bytes32], dropped: [UInt64]
    ) {
        self.space = space
        self.run = run
        self.before = before
        self.after = after
        self.hashes = hashes
        self.dropped = dropped
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
    ///   - erasures: The known notices of the space. A payload that one of them erases is dropped,
    ///     and a missing payload that none erases is refused: a peer can't withhold content under
    ///     the pretence that it is erased.
    /// - Throws: ``LedgerError`` for a gap, a repetition, too much before one signature, a bad
    ///   signature, or an erasure without a notice.
    public static func verify(
        _ run: Run, space: SpaceID, at head: Head, erasures: ErasureSet? = nil
    ) throws(LedgerError) -> VerifiedRun {
        let heads = try chain(run, at: head)
        var kept = run
        var dropped: [UInt64] = []
        for (index, commit) in run.commits.enumerated() {
            let sequence = run.first + UInt64(index)
            switch commit.content {
            case .erased(let hash):
                guard let erasures, erasures.covers(run.log, sequence, hash) else {
                    throw .erasureUnproven(log: run.log, sequence: sequence)
                }
            case .payload(let payload):
                guard let erasures, erasures.hasNotice(run.log, sequence) else { continue }
                let hash = Chain.payloadHash(payload)
                guard erasures.covers(run.log, sequence, hash) else { continue }
                kept.commits[index].content = .erased(hash)
                dropped.append(sequence)
            }
        }
        return VerifiedRun(
            space: space, run: kept, before: head, after: heads.last,
            hashes: heads.hashes, dropped: dropped)
    }

    /// Checks chain and signature alone: who asks must care for erased payloads.
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
