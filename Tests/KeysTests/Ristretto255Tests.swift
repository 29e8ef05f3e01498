import TestKit
import Testing
import Wire

@testable import Keys

@Suite("ristretto255 and SHA-512")
struct Ristretto255Tests {
    @Test("RFC 9496, appendix A.3: an element from uniform bytes")
    func uniform() throws {
        let hash = SHA512.digest(
            Bytes("Ristretto is traditionally a short shot of espresso coffee".utf8))
        #expect(hash.hex.hasPrefix("5d1be09e3d0c82fc538112490e35701979d99e06ca3e2b5b"))
        #expect(
            Ristretto255.element(fromUniform: hash).hex
                == "3066f82a1a747d45120d1740f14358531a8f04bbffe6a819f86dfe50f44a0a46")
    }

    @Test("RFC 9496, appendix A.1: twice the generator, by a scalar")
    func multiples() throws {
        let generator = "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76"
        let two = SecretBytes(copying: [2] + Bytes(repeating: 0, count: 31))
        #expect(
            Hex.encode(try Ristretto255.multiply(two, bytes32(generator)).exposedCopy())
                == "6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919")
    }

    @Test("encodings that RFC 9496, appendix A.2, forbids, and the neutral element, are refused")
    func refused() throws {
        let one = SecretBytes(copying: [1] + Bytes(repeating: 0, count: 31))
        let bad = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ]
        for text in bad {
            #expect(throws: KeyError.self) {
                try Ristretto255.multiply(one, bytes32(text))
            }
        }
        #expect(throws: KeyError.wrongLength(of: "scalar", expected: 32, actual: 31)) {
            try Ristretto255.multiply(SecretBytes(copying: Bytes(0..<31)), bytes32(bad[0]))
        }
    }

    @Test("random scalars commute and are below the order")
    func scalars() {
        forAll(cases: 10, "a(bG) = b(aG)") { generator in
            let element = Ristretto255.element(
                fromUniform: try #require(Bytes64(generator.bytes(64))))
            let a = Ristretto255.scalar(using: &generator)
            let b = Ristretto255.scalar(using: &generator)
            func times(_ scalar: SecretBytes, _ element: Bytes32) throws -> Bytes32 {
                try #require(
                    Bytes32(try Ristretto255.multiply(scalar, element).exposedCopy()))
            }
            return try times(a, times(b, element)) == times(b, times(a, element))
                && (a.exposedCopy().last ?? 0xff) <= 0x10
        }
    }

    @Test("SHA-512 of FIPS 180-4 and HMAC of RFC 4231, case 2")
    func hashes() {
        #expect(
            SHA512.digest(Bytes("abc".utf8)).hex
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        let code = SHA512.authenticate(
            Bytes("what do ya want for nothing?".utf8),
            key: SecretBytes(copying: Bytes("Jefe".utf8)))
        #expect(
            code.hex == "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")
    }
}
