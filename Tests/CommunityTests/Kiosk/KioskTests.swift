import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Shared terminals")
struct KioskTests {
    /// Ada and Ben with computers, the terminal Canteen, and Dana, who has shown Ada's slip at it.
    fileprivate struct Site {
        var society: Society
        let canteen: Int
        let dana: Int

        init(seed: UInt64 = 3) throws {
            society = try Society(people: 3, seed: seed)
            canteen = society.addKiosk(by: 0)
            society.hear(0, from: canteen)
            dana = society.addHeld(at: canteen, slipOf: 0)
            for device in society.devices.indices { society.hear(device, from: dana) }
        }

        var danasID: PersonID { society.people[society.devices[dana].person].id }
    }

    @Test("whoever shows a slip at a terminal belongs by the word of the member who made it")
    func slip() throws {
        var site = try Site()
        let person = try #require(site.society.membership.person(site.danasID))
        #expect(person.standing == .admitted && !person.isKiosk)
        #expect(person.vouchers == [site.society.people[0].id])
        #expect(person.devices.map(\.use) == [.held])
        #expect(
            site.society.membership.steps.contains {
                $0.kind == .admitted && $0.person == site.danasID
                    && $0.by == [site.society.people[0].id]
            })
        // A slip that nobody who belongs has made lets nobody in, and neither does one that a
        // terminal or a key that it keeps made.
        for maker in [nil, site.canteen, site.dana] {
            let slip = SigningKey.generate(using: &site.society.generator)
            if let maker { site.society.write([.slipMade(slip.publicKey)], by: maker) }
            let stranger = site.society.show(slip, at: site.canteen)
            #expect(site.society.standing(of: stranger) == .waiting)
        }
    }

    @Test("a slip that was seen shown can't be shown for somebody else")
    func seenSlip() throws {
        var site = try Site()
        let shown = try #require(
            site.society.all.flatMap(\.body.operations).compactMap { operation -> ShownSlip? in
                if case .statement(.slipShown(let shown)) = operation { shown } else { nil }
            }.first)
        let (_, card) = Society.device(&site.society.generator)
        let (founding, id) = Founding.person(
            device: card,
            hosting: Hosting.make(
                kiosk: site.society.devices[site.canteen].key, of: card.device),
            using: &site.society.generator)
        var copied = shown
        copied.founding = founding
        site.society.write([.slipShown(copied)], by: site.canteen)
        #expect(site.society.membership.person(id) == nil, "it proves nothing, so nobody is known")
    }

    @Test("a key that nobody's terminal keeps is no device, and a terminal's word can't be made up")
    func hosting() throws {
        var site = try Site()
        // A stranger's key in the place of a terminal.
        let (stranger, _) = Society.device(&site.society.generator)
        let (_, card) = Society.device(&site.society.generator)
        let (founding, id) = Founding.person(
            device: card, hosting: Hosting.make(kiosk: stranger, of: card.device),
            using: &site.society.generator)
        site.society.write([.vouch(founding: founding, how: .shortCode)], by: 0)
        #expect(site.society.membership.person(id)?.devices == [])
        // The terminal's name with somebody else's signature.
        var forged = Hosting.make(kiosk: stranger, of: card.device)
        forged.kiosk = site.society.devices[site.canteen].card.device
        let (second, other) = Founding.person(
            device: card, hosting: forged, using: &site.society.generator)
        #expect(throws: LedgerError.self) { try Founding.readPerson(second) }
        site.society.write([.vouch(founding: second, how: .shortCode)], by: 0)
        #expect(site.society.membership.person(other) == nil)
    }

    @Test("a log that is bound in another capacity than its device has counts nowhere")
    func pretending() throws {
        var site = try Site()
        let newcomer = site.society.addHeld(at: site.canteen, slipOf: 1)
        let founding = site.society.people[site.society.devices[newcomer].person].founding
        for (device, role) in [
            (site.dana, LogRole.computer), (site.canteen, .computer), (site.dana, .kiosk),
            (1, .held), (1, .kiosk),
        ] {
            var society = site.society
            let before = society.membership
            society.pretend(device, to: role)
            society.write([.vouch(founding: founding, how: .verified)], by: device)
            let writer = Writer(
                person: society.people[society.devices[device].person].id,
                device: society.devices[device].card.device, role: role)
            #expect(!society.membership.wasAdmitted(writer), "\(device) as \(role)")
            #expect(
                society.membership.people.map(\.vouchers) == before.people.map(\.vouchers),
                "\(device) as \(role)")
        }
    }

    @Test("two colleagues put a terminal out at once, with all keys that it keeps; the people stay")
    func stolen() throws {
        var site = try Site()
        site.society.write([.present], by: site.dana)
        site.society.hear(1, from: site.dana)
        site.society.hear(0, from: site.dana)
        let canteen = site.society.devices[site.canteen].person
        site.society.depart(canteen, by: 0, ends: site.ends(0))
        #expect(site.society.isIn(site.canteen), "one word is not enough")
        // A thief who uses it shows nothing.
        site.society.write([.present], by: site.canteen)
        site.society.hear(1, from: 0)
        site.society.depart(canteen, by: 1, ends: site.ends(1))
        let membership = site.society.membership
        #expect(!site.society.isIn(site.canteen) && !site.society.isIn(site.dana))
        #expect(membership.person(site.danasID)?.standing == .admitted)
        #expect(site.society.isIn(0) && site.society.isIn(1))
        // What Dana wrote before stays; what the thief writes in her name doesn't count.
        #expect(membership.end(of: site.society.log(of: site.dana)) == 1)
        site.society.write([.present], by: site.dana)
        #expect(site.society.membership.end(of: site.society.log(of: site.dana)) == 1)
        // Who finds it again brings the terminal back, and no key that it kept.
        site.society.hear(0, from: 1)
        site.society.write(
            [.vouch(founding: site.society.people[canteen].founding, how: .verified)], by: 0)
        #expect(site.society.isIn(site.canteen) && !site.society.isIn(site.dana))
    }

    @Test("words of terminals and of keys that they keep put no terminal out")
    func ownWords() throws {
        var site = try Site()
        let gate = site.society.addKiosk(by: 1)
        let other = site.society.addHeld(at: site.canteen, slipOf: 1)
        for device in site.society.devices.indices { site.society.hear(device, from: other) }
        let canteen = site.society.devices[site.canteen].person
        for device in [gate, site.dana, other] {
            site.society.depart(canteen, by: device, ends: [])
        }
        #expect(site.society.isIn(site.canteen))
        site.society.depart(canteen, by: 0, ends: [])
        #expect(site.society.isIn(site.canteen), "one member is not enough")
        site.society.depart(canteen, by: site.canteen, ends: [])
        #expect(!site.society.isIn(site.canteen), "a terminal may take itself out")
    }

    @Test("two colleagues bind a new computer, and then a key at another terminal may be added")
    func laptop() throws {
        var site = try Site()
        let dana = site.society.devices[site.dana].person
        site.society.write([.present], by: site.dana)
        let ends = site.society.ends(ofPerson: dana, for: 0)
        let laptop = site.society.recover(dana, by: 0, ends: ends)
        site.society.hear(1, from: 0)
        site.society.recover(dana, by: 1, ends: ends, card: laptop)
        #expect(site.society.isIn(laptop) && !site.society.isIn(site.dana))
        let gate = site.society.addKiosk(by: 0)
        site.society.hear(laptop, from: 1)
        let held = site.society.addHeld(at: gate, to: dana, by: laptop)
        #expect(site.society.isIn(held))
        #expect(
            site.society.membership.person(site.danasID)?.devices.map(\.use)
                == [.held, .computer, .held])
        // The new key has no more power than the first.
        let newcomer = site.society.addHeld(at: gate, to: dana, by: held)
        #expect(!site.society.isIn(newcomer))
        site.society.say(.revoke, by: held, about: laptop)
        #expect(site.society.isIn(laptop))
        site.society.hear(laptop, from: held)
        site.society.say(.revoke, by: laptop, about: held)
        #expect(!site.society.isIn(held))
    }

    @Test(
        "a key that a terminal offers waits until two colleagues or a computer of the person say yes"
    )
    func offered() throws {
        var site = try Site()
        let gate = site.society.addKiosk(by: 0)
        let (key, card) = Society.device(&site.society.generator)
        let offer = KeyOffer(
            person: site.danasID, card: card,
            acceptance: DeviceAcceptance.make(
                device: key, for: site.danasID, in: site.society.workplace),
            hosting: Hosting.make(kiosk: site.society.devices[gate].key, of: card.device))
        site.society.write([.keyOffered(offer)], by: 0)
        #expect(site.society.membership.offers == [], "only the terminal itself offers")
        site.society.write([.keyOffered(offer)], by: gate)
        #expect(site.society.membership.offers == [offer])
        let recovery = Recovery(
            person: site.danasID, card: card, acceptance: offer.acceptance, ends: [],
            hosting: offer.hosting)
        site.society.write([.personRecovered(recovery)], by: 0)
        site.society.hear(1, from: 0)
        site.society.write([.personRecovered(recovery)], by: 1)
        let person = try #require(site.society.membership.person(site.danasID))
        #expect(person.devices.map(\.isIn) == [false, true])
        #expect(person.devices.map(\.use) == [.held, .held])
        #expect(site.society.membership.offers == [])
    }
}

extension KioskTests.Site {
    /// The ends of the terminal's logs and of those of the keys that it keeps, as a member sees them.
    fileprivate func ends(_ member: Int) -> [LogEnd] {
        society.ends(ofDevice: canteen, for: member) + society.ends(ofDevice: dana, for: member)
    }
}
