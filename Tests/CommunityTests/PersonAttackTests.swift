import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// Cases 45, 46, 49, 51, 52 and 53 of the catalogue: what one device, or one person with several,
/// tries about others.
@Suite("Attacks on persons")
struct PersonAttackTests {
    /// A colleague with one device.
    private struct Colleague {
        let device: Household.Device
        let founding: Bytes
        let person: PersonID
    }

    private func colleague(_ house: inout Household, seed: UInt64) -> Colleague {
        let device = house.newDevice()
        var generator = SeededGenerator(seed: seed)
        let (founding, person) = Founding.person(device: device.card, using: &generator)
        house.write(Compose.vouch(personFounding: founding), by: house.first, at: 2)
        return Colleague(device: device, founding: founding, person: person)
    }

    private func recovery(
        of person: PersonID, to device: Household.Device, signedBy signer: Household.Device,
        _ house: Household
    ) -> [Operation] {
        let acceptance = DeviceAcceptance.make(
            device: signer.signing, for: person, in: house.workplace)
        return [
            .statement(
                .personRecovered(
                    Recovery(person: person, card: device.card, acceptance: acceptance, ends: [])))
        ]
    }

    // Case 53. Bites: the word of a second person decides.
    @Test("two devices of one person are one word")
    func twoDevices() throws {
        var house = try Household(seed: 1)
        let (second, thief) = (house.newDevice(), house.newDevice())
        let gus = colleague(&house, seed: 10)
        let ben = colleague(&house, seed: 11)
        house.write(house.addition(second), by: house.first, at: 3)
        let word = recovery(of: gus.person, to: thief, signedBy: thief, house)
        house.write(word, by: house.first, at: 10)
        house.write(word, by: second, at: 11)
        let leaving = Departure(person: gus.person, words: .unknown, ends: [])
        house.write([.statement(.departed(leaving))], by: house.first, at: 12)
        house.write([.statement(.departed(leaving))], by: second, at: 13)
        house.write([.statement(.departureConfirmed(gus.person))], by: second, at: 14)
        var decided = house.membership()
        #expect(decided.pendingRecoveries.map(\.speakers) == [[house.person]])
        #expect(decided.pendingDepartures.map(\.speakers) == [[house.person]])
        #expect(decided.isAdmitted(gus.person))
        house.write(word, by: ben.device, at: 20, as: ben.person)
        decided = house.membership()
        let devices = decided.person(gus.person)?.devices ?? []
        #expect(devices.filter(\.isIn).map(\.card.device) == [thief.id])
    }

    // Case 49: a card whose device never agreed. Bites: with its own signature it is taken.
    @Test("a device that did not sign for this person is never theirs")
    func foreignDevice() throws {
        for isGenuine in [false, true] {
            var house = try Household(seed: 2)
            let victim = house.newDevice()
            let signer = isGenuine ? victim : house.first
            let acceptance = DeviceAcceptance.make(
                device: signer.signing, for: house.person, in: house.workplace)
            house.write(
                Compose.addition(victim.card, use: .computer, acceptance: acceptance),
                by: house.first, at: 5)
            #expect(house.areIn([victim]) == [isGenuine])
        }
    }

    // Case 52. Bites: the same vouch, written before the departure, counts.
    @Test("a departed person's vouch lets nobody in, whatever clock it claims")
    func departedVoucher() throws {
        for isLate in [false, true] {
            var house = try Household(seed: 3)
            let gus = colleague(&house, seed: 12)
            var generator = SeededGenerator(seed: 13)
            let friend = house.newDevice()
            let (founding, person) = Founding.person(device: friend.card, using: &generator)
            let vouch = Compose.vouch(personFounding: founding)
            if !isLate { house.write(vouch, by: gus.device, at: 5, as: gus.person) }
            house.write(
                [
                    .statement(
                        .departed(Departure(person: gus.person, words: .keepName, ends: [])))
                ], by: gus.device, at: 10, as: gus.person)
            if isLate { house.write(vouch, by: gus.device, at: 4, as: gus.person, anew: true) }
            #expect(house.membership().isAdmitted(person) == !isLate)
            #expect(house.membership().person(gus.person)?.standing == .departed)
        }
    }

    // Cases 45 and 46: two devices of one person put each other out, at the same clock. Bites: the
    // younger one's word alone is enough.
    @Test("of two devices that revoke each other the older one stays, in every order of arrival")
    func mutual() throws {
        for seed in 1...10 {
            var house = try Household(seed: UInt64(seed))
            let laptop = house.newDevice()
            house.write(house.addition(laptop), by: house.first, at: 3)
            let mine = house.write([], by: house.first, at: 4)
            let theirs = house.write([], by: laptop, at: 4)
            house.write(Compose.revocation(of: house.first.id, ends: [mine]), by: laptop, at: 5)
            #expect(house.areIn([house.first, laptop]) == [false, true])
            house.write(Compose.revocation(of: laptop.id, ends: [theirs]), by: house.first, at: 5)
            #expect(house.areIn([house.first, laptop]) == [true, false])
        }
    }

    // Case 51: a departure with a door that the workplace doesn't have, or signed for another.
    @Test("a door key that is none, and a signature for somebody else, do nothing")
    func door() throws {
        var house = try Household(seed: 4)
        let gus = colleague(&house, seed: 14)
        let ben = colleague(&house, seed: 15)
        let key = house.newDevice().signing
        var departure = Departure(person: gus.person, words: .unknown, ends: [])
        departure.door = DoorKey.make(
            key: key, person: ben.person, in: house.workplace, ends: [],
            nonce: Bytes16(high: 1, low: 2))
        house.write([.statement(.departed(departure))], by: house.first, at: 9)
        #expect(house.membership().isAdmitted(gus.person))
        #expect(house.membership().isAdmitted(ben.person))
        #expect(house.membership().pendingDepartures.isEmpty)
    }
}
