internal import CSodium
public import Wire

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): seals what is kept and replicated.
///
/// Its nonces of 24 bytes may be drawn at random without a thought of drawing one twice.
public enum Sealing {
    /// Bytes of a key.
    public static let keyBytes = 32
    /// Bytes of a nonce.
    public static let nonceBytes = 24
    /// Bytes by which sealed text is longer than plain text.
    public static let tagBytes = 16

    /// The ciphertext and its tag.
    ///
    /// - Parameters:
    ///   - plain: What to hide.
    ///   - key: 32 bytes.
    ///   - nonce: 24 bytes that this key never met before.
    ///   - associated: What the ciphertext is bound to without holding it.
    public static func seal(
        _ plain: Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes
    ) -> Bytes {
        Bytes(unsafeUninitializedCapacity: plain.count + tagBytes) { buffer, initialised in
            plain.withUnsafeBytes { plain in
                nonce.withUnsafeBytes { nonce in
                    associated.withUnsafeBytes { associated in
                        seal(
                            plain, key: key, nonce: nonce, associated: associated,
                            into: UnsafeMutableRawBufferPointer(buffer))
                    }
                }
            }
            initialised = plain.count + tagBytes
        }
    }

    /// Seals from memory into memory of exactly 16 bytes more, which may not overlap.
    public static func seal(
        _ plain: UnsafeRawBufferPointer, key: SecretBytes, nonce: UnsafeRawBufferPointer,
        associated: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) {
        precondition(
            key.count == keyBytes && nonce.count == nonceBytes
                && output.count == plain.count + tagBytes, "sizes of XChaCha20-Poly1305")
        key.withUnsafeBytes { key in
            _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                output.start, nil, plain.octets, UInt64(plain.count), associated.octets,
                UInt64(associated.count), nil, nonce.start, key.start)
        }
    }

    /// The plain text of a ciphertext and its tag.
    ///
    /// - Throws: ``KeyError/notAuthentic`` if anything isn't as it was sealed;
    ///   ``KeyError/wrongLength(of:expected:actual:)`` for a key or nonce of another length.
    public static func open(
        _ sealed: Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes
    ) throws(KeyError) -> Bytes {
        try sealed.openPlain(overhead: tagBytes) { (sealed, output) throws(KeyError) in
            try nonce.withUnsafeOctets { (nonce) throws(KeyError) in
                try associated.withUnsafeOctets { (associated) throws(KeyError) in
                    try open(sealed, key: key, nonce: nonce, associated: associated, into: output)
                }
            }
        }
    }

    /// Opens from memory into memory of exactly 16 bytes less, which may not overlap.
    ///
    /// - Throws: as ``open(_:key:nonce:associated:)``; the output then holds nothing of use.
    public static func open(
        _ sealed: UnsafeRawBufferPointer, key: SecretBytes, nonce: UnsafeRawBufferPointer,
        associated: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(KeyError) {
        guard key.count == keyBytes else {
            throw .wrongLength(of: "key", expected: keyBytes, actual: key.count)
        }
        guard nonce.count == nonceBytes else {
            throw .wrongLength(of: "nonce", expected: nonceBytes, actual: nonce.count)
        }
        guard sealed.count == output.count + tagBytes else { throw .notAuthentic }
        let status = key.withUnsafeBytes { key in
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                output.octets, nil, nil, sealed.start, UInt64(sealed.count), associated.octets,
                UInt64(associated.count), nonce.start, key.start)
        }
        guard status == 0 else { throw .notAuthentic }
    }
}
