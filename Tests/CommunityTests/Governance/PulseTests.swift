import Community
import TestKit
import Testing
import Wire

@Suite("The pulse of a quiet community")
struct PulseTests {
    private func word(_ person: Int, _ text: String, at written: Int64 = 10) -> PulseWord {
        PulseWord(person: ConsentWorld.person(person), text: text, written: written)
    }

    @Test("an answer is read with its words, also one of a later version")
    func reading() {
        let plain = word(0, "rest")
        #expect(plain.choice == .rest && plain.words.isEmpty)
        let more = word(0, "hand_over: to Seals: soon")
        #expect(more.choice == .handOver && more.words == "to Seals: soon")
        let later = word(0, "split: in two")
        #expect(later.choice == nil && later.words == "split: in two")
        #expect(word(0, "").choice == nil)
    }

    @Test("only answers of members since the last post count, and nobody who is silent is named")
    func counting() {
        forAll(cases: 300, "counts are of those who answered") { generator in
            let all = (0..<Int.random(in: 0...9, using: &generator)).map { person in
                word(
                    person,
                    ["go_on", "rest", "close", "hand_over", "split"]
                        .randomElement(using: &generator) ?? "rest",
                    at: Int64.random(in: 0...5, using: &generator))
            }
            let members = Set(
                (0..<9).filter { _ in Bool.random(using: &generator) }.map {
                    ConsentWorld.person($0)
                })
            let last: Int64? =
                Bool.random(using: &generator) ? Int64.random(in: 0...5, using: &generator) : nil
            let standing = all.shuffled(using: &generator).standing(members: members, since: last)
            let counted = standing.counts.map(\.people).reduce(0, +)
            let known = all.filter { word in
                members.contains(word.person) && word.choice != nil
                    && last.map { word.written >= $0 } ?? true
            }
            return counted == known.count
                && standing.allSatisfy { all.contains($0) && members.contains($0.person) }
                && standing.counts.map(\.choice.rawValue)
                    == PulseChoice.allCases.filter { choice in
                        known.contains { $0.choice == choice }
                    }.map(\.rawValue)
        }
    }
}
