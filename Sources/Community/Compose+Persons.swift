internal import Ledger
public import Wire

extension Compose {
    // MARK: Persons and devices

    /// Says that a colleague, whom somebody let in earlier, showed the same four words.
    public static func verification(personFounding: Bytes) -> [Operation] {
        [.statement(.vouch(founding: personFounding, how: .verified))]
    }

    /// Names a device of the author's person.
    public static func device(
        _ device: DeviceID, label: String
    ) throws(CommunityError) -> [Operation] {
        [
            try create(
                Schema.device, [("device", .bytes(device.bytes)), ("label", .text(label))])
        ]
    }

    /// Adds a device to the author's person.
    public static func addition(
        _ card: DeviceCard, use: DeviceUse, acceptance: Bytes64
    ) -> [Operation] {
        [
            .statement(
                .deviceAdded(DeviceAddition(card: card, use: use, acceptance: acceptance)))
        ]
    }

    /// Puts a device of the author's person out.
    ///
    /// - Parameter ends: Where the logs of the device end in the workplace.
    public static func revocation(of device: DeviceID, ends: [LogEnd]) -> [Operation] {
        [.statement(.deviceRevoked(device: device, ends: ends))]
    }
}
