public import Keys
public import Wire

/// The statement that begins each log: which device of which person writes it.
public enum LogBinding {
    /// Makes the binding of a log.
    ///
    /// - Parameters:
    ///   - device: The secret key of the device that owns the log.
    ///   - role: What the device is: with another role nothing in the log counts.
    public static func make(
        space: SpaceID, log: LogID, person: PersonID, device: SigningKey,
        role: LogRole = .computer
    ) -> Binding {
        Binding(
            person: person, device: DeviceID(raw: device.publicKey),
            signature: device.sign(.binding, [space.bytes, log.bytes]), role: role)
    }

    /// Whether the device that is named signed for this log in this space.
    ///
    /// Whether it is a device of that person is not asked here.
    public static func isValid(_ binding: Binding, space: SpaceID, log: LogID) -> Bool {
        Signature.isValid(
            binding.signature, of: .binding, [space.bytes, log.bytes], by: binding.device.raw)
    }
}

/// Log keys that need not be stored: they follow from the device's key and a number.
public enum LogKey {
    /// The key of a device's log in a space.
    ///
    /// - Parameter nonce: Random, and not secret. A new one makes a new log, as after a restored
    ///   backup.
    public static func derive(
        device: SigningKey, space: SpaceID, nonce: Bytes32
    ) throws(KeyError) -> SigningKey {
        try SigningKey(seed: Hash.secret(device.seed, .logSeed, [space.bytes, nonce.bytes]))
    }
}
