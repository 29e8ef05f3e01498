import Engine
import Keys
import Ledger
import SecureChannel
import TestKit
import Testing
import Wire

/// Catalogue: cases 9, 10, 12 to 15 and 17.
@Suite struct HandshakeTests {
    @Test func aMemberIsGreetedWithAllSpacesInCommon() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        stage.handle(
            .membersChanged(
                [Member(device: ada.deviceID, person: ada.person, name: "Ada")],
                removed: []))
        let puppet = try stage.greet(ada, spaces: [stage.home, stage.community])
        let hello = try #require(
            puppet.inbox.compactMap { if case .hello(let hello) = $0 { hello } else { nil } }.first)
        #expect(Set(hello.spaces) == [puppet.tag(of: stage.home), puppet.tag(of: stage.community)])
        #expect(hello.addresses == ["10.0.0.1:7117"])
        let report = try #require(stage.node.peers(at: stage.now).first)
        #expect(report.state == .connected)
        #expect(report.name == "Ada")
        #expect(report.spaces.count == 2)
        #expect(report.software == "puppet/1")
        #expect(report.sources == [.incoming])
        #expect(report.bytesSent > 0 && report.bytesReceived > 0)
    }

    @Test func theNodeProvesItself() throws {
        var stage = try Stage()
        var puppet = try stage.connect(try stage.colleague())
        try stage.say(.proof(try puppet.proof()), &puppet)
        guard case .proof(let proof) = puppet.inbox.first else {
            Issue.record("no proof: \(puppet.inbox)")
            return
        }
        let hash = try #require(puppet.handshakeHash)
        #expect(proof.device == stage.identity.deviceID)
        #expect(
            DeviceProof.isValid(
                proof.signature, as: .responder, handshakeHash: hash, device: proof.device))
        #expect(
            DeviceProof.isBound(
                try #require(puppet.remoteStatic), to: proof.device, by: proof.agreementBinding))
    }

    @Test func aStrangerWithoutTheNetworkKeyGetsNoByte() throws {
        var stage = try Stage()
        let key = SecretBytes(copying: stage.generator.bytes(32))
        let puppet = try stage.connect(try stage.colleague(), networkKey: key)
        #expect(puppet.inbox.isEmpty && puppet.handshakeHash == nil)
        #expect(puppet.isClosed)
        #expect(stage.endings == [.violation(.channel(.notAuthentic))])
    }

    /// Whoever knows the network key and isn't a member yet gets the workplace's space only.
    @Test func anUnknownDeviceGetsOnlyTheWorkplace() throws {
        var stage = try Stage()
        let newcomer = try stage.colleague()
        var puppet = try stage.greet(newcomer, spaces: [stage.home, stage.community])
        #expect(stage.node.peers(at: stage.now).first?.spaces.map(\.space) == [stage.home])
        puppet.inbox = []
        stage.effects = []
        // Case 81: it asks for what it wasn't shown.
        let tag = puppet.tag(of: stage.community)
        try stage.say(.want(space: tag, [Need(log: 1, from: 1)]), &puppet)
        #expect(puppet.inbox == [.withheld(space: tag, logs: [], .notPermitted)])
        #expect(stage.notes.contains(.notPermitted(newcomer.deviceID)))
        #expect(!stage.effects.contains { if case .count = $0 { true } else { false } })
        // The vouch arrives: the session widens at once.
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(
                .membersChanged(
                    [Member(device: newcomer.deviceID, person: newcomer.person, name: "Gus")],
                    removed: [])), to: &puppets)
        #expect(stage.node.peers(at: stage.now).first?.spaces.count == 2)
    }

    @Test func proofsOfOthersAreRefused() throws {
        func ending(_ forge: (Puppet, LocalIdentity) throws -> Proof) throws -> Ending? {
            var stage = try Stage()
            let (own, other) = (try stage.colleague(), try stage.colleague())
            var puppet = try stage.connect(own)
            try stage.say(.proof(try forge(puppet, other)), &puppet)
            #expect(puppet.isClosed)
            #expect(stage.node.peers(at: stage.now).allSatisfy { $0.state != .connected })
            return stage.endings.first
        }
        // Case 15: another device's name, or its whole proof over our static key.
        #expect(
            try ending { puppet, other in try puppet.proof(as: other) }
                == .violation(.otherAgreementKey))
        #expect(
            try ending { puppet, other in
                var proof = try puppet.proof()
                proof.device = other.deviceID
                return proof
            } == .violation(.forgedProof))
        // Case 4: our own role reflected.
        #expect(
            try ending { puppet, _ in try puppet.proof(role: .responder) }
                == .violation(.forgedProof))
    }

    @Test func aMembersDeviceOfAnotherPersonIsRefused() throws {
        var stage = try Stage()
        let (ada, ben) = (try stage.colleague(), try stage.colleague())
        stage.handle(
            .membersChanged(
                [Member(device: ada.deviceID, person: ben.person, name: "Ben")],
                removed: []))
        var puppet = try stage.connect(ada)
        try stage.say(.proof(try puppet.proof()), &puppet)
        #expect(stage.endings == [.violation(.otherPerson)])
    }

    @Test func versionsThatDoNotMeetEndWithAReason() throws {
        var stage = try Stage()
        var puppet = try stage.connect(try stage.colleague())
        try stage.say(.proof(try puppet.proof()), &puppet)
        puppet.inbox = []
        try stage.say(.hello(puppet.hello([stage.home], versions: 2...7)), &puppet)
        #expect(puppet.inbox == [.bye(.noCommonVersion, detail: "")])
        #expect(puppet.isClosed)
        #expect(stage.node.explain(at: stage.now).map(\.cause) == [.versionTooNew])
    }

    @Test func messagesBeforeTheirStageEndTheSession() throws {
        for message: SessionMessage in [
            .hello(
                Hello(
                    versions: 1...1, capabilities: [], software: "", spaces: [], addresses: [],
                    wallClock: 0)), .ping(nonce: 1), .credit(bytes: 1),
        ] {
            var stage = try Stage()
            var puppet = try stage.connect(try stage.colleague())
            try stage.say(message, &puppet)
            #expect(stage.endings == [.violation(.unexpected("message before its stage"))])
            #expect(
                puppet.inbox.last
                    == .bye(.protocolError, detail: "unexpected message before its stage"))
        }
    }

    /// Cases 9 and 10: lengths out of bounds, and bytes repeated, damaged or in another order.
    @Test func brokenFramesEndTheSessionAndAreAnsweredByNothing() throws {
        typealias Breaking = (Bytes, Bytes) -> Bytes
        let breakings: [Breaking] = [
            { first, _ in first + first }, { first, second in second + first },
            { first, _ in Bytes(first.dropLast()) + [first[first.count - 1] ^ 1] },
            { _, _ in [0, 0] }, { _, _ in [0xff, 0xff] + Bytes(repeating: 0, count: 65_535) },
            { _, _ in [0, 16] + Bytes(repeating: 0, count: 16) },
        ]
        for breaking in breakings {
            var stage = try Stage()
            var puppet = try stage.meetMember(try stage.colleague())
            let first = try puppet.seal(.ping(nonce: 1))
            let second = try puppet.seal(.ping(nonce: 2))
            let sent = stage.handle(.received(puppet.connection, breaking(first, second)))
            guard case .violation(.channel) = stage.endings.first else {
                Issue.record("it ended with \(stage.endings)")
                continue
            }
            #expect(sent.count <= 1, "at most the answer to the first ping")
            #expect(stage.ingests.isEmpty)
        }
    }

    /// Case 12: a byte a second is not enough.
    @Test func aSlowHandshakeEndsAfterTenSeconds() throws {
        var stage = try Stage()
        let id = stage.nextAccepted()
        stage.handle(.accepted(id, from: Address(host: "10.0.0.9", port: 1)))
        var puppet = Puppet(try stage.colleague(), over: id, using: &stage.generator)
        for byte in puppet.start().flatMap({ $0 }).prefix(9) {
            stage.handle(.received(id, [byte]))
            stage.pass(.seconds(1))
        }
        #expect(!stage.closed.contains(id))
        stage.pass(.seconds(2))
        #expect(stage.closed.contains(id))
        #expect(stage.endings == [.violation(.handshakeTimeout)])
    }

    /// Cases 13 and 14: a flood drowns itself, and a colleague gets in meanwhile.
    @Test func aFloodOfConnectionsKeepsNobodyOut() throws {
        var stage = try Stage()
        for _ in 0..<1_000 {
            stage.handle(.accepted(stage.nextAccepted(), from: Address(host: "10.6.6.6", port: 1)))
        }
        #expect(stage.closed.count == 1_000 - 64)
        let ada = try stage.colleague()
        let puppet = try stage.greet(ada, spaces: [stage.home])
        #expect(!puppet.isClosed)
        #expect(
            stage.node.peers(at: stage.now).contains {
                $0.device == ada.deviceID && $0.state == .connected
            })
        stage.pass(.seconds(11))
        #expect(stage.closed.count >= 1_000)
    }

    @Test func aPairingIsHandedOver() throws {
        var stage = try Stage()
        let id = stage.nextAccepted()
        stage.handle(.accepted(id, from: Address(host: "10.0.0.9", port: 1)))
        stage.handle(.received(id, [2, 0, 5]))
        let handedOver = stage.effects.contains {
            if case .pair(id, [2, 0, 5]) = $0 { true } else { false }
        }
        #expect(handedOver)
        #expect(stage.handle(.received(id, [1])).isEmpty)
        let other = stage.nextAccepted()
        stage.handle(.accepted(other, from: Address(host: "10.0.0.9", port: 1)))
        stage.handle(.received(other, [0x47]))
        #expect(stage.endings == [.violation(.unknownOpening(0x47))])
    }

    /// Case 17: closed in the same step in which the removal is known.
    @Test func aRemovedDeviceIsDismissedAtOnceAndStaysOut() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        let puppet = try stage.meetMember(ada)
        var puppets = [puppet]
        try stage.deliver(stage.handle(.membersChanged([], removed: [])), to: &puppets)
        #expect(puppets[0].inbox == [.bye(.deviceRevoked, detail: "")])
        #expect(puppets[0].isClosed)
        #expect(stage.notes.contains(.removedDevice(ada.deviceID)))
        var again = try stage.connect(ada)
        try stage.say(.proof(try again.proof()), &again)
        puppets = [again]
        try stage.deliver(
            stage.handle(.removalProof(of: ada.deviceID, nil)), to: &puppets)
        #expect(puppets[0].inbox.last == .bye(.deviceRevoked, detail: ""))
        #expect(puppets[0].isClosed)
    }
}
