/// How far two words are from each other, for people who mistype.
enum Spelling {
    /// Letters that may be wrong in a word of a length; short words are too close to each other.
    static func tolerance(for length: Int) -> Int {
        switch length {
        case ..<4: 0
        case ..<8: 1
        default: 2
        }
    }

    /// The words that are one letter from a word: left out, too many, another, or two swapped.
    ///
    /// The first letter stays, as people see that one. None for scripts that aren't known here.
    static func neighbours(of word: String) -> [String] {
        let letters = Array(word)
        guard let alphabet = alphabets.first(where: { letters.contains(where: $0.contains) })
        else { return [] }
        var found: Set<[Character]> = []
        for place in 1..<max(1, letters.count + 1) {
            for letter in alphabet {
                found.insert(letters[..<place] + [letter] + letters[place...])
                guard place < letters.count else { continue }
                found.insert(letters[..<place] + [letter] + letters[(place + 1)...])
            }
            guard place < letters.count else { continue }
            found.insert(Array(letters[..<place] + letters[(place + 1)...]))
            guard place + 1 < letters.count else { continue }
            var swapped = letters
            swapped.swapAt(place, place + 1)
            found.insert(swapped)
        }
        found.remove(letters)
        return found.map { String($0) }.sorted()
    }

    /// The small letters of scripts that write with few; marks are folded away before.
    private static let alphabets: [[Character]] = [
        (0x61...0x7A, "ß"), (0x430...0x45F, ""), (0x3B1...0x3C9, ""), (0x5D0...0x5EA, ""),
        (0x621...0x64A, ""),
    ].map { range, more in
        range.compactMap { Unicode.Scalar($0) }.map { Character($0) } + Array(more)
    }

    /// The least number of letters to insert, take out, replace, or swap with their neighbour (each
    /// letter in one swap at most: the optimal string alignment distance), if it isn't above a
    /// limit.
    static func distance(_ one: [Character], _ other: [Character], atMost limit: Int) -> Int? {
        guard abs(one.count - other.count) <= limit else { return nil }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let cost = one[row] == other[column] ? 0 : 1
                var best = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + cost)
                if row > 0, column > 0, one[row] == other[column - 1],
                    one[row - 1] == other[column]
                {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            guard current.min() ?? 0 <= limit else { return nil }
            (before, last) = (last, current)
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }
}
