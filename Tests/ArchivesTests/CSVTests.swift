import Archives
import Foundation
import TestKit
import Testing

/// Tables, as they should be and as they should not.
struct CSVTests {
    private func reading(_ text: String) throws -> Reading {
        try Reading(try ArchiveFixture(text, named: "faq.csv"))
    }

    private func failure(_ text: String) -> ArchiveError? {
        do {
            _ = try reading(text)
            return nil
        } catch {
            return error as? ArchiveError
        }
    }

    @Test("reads questions and answers with all that the columns tell")
    func thread() throws {
        let reading = try reading(
            """
            ID,Title,Body,Author,Date,Tags,Reply_To,Price
            7,,"The ""blue"" one,\r\nalways.",Ben,2024-01-05 10:00,x,3,1
            3,Which grease?,For press 4.,Ada,2024-01-05T09:00:00Z,"Press, seal;press",,2
            9,Re: Which grease?,Thanks,,5.1.2024 11:00,,7,3

            """)
        #expect(reading.skips.isEmpty)
        #expect(
            reading.posts == [
                ArchivedPost(
                    sourceID: "csv:faq.csv:3", kind: .question, authorName: "Ada",
                    milliseconds: 1_704_445_200_000, title: "Which grease?", body: "For press 4.",
                    tags: ["press", "seal"]),
                ArchivedPost(
                    sourceID: "csv:faq.csv:7", parentSourceID: "csv:faq.csv:3", kind: .answer,
                    authorName: "Ben", milliseconds: 1_704_448_800_000, title: "",
                    body: "The \"blue\" one,\nalways.", tags: ["x"]),
                ArchivedPost(
                    sourceID: "csv:faq.csv:9", parentSourceID: "csv:faq.csv:3", kind: .answer,
                    authorName: "unknown", milliseconds: 1_704_452_400_000, title: "",
                    body: "Thanks"),
            ])
        #expect(reading.summary.undated == 0)
    }

    @Test(
        "tells separators, marks and line ends apart",
        arguments: [
            "title,text\na,b\n", "\u{FEFF}title,text\r\na,b\r\n", "title;text\ra;b",
            "text\ttitle\nb\ta\n", "\"Title\";\"Text\"\n\"a\";\"b\"",
            "\n\ntitle, text\n\na, \"b\"\n",
            "x,title;text,y\nx,a;b,y\n".replacing(",y", with: "").replacing("x,", with: ""),
            "id;Subject;Answer text\n1;a;b", "question,answer\na,b", "\ttitle\ttext\n0\ta\tb\n",
        ])
    func dialects(_ text: String) throws {
        let reading = try reading(text)
        #expect(reading.posts.map(\.title) == ["a"], "\(text)")
        #expect(reading.posts.map(\.body) == ["b"], "\(text)")
        #expect(reading.posts.first?.sourceID == "csv:faq.csv:1")
    }

    @Test("reads a table of one column, and text in an older encoding")
    func oneColumn() throws {
        #expect(
            try reading("text\none\n\"two\nlines\"\n\n").posts.map(\.body) == ["one", "two\nlines"])
        let old = try ArchiveFixture(Array("title;text\na;caf".utf8) + [0xE9], named: "a.csv")
        #expect(try Reading([old.path]).posts.map(\.body) == ["café"])
    }

    @Test("says why a row is no post, and keeps what was answered")
    func skips() throws {
        let reading = try reading(
            """
            id,title,text,parent
            1,,,
            2,a,b,0
            2,again,b,
            ,no id,b,
            5,,,
            6,,lost,99
            7,,to the empty one,5
            8,,round,9
            9,,and round,8
            10,self,b,10
            11,only a title
            12,"never closed,x
            13,a,b
            """)
        #expect(
            reading.posts.map(\.title) == [
                "a", "no id", "(no title)", "", "self", "only a title",
            ])
        #expect(reading.posts[1].sourceID == "csv:faq.csv:row-4")
        #expect(reading.posts[5].body == "(no text)")
        #expect(
            reading.skips.map(\.reason) == [
                .empty, .duplicate, .questionMissing, .questionMissing, .questionMissing,
                .damagedRow,
            ])
    }

    @Test("is told from prose, from mail and from tables about other things")
    func detection() throws {
        for text in [
            "Dear Sir,\nFrom what I hear: all is well.\n", "a,b,c\n1,2,3\n", "[{\"title\": 1}]\n",
            "\"title,text\na,b\n", "Note: text, body\n",
        ] {
            guard case .unknownFormat = failure(text) else {
                Issue.record("\(text)")
                continue
            }
        }
        guard case .noText = failure("id,date\n1,2024-01-05\n") else {
            Issue.record("a table without texts")
            return
        }
        let mail = Mail.message(1, "a", "title,text\nb")
        #expect(try reading(mail).posts.first?.sourceID.hasPrefix("mbox:") == true)
        let quoting = "title,text\nx,\"\(mail.replacing("\"", with: "\"\""))\"\n"
        #expect(try reading(quoting).posts.map(\.title) == ["x"])
        #expect(ArchiveFormat(rawValue: "csv") == .csv)
    }

    @Test(
        "reads dates as programs write them, and none where day and month can't be told apart",
        arguments: [
            ("2024-01-05", 1_704_412_800_000), ("1704412800", 1_704_412_800_000),
            ("1704412800123", 1_704_412_800_123), ("5.1.2024", 1_704_412_800_000),
            ("2024/01/05 00:00", 1_704_412_800_000), ("25/01/2024", 1_706_140_800_000),
            ("1/25/2024", 1_706_140_800_000), ("5 Jan 2024", 1_704_412_800_000),
            ("Fri, 5 Jan 2024 00:00:00 +0000", 1_704_412_800_000),
            ("2024-01-05T01:00:00.5+01:00", 1_704_412_800_000), ("1/5/2024", nil), ("soon", nil),
            ("99/99/2024", nil), ("99999999999999999999", nil), ("", nil), ("2999-01-01", nil),
            ("9223372036854775807/1/1", nil), ("-5.1.2024", nil),
        ] as [(String, Int64?)])
    func dates(_ text: String, _ milliseconds: Int64?) throws {
        let post = try reading("title,date,text\na,\"\(text)\",b\n").posts.first
        #expect(post?.milliseconds == milliseconds)
    }

    @Test("long fields, many columns and long chains end where the limits are")
    func limits() throws {
        let long = String(repeating: "é", count: 1_500_000)
        let wide = String(repeating: ",", count: 5_000)
        let reading = try reading("title,text\na,\"\(long)\"\n\(long),b\nc\(wide)\nd,\"\(long)")
        #expect(reading.summary.truncated == 1)
        #expect(reading.posts.count == 3)
        #expect(reading.posts.first?.body.hasPrefix("éé") == true)
        #expect(reading.skips.map(\.reason) == [.damagedRow])
        let chain = (2...100_000).map { "\($0),x,\($0 - 1)\n" }.reversed().joined()
        let chained = try self.reading("id,text,parent\n\(chain)1,q,\n")
        #expect(chained.summary.answers == 99_999)
        #expect(chained.posts.last?.parentSourceID == "csv:faq.csv:1")
        let circle = try self.reading("id,text,parent\n\(chain)1,q,100000\n")
        #expect(circle.summary.skipped == [.questionMissing: 100_000])
        let ids = try self.reading("id,text\n\(long.prefix(900)),a\n")
        #expect(ids.posts.first?.sourceID.hasPrefix("csv:faq.csv:sha256:") == true)
    }

    @Test("gives the same names at each import")
    func again() throws {
        let fixture = try ArchiveFixture("title,text\na,b\nc,d\n", named: "faq.csv")
        #expect(try Reading([fixture.path]).posts == Reading([fixture.path]).posts)
    }

    @Test("never traps on a file whose bytes are changed at random")
    func mutations() {
        let text = "id,title,text,parent\r\n1,\"a \"\"b\"\"\",c,\n2,,\"d\ne\",1\n3;x\n"
        forAllBytes(Array(text.utf8)) { bytes in
            let fixture = try ArchiveFixture(bytes, named: "faq.csv")
            do {
                _ = try Reading([fixture.path])
            } catch is ArchiveError {}
        }
    }
}
