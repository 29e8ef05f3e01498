internal import Foundation

/// Words as a language has them: few are very frequent, most are rare.
///
/// The words are made of syllables; their frequency falls with the rank, as Zipf's law says. A
/// search index made of such text has the long and the short lists that real text gives it.
struct Vocabulary: Sendable {
    private let words: [String]

    private static let onsets = [
        "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st",
        "t", "tr", "v", "w",
    ]
    private static let rhymes = [
        "a", "ake", "al", "an", "ar", "e", "ead", "en", "er", "i", "ing", "in", "o", "on", "or",
        "ot", "u", "un", "ure",
    ]

    /// Makes a vocabulary of so many words.
    init(words count: Int = 30_000, using generator: inout SeededGenerator) {
        var seen: Set<String> = []
        var words: [String] = []
        while words.count < count {
            // Frequent words are short, as in every language.
            let syllables = 1 + min(3, words.count / 300) * Int.random(in: 0...1, using: &generator)
            var word = ""
            for _ in 0...Int.random(in: 0...syllables, using: &generator) {
                let onset = Self.onsets.randomElement(using: &generator) ?? ""
                word += onset + (Self.rhymes.randomElement(using: &generator) ?? "")
            }
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
    }

    /// One word; the word of rank r comes about as often as 1/r.
    func word(using generator: inout SeededGenerator) -> String {
        let place = pow(Double(words.count), Double.random(in: 0..<1, using: &generator))
        return words[min(words.count, Int(place)) - 1]
    }

    /// A text of about so many bytes, in sentences.
    func text(bytes: Int, using generator: inout SeededGenerator) -> String {
        var text = ""
        var left = 0
        while text.utf8.count < bytes {
            let word = word(using: &generator)
            if left == 0 {
                text += (text.isEmpty ? "" : ". ") + word.capitalized
                left = Int.random(in: 5...18, using: &generator)
            } else {
                text += " " + word
                left -= 1
            }
        }
        return text + "."
    }
}
