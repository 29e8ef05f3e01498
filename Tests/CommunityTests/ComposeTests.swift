import Community
import Testing
import Wire

@Suite("Compose")
struct ComposeTests {
    private let record = RecordID(raw: Bytes16(high: 1, low: 2))

    @Test("makes what the schema accepts")
    func accepted() throws {
        let origin = Compose.Origin(author: "Ben", date: 5, source: "mbox:<1>")
        let operations =
            try Compose.question(title: "T", body: "", tags: ["a"], origin: origin)
            + Compose.answer(question: record, body: "B", replyTo: record, origin: origin)
            + Compose.thanks(for: record)
        for operation in operations {
            guard case .create(let number, let fields) = operation else {
                Issue.record("not a creation: \(operation)")
                continue
            }
            let kind = try #require(Schema.kind(number))
            #expect(Schema.refusal(creating: kind, with: fields, in: .community) == nil)
        }
        #expect(operations.count == 3)
    }

    @Test("refuses what colleagues would refuse")
    func refused() {
        #expect(throws: CommunityError.refused(.empty(field: "title"))) {
            try Compose.question(title: " ", body: "")
        }
        #expect(throws: CommunityError.refused(.empty(field: "body"))) {
            try Compose.answer(question: record, body: "")
        }
        #expect(throws: CommunityError.refused(.repeated(field: "source"))) {
            try Compose.edit("source", to: .text("x"), of: record, kind: Schema.question)
        }
        #expect(throws: CommunityError.refused(.wrongType(field: "title"))) {
            try Compose.edit("title", to: .flag(true), of: record, kind: Schema.question)
        }
        #expect(throws: CommunityError.invalidFounding) {
            try Compose.introduction(personFounding: [1, 2, 3], name: "A", deviceLabel: "l")
        }
    }

    @Test("tells when all fields together are too long for one operation")
    func tooLong() {
        let body = String(repeating: "語", count: 18_600)
        let tags = (0..<50).map { "\($0) " + String(repeating: "語", count: 46) }
        #expect(throws: CommunityError.self) {
            try Compose.question(
                title: "T", body: body, tags: tags,
                origin: Compose.Origin(
                    author: String(repeating: "語", count: 200), date: 1,
                    source: String(repeating: "語", count: 1_000)))
        }
    }
}
