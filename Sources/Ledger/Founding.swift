public import Keys
public import Wire

/// How spaces and persons come into being: their encoded foundings hash to their ids.
public enum Founding {
    /// Founds a space.
    ///
    /// - Parameters:
    ///   - founder: The founding device.
    ///   - workplace: The workplace of a community; `nil` for a workplace itself.
    ///   - doorKey: For a workplace: the public key that can mark people as departed.
    public static func space(
        kind: SpaceFounding.Kind, founder: DeviceID, workplace: SpaceID?,
        doorKey: Bytes32? = nil, using generator: inout some RandomNumberGenerator
    ) -> (founding: Bytes, id: SpaceID) {
        let founding = SpaceFounding(
            kind: kind, founder: founder, nonce: nonce(using: &generator), workplace: workplace,
            doorKey: doorKey
        ).encoded()
        return (founding, spaceID(of: founding))
    }

    /// The id of the space with these founding bytes.
    public static func spaceID(of founding: Bytes) -> SpaceID {
        SpaceID(raw: Hash.digest(.space, [founding]))
    }

    /// Founds a person.
    ///
    /// - Parameters:
    ///   - device: The person's first device.
    ///   - isKiosk: Whether it is a shared terminal, and no human.
    ///   - hosting: The word of the terminal that keeps the first device's key, if one does.
    public static func person(
        device: DeviceCard, isKiosk: Bool = false, hosting: Hosting? = nil,
        using generator: inout some RandomNumberGenerator
    ) -> (founding: Bytes, id: PersonID) {
        let founding = PersonFounding(
            device: device, nonce: nonce(using: &generator), isKiosk: isKiosk, hosting: hosting
        ).encoded()
        return (founding, personID(of: founding))
    }

    /// The id of the person with these founding bytes.
    public static func personID(of founding: Bytes) -> PersonID {
        PersonID(raw: Hash.digest(.person, [founding]))
    }

    /// Reads the founding of a space.
    ///
    /// - Throws: ``LedgerError/foundingUnreadable(_:)``.
    public static func readSpace(_ founding: Bytes) throws(LedgerError) -> SpaceFounding {
        do throws(WireError) {
            return try SpaceFounding.decode(founding)
        } catch {
            throw .foundingUnreadable(error)
        }
    }

    /// Reads the founding of a person and checks the card of the first device, and the word of the
    /// terminal that keeps it.
    ///
    /// - Throws: ``LedgerError/foundingUnreadable(_:)`` or ``LedgerError/cardForged(device:)``.
    public static func readPerson(_ founding: Bytes) throws(LedgerError) -> PersonFounding {
        let person: PersonFounding
        do throws(WireError) {
            person = try PersonFounding.decode(founding)
        } catch {
            throw .foundingUnreadable(error)
        }
        guard person.device.isValid, person.hosting?.isValid(for: person.device.device) ?? true
        else { throw .cardForged(device: person.device.device) }
        return person
    }

    private static func nonce(using generator: inout some RandomNumberGenerator) -> Bytes32 {
        Bytes32(
            words: (generator.next(), generator.next(), generator.next(), generator.next()))
    }
}

extension Hosting {
    /// A terminal's word that it keeps the key of a device.
    public static func make(kiosk: SigningKey, of device: DeviceID) -> Hosting {
        Hosting(
            kiosk: DeviceID(raw: kiosk.publicKey),
            signature: kiosk.sign(.hosting, [device.bytes]))
    }

    /// Whether the terminal signed that it keeps a device's key.
    public func isValid(for device: DeviceID) -> Bool {
        Signature.isValid(signature, of: .hosting, [device.bytes], by: kiosk.raw)
    }
}

extension DeviceCard {
    /// The card of a device, signed by it.
    public static func make(device: SigningKey, agreement: AgreementKey) -> DeviceCard {
        DeviceCard(
            device: DeviceID(raw: device.publicKey), agreementKey: agreement.publicKey,
            binding: device.sign(.agreement, [agreement.publicKey.bytes]))
    }

    /// Whether the device signed the agreement key.
    public var isValid: Bool {
        DeviceCard.isBound(agreementKey, to: device, by: binding)
    }

    /// Whether a device signed that an agreement key is its own.
    public static func isBound(
        _ agreementKey: Bytes32, to device: DeviceID, by signature: Bytes64
    ) -> Bool {
        Signature.isValid(signature, of: .agreement, [agreementKey.bytes], by: device.raw)
    }
}
