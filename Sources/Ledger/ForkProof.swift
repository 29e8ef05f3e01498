public import Wire

/// The proof that the owner of a log wrote two histories: two runs that go on differently from one
/// head, both signed by the log's key.
///
/// It holds hashes instead of payloads, so it is small and tells nothing. Anybody can check it
/// without the log: a signature over a chain hash vouches for everything that went into that hash.
public struct ForkProof: Equatable, Sendable {
    /// The space.
    public let space: SpaceID
    /// The last head that both histories share.
    public let common: Head
    /// The history whose first own chain hash is the smaller.
    public let first: Run
    /// The other history.
    public let second: Run

    /// Checks two histories.
    ///
    /// - Parameters:
    ///   - common: The head from which both go on.
    ///   - runs: Two runs, in any order, with or without their payloads.
    /// - Throws: ``LedgerError/notAFork`` if the runs are of different logs or begin with the same
    ///   commit; another ``LedgerError`` if one of them isn't authentic.
    public init(
        space: SpaceID, common: Head, runs: (Run, Run)
    ) throws(LedgerError) {
        guard runs.0.log == runs.1.log else { throw .notAFork }
        let left = try Verifier.chain(runs.0, at: common).hashes[0]
        let right = try Verifier.chain(runs.1, at: common).hashes[0]
        guard left != right else { throw .notAFork }
        self.space = space
        self.common = common
        first = ForkProof.bare(left < right ? runs.0 : runs.1)
        second = ForkProof.bare(left < right ? runs.1 : runs.0)
    }

    /// Finds the place where two verified runs of a log part; `nil` if they agree or don't overlap.
    public init?(between left: VerifiedRun, and right: VerifiedRun) {
        guard left.space == right.space, left.run.log == right.run.log,
            let start = [left, right].max(by: { $0.before.length < $1.before.length })?.before,
            start.length < min(left.after.length, right.after.length)
        else { return nil }
        var length = start.length
        while length < min(left.after.length, right.after.length) {
            guard let common = left.head(at: length), common == right.head(at: length) else {
                return nil
            }
            if left.head(at: length + 1) != right.head(at: length + 1) {
                let runs = (left.rest(after: length), right.rest(after: length))
                guard
                    let proof = try? ForkProof(space: left.space, common: common, runs: runs)
                else { return nil }
                self = proof
                return
            }
            length += 1
        }
        return nil
    }

    /// The log.
    public var log: LogID { first.log }

    private static func bare(_ run: Run) -> Run {
        var bare = run
        for index in bare.commits.indices {
            bare.commits[index].content = .erased(
                Chain.payloadHash(run.commits[index].content), notice: nil)
        }
        return bare
    }
}

extension VerifiedRun {
    /// The head at a length of the log; `nil` if the run doesn't reach over it.
    fileprivate func head(at length: UInt64) -> Head? {
        guard length >= before.length, length <= after.length else { return nil }
        return head(before: Int(length - before.length))
    }

    /// The run without its commits up to a length that it reaches over.
    fileprivate func rest(after length: UInt64) -> Run {
        let kept = run.commits.dropFirst(Int(length - before.length))
        return Run(
            log: run.log, first: length + 1, commits: Array(kept), signature: run.signature)
    }
}
