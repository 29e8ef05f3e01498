import Community
import Testing
import Wire

@Suite("Accepted answers")
struct AcceptedAnswerTests {
    private func id(_ number: UInt64) -> RecordID { RecordID(raw: Bytes16(high: 0, low: number)) }

    @Test("invariant 4: an accepted answer without words is told, and never dangles")
    func states() {
        let answers = [(id: id(1), hasWords: true), (id: id(2), hasWords: false)]
        #expect(AcceptedAnswer(nil, among: answers) == .none)
        #expect(AcceptedAnswer(id(1), among: answers) == .here(id(1)))
        #expect(AcceptedAnswer(id(2), among: answers) == .withdrawn)
        #expect(AcceptedAnswer(id(3), among: answers) == .missing)
        #expect(AcceptedAnswer(id(1), among: []) == .missing)
    }
}
