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
