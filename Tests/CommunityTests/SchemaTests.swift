import Community
import Foundation
import TestKit
import Testing
import Wire

@Suite("Schema")
struct SchemaTests {
    @Test("numbers of kinds and fields rise from 1, and letters are unique")
    func numbers() {
        #expect(Schema.kinds.map(\.number) == Set(Schema.kinds.map(\.number)).sorted())
        #expect(Schema.kinds.first?.number == 1)
        #expect(Set(Schema.kinds.map(\.letters)).count == Schema.kinds.count)
        #expect(Schema.kinds.allSatisfy { (1...2).contains($0.letters.count) })
        #expect(Set(Schema.kinds.map(\.name)).count == Schema.kinds.count)
        for kind in Schema.kinds {
            #expect(kind.fields.map(\.number) == Set(kind.fields.map(\.number)).sorted())
            #expect(kind.fields.first?.number == 1)
            for field in kind.fields { #expect(kind.field(field.number) == field) }
            #expect(Set(kind.fields.map(\.name)).count == kind.fields.count)
            #expect(Schema.kind(kind.number) == kind)
            for field in kind.fields {
                #expect((field.merge == .personal) == (field.writer == .each), "\(field.name)")
                if case .record(let kinds) = field.type {
                    #expect(kinds.allSatisfy { Schema.kind($0) != nil })
                }
            }
        }
        #expect(Schema.kind(0) == nil)
        #expect(Schema.kind(UInt32.max) == nil)
    }

    @Test("the table in chapter 08 is the schema")
    func chapter() throws {
        let url = SharedFolder.repository.appendingPathComponent("Protocol/08-records.md")
        let rows = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n").map(String.init)
            .filter { row in
                ["workplace", "community", "anywhere"].contains { row.contains(", \($0)) | ") }
            }
        #expect(rows == SchemaTable.rows)
        #expect(rows.count > 30)
    }

    @Test(
        "refuses what breaks a rule",
        arguments: [
            ([Field(1, .text(""))], Refusal.empty(field: "title")),
            ([Field(1, .text(" \u{200B}\u{3000}"))], .empty(field: "title")),
            ([], .missing(field: "title")),
            ([Field(1, .integer(4))], .wrongType(field: "title")),
            ([Field(1, .text("a\nb"))], .forbiddenCharacter(field: "title", scalar: 10)),
            ([Field(1, .text("a\u{202E}b"))], .forbiddenCharacter(field: "title", scalar: 0x202E)),
            ([Field(1, .text("a\u{0}"))], .forbiddenCharacter(field: "title", scalar: 0)),
            ([Field(1, .text("ü\u{85}"))], .forbiddenCharacter(field: "title", scalar: 0x85)),
            (
                [Field(1, .text(String(repeating: "ä", count: 301)))],
                .tooManyCharacters(field: "title", limit: 300, actual: 301)
            ),
            ([Field(1, .text("a")), Field(1, .text("b"))], .repeated(field: "title")),
            (
                [Field(1, .text("a")), Field(7, .integer(.max))],
                .outOfRange(field: "original_date")
            ),
            (
                [Field(1, .text("a")), Field(2, .text(String(repeating: "語", count: 20_000)))],
                .tooManyBytes(field: "body", limit: 56_000, actual: 60_000)
            ),
        ])
    func refusals(_ fields: [Field], _ refusal: Refusal) {
        #expect(Schema.refusal(creating: Schema.question, with: fields, in: .community) == refusal)
    }

    @Test("accepts what keeps the rules, and fields of later versions")
    func accepted() {
        let fields = [
            Field(1, .text(String(repeating: "語", count: 300))),
            Field(2, .text("many\n\tlines, שלום \u{200F} 👩‍🔧")), Field(99, .text("later")),
            Field(3, .text("a")), Field(3, .text("b")), Field(4, .unknown),
        ]
        #expect(Schema.refusal(creating: Schema.question, with: fields, in: .community) == nil)
        #expect(
            Schema.refusal(creating: Schema.question, with: fields, in: .workplace)
                == .wrongHome(kind: "question"))
    }

    @Test("refuses too many set elements at once")
    func elements() {
        let fields =
            [Field(1, .text("t"))] + (0..<51).map { Field(3, .text("tag \($0)")) }
        #expect(
            Schema.refusal(creating: Schema.question, with: fields, in: .community)
                == .tooManyElements(limit: 50, actual: 51))
    }

    @Test("cleans foreign text until the schema accepts it")
    func cleaning() {
        forAll(cases: 300, "cleaned text is accepted") { generator in
            let scalars = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2_0000, using: &generator)) ?? "x"
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            for rule in [Schema.question.fields[0], Schema.question.fields[1]] {
                let cleaned = Compose.cleaned(String(text), for: rule)
                guard Compose.cleaned(cleaned, for: rule) == cleaned else { return false }
                let refusal = rule.refusal(of: .text(cleaned))
                let isBlank = refusal == .empty(field: rule.name)
                guard refusal == nil || isBlank else { return false }
            }
            return true
        }
        let title = Schema.question.fields[0]
        #expect(Compose.cleaned("fit as it is", for: title) == "fit as it is")
        #expect(Compose.cleaned("grüß\u{A0}Gott", for: title) == "grüß\u{A0}Gott")
        #expect(Compose.cleaned("a\tb\u{7F} \u{3000}", for: title) == "a b")
        #expect(Compose.cleaned(" a\r\nb\u{202E} ", for: title) == "a b")
        #expect(Compose.cleaned("a\r\nb\rc\n", for: Schema.question.fields[1]) == "a\nb\nc")
        let long = Compose.cleaned(String(repeating: "x", count: 500), for: title)
        #expect(long.count == 300 && long.hasSuffix("…"))
    }
}
