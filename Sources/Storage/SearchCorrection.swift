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

    private static func isKnown(_ word: String, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM search_word WHERE term = ?)",
            arguments: [word]) ?? false
    }

    /// The known word with the same first letter that is nearest; of equals the most frequent.
    private static func nearest(to word: String, _ database: Database) throws -> String? {
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
