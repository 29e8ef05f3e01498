import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// The catalogue of attacks on handshake and frames, by its numbers in the security chapter.
@Suite("Attacks on a session")
struct SessionAttackTests {
    @Test("1: a handshake cut at any byte establishes nothing, answers nothing, keeps little")
    func truncatedHandshake() throws {
        var generator = SeededGenerator(seed: 1)
        let fresh = SessionPair(using: &generator)
        var whole = fresh
        let wire = try whole.shakeHands()
        for count in 0..<wire[0].count {
            var responder = fresh.responder
            #expect(try responder.receive(Bytes(wire[0][..<count])).isEmpty)
            #expect(!responder.isEstablished)
        }
        for count in 0..<wire[1].count {
            var initiator = fresh.initiator
            _ = initiator.start()
            #expect(try initiator.receive(Bytes(wire[1][..<count])).isEmpty)
        }
        for count in 0..<wire[2].count {
            var responder = fresh.responder
            _ = try responder.receive(wire[0])
            #expect(try responder.receive(Bytes(wire[2][..<count])).isEmpty)
            #expect(!responder.isEstablished)
        }
    }

    @Test("1: a message cut at any byte isn't delivered")
    func truncatedMessage() throws {
        var generator = SeededGenerator(seed: 2)
        var pair = SessionPair(using: &generator)
        try pair.shakeHands()
        let wire = try pair.initiator.seal(Bytes("some words".utf8))
        for count in 0..<wire.count {
            var responder = pair.responder
            #expect(try responder.receive(Bytes(wire[..<count])).isEmpty)
        }
    }

    @Test("2: every flipped bit of the handshake is refused without an answer")
    func flippedHandshake() throws {
        var generator = SeededGenerator(seed: 3)
        let fresh = SessionPair(using: &generator)
        var whole = fresh
        let wire = try whole.shakeHands()
        // Bytes that would come next, so that a longer length is waited for in vain or refused.
        let more = Bytes(repeating: 0, count: 70_000)
        for bit in 0..<wire[0].count * 8 {
            var responder = fresh.responder
            #expect(throws: ChannelError.self, "bit \(bit)") {
                try responder.receive(flipped(wire[0], bit) + more)
            }
        }
        for bit in 0..<wire[1].count * 8 {
            var initiator = fresh.initiator
            _ = initiator.start()
            #expect(throws: ChannelError.self, "bit \(bit)") {
                try initiator.receive(flipped(wire[1], bit) + more)
            }
            #expect(initiator.handshakeHash == nil)
        }
        for bit in 0..<wire[2].count * 8 {
            var responder = fresh.responder
            _ = try responder.receive(wire[0])
            #expect(throws: ChannelError.self, "bit \(bit)") {
                try responder.receive(flipped(wire[2], bit) + more)
            }
            #expect(responder.handshakeHash == nil)
        }
    }

    @Test("2: every flipped bit of a message is refused, and the session is over")
    func flippedMessage() throws {
        var generator = SeededGenerator(seed: 4)
        var pair = SessionPair(using: &generator)
        try pair.shakeHands()
        let wire = try pair.initiator.seal(Bytes("some words".utf8))
        for bit in 0..<wire.count * 8 {
            var responder = pair.responder
            #expect(throws: ChannelError.self, "bit \(bit)") {
                try responder.receive(flipped(wire, bit) + Bytes(repeating: 0, count: 70_000))
            }
            #expect(throws: ChannelError.closed) { try responder.receive(wire) }
            #expect(throws: ChannelError.closed) { try responder.seal([1]) }
        }
    }

    @Test("3: a recorded handshake establishes nothing with a responder that has a fresh key")
    func replayedHandshake() throws {
        var generator = SeededGenerator(seed: 5)
        var pair = SessionPair(using: &generator)
        let wire = try pair.shakeHands()
        let message = try pair.initiator.seal([1])
        var again = Session(
            role: .responder, staticKey: pair.responderStatic, networkKey: pair.networkKey,
            ephemeral: .generate(using: &generator))
        // The first message is genuine, so it gets an answer that only its author can read.
        let answer = try again.receive(wire[0]).sent
        #expect(answer.count == wire[1].count && answer != wire[1])
        #expect(throws: ChannelError.notAuthentic) { try again.receive(wire[2] + message) }
        #expect(!again.isEstablished)
        var initiator = Session(
            role: .initiator, staticKey: pair.initiatorStatic, networkKey: pair.networkKey,
            ephemeral: .generate(using: &generator))
        _ = initiator.start()
        #expect(throws: ChannelError.notAuthentic) { try initiator.receive(wire[1]) }
    }

    @Test("4: our own messages thrown back at us are refused")
    func reflection() throws {
        var generator = SeededGenerator(seed: 6)
        var pair = SessionPair(using: &generator)
        let fresh = pair
        var initiator = fresh.initiator
        let first = initiator.start().sent
        #expect(throws: ChannelError.self) { try initiator.receive(first) }
        initiator = fresh.initiator
        _ = initiator.start()
        #expect(throws: ChannelError.self) { try initiator.receive(Bytes(first.dropFirst())) }
        try pair.shakeHands()
        let sealed = try pair.initiator.seal([1, 2, 3])
        #expect(throws: ChannelError.notAuthentic) { try pair.initiator.receive(sealed) }
        let answer = try pair.responder.seal([1, 2, 3])
        #expect(throws: ChannelError.notAuthentic) { try pair.responder.receive(answer) }
    }

    @Test("5: with another network key the first message gets no answer, whichever bit differs")
    func wrongNetworkKey() throws {
        var generator = SeededGenerator(seed: 7)
        let key = generator.bytes(32)
        for bit in 0..<256 {
            let other = SecretBytes(copying: flipped(key, bit))
            var pair = SessionPair(
                using: &generator, networkKeys: (other, SecretBytes(copying: key)))
            let first = pair.initiator.start().sent
            #expect(throws: ChannelError.notAuthentic) { try pair.responder.receive(first) }
        }
    }

    @Test("6: another protocol version gets no answer")
    func wrongPrologue() throws {
        var generator = SeededGenerator(seed: 8)
        for other in ["hearth/0", "hearth/2", "hearth/11", "hearth", ""] {
            var pair = SessionPair(
                using: &generator, prologues: (Bytes(other.utf8), Session.prologue))
            let first = pair.initiator.start().sent
            #expect(throws: ChannelError.notAuthentic) { try pair.responder.receive(first) }
        }
    }

    @Test(
        "7, 8: an insider's low-order or non-canonical fresh key gets no answer",
        arguments: [
            ("0000000000000000000000000000000000000000000000000000000000000000", true),
            ("0100000000000000000000000000000000000000000000000000000000000000", true),
            ("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", true),
            ("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800", true),
            ("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157", true),
            ("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", false),
            ("f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", false),
            ("0900000000000000000000000000000000000000000000000000000000000080", false),
        ])
    func badPoints(point: String, isLowOrder: Bool) throws {
        var generator = SeededGenerator(seed: 9)
        var pair = SessionPair(using: &generator)
        // The insider knows the network key and can therefore seal a first message.
        var symmetric = NoiseSymmetric(
            protocolName: "Noise_XXpsk0_25519_ChaChaPoly_BLAKE2b")
        symmetric.mixHash(Session.prologue)
        symmetric.mixKeyAndHash(pair.networkKey)
        var message = try bytes(point)
        symmetric.mixHash(message)
        symmetric.mixKey(SecretBytes(copying: message))
        try symmetric.encryptAndHash([], appendingTo: &message)
        #expect(throws: ChannelError.refusedPoint(isLowOrder ? .lowOrderPoint : .nonCanonicalPoint))
        {
            try pair.responder.receive([1] + FrameReader.frame(message))
        }
        #expect(!pair.responder.isEstablished)
    }

    @Test("9: frames of a wrong length are refused before their content is waited for")
    func frameLengths() throws {
        var generator = SeededGenerator(seed: 10)
        let fresh = SessionPair(using: &generator)
        for length in [0, 1, 47, 49, 96, 65_535] {
            var responder = fresh.responder
            #expect(throws: ChannelError.frameLength(length)) {
                try responder.receive([1] + bigEndianBytes(UInt64(length)).suffix(2))
            }
        }
        for byte in UInt8.min...UInt8.max where byte != 1 {
            var responder = fresh.responder
            #expect(throws: ChannelError.unknownOpening(byte)) { try responder.receive([byte]) }
        }
        var pair = fresh
        try pair.shakeHands()
        for length in 0...16 {
            var responder = pair.responder
            #expect(throws: ChannelError.frameLength(length)) {
                try responder.receive([0, UInt8(length)])
            }
        }
    }

    @Test("9: an insider's empty or oversize message is refused as soon as its length is known")
    func messageLengths() throws {
        for length in [0, Limits.sessionMessageBytes + 1, 0x7fff_ffff, 0xffff_ffff] {
            var reader = MessageReader()
            #expect(throws: ChannelError.messageLength(length)) {
                try reader.messages { (buffer) throws(ChannelError) in
                    buffer += bigEndianBytes(UInt64(length)).suffix(4)
                }
            }
        }
        var reader = MessageReader()
        let length = bigEndianBytes(UInt64(Limits.sessionMessageBytes)).suffix(4)
        let messages = try reader.messages { (buffer) throws(ChannelError) in buffer += length }
        #expect(messages.isEmpty)
    }

    @Test("10: messages out of order, repeated or dropped end the session")
    func order() throws {
        var generator = SeededGenerator(seed: 11)
        var pair = SessionPair(using: &generator)
        try pair.shakeHands()
        let wire = try (1...3).map { try pair.initiator.seal([UInt8($0)]) }
        for wrong in [[1], [2], [0, 0], [0, 2], [0, 1, 1], [0, 1, 0], [1, 0, 2]] {
            var responder = pair.responder
            #expect(throws: ChannelError.notAuthentic, "\(wrong)") {
                for index in wrong { _ = try responder.receive(wire[index]) }
            }
        }
        #expect(try pair.responder.receive(wire[0] + wire[1] + wire[2]).messages.count == 3)
    }

    @Test("11: both directions change keys on their own, at the same message on both sides")
    func rekeying() throws {
        var generator = SeededGenerator(seed: 12)
        var pair = SessionPair(using: &generator, rekeyIntervals: (3, 3))
        try pair.shakeHands()
        for number in UInt8(0)..<20 {
            let wire = try pair.initiator.seal([number])
            #expect(try pair.responder.receive(wire).messages == [[number]])
            guard number.isMultiple(of: 4) else { continue }
            let answer = try pair.responder.seal([number, number])
            #expect(try pair.initiator.receive(answer).messages == [[number, number]])
        }
        // Frames count, not messages: this one takes more than one.
        let large = Bytes(repeating: 1, count: 300_000)
        #expect(try pair.responder.receive(pair.initiator.seal(large)).messages == [large])
    }

    @Test("11: a side that changes keys at another message isn't understood from there on")
    func rekeyBoundary() throws {
        var generator = SeededGenerator(seed: 13)
        var pair = SessionPair(using: &generator, rekeyIntervals: (3, 4))
        try pair.shakeHands()
        for number in UInt8(0)..<3 {
            let wire = try pair.initiator.seal([number])
            #expect(try pair.responder.receive(wire).messages == [[number]])
        }
        let wire = try pair.initiator.seal([3])
        #expect(throws: ChannelError.notAuthentic) { try pair.responder.receive(wire) }
    }

    @Test("11: the real boundary of 2^20, reached by counting from just below")
    func realBoundary() throws {
        let key = SecretBytes(copying: 0..<32)
        let start = Limits.rekeyMessages - 1
        var sender = NoiseCipher(
            key: key, count: start, rekeyInterval: Limits.rekeyMessages)
        var receiver = sender
        var stubborn = NoiseCipher(key: key, count: start)
        for number in UInt8(0)..<3 {
            var wire: Bytes = [number]
            try sender.seal(from: 0, of: &wire)
            var plain = Bytes()
            try receiver.open(wire, appendingTo: &plain)
            #expect(plain == [number])
            if number == 0 {
                try stubborn.open(wire, appendingTo: &plain)
            } else {
                #expect(throws: ChannelError.notAuthentic) {
                    try stubborn.open(wire, appendingTo: &plain)
                }
            }
        }
        var expected = NoiseCipher(key: NoiseCipher.successor(of: key), count: start + 1)
        var one: Bytes = [1]
        var other: Bytes = [1]
        var again = NoiseCipher(key: key, count: start, rekeyInterval: Limits.rekeyMessages)
        var first: Bytes = [0]
        try again.seal(from: 0, of: &first)
        try again.seal(from: 0, of: &one)
        try expected.seal(from: 0, of: &other)
        #expect(one == other)
    }

    @Test("11: the last nonce is never used")
    func nonceExhaustion() throws {
        var cipher = NoiseCipher(key: SecretBytes(copying: 0..<32), count: .max - 1)
        var reader = cipher
        var message: Bytes = [1]
        try cipher.seal(from: 0, of: &message)
        var plain = Bytes()
        try reader.open(message, appendingTo: &plain)
        #expect(plain == [1])
        #expect(throws: ChannelError.nonceExhausted) { try cipher.seal(from: 0, of: &plain) }
        #expect(throws: ChannelError.nonceExhausted) {
            try reader.open(message, appendingTo: &plain)
        }
        #expect(plain == [1])
    }

    @Test("random bytes never crash and never establish anything")
    func noise() {
        forAll(cases: 300, "noise is refused or waited for") { generator in
            var pair = SessionPair(using: &generator)
            let count = Int.random(in: 0...400, using: &generator)
            let noise = [1, 0, 48] + generator.bytes(count)
            let events = try? pair.responder.receive(noise)
            return (events ?? []).isEmpty && !pair.responder.isEstablished
        }
    }
}
