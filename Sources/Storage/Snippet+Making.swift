internal import Foundation

extension Snippet {
    /// Characters of a snippet.
    private static let length = 160
    /// Characters before the first match.
    private static let lead = 40

    /// Cuts out the piece of a text around the first place that matches, and marks the matches.
    init(of text: String, _ terms: SearchTerms) {
        let characters = Array(text)
        let matches = Self.matches(in: characters, terms)
        let first = matches.first?.lowerBound ?? 0
        let start = first > Self.lead ? first - Self.lead : 0
        let end = min(characters.count, start + Self.length)
        let prefix = start > 0 ? "…" : ""
        let shift = prefix.count - start
        let piece = characters[start..<end].map { $0.isNewline || $0 == "\t" ? " " : $0 }
        self.init(
            text: prefix + String(piece) + (end < characters.count ? "…" : ""),
            matches: matches.filter { $0.lowerBound >= start && $0.upperBound <= end }
                .map { $0.lowerBound + shift..<$0.upperBound + shift })
    }

    /// The places of all wanted words, in order and without overlap.
    ///
    /// A word is compared in the form that the index has of it, letter by letter, so that accents,
    /// case and vowel points make no difference here either.
    private static func matches(in text: [Character], _ terms: SearchTerms) -> [Range<Int>] {
        let folded = text.map(fold)
        let words = terms.terms.filter { !$0.isExcluded }
            .flatMap { term in term.words.split(separator: " ").map { $0.map(fold) } }
        var matches: [Range<Int>] = []
        var index = 0
        while index < folded.count {
            let length = words.compactMap { match($0, in: folded, at: index) }.max()
            if let length, length > 0 {
                matches.append(index..<index + length)
                index += length
            } else {
                index += 1
            }
        }
        return matches
    }

    /// How many characters of the text a word takes at a place; `nil` if it does not stand there.
    private static func match(_ word: [String], in text: [String], at start: Int) -> Int? {
        guard let first = word.first, first.count > 0, text[start] == first else { return nil }
        // A word begins where no other letter stands before it, except in scripts without spaces.
        if start > 0, let before = text[start - 1].unicodeScalars.first,
            before.properties.isAlphabetic, before.value < 0x0E00
        {
            return nil
        }
        var place = start
        for letter in word where !letter.isEmpty {
            while place < text.count, text[place].isEmpty { place += 1 }
            guard place < text.count, text[place] == letter else { return nil }
            place += 1
        }
        return place - start
    }

    /// The plain characters folded once: a snippet is made letter by letter.
    private static let plain: [String] = (0..<0x80).map { byte in
        folded(Character(Unicode.Scalar(UInt8(byte))))
    }

    private static func fold(_ character: Character) -> String {
        if let byte = character.asciiValue, character != "\r\n" { return plain[Int(byte)] }
        return folded(character)
    }

    private static func folded(_ character: Character) -> String {
        let prepared = SearchText.prepared(String(character)).lowercased()
        guard prepared.unicodeScalars.contains(where: { $0.value >= 0x80 }) else {
            return prepared == " " ? " " : prepared.filter { $0 != " " }
        }
        let base = prepared.decomposedBase
        return base.filter { $0 != " " }
    }
}

extension String {
    /// The text without the marks above and below Latin, Greek and Cyrillic letters.
    fileprivate var decomposedBase: String {
        var result = ""
        for character in self {
            let scalars = character.decomposedStringScalars
            let base = scalars.filter { !(0x0300...0x036F).contains($0.value) }
            result.unicodeScalars.append(contentsOf: base.isEmpty ? scalars : base)
        }
        return result
    }
}

extension Character {
    fileprivate var decomposedStringScalars: [Unicode.Scalar] {
        Array(String(self).decomposedStringWithCanonicalMapping.unicodeScalars)
    }
}
