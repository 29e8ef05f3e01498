import Community
import TestKit
import Testing

@Suite struct LikenessTests {
    @Test(
        "near duplicates share words, whatever their endings",
        arguments: [
            ("Leaking seals press 4", "Seal leaks after wash-down at press 4", true),
            ("ceramic seals", "Ceramic seal on press 4", true),
            ("How do we re-zero the press?", "Re-zeroing press 4 after a power cut", true),
            ("Night shift has no spare list", "Seal leaks after wash-down", false),
            ("Which grease?", "Which way to the canteen?", false),
            ("Grease", "Grease for bearings", true),
            ("軸受の異音", "洗浄後の軸受から異音がする", true),
            ("軸受の異音", "食堂のメニュー", false),
            ("דליפה באטם", "האטם דולף: דליפה אחרי שטיפה", false),
            ("", "anything", false), ("4 5", "4 5", false),
        ])
    func likeness(_ draft: String, _ text: String, _ isLike: Bool) {
        let likeness = Likeness(draft)
        #expect(
            likeness.isLike(likeness.shared(with: text)) == isLike,
            "\(likeness.words), shared \(likeness.shared(with: text))")
    }

    @Test("the words that are shown are the draft's own")
    func words() {
        let likeness = Likeness("Leaking seals, leaking SEALS")
        #expect(likeness.words == ["leaking", "seals"])
        #expect(likeness.shared(with: "A seal leaks") == ["leaking", "seals"])
    }

    @Test("a text is like itself, and a long draft costs no more than a short one")
    func laws() {
        forAll(cases: 200, "a text is like itself") { generator in
            let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                        "abcdeäß字軸של".randomElement(using: &generator) ?? "a"
                    })
            }
            let text = words.joined(separator: " ")
            let likeness = Likeness(text)
            let shared = likeness.shared(with: text)
            return likeness.words.count <= Likeness.mostWords && shared == likeness.words
                && likeness.isLike(shared) == !shared.isEmpty
        }
    }
}
