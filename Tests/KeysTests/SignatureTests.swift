import Foundation
import TestKit
import Testing
import Wire

@testable import Keys

@Suite("Ed25519 signatures")
struct SignatureTests {
    @Test("the first and third vector of RFC 8032, section 7.1")
    func inlineVectors() throws {
        let cases = [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                    + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                    + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
            ),
        ]
        for (seed, publicKey, message, signature) in cases {
            try check(seed: seed, publicKey: publicKey, message: message, signature: signature)
        }
    }

    @Test("all vectors of RFC 8032")
    func standardVectors() throws {
        struct File: Decodable {
            struct Vector: Decodable { var seed, publicKey, message, signature: String }
            var vectors: [Vector]
        }
        guard let url = SharedFolder.find("vectors/ed25519/rfc8032.json") else { return }
        let vectors = try VectorFiles.json(url, as: File.self).vectors
        #expect(vectors.count == 5)
        for vector in vectors {
            try check(
                seed: vector.seed, publicKey: vector.publicKey, message: vector.message,
                signature: vector.signature)
        }
    }

    @Test("Wycheproof: exactly the valid signatures are valid")
    func wycheproof() throws {
        struct Group: Decodable {
            struct Key: Decodable { var pk: String }
            struct Case: Decodable {
                var tcId: Int
                var msg, sig, result: String
            }
            var publicKey: Key
            var tests: [Case]
        }
        guard let url = SharedFolder.find("vectors/wycheproof/ed25519_test.json") else { return }
        let file = try VectorFiles.json(url, as: Wycheproof<Group>.self)
        var valid = 0
        var invalid = 0
        for group in file.testGroups {
            let key = try bytes32(group.publicKey.pk)
            for test in group.tests {
                let verdict = try Bytes64(hex: test.sig).map {
                    Signature.isValid($0, of: try bytes(test.msg), by: key)
                }
                #expect(verdict ?? false == (test.result == "valid"), "test \(test.tcId)")
                if test.result == "valid" { valid += 1 } else { invalid += 1 }
            }
        }
        #expect(valid == 88)
        #expect(invalid == 63)
    }

    @Test("CCTV: only the one vector without any flag is accepted; libsodium alone takes more")
    func edgeCases() throws {
        struct Vector: Decodable {
            var number: Int
            var key, sig, msg: String
            var flags: [String]?
        }
        guard let url = SharedFolder.find("vectors/ed25519/cctv-ed25519vectors.json") else {
            return
        }
        let vectors = try VectorFiles.json(url, as: [Vector].self)
        #expect(vectors.count == 914)
        var accepted = 0
        var acceptedByEquation = 0
        for vector in vectors {
            let message = Bytes(vector.msg.utf8)
            let signature = try bytes64(vector.sig)
            let isValid = Signature.isValid(signature, of: message, by: try bytes32(vector.key))
            #expect(isValid == (vector.flags ?? []).isEmpty, "vector \(vector.number)")
            if isValid { accepted += 1 }
            if Signature.satisfiesEquation(
                signature.bytes, of: message, by: try bytes(vector.key))
            {
                acceptedByEquation += 1
                #expect(vector.flags?.contains("low_order_A") != true)
                #expect(vector.flags?.contains("low_order_residue") != true)
            }
        }
        #expect(accepted == 1)
        #expect(acceptedByEquation > accepted, "the attack bites without the check of the key")
    }

    @Test("speccheck: all twelve are refused; number 3 bites without the check of the key")
    func speccheck() throws {
        struct Vector: Decodable {
            var message, signature: String
            var pub_key: String
        }
        guard let url = SharedFolder.find("vectors/ed25519/speccheck-cases.json") else { return }
        let vectors = try VectorFiles.json(url, as: [Vector].self)
        #expect(vectors.count == 12)
        var bites: [Int] = []
        for (number, vector) in vectors.enumerated() {
            let message = try bytes(vector.message)
            let signature = try bytes64(vector.signature)
            #expect(!Signature.isValid(signature, of: message, by: try bytes32(vector.pub_key)))
            if Signature.satisfiesEquation(
                signature.bytes, of: message, by: try bytes(vector.pub_key))
            {
                bites.append(number)
            }
        }
        #expect(bites == [3])
    }

    @Test("a mixed-order key is refused, and bites without the check (speccheck's number 3)")
    func mixedOrder() throws {
        let key = "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d"
        let message = "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79"
        let signature =
            "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f"
            + "87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009"
        #expect(
            Signature.satisfiesEquation(
                try bytes(signature), of: try bytes(message), by: try bytes(key)))
        #expect(
            !Signature.isValid(
                try bytes64(signature), of: try bytes(message), by: try bytes32(key)))
    }

    @Test("S + L is refused where S is right")
    func malleability() throws {
        var generator = SeededGenerator(seed: 1)
        let key = SigningKey.generate(using: &generator)
        let signature = key.sign([1, 2, 3])
        // The order of the group, least byte first.
        let order = try bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var other = signature.bytes
        var carry = 0
        for index in 0..<32 {
            let sum = Int(other[32 + index]) + Int(order[index]) + carry
            other[32 + index] = UInt8(sum & 0xff)
            carry = sum >> 8
        }
        #expect(carry == 0)
        #expect(Signature.isValid(signature, of: [1, 2, 3], by: key.publicKey))
        let moved = try #require(Bytes64(other))
        #expect(!Signature.isValid(moved, of: [1, 2, 3], by: key.publicKey))
    }

    @Test("every flipped bit of signature, message and key is noticed")
    func flippedBits() throws {
        var generator = SeededGenerator(seed: 2)
        let key = SigningKey.generate(using: &generator)
        let message = generator.bytes(20)
        let signature = key.sign(message)
        for bit in 0..<512 {
            let changed = try #require(Bytes64(flipped(signature.bytes, bit)))
            #expect(!Signature.isValid(changed, of: message, by: key.publicKey))
        }
        for bit in 0..<160 {
            #expect(!Signature.isValid(signature, of: flipped(message, bit), by: key.publicKey))
        }
        for bit in 0..<256 {
            let changed = try #require(Bytes32(flipped(key.publicKey.bytes, bit)))
            #expect(!Signature.isValid(signature, of: message, by: changed))
        }
    }

    @Test("a signature for one label isn't one for another")
    func labels() {
        var generator = SeededGenerator(seed: 3)
        let key = SigningKey.generate(using: &generator)
        let signature = key.sign(.head, [[1], [2]])
        #expect(Signature.isValid(signature, of: .head, [[1], [2]], by: key.publicKey))
        for label in Label.all where label != .head {
            #expect(!Signature.isValid(signature, of: label, [[1], [2]], by: key.publicKey))
        }
        #expect(!Signature.isValid(signature, of: [1, 2], by: key.publicKey))
    }

    @Test("a seed goes out and in, and only with 32 bytes")
    func seeds() throws {
        forAll(cases: 20, "the seed makes the same key again") { generator in
            let key = SigningKey.generate(using: &generator)
            return try SigningKey(seed: key.seed).publicKey == key.publicKey
        }
        let short = KeyError.wrongLength(of: "signing seed", expected: 32, actual: 31)
        #expect(throws: short) { try SigningKey(seed: Bytes(repeating: 1, count: 31)) }
    }

    private func check(
        seed: String, publicKey: String, message: String, signature: String
    ) throws {
        let key = try SigningKey(seed: try bytes(seed))
        #expect(key.publicKey.hex == publicKey)
        #expect(key.sign(try bytes(message)).hex == signature)
        #expect(
            Signature.isValid(
                try bytes64(signature), of: try bytes(message), by: try bytes32(publicKey)))
    }
}

/// The bytes with one bit turned round.
func flipped(_ bytes: Bytes, _ bit: Int) -> Bytes {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
}
