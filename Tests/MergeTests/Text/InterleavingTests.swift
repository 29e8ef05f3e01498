import Merge
import TestKit
import Testing

@Suite("What people type at one place at the same time stays together")
struct InterleavingTests {
    /// Each person types a word of their own letter at one place of a common text, alone.
    ///
    /// - Parameter isBackward: Whether each letter is typed before the last, as in a list that
    ///   grows at its top.
    private func typed(
        _ people: Int, _ generator: inout SeededGenerator, isBackward: (Int) -> Bool
    ) throws -> (text: String, words: [String]) {
        var common = TextDocument()
        try common.insert("[]", at: 0, by: author(50))
        var batches: [TextBatch] = []
        var words: [String] = []
        for who in 0..<people {
            var own = common
            let letter = String(UnicodeScalar(UInt8(97 + who)))
            let count = 1 + small(&generator, 6)
            for index in 0..<count {
                try own.insert(letter, at: isBackward(who) ? 1 : 1 + index, by: author(who))
            }
            words.append(String(repeating: letter, count: count))
            batches += (0..<count).flatMap { index -> [TextBatch] in
                // One batch a letter, as if each had been sent at once.
                let edit = TextEdit.insert(letter, at: isBackward(who) ? 1 : 1 + index)
                return [
                    TextBatch(
                        author: author(who), first: index, parents: common.version.heads,
                        edits: [edit])
                ]
            }
        }
        var merged = common
        var waiting = batches.shuffled(using: &generator)
        while !waiting.isEmpty {
            var later: [TextBatch] = []
            for batch in waiting {
                if case .waiting = try merged.merge(batch) { later.append(batch) }
            }
            waiting = later
        }
        return (merged.text, words)
    }

    @Test(arguments: ["forward", "backward", "both"])
    func wordsStayTogether(_ direction: String) {
        forAll(cases: 200, "words typed \(direction) stay together") { generator in
            let people = 2 + small(&generator, 3)
            let (text, words) = try typed(people, &generator) { who in
                direction == "backward" || (direction == "both" && who % 2 == 1)
            }
            return words.allSatisfy { text.contains($0) }
                && text.unicodeScalars.count == 2 + words.reduce(0) { $0 + $1.count }
        }
    }

    @Test("Where nothing else decides, the lower author stands first")
    func authorsDecide() throws {
        var text = TextDocument()
        for who in [2, 0, 1] {
            let batch = TextBatch(
                author: author(who), first: 0, parents: [], edits: [.insert("\(who)", at: 0)])
            _ = try text.merge(batch)
        }
        #expect(text.text == "012")
    }

    @Test("Who types on beside a neighbour that came meanwhile is not taken for a stranger to it")
    func neighbourThatCame() throws {
        func point(_ who: Int, _ sequence: Int) -> TextPoint {
            TextPoint(author: author(who), sequence: sequence)
        }
        let start = point(5, 1)
        let batches = [
            TextBatch(author: author(5), first: 0, parents: [], edits: [.insert("LX", at: 0)]),
            TextBatch(author: author(9), first: 0, parents: [start], edits: [.insert("Y", at: 1)]),
            TextBatch(author: author(3), first: 0, parents: [start], edits: [.insert("ab", at: 1)]),
            TextBatch(
                author: author(3), first: 2, parents: [point(9, 0)], edits: [.insert("c", at: 3)]),
            TextBatch(
                author: author(2), first: 0, parents: [point(3, 1), point(9, 0)],
                edits: [.insert("d", at: 3)]),
        ]
        var text = TextDocument()
        var reference = ReferenceText()
        for batch in batches {
            _ = try text.merge(batch)
            let isTaken = reference.merge(batch)
            #expect(isTaken)
        }
        #expect(text.text == "LabdcYX" && reference.text == "LabdcYX")
    }
}
