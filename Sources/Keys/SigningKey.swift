internal import CSodium
public import Wire

/// A secret Ed25519 key (RFC 8032): a device's or a log's.
public struct SigningKey: Sendable {
    /// The public key, which names the device or the log.
    public let publicKey: Bytes32

    /// Seed and public key, as libsodium keeps them.
    private let secret: SecretBytes

    /// Makes the key of a seed.
    ///
    /// - Throws: ``KeyError/wrongLength(of:expected:actual:)`` unless the seed has 32 bytes.
    public init(seed: SecretBytes) throws(KeyError) {
        guard seed.count == 32 else {
            throw .wrongLength(of: "signing seed", expected: 32, actual: seed.count)
        }
        self.init(checked: seed)
    }

    /// Makes the key of a seed that lies outside protected memory, such as in a test.
    ///
    /// - Throws: ``KeyError/wrongLength(of:expected:actual:)`` unless the seed has 32 bytes.
    public init(seed: Bytes) throws(KeyError) {
        try self.init(seed: SecretBytes(copying: seed))
    }

    /// Makes a new key.
    public static func generate(using generator: inout some RandomNumberGenerator) -> SigningKey {
        SigningKey(checked: SecretBytes(random: 32, using: &generator))
    }

    private init(checked seed: SecretBytes) {
        let (secret, publicKey) = seed.withUnsafeBytes { seed in
            withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { publicKey in
                let secret = SecretBytes(count: 64) { secret in
                    _ = crypto_sign_ed25519_seed_keypair(
                        publicKey.start, secret.start, seed.start)
                }
                return (secret, Bytes32(exactly: UnsafeRawBufferPointer(publicKey)))
            }
        }
        self.secret = secret
        self.publicKey = publicKey
    }

    /// The seed, for the key file.
    public var seed: SecretBytes {
        secret.withUnsafeBytes { secret in
            SecretBytes(count: 32) { $0.copyMemory(from: .init(rebasing: secret[0..<32])) }
        }
    }

    /// The signature of a message.
    public func sign(_ message: Bytes) -> Bytes64 {
        secret.withUnsafeBytes { secret in
            withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { signature in
                _ = crypto_sign_ed25519_detached(
                    signature.start, nil, message, UInt64(message.count), secret.start)
                return Bytes64(exactly: UnsafeRawBufferPointer(signature))
            }
        }
    }

    /// The signature of a labelled message, ``Label/message(_:)``.
    public func sign(_ label: Label, _ parts: [Bytes]) -> Bytes64 { sign(label.message(parts)) }
}
