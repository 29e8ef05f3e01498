import Merge
import TestKit
import Testing

@testable import Community

@Suite("What differs between two texts")
struct TextDifferenceTests {
    @Test("edits lead from one text to the other, whatever they are")
    func edits() throws {
        let author = try #require(TextAuthor([UInt8](repeating: 1, count: 32)))
        let words = ["wash ", "60 °C", "\n", "שטיפה", "e\u{301}", "é", "🔧", " ", "grease"]
        forAll(cases: 300, "the edits make the second text") { generator in
            func text() -> String {
                (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                    words.randomElement(using: &generator) ?? ""
                }.joined()
            }
            let (old, new) = (text(), text())
            var document = TextDocument()
            if !old.isEmpty { try? document.insert(old, at: 0, by: author) }
            for edit in TextDifference.edits(from: old, to: new) {
                switch edit {
                case .insert(let text, let place):
                    try? document.insert(text, at: place, by: author)
                case .delete(let place, let count, _):
                    try? document.delete(at: place, count: count, by: author)
                }
            }
            return Array(document.text.utf8) == Array(new.utf8)
        }
    }

    @Test("a changed word is changed, and the words around it stay")
    func words() {
        let edits = TextDifference.edits(
            from: "Wash at 60 degrees.\nThen grease.\n", to: "Wash at 80 degrees.\nThen grease.\n")
        #expect(edits == [.delete(at: 8, count: 2), .insert("80", at: 8)])
    }

    @Test("lines are laid side by side")
    func lines() {
        #expect(
            TextDifference.lines(from: "a\nb\nc\n", to: "a\nx\nc\nd") == [
                .same("a"), .removed("b"), .added("x"), .same("c"), .added("d"),
            ])
        #expect(TextDifference.lines(from: "", to: "") == [])
    }

    @Test("texts that have nothing in common are compared in time")
    func huge() {
        let old = (0..<30_000).map { "old \($0)\n" }.joined()
        let new = (0..<30_000).map { "new \($0)\n" }.joined()
        #expect(TextDifference.lines(from: old, to: new).count == 60_000)
    }
}
