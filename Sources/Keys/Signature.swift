internal import CSodium
public import Wire

/// Checks Ed25519 signatures more strictly than RFC 8032 demands (chapter 02).
///
/// A key must be a canonical encoding of a point in the group of prime order, other than the
/// neutral element; `S` must be below the order; `R` must be, byte for byte, what the equation
/// without the cofactor gives, and not of low order. Then every verifier of the workplace comes to
/// the same verdict, and a signature is valid for one key and one message only.
public enum Signature {
    /// Whether a key signed a message.
    public static func isValid(
        _ signature: Bytes64, of message: Bytes, by key: Bytes32
    ) -> Bool {
        isStrong(key) && satisfiesEquation(signature.bytes, of: message, by: key.bytes)
    }

    /// Whether a key signed a labelled message, ``Label/message(_:)``.
    public static func isValid(
        _ signature: Bytes64, of label: Label, _ parts: [Bytes], by key: Bytes32
    ) -> Bool {
        isValid(signature, of: label.message(parts), by: key)
    }

    /// Whether a public key is canonical and neither of low order nor with such a component.
    public static func isStrong(_ key: Bytes32) -> Bool {
        sodiumReady()
        return crypto_core_ed25519_is_valid_point(key.bytes) == 1
    }

    /// libsodium's own check: it lets keys with a component of low order pass.
    static func satisfiesEquation(_ signature: Bytes, of message: Bytes, by key: Bytes) -> Bool {
        guard signature.count == 64, key.count == 32 else { return false }
        sodiumReady()
        return crypto_sign_ed25519_verify_detached(
            signature, message, UInt64(message.count), key) == 0
    }
}
