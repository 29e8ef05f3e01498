internal import Keys
public import Wire

/// What two people who stand side by side compare as four words, so that both see that they mean
/// the same person and the same devices.
public enum Acquaintance {
    /// The hash for two people who belong already.
    ///
    /// It is the same on both sides: over both persons' ids and the devices of both that are in.
    public static func hash(_ first: Membership.Person, _ second: Membership.Person) -> Bytes32 {
        let persons = [first.id, second.id].sorted().map(\.bytes)
        let devices = (first.devices + second.devices).filter(\.isIn).map(\.card.device)
        return Hash.digest(.acquaintance, persons + [devices.sorted().flatMap(\.bytes)])
    }

    /// The hash that shows that a new device is the one that somebody holds who is to be recovered.
    public static func hash(recovering person: PersonID, with card: DeviceCard) -> Bytes32 {
        Hash.digest(.acquaintance, [person.bytes, card.device.bytes, card.agreementKey.bytes])
    }
}
