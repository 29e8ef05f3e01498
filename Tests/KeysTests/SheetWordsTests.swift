import TestKit
import Testing
import Wire

@testable import Keys

@Suite("Words of a recovery sheet")
struct SheetWordsTests {
    /// BIP-39's published vectors for 32 bytes.
    static let vectors: [(entropy: String, words: String)] = [
        (
            String(repeating: "00", count: 32),
            String(repeating: "abandon ", count: 23) + "art"
        ),
        (
            String(repeating: "ff", count: 32),
            String(repeating: "zoo ", count: 23) + "vote"
        ),
        (
            String(repeating: "80", count: 32),
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd "
                + "amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic "
                + "bless"
        ),
        (
            String(repeating: "7f", count: 32),
            "legal winner thank year wave sausage worth useful legal winner thank year wave "
                + "sausage worth useful legal winner thank year wave sausage worth title"
        ),
    ]

    @Test("BIP-39's vectors, both ways", arguments: vectors)
    func published(vector: (entropy: String, words: String)) throws {
        let secret = SecretBytes(copying: try #require(Hex.decode(vector.entropy)))
        #expect(SheetWords.words(of: secret).joined(separator: " ") == vector.words)
        #expect(try SheetWords.secret(of: vector.words) == secret)
    }

    @Test("words read back as typed by hand: any case, any signs, four letters of a word")
    func typed() {
        forAll(cases: 200, "a drawn sheet reads back") { generator in
            let secret = SecretBytes(random: 32, using: &generator)
            let words = SheetWords.words(of: secret)
            let sloppy = words.enumerated().map { place, word in
                place % 3 == 0 ? word.uppercased() : place % 3 == 1 ? String(word.prefix(4)) : word
            }
            return (try? SheetWords.secret(of: sloppy.joined(separator: " ,\n"))) == secret
                && words.count == 24
        }
    }

    @Test("a slip is noticed and named")
    func slips() throws {
        let words = Self.vectors[2].words.split(separator: " ").map(String.init)
        #expect(throws: SheetWords.Mistake.count(23)) {
            try SheetWords.secret(of: words.dropLast().joined(separator: " "))
        }
        #expect(throws: SheetWords.Mistake.count(0)) { try SheetWords.secret(of: "") }
        var unknown = words
        unknown[4] = "hearth"
        #expect(throws: SheetWords.Mistake.unknownWord(place: 5)) {
            try SheetWords.secret(of: unknown.joined(separator: " "))
        }
        var swapped = words
        swapped.swapAt(0, 1)
        #expect(throws: SheetWords.Mistake.checksum) {
            try SheetWords.secret(of: swapped.joined(separator: " "))
        }
    }

    @Test("a sheet's keys follow from its words alone")
    func keys() throws {
        var generator = SeededGenerator(seed: 7)
        let sheet = try SheetKeys(using: &generator)
        let again = try SheetKeys(words: sheet.words.joined(separator: " "))
        #expect(again.device.publicKey == sheet.device.publicKey)
        #expect(again.agreement.publicKey == sheet.agreement.publicKey)
        #expect(sheet.device.publicKey != sheet.agreement.publicKey)
        let other = try SheetKeys(using: &generator)
        #expect(other.device.publicKey != sheet.device.publicKey)
    }
}
