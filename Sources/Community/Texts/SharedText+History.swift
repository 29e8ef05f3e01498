internal import Merge
public import Wire

/// Who wrote what, and when.
extension SharedText {
    /// What one person wrote in one go.
    public struct Revision: Sendable {
        /// Names the text as it was after it, as its author saw it.
        public let id: OperationID
        /// Who wrote it.
        public let person: PersonID
        /// When, by their clock, in milliseconds since 1970.
        public let wallClock: Int64
        /// Characters inserted.
        public let inserted: Int
        /// Characters deleted.
        public let deleted: Int
        /// The beginning of what was inserted, on one line.
        public let excerpt: String
        /// Whether it isn't in the text, because something that it is based on isn't here or
        /// doesn't count.
        public let isWaiting: Bool
    }

    /// A line of the text with who wrote what is in it.
    public struct Line: Equatable, Sendable {
        /// The line, without its end.
        public let text: String
        /// Who wrote any of it, in the order of their words; whoever wrote it is there even if the
        /// line is blank.
        public let people: [PersonID]
        /// When the newest of it was written, in milliseconds since 1970.
        public let wallClock: Int64
    }

    /// How long an excerpt may be, in characters.
    private static let excerptLength = 80

    /// Everything that was written and counts, each behind all that it is based on; what waits comes
    /// last.
    public var revisions: [Revision] {
        fold.taken.map { revision($0, isWaiting: false) }
            + fold.waiting.map { revision($0, isWaiting: true) }
    }

    private func revision(_ line: TextFold.Line, isWaiting: Bool) -> Revision {
        var (inserted, deleted) = (0, 0)
        var words = ""
        for edit in line.batch.edits {
            switch edit {
            case .insert(let text, _):
                inserted += edit.count
                if words.unicodeScalars.count < Self.excerptLength { words += text + " " }
            case .delete(_, let count, _): deleted += count
            }
        }
        let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isLong = plain.count > Self.excerptLength
        return Revision(
            id: line.piece.id, person: line.piece.person, wallClock: line.piece.wallClock,
            inserted: inserted, deleted: deleted,
            excerpt: isLong ? plain.prefix(Self.excerptLength - 1) + "…" : plain,
            isWaiting: isWaiting)
    }

    /// Everybody whose words are in the text now, in the order of their first ones.
    public var authors: [PersonID] {
        var authors: [PersonID] = []
        for credit in credits where !authors.contains(credit.person) {
            authors.append(credit.person)
        }
        return authors
    }

    /// The lines of the text with who wrote them.
    public var lines: [Line] {
        var lines: [Line] = []
        var line = String.UnicodeScalarView()
        var people: [PersonID] = []
        var newest: Int64 = .min
        func finish() {
            lines.append(Line(text: String(line), people: people, wallClock: newest))
            line = String.UnicodeScalarView()
            people = []
            newest = .min
        }
        var scalars = text.unicodeScalars.makeIterator()
        for credit in credits {
            for _ in 0..<credit.count {
                guard let scalar = scalars.next() else { break }
                if !people.contains(credit.person) { people.append(credit.person) }
                newest = max(newest, credit.wallClock)
                if scalar == "\n" { finish() } else { line.append(scalar) }
            }
        }
        if !people.isEmpty { finish() }
        return lines
    }

    private struct Credit {
        let person: PersonID
        let count: Int
        let wallClock: Int64
    }

    /// Runs of characters with who wrote them.
    private var credits: [Credit] {
        var people: [TextAuthor: PersonID] = [:]
        for line in fold.taken { people[line.batch.author] = line.piece.person }
        // Whatever was taken in can be walked; see `TextHistory.swift`.
        let credits = (try? document.credits()) ?? []
        return credits.compactMap { credit in
            people[credit.first.author].map {
                Credit(person: $0, count: credit.range.count, wallClock: credit.moment)
            }
        }
    }
}
