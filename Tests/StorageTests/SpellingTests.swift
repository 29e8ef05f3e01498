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
}
