import TestKit
import Testing
import Wire

@testable import Keys

@Suite("Secrets")
struct SecretBytesTests {
    @Test("what goes in can be read, and nothing else says it")
    func content() {
        let bytes = Bytes("0123456789abcdef".utf8)
        let secret = SecretBytes(copying: bytes)
        #expect(secret.count == 16)
        #expect(secret.exposedCopy() == bytes)
        #expect(secret.withUnsafeBytes { Bytes($0) } == bytes)
        for text in ["\(secret)", String(describing: secret), String(reflecting: secret)] {
            #expect(!text.contains("0123"))
            #expect(!text.contains("48, 49"))
        }
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("0123"))
        // The address that it does tell may hold any digits, but no list of bytes.
        #expect(!dumped.contains("- 48\n") && !dumped.contains("48, 49"))
    }

    @Test("keys don't show their secrets either")
    func keys() {
        var generator = SeededGenerator(seed: 1)
        let signing = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        #expect(!"\(signing)".contains(Hex.encode(signing.seed.exposedCopy().prefix(4))))
        #expect(!"\(agreement)".contains(Hex.encode(agreement.secret.exposedCopy().prefix(4))))
    }

    @Test("equality looks at every byte and at the number of bytes")
    func equality() {
        let bytes = Bytes(0..<32)
        let secret = SecretBytes(copying: bytes)
        #expect(secret == SecretBytes(copying: bytes))
        #expect(secret != SecretBytes(copying: bytes.dropLast()))
        #expect(SecretBytes(copying: []) == SecretBytes(copying: []))
        #expect(isEqualInConstantTime(bytes, bytes))
        #expect(isEqualInConstantTime([], []))
        for bit in 0..<256 {
            #expect(secret != SecretBytes(copying: flipped(bytes, bit)))
            #expect(!isEqualInConstantTime(bytes, flipped(bytes, bit)))
        }
        #expect(!isEqualInConstantTime(bytes, Bytes(bytes.dropLast())))
    }

    @Test("thousands of secrets live side by side")
    func many() {
        let secrets = (0..<5_000).map { SecretBytes(copying: bigEndianBytes(UInt64($0))) }
        let isIntact = secrets.enumerated().allSatisfy {
            $0.element.exposedCopy() == bigEndianBytes(UInt64($0.offset))
        }
        #expect(isIntact)
    }

    @Test("wiping leaves nothing")
    func wiping() {
        var bytes = Bytes(1...50)
        wipe(&bytes)
        #expect(bytes.isEmpty)
        wipe(&bytes)
        #expect(bytes.isEmpty)
    }

    @Test("an error in the filling closure comes through")
    func failure() {
        #expect(throws: KeyError.notAuthentic) {
            try SecretBytes(count: 8) { (_) throws(KeyError) in throw .notAuthentic }
        }
    }

    @Test("random bytes follow from the generator's numbers, and the system's never repeat")
    func randomness() {
        var first = SeededGenerator(seed: 9)
        var second = SeededGenerator(seed: 9)
        #expect(randomBytes(19, using: &first) == randomBytes(19, using: &second))
        #expect(randomBytes(0, using: &first).isEmpty)
        var same = SeededGenerator(seed: 9)
        let word = same.next()
        same = SeededGenerator(seed: 9)
        #expect(randomBytes(8, using: &same) == bigEndianBytes(word).reversed())
        var system = SecureGenerator()
        let drawn = (0..<100).map { _ in randomBytes(16, using: &system) }
        #expect(Set(drawn).count == 100)
        #expect(sodiumReady())
    }
}
