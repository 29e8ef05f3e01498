import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// The attack catalogue on who belongs (cases 45, 46, 51, 52, 53 and their kin).
///
/// Where an attack is only stopped by one rule, the test first shows it succeed where that rule has
/// nothing to say.
@Suite("Attacks on membership")
struct MembershipAttackTests {
    private func society(people: Int = 5) throws -> Society {
        try Society(people: people, seed: 11)
    }

    private func standing(_ person: Int, _ society: Society) -> Membership.Standing? {
        society.membership.person(society.people[person].id)?.standing
    }

    private func isIn(_ device: Int, _ society: Society) -> Bool {
        let person = society.membership.person(society.people[society.devices[device].person].id)
        return person?.devices.contains {
            $0.card.device == society.devices[device].card.device && $0.isIn
        } ?? false
    }

    private func newcomer(_ society: inout Society) -> (founding: Bytes, id: PersonID) {
        let (_, card) = Society.device(&society.generator)
        return Founding.person(device: card, using: &society.generator)
    }

    @Test(
        "45, 52: a vouch of somebody who has left counts only if it was written before, whatever its clock says"
    )
    func vouchOfTheDeparted() throws {
        var society = try society()
        let early = newcomer(&society)
        let late = newcomer(&society)
        society.write([.vouch(founding: early.founding, how: .shortCode)], by: 1)
        society.hear(2, from: 1)
        society.hear(3, from: 1)
        var weak = society
        for colleague in [2, 3] {
            society.say(.saysDeparted, by: colleague, about: 1)
            society.hear(4, from: colleague)
        }
        society.say(.confirmDeparture, by: 4, about: 1)
        #expect(standing(1, society) == .departed)
        // Without the departure the same vouch with the same clock lets the accomplice in.
        weak.write([.vouch(founding: late.founding, how: .shortCode)], by: 1, clock: 1)
        #expect(weak.membership.isAdmitted(late.id))
        society.write([.vouch(founding: late.founding, how: .shortCode)], by: 1, clock: 1)
        #expect(society.membership.isAdmitted(early.id))
        #expect(!society.membership.isAdmitted(late.id))
        #expect(standing(1, society) == .departed)
    }

    @Test("46: departures that two pairs write against each other end with at most one of them")
    func mutualDepartures() throws {
        var society = try society()
        // Nobody hears of the others' words: {1, 2} about 3, and {3, 4} about 1.
        for (speaker, about) in [(1, 3), (2, 3), (3, 1), (4, 1)] {
            society.say(.saysDeparted, by: speaker, about: about)
        }
        #expect(standing(1, society) == .admitted && standing(3, society) == .admitted)
        society.hear(0, from: 1)
        for speaker in 2...4 { society.hear(0, from: speaker) }
        society.say(.confirmDeparture, by: 0, about: 3)
        society.say(.confirmDeparture, by: 0, about: 1)
        let out = [1, 3].filter { standing($0, society) == .departed }
        #expect(out.count == 1)
        // Whoever acts before the confirmation has not left.
        var acting = try self.society()
        for speaker in [1, 2] {
            acting.say(.saysDeparted, by: speaker, about: 3)
            acting.hear(3, from: speaker)
        }
        acting.say(.present, by: 3, about: 3)
        acting.hear(0, from: 3)
        acting.say(.confirmDeparture, by: 0, about: 3)
        #expect(standing(3, acting) == .admitted)
    }

    @Test("53: two devices of one colleague are one voice")
    func twoDevicesOneVoice() throws {
        var society = try society()
        let second = society.addDevice(to: 1, by: 1)
        for device in [1, second] {
            society.say(.saysDeparted, by: device, about: 2)
            society.hear(3, from: device)
        }
        society.say(.confirmDeparture, by: 3, about: 2)
        #expect(standing(2, society) == .admitted)
        #expect(society.membership.pendingDepartures.map(\.speakers) == [[society.people[1].id]])
        // Nor does the person count among those who speak.
        society.say(.recover, by: 1, about: 2)
        society.say(.recover, by: second, about: 2)
        #expect(isIn(2, society))
        // A second colleague's voice is all that is missing.
        society.hear(4, from: 3)
        society.say(.saysDeparted, by: 4, about: 2)
        society.say(.confirmDeparture, by: 4, about: 2)
        #expect(standing(2, society) == .departed)
    }

    @Test("51: the door key marks people as departed and can do nothing else")
    func doorKey() throws {
        var society = try society()
        let person = society.people[2].id
        let ends = society.ends(ofPerson: 2, for: 1)
        let nonce = Bytes16(high: 1, low: 2)
        let door = DoorKey.make(
            key: society.door, person: person, in: society.workplace, ends: ends, nonce: nonce)
        func departure(_ door: Departure.Door, _ person: PersonID, _ ends: [LogEnd]) -> Statement {
            .departed(Departure(person: person, words: .erase, ends: ends, door: door))
        }
        // For somebody else, with other ends, or by another key: nothing happens.
        society.write([departure(door, society.people[3].id, ends)], by: 1)
        society.write(
            [departure(door, person, [LogEnd(log: society.log(of: 2), length: 0)])], by: 1)
        let forged = DoorKey.make(
            key: society.devices[4].key, person: person, in: society.workplace, ends: ends,
            nonce: nonce)
        society.write([departure(forged, person, ends)], by: 4)
        #expect((2...3).allSatisfy { standing($0, society) == .admitted })

        society.write([departure(door, person, ends)], by: 1)
        #expect(standing(2, society) == .departed)
        // Only the person says what becomes of their words.
        #expect(society.membership.person(person)?.words == .unknown)

        // Letting the person in again ends it; showing the same word again doesn't.
        society.hear(3, from: 1)
        society.say(.vouch, by: 3, about: 2)
        #expect(standing(2, society) == .admitted)
        society.hear(4, from: 3)
        society.write([departure(door, person, ends)], by: 4)
        #expect(standing(2, society) == .admitted)

        // The key is nobody's device: what it signs as one has no effect.
        var founding = society
        founding.devices.append(
            Society.Device(
                person: 0, key: society.door, card: society.devices[0].card,
                log: SigningKey.generate(using: &founding.generator)))
        let guest = newcomer(&founding)
        founding.write(
            [.vouch(founding: guest.founding, how: .shortCode)], by: founding.devices.count - 1)
        #expect(!founding.membership.isAdmitted(guest.id))
    }

    @Test("a workplace founded without a door key has none, whoever claims one")
    func noDoorKey() throws {
        var generator = SeededGenerator(seed: 3)
        let founding = SpaceFounding(
            kind: .community, founder: DeviceID(raw: Bytes32(words: (1, 1, 1, 1))),
            nonce: Bytes32(words: (2, 2, 2, 2)),
            workplace: SpaceID(raw: Bytes32(words: (3, 3, 3, 3))),
            doorKey: SigningKey.generate(using: &generator).publicKey)
        #expect(throws: WireError.self) { try SpaceFounding.decode(founding.encoded()) }
    }

    @Test("a stolen laptop that is revoked can revoke nobody and lets nobody in")
    func stolenLaptop() throws {
        var society = try society()
        let stolen = society.addDevice(to: 1, by: 1)
        society.write([.present], by: stolen)
        society.hear(1, from: stolen)
        var free = society
        society.say(.revoke, by: 1, about: stolen)
        // Had it been first, it would have worked.
        free.say(.revoke, by: stolen, about: 1)
        #expect(!isIn(1, free))
        for saying: Society.Saying in [.hostileRevoke, .hostileDepart, .addDevice, .hostileAdd] {
            society.say(saying, by: stolen, about: 1)
        }
        #expect(isIn(1, society) && !isIn(stolen, society))
        #expect(standing(1, society) == .admitted)
        let devices = society.membership.person(society.people[1].id)?.devices.count
        #expect(devices == 2, "what it added behind the end was never the person's")
    }

    @Test("a younger device can't throw out those whom an older one let in")
    func vouchesAreSpared() throws {
        var society = try society()
        let stolen = society.addDevice(to: 0, by: 0)
        let guest = newcomer(&society)
        society.write([.vouch(founding: guest.founding, how: .shortCode)], by: 0)
        society.hear(stolen, from: 0)
        // The log ends where the thief was added, before the vouch; earlier it would end the thief.
        let end = LogEnd(log: society.log(of: 0), length: 2)
        society.write(
            [.deviceRevoked(device: society.devices[0].card.device, ends: [end])], by: stolen)
        #expect(!isIn(0, society))
        #expect(society.membership.end(of: society.log(of: 0)) == 2)
        #expect(society.membership.isAdmitted(guest.id))
        // What the thief lets in after the owner has noticed is not spared.
        var noticed = try self.society()
        let second = noticed.addDevice(to: 0, by: 0)
        noticed.write([.present], by: second)
        noticed.hear(0, from: second)
        noticed.say(.revoke, by: 0, about: second)
        let accomplice = newcomer(&noticed)
        noticed.write(
            [.vouch(founding: accomplice.founding, how: .shortCode)], by: second, clock: 1)
        #expect(!noticed.membership.isAdmitted(accomplice.id))
    }

    @Test("colleagues recover a person whose devices a thief has, and the thief is out")
    func recoveryBeatsTheThief() throws {
        var society = try society()
        society.write([.present], by: 2)
        let fresh = society.recover(2, by: 1, ends: society.ends(ofPerson: 2, for: 1))
        #expect(isIn(2, society) && !isIn(fresh, society), "one colleague is not enough")
        society.hear(3, from: 1)
        society.recover(2, by: 3, ends: society.ends(ofPerson: 2, for: 3), card: fresh)
        #expect(!isIn(2, society) && isIn(fresh, society))
        // The thief has the founding device, the oldest there is.
        society.hear(2, from: 3)
        for saying: Society.Saying in [.departOneself, .hostileRevoke, .hostileDepart] {
            society.say(saying, by: 2, about: fresh)
        }
        #expect(isIn(fresh, society) && standing(2, society) == .admitted)
    }

    @Test("nobody adopts a device that doesn't want it, and nobody's acceptance is used twice")
    func foreignAcceptance() throws {
        var society = try society()
        let (key, card) = Society.device(&society.generator)
        let acceptances = [
            DeviceAcceptance.make(
                device: society.devices[1].key, for: society.people[1].id, in: society.workplace),
            DeviceAcceptance.make(
                device: key, for: society.people[2].id, in: society.workplace),
            DeviceAcceptance.make(
                device: key, for: society.people[1].id,
                in: SpaceID(raw: Bytes32(words: (9, 9, 9, 9)))),
        ]
        for acceptance in acceptances {
            society.write(
                [.deviceAdded(DeviceAddition(card: card, use: .computer, acceptance: acceptance))],
                by: 1)
        }
        #expect(society.membership.person(society.people[1].id)?.devices.count == 1)
        let genuine = DeviceAcceptance.make(
            device: key, for: society.people[1].id, in: society.workplace)
        society.write(
            [.deviceAdded(DeviceAddition(card: card, use: .computer, acceptance: genuine))], by: 1)
        #expect(society.membership.person(society.people[1].id)?.devices.count == 2)
    }

    @Test("a lost laptop stays out when its person leaves and comes back; its words don't count")
    func lostLaptopAfterReturn() throws {
        for isRecovered in [true, false] {
            var society = try society()
            let laptop = society.addDevice(to: 1, by: 1)
            society.say(.present, by: laptop, about: 0)
            for other in 0..<5 { society.hear(other, from: laptop) }
            if isRecovered {
                let fresh = society.recover(1, by: 2, ends: society.ends(ofPerson: 1, for: 2))
                society.hear(3, from: 2)
                society.recover(
                    1, by: 3, ends: society.ends(ofPerson: 1, for: 3), card: fresh)
            } else {
                society.say(.revoke, by: 1, about: laptop)
            }
            #expect(!isIn(laptop, society))
            for colleague in [0, 2, 3] { society.hear(colleague, from: 3) }
            for colleague in [0, 2, 3] { society.hear(colleague, from: 1) }
            for colleague in [2, 3] { society.say(.saysDeparted, by: colleague, about: 1) }
            for colleague in [2, 3] { society.hear(0, from: colleague) }
            society.say(.confirmDeparture, by: 0, about: 1)
            #expect(standing(1, society) == .departed)
            society.say(.vouch, by: 0, about: 1)
            #expect(standing(1, society) == .admitted)
            #expect(!isIn(laptop, society))
            // In a fresh log, after the return: nobody named where that ends.
            society.hear(laptop, from: 0)
            let accomplice = newcomer(&society)
            society.freshLog(of: laptop)
            society.write([.vouch(founding: accomplice.founding, how: .shortCode)], by: laptop)
            #expect(!society.membership.isAdmitted(accomplice.id))
            // Bites: whoever came back brings everybody in that they vouch for.
            let own = isRecovered ? nil : 1
            if let own {
                society.hear(own, from: 0)
                society.freshLog(of: own)
                society.write([.vouch(founding: accomplice.founding, how: .shortCode)], by: own)
                #expect(society.membership.isAdmitted(accomplice.id))
            }
        }
    }
}
