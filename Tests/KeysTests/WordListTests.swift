import TestKit
import Testing
import Wire

@testable import Keys

@Suite("Word list")
struct WordListTests {
    @Test("it is BIP-39's: 2,048 words in order, told apart by four letters")
    func list() {
        #expect(WordList.all.count == 2_048)
        #expect(WordList.word(0) == "abandon")
        #expect(WordList.word(2_047) == "zoo")
        #expect(WordList.all == WordList.all.sorted())
        #expect(Set(WordList.all.map { $0.prefix(4) }).count == 2_048)
        // The hash of the file of BIP-39, one word a line.
        let file = Bytes((WordList.all.joined(separator: "\n") + "\n").utf8)
        #expect(SHA512.digest(file).hex.hasPrefix("416c71ba30018ea292bb36cdc23c9329"))
    }

    @Test("a word is found by its number, and a number by its word")
    func lookup() {
        for number in 0..<2_048 { #expect(WordList.index(of: WordList.word(number)) == number) }
        #expect(WordList.index(of: "") == nil)
        #expect(WordList.index(of: "Zoo") == nil)
        #expect(WordList.index(of: "zzz") == nil)
        #expect(WordList.index(of: "hearth") == nil)
        #expect(WordList.word(2_048) == "abandon")
        #expect(WordList.word(-1) == "zoo")
    }

    @Test("words take eleven bits each, the highest first")
    func bits() {
        #expect(WordList.words(of: [0, 0, 0, 0, 0, 0], count: 4).allSatisfy { $0 == "abandon" })
        #expect(WordList.words(of: [0xff, 0xff, 0xff], count: 2) == ["zoo", "zoo"])
        // 00000000001 00000000010: the second and the third word.
        #expect(
            WordList.words(of: [0x00, 0x20, 0x08], count: 2)
                == [WordList.word(1), WordList.word(2)])
        #expect(WordList.words(of: [1, 2, 3], count: 9).count == 2)
        #expect(WordList.words(of: [], count: 1).isEmpty)
        #expect(WordList.words(of: [1, 2], count: -1).isEmpty)
    }
}
