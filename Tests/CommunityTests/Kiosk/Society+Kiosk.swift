import Community
import Keys
import Ledger
import TestKit
import Wire

/// Shared terminals, and the keys that they keep for people.
extension Society {
    /// A member lets a shared terminal in.
    ///
    /// - Returns: The terminal's device.
    mutating func addKiosk(by member: Int) -> Int {
        let (key, card) = Self.device(&generator)
        let (founding, id) = Founding.person(device: card, isKiosk: true, using: &generator)
        write([.vouch(founding: founding, how: .shortCode)], by: member)
        return settle(Person(founding: founding, id: id), key, card, .kiosk, seeing: member)
    }

    /// A member makes a slip, and somebody shows it at a terminal.
    ///
    /// - Returns: The device whose key the terminal keeps.
    mutating func addHeld(at kiosk: Int, slipOf member: Int) -> Int {
        let slip = SigningKey.generate(using: &generator)
        write([.slipMade(slip.publicKey)], by: member)
        hear(kiosk, from: member)
        return show(slip, at: kiosk)
    }

    /// Somebody shows a slip at a terminal.
    mutating func show(_ slip: SigningKey, at kiosk: Int) -> Int {
        let (key, card) = Self.device(&generator)
        let (founding, id) = Founding.person(
            device: card, hosting: Hosting.make(kiosk: devices[kiosk].key, of: card.device),
            using: &generator)
        write(
            [
                .slipShown(
                    ShownSlip(
                        founding: founding, slip: slip.publicKey,
                        signature: Slip.show(slip, for: id, in: workplace)))
            ], by: kiosk)
        return settle(Person(founding: founding, id: id), key, card, .held, seeing: kiosk)
    }

    /// A device of a person adds a key that a terminal keeps.
    mutating func addHeld(at kiosk: Int, to person: Int, by index: Int) -> Int {
        let (key, card) = Self.device(&generator)
        let acceptance = DeviceAcceptance.make(device: key, for: people[person].id, in: workplace)
        let hosting = Hosting.make(kiosk: devices[kiosk].key, of: card.device)
        write(
            [
                .deviceAdded(
                    DeviceAddition(
                        card: card, use: .held, acceptance: acceptance, hosting: hosting))
            ], by: index)
        devices.append(
            Device(
                person: person, key: key, card: card,
                log: SigningKey.generate(using: &generator), role: .held))
        hear(devices.count - 1, from: index)
        return devices.count - 1
    }

    private mutating func settle(
        _ person: Person, _ key: SigningKey, _ card: DeviceCard, _ role: LogRole, seeing other: Int
    ) -> Int {
        people.append(person)
        devices.append(
            Device(
                person: people.count - 1, key: key, card: card,
                log: SigningKey.generate(using: &generator), role: role))
        hear(devices.count - 1, from: other)
        return devices.count - 1
    }

    /// A device goes on in a log that is bound in another capacity than it has.
    mutating func pretend(_ index: Int, to role: LogRole) {
        devices[index].role = role
        freshLog(of: index)
    }

    /// What a person is to the workplace.
    func standing(of device: Int) -> Membership.Standing? {
        membership.person(people[devices[device].person].id)?.standing
    }

    /// Whether a device may act for its person.
    func isIn(_ device: Int) -> Bool {
        membership.isIn(people[devices[device].person].id, device: devices[device].card.device)
    }
}
