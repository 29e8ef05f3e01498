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
}
