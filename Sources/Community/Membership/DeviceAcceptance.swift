public import Keys
internal import Ledger
public import Wire

/// What a device signs to be bound to a person: nobody can adopt a device that doesn't want it.
public enum DeviceAcceptance {
    /// Signs that a device wants to be a person's.
    public static func make(
        device: SigningKey, for person: PersonID, in workplace: SpaceID
    ) -> Bytes64 {
        device.sign(.acceptance, [workplace.bytes, person.bytes])
    }

    /// Whether a device wants to be a person's in a workplace, and its card is genuine.
    public static func isValid(
        _ signature: Bytes64, of card: DeviceCard, for person: PersonID, in workplace: SpaceID
    ) -> Bool {
        card.isGenuine
            && Signature.isValid(
                signature, of: .acceptance, [workplace.bytes, person.bytes], by: card.device.raw)
    }
}

/// What the owner of the one-way door key signs: a person has left, and nothing else.
public enum DoorKey {
    /// Says with the door key that a person has left.
    ///
    /// - Parameters:
    ///   - ends: Where the person's logs in the workplace end; the signature covers them.
    ///   - nonce: Fresh random bytes, so that the signature counts once.
    public static func make(
        key: SigningKey, person: PersonID, in workplace: SpaceID, ends: [LogEnd], nonce: Bytes16
    ) -> Departure.Door {
        Departure.Door(
            nonce: nonce, signature: key.sign(.door, parts(workplace, person, nonce, ends)))
    }

    /// Whether the door key spoke.
    static func isValid(_ departure: Departure, in workplace: SpaceID, key: Bytes32) -> Bool {
        guard let door = departure.door else { return false }
        return Signature.isValid(
            door.signature, of: .door,
            parts(workplace, departure.person, door.nonce, departure.ends), by: key)
    }

    private static func parts(
        _ workplace: SpaceID, _ person: PersonID, _ nonce: Bytes16, _ ends: [LogEnd]
    ) -> [Bytes] {
        let list = ends.flatMap { $0.log.bytes + Bytes8(word: $0.length).bytes }
        return [workplace.bytes, person.bytes, nonce.bytes, list]
    }
}

extension DeviceAddition {
    /// Whether a key that a terminal keeps has that terminal's word, and no other device has one.
    var isHostedAsSaid: Bool {
        guard use == .held else { return hosting == nil }
        return hosting?.isValid(for: card.device) ?? false
    }
}

extension DeviceCard {
    /// Whether the device signed its X25519 key.
    fileprivate var isGenuine: Bool {
        Signature.isValid(binding, of: .agreement, [agreementKey.bytes], by: device.raw)
    }
}
