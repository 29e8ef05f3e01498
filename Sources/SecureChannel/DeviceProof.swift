public import Keys
public import Wire

/// Ties a device to a session: its signatures over the session's hash and over its static key.
///
/// The handshake alone proves the ownership of an X25519 key. The device's Ed25519 key signs that
/// key once for all, and each session's hash together with the role, so that no signature serves
/// for another session or for the other end.
public enum DeviceProof {
    /// A device's signature that it is at one end of a session.
    public static func sign(
        as role: Role, handshakeHash: Bytes32, with device: SigningKey
    ) -> Bytes64 {
        device.sign(.session, [[role.rawValue], handshakeHash.bytes])
    }

    /// Whether a device signed that it is at one end of a session.
    ///
    /// - Parameter role: The end that is to be proved: the other side's.
    public static func isValid(
        _ signature: Bytes64, as role: Role, handshakeHash: Bytes32, device: DeviceID
    ) -> Bool {
        Signature.isValid(
            signature, of: .session, [[role.rawValue], handshakeHash.bytes], by: device.raw)
    }

    /// A device's signature that an X25519 key is its own.
    public static func bind(_ agreementKey: Bytes32, with device: SigningKey) -> Bytes64 {
        device.sign(.agreement, [agreementKey.bytes])
    }

    /// Whether a device signed that an X25519 key is its own.
    public static func isBound(
        _ agreementKey: Bytes32, to device: DeviceID, by signature: Bytes64
    ) -> Bool {
        Signature.isValid(signature, of: .agreement, [agreementKey.bytes], by: device.raw)
    }
}
