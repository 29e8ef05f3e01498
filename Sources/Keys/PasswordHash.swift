internal import CSodium
public import Wire

/// Argon2id (RFC 9106): makes a key of a password, slowly on purpose.
public enum PasswordHash {
    /// How much work a password is worth.
    public struct Cost: Hashable, Sendable {
        /// How often the memory is passed over.
        public let passes: UInt64
        /// Bytes of memory.
        public let memoryBytes: Int

        /// Makes a cost; Argon2id wants one pass and 8 KiB at least.
        public init(passes: UInt64, memoryBytes: Int) {
            self.passes = passes
            self.memoryBytes = memoryBytes
        }

        /// For a login that somebody waits for: 64 MiB, 2 passes.
        public static let interactive = Cost(passes: 2, memoryBytes: 67_108_864)
        /// For a file that is opened now and then: 256 MiB, 3 passes.
        public static let moderate = Cost(passes: 3, memoryBytes: 268_435_456)
    }

    /// A key of 32 bytes for a password.
    ///
    /// - Throws: ``KeyError/notEnoughMemory``, also for a cost that Argon2id doesn't know;
    ///   ``KeyError/wrongLength(of:expected:actual:)`` for an empty password.
    public static func key(
        password: SecretBytes, salt: Bytes16, cost: Cost
    ) throws(KeyError) -> SecretBytes {
        guard password.count > 0 else {
            throw .wrongLength(of: "password", expected: 1, actual: 0)
        }
        return try password.withUnsafeBytes { (password) throws(KeyError) in
            try SecretBytes(count: 32) { (key) throws(KeyError) in
                let letters = UnsafeRawPointer(password.start)
                    .bindMemory(to: CChar.self, capacity: password.count)
                let status = crypto_pwhash_argon2id(
                    key.start, 32, letters, UInt64(password.count), salt.bytes, cost.passes,
                    cost.memoryBytes, crypto_pwhash_argon2id_alg_argon2id13())
                guard status == 0 else { throw .notEnoughMemory }
            }
        }
    }
}
