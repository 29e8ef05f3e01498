import Merge
import TestKit
import Testing

@Suite("Editing and merging a text")
struct TextDocumentTests {
    /// Two people have "abc"; the second has it from the first.
    private func pair() throws -> (TextDocument, TextDocument) {
        var first = TextDocument()
        try first.insert("abc", at: 0, by: author(1), moment: 10)
        var second = TextDocument()
        for batch in first.batches(by: author(1)) { _ = try second.merge(batch, moment: 10) }
        return (first, second)
    }

    @Test("Edits made at the same time come out at the right places")
    func transformed() throws {
        var (first, second) = try pair()
        try first.delete(at: 0, count: 2, by: author(1), moment: 20)
        try second.insert("XY", at: 2, by: author(2), moment: 30)
        let one = first.batches(by: author(1), from: 3)
        let two = second.batches(by: author(2))
        #expect(try first.merge(two[0]) == .merged([.insert("XY", at: 0)]))
        #expect(
            try second.merge(one[0])
                == .merged([.delete(at: 0, count: 2)]))
        #expect(first.text == "XYc" && second.text == "XYc")
        #expect(try second.merge(one[0]) == .known)
        #expect(first.version == second.version && first.version.heads.count == 2)
        #expect(first.eventCount == 7 && first.count == 3)
    }

    @Test("A deletion around an insertion goes on both sides of it")
    func deletionAroundInsertion() throws {
        var (first, second) = try pair()
        try first.delete(at: 0, count: 3, by: author(1))
        try second.insert("-", at: 1, by: author(2))
        let deletion = first.batches(by: author(1), from: 3)[0]
        #expect(
            try second.merge(deletion)
                == .merged([.delete(at: 0, count: 1), .delete(at: 1, count: 2)]))
        #expect(second.text == "-")
    }

    @Test("A batch waits for what it is based on")
    func waiting() throws {
        var (first, second) = try pair()
        try second.insert("!", at: 3, by: author(2))
        try first.insert("?", at: 0, by: author(1))
        let reply = second.batches(by: author(2))[0]
        var third = TextDocument()
        #expect(
            try third.merge(reply)
                == .waiting(for: [TextPoint(author: author(1), sequence: 2)]))
        let later = first.batches(by: author(1), from: 3)[0]
        #expect(
            try third.merge(later)
                == .waiting(for: [TextPoint(author: author(1), sequence: 2)]))
        #expect(third.eventCount == 0 && !third.knows(first.version))
        _ = try third.merge(first.batches(by: author(1), from: 0)[0])
        _ = try third.merge(reply)
        #expect(third.text == "?abc!" && third.knows(first.version))
    }

    @Test("What an author can't have written is refused and changes nothing")
    func refusedBatches() throws {
        var (first, second) = try pair()
        try second.insert("!", at: 3, by: author(2))
        _ = try first.merge(second.batches(by: author(2))[0])
        let before = try StoredText(first).bytes
        let known = [TextPoint(author: author(1), sequence: 2)]
        let crowd = (0...TextLimits.parents).map {
            TextPoint(author: author(100 + $0), sequence: 0)
        }
        func by3(_ parents: [TextPoint], _ edits: [TextEdit], first: Int = 0) -> TextBatch {
            TextBatch(author: author(3), first: first, parents: parents, edits: edits)
        }
        let refused: [(TextBatch, TextError)] = [
            (by3([], [.insert("x", at: 1)]), .outOfRange(position: 1, length: 0)),
            (by3(known, [.insert("x", at: 4)]), .outOfRange(position: 4, length: 3)),
            (
                by3(known, [.insert("x", at: 3), .delete(at: 3, count: 2)]),
                .outOfRange(position: 5, length: 4)
            ),
            (
                by3(known, [.delete(at: .max, count: .max)]),
                .tooLarge(limit: TextLimits.events, actual: .max)
            ),
            (
                by3(first.version.heads, [.delete(at: 4, count: 1)]),
                .outOfRange(position: 5, length: 4)
            ),
            (by3(known, [.insert("", at: 0)]), .empty),
            (by3(known, []), .empty),
            (by3(crowd, [.insert("x", at: 0)]), .tooLarge(limit: 1_024, actual: 1_025)),
            (by3([], [.insert("x", at: 0)], first: -1), .malformed(part: "first event")),
            (
                TextBatch(
                    author: author(1), first: 1, parents: [], edits: [.insert("xyz", at: 0)]),
                .overlap(next: 3, first: 1)
            ),
        ]
        for (batch, error) in refused {
            #expect(throws: error) { try first.merge(batch) }
        }
        #expect(try StoredText(first).bytes == before)
        #expect(
            try first.merge(by3(known, [.insert("x", at: 3)]))
                == .merged([.insert("x", at: 4)]))
    }

    @Test("Edits beyond the text are refused and change nothing")
    func refusedEdits() throws {
        var (first, _) = try pair()
        let before = try StoredText(first).bytes
        let beyond = TextError.outOfRange(position: 4, length: 3)
        #expect(throws: beyond) { try first.insert("x", at: 4, by: author(1)) }
        #expect(throws: beyond) { try first.delete(at: 2, count: 2, by: author(1)) }
        #expect(throws: TextError.empty) { try first.insert("", at: 0, by: author(1)) }
        #expect(throws: TextError.empty) { try first.delete(at: 0, count: 0, by: author(1)) }
        #expect(throws: TextError.outOfRange(position: -1, length: 3)) {
            try first.insert("x", at: -1, by: author(1))
        }
        #expect(try StoredText(first).bytes == before)
        let stranger = TextVersion([TextPoint(author: author(8), sequence: 0)])
        #expect(throws: TextError.unknown(stranger.heads[0])) { try first.text(at: stranger) }
        #expect(throws: TextError.unknown(stranger.heads[0])) {
            try first.edits(from: .beginning, to: stranger)
        }
    }

    @Test("A thousand people at once are one version")
    func manyParents() throws {
        var document = TextDocument()
        for who in 0..<TextLimits.parents {
            let batch = TextBatch(
                author: author(who), first: 0, parents: [], edits: [.insert("x", at: 0)])
            _ = try document.merge(batch)
        }
        let heads = document.version.heads
        #expect(heads.count == TextLimits.parents)
        let last = TextBatch(
            author: author(5_000), first: 0, parents: heads,
            edits: [.delete(at: 0, count: TextLimits.parents)])
        let bytes = last.encoded()
        #expect(bytes.count <= TextLimits.batchBytes)
        _ = try document.merge(try TextBatch.decode(bytes, author: author(5_000)))
        #expect(document.text.isEmpty && document.version.heads.count == 1)
    }

    @Test("More people at once than a batch can name don't lock a text")
    func tooManyHeads() throws {
        var document = TextDocument()
        var others: [TextBatch] = []
        for who in 0..<TextLimits.parents + 100 {
            others.append(
                TextBatch(
                    author: author(who), first: 0, parents: [], edits: [.insert("x", at: 0)]))
            _ = try document.merge(others[who])
        }
        let before = document.text
        try document.insert("!", at: 0, by: author(7))
        #expect(document.text == "!" + before && document.version.heads.count == 1)
        var copy = TextDocument()
        for batch in (others + document.batches(by: author(7), from: 1)) {
            let bytes = batch.encoded()
            let outcome = try copy.merge(TextBatch.decode(bytes, author: batch.author))
            guard case .merged = outcome else {
                Issue.record("a batch is not merged")
                return
            }
        }
        #expect(copy.text == document.text && copy.version == document.version)
    }

    @Test("A long text of long characters is kept in runs in which a place is soon found")
    func longMixedRuns() throws {
        var document = TextDocument()
        let text = String(repeating: "Ünïcödé 😀 ", count: 700)
        try document.insert(text, at: 0, by: author(0))
        try document.insert("Ü", at: document.count, by: author(0))
        try document.delete(at: 2_000, count: 3_000, by: author(0))
        let scalars = Array((text + "Ü").unicodeScalars)
        #expect(document.text == String(Array(scalars[..<2_000] + scalars[5_000...])))
        #expect(try document.passages().map(\.text).joined() == text + "Ü")
        #expect(try StoredText(document).document().text == document.text)
    }

    @Test("The history says who wrote and who deleted what, and when")
    func history() throws {
        var (first, second) = try pair()
        try second.insert("XY", at: 1, by: author(2), moment: 20)
        try first.delete(at: 1, count: 2, by: author(1), moment: 30)
        _ = try first.merge(second.batches(by: author(2))[0], moment: 20)
        #expect(first.text == "aXY")
        let credits = try first.credits()
        #expect(credits.map(\.range) == [0..<1, 1..<3])
        #expect(credits.map(\.first.author) == [author(1), author(2)])
        #expect(credits.map(\.moment) == [10, 20])
        let passages = try first.passages()
        #expect(passages.map(\.text) == ["a", "XY", "bc"])
        #expect(passages.map(\.deletedBy) == [[], [], [author(1)]])
        let changes = try first.changes(by: author(1))
        #expect(changes.map(\.text) == ["abc", "bc"])
        #expect(changes.map(\.kind) == [.inserted, .deleted])
        #expect(changes.map(\.moment) == [10, 30])
        #expect(changes.map(\.position) == [0, 1])
        #expect(try first.changes(by: author(9)).isEmpty)
        #expect(try first.text(at: .beginning).isEmpty)
        #expect(first.writers == [author(1), author(2)])
    }

    @Test("Two branches that arrive in turns are stored one after the other")
    func branchesInTurns() throws {
        let length = 200
        var document = TextDocument()
        for index in 0..<length {
            for who in 0..<2 {
                let batch = TextBatch(
                    author: author(who), first: index, parents: [],
                    edits: [.insert(who == 0 ? "a" : "b", at: index)])
                _ = try document.merge(batch)
            }
        }
        let half = String(repeating: "a", count: length)
        #expect(document.text == half + String(repeating: "b", count: length))
        // The name of the author, the two words, and a few numbers for each of the two.
        let stored = try StoredText(document)
        #expect(stored.bytes.count < 2 * 32 + 2 * length + 40)
        let again = try stored.document()
        #expect(again.text == document.text && again.version == document.version)
        #expect(try again.credits().count == 2)
        #expect(try document.credits() == again.credits())
    }
}
