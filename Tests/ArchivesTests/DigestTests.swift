import TestKit
import Testing

@testable import Archives

struct DigestTests {
    private func hex(_ pieces: [[UInt8]]) -> String {
        var digest = Digest()
        for piece in pieces { digest.add(piece[...]) }
        return digest.finish().hex
    }

    @Test(
        "gives the hashes of the standard's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb924"), ("abc", "ba7816bf8f01cfea414140de5dae2223"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039"
            ),
        ])
    func examples(text: String, half: String) { #expect(hex([Array(text.utf8)]) == half) }

    @Test("hashes a million letters")
    func long() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(hex([letters]) == "cdc76e5c9914fb9281a1c7e284d73e67")
    }

    @Test("names a message without an id by its author, date, subject and text")
    func content() throws {
        for end in ["", "\n\n\n"] {
            let text = Mail.message(nil, "one", "one\n\n\ntwo" + end, more: "X-Other: x")
            let names = try Reading(mbox: text).posts.map(\.sourceID)
            #expect(names == ["mbox:sha256:fdec378bf1b69ccee19fcda3cb8bd751"])
        }
    }

    @Test("does not care in which pieces the bytes come")
    func pieces() {
        forAll(cases: 300, "pieces hash as the whole does") { generator in
            let whole = generator.bytes(Int.random(in: 0...300, using: &generator))
            var digest = Digest()
            var rest = whole[...]
            while !rest.isEmpty {
                if rest.first == 0x0A {
                    digest.addLineFeed()
                    rest = rest.dropFirst()
                } else {
                    let piece = rest.prefix(Int.random(in: 0...150, using: &generator))
                    digest.add(piece)
                    rest = rest.dropFirst(piece.count)
                }
            }
            return digest.finish().hex == hex([whole])
        }
    }
}
