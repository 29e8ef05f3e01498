internal import Foundation
internal import GRDB

/// What somebody may have meant who found nothing.
struct SearchCorrection {
    /// Words of the index that are compared with one that was typed; only the rarest typing errors
    /// of very large archives are behind them.
    private static let mostWords = 100_000

    /// The query with the words that are known.
    let text: String

    /// Looks for the nearest known word of every unknown one; `nil` if there is none, or if all
    /// are known and only don't stand together.
    init?(_ terms: SearchTerms, _ database: Database) throws {
        var isCorrected = false
        var words: [String] = []
        for term in terms.terms {
            guard !term.isExcluded, !term.isPrefix else {
                words.append((term.isExcluded ? "-" : "") + "\"\(term.words)\"")
                continue
            }
            var known: [String] = []
            for word in term.words.split(separator: " ").map(Self.folded) {
                if try Self.isKnown(word, database) {
                    known.append(word)
                } else if let near = try Self.nearest(to: word, database) {
                    known.append(near)
                    isCorrected = true
                } else {
                    return nil
                }
            }
            words.append(known.joined(separator: " "))
        }
        guard isCorrected else { return nil }
        text = words.joined(separator: " ")
    }

    /// A word as the index has it.
    private static func folded(_ word: Substring) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// Whether the index has a word: the table of words would count all its places.
    private static func isKnown(_ word: String, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?)"),
            arguments: ["\"\(word)\""]) ?? false
    }

    /// The known word that is nearest; of equals the most frequent.
    private static func nearest(to word: String, _ database: Database) throws -> String? {
        guard Spelling.tolerance(for: word.count) > 0 else { return nil }
        // Most people mistype one letter: asking for each such word is quicker than going through
        // all words, and doesn't depend on how many there are.
        let close = try Spelling.neighbours(of: word).filter { try isKnown($0, database) }
        if close.count > 1 {
            return try close.map { (word: $0, count: try frequency(of: $0, database)) }
                .max { ($0.count, $1.word) < ($1.count, $0.word) }?.word
        }
        return try close.first ?? scan(near: word, database)
    }

    private static func frequency(of word: String, _ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT doc FROM search_word WHERE term = ?"),
            arguments: [word]) ?? 0
    }

    /// The nearest of all known words with the same first letter.
    private static func scan(near word: String, _ database: Database) throws -> String? {
        let letters = Array(word)
        let tolerance = Spelling.tolerance(for: letters.count)
        guard tolerance > 0, let first = word.unicodeScalars.first,
            let next = Unicode.Scalar(first.value + 1)
        else { return nil }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT term, doc FROM search_word
                WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? LIMIT ?
                """,
            arguments: [
                String(first), String(next), letters.count - tolerance,
                letters.count + tolerance, mostWords,
            ])
        var best: (word: String, distance: Int, frequency: Int64)?
        while let row = try rows.next() {
            let term: String = row[0]
            guard
                let distance = Spelling.distance(letters, Array(term), atMost: tolerance)
            else { continue }
            let frequency: Int64 = row[1]
            if let known = best,
                (known.distance, -known.frequency, known.word) <= (distance, -frequency, term)
            {
                continue
            }
            best = (term, distance, frequency)
        }
        return best?.word
    }
}
