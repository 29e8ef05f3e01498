import Merge
import TestKit
import Testing

@Suite("Stored texts")
struct StoredTextTests {
    /// A text with concurrent edits, letters of all lengths and deletions.
    private func sample() throws -> TextDocument {
        var document = TextDocument()
        try document.insert("Grüße 😀 from everybody", at: 0, by: author(1), moment: 1_000)
        let heads = document.version.heads
        for who in 2...4 {
            let edits: [TextEdit] = [
                .insert("€\(who)", at: who), .delete(at: 0, count: who),
                .delete(at: 4, count: 2, backward: true),
            ]
            let batch = TextBatch(author: author(who), first: 0, parents: heads, edits: edits)
            _ = try document.merge(batch, moment: who == 3 ? .min : .max)
        }
        try document.insert("end", at: document.count, by: author(2), moment: -5)
        return document
    }

    @Test func everythingComesBack() throws {
        let document = try sample()
        let stored = try StoredText(document)
        #expect(stored.text == document.text)
        let again = try StoredText(bytes: stored.bytes).document()
        #expect(again.text == document.text && again.version == document.version)
        #expect(try again.passages() == document.passages())
        for who in 1...4 {
            #expect(try again.changes(by: author(who)) == document.changes(by: author(who)))
        }
        #expect(try StoredText(TextDocument()).bytes.count == 8)
        #expect(try StoredText(bytes: StoredText(TextDocument()).bytes).document().text.isEmpty)
    }

    @Test func damagedBytesAreHarmless() throws {
        let bytes = try StoredText(sample()).bytes
        var read = 0
        for place in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[place] ^= 1 << UInt8(bit)
                // Whatever can be read is a text like any other.
                guard let document = try? StoredText(bytes: damaged).document() else { continue }
                read += 1
                #expect(try StoredText(StoredText(document).document()).text == document.text)
            }
            #expect(throws: TextError.self) {
                try StoredText(bytes: Array(bytes[..<place])).document()
            }
        }
        #expect(read > 100)
        #expect(throws: TextError.self) { try StoredText(bytes: bytes + [0]).document() }
        #expect(throws: TextError.laterFormat(2)) { try StoredText(bytes: [2] + bytes.dropFirst()) }
    }

    @Test func randomBytesAreHarmless() {
        forAll(cases: 5_000, "random bytes are read or refused") { generator in
            // Small numbers get further than any.
            let bytes = (0..<small(&generator, 40)).map { _ in
                UInt8(small(&generator, small(&generator, 3) == 0 ? 256 : 6))
            }
            if let document = try? StoredText(bytes: [1] + bytes).document() {
                return document.count >= 0
            }
            return true
        }
    }

    @Test("A few bytes can't claim a large history")
    func claims() throws {
        // No text; one author with 2^29 events, one version, one moment, one run of them.
        let million: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x02]
        let run: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x08]
        let head: [UInt8] = [1, 0, 1] + author(1).bytes + [1, 0] + million + [1] + million + [0]
        let insertion = head + [1, 0, 0, 1] + run + [0, 0]
        #expect(throws: TextError.malformed(part: "number of characters")) {
            try StoredText(bytes: insertion).document()
        }
        let deletion = head + [1, 0, 0, 1] + [run[0] | 1] + run.dropFirst() + [0, 0]
        #expect(throws: TextError.outOfRange(position: 1 << 29, length: 0)) {
            try StoredText(bytes: deletion).document()
        }
    }
}
