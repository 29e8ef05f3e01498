package import Keys
public import Wire

/// One direction's key and how often it was used: a CipherState (Noise section 5.1).
public struct NoiseCipher: Sendable {
    private var key: SecretBytes
    private(set) var count: UInt64

    /// After how many messages the key is replaced; `nil` if it never is.
    private let rekeyInterval: UInt64?

    /// Starts with a key of 32 bytes.
    ///
    /// `count` messages have been sealed with it or its ancestors.
    init(key: SecretBytes, count: UInt64 = 0, rekeyInterval: UInt64? = nil) {
        self.key = key
        self.count = count
        self.rekeyInterval = rekeyInterval
    }

    /// Turns the bytes from an index on into the next sealed message.
    ///
    /// - Throws: ``ChannelError/nonceExhausted``, with the bytes as they were.
    public mutating func seal(
        from start: Int, of bytes: inout Bytes, associated: Bytes = []
    ) throws(ChannelError) {
        let nonce = try nextNonce()
        ChaChaPoly.seal(from: start, of: &bytes, key: key, nonce: nonce, associated: associated)
        advance()
    }

    /// Opens the next message and appends its content to some bytes.
    ///
    /// - Throws: ``ChannelError/notAuthentic`` for any other bytes than the next message;
    ///   ``ChannelError/nonceExhausted``. Nothing is appended then and nothing is counted.
    public mutating func open(
        _ message: Bytes, associated: Bytes = [], appendingTo output: inout Bytes
    ) throws(ChannelError) {
        let nonce = try nextNonce()
        do throws(KeyError) {
            try ChaChaPoly.open(
                message, key: key, nonce: nonce, associated: associated, appendingTo: &output)
        } catch {
            throw .notAuthentic
        }
        advance()
    }

    private func nextNonce() throws(ChannelError) -> Bytes {
        // The highest nonce is kept for the change of keys.
        guard count < .max else { throw .nonceExhausted }
        return ChaChaPoly.nonce(count)
    }

    private mutating func advance() {
        count += 1
        guard let rekeyInterval, count.isMultiple(of: rekeyInterval) else { return }
        rekey()
    }

    private mutating func rekey() { key = NoiseCipher.successor(of: key) }

    /// The key that follows a key, and from which that can't be computed (Noise section 4.2).
    package static func successor(of key: SecretBytes) -> SecretBytes {
        var block = ChaChaPoly.seal(
            Bytes(repeating: 0, count: 32), key: key, nonce: ChaChaPoly.nonce(.max),
            associated: [])
        defer { wipe(&block) }
        return SecretBytes(copying: block.prefix(32))
    }
}
