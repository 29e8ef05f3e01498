internal import CSodium
public import Wire

/// A secret X25519 key (RFC 7748): a device's for sessions and sealed boxes, or a handshake's.
public struct AgreementKey: Sendable {
    /// The public key.
    public let publicKey: Bytes32

    /// The secret scalar, for the key file.
    public let secret: SecretBytes

    /// Makes the key of a secret scalar.
    ///
    /// - Throws: ``KeyError/wrongLength(of:expected:actual:)`` unless the secret has 32 bytes.
    public init(secret: SecretBytes) throws(KeyError) {
        guard secret.count == 32 else {
            throw .wrongLength(of: "agreement secret", expected: 32, actual: secret.count)
        }
        self.init(checked: secret)
    }

    /// Makes the key of a secret that lies outside protected memory, such as in a test.
    ///
    /// - Throws: ``KeyError/wrongLength(of:expected:actual:)`` unless the secret has 32 bytes.
    public init(secret: Bytes) throws(KeyError) {
        try self.init(secret: SecretBytes(copying: secret))
    }

    /// Makes a new key.
    public static func generate(using generator: inout some RandomNumberGenerator) -> AgreementKey {
        AgreementKey(checked: SecretBytes(random: 32, using: &generator))
    }

    private init(checked secret: SecretBytes) {
        self.secret = secret
        publicKey = secret.withUnsafeBytes { secret in
            withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { publicKey in
                _ = crypto_scalarmult_curve25519_base(publicKey.start, secret.start)
                return Bytes32(exactly: UnsafeRawBufferPointer(publicKey))
            }
        }
    }

    /// The secret that this key has in common with the owner of a public key.
    ///
    /// - Throws: ``KeyError/nonCanonicalPoint`` for a point with another, smaller encoding;
    ///   ``KeyError/lowOrderPoint`` for one that gives everybody the same secret.
    public func agree(with remote: Bytes32) throws(KeyError) -> SecretBytes {
        guard AgreementKey.isCanonical(remote.bytes) else { throw .nonCanonicalPoint }
        return try multiply(remote.bytes)
    }

    /// The bare scalar multiplication; it still refuses results of zero, as libsodium does.
    func multiply(_ point: Bytes) throws(KeyError) -> SecretBytes {
        try secret.withUnsafeBytes { (secret) throws(KeyError) in
            try SecretBytes(count: 32) { (result) throws(KeyError) in
                guard crypto_scalarmult_curve25519(result.start, secret.start, point) == 0
                else { throw .lowOrderPoint }
            }
        }
    }

    /// Whether a coordinate is below the prime 2^255 - 19, its unused top bit included.
    static func isCanonical(_ point: Bytes) -> Bool {
        guard point.count == 32, point[31] <= 0x7f else { return false }
        let isNearPrime = point[31] == 0x7f && point[1...30].allSatisfy { $0 == 0xff }
        return !(isNearPrime && point[0] >= 0xed)
    }
}
