import Merge
import TestKit
import Testing

@Suite("Batches of edits as they travel")
struct TextBatchTests {
    private func random(_ generator: inout SeededGenerator) -> TextBatch {
        let number = { (limit: Int, generator: inout SeededGenerator) in
            Int.random(in: 0..<limit, using: &generator)
        }
        let edits: [TextEdit] = (0..<1 + small(&generator, 5)).map { _ in
            let at = number(Bool.random(using: &generator) ? 50 : TextLimits.events, &generator)
            if Bool.random(using: &generator) {
                return .insert(["a", "ö", "😀x", "\0", "long text"][small(&generator, 5)], at: at)
            }
            let count = 1 + number(1_000, &generator)
            return .delete(at: at, count: count, backward: Bool.random(using: &generator))
        }
        let parents = (0..<small(&generator, 4)).map { _ in
            TextPoint(author: author(1 + small(&generator, 5)), sequence: number(99, &generator))
        }
        return TextBatch(
            author: author(0), first: number(1_000, &generator), parents: parents, edits: edits)
    }

    @Test func encodedBatchesComeBack() {
        forAll(cases: 500, "decode(encode) is the same") { generator in
            let batch = random(&generator)
            return try TextBatch.decode(batch.encoded(), author: author(0)) == batch
        }
    }

    @Test func onlyOneEncoding() {
        var read = 0
        forAll(cases: 3_000, "whatever is read encodes to the same bytes") { generator in
            var bytes = random(&generator).encoded()
            for _ in 0..<1 + small(&generator, 3) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            }
            guard let batch = try? TextBatch.decode(bytes, author: author(0)) else { return true }
            read += 1
            return batch.encoded() == bytes
        }
        #expect(read > 300)
    }

    @Test func randomBytesAreHarmless() {
        forAll(cases: 3_000, "random bytes are read or refused") { generator in
            let bytes = generator.bytes(small(&generator, 60))
            var document = TextDocument()
            try document.insert("ä text", at: 0, by: author(1))
            guard let batch = try? TextBatch.decode(bytes, author: author(0)) else { return true }
            let before = try StoredText(document).bytes
            do {
                if case .merged = try document.merge(batch) { return true }
            } catch {}
            return try StoredText(document).bytes == before
        }
    }

    @Test("Plain typing costs a few bytes")
    func typingIsSmall() throws {
        var document = TextDocument()
        try document.insert("Hello", at: 0, by: author(0))
        try document.insert("!", at: 5, by: author(0))
        let batches = document.batches(by: author(0), from: 5)
        #expect(batches.count == 1)
        #expect(batches[0].encoded() == [5, 0, 40, 1, 0x21])
    }

    @Test func refusedBytes() {
        let name = author(1).bytes
        let refused: [(String, [UInt8])] = [
            ("nothing", []),
            ("no edit", [0, 0]),
            ("number longer than it need be", [0x80, 0, 0, 0, 1, 0x61]),
            ("empty insertion", [0, 0, 0, 0]),
            ("deletion of nothing", [0, 0, 1, 0]),
            ("text cut off", [0, 0, 0, 5, 0x61]),
            ("text that is not UTF-8", [0, 0, 0, 1, 0xFF]),
            ("half of a surrogate pair", [0, 0, 0, 3, 0xED, 0xA0, 0xBD]),
            ("unknown kind", [0, 0, 3, 1]),
            ("position before the beginning", [0, 0, 4, 1, 0x61]),
            ("position of 2^40", [0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1, 1, 0x61]),
            ("deletion of 2^35", [0, 0, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 1]),
            ("own event as parent", [0, 1] + author(0).bytes + [0, 0, 1, 0x61]),
            ("parents out of order", [0, 2] + author(2).bytes + [0] + name + [0, 0, 1, 0x61]),
            ("parent twice", [0, 2] + name + [0] + name + [1, 0, 1, 0x61]),
            ("parent cut off", [0, 1] + name.dropLast()),
            ("a million parents", [0, 0xC0, 0x84, 0x3D] + name),
        ]
        for (what, bytes) in refused {
            #expect(throws: TextError.self, "\(what)") {
                try TextBatch.decode(bytes, author: author(0))
            }
        }
        let large = [UInt8](repeating: 0, count: TextLimits.batchBytes + 1)
        #expect(throws: TextError.tooLarge(limit: 61_440, actual: 61_441)) {
            try TextBatch.decode(large, author: author(0))
        }
    }

    @Test("A long text and a long list of edits are cut into batches within the limit")
    func longTexts() throws {
        var document = TextDocument()
        try document.insert(String(repeating: "Überlänge ", count: 20_000), at: 0, by: author(0))
        for index in 0..<6_000 {
            try document.delete(at: index * 7, count: 1, by: author(0))
            try document.insert("😀", at: index * 5, by: author(0))
        }
        let batches = document.batches(by: author(0))
        #expect(batches.count > 4)
        var copy = TextDocument()
        for batch in batches {
            let bytes = batch.encoded()
            #expect(bytes.count <= TextLimits.batchBytes)
            _ = try copy.merge(TextBatch.decode(bytes, author: author(0)))
        }
        #expect(copy.text == document.text && copy.version == document.version)
    }
}
