internal import Keys
internal import Wire

/// What follows from the key that two sides of a pairing agreed on: sealed messages and words.
struct PairingChannel: Sendable {
    /// What a sealed message holds; the number is the first byte of its content.
    enum Kind: UInt8 {
        case newcomer = 1
        case verdict = 2
        case welcome = 3
        case offer = 4
        case acceptance = 5
    }

    /// The words that both people compare.
    let words: [String]

    private var sending: NoiseCipher
    private var receiving: NoiseCipher

    /// Derives everything from CPace's key; the initiator is the joiner.
    init(key: SecretBytes, role: Role) {
        words = Words.fourWords(from: Hash.keyed(key, .pairing, [[0]]))
        sending = NoiseCipher(key: Hash.secret(key, .pairing, [[role.rawValue]]))
        receiving = NoiseCipher(key: Hash.secret(key, .pairing, [[role.other.rawValue]]))
    }

    /// The frame of a sealed message.
    ///
    /// - Throws: ``ChannelError/messageLength(_:)`` for more than fits into a frame.
    mutating func seal(_ kind: Kind, _ message: Bytes) throws(ChannelError) -> Bytes {
        var content = [kind.rawValue] + message
        guard content.count + ChaChaPoly.tagBytes <= Limits.pairingMessageBytes else {
            throw .messageLength(message.count)
        }
        try sending.seal(from: 0, of: &content)
        return FrameReader.frame(content)
    }

    /// The kind and content of a sealed frame's body.
    mutating func open(_ body: Bytes) throws(ChannelError) -> (Kind, Bytes) {
        var content = Bytes()
        try receiving.open(body, appendingTo: &content)
        defer { wipe(&content) }
        guard let kind = content.first.flatMap(Kind.init) else { throw .outOfTurn }
        return (kind, Bytes(content.dropFirst()))
    }
}
