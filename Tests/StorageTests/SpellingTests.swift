import TestKit
import Testing

@testable import Storage

@Suite struct SpellingTests {
    @Test(arguments: [
        ("bearing", "bearing", 0), ("baering", "bearing", 1), ("bering", "bearing", 1),
        ("bearring", "bearing", 1), ("bearimg", "bearing", 1), ("baerring", "bearing", 2),
        ("seal", "meal", 1), ("", "ab", 2), ("lager", "lagern", 1), ("קול", "קולט", 1),
    ])
    func known(_ one: String, _ other: String, _ distance: Int) {
        #expect(Spelling.distance(Array(one), Array(other), atMost: 9) == distance)
        #expect(Spelling.distance(Array(other), Array(one), atMost: distance) == distance)
        if distance > 0 {
            #expect(Spelling.distance(Array(one), Array(other), atMost: distance - 1) == nil)
        }
    }

    @Test func soManyMistakesAreSoFarAtMost() {
        forAll(cases: 300, "a mistake is one step") { generator in
            let letters = Array("abcde")
            func letter() -> Character { letters.randomElement(using: &generator) ?? "a" }
            let word = (0..<Int.random(in: 4...12, using: &generator)).map { _ in letter() }
            var typed = word
            let mistakes = Int.random(in: 0...2, using: &generator)
            for _ in 0..<mistakes {
                let place = Int.random(in: typed.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: typed.insert(letter(), at: place)
                case 1 where typed.count > 1: typed.remove(at: place)
                default: typed[place] = letter()
                }
            }
            return Spelling.distance(word, typed, atMost: mistakes) != nil
        }
    }

    @Test("the neighbours of a word are all that are one mistake from it, behind the first letter")
    func neighbours() {
        for word in ["bearing", "lager", "קולט", "шум"] {
            let near = Spelling.neighbours(of: word)
            #expect(Set(near).count == near.count && !near.contains(word))
            for other in near {
                #expect(Spelling.distance(Array(word), Array(other), atMost: 1) == 1, "\(other)")
                #expect(other.first == word.first)
            }
        }
        let near = Spelling.neighbours(of: "bearing")
        for typed in ["baering", "bering", "bearring", "bearimg", "bearings", "bearin"] {
            #expect(near.contains(typed), "\(typed)")
        }
        #expect(Spelling.neighbours(of: "雨").isEmpty && Spelling.neighbours(of: "").isEmpty)
    }

    @Test("words are counted the same in plain letters as in any others")
    func occurrences() {
        forAll(cases: 300, "both ways count alike") { generator in
            let parts = ["seal", "Seal", "SEA", "l", " ", "é", "שלום", "\r\n", "s"]
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            let term = SearchTerms.Term(words: "seal", isPrefix: false, isExcluded: false)
            let plain = text.lowercased().split(separator: "seal", omittingEmptySubsequences: false)
            return text.occurrences(of: term, atMost: 99) == plain.count - 1
                && text.occurrences(of: term, atMost: 1) == min(1, plain.count - 1)
        }
    }
}
