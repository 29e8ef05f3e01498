/// One message inside an encrypted session (`session.proto`, chapter 07).
public enum SessionMessage: Equatable, Sendable {
    case proof(Proof)
    case hello(Hello)
    case offer(Offer)
    case ranges(space: SpaceTag, [FrontierRange])
    case want(space: SpaceTag, [Need])
    case serving(space: SpaceTag, commits: UInt64, bytes: UInt64)
    case chunk(Chunk)
    case have(space: SpaceTag, [Entry], hops: UInt32 = 0)
    case credit(bytes: UInt64)
    case ping(nonce: UInt64)
    case pong(nonce: UInt64)
    case bye(Reason, detail: String)
    case withheld(space: SpaceTag, logs: [UInt64], Reason)
    case letter(Letter)
    case letterTaken(Bytes16)
    case knock(proof: Bytes16)
    case file(FileMessage)
    case live(LiveMessage)
    /// A message of a later version; it is skipped.
    case unknown
}

/// Names a space inside one session: a hash of its id keyed with the handshake hash.
public struct SpaceTag: Identifier {
    public let raw: Bytes8
    public init(raw: Bytes8) { self.raw = raw }
}

/// Which device speaks.
public struct Proof: Equatable, Sendable {
    /// The device.
    public var device: DeviceID
    /// The device's signature over the Noise static key.
    public var agreementBinding: Bytes64
    /// Whose device it is.
    public var person: PersonID
    /// The device's signature over its role and the handshake hash.
    public var signature: Bytes64

    /// Makes a proof.
    public init(device: DeviceID, agreementBinding: Bytes64, person: PersonID, signature: Bytes64) {
        self.device = device
        self.agreementBinding = agreementBinding
        self.person = person
        self.signature = signature
    }
}

/// What a node says about itself first.
public struct Hello: Equatable, Sendable {
    /// The protocol versions that it speaks.
    public var versions: ClosedRange<UInt32>
    /// Optional abilities, by name.
    public var capabilities: [String]
    /// Name and version of the program.
    public var software: String
    /// The spaces that it would share.
    public var spaces: [SpaceTag]
    /// Where it can be reached, as `address:port`.
    public var addresses: [String]
    /// Its wall clock in milliseconds since 1970.
    public var wallClock: Int64
    /// The DNS-SD instance under which it is visible; empty if it isn't.
    public var instance: String

    /// Makes a hello.
    public init(
        versions: ClosedRange<UInt32>, capabilities: [String], software: String,
        spaces: [SpaceTag], addresses: [String], wallClock: Int64, instance: String = ""
    ) {
        self.versions = versions
        self.capabilities = capabilities
        self.software = software
        self.spaces = spaces
        self.addresses = addresses
        self.wallClock = wallClock
        self.instance = instance
    }
}

/// How one space stands at the sender.
public struct Offer: Equatable, Sendable {
    /// The space.
    public var space: SpaceTag
    /// Fingerprint of its whole frontier.
    public var digest: Bytes16

    /// Makes an offer.
    public init(space: SpaceTag, digest: Bytes16) {
        self.space = space
        self.digest = digest
    }
}

/// A piece of the frontier, from where the piece before it ended up to ``end``.
public struct FrontierRange: Equatable, Sendable {
    /// What is said about the piece.
    public enum Content: Equatable, Sendable {
        /// The sum of its entries, hashed.
        case fingerprint(Bytes16)
        /// Its entries. With `answer`, the receiver shall send its own of the same piece.
        case entries([Entry], answer: Bool)
        /// Nothing: this piece is settled.
        case skip
    }

    /// The first log prefix after the piece; `nil` for the end of all logs.
    public var end: UInt64?
    /// What is said about the piece.
    public var content: Content

    /// Makes a piece.
    public init(end: UInt64?, content: Content) {
        self.end = end
        self.content = content
    }
}

/// How far one log reaches at the sender.
public struct Entry: Hashable, Sendable {
    /// The first eight bytes of the log's id.
    public var log: UInt64
    /// How many commits the sender has.
    public var length: UInt64
    /// The first eight bytes of the chain hash at that length.
    public var head: UInt64

    /// Makes an entry.
    public init(log: UInt64, length: UInt64, head: UInt64) {
        self.log = log
        self.length = length
        self.head = head
    }
}

/// Commits of a log that are asked for, from a sequence on.
///
/// The first commit has sequence 1.
public struct Need: Hashable, Sendable {
    /// The first eight bytes of the log's id.
    public var log: UInt64
    /// The first sequence that is missing.
    public var from: UInt64

    /// Makes a need.
    public init(log: UInt64, from: UInt64) {
        self.log = log
        self.from = from
    }
}

/// Runs of commits in the sender's order of arrival.
public struct Chunk: Equatable, Sendable {
    /// The space.
    public var space: SpaceTag
    /// The runs.
    public var runs: [Run]
    /// Whether it is the last one that answers a `want`.
    public var isFinal: Bool
    /// Connections that pushed commits have crossed with this one; 0 if that isn't said.
    public var hops: UInt32

    /// Makes a chunk.
    public init(space: SpaceTag, runs: [Run], isFinal: Bool, hops: UInt32 = 0) {
        self.space = space
        self.runs = runs
        self.isFinal = isFinal
        self.hops = hops
    }
}

/// Consecutive commits of one log, the last of them signed.
public struct Run: Equatable, Sendable {
    /// The log.
    public var log: LogID
    /// The sequence of the first commit; the first commit of a log has sequence 1.
    public var first: UInt64
    /// The commits.
    public var commits: [Commit]
    /// The log key's signature over the chain hash after the last commit.
    public var signature: Bytes64

    /// Makes a run.
    public init(log: LogID, first: UInt64, commits: [Commit], signature: Bytes64) {
        self.log = log
        self.first = first
        self.commits = commits
        self.signature = signature
    }
}

/// One item of a log, as it is replicated.
public struct Commit: Equatable, Sendable {
    /// What is left of the content.
    public enum Content: Equatable, Sendable {
        /// Nonce, ciphertext and tag.
        case payload(Bytes)
        /// The hash of a payload that was erased, and the log's signature that it is to be; none
        /// in the proof of a fork.
        case erased(Bytes32, notice: Bytes64?)
    }

    /// The generation of the key that seals it.
    public var epoch: EpochID
    /// The content.
    public var content: Content
    /// Whether the chain holds it as one whose payload is never erased.
    public var isPermanent: Bool

    /// Makes a commit.
    public init(epoch: EpochID, content: Content, isPermanent: Bool = false) {
        self.epoch = epoch
        self.content = content
        self.isPermanent = isPermanent
    }
}

/// Why a session ends or something is not sent.
public enum Reason: String, Equatable, Sendable, CaseIterable {
    case noCommonVersion = "no common version"
    case notAMember = "not a member"
    case duplicate = "duplicate connection"
    case shuttingDown = "shutting down"
    case protocolError = "protocol error"
    case notPermitted = "not permitted"
    case cut = "log is cut"
    case quota = "quota exceeded"
    case unavailable = "nobody has it"
    case deviceRevoked = "device revoked"
    case waitingForDependency = "waiting for a dependency"
    case versionTooNew = "version too new"
    case undecodable = "undecodable"
    case crowded = "too many connections"
    case unknown = "unknown reason"
}
