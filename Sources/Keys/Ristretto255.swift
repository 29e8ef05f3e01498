internal import CSodium
public import Wire

/// The prime-order group ristretto255 (RFC 9496), for CPace.
public enum Ristretto255 {
    /// The element that 64 uniformly random bytes stand for.
    public static func element(fromUniform bytes: Bytes64) -> Bytes32 {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { element in
            _ = crypto_core_ristretto255_from_hash(element.start, bytes.bytes)
            return Bytes32(exactly: UnsafeRawBufferPointer(element))
        }
    }

    /// A random scalar other than zero, of the 64 next bytes of a generator.
    public static func scalar(using generator: inout some RandomNumberGenerator) -> SecretBytes {
        let wide = SecretBytes(random: 64, using: &generator)
        return SecretBytes(count: 32) { scalar in
            wide.withUnsafeBytes { wide in
                crypto_core_ristretto255_scalar_reduce(scalar.start, wide.start)
            }
        }
    }

    /// A scalar times an element.
    ///
    /// - Throws: ``KeyError/nonCanonicalPoint`` for bytes that encode no element;
    ///   ``KeyError/lowOrderPoint`` if the product is the neutral element.
    public static func multiply(
        _ scalar: SecretBytes, _ element: Bytes32
    ) throws(KeyError) -> SecretBytes {
        guard scalar.count == 32 else {
            throw .wrongLength(of: "scalar", expected: 32, actual: scalar.count)
        }
        guard crypto_core_ristretto255_is_valid_point(element.bytes) == 1 else {
            throw .nonCanonicalPoint
        }
        return try scalar.withUnsafeBytes { (scalar) throws(KeyError) in
            try SecretBytes(count: 32) { (product) throws(KeyError) in
                guard
                    crypto_scalarmult_ristretto255(product.start, scalar.start, element.bytes)
                        == 0
                else { throw .lowOrderPoint }
            }
        }
    }
}

/// SHA-512 (FIPS 180-4), for CPace.
public enum SHA512 {
    /// The hash of some bytes.
    public static func digest(_ message: Bytes) -> Bytes64 {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { digest in
            _ = crypto_hash_sha512(digest.start, message, UInt64(message.count))
            return Bytes64(exactly: UnsafeRawBufferPointer(digest))
        }
    }

    /// HMAC-SHA-512 (RFC 2104) of a message.
    public static func authenticate(_ message: Bytes, key: SecretBytes) -> Bytes64 {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { code in
            let size = crypto_auth_hmacsha512_statebytes()
            withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { memory in
                let state = UnsafeMutableRawPointer(memory.start)
                    .bindMemory(to: crypto_auth_hmacsha512_state.self, capacity: 1)
                key.withUnsafeBytes { key in
                    _ = crypto_auth_hmacsha512_init(state, key.start, key.count)
                }
                crypto_auth_hmacsha512_update(state, message, UInt64(message.count))
                crypto_auth_hmacsha512_final(state, code.start)
            }
            return Bytes64(exactly: UnsafeRawBufferPointer(code))
        }
    }
}
