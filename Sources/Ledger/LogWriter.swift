public import Keys
public import Wire

/// Writes one log: seals bodies, chains them and signs.
public struct LogWriter: Sendable {
    /// The space.
    public let space: SpaceID
    /// The log.
    public let log: LogID
    /// Where the log stands.
    public private(set) var head: Head
    private let key: SigningKey

    /// Empty commits that one append may put before a body whose Lamport clock is far ahead.
    static let steppingStones: UInt64 = 4_096

    /// Continues a log.
    ///
    /// - Parameters:
    ///   - key: The log's secret key.
    ///   - head: The head that the log is known to have everywhere; see chapter 05, section 2, for
    ///     what to ask before the first write after a start.
    public init(space: SpaceID, key: SigningKey, head: Head) {
        self.space = space
        self.key = key
        self.head = head
        log = LogID(raw: key.publicKey)
    }

    /// Begins a log.
    public init(space: SpaceID, key: SigningKey) {
        let log = LogID(raw: key.publicKey)
        self.init(space: space, key: key, head: .start(space: space, log: log))
    }

    /// Makes one commit of each body and signs the last of every 256 commits or 1 MiB.
    ///
    /// A commit without operations is put in before a body whose Lamport clock is further ahead
    /// than the log's length allows; that happens only after somebody else has pushed the clock.
    ///
    /// - Parameter isPermanent: Whether a commit with this body may never be erased; the first of
    ///   a log is in any case.
    /// - Returns: The signed runs in order, at most ``Limits/runCommits`` commits each.
    /// - Throws: ``LedgerError``; then nothing is written and ``head`` is what it was.
    public mutating func append(
        _ bodies: [CommitBody], keyring: Keyring,
        using generator: inout some RandomNumberGenerator,
        isPermanent: (CommitBody) -> Bool = { _ in false }
    ) throws(LedgerError) -> [Run] {
        guard keyring.space == space else { throw .foreignSpace(keyring.space) }
        guard let epochKey = keyring.current else { throw .noEpochKey }
        var draft = RunDraft(writer: self)
        for body in bodies {
            for stone in try steppingStones(before: body, at: draft.head.length + 1) {
                try draft.append(stone, epochKey, isPermanent(stone), using: &generator)
            }
            try draft.append(body, epochKey, isPermanent(body), using: &generator)
        }
        draft.finish()
        head = draft.head
        return draft.runs
    }

    private func steppingStones(
        before body: CommitBody, at sequence: UInt64
    ) throws(LedgerError) -> [CommitBody] {
        let limit = BodyRules.highestLamport(at: sequence)
        guard body.lamport > limit, sequence > 1 else { return [] }
        let enough = (body.lamport - 1) / Limits.lamportStep + 1
        guard body.lamport <= Limits.lamportEnd, enough - sequence <= Self.steppingStones else {
            throw .lamportOutOfBounds(sequence: sequence, lamport: body.lamport, limit: limit)
        }
        return (sequence..<enough).map {
            CommitBody(
                lamport: BodyRules.highestLamport(at: $0), wallClock: body.wallClock,
                operations: [])
        }
    }

    /// Runs that grow commit by commit.
    private struct RunDraft {
        let writer: LogWriter
        var head: Head
        var runs: [Run] = []
        private var commits: [Commit] = []
        private var byteCount = 0

        init(writer: LogWriter) {
            self.writer = writer
            head = writer.head
        }

        mutating func append(
            _ body: CommitBody, _ key: EpochKey, _ isPermanent: Bool,
            using generator: inout some RandomNumberGenerator
        ) throws(LedgerError) {
            guard head.length < .max - UInt64(2 * Limits.runCommits) else {
                throw .sequenceExhausted
            }
            let place = Place(space: writer.space, log: writer.log, sequence: head.length + 1)
            try BodyRules.check(
                body, space: place.space, log: place.log, sequence: place.sequence)
            let plaintext: Bytes
            do throws(WireError) {
                plaintext = try body.encodedWithinLimits()
            } catch {
                throw .bodyRefused(error)
            }
            let size = plaintext.count + EpochKey.overhead
            guard size <= Limits.commitBytes else {
                throw .commitTooLarge(
                    sequence: place.sequence, limit: Limits.commitBytes, actual: size)
            }
            if commits.count == Limits.runCommits || byteCount + size > Limits.runBytes {
                finish()
            }
            let payload = key.seal(plaintext, place: place, using: &generator)
            let commit = Commit(
                epoch: key.id, content: .payload(payload),
                isPermanent: isPermanent || place.sequence == 1)
            head = Chain.next(head, commit)
            commits.append(commit)
            byteCount += size
        }

        /// Signs what has gathered.
        mutating func finish() {
            guard !commits.isEmpty else { return }
            runs.append(
                Run(
                    log: writer.log, first: head.length - UInt64(commits.count) + 1,
                    commits: commits, signature: writer.key.sign(Chain.signedBytes(head))))
            commits = []
            byteCount = 0
        }
    }
}
