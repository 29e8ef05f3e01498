public import Keys
public import Wire

/// A notice that the payload of one commit is erased, signed by the commit's log.
public struct Erasure: Hashable, Sendable {
    /// The space.
    public let space: SpaceID
    /// The log.
    public let log: LogID
    /// The commit.
    public let sequence: UInt64
    /// The hash of the payload, which stays in its place.
    public let payloadHash: Bytes32
    /// The log key's signature over all of that.
    public let signature: Bytes64

    /// Gives a notice that came from elsewhere its form; ``isValid`` says what it is worth.
    public init(
        space: SpaceID, log: LogID, sequence: UInt64, payloadHash: Bytes32, signature: Bytes64
    ) {
        self.space = space
        self.log = log
        self.sequence = sequence
        self.payloadHash = payloadHash
        self.signature = signature
    }

    /// Makes a notice for a commit of one's own.
    ///
    /// - Parameter key: The log's secret key.
    /// - Throws: ``LedgerError/bindingNotErasable`` for the first commit.
    public static func make(
        space: SpaceID, sequence: UInt64, payloadHash: Bytes32, key: SigningKey
    ) throws(LedgerError) -> Erasure {
        guard sequence > 1 else { throw .bindingNotErasable }
        let log = LogID(raw: key.publicKey)
        let parts = signedParts(space, log, sequence, payloadHash)
        return Erasure(
            space: space, log: log, sequence: sequence, payloadHash: payloadHash,
            signature: key.sign(.erasure, parts))
    }

    /// Whether the log signed the notice.
    public var isValid: Bool {
        let parts = Erasure.signedParts(space, log, sequence, payloadHash)
        return Signature.isValid(signature, of: .erasure, parts, by: log.raw)
    }

    private static func signedParts(
        _ space: SpaceID, _ log: LogID, _ sequence: UInt64, _ payloadHash: Bytes32
    ) -> [Bytes] {
        [space.bytes, log.bytes, bigEndianBytes(sequence), payloadHash.bytes]
    }
}

/// The valid notices of erasure of one space.
public struct ErasureSet: Sendable {
    /// The space.
    public let space: SpaceID
    private var hashes: [LogID: [UInt64: Set<Bytes32>]] = [:]

    /// Starts without notices.
    public init(space: SpaceID) { self.space = space }

    /// Takes in a notice.
    ///
    /// - Throws: ``LedgerError`` if it is of another space, names the first commit, or is forged.
    public mutating func insert(_ notice: Erasure) throws(LedgerError) {
        guard notice.space == space else { throw .foreignSpace(notice.space) }
        guard notice.sequence > 1 else { throw .bindingNotErasable }
        guard notice.isValid else {
            throw .erasureForged(log: notice.log, sequence: notice.sequence)
        }
        hashes[notice.log, default: [:]][notice.sequence, default: []].insert(notice.payloadHash)
    }

    /// Whether the payload with this hash at this place is erased.
    public func covers(_ log: LogID, _ sequence: UInt64, _ payloadHash: Bytes32) -> Bool {
        hashes[log]?[sequence]?.contains(payloadHash) ?? false
    }

    /// Whether any payload at this place is erased.
    func hasNotice(_ log: LogID, _ sequence: UInt64) -> Bool { hashes[log]?[sequence] != nil }

    /// What is left of a commit: its hash if a notice erases its payload, or the commit itself.
    public func apply(to commit: Commit, log: LogID, sequence: UInt64) -> Commit {
        guard hasNotice(log, sequence) else { return commit }
        let hash = Chain.payloadHash(commit.content)
        guard covers(log, sequence, hash) else { return commit }
        return Commit(epoch: commit.epoch, content: .erased(hash))
    }
}
