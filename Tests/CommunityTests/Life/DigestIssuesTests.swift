import TestKit
import Testing
import Wire

@testable import Community

/// The numbers of digests (chapter 19, section 8).
@Suite struct DigestIssuesTests {
    private func issue(_ number: Int64, _ place: String, _ byte: UInt8) -> DigestIssues.Issue {
        DigestIssues.Issue(
            id: RecordID(raw: Bytes16(high: UInt64(byte) << 56, low: 0)), number: number,
            place: place)
    }

    @Test("the next number follows the highest that is known")
    func next() {
        #expect(DigestIssues([]).next == 1)
        #expect(DigestIssues([issue(11, "Canteen", 1), issue(3, "Gate", 2)]).next == 12)
        let spoilt = [issue(11, "Canteen", 1), issue(1_000_000, "Gate", 2)]
        #expect(DigestIssues(spoilt).next == 12, "nobody uses the numbers up")
    }

    @Test("J8.5: two that took the same number apart are told apart by their places")
    func twins() {
        let (canteen, gate, other) = (
            issue(12, "Canteen", 1), issue(12, "Gate", 2), issue(11, "Gate", 3)
        )
        let all = DigestIssues([canteen, gate, other])
        #expect(all.label(of: canteen) == "12-Canteen")
        #expect(all.label(of: gate) == "12-Gate")
        #expect(all.label(of: other) == "11")
    }

    @Test("labels differ and are the same in every order, whoever gave out what")
    func labels() {
        forAll(cases: 100, "no two issues are called the same") { generator in
            let count = Int.random(in: 1...8, using: &generator)
            let issues = (0..<count).map { index in
                issue(
                    Int64.random(in: 1...3, using: &generator),
                    ["Canteen", "Gate", "Ada"].randomElement(using: &generator) ?? "Ada",
                    UInt8(index * 16))
            }
            let labels = issues.map(DigestIssues(issues).label)
            let shuffled = DigestIssues(issues.shuffled(using: &generator))
            return Set(labels).count == count && issues.map(shuffled.label) == labels
        }
    }
}
