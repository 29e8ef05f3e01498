import Foundation
import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// One entry of cacophony's file.
private struct Vector: Decodable {
    struct Message: Decodable { var payload, ciphertext: String }
    var protocol_name: String
    var init_prologue, resp_prologue: String
    var init_static, resp_static, init_ephemeral, resp_ephemeral: String?
    var init_remote_static, resp_remote_static: String?
    var init_psks, resp_psks: [String]?
    var handshake_hash: String
    var messages: [Message]

    /// The pattern's name between the underscores.
    var patternName: String {
        protocol_name.split(separator: "_").dropFirst().first.map(String.init) ?? ""
    }

    func handshake(as role: Role) throws -> NoiseHandshake {
        let isInitiator = role == .initiator
        // One-way responders have no ephemeral; the handshake never uses this one.
        let unused = String(repeating: "11", count: 32)
        let ephemeral = (isInitiator ? init_ephemeral : resp_ephemeral) ?? unused
        let lasting = isInitiator ? init_static : resp_static
        let remote = isInitiator ? init_remote_static : resp_remote_static
        return try NoiseHandshake(
            pattern: try #require(NoisePattern(name: patternName)), role: role,
            prologue: try bytes(isInitiator ? init_prologue : resp_prologue),
            keys: NoiseHandshake.Keys(
                lasting: try lasting.map { try AgreementKey(secret: bytes($0)) },
                ephemeral: try AgreementKey(secret: bytes(ephemeral)),
                remoteLasting: try remote.map { try bytes32($0) },
                shared: try ((isInitiator ? init_psks : resp_psks) ?? []).map {
                    SecretBytes(copying: try bytes($0))
                }))
    }
}

@Suite("Noise, revision 34")
struct NoiseVectorTests {
    @Test("every public vector with these primitives, message by message")
    func cacophony() throws {
        struct File: Decodable { var vectors: [Vector] }
        let path = "vectors/noise/cacophony-25519_ChaChaPoly_BLAKE2b.json"
        guard let url = SharedFolder.find(path) else { return }
        let vectors = try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).vectors
        #expect(vectors.count == 59)
        #expect(Set(vectors.map(\.patternName)).count == 59)
        for name in ["XX", "IK", "KK", "NN"] {
            #expect(vectors.contains { $0.patternName == name })
        }
        for vector in vectors { try check(vector) }
    }

    @Test("cacophony's NN runs without the file")
    func inline() throws {
        try check(
            Vector(
                protocol_name: "Noise_NN_25519_ChaChaPoly_BLAKE2b",
                init_prologue: "4a6f686e2047616c74", resp_prologue: "4a6f686e2047616c74",
                init_ephemeral: "893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a",
                resp_ephemeral: "bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b",
                handshake_hash:
                    "25b3d1154146a2e058e4db548e0841992cf33a972d5b85a908e4fb8f14b6d94f"
                    + "4987e17baa330c93dd842d6eda030cd47190c60d7c862574078779aba1302a2e",
                messages: [
                    Vector.Message(
                        payload: "4c756477696720766f6e204d69736573",
                        ciphertext:
                            "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944"
                            + "4c756477696720766f6e204d69736573"),
                    Vector.Message(
                        payload: "4d757272617920526f746862617264",
                        ciphertext:
                            "95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843"
                            + "d10cf8ef4ab895bed3e4673211f0c9337039d63a450c7b28196b8a0ebade00"),
                    Vector.Message(
                        payload: "462e20412e20486179656b",
                        ciphertext: "e50ec882703a1f34bf4957d8cafd036d34e02930f672f424c676e1"),
                ]))
    }

    private func check(_ vector: Vector) throws {
        let comment = Comment(rawValue: vector.protocol_name)
        var sides: [Role: NoiseHandshake] = [
            .initiator: try vector.handshake(as: .initiator),
            .responder: try vector.handshake(as: .responder),
        ]
        var transports: [Role: (sending: NoiseCipher, receiving: NoiseCipher)] = [:]
        let handshakeCount = try #require(sides[.initiator]).pattern.messages.count
        for (number, message) in vector.messages.enumerated() {
            let isOneWay = handshakeCount == 1
            let writer: Role = isOneWay || number.isMultiple(of: 2) ? .initiator : .responder
            let payload = try bytes(message.payload)
            var wire = Bytes()
            var opened = Bytes()
            if number < handshakeCount {
                wire = try sides[writer]?.write(payload) ?? []
                opened = try sides[writer.other]?.read(wire) ?? []
            } else {
                wire = payload
                try transports[writer]?.sending.seal(from: 0, of: &wire)
                try transports[writer.other]?.receiving.open(wire, appendingTo: &opened)
            }
            #expect(Hex.encode(wire) == message.ciphertext, comment)
            #expect(opened == payload, comment)
            if number == handshakeCount - 1 {
                for (role, side) in sides {
                    #expect(side.isFinished)
                    #expect(Hex.encode(side.hash) == vector.handshake_hash, comment)
                    transports[role] = try side.split()
                }
            }
        }
    }

    @Test("names that aren't patterns are refused")
    func names() {
        for name in ["", "x", "XY", "XXpsk4", "XXpsk", "XXfallback", "NNpsk-1"] {
            let pattern = NoisePattern(name: name)
            #expect(pattern == nil, "\(name)")
        }
        #expect(NoisePattern(name: "XXpsk0") == .session)
        #expect(NoisePattern(name: "XXpsk0+psk3")?.secretCount == 2)
    }

    @Test("a handshake lacks no key, keeps its turns, and is over after an error")
    func discipline() throws {
        var generator = SeededGenerator(seed: 1)
        let ephemeral = AgreementKey.generate(using: &generator)
        let keys = NoiseHandshake.Keys(ephemeral: ephemeral)
        for name in ["KK", "XXpsk0", "NK"] {
            let pattern = try #require(NoisePattern(name: name))
            #expect(throws: ChannelError.missingKey) {
                try NoiseHandshake(pattern: pattern, role: .initiator, prologue: [], keys: keys)
            }
        }
        let pattern = try #require(NoisePattern(name: "NN"))
        var first = try NoiseHandshake(
            pattern: pattern, role: .initiator, prologue: [], keys: keys)
        #expect(throws: ChannelError.outOfTurn) { try first.read([]) }
        #expect(throws: ChannelError.notEstablished) { try first.split() }
        _ = try first.write([])
        #expect(throws: ChannelError.outOfTurn) { try first.write([]) }
        #expect(throws: ChannelError.frameLength(31)) {
            try first.read(Bytes(repeating: 1, count: 31))
        }
        #expect(throws: ChannelError.closed) { try first.read(Bytes(repeating: 1, count: 48)) }
    }
}
