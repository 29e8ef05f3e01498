import Archives
import Foundation
import TestKit
import Testing

/// Whole mailboxes: where messages begin, what they are called, which ones become posts.
struct MboxTests {
    @Test("reads the mailbox of a public list with all its habits")
    func pipermail() throws {
        let reading = try Reading(
            mbox: """
                From ada at host.tld  Mon Jan  1 00:00:00 2007
                From: ada at host.tld (Ada Lovelace)
                Date: Mon, 1 Jan 2007 01:00:00 +0100
                Subject: [R] How long does dough rest?
                Message-ID: <1@host.tld>

                From what I know, an hour.
                >From my aunt I heard two.

                From bob at host.tld  Mon Jan  1 02:00:00 2007
                From: bob at host.tld (Bob)
                Date: Mon, 01 Jan 2007 02:00:00 +0000
                Subject: [R] How long does dough rest?
                In-Reply-To: <1@host.tld>
                References: <1@host.tld>
                Message-ID: <2@host.tld>

                > From what I know, an hour.
                Two hours.
                -------------- next part --------------
                An HTML attachment was scrubbed...
                URL: <http://host.tld/attachment.htm>

                """)
        #expect(
            reading.posts == [
                ArchivedPost(
                    sourceID: "mbox:1@host.tld", kind: .question, authorName: "Ada Lovelace",
                    milliseconds: 1_167_609_600_000, title: "How long does dough rest?",
                    body: "From what I know, an hour.\nFrom my aunt I heard two."),
                ArchivedPost(
                    sourceID: "mbox:2@host.tld", parentSourceID: "mbox:1@host.tld", kind: .answer,
                    authorName: "Bob", milliseconds: 1_167_616_800_000,
                    title: "How long does dough rest?",
                    body: "> From what I know, an hour.\nTwo hours."),
            ])
        #expect(reading.skips.isEmpty)
        #expect(reading.summary.questions == 1)
        #expect(reading.summary.answers == 1)
    }

    @Test("reads the same from LF, CRLF and mixed line ends")
    func lineEnds() throws {
        let text = Mail.message(1, "one", "a\n\nb") + Mail.message(2, "two", "c")
        let unix = try Reading(mbox: text)
        let dos = try Reading(
            mbox: text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n"))
        var isOdd = false
        let mixed = try Reading(
            mbox: text.flatMap { character -> [UInt8] in
                guard character == "\n" else { return Array(String(character).utf8) }
                isOdd.toggle()
                return isOdd ? [0x0D, 0x0A] : [0x0A]
            })
        #expect(unix.posts.count == 2)
        #expect(unix.posts.map(\.body) == ["a\n\nb", "c"])
        #expect(dos.posts == unix.posts)
        #expect(mixed.posts == unix.posts)
    }

    @Test("finds separators without blank lines before them, and none within a text")
    func separators() throws {
        let body = """
            I got this today:
            From old@host.tld Mon Jan  1 00:00:00 2007
            and nothing after it.
            """
        let text = Mail.message(1, "one", body) + Mail.message(2, "two", "x")
        let tight = text.replacing("it.\n\nFrom", with: "it.\nFrom")
        #expect(tight != text)
        #expect(try Reading(mbox: text).posts.map(\.body) == [body, "x"])
        #expect(try Reading(mbox: tight).posts.map(\.body) == [body, "x"])
    }

    @Test("takes the quoting of From off, but not within what a person quotes")
    func quotedFrom() throws {
        let body = ">From here\n>>From there\n> quoted\n>From quoted\nend\n>From end"
        let reading = try Reading(mbox: Mail.message(1, "one", body))
        #expect(
            reading.posts.first?.body
                == "From here\n>From there\n> quoted\n>From quoted\nend\nFrom end")
    }

    @Test("names messages without an id by their content, the same at each reading")
    func missingID() throws {
        let one = Mail.message(nil, "one", "text"), other = Mail.message(nil, "one", "other text")
        let reading = try Reading(mbox: one + other + one)
        #expect(reading.posts.count == 2)
        #expect(reading.posts.allSatisfy { $0.sourceID.hasPrefix("mbox:sha256:") })
        #expect(reading.posts[0].sourceID != reading.posts[1].sourceID)
        #expect(reading.skips.map(\.reason) == [.duplicate])
        let moved = try Reading(mbox: "\n" + Mail.message(7, "seven", "x") + one + "\n\n")
        #expect(moved.posts.last?.sourceID == reading.posts[0].sourceID)
        #expect(
            reading.posts[0].sourceID.utf8.count == "mbox:sha256:".utf8.count + 32)
    }

    @Test("keeps one of two equal messages, and both of two that share an id")
    func duplicates() throws {
        let first = Mail.message(1, "one", "text")
        let copy = first.replacing("Subject:", with: "Received: by other\nSubject:") + "\n\n"
        let other = Mail.message(1, "one", "another text")
        let reading = try Reading(mbox: first + copy + other + other)
        #expect(reading.posts.map(\.body) == ["text", "another text"])
        #expect(reading.posts[0].sourceID == "mbox:1@host.tld")
        #expect(reading.posts[1].sourceID.hasPrefix("mbox:sha256:"))
        #expect(reading.skips.map(\.reason) == [.duplicate, .duplicate])
        #expect(reading.skips.first?.excerpt == "one")
        #expect(reading.skips.first?.byteOffset == Int64(first.utf8.count))
    }

    @Test("gives a message the date of its separator where its own can't be true")
    func dates() throws {
        func milliseconds(_ date: String, from: String = "Mon Jan  1 00:00:00 2007") throws
            -> Int64?
        {
            let text = "From a@b \(from)\nFrom: a@b\nDate: \(date)\nSubject: s\n\nx\n"
            return try Reading(mbox: text).posts.first?.milliseconds
        }
        let delivered: Int64 = 1_167_609_600_000
        #expect(try milliseconds("Sun, 31 Dec 2006 23:59:00 GMT") == delivered - 60_000)
        #expect(try milliseconds("1 Jan 1904 00:00:00 GMT") == delivered)
        #expect(try milliseconds("1 Jan 1970 00:00:00 GMT") == delivered)
        #expect(try milliseconds("1 Jan 2036 00:00:00 GMT") == delivered)
        #expect(try milliseconds("nonsense") == delivered)
        #expect(try milliseconds("1 Jan 2006 00:00:00 GMT") == delivered - 365 * 86_400_000)
        let patch = "Mon Sep 17 00:00:00 2001"
        #expect(try milliseconds("1 Jan 2007 00:00:00 GMT", from: patch) == delivered)
        #expect(try milliseconds("nonsense", from: patch) == nil)
        #expect(
            try milliseconds("1 Jan 2999 00:00:00 GMT", from: "Thu Jan  1 00:00:00 1970") == nil)
    }

    @Test("makes a title of the first words, and says where nothing was written")
    func emptyParts() throws {
        let reading = try Reading(
            mbox: Mail.message(1, "", "On Monday Ada wrote:\n> dough\nIt rests.")
                + Mail.message(2, "only this", "") + Mail.message(3, "", ""))
        #expect(reading.posts.map(\.title) == ["It rests.", "only this"])
        #expect(reading.posts.map(\.body)[1] == "(no text)")
        #expect(reading.skips.map(\.reason) == [.empty])
    }

    @Test("skips what a mail program keeps for itself, and text before the first message")
    func foreignText() throws {
        let state = Mail.message(9, "DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", "x")
        let reading = try Reading(
            mbox: "my archive\nof 2007\n\n" + state + Mail.message(1, "a", "b"))
        #expect(reading.posts.map(\.title) == ["a"])
        #expect(reading.skips.map(\.reason) == [.outsideMessage, .folderState])
        #expect(reading.skips.first?.excerpt == "my archive")
        #expect(reading.summary.skippedInOrder.map(\.count) == [1, 1])
    }

    @Test("reads a single message without a separator, and one with a byte order mark")
    func bareMessage() throws {
        let text = "From: Ada <a@b>\nSubject: s\nDate: 1 Jan 2007 00:00:00 GMT\n\nbody\n"
        #expect(try Reading(mbox: text).posts.map(\.authorName) == ["Ada"])
        let marked = [0xEF, 0xBB, 0xBF] + Array(Mail.message(1, "one", "x").utf8)
        #expect(try Reading(mbox: marked).posts.map(\.sourceID) == ["mbox:1@host.tld"])
    }

    @Test("cuts what is too long and says how much")
    func longBody() throws {
        let reading = try Reading(
            mbox: Mail.message(1, "long", String(repeating: "word ", count: 10_000))
                + Mail.message(2, "dough", String(repeating: "麺", count: 30_000)))
        #expect(reading.posts.count == 2)
        for post in reading.posts {
            #expect(post.cutCharacters > 0)
            #expect(post.body.hasSuffix("[… cut on import: \(post.cutCharacters) characters]"))
            #expect(post.body.unicodeScalars.count <= 40_000)
            #expect(post.body.utf8.count <= 56_000)
        }
        #expect(reading.summary.truncated == 2)
    }

    @Test("threads the months of a list as one archive")
    func months() throws {
        let january = try ArchiveFixture(Mail.message(1, "dough", "rest?"))
        let february = try january.add(
            Mail.message(2, "Re: dough", "yes", more: "References: <1@host.tld>"), named: "feb")
        let reading = try Reading([january.path, february])
        #expect(reading.posts.map(\.parentSourceID) == [nil, "mbox:1@host.tld"])
    }

    @Test("counts its bytes up to the end, never backwards")
    func progress() throws {
        let text = (1...300).map { Mail.message($0, "s", String(repeating: "x", count: $0)) }
            .joined()
        let fixture = try ArchiveFixture(text)
        var reader = try ArchiveReader(path: fixture.path)
        var last: Int64 = 0
        while try reader.next() != nil {
            #expect(reader.bytesDone >= last)
            last = reader.bytesDone
        }
        #expect(last <= reader.bytesTotal)
        #expect(reader.bytesDone == reader.bytesTotal)
        #expect(reader.bytesTotal == Int64(text.utf8.count) * 2)
    }

    @Test("never traps on a mailbox whose bytes are changed at random")
    func mutations() {
        let text = Mail.message(1, "one", "x") + Mail.message(2, "Re: one", "y")
        forAllBytes(Array(text.utf8)) { bytes in
            let fixture = try ArchiveFixture(bytes)
            do {
                _ = try Reading([fixture.path])
            } catch is ArchiveError {}
        }
    }
}

/// Messages for tests.
enum Mail {
    /// A message with an id, a subject and a text; each one is written a minute after the other.
    static func message(
        _ number: Int?, _ subject: String, _ body: String, more: String? = nil,
        date: String? = nil
    ) -> String {
        let clock = String(format: "%02d:%02d", (number ?? 0) / 60 % 24, (number ?? 0) % 60)
        var lines = ["From a@host.tld Mon Jan  1 \(clock):00 2007", "From: A <a@host.tld>"]
        lines.append("Date: \(date ?? "Mon, 1 Jan 2007 \(clock):00 +0000")")
        lines.append("Subject: \(subject)")
        if let number { lines.append("Message-ID: <\(number)@host.tld>") }
        if let more { lines.append(more) }
        return (lines + ["", body, "", ""]).joined(separator: "\n")
    }
}
