import Engine
import Ledger
import TestKit
import Testing
import Wire

/// Whom the node dials and when; catalogue: case 16.
@Suite struct DialTests {
    private let near = Address(host: "10.0.0.2", port: 7117)
    private let far = Address(host: "fe80::2", port: 7117, interface: "eth0")

    @Test func aSightedServiceIsDialledAtAllAddressesAtOnce() throws {
        var stage = try Stage()
        stage.sight([near, far])
        #expect(Set(stage.dials.map(\.1)) == [near, far])
        #expect(stage.dials.allSatisfy { $0.0.isDialled })
        let (winner, loser) = (stage.dials[1].0, stage.dials[0].0)
        stage.effects = []
        #expect(!stage.handle(.connected(winner)).isEmpty, "the one that dialled speaks first")
        #expect(stage.closed == [loser])
        stage.handle(.connected(loser))
        #expect(stage.closed == [loser, loser])
    }

    @Test func strangersAndTheNodeItselfAreNotDialled() throws {
        var stage = try Stage()
        stage.handle(
            .sighted(
                Sighting(
                    instance: "stranger", tag: Bytes(repeating: 1, count: 8), addresses: [near])))
        stage.handle(.sighted(Sighting(instance: "stranger", tag: [], addresses: [near])))
        stage.handle(.advertising(instance: "myself"))
        stage.sight([near], instance: "myself")
        stage.sight([Address(host: "10.0.0.1", port: 7117)], instance: "mirror")
        #expect(stage.dials.isEmpty)
    }

    /// Case 18: forged services cost nothing.
    @Test func tenThousandForgedServicesLeaveNoTrace() throws {
        var stage = try Stage()
        for number in 0..<10_000 {
            stage.handle(
                .sighted(
                    Sighting(
                        instance: "forged-\(number)", tag: stage.generator.bytes(8),
                        addresses: [near])))
        }
        #expect(stage.node.peers(at: stage.now).isEmpty)
        #expect(stage.effects.isEmpty)
    }

    @Test func theAddressBookIsBounded() throws {
        var settings = Settings()
        settings.contacts = 20
        var stage = try Stage(settings: settings)
        for number in 0..<200 {
            stage.sight(
                [Address(host: "10.1.0.\(number)", port: 1)], instance: "instance-\(number)")
            for (id, _) in stage.dials { stage.handle(.dialFailed(id, "refused")) }
            stage.effects = []
        }
        #expect(stage.node.peers(at: stage.now).count <= 20)
    }

    @Test func meetingOneselfIsNoticedAndNotRepeated() throws {
        var stage = try Stage()
        stage.sight([near])
        let puppet = try stage.answerDial(stage.identity)
        #expect(stage.endings == [.ourselves])
        #expect(puppet.inbox.isEmpty)
        stage.effects = []
        stage.sight([near], instance: "another")
        stage.pass(.seconds(3_600))
        #expect(stage.dials.isEmpty)
    }

    @Test func theWaitDoublesUpToTenMinutesAndASightingEndsIt() throws {
        var stage = try Stage()
        stage.sight([near])
        var waits: [Duration] = []
        for _ in 0..<14 {
            let id = try #require(stage.dials.first?.0)
            stage.effects = []
            stage.handle(.dialFailed(id, "refused"))
            let failed = stage.now
            while stage.dials.isEmpty { stage.pass(.milliseconds(100)) }
            waits.append(stage.now - failed)
        }
        for (index, wait) in waits.enumerated() {
            let mean = min(600.0, Double(1 << index))
            let seconds =
                Double(wait.components.seconds) + Double(wait.components.attoseconds) * 1e-18
            #expect(seconds > mean * 0.6 && seconds < mean * 1.34 + 0.2, "\(index): \(seconds)")
        }
        #expect(Set(waits.suffix(4)).count > 1, "the waits are jittered")
        let id = try #require(stage.dials.first?.0)
        stage.handle(.dialFailed(id, "refused"))
        stage.effects = []
        stage.pass(.seconds(6))
        stage.sight([near])
        #expect(stage.dials.count == 1)
    }

    @Test func aDialThatHangsIsGivenUpAfterTwoSeconds() throws {
        var stage = try Stage()
        stage.sight([near])
        let id = try #require(stage.dials.first?.0)
        stage.pass(.milliseconds(1_900))
        #expect(stage.closed.isEmpty)
        stage.pass(.milliseconds(200))
        #expect(stage.closed == [id])
        #expect(stage.endings == [.dialTimeout])
    }

    @Test func aChangeOfAddressesEndsAllWaits() throws {
        var stage = try Stage()
        stage.sight([near])
        for _ in 0..<8 {
            stage.dials.map(\.0).forEach { stage.handle(.dialFailed($0, "unreachable")) }
            stage.effects = []
            while stage.dials.isEmpty { stage.pass(.milliseconds(500)) }
        }
        stage.dials.map(\.0).forEach { stage.handle(.dialFailed($0, "unreachable")) }
        stage.effects = []
        stage.handle(.addressesChanged([Address(host: "192.168.0.7", port: 7117)]))
        stage.pass(.milliseconds(300))
        #expect(stage.dials.map(\.1) == [near])
    }

    @Test func staticPeersAreDialledAndDialledAgain() throws {
        var stage = try Stage()
        stage.handle(.staticPeers([near, Address(host: "10.0.0.1", port: 7117)]))
        #expect(stage.dials.map(\.1) == [near])
        #expect(stage.node.peers(at: stage.now).map(\.sources) == [[.configured]])
        let puppet = try stage.answerDial(try stage.colleague())
        stage.handle(.closed(puppet.connection, "reset"))
        stage.pass(.seconds(3))
        #expect(stage.dials.map(\.1) == [near])
        stage.handle(.staticPeers([]))
        stage.dials.map(\.0).forEach { stage.handle(.dialFailed($0, "refused")) }
        stage.effects = []
        stage.pass(.seconds(700))
        #expect(stage.dials.isEmpty)
    }

    @Test func whereAPeerWasReachedIsRemembered() throws {
        var stage = try Stage()
        stage.sight([near])
        let ada = try stage.colleague()
        var puppet = try stage.answerDial(ada)
        try stage.say(.proof(try puppet.proof()), &puppet)
        try stage.say(.hello(puppet.hello([stage.home], addresses: ["10.0.0.77:7117"])), &puppet)
        #expect(stage.node.remembered == [Sighting(device: ada.deviceID, addresses: [near])])
        var later = try Stage()
        for sighting in stage.node.remembered { later.handle(.sighted(sighting)) }
        #expect(later.dials.map(\.1) == [near])
        // Addresses learned in the session are dialled as well once it is gone.
        stage.effects = []
        stage.handle(.closed(puppet.connection, nil))
        stage.pass(.seconds(3))
        #expect(Set(stage.dials.map(\.1)) == [near, Address(host: "10.0.0.77", port: 7117)])
    }

    // MARK: Two connections with one device (case 16)

    /// Both dial at the same moment: the connection of the smaller device stays, on both sides.
    @Test func ofTwoSimultaneousDialsTheSmallerDevicesStays() throws {
        for isSmaller in [true, false] {
            for isOwnFirst in [true, false] {
                var stage = try Stage()
                let peer = try stage.colleague(isSmaller: isSmaller)
                let (dialled, accepted) = try meetTwice(peer, &stage, isOwnFirst: isOwnFirst)
                #expect(dialled.isClosed == isSmaller, "own first: \(isOwnFirst)")
                #expect(accepted.isClosed == !isSmaller, "own first: \(isOwnFirst)")
                let connected = stage.node.peers(at: stage.now).filter { $0.state == .connected }
                #expect(connected.count == 1)
                #expect(connected.first?.isDialled == !isSmaller)
                stage.effects = []
                stage.pass(.seconds(12))
                #expect(stage.dials.isEmpty, "nobody dials again")
            }
        }
    }

    private func meetTwice(
        _ peer: LocalIdentity, _ stage: inout Stage, isOwnFirst: Bool
    ) throws -> (dialled: Puppet, accepted: Puppet) {
        stage.sight([near])
        var dialled = try stage.answerDial(peer)
        var accepted = try stage.connect(peer)
        func finish(_ puppet: inout Puppet) throws {
            guard !puppet.isClosed else { return }
            try stage.say(.proof(try puppet.proof()), &puppet)
            guard !puppet.isClosed else { return }
            try stage.say(.hello(puppet.hello([stage.home])), &puppet)
        }
        if isOwnFirst {
            try finish(&dialled)
            try finish(&accepted)
        } else {
            try finish(&accepted)
            try finish(&dialled)
        }
        for effect in stage.effects {
            guard case .close(let id) = effect else { continue }
            if id == dialled.connection { dialled.isClosed = true }
            if id == accepted.connection { accepted.isClosed = true }
        }
        return (dialled, accepted)
    }

    /// A peer that restarted dials again while its old session still looks alive here.
    @Test func aNewSessionReplacesAnOldOneThatThePeerForgot() throws {
        var stage = try Stage()
        let peer = try stage.colleague()
        let old = try stage.meetMember(peer)
        stage.pass(.seconds(12))
        let new = try stage.greet(peer, spaces: [stage.home])
        #expect(stage.closed == [old.connection])
        #expect(!new.isClosed)
        #expect(stage.node.peers(at: stage.now).filter { $0.state == .connected }.count == 1)
    }

    /// The node sights a peer under another name while a session is open: the peer must not see a
    /// second proof.
    @Test func aSecondDialToTheSameDeviceEndsBeforeItIsProved() throws {
        var stage = try Stage()
        let peer = try stage.colleague()
        stage.sight([near])
        var first = try stage.answerDial(peer)
        try stage.say(.proof(try first.proof()), &first)
        try stage.say(.hello(first.hello([stage.home])), &first)
        stage.effects = []
        stage.sight([far], instance: "othername")
        let second = try stage.answerDial(peer)
        #expect(stage.endings == [.dismissed(.duplicate)])
        #expect(second.inbox.isEmpty && second.handshakeHash == nil)
        #expect(stage.node.peers(at: stage.now).count == 1, "both names are one device")
        // It was found at the other address, too, where it may be when the session breaks.
        stage.effects = []
        stage.handle(.closed(first.connection, "unplugged"))
        stage.pass(.seconds(10))
        #expect(Set(stage.dials.map(\.1)) == [near, far])
    }

    @Test func whereAHandshakeFailedIsTriedWhenNothingElseAnswers() throws {
        var stage = try Stage()
        stage.sight([near, far])
        let (strange, other) = (stage.dials[0], stage.dials[1])
        stage.handle(.connected(strange.0))
        stage.handle(.closed(strange.0, "a printer"))
        stage.effects = []
        stage.pass(.seconds(2))
        #expect(stage.dials.map(\.1) == [other.1])
        for (id, _) in stage.dials { stage.handle(.dialFailed(id, "refused")) }
        stage.effects = []
        stage.pass(.seconds(20))
        #expect(Set(stage.dials.map(\.1)) == [near, far])
    }

    // MARK: Keep-alive

    @Test func aSilentPeerIsGivenUpAndAnAnsweringOneIsNot() throws {
        var stage = try Stage()
        var puppets = [try stage.meetMember(try stage.colleague())]
        for _ in 0..<20 {
            try stage.pass(.seconds(10), puppets: &puppets)
            for case .ping(let nonce) in puppets[0].inbox {
                stage.now = stage.now + .milliseconds(7)
                try stage.say(.pong(nonce: nonce), &puppets[0])
            }
            puppets[0].inbox = []
        }
        #expect(stage.closed.isEmpty)
        #expect(stage.node.peers(at: stage.now).first?.roundTrip != nil)
        try stage.pass(.seconds(60), puppets: &puppets)
        #expect(stage.closed == [puppets[0].connection])
        #expect(stage.endings == [.silent])
    }

    @Test func onlyOneTimerIsSetAndNoneWithoutNeed() throws {
        var stage = try Stage()
        #expect(stage.timer == nil)
        stage.sight([near])
        let timers = stage.effects.filter { if case .setTimer = $0 { true } else { false } }
        #expect(timers.count == 1)
    }

    @Test func aShutdownSaysGoodbye() throws {
        var stage = try Stage()
        var puppets = [try stage.meetMember(try stage.colleague())]
        try stage.deliver(stage.handle(.shutdown), to: &puppets)
        #expect(puppets[0].inbox == [.bye(.shuttingDown, detail: "")])
        #expect(puppets[0].isClosed)
        stage.effects = []
        stage.sight([near])
        #expect(stage.dials.isEmpty)
    }

    @Test func whoBrokeTheProtocolWaitsAMinuteWhateverIsSighted() throws {
        var stage = try Stage()
        stage.sight([near])
        let peer = try stage.colleague()
        var puppet = try stage.answerDial(peer)
        try stage.say(.proof(try puppet.proof()), &puppet)
        try stage.say(bytes: try puppet.seal(raw: [0xff, 0xff, 0xff]), &puppet)
        guard case .violation(.malformed) = stage.endings.first else {
            Issue.record("it ended with \(stage.endings)")
            return
        }
        stage.effects = []
        stage.sight([far])
        stage.pass(.seconds(30))
        #expect(stage.dials.isEmpty)
        var again = try stage.connect(peer)
        try stage.say(.proof(try again.proof()), &again)
        #expect(again.isClosed, "nor may it dial us")
        stage.pass(.seconds(60))
        #expect(!stage.dials.isEmpty)
    }
}
