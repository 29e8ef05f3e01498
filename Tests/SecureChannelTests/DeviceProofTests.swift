import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

@Suite("Proof of the device")
struct DeviceProofTests {
    @Test("15: a proof holds for one device, one end and one session")
    func proof() throws {
        var generator = SeededGenerator(seed: 1)
        let device = SigningKey.generate(using: &generator)
        let other = SigningKey.generate(using: &generator)
        let hash = try #require(Bytes32(generator.bytes(32)))
        let name = DeviceID(raw: device.publicKey)
        let proof = DeviceProof.sign(as: .initiator, handshakeHash: hash, with: device)
        #expect(
            DeviceProof.isValid(proof, as: .initiator, handshakeHash: hash, device: name))
        #expect(
            !DeviceProof.isValid(proof, as: .responder, handshakeHash: hash, device: name))
        let stranger = DeviceID(raw: other.publicKey)
        #expect(
            !DeviceProof.isValid(proof, as: .initiator, handshakeHash: hash, device: stranger))
        for bit in 0..<256 {
            let changed = try #require(Bytes32(flipped(hash.bytes, bit)))
            #expect(
                !DeviceProof.isValid(
                    proof, as: .initiator, handshakeHash: changed, device: name))
        }
    }

    @Test("15: whoever claims another device's static key or binding is found out")
    func binding() throws {
        var generator = SeededGenerator(seed: 2)
        let victim = SigningKey.generate(using: &generator)
        let victimKey = AgreementKey.generate(using: &generator)
        let attackerKey = AgreementKey.generate(using: &generator)
        let attacker = SigningKey.generate(using: &generator)
        let binding = DeviceProof.bind(victimKey.publicKey, with: victim)
        let victimName = DeviceID(raw: victim.publicKey)
        #expect(DeviceProof.isBound(victimKey.publicKey, to: victimName, by: binding))
        // The attacker's session shows its own static key: the victim's binding doesn't fit it.
        #expect(!DeviceProof.isBound(attackerKey.publicKey, to: victimName, by: binding))
        let forged = DeviceProof.bind(attackerKey.publicKey, with: attacker)
        #expect(!DeviceProof.isBound(attackerKey.publicKey, to: victimName, by: forged))
        #expect(!DeviceProof.isBound(victimKey.publicKey, to: victimName, by: forged))
    }

    @Test("15: a proof relayed into another session fails there")
    func relay() throws {
        var generator = SeededGenerator(seed: 3)
        let device = SigningKey.generate(using: &generator)
        var first = SessionPair(using: &generator)
        var second = SessionPair(using: &generator)
        try first.shakeHands()
        try second.shakeHands()
        let (one, two) = (
            try #require(first.initiator.handshakeHash),
            try #require(second.initiator.handshakeHash)
        )
        let proof = DeviceProof.sign(as: .initiator, handshakeHash: one, with: device)
        let name = DeviceID(raw: device.publicKey)
        #expect(DeviceProof.isValid(proof, as: .initiator, handshakeHash: one, device: name))
        #expect(!DeviceProof.isValid(proof, as: .initiator, handshakeHash: two, device: name))
    }
}
