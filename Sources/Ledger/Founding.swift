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
    /// - Parameter device: The person's first device.
    public static func person(
        device: DeviceCard, using generator: inout some RandomNumberGenerator
    ) -> (founding: Bytes, id: PersonID) {
        let founding = PersonFounding(device: device, nonce: nonce(using: &generator)).encoded()
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

    /// Reads the founding of a person and checks the card of the first device.
    ///
    /// - Throws: ``LedgerError/foundingUnreadable(_:)`` or ``LedgerError/cardForged(device:)``.
    public static func readPerson(_ founding: Bytes) throws(LedgerError) -> PersonFounding {
        let person: PersonFounding
        do throws(WireError) {
            person = try PersonFounding.decode(founding)
        } catch {
            throw .foundingUnreadable(error)
        }
        guard person.device.isValid else { throw .cardForged(device: person.device.device) }
        return person
    }

    private static func nonce(using generator: inout some RandomNumberGenerator) -> Bytes32 {
        Bytes32(
            words: (generator.next(), generator.next(), generator.next(), generator.next()))
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
