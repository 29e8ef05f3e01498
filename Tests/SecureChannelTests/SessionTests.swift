import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

@Suite("Session")
struct SessionTests {
    @Test("both sides come to the same hash, know each other's key and understand each other")
    func conversation() throws {
        var generator = SeededGenerator(seed: 1)
        var pair = SessionPair(using: &generator)
        #expect(!pair.initiator.isEstablished)
        let wire = try pair.shakeHands()
        #expect(wire.map(\.count) == [1 + 2 + 48, 2 + 96, 2 + 64])
        #expect(wire[0][0] == Opening.session.rawValue)
        #expect(pair.initiator.isEstablished && pair.responder.isEstablished)
        #expect(pair.initiator.handshakeHash == pair.responder.handshakeHash)
        #expect(pair.initiator.remoteStatic == pair.responderStatic.publicKey)
        let question = Bytes("Is there coffee?".utf8)
        let sealed = try pair.initiator.seal(question)
        #expect(sealed.count == 2 + 4 + question.count + 16)
        #expect(try pair.responder.receive(sealed).messages == [question])
        let answer = try pair.responder.seal([0])
        #expect(try pair.initiator.receive(answer).messages == [[0]])
    }

    @Test("the same keys give other hashes and bytes each time")
    func freshness() throws {
        var generator = SeededGenerator(seed: 2)
        var first = SessionPair(using: &generator)
        var second = SessionPair(using: &generator)
        let (one, two) = (try first.shakeHands(), try second.shakeHands())
        #expect(first.initiator.handshakeHash != second.initiator.handshakeHash)
        #expect(one != two)
    }

    @Test("static keys are never on the wire in clear")
    func hiddenKeys() throws {
        var generator = SeededGenerator(seed: 3)
        var pair = SessionPair(using: &generator)
        let wire = Hex.encode(try pair.shakeHands().flatMap { $0 })
        #expect(!wire.contains(pair.initiatorStatic.publicKey.hex))
        #expect(!wire.contains(pair.responderStatic.publicKey.hex))
    }

    @Test("however the network cuts the stream, the same messages come out")
    func cuts() {
        forAll(cases: 30, "cutting doesn't matter") { generator in
            var pair = SessionPair(using: &generator)
            try pair.shakeHands()
            let messages = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                let large = Int.random(in: 0..<5, using: &generator) == 0
                let count = Int.random(in: 1...(large ? 200_000 : 300), using: &generator)
                return Bytes(repeating: UInt8.random(in: 0...255, using: &generator), count: count)
            }
            var wire = Bytes()
            for message in messages { wire += try pair.initiator.seal(message) }
            var received: [Bytes] = []
            while !wire.isEmpty {
                let most = Bool.random(using: &generator) ? 40 : 100_000
                let piece = wire.prefix(Int.random(in: 1...most, using: &generator))
                received += try pair.responder.receive(Bytes(piece)).messages
                wire.removeFirst(piece.count)
            }
            return received == messages
        }
    }

    @Test("the handshake, too, arrives byte by byte, and messages right behind it")
    func byteByByte() throws {
        var generator = SeededGenerator(seed: 4)
        var pair = SessionPair(using: &generator)
        var answer = Bytes()
        for byte in pair.initiator.start().sent {
            answer += try pair.responder.receive([byte]).sent
        }
        var third = Bytes()
        for byte in answer { third += try pair.initiator.receive([byte]).sent }
        third += try pair.initiator.seal([1, 2])
        third += try pair.initiator.seal([3])
        let events = try pair.responder.receive(third)
        #expect(events.first?.establishment?.remote == pair.initiatorStatic.publicKey)
        #expect(events.messages == [[1, 2], [3]])
    }

    @Test("messages of every size around the frame's and the largest one")
    func sizes() throws {
        var generator = SeededGenerator(seed: 5)
        var pair = SessionPair(using: &generator)
        try pair.shakeHands()
        let room = Limits.noiseMessageBytes - 16
        let edges = [room - 5, room - 4, room - 3, 2 * room - 4, 2 * room - 3]
        for count in [1, 2, 500 * 1_024, Limits.sessionMessageBytes] + edges {
            let message = Bytes(repeating: UInt8(truncatingIfNeeded: count), count: count)
            let wire = try pair.initiator.seal(message)
            let frames = (4 + count + room - 1) / room
            #expect(wire.count == 4 + count + frames * 18)
            #expect(try pair.responder.receive(wire).messages == [message])
        }
    }

    @Test("half a megabyte in small pieces: each byte is moved a bounded number of times")
    func manyPieces() throws {
        var generator = SeededGenerator(seed: 6)
        var pair = SessionPair(using: &generator)
        try pair.shakeHands()
        let message = Bytes(repeating: 7, count: 512 * 1_024)
        let wire = try pair.initiator.seal(message)
        var received: [Bytes] = []
        for start in stride(from: 0, to: wire.count, by: 100) {
            let piece = Bytes(wire[start..<min(start + 100, wire.count)])
            received += try pair.responder.receive(piece).messages
        }
        #expect(received == [message])
    }

    @Test("nothing can be sealed before the handshake, nothing empty or too large after it")
    func limits() throws {
        var generator = SeededGenerator(seed: 7)
        var pair = SessionPair(using: &generator)
        #expect(throws: ChannelError.notEstablished) { try pair.initiator.seal([1]) }
        try pair.shakeHands()
        #expect(throws: ChannelError.messageLength(0)) { try pair.initiator.seal([]) }
        let large = Bytes(repeating: 0, count: Limits.sessionMessageBytes + 1)
        #expect(throws: ChannelError.messageLength(large.count)) { try pair.initiator.seal(large) }
        #expect(try pair.responder.receive(pair.initiator.seal([9])).messages == [[9]])
        pair.initiator.close()
        #expect(throws: ChannelError.closed) { try pair.initiator.seal([1]) }
        #expect(throws: ChannelError.closed) { try pair.initiator.receive([1]) }
    }

    @Test("the initiator starts once, the responder never")
    func starting() throws {
        var generator = SeededGenerator(seed: 8)
        var pair = SessionPair(using: &generator)
        #expect(pair.responder.start().isEmpty)
        #expect(throws: ChannelError.outOfTurn) {
            var early = pair.initiator
            _ = try early.receive([1])
        }
        #expect(!pair.initiator.start().isEmpty)
        #expect(pair.initiator.start().isEmpty)
    }

    @Test("a network key of another length closes the session from the start")
    func networkKeyLength() {
        var generator = SeededGenerator(seed: 9)
        var session = Session(
            role: .initiator, staticKey: .generate(using: &generator),
            networkKey: SecretBytes(copying: Bytes(0..<31)),
            ephemeral: .generate(using: &generator))
        #expect(session.start().isEmpty)
        #expect(throws: ChannelError.closed) { try session.receive([1]) }
    }

    @Test("the first byte tells sessions from pairings")
    func openings() {
        #expect(Opening.kind(of: 1) == .session)
        #expect(Opening.kind(of: 2) == .pairing)
        for byte in UInt8.min...UInt8.max where byte != 1 && byte != 2 {
            #expect(Opening.kind(of: byte) == nil)
        }
    }
}
