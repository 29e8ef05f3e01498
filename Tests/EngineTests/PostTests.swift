import Engine
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// What one device is told outside of every space; catalogue: 50, 81.
@Suite struct PostTests {
    private func token(_ stage: inout Stage) throws -> Bytes16 {
        try #require(Bytes16(stage.generator.bytes(16)))
    }

    /// What the owner of a code shows in a session.
    private func knock(_ token: Bytes16, _ puppet: Puppet, as device: DeviceID) throws -> Bytes16 {
        let hash = try #require(puppet.handshakeHash)
        return Hash.keyed(token.bytes, .knock, [hash.bytes, device.bytes]).firstHalf
    }

    private func letters(_ stage: Stage) -> [Letter] {
        stage.effects.compactMap {
            if case .letter(let letter, from: _) = $0 { letter } else { nil }
        }
    }

    private func knocks(_ stage: Stage) -> [Bytes16] {
        stage.effects.compactMap {
            if case .knocked(let token, by: _) = $0 { token } else { nil }
        }
    }

    @Test func aLetterIsSentOnceAndForgottenWhenTaken() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        let letter = Letter(id: try token(&stage), box: [1, 2, 3])
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(.outboxChanged([ben.deviceID: [letter]])), to: &puppets)
        puppet = puppets[0]
        #expect(puppet.inbox == [.letter(letter)])
        try stage.say(.letterTaken(letter.id), &puppet)
        #expect(
            stage.effects.contains {
                if case .letterTaken(letter.id, by: ben.deviceID) = $0 { true } else { false }
            })
    }

    @Test func aLetterForAnotherDeviceIsNotSent() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let puppet = try stage.meetMember(ben)
        let gus = try stage.colleague()
        var puppets = [puppet]
        let letter = Letter(id: try token(&stage), box: [1, 2, 3])
        try stage.deliver(
            stage.handle(.outboxChanged([gus.deviceID: [letter]])), to: &puppets)
        #expect(puppets[0].inbox.isEmpty)
    }

    @Test func aLetterIsConfirmedOnlyWhenItIsKept() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        let letter = Letter(id: try token(&stage), box: [9])
        try stage.say(.letter(letter), &puppet)
        #expect(letters(stage) == [letter] && puppet.inbox.isEmpty)
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(.letterKept(letter.id, from: ben.deviceID)), to: &puppets)
        #expect(puppets[0].inbox == [.letterTaken(letter.id)])
    }

    @Test func whoeverIsNoMemberIsNotHeard() throws {
        var stage = try Stage()
        let stranger = try stage.colleague()
        var puppet = try stage.greet(stranger, spaces: [stage.home])
        let open = try token(&stage)
        stage.handle(.doorsChanged(knocks: [], invitations: [open]))
        stage.effects = []
        puppet.inbox = []
        try stage.say(.letter(Letter(id: open, box: [1])), &puppet)
        try stage.say(.knock(proof: try knock(open, puppet, as: stranger.deviceID)), &puppet)
        #expect(letters(stage).isEmpty && knocks(stage).isEmpty)
        #expect(puppet.inbox.isEmpty)
    }

    @Test func aKnockOpensWithTheCodeAndSaysNothingWithout() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let gus = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        let open = try token(&stage)
        let other = try token(&stage)
        stage.handle(.doorsChanged(knocks: [], invitations: [open]))
        stage.effects = []
        for wrong in [
            try knock(other, puppet, as: ben.deviceID), try knock(open, puppet, as: gus.deviceID),
            open,
        ] {
            try stage.say(.knock(proof: wrong), &puppet)
            #expect(knocks(stage).isEmpty && puppet.inbox.isEmpty)
        }
        try stage.say(.knock(proof: try knock(open, puppet, as: ben.deviceID)), &puppet)
        #expect(knocks(stage) == [open])
        #expect(puppet.inbox.isEmpty, "nobody can tell a right code from a wrong one by the answer")
    }

    @Test func whoeverTriesManyCodesIsEnded() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        for _ in 0..<200 where !puppet.isClosed {
            try stage.say(.knock(proof: try token(&stage)), &puppet)
        }
        #expect(puppet.isClosed)
        #expect(knocks(stage).isEmpty)
    }

    @Test func aTypedCodeIsShownToEveryMemberOnce() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let puppet = try stage.meetMember(ben)
        let typed = try token(&stage)
        var puppets = [puppet]
        for _ in 0..<2 {
            try stage.deliver(
                stage.handle(.doorsChanged(knocks: [typed], invitations: [])), to: &puppets)
        }
        let proof = try knock(typed, puppets[0], as: stage.identity.deviceID)
        #expect(puppets[0].inbox == [.knock(proof: proof)])
    }

    @Test func whoeverIsPutOutOfACircleGetsNothingOfItAtOnce() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        let tag = puppet.tag(of: stage.community)
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(.audiencesChanged([stage.community: []])), to: &puppets)
        puppet = puppets[0]
        guard case .hello(let hello) = puppet.inbox.last else {
            Issue.record("no new hello")
            return
        }
        #expect(!hello.spaces.contains(tag))
        puppet.inbox = []
        let log = try token(&stage).prefix
        try stage.say(.want(space: tag, [Need(log: log, from: 1)]), &puppet)
        #expect(puppet.inbox == [.withheld(space: tag, logs: [], .notPermitted)])
        #expect(!stage.effects.contains { if case .count = $0 { true } else { false } })
    }
}
