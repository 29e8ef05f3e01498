internal import Keys
internal import Wire

/// What shows that a question which names nobody is somebody's: it lies in their chest.
struct KeptPseudonym: Sendable {
    /// What the question holds.
    let commitment: Bytes32
    /// What opens it.
    let secret: SecretBytes
    /// When it was asked, in milliseconds since 1970.
    let date: Int64

    /// So many are kept; the oldest go.
    static let most = 200
    /// Bytes of each in the chest.
    static let size = 72

    init(_ commitment: Bytes32, _ secret: SecretBytes, date: Int64) {
        self.commitment = commitment
        self.secret = secret
        self.date = date
    }

    init?(_ bytes: Bytes.SubSequence) {
        guard bytes.count == Self.size, let commitment = Bytes32(Bytes(bytes.prefix(32))),
            let date = Bytes8(Bytes(bytes.suffix(8)))
        else { return nil }
        var secret = Bytes(bytes.dropFirst(32).prefix(32))
        defer { wipe(&secret) }
        self.init(
            commitment, SecretBytes(copying: secret), date: Int64(bitPattern: date.word))
    }

    /// The commitment, the secret and the date; to be wiped.
    var bytes: Bytes {
        commitment.bytes + secret.exposedCopy() + Bytes8(word: UInt64(bitPattern: date)).bytes
    }
}
