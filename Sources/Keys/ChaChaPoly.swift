internal import CSodium
public import Wire

/// ChaCha20-Poly1305 (RFC 8439) with a counted nonce: seals the messages of a session.
public enum ChaChaPoly {
    /// Bytes of a key.
    public static let keyBytes = 32
    /// Bytes by which sealed text is longer than plain text.
    public static let tagBytes = 16

    /// The 12 bytes of a nonce as Noise counts it: four zeros and the number, least byte first.
    public static func nonce(_ number: UInt64) -> Bytes {
        [0, 0, 0, 0] + bigEndianBytes(number).reversed()
    }

    /// Turns the bytes from an index on into their ciphertext and appends its tag.
    public static func seal(
        from start: Int, of bytes: inout Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes
    ) {
        precondition(key.count == keyBytes && nonce.count == 12, "sizes of ChaCha20-Poly1305")
        let count = bytes.count - start
        bytes.append(contentsOf: repeatElement(0, count: tagBytes))
        bytes.withUnsafeMutableBytes { bytes in
            let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            key.withUnsafeBytes { key in
                _ = crypto_aead_chacha20poly1305_ietf_encrypt(
                    target.start, nil, target.start, UInt64(count), associated,
                    UInt64(associated.count), nil, nonce, key.start)
            }
        }
    }

    /// The ciphertext and its tag.
    public static func seal(
        _ plain: Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes
    ) -> Bytes {
        var output = Bytes()
        output.reserveCapacity(plain.count + tagBytes)
        output += plain
        seal(from: 0, of: &output, key: key, nonce: nonce, associated: associated)
        return output
    }

    /// Appends the plain text of a ciphertext to what stands in the output already.
    ///
    /// - Throws: ``KeyError/notAuthentic`` if anything isn't as it was sealed; the output is then
    ///   as it was before. ``KeyError/wrongLength(of:expected:actual:)`` for another length of the
    ///   key or nonce.
    public static func open(
        _ sealed: Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes,
        appendingTo output: inout Bytes
    ) throws(KeyError) {
        guard key.count == keyBytes else {
            throw .wrongLength(of: "key", expected: keyBytes, actual: key.count)
        }
        guard nonce.count == 12 else {
            throw .wrongLength(of: "nonce", expected: 12, actual: nonce.count)
        }
        guard sealed.count >= tagBytes else { throw .notAuthentic }
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: sealed.count - tagBytes))
        let status = output.withUnsafeMutableBytes { output in
            let target = UnsafeMutableRawBufferPointer(rebasing: output[start...])
            return key.withUnsafeBytes { key in
                crypto_aead_chacha20poly1305_ietf_decrypt(
                    target.octets, nil, nil, sealed, UInt64(sealed.count), associated,
                    UInt64(associated.count), nonce, key.start)
            }
        }
        guard status == 0 else {
            output.removeSubrange(start...)
            throw .notAuthentic
        }
    }

    /// The plain text of a ciphertext and its tag.
    ///
    /// - Throws: as the variant that appends.
    public static func open(
        _ sealed: Bytes, key: SecretBytes, nonce: Bytes, associated: Bytes
    ) throws(KeyError) -> Bytes {
        var output = Bytes()
        try open(sealed, key: key, nonce: nonce, associated: associated, appendingTo: &output)
        return output
    }
}
