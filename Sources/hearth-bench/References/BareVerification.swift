internal import CSodium

/// How fast one core checks Ed25519 signatures and does nothing else.
///
/// Whoever signs every message can't take messages in faster than this on one core.
struct BareVerification {
    private static let messages = 1_000
    private let publicKey: [UInt8]
    private let signed: [(message: [UInt8], signature: [UInt8])]

    /// Signs messages of so many bytes.
    init(bytes: Int = 500) throws {
        guard sodium_init() >= 0 else { throw Failed("libsodium can't be used") }
        var publicKey = [UInt8](repeating: 0, count: 32)
        var secretKey = [UInt8](repeating: 0, count: 64)
        crypto_sign_ed25519_keypair(&publicKey, &secretKey)
        self.publicKey = publicKey
        signed = (0..<Self.messages).map { _ in
            var message = [UInt8](repeating: 0, count: bytes)
            randombytes_buf(&message, bytes)
            var signature = [UInt8](repeating: 0, count: 64)
            crypto_sign_ed25519_detached(&signature, nil, message, UInt64(bytes), secretKey)
            return (message, signature)
        }
    }

    /// Signatures checked a second, over at least so many seconds.
    func rate(seconds: Double = 1) throws -> Double {
        let watch = Stopwatch()
        var count = 0
        repeat {
            for (message, signature) in signed {
                let verdict = crypto_sign_ed25519_verify_detached(
                    signature, message, UInt64(message.count), publicKey)
                guard verdict == 0 else { throw Failed("a signature of the reference is wrong") }
            }
            count += signed.count
        } while watch.seconds < seconds
        return watch.rate(of: count)
    }
}
