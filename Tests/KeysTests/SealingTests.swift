import Foundation
import TestKit
import Testing
import Wire

@testable import Keys

/// One case of authenticated encryption, from whichever file.
private struct Case {
    var name: String
    var key, nonce, associated, plain, sealed: Bytes
    var isValid: Bool
}

@Suite("Authenticated encryption")
struct SealingTests {
    private typealias Seal = (Bytes, SecretBytes, Bytes, Bytes) -> Bytes
    private typealias Open = (Bytes, SecretBytes, Bytes, Bytes) throws -> Bytes

    private let sealSession: Seal = { ChaChaPoly.seal($0, key: $1, nonce: $2, associated: $3) }
    private let openSession: Open = { try ChaChaPoly.open($0, key: $1, nonce: $2, associated: $3) }
    private let sealStored: Seal = { Sealing.seal($0, key: $1, nonce: $2, associated: $3) }
    private let openStored: Open = { try Sealing.open($0, key: $1, nonce: $2, associated: $3) }

    @Test("ChaCha20-Poly1305: RFC 8439, section 2.8.2")
    func standardText() throws {
        let plain = Bytes(
            """
            Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the \
            future, sunscreen would be it.
            """.utf8)
        let key = SecretBytes(copying: 0x80...0x9f)
        let nonce = try bytes("070000004041424344454647")
        let associated = try bytes("50515253c0c1c2c3c4c5c6c7")
        let sealed = sealSession(plain, key, nonce, associated)
        #expect(sealed.count == plain.count + 16)
        #expect(Hex.encode(sealed.prefix(16)) == "d31a8d34648e60db7b86afbc53ef7ec2")
        #expect(Hex.encode(sealed.suffix(16)) == "1ae10b594f09e26a7e902ecbd0600691")
        #expect(try openSession(sealed, key, nonce, associated) == plain)
    }

    @Test("XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, section A.3.1")
    func draft() throws {
        struct File: Decodable {
            struct Vector: Decodable { var key, nonce, aad, plaintext, ciphertext, tag: String }
            var aead: Vector
        }
        guard let url = SharedFolder.find("vectors/aead/xchacha-draft.json") else { return }
        let vector = try VectorFiles.json(url, as: File.self).aead
        let key = SecretBytes(copying: try bytes(vector.key))
        let sealed = sealStored(
            try bytes(vector.plaintext), key, try bytes(vector.nonce), try bytes(vector.aad))
        #expect(Hex.encode(sealed) == vector.ciphertext + vector.tag)
    }

    @Test("ChaCha20-Poly1305: libsodium's and OpenSSL's vectors")
    func libraryVectors() throws {
        guard let first = SharedFolder.find("vectors/aead/boringssl.txt"),
            let second = SharedFolder.find("vectors/aead/openssl.txt")
        else { return }
        let cases = try VectorFiles.stanzas(first) + VectorFiles.stanzas(second)
        #expect(cases.count == 71)
        for (number, stanza) in cases.enumerated() {
            func field(_ names: String...) throws -> Bytes {
                let text = names.compactMap { stanza[$0] }.first ?? ""
                return text.hasPrefix("\"")
                    ? Bytes(text.utf8.dropFirst().dropLast())
                    : try bytes(text)
            }
            try check(
                Case(
                    name: "stanza \(number)", key: field("KEY"), nonce: field("NONCE", "IV"),
                    associated: field("AD", "AAD"), plain: field("IN", "PLAINTEXT"),
                    sealed: field("CT", "CIPHERTEXT") + field("TAG"),
                    isValid: stanza["RESULT"] == nil),
                sealSession, openSession, nonceBytes: 12)
        }
    }

    @Test("Wycheproof", arguments: ["chacha20_poly1305_test", "xchacha20_poly1305_test"])
    func wycheproof(file name: String) throws {
        struct Group: Decodable {
            struct Test: Decodable {
                var tcId: Int
                var key, iv, aad, msg, ct, tag, result: String
            }
            var tests: [Test]
        }
        guard let url = SharedFolder.find("vectors/wycheproof/\(name).json") else { return }
        let tests = try VectorFiles.json(url, as: Wycheproof<Group>.self).testGroups
            .flatMap(\.tests)
        let isExtended = name.hasPrefix("x")
        #expect(tests.count == (isExtended ? 315 : 325))
        for test in tests {
            try check(
                Case(
                    name: "test \(test.tcId)", key: bytes(test.key), nonce: bytes(test.iv),
                    associated: bytes(test.aad), plain: bytes(test.msg),
                    sealed: bytes(test.ct) + bytes(test.tag), isValid: test.result == "valid"),
                isExtended ? sealStored : sealSession, isExtended ? openStored : openSession,
                nonceBytes: isExtended ? 24 : 12)
        }
    }

    @Test("what is sealed opens; any flipped bit, shortened text or other nonce doesn't")
    func properties() {
        for (seal, open, nonceBytes) in [
            (sealSession, openSession, 12), (sealStored, openStored, 24),
        ] {
            forAll(cases: 20, "only the sealed bytes open") { generator in
                let key = SecretBytes(random: 32, using: &generator)
                let plain = generator.bytes(Int.random(in: 0...40, using: &generator))
                let nonce = generator.bytes(nonceBytes)
                let associated = generator.bytes(Int.random(in: 0...9, using: &generator))
                let sealed = seal(plain, key, nonce, associated)
                guard try open(sealed, key, nonce, associated) == plain else { return false }
                for bit in 0..<sealed.count * 8
                where (try? open(flipped(sealed, bit), key, nonce, associated)) != nil {
                    return false
                }
                for count in 0..<sealed.count
                where (try? open(Bytes(sealed[..<count]), key, nonce, associated)) != nil {
                    return false
                }
                return (try? open(sealed, key, flipped(nonce, 3), associated)) == nil
                    && (try? open(sealed, key, nonce, associated + [0])) == nil
            }
        }
    }

    @Test("appending keeps what was there, also when the opening fails")
    func appending() throws {
        let key = SecretBytes(copying: 0..<32)
        let nonce = ChaChaPoly.nonce(0x0102)
        #expect(nonce == [0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0])
        var wire: Bytes = [9, 9] + Bytes("hello".utf8)
        ChaChaPoly.seal(from: 2, of: &wire, key: key, nonce: nonce, associated: [])
        #expect(wire.count == 2 + 5 + 16)
        var output: Bytes = [7]
        let sealed = Bytes(wire[2...])
        try ChaChaPoly.open(
            sealed, key: key, nonce: nonce, associated: [], appendingTo: &output)
        #expect(output == [7] + Bytes("hello".utf8))
        #expect(throws: KeyError.notAuthentic) {
            try ChaChaPoly.open(
                flipped(sealed, 1), key: key, nonce: nonce, associated: [], appendingTo: &output)
        }
        #expect(output == [7] + Bytes("hello".utf8))
    }

    private func check(
        _ test: Case, _ seal: Seal, _ open: Open, nonceBytes: Int
    ) throws {
        let key = SecretBytes(copying: test.key)
        let opened = try? open(test.sealed, key, test.nonce, test.associated)
        #expect(opened == (test.isValid ? test.plain : nil), "\(test.name)")
        guard test.nonce.count == nonceBytes else { return }
        let sealed = seal(test.plain, key, test.nonce, test.associated)
        #expect((sealed == test.sealed) == test.isValid, "\(test.name)")
    }
}
