import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Foundings and device cards")
struct FoundingTests {
    @Test func idsAreHashesOfTheBytes() throws {
        var generator = SeededGenerator(seed: 1)
        let device = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        let card = DeviceCard.make(device: device, agreement: agreement)
        #expect(card.isValid)
        let (personBytes, person) = Founding.person(device: card, using: &generator)
        #expect(person.raw == Hash.digest(.person, [personBytes]))
        #expect(try Founding.readPerson(personBytes).device == card)
        let (bytes, space) = Founding.space(
            kind: .community, founder: card.device,
            workplace: Founding.spaceID(of: [1]), using: &generator)
        #expect(space.raw == Hash.digest(.space, [bytes]))
        #expect(try Founding.readSpace(bytes).founder == card.device)
        let (_, again) = Founding.space(
            kind: .community, founder: card.device,
            workplace: Founding.spaceID(of: [1]), using: &generator)
        #expect(again != space)
    }

    @Test func aCardWithAnotherKeyIsRefused() throws {
        var generator = SeededGenerator(seed: 2)
        let device = SigningKey.generate(using: &generator)
        var card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        card.agreementKey = AgreementKey.generate(using: &generator).publicKey
        #expect(!card.isValid)
        let bytes = PersonFounding(device: card, nonce: Bytes32(words: (1, 2, 3, 4))).encoded()
        #expect(throws: LedgerError.cardForged(device: card.device)) {
            try Founding.readPerson(bytes)
        }
        #expect(throws: LedgerError.foundingUnreadable(.malformed("kind of a space"))) {
            try Founding.readSpace([])
        }
    }
}
