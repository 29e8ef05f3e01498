import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

@Suite("Pairing")
struct PairingTests {
    @Test("with one code both see the same words, and after both accept the welcome arrives")
    func whole() throws {
        var generator = SeededGenerator(seed: 1)
        var pair = try PairingPair(using: &generator)
        #expect(!pair.inviter.isKeyAgreed)
        let words = try pair.agree().words
        #expect(pair.inviter.isKeyAgreed)
        #expect(words.count == 2 && words[0] == words[1] && words[0].count == 4)
        let first = try pair.joiner.decide(isAccepted: true)
        #expect(first.names.isEmpty)
        #expect(try pair.inviter.receive(first.sent).names.isEmpty)
        let second = try pair.inviter.decide(isAccepted: true)
        #expect(second.names == ["bothAccepted"])
        #expect(try pair.joiner.receive(second.sent).names == ["bothAccepted"])
        let last = try pair.inviter.welcome(PairingPair.welcome())
        #expect(try pair.joiner.receive(last.sent).names == ["welcome Workshop"])
        #expect(throws: ChannelError.closed) { try pair.joiner.receive([1]) }
        #expect(throws: ChannelError.closed) { try pair.inviter.receive([1]) }
    }

    @Test("it doesn't matter who accepts first, nor how the network cuts the bytes")
    func orders() {
        forAll(cases: 20, "the welcome arrives") { generator in
            var pair = try PairingPair(using: &generator)
            func pass(
                _ bytes: Bytes, _ receive: (Bytes) throws -> [PairingEvent],
                _ generator: inout SeededGenerator
            ) throws -> [PairingEvent] {
                var rest = bytes[...]
                var events: [PairingEvent] = []
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 1...60, using: &generator))
                    events += try receive(Bytes(piece))
                    rest = rest.dropFirst(piece.count)
                }
                return events
            }
            let share = try pair.joiner.start().sent
            let answer = try pass(share, { try pair.inviter.receive($0) }, &generator).sent
            let agreed = try pass(answer, { try pair.joiner.receive($0) }, &generator).sent
            let met = try pass(agreed, { try pair.inviter.receive($0) }, &generator)
            guard met.names == ["keyAgreed", "newcomer Ada"] else { return false }
            let inviterFirst = Bool.random(using: &generator)
            if inviterFirst {
                let verdict = try pair.inviter.decide(isAccepted: true).sent
                _ = try pass(verdict, { try pair.joiner.receive($0) }, &generator)
            }
            let verdict = try pair.joiner.decide(isAccepted: true).sent
            _ = try pass(verdict, { try pair.inviter.receive($0) }, &generator)
            if !inviterFirst {
                let verdict = try pair.inviter.decide(isAccepted: true).sent
                _ = try pass(verdict, { try pair.joiner.receive($0) }, &generator)
            }
            let last = try pair.inviter.welcome(PairingPair.welcome()).sent
            let end = try pass(last, { try pair.joiner.receive($0) }, &generator)
            return end.names == ["welcome Workshop"]
        }
    }

    @Test("one refusal ends it on both sides, and no welcome is sent")
    func refusal() throws {
        for joinerAccepts in [true, false] {
            var generator = SeededGenerator(seed: 2)
            var pair = try PairingPair(using: &generator)
            try pair.agree()
            let first = try pair.joiner.decide(isAccepted: joinerAccepts)
            #expect(first.names == (joinerAccepts ? [] : ["refused"]))
            let heard = try pair.inviter.receive(first.sent)
            #expect(heard.names == (joinerAccepts ? [] : ["refused"]))
            if joinerAccepts {
                let second = try pair.inviter.decide(isAccepted: false)
                #expect(second.names == ["refused"])
                #expect(try pair.joiner.receive(second.sent).names == ["refused"])
            }
            #expect(throws: ChannelError.outOfTurn) {
                try pair.inviter.welcome(PairingPair.welcome())
            }
        }
    }

    @Test("no welcome before both have accepted, no second verdict, no verdict before the words")
    func discipline() throws {
        var generator = SeededGenerator(seed: 3)
        var pair = try PairingPair(using: &generator)
        #expect(throws: ChannelError.outOfTurn) { try pair.joiner.decide(isAccepted: true) }
        #expect(throws: ChannelError.outOfTurn) { try pair.inviter.decide(isAccepted: true) }
        try pair.agree()
        #expect(throws: ChannelError.outOfTurn) { try pair.joiner.start() }
        let welcome = try PairingPair.welcome()
        #expect(throws: ChannelError.outOfTurn) { try pair.inviter.welcome(welcome) }
        _ = try pair.inviter.decide(isAccepted: true)
        #expect(throws: ChannelError.outOfTurn) { try pair.inviter.decide(isAccepted: true) }
        #expect(throws: ChannelError.outOfTurn) { try pair.inviter.welcome(welcome) }
    }

    @Test("a code is read in any case and with any signs between, and nothing else is")
    func codes() throws {
        let right = try #require(PairingCode("47-copper-lava"))
        #expect(right.text == "47-copper-lava")
        #expect(right.locator == 47)
        for text in ["47 copper lava", " 47-COPPER-Lava\n", "47.copper_lava", "47 – copper lava"] {
            #expect(PairingCode(text) == right, "\(text)")
        }
        for text in [
            "", "47", "47-copper", "9-copper-lava", "09-copper-lava", "100-copper-lava",
            "47-copper-lava-lava", "47-copper-hearth", "copper-lava-47", "4٧-copper-lava",
            "47-copperlava", String(repeating: "47 ", count: 1_000),
        ] {
            #expect(PairingCode(text) == nil, "\(text)")
        }
        forAll(cases: 200, "a drawn code reads back") { generator in
            let code = PairingCode(using: &generator)
            return PairingCode(code.text) == code && (10...99).contains(code.locator)
        }
    }
}
