public import Wire

/// The content of a commit.
public struct OpenedCommit: Equatable, Sendable {
    /// The log.
    public let log: LogID
    /// The sequence, from 1.
    public let sequence: UInt64
    /// The generation of the key that sealed it.
    public let epoch: EpochID
    /// What it says.
    public let body: CommitBody
    /// How many bytes the body has.
    public let plaintextBytes: Int
    /// Whether it can never be erased.
    public let isPermanent: Bool

    /// Says what a commit holds, without having opened it: for tests of the rooms above.
    public init(
        log: LogID, sequence: UInt64, epoch: EpochID, body: CommitBody, plaintextBytes: Int,
        isPermanent: Bool = true
    ) {
        self.log = log
        self.sequence = sequence
        self.epoch = epoch
        self.body = body
        self.plaintextBytes = plaintextBytes
        self.isPermanent = isPermanent
    }

    /// The writer of the log, which only its first commit says.
    public var binding: Binding? {
        guard sequence == 1, case .binding(let binding)? = body.operations.first else { return nil }
        return binding
    }
}

/// Opens authentic commits of one space and holds what they say to the rules of their log.
///
/// Whether a commit is authentic, it can't see: use ``VerifiedRun/open(_:)`` for what a peer sent,
/// and this for what one's own database took in as verified.
public struct CommitOpener: Sendable {
    private let keyring: Keyring

    /// Opens with the keys of a space.
    public init(_ keyring: Keyring) { self.keyring = keyring }

    /// Opens one commit.
    public func open(
        log: LogID, sequence: UInt64, _ commit: Commit
    ) -> Result<OpenedCommit, Locked> {
        do throws(Locked) {
            return .success(try opened(log: log, sequence: sequence, commit))
        } catch {
            return .failure(error)
        }
    }

    private func opened(
        log: LogID, sequence: UInt64, _ commit: Commit
    ) throws(Locked) -> OpenedCommit {
        guard case .payload(let payload) = commit.content else { throw .erased }
        guard let key = keyring[commit.epoch] else { throw .unknownEpoch(commit.epoch) }
        let plaintext = try key.open(
            payload, place: Place(space: keyring.space, log: log, sequence: sequence))
        let body: CommitBody
        do throws(WireError) {
            body = try CommitBody.decode(plaintext)
        } catch {
            throw .undecodable(error)
        }
        do throws(LedgerError) {
            try BodyRules.check(body, space: keyring.space, log: log, sequence: sequence)
        } catch {
            throw .refused(error)
        }
        return OpenedCommit(
            log: log, sequence: sequence, epoch: commit.epoch, body: body,
            plaintextBytes: plaintext.count, isPermanent: commit.isPermanent)
    }
}

extension VerifiedRun {
    /// Opens every commit that can be opened, in the order of the run.
    ///
    /// - Parameter keyring: The keys of the run's space.
    public func open(_ keyring: Keyring) -> [Result<OpenedCommit, Locked>] {
        guard keyring.space == space else {
            return run.commits.map { .failure(.unknownEpoch($0.epoch)) }
        }
        let opener = CommitOpener(keyring)
        var results: [Result<OpenedCommit, Locked>] = []
        results.reserveCapacity(run.commits.count)
        for (index, commit) in run.commits.enumerated() {
            results.append(
                opener.open(log: run.log, sequence: run.first + UInt64(index), commit))
        }
        return results
    }
}
