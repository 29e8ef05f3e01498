import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// Pairings in which the newcomer becomes a device of somebody who belongs.
@Suite("Pairing of a further device")
struct DevicePairingTests {
    /// Everything that one pairing of a device needs.
    struct Scene {
        let device: SigningKey
        let agreement: AgreementKey
        let sheet: SigningKey
        var joiner: PairingJoiner
        var inviter: PairingInviter

        /// Two sides that have compared the words and both said yes.
        init(_ generator: inout SeededGenerator, _ newcomer: (Scene.Keys) -> Newcomer) throws {
            device = SigningKey.generate(using: &generator)
            agreement = AgreementKey.generate(using: &generator)
            sheet = SigningKey.generate(using: &generator)
            let card = DeviceCard(
                device: DeviceID(raw: device.publicKey), agreementKey: agreement.publicKey,
                binding: DeviceProof.bind(agreement.publicKey, with: device))
            let code = try #require(PairingCode("47-copper-lava"))
            joiner = PairingJoiner(
                code: code, session: try #require(Bytes16(generator.bytes(16))),
                scalar: Ristretto255.scalar(using: &generator),
                newcomer: newcomer(
                    Keys(card: card, sheet: DeviceID(raw: sheet.publicKey))))
            inviter = PairingInviter(
                code: code, scalar: Ristretto255.scalar(using: &generator))
            let answer = try inviter.receive(try joiner.start().sent).sent
            _ = try inviter.receive(try joiner.receive(answer).sent)
            _ = try inviter.receive(try joiner.decide(isAccepted: true).sent)
            _ = try joiner.receive(try inviter.decide(isAccepted: true).sent)
        }

        struct Keys {
            let card: DeviceCard
            let sheet: DeviceID
        }
    }

    static func offer(_ purpose: PairingOffer.Purpose, workplace: UInt8 = 1) throws -> PairingOffer
    {
        PairingOffer(
            workplace: try #require(SpaceID(Bytes(repeating: workplace, count: 32))),
            founding: Bytes(repeating: 9, count: 200), name: "Ada", purpose: purpose)
    }

    static func device(_ keys: Scene.Keys) -> Newcomer {
        Newcomer(device: keys.card, label: "Laptop 2")
    }

    static func withSheet(_ keys: Scene.Keys) -> Newcomer {
        Newcomer(device: keys.card, label: "Laptop 2", sheet: keys.sheet)
    }

    static func person(_ keys: Scene.Keys) -> Newcomer {
        Newcomer(
            founding: PersonFounding(
                device: keys.card, nonce: Bytes32(words: (1, 2, 3, 4))
            ).encoded(), name: "Ada")
    }

    @Test("offer, acceptance, welcome: a device, a device with a sheet, a colleague who is back")
    func whole() throws {
        var generator = SeededGenerator(seed: 1)
        let kinds: [(PairingOffer.Purpose, (Scene.Keys) -> Newcomer)] = [
            (.device, Self.device), (.sheet, Self.withSheet), (.recovery, Self.person),
        ]
        for (purpose, newcomer) in kinds {
            var scene = try Scene(&generator, newcomer)
            let offered = try scene.inviter.offer(Self.offer(purpose))
            #expect(try scene.joiner.receive(offered.sent).names == ["offer Ada"])
            let accepted = try scene.joiner.accept(
                with: scene.device, sheet: purpose == .sheet ? scene.sheet : nil)
            #expect(try scene.inviter.receive(accepted.sent).names == ["acceptance"])
            let welcome = try scene.inviter.welcome(PairingPair.welcome())
            #expect(try scene.joiner.receive(welcome.sent).names == ["welcome Workshop"])
        }
    }

    @Test("no welcome before the device has accepted, and none twice")
    func order() throws {
        var generator = SeededGenerator(seed: 2)
        var scene = try Scene(&generator, Self.device)
        #expect(throws: ChannelError.outOfTurn) { try scene.inviter.welcome(PairingPair.welcome()) }
        let offered = try scene.inviter.offer(Self.offer(.device))
        #expect(throws: ChannelError.outOfTurn) { try scene.inviter.welcome(PairingPair.welcome()) }
        #expect(throws: ChannelError.outOfTurn) { try scene.inviter.offer(Self.offer(.device)) }
        #expect(throws: ChannelError.outOfTurn) { try scene.joiner.accept(with: scene.device) }
        _ = try scene.joiner.receive(offered.sent)
        _ = try scene.inviter.receive(try scene.joiner.accept(with: scene.device).sent)
        _ = try scene.inviter.welcome(PairingPair.welcome())
        #expect(throws: ChannelError.self) { try scene.inviter.welcome(PairingPair.welcome()) }
    }

    @Test("an offer for another purpose is neither made nor taken")
    func wrongPurpose() throws {
        var generator = SeededGenerator(seed: 3)
        for purpose in [PairingOffer.Purpose.sheet, .recovery, .unknown] {
            var scene = try Scene(&generator, Self.device)
            #expect(throws: ChannelError.outOfTurn) { try scene.inviter.offer(Self.offer(purpose)) }
        }
        // An inviter that doesn't keep to that: the joiner refuses by itself.
        var scene = try Scene(&generator, Self.person)
        var other = try Scene(&generator, Self.device)
        let foreign = try other.inviter.offer(Self.offer(.device))
        #expect(throws: ChannelError.self) { try scene.joiner.receive(foreign.sent) }
    }

    // Attack 49: a device that isn't the person's. Bites: the same bytes are taken where the
    // signature is of the device on the card, as the test above shows.
    @Test("the acceptance of another device, for another person or workplace is refused")
    func foreignAcceptance() throws {
        var generator = SeededGenerator(seed: 4)
        let thief = SigningKey.generate(using: &generator)
        let offer = try Self.offer(.device)
        var elsewhere = try Self.offer(.device, workplace: 2)
        var otherPerson = offer
        otherPerson.founding = Bytes(repeating: 8, count: 200)
        elsewhere.name = offer.name
        for attack in 0..<3 {
            var scene = try Scene(&generator, Self.device)
            let offered = try scene.inviter.offer(offer)
            let told = [offer, elsewhere, otherPerson][attack]
            let key = attack == 0 ? thief : scene.device
            let forged = PairingConsent.make(to: told, device: key, sheet: nil)
            _ = try scene.joiner.receive(offered.sent)
            let card = DeviceCard(
                device: DeviceID(raw: scene.device.publicKey),
                agreementKey: scene.agreement.publicKey,
                binding: DeviceProof.bind(scene.agreement.publicKey, with: scene.device))
            #expect(!PairingConsent.isValid(forged, to: offer, of: card, sheet: nil))
            if attack == 0 {
                let sent = try scene.joiner.accept(with: thief).sent
                #expect(throws: ChannelError.notAuthentic) { try scene.inviter.receive(sent) }
            }
        }
    }

    @Test("a card whose X25519 key somebody else's signature binds is refused")
    func forgedCard() throws {
        var generator = SeededGenerator(seed: 5)
        let other = AgreementKey.generate(using: &generator)
        var scene = try Scene(&generator) { keys in
            var card = keys.card
            card.agreementKey = other.publicKey
            return Newcomer(device: card, label: "Laptop 2")
        }
        _ = try scene.joiner.receive(try scene.inviter.offer(Self.offer(.device)).sent)
        let sent = try scene.joiner.accept(with: scene.device).sent
        #expect(throws: ChannelError.notAuthentic) { try scene.inviter.receive(sent) }
    }

    @Test("who names a sheet without having its words gets nothing")
    func stolenSheetName() throws {
        var generator = SeededGenerator(seed: 6)
        var scene = try Scene(&generator, Self.withSheet)
        let thief = SigningKey.generate(using: &generator)
        _ = try scene.joiner.receive(try scene.inviter.offer(Self.offer(.sheet)).sent)
        #expect(throws: ChannelError.outOfTurn) {
            try scene.joiner.accept(with: scene.device, sheet: thief)
        }
        #expect(throws: ChannelError.outOfTurn) { try scene.joiner.accept(with: scene.device) }
        let offer = try Self.offer(.sheet)
        let card = DeviceCard(
            device: DeviceID(raw: scene.device.publicKey), agreementKey: scene.agreement.publicKey,
            binding: DeviceProof.bind(scene.agreement.publicKey, with: scene.device))
        let sheet = DeviceID(raw: scene.sheet.publicKey)
        let genuine = PairingConsent.make(to: offer, device: scene.device, sheet: scene.sheet)
        #expect(PairingConsent.isValid(genuine, to: offer, of: card, sheet: sheet))
        let forged = PairingConsent.make(to: offer, device: scene.device, sheet: thief)
        #expect(!PairingConsent.isValid(forged, to: offer, of: card, sheet: sheet))
        let missing = PairingConsent.make(to: offer, device: scene.device, sheet: nil)
        #expect(!PairingConsent.isValid(missing, to: offer, of: card, sheet: sheet))
        #expect(!PairingConsent.isValid(genuine, to: offer, of: card, sheet: nil))
    }

    @Test("bytes that come while the offer is considered end the attempt")
    func impatience() throws {
        var generator = SeededGenerator(seed: 7)
        var scene = try Scene(&generator, Self.device)
        let offered = try scene.inviter.offer(Self.offer(.device)).sent
        #expect(throws: ChannelError.outOfTurn) { try scene.joiner.receive(offered + [0, 20]) }
    }
}
