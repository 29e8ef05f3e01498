import TestKit
import Testing
import Wire

@testable import Keys

@Suite("BLAKE2b")
struct HashTests {
    @Test("RFC 7693, appendix A")
    func standard() {
        #expect(
            Hex.encode(BLAKE2b.hash512([Bytes("abc".utf8)]))
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
    }

    @Test("the labelled hash is what another implementation makes of chapter 02")
    func labelled() {
        let digest = Hash.digest(.chain, [Bytes(repeating: 0x61, count: 32), [0x62]])
        #expect(digest.hex == "918eddcc4061084c6de7039ff49face24059709c844eda4c39ca334d938ffebb")
        #expect(
            Hash.keyed(Bytes(0..<32), .tag, [Bytes("abc".utf8)]).hex
                == "2e513875aa094e98db925f47c3486913915dae98a2381197b56d2bbc8630126a")
        let secret = SecretBytes(copying: 0..<32)
        #expect(
            Hash.keyed(secret, .tag, [Bytes("abc".utf8)]).hex
                == "2e513875aa094e98db925f47c3486913915dae98a2381197b56d2bbc8630126a")
        #expect(
            Hex.encode(Hash.secret(secret, .tag, [Bytes("abc".utf8)]).exposedCopy())
                == "2e513875aa094e98db925f47c3486913915dae98a2381197b56d2bbc8630126a")
    }

    @Test("HMAC with BLAKE2b-512 is what another implementation makes of RFC 2104")
    func authentication() {
        let parts = [Bytes("part one|".utf8), Bytes("part two".utf8)]
        let code = SecretBytes(count: 64) { code in
            Bytes(0..<64).withUnsafeBytes { key in
                parts[0].withUnsafeBytes { first in
                    parts[1].withUnsafeBytes { second in
                        BLAKE2b.authenticate512(key: key, [first, second], into: code)
                    }
                }
            }
        }
        #expect(
            Hex.encode(code.exposedCopy())
                == "afec847db66525bd7036c06ea96a76bc37a0a116062f1f1bea84857e27cc76e5"
                + "b17b605cbb341933ce9178baa5d489222dee6d01ef1c1924aefd7c4b3bf4df45")
    }

    @Test("parts are one after the other, in memory or as bytes")
    func parts() {
        forAll(cases: 50, "cutting doesn't matter") { generator in
            let message = generator.bytes(Int.random(in: 0...300, using: &generator))
            let cut = Int.random(in: 0...message.count, using: &generator)
            let whole = Hash.digest(.payload, [message])
            let parts = Hash.digest(.payload, [Bytes(message[..<cut]), Bytes(message[cut...])])
            let memory = message.withUnsafeBytes { Hash.digest(.payload, $0) }
            return whole == parts && whole == memory
        }
    }

    @Test("another label, key or message gives another hash")
    func separation() {
        var seen: Set<Bytes32> = []
        for label in Label.all {
            seen.insert(Hash.digest(label, [[1]]))
            seen.insert(Hash.digest(label, [[1, 0]]))
            seen.insert(Hash.keyed([5], label, [[1]]))
            seen.insert(Hash.keyed([6], label, [[1]]))
        }
        #expect(seen.count == 4 * Label.all.count)
    }

    @Test("no label is the beginning of another labelled message")
    func labels() {
        #expect(Set(Label.all).count == Label.all.count)
        #expect(Label.all.count == 47)
        for label in Label.all {
            #expect(label.prefix.count == label.text.utf8.count + 1)
            #expect(label.text.hasPrefix("hearth/"))
            #expect(label.message([[1], [2, 3]]) == label.prefix + [1, 2, 3])
            for other in Label.all where other != label {
                #expect(!other.prefix.starts(with: label.prefix))
            }
        }
    }
}
