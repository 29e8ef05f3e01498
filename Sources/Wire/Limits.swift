/// Every bound on what comes from outside, in one place.
///
/// The first part belongs to the protocol: another implementation must hold the same bounds. The
/// second part is our own choice.
public enum Limits {
    // MARK: Specification (Protocol/00-encoding.md)

    /// Bytes of one Noise message on the wire (Noise revision 34, section 3).
    public static let noiseMessageBytes = 65_535
    /// Bytes of one session message before it is cut into Noise messages.
    public static let sessionMessageBytes = 1_310_720
    /// Bytes of one encoded operation.
    public static let operationBytes = 65_536
    /// Bytes of one commit's payload.
    public static let commitBytes = 262_144
    /// Bytes of one signed run of commits.
    public static let runBytes = 1_048_576
    /// Commits of one signed run.
    public static let runCommits = 256
    /// Logs in the frontier of one space.
    public static let frontierLogs = 100_000
    /// How far a log may move its Lamport clock for each commit that it has.
    public static let lamportStep: UInt64 = 1 << 40
    /// The highest Lamport clock; it fits a signed number, as databases have them.
    public static let lamportEnd: UInt64 = 1 << 62
    /// Spaces that one session may name.
    public static let sessionSpaces = 4_096
    /// Frontier entries or ranges in one message.
    public static let rangeEntries = 16_384
    /// Bytes of an encoded founding of a space or a person, or of a device's card.
    public static let foundingBytes = 4_096
    /// Devices of which one message may tell that they are there.
    public static let acquaintances = 1_024
    /// Addresses of one of them.
    public static let acquaintanceAddresses = 4
    /// Optional abilities that a `Hello` may name.
    public static let capabilities = 64
    /// Generations of a space's key that a `Welcome` may hold.
    public static let spaceKeys = 1_024
    /// Commits that one statement erases, records that one of them created, and erasures that one
    /// receipt names.
    public static let erasures = 256
    /// Bytes of a letter for one device.
    public static let letterBytes = 65_536
    /// Bytes of a file that is attached.
    public static let attachmentBytes: UInt64 = 1 << 34
    /// Bytes of each sealed chunk of an attachment but the last, which may have fewer.
    public static let attachmentChunkBytes = 65_536
    /// Chunks of attachments that a side may ask for before it has an answer to some.
    public static let attachmentRequests = 16
    /// Attachments about which a side is told when there are more chunks, the last ones asked about.
    public static let attachmentQueries = 64
    /// Chunks of the largest attachment.
    public static let attachmentChunks = 262_209
    /// Hashes of the longest proof of a chunk.
    public static let attachmentProof = 19
    /// Noise messages under one key before both sides change it.
    public static let rekeyMessages: UInt64 = 1 << 20

    // MARK: Implementation

    /// Bytes of chunks that may be on their way to us before we have stored some.
    public static let creditBytes = 4_194_304
    /// Bytes that a chunk is filled up to.
    public static let chunkBytes = 524_288
    /// Bytes of one pairing message; it is read before anything is known of the sender.
    public static let pairingMessageBytes = 65_535
    /// Wrong guesses after which a pairing code is void.
    public static let pairingTries = 3
    /// Seconds that a pairing code lives.
    public static let pairingSeconds = 600
    /// Bytes of free text in a `Bye`.
    public static let farewellBytes = 200
    /// Addresses that a peer may tell about itself.
    public static let peerAddresses = 16
    /// Bytes of any other short text that a peer sends.
    public static let shortTextBytes = 256
}
