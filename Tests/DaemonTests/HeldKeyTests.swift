import Community
import Engine
import Keys
import Ledger
import TestKit
import Testing
import Wire

@testable import Daemon

/// Keys that a terminal keeps, on the disk and while their owners are there.
struct HeldKeyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func key(
        _ generator: inout SeededGenerator, pin: SecretBytes?, pepper: SecretBytes,
        _ card: InvitationCode
    ) throws -> (HeldKey, SecretBytes) {
        let signing = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        let device = DeviceCard.make(device: signing, agreement: agreement)
        let person = Founding.person(device: device, using: &generator).id
        let salt = try #require(Bytes16(randomBytes(16, using: &generator)))
        var key = HeldKey(person: person, device: device.device, card: device, salt: salt)
        let chestKey = SecretBytes(random: 32, using: &generator)
        key.fill(
            Chest(signingSeed: signing.seed, agreementSecret: agreement.secret), chestKey,
            using: &generator)
        try key.setPIN(pin, chestKey, pepper: pepper, using: &generator)
        key.setCard(card, chestKey, using: &generator)
        return (key, chestKey)
    }

    @Test("PIN and card open the chest; another PIN, card, terminal or person doesn't")
    func opening() throws {
        var generator = SeededGenerator(seed: 22)
        let keys = try KeyFolder.open(path: folder.path + "/keys")
        let pepper = try keys.pepper(using: &generator)
        #expect(try keys.pepper(using: &generator) == pepper)
        let (pin, card) = (
            SecretBytes(copying: Bytes("4711".utf8)), InvitationCode(using: &generator)
        )
        let (made, chestKey) = try key(&generator, pin: pin, pepper: pepper, card)
        try keys.save(made)
        let kept = try #require(try keys.heldKeys().first)
        #expect(kept.person == made.person && kept.card == made.card)
        #expect(try kept.chestKey(pin: pin, pepper: pepper) == chestKey)
        #expect(kept.chestKey(card: card) == chestKey)
        let other = SecretBytes(copying: Bytes("4712".utf8))
        #expect(try kept.chestKey(pin: other, pepper: pepper) == nil)
        #expect(kept.chestKey(card: InvitationCode(using: &generator)) == nil)
        // The file alone, without the terminal's secret, is worth nothing to whoever knows the PIN.
        let foreign = SecretBytes(random: 32, using: &generator)
        #expect(try kept.chestKey(pin: pin, pepper: foreign) == nil)
        // Nobody opens their own chest with what was put under another's name.
        let (second, _) = try key(&generator, pin: pin, pepper: pepper, card)
        var exchanged = second
        (exchanged.underPIN, exchanged.underCard) = (kept.underPIN, kept.underCard)
        #expect(try exchanged.chestKey(pin: pin, pepper: pepper) == nil)
        #expect(exchanged.chestKey(card: card) == nil)
        try keys.removeHeldKey(made.device)
        #expect(try keys.heldKeys().isEmpty)
    }

    @Test("what is in a chest comes back as it was")
    func chests() {
        forAll(cases: 50, "what is in a chest comes back") { generator in
            var chest = Chest(
                signingSeed: SecretBytes(random: 32, using: &generator),
                agreementSecret: SecretBytes(random: 32, using: &generator))
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let space = SpaceID(Bytes(generator.bytes(32)))
                if let space { chest.logSeeds[space] = SecretBytes(random: 32, using: &generator) }
            }
            if let record = RecordID(generator.bytes(16)) {
                chest.reading.markRead(record, date: Int64.random(in: 1...9_999, using: &generator))
                _ = chest.reading.follow(record, Bool.random(using: &generator), at: 3)
            }
            for number in 1...Int.random(in: 1...3, using: &generator) {
                let length = Int.random(in: 0...300, using: &generator)
                chest.drafts.append(
                    KeptDraft(number: number, content: generator.bytes(length), written: -7))
            }
            let back = try #require(Chest(chest.bytes))
            let cut = Int.random(in: 0..<chest.bytes.count, using: &generator)
            return back.signingSeed == chest.signingSeed && back.logSeeds == chest.logSeeds
                && back.agreementSecret == chest.agreementSecret && back.reading == chest.reading
                && back.drafts == chest.drafts && Chest(Bytes(chest.bytes.prefix(cut))) == nil
        }
    }

    @Test("a guess counts before it is looked at; the fifth closes for five minutes")
    func guesses() {
        var guesses = PINGuesses()
        for _ in 0..<4 { guesses.begin(at: 1_000) }
        #expect(!guesses.isLocked(at: 1_000))
        guesses.begin(at: 1_000)
        #expect(guesses.isLocked(at: 1_000) && guesses.isLocked(at: 300_999))
        #expect(!guesses.isLocked(at: 301_000))
        guesses.begin(at: 301_000)
        #expect(!guesses.isLocked(at: 301_000))
        guesses.succeed()
        #expect(guesses == PINGuesses())
    }

    @Test("a PIN has 4 to 12 digits")
    func pins() {
        for good in ["0000", "123456789012"] { #expect(HeldKey.isPIN(good)) }
        for bad in ["", "123", "1234567890123", "12a4", "١٢٣٤", "12 4"] {
            #expect(!HeldKey.isPIN(bad))
        }
    }

    @Test("who does nothing for the time is signed out, and who goes on is not")
    func idle() throws {
        var generator = SeededGenerator(seed: 75)
        func at(_ seconds: UInt64) -> Instant { Instant(nanoseconds: seconds * 1_000_000_000) }
        func session(_ number: UInt8) throws -> HeldSession {
            HeldSession(
                person: try #require(PersonID(Bytes(repeating: number, count: 32))),
                device: try #require(DeviceID(Bytes(repeating: number, count: 32))),
                chestKey: SecretBytes(random: 32, using: &generator),
                chest: Chest(
                    signingSeed: SecretBytes(random: 32, using: &generator),
                    agreementSecret: SecretBytes(random: 32, using: &generator)),
                lastUse: at(0))
        }
        var sessions = HeldSessions(idle: 75)
        let (first, second) = (try session(1), try session(2))
        sessions.begin(first, as: "a")
        sessions.begin(first, as: "b")
        sessions.begin(second, as: "c")
        #expect(sessions.nextEnd == at(75))
        let (one, none) = (sessions.touch("a", at: at(74)), sessions.touch("d", at: at(74)))
        #expect(one && !none)
        // Somebody who is signed in twice is gone only with the last of them.
        let gone = sessions.endIdle(at: at(75))
        #expect(gone == [second.device])
        #expect(sessions.session("a", at: at(148)) != nil)
        #expect(
            sessions.session("a", at: at(149)) == nil && sessions.session("b", at: at(76)) == nil)
        let late = sessions.touch("a", at: at(149))
        #expect(!late)
        #expect(sessions.endIdle(at: at(149)) == [first.device] && sessions.isEmpty)
    }
}
