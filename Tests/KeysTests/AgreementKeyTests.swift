import Foundation
import TestKit
import Testing
import Wire

@testable import Keys

@Suite("X25519 agreement")
struct AgreementKeyTests {
    @Test("the key exchange of RFC 7748, section 6.1")
    func exchange() throws {
        let alice = try AgreementKey(
            secret: bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
        let bob = try AgreementKey(
            secret: bytes("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
        let shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
        #expect(
            alice.publicKey.hex
                == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
        #expect(
            bob.publicKey.hex
                == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
        #expect(Hex.encode(try alice.agree(with: bob.publicKey).exposedCopy()) == shared)
        #expect(Hex.encode(try bob.agree(with: alice.publicKey).exposedCopy()) == shared)
    }

    @Test("the scalar multiplications of RFC 7748, section 5.2, once and a thousand times")
    func multiplications() throws {
        struct File: Decodable {
            struct Vector: Decodable { var k, u, out: String }
            var scalarmult: [Vector]
            var iterated: [String: String]
        }
        guard let url = SharedFolder.find("vectors/x25519/rfc7748.json") else { return }
        let file = try VectorFiles.json(url, as: File.self)
        #expect(file.scalarmult.count == 2)
        for vector in file.scalarmult {
            let key = try AgreementKey(secret: bytes(vector.k))
            #expect(Hex.encode(try key.multiply(bytes(vector.u)).exposedCopy()) == vector.out)
            #expect(
                Hex.encode(MontgomeryLadder.multiply(try bytes(vector.k), try bytes(vector.u)))
                    == vector.out)
        }
        #expect(file.iterated.count == 2)
        var k = [9] + Bytes(repeating: 0, count: 31)
        var u = k
        for round in 1...1_000 {
            (k, u) = (try AgreementKey(secret: k).multiply(u).exposedCopy(), k)
            if let expected = file.iterated["\(round)"] { #expect(Hex.encode(k) == expected) }
        }
    }

    @Test("Wycheproof: right results, and every low-order and non-canonical point refused")
    func wycheproof() throws {
        struct Group: Decodable {
            struct Case: Decodable {
                var tcId: Int
                var flags: [String]
                var shared: String
                var `public`: String
                var `private`: String
            }
            var tests: [Case]
        }
        guard let url = SharedFolder.find("vectors/wycheproof/x25519_test.json") else { return }
        let file = try VectorFiles.json(url, as: Wycheproof<Group>.self)
        var counts: [String: Int] = [:]
        for test in file.testGroups.flatMap(\.tests) {
            let key = try AgreementKey(secret: bytes(test.private))
            let outcome = Result { () throws(KeyError) in
                guard let point = Bytes32(hex: test.public) else { throw .nonCanonicalPoint }
                return try key.agree(with: point).exposedCopy()
            }
            switch outcome {
            case .success(let shared):
                #expect(Hex.encode(shared) == test.shared, "test \(test.tcId)")
                #expect(!test.flags.contains("NonCanonicalPublic"))
                counts["agreed", default: 0] += 1
            case .failure(.lowOrderPoint):
                #expect(test.flags.contains("ZeroSharedSecret"), "test \(test.tcId)")
                counts["low order", default: 0] += 1
            case .failure(.nonCanonicalPoint):
                #expect(
                    !Set(test.flags).isDisjoint(with: ["NonCanonicalPublic", "LowOrderPublic"]),
                    "test \(test.tcId)")
                counts["non-canonical", default: 0] += 1
            case .failure(let error):
                Issue.record("test \(test.tcId): \(error)")
            }
        }
        #expect(counts == ["agreed": 474, "low order": 15, "non-canonical": 29])
    }

    @Test("low-order points are refused, and bite without the check: the secret is zero for all")
    func lowOrder() throws {
        let points = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        ]
        var generator = SeededGenerator(seed: 4)
        for point in points {
            for _ in 0..<3 {
                let key = AgreementKey.generate(using: &generator)
                let secret = key.secret.exposedCopy()
                #expect(
                    MontgomeryLadder.multiply(secret, try bytes(point))
                        == Bytes(repeating: 0, count: 32))
                #expect(throws: KeyError.lowOrderPoint) {
                    try key.agree(with: bytes32(point))
                }
            }
        }
    }

    @Test("non-canonical points are refused, and bite without the check: two names for one key")
    func nonCanonical() throws {
        var generator = SeededGenerator(seed: 5)
        let key = AgreementKey.generate(using: &generator)
        let secret = key.secret.exposedCopy()
        // The base point, 9, plus the prime and with the unused bit.
        let names = [
            "f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0900000000000000000000000000000000000000000000000000000000000080",
        ]
        for name in names {
            #expect(MontgomeryLadder.multiply(secret, try bytes(name)) == key.publicKey.bytes)
            #expect(throws: KeyError.nonCanonicalPoint) { try key.agree(with: bytes32(name)) }
        }
        // The highest canonical coordinates are taken, or refused for another reason.
        let highest = "ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
        _ = try key.agree(with: bytes32(highest))
    }

    @Test("both sides agree, and the ladder of the standard agrees with them")
    func property() {
        forAll(cases: 4, "two keys have one secret") { generator in
            let first = AgreementKey.generate(using: &generator)
            let second = AgreementKey.generate(using: &generator)
            let shared = try first.agree(with: second.publicKey)
            let ladder = MontgomeryLadder.multiply(
                first.secret.exposedCopy(), second.publicKey.bytes)
            return try shared == second.agree(with: first.publicKey)
                && shared.exposedCopy() == ladder
        }
    }

    @Test("a secret has 32 bytes")
    func lengths() {
        let error = KeyError.wrongLength(of: "agreement secret", expected: 32, actual: 33)
        #expect(throws: error) { try AgreementKey(secret: Bytes(repeating: 1, count: 33)) }
    }
}
