import Testing
import Wire

@testable import SecureChannel

@Suite("Four words")
struct WordsTests {
    @Test("they follow from the hash, and another hash has others")
    func words() throws {
        let zero = try #require(Bytes32(Bytes(repeating: 0, count: 32)))
        let one = try #require(Bytes32(Bytes(repeating: 1, count: 32)))
        #expect(Words.fourWords(from: zero).count == 4)
        #expect(Words.fourWords(from: zero) == Words.fourWords(from: zero))
        #expect(Words.fourWords(from: zero) != Words.fourWords(from: one))
    }
}
