extension String {
    /// How often the words of a term stand in a text, whatever the case; no more than wanted.
    ///
    /// Ranking counts in hundreds of texts for one search, so words in plain letters are looked for
    /// byte by byte; others in the form that the index has of them.
    func occurrences(of term: SearchTerms.Term, atMost limit: Int) -> Int {
        guard term.words.utf8.allSatisfy({ $0 < 0x80 }) else {
            return SearchText.prepared(self).lowercased()
                .occurrences(of: term.words.lowercased(), atMost: limit)
        }
        var text = self
        let words = term.words.utf8.map(Self.lower)
        return text.withUTF8 { Self.count(words, in: $0, atMost: limit) }
    }

    private static func count(
        _ words: [UInt8], in text: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> Int {
        guard let first = words.first, text.count >= words.count else { return 0 }
        var count = 0
        var place = 0
        while place <= text.count - words.count, count < limit {
            if lower(text[place]) == first,
                words.indices.allSatisfy({ lower(text[place + $0]) == words[$0] })
            {
                count += 1
                place += words.count
            } else {
                place += 1
            }
        }
        return count
    }

    /// The small letter of a byte of ASCII; others as they are.
    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    private func occurrences(of words: String, atMost limit: Int) -> Int {
        var count = 0
        var rest = self[...]
        while count < limit, let range = rest.firstRange(of: words) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
