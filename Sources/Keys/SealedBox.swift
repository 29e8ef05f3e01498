internal import CSodium
public import Wire

/// libsodium's sealed box: bytes for the owner of an X25519 key, from nobody in particular.
///
/// X25519 with a fresh key, XSalsa20-Poly1305, and a nonce that is the hash of both public keys.
public enum SealedBox {
    /// Bytes by which a box is longer than its content: the fresh public key and the tag.
    public static let overheadBytes = 48

    /// Seals for a public key.
    ///
    /// - Throws: ``KeyError/nonCanonicalPoint`` or ``KeyError/lowOrderPoint`` for a bad public key.
    public static func seal(
        _ plain: Bytes, for recipient: Bytes32, using generator: inout some RandomNumberGenerator
    ) throws(KeyError) -> Bytes {
        let fresh = AgreementKey.generate(using: &generator)
        _ = try fresh.agree(with: recipient)
        let nonce = nonce(fresh.publicKey, recipient)
        var box = fresh.publicKey.bytes
        box.append(contentsOf: repeatElement(0, count: plain.count + 16))
        let status = box.withUnsafeMutableBytes { box in
            fresh.secret.withUnsafeBytes { secret in
                crypto_box_easy(
                    box.start.advanced(by: 32), plain, UInt64(plain.count), nonce,
                    recipient.bytes, secret.start)
            }
        }
        guard status == 0 else { throw .lowOrderPoint }
        return box
    }

    /// Opens a box that was sealed for a key.
    ///
    /// - Throws: ``KeyError/notAuthentic`` if it is for another key or isn't as it was sealed;
    ///   ``KeyError/nonCanonicalPoint`` or ``KeyError/lowOrderPoint`` for a bad fresh key.
    public static func open(_ box: Bytes, with key: AgreementKey) throws(KeyError) -> Bytes {
        guard box.count >= overheadBytes, let fresh = Bytes32(box[0..<32]) else {
            throw .notAuthentic
        }
        _ = try key.agree(with: fresh)
        return try unseal(box, from: fresh, with: key)
    }

    private static func nonce(_ fresh: Bytes32, _ recipient: Bytes32) -> Bytes {
        Bytes(unsafeUninitializedCapacity: 24) { buffer, initialised in
            BLAKE2b.hash(
                key: nil, [], [fresh.bytes, recipient.bytes],
                into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: 24))
            initialised = 24
        }
    }

    private static func unseal(
        _ box: Bytes, from fresh: Bytes32, with key: AgreementKey
    ) throws(KeyError) -> Bytes {
        let nonce = nonce(fresh, key.publicKey)
        return try box.openPlain(overhead: overheadBytes) { (box, output) throws(KeyError) in
            let status = key.secret.withUnsafeBytes { secret in
                crypto_box_open_easy(
                    output.octets, box.start.advanced(by: 32), UInt64(box.count - 32), nonce,
                    fresh.bytes, secret.start)
            }
            guard status == 0 else { throw .notAuthentic }
        }
    }
}
