import TestKit
import Testing
import Wire

@testable import Keys

@Suite("Sealed boxes and passwords")
struct SealedBoxTests {
    @Test("a box opens for its owner only, and only as it was sealed")
    func boxes() {
        forAll(cases: 10, "only the sealed bytes open") { generator in
            let owner = AgreementKey.generate(using: &generator)
            let other = AgreementKey.generate(using: &generator)
            let plain = generator.bytes(Int.random(in: 0...20, using: &generator))
            let box = try SealedBox.seal(plain, for: owner.publicKey, using: &generator)
            guard box.count == plain.count + SealedBox.overheadBytes,
                try SealedBox.open(box, with: owner) == plain,
                (try? SealedBox.open(box, with: other)) == nil
            else { return false }
            for bit in 0..<box.count * 8
            where (try? SealedBox.open(flipped(box, bit), with: owner)) != nil {
                return false
            }
            return (0..<box.count).allSatisfy {
                (try? SealedBox.open(Bytes(box[..<$0]), with: owner)) == nil
            }
        }
    }

    @Test("a box of libsodium's own crypto_box_seal opens")
    func foreignBox() throws {
        // Made by libsodium for the owner whose secret is 00 01 ... 1f.
        let owner = try AgreementKey(secret: Bytes(0..<32))
        #expect(
            try SealedBox.open(
                try bytes(
                    "b1654ce4d5ec2e0442830c14359ce83a71a6c5683b9c3f9bd2036f1825f63679b3ca2470f672e61d"
                        + "d90bde0269bc1b669cfedad2f416"), with: owner) == Bytes("hearth".utf8))
    }

    @Test("bad public keys get no box, and none is opened with them")
    func badKeys() throws {
        var generator = SeededGenerator(seed: 1)
        let zero = try #require(Bytes32(Bytes(repeating: 0, count: 32)))
        #expect(throws: KeyError.lowOrderPoint) {
            try SealedBox.seal([1], for: zero, using: &generator)
        }
        let owner = AgreementKey.generate(using: &generator)
        #expect(throws: KeyError.lowOrderPoint) {
            try SealedBox.open(zero.bytes + Bytes(repeating: 1, count: 20), with: owner)
        }
        let high = try #require(Bytes32(Bytes(repeating: 0xff, count: 32)))
        #expect(throws: KeyError.nonCanonicalPoint) {
            try SealedBox.seal([1], for: high, using: &generator)
        }
    }

    @Test("Argon2id gives what the reference implementation gives")
    func password() throws {
        let salt = try #require(Bytes16(Bytes(0..<16)))
        let key = try PasswordHash.key(
            password: SecretBytes(copying: Bytes("correct horse".utf8)), salt: salt,
            cost: PasswordHash.Cost(passes: 2, memoryBytes: 65_536))
        #expect(
            Hex.encode(key.exposedCopy())
                == "9c87c06898bc18516669b54a8b95d36e622946494d7a55c26f391a0406068c19")
        #expect(throws: KeyError.notEnoughMemory) {
            try PasswordHash.key(
                password: SecretBytes(copying: [1]), salt: salt,
                cost: PasswordHash.Cost(passes: 1, memoryBytes: 1))
        }
        #expect(throws: KeyError.wrongLength(of: "password", expected: 1, actual: 0)) {
            try PasswordHash.key(
                password: SecretBytes(copying: []), salt: salt, cost: .interactive)
        }
    }
}
