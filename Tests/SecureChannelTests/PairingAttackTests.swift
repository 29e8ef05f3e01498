import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// The catalogue of attacks on pairing, by its numbers in the security chapter.
@Suite("Attacks on a pairing")
struct PairingAttackTests {
    private let codes = ("47-copper-lava", "47-copper-lawn")

    @Test("24: a wrong code shows the joiner nothing but that it is wrong, and us nobody's name")
    func wrongCode() throws {
        var generator = SeededGenerator(seed: 1)
        var pair = try PairingPair(using: &generator, joinerCode: codes.1)
        let answer = try pair.inviter.receive(pair.joiner.start().sent).sent
        #expect(throws: ChannelError.wrongCode) { try pair.joiner.receive(answer) }
        #expect(throws: ChannelError.closed) { try pair.joiner.receive(answer) }
        // A joiner that goes on all the same has the wrong confirmation.
        let zero = try #require(Bytes32(Bytes(repeating: 0, count: 32)))
        let guess = PairingConfirmation(confirmation: zero).encoded()
        #expect(throws: ChannelError.wrongCode) {
            try pair.inviter.receive(FrameReader.frame(guess))
        }
        #expect(throws: ChannelError.closed) { try pair.inviter.receive([1]) }
    }

    @Test("24: after three tries the code is void, also for who knows it")
    func threeTries() throws {
        var generator = SeededGenerator(seed: 2)
        let code = PairingCode(using: &generator)
        var invitation = Invitation(code: code, at: .seconds(5))
        for _ in 0..<3 {
            #expect(invitation.isOpen(at: .seconds(6)))
            let scalar = Ristretto255.scalar(using: &generator)
            _ = try invitation.begin(at: .seconds(6), scalar: scalar)
        }
        #expect(!invitation.isOpen(at: .seconds(6)))
        #expect(throws: ChannelError.codeVoid) {
            try invitation.begin(
                at: .seconds(6), scalar: Ristretto255.scalar(using: &generator))
        }
    }

    @Test("25: a code lets one newcomer in, also when two try at the same time")
    func usedTwice() throws {
        var generator = SeededGenerator(seed: 3)
        var invitation = Invitation(code: PairingCode(using: &generator), at: .zero)
        let scalar = Ristretto255.scalar(using: &generator)
        _ = try invitation.begin(at: .seconds(1), scalar: scalar)
        _ = try invitation.begin(at: .seconds(1), scalar: scalar)
        try invitation.redeem(at: .seconds(2))
        #expect(throws: ChannelError.codeUsed) { try invitation.redeem(at: .seconds(2)) }
        #expect(throws: ChannelError.codeUsed) {
            try invitation.begin(at: .seconds(3), scalar: scalar)
        }
        #expect(!invitation.isOpen(at: .seconds(3)))
    }

    @Test("26: a code works for ten minutes")
    func expiry() throws {
        var generator = SeededGenerator(seed: 4)
        let code = PairingCode(using: &generator)
        let scalar = Ristretto255.scalar(using: &generator)
        var invitation = Invitation(code: code, at: .seconds(100))
        _ = try invitation.begin(at: .milliseconds(699_999), scalar: scalar)
        #expect(throws: ChannelError.codeExpired) {
            try invitation.begin(at: .seconds(700), scalar: scalar)
        }
        #expect(throws: ChannelError.codeExpired) { try invitation.redeem(at: .seconds(700)) }
        #expect(!invitation.isOpen(at: .seconds(700)))
    }

    @Test("27: whoever stands between, even knowing the code, shows both people other words")
    func manInTheMiddle() throws {
        var generator = SeededGenerator(seed: 5)
        var left = try PairingPair(using: &generator)
        var right = try PairingPair(using: &generator)
        // The joiner of `left` talks to the attacker's inviter, the attacker's joiner to `right`.
        let leftWords = try left.agree().words
        let rightWords = try right.agree().words
        #expect(leftWords[0] != rightWords[1])
    }

    @Test("27: shares, confirmations and sealed messages of one run don't fit into another")
    func mixedRuns() throws {
        var generator = SeededGenerator(seed: 6)
        let fresh = try PairingPair(using: &generator)
        var first = fresh
        let one = try first.agree().wire
        var second = try PairingPair(using: &generator)
        let two = try second.agree().wire
        var joiner = fresh.joiner
        _ = try joiner.start()
        #expect(throws: ChannelError.outOfTurn) { try joiner.receive(two[1]) }
        var inviter = fresh.inviter
        _ = try inviter.receive(one[0])
        #expect(throws: ChannelError.wrongCode) { try inviter.receive(two[2]) }
        // A replay to an inviter with a fresh scalar, and our own share thrown back.
        var again = second.inviter
        again = PairingInviter(
            code: try #require(PairingCode(codes.0)),
            scalar: Ristretto255.scalar(using: &generator))
        _ = try again.receive(one[0])
        #expect(throws: ChannelError.wrongCode) { try again.receive(one[2]) }
        joiner = fresh.joiner
        _ = try joiner.start()
        #expect(throws: ChannelError.outOfTurn) { try joiner.receive(Bytes(one[0].dropFirst())) }
    }

    @Test("28: a share fits every code, so a transcript tells no guess from another")
    func offlineGuessing() throws {
        var generator = SeededGenerator(seed: 7)
        let session = generator.bytes(16)
        let scalar = Ristretto255.scalar(using: &generator)
        func generatorOf(_ code: String) -> Bytes32 {
            CPace.generator(
                password: Bytes(code.utf8), channel: PairingProtocol.channel, session: session)
        }
        // For the share of one code there is, under any other code, a scalar that gives it too:
        // both generators are elements of one group of prime order, neither is the neutral one.
        let share = try Ristretto255.multiply(scalar, generatorOf(codes.0))
        for code in [codes.1, "10-abandon-zoo", "99-zoo-zoo"] {
            let other = generatorOf(code)
            #expect(other != generatorOf(codes.0))
            #expect(try Ristretto255.multiply(scalar, other) != share)
        }
        // Who knows the code and all that was sent, but neither scalar, can't confirm: the key
        // from any other scalar differs.
        var pair = try PairingPair(using: &generator)
        let wire = try pair.agree().wire
        let sent = try PairingShare.decode(Bytes(wire[1].dropFirst(2)))
        for _ in 0..<5 {
            let guess = try CPace(
                password: Bytes(codes.0.utf8), channel: PairingProtocol.channel,
                session: sent.session.bytes, associated: PairingProtocol.joiner,
                scalar: Ristretto255.scalar(using: &generator))
            let remote = CPace.Message(share: sent.share, associated: PairingProtocol.inviter)
            let key = CPace.confirmationKey(
                try guess.key(with: remote, isInitiator: true), session: sent.session.bytes)
            #expect(CPace.confirmation(of: remote, key: key) != sent.confirmation?.bytes)
        }
    }

    @Test("1, 2: cut anywhere it waits; with any flipped bit it ends, and nobody is let in")
    func damagedBytes() throws {
        var generator = SeededGenerator(seed: 8)
        let fresh = try PairingPair(using: &generator)
        var whole = fresh
        let wire = try whole.agree().wire
        for bit in 0..<wire[1].count * 8 {
            var joiner = fresh.joiner
            _ = try joiner.start()
            let events = try? joiner.receive(flipped(wire[1], bit))
            #expect(events?.words == nil, "bit \(bit)")
        }
        for count in 0..<wire[1].count {
            var joiner = fresh.joiner
            _ = try joiner.start()
            #expect(try joiner.receive(Bytes(wire[1][..<count])).isEmpty)
        }
        var prepared = fresh.inviter
        _ = try prepared.receive(wire[0])
        for bit in 0..<wire[2].count * 8 {
            var inviter = prepared
            let events = try? inviter.receive(flipped(wire[2], bit))
            #expect(events?.words == nil, "bit \(bit)")
        }
    }

    @Test("9: nothing long is waited for before the joiner is known")
    func lengths() throws {
        var generator = SeededGenerator(seed: 9)
        let fresh = try PairingPair(using: &generator)
        for length in [0, 129, 65_535] {
            var inviter = fresh.inviter
            #expect(throws: ChannelError.frameLength(length)) {
                try inviter.receive([2] + bigEndianBytes(UInt64(length)).suffix(2))
            }
        }
        for byte in UInt8.min...UInt8.max where byte != 2 {
            var inviter = fresh.inviter
            #expect(throws: ChannelError.unknownOpening(byte)) { try inviter.receive([byte]) }
        }
        var pair = fresh
        try pair.agree()
        #expect(throws: ChannelError.frameLength(16)) { try pair.inviter.receive([0, 16]) }
    }

    @Test("7: shares that are no element or the neutral one get no answer")
    func badShares() throws {
        for share in [
            "2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c",
            "0000000000000000000000000000000000000000000000000000000000000000",
        ] {
            var generator = SeededGenerator(seed: 10)
            var pair = try PairingPair(using: &generator)
            let message = PairingShare(
                session: try #require(Bytes16(generator.bytes(16))), share: try bytes32(share),
                confirmation: nil)
            #expect(throws: ChannelError.self) {
                try pair.inviter.receive([2] + FrameReader.frame(message.encoded()))
            }
        }
    }

    @Test("random bytes never crash and let nobody in")
    func noise() {
        forAll(cases: 300, "noise is refused or waited for") { generator in
            var pair = try PairingPair(using: &generator)
            let length = UInt8.random(in: 0...140, using: &generator)
            let body = generator.bytes(Int(length))
            _ = try? pair.inviter.receive([2, 0, length] + body)
            _ = try pair.joiner.start()
            _ = try? pair.joiner.receive([0, length] + body)
            return !pair.inviter.isKeyAgreed
        }
    }
}
