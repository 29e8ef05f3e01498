@testable import Community
import TestKit
import Testing
import Wire

@Suite("ShortCode")
struct ShortCodeTests {
    @Test("stands for the records that begin so, in whatever way it is typed")
    func roundTrip() {
        forAll(cases: 200, "the code finds its record") { generator in
            let id = RecordID(raw: Bytes16(high: generator.next(), low: generator.next()))
            let length = Int.random(in: 5...12, using: &generator)
            let code = ShortCode(id, kind: Schema.question, length: length)
            guard code.digits.count == length, code.prefixes.contains(id.prefix) else {
                return false
            }
            let typed = code.description.lowercased().replacing("-", with: "")
                .replacing("0", with: "o").replacing("1", with: "l")
            return ShortCode(typed) == code
        }
    }

    @Test("is as long as it must be to tell two records apart")
    func length() {
        forAll(cases: 200, "codes of that length differ") { generator in
            let one = generator.next()
            let other = one ^ (1 << UInt64.random(in: 4..<64, using: &generator))
            let length = ShortCode.length(telling: one, from: other)
            let codes = [one, other].map {
                ShortCode(
                    RecordID(raw: Bytes16(high: $0, low: 0)), kind: Schema.answer, length: length)
            }
            return codes[0] != codes[1]
        }
    }

    @Test(
        "has one letter or two",
        arguments: [
            ("PG-7F3KD", "PG-7F3KD"), ("pg-7f3kd", "PG-7F3KD"), ("pg7f3kd", "PG-7F3KD"),
            ("P-G7F3K", "P-G7F3K"), ("p-g7f3kd", "P-G7F3KD"), ("PG7F3K", "P-G7F3K"),
            ("PG-7F3K", nil), ("G-7F3KD", nil), ("PG", nil),
        ])
    func twoLetters(_ typed: String, _ code: String?) {
        let kinds = ["P", "PG"].map {
            RecordKind(number: 1, name: $0, letters: $0, home: .community, fields: [])
        }
        for kinds in [kinds, kinds.reversed()] {
            #expect(ShortCode(typed, kinds: kinds)?.description == code)
        }
        let id = RecordID(raw: Bytes16(high: 0, low: 0))
        #expect(ShortCode(id, kind: kinds[1]).description == "PG-00000")
    }

    @Test(
        "refuses what is none",
        arguments: ["", "Q", "Q-", "Q-7K3M", "Z-7K3MX", "Q-7K3MU", "Q-éééééé"])
    func refused(_ text: String) { #expect(ShortCode(text) == nil) }
}
