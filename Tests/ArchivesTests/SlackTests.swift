import Archives
import Foundation
import TestKit
import Testing

/// Exports of Slack, as they should be and as they should not.
struct SlackTests {
    private static let users = """
        [{"id": "U1", "team_id": "T1", "name": "ada", "profile": {"display_name": "Ada L."}},
         {"id": "U2", "team_id": "T1", "name": "ben", "profile": {"real_name": "Ben"}},
         {"id": "U3", "team_id": "T9", "name": "guest"}, "odd", {"name": "no id"},
         {"id": "UB", "team_id": "T1", "name": "robot", "is_bot": true}]
        """
    private static let channels = """
        [{"id": "C1", "name": "general"}, {"id": "C2", "name": "Press-Shop"}]
        """

    private func export(_ files: [String: String], named name: String = "Shop") throws
        -> FolderFixture
    {
        let lists = ["users.json": Self.users, "channels.json": Self.channels]
        return try FolderFixture(lists.merging(files) { $1 }, named: name)
    }

    private func reading(_ messages: String) throws -> Reading {
        try Reading(try export(["general/2024-01-05.json": "[\(messages)]"]))
    }

    private func body(_ text: String) throws -> String? {
        let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        return try reading("{\"user\": \"U1\", \"text\": \(json), \"ts\": \"1.0\"}").posts.first?
            .body
    }

    @Test("reads a thread over two days, and a lone message")
    func thread() throws {
        let export = try export([
            "Press-Shop/2024-01-05.json": """
            [{"type": "message", "user": "U1", "ts": "1704448800.000100",
              "thread_ts": "1704448800.000100", "reply_count": 2,
              "text": "Which grease for press 4?\\nThe old one is gone."},
             {"type": "message", "user": "U3", "text": "Alone", "ts": "1704448700.000200"}]
            """.replacing("\\n", with: "\\n"),
            "Press-Shop/2024-01-06.json": """
            [{"type": "message", "user": "U2", "text": "The blue one.", "ts": "1704535200.000300",
              "thread_ts": "1704448800.000100", "parent_user_id": "U1"},
             {"type": "message", "subtype": "thread_broadcast", "user": "U9", "text": "Thanks",
              "user_profile": {"real_name": "Zoe"}, "ts": "1704535201.5",
              "thread_ts": "1704448800.000100", "files": [{"name": "press.jpg"}, {"id": "F"}]}]
            """,
        ])
        let reading = try Reading([export.path])
        #expect(reading.skips.isEmpty)
        #expect(
            reading.posts == [
                ArchivedPost(
                    sourceID: "slack:T1:C2:1704448700.000200", kind: .question,
                    authorName: "guest", milliseconds: 1_704_448_700_000, title: "Alone",
                    body: "Alone", tags: ["press-shop"]),
                ArchivedPost(
                    sourceID: "slack:T1:C2:1704448800.000100", kind: .question,
                    authorName: "Ada L.", milliseconds: 1_704_448_800_000,
                    title: "Which grease for press 4?",
                    body: "Which grease for press 4?\nThe old one is gone.", tags: ["press-shop"]),
                ArchivedPost(
                    sourceID: "slack:T1:C2:1704535200.000300",
                    parentSourceID: "slack:T1:C2:1704448800.000100", kind: .answer,
                    authorName: "Ben", milliseconds: 1_704_535_200_000, title: "",
                    body: "The blue one.", tags: ["press-shop"]),
                ArchivedPost(
                    sourceID: "slack:T1:C2:1704535201.500000",
                    parentSourceID: "slack:T1:C2:1704448800.000100", kind: .answer,
                    authorName: "Zoe", milliseconds: 1_704_535_201_500, title: "",
                    body: "Thanks\n\n[attachment: press.jpg]", tags: ["press-shop"]),
            ])
        #expect(try Reading([export.path]).posts == reading.posts)
    }

    @Test("turns Slack's marks into what people read")
    func marks() throws {
        let cases = [
            ("<@U1> and <@U7|zed>, <@U8>", "@Ada L. and @zed, @U8"),
            ("see <#C1|general> and <#C2>", "see #general and #Press-Shop"),
            ("<https://x.org/a|the page>", "[the page](https://x.org/a)"),
            ("<https://x.org/a_(b)|a [b]>", "[a \\[b\\]](https://x.org/a_%28b%29)"),
            ("<https://x.org>, <http://y.org|y.org>", "https://x.org, http://y.org"),
            ("<https://x.org?a=1&amp;b=2|go>", "[go](https://x.org?a=1&b=2)"),
            ("<mailto:a@b.org|a@b.org> <javascript:alert(1)|go>", "a@b.org go"),
            ("1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;lt;", "1 < 2 && 3 > 2, &lt;"),
            ("<!here> <!subteam^S1|@press> <!date^1^{date}|today>", "@here @press today"),
            ("a < b, <", "a < b, <"),
        ]
        for (text, expected) in cases { #expect(try body(text) == expected) }
        let title = try reading(
            "{\"user\": \"U1\", \"ts\": \"1.0\", \"text\": \"```\\n<https://x.org|this> fails```\"}"
        )
        #expect(title.posts.first?.title == "this fails```")
    }

    @Test("says why a message is no post, and keeps what was answered")
    func skips() throws {
        let reading = try reading(
            """
            {"type": "message", "subtype": "channel_join", "user": "U1", "text": "<@U1> joined",
             "ts": "1.000001"},
            {"type": "message", "subtype": "bot_message", "text": "Build failed", "ts": "2.0"},
            {"type": "message", "user": "UB", "bot_id": "B1", "text": "Beep", "ts": "3.0"},
            {"type": "message", "user": "U1", "bot_id": "B1", "text": "By a program", "ts": "4.0"},
            {"type": "message", "subtype": "bot_message", "text": "Press 4 stopped", "ts": "5.0",
             "reply_count": 1, "username": "Monitor"},
            {"type": "message", "user": "U2", "text": "On my way", "ts": "6.0", "thread_ts": "5.0"},
            {"type": "message", "user": "U2", "text": "On my way", "ts": "6.0", "thread_ts": "5.0"},
            {"type": "message", "user": "U2", "text": "To whom?", "ts": "7.0", "thread_ts": "0.5"},
            {"type": "message", "user": "U2", "text": " ", "ts": "8.0"},
            {"type": "message", "user": "U2", "text": "", "ts": "9.0",
             "attachments": [{"fallback": "A card"}, 7]},
            {"type": "message", "user": "U2", "text": "No time", "ts": "now"},
            {"type": 4, "user": ["U2"], "text": "Odd", "ts": "10.0"}, 17, null, ["a"]
            """)
        #expect(
            reading.posts.map(\.body) == [
                "By a program", "Press 4 stopped", "On my way", "A card", "Odd",
            ])
        #expect(reading.posts.map(\.authorName) == ["Ada L.", "Monitor", "Ben", "Ben", "unknown"])
        var reasons: [Skip.Reason: Int] = [:]
        for skip in reading.skips { reasons[skip.reason, default: 0] += 1 }
        #expect(
            reasons == [
                .notice: 3, .duplicate: 1, .questionMissing: 1, .empty: 1, .damagedRow: 4,
            ])
    }

    @Test("reads public channels only")
    func privateChannels() throws {
        let message = "[{\"user\": \"U1\", \"text\": \"secret\", \"ts\": \"1.0\"}]"
        let reading = try Reading(
            try export([
                "D024BE91L/2024-01-05.json": message, "board/2024-01-05.json": message,
                "board/2024-01-06.json": message, "general/2024-01-05.json": message,
                "groups.json": "[]", "general/notes.txt": "x",
            ]))
        #expect(reading.posts.count == 1)
        #expect(reading.summary.skipped == [.notPublic: 2, .otherFile: 1])
    }

    @Test("reads the zip file as it reads the folder, also within one more folder")
    func packed() throws {
        let zip = try ArchiveFixture(ZipFolderTests.packed, named: "Export.zip")
        #expect(try ArchiveFormat.detect(path: zip.path) == .slack)
        let reading = try Reading([zip.path])
        #expect(reading.posts.map(\.sourceID) == ["slack:T1:C1:1704448800.000100"])
        #expect(reading.posts.first?.authorName == "Ada")
        var writer = ZipWriter()
        var bytes: [UInt8] = []
        let day = "[{\"user\": \"U1\", \"text\": \"a\", \"ts\": \"1.0\"}]"
        for (name, text) in [
            ("X/users.json", "[]"), ("X/channels.json", Self.channels), ("__MACOSX/X/a.json", "x"),
            ("X/general/2024-01-05.json", day), ("X/general/2024-01-06.json", "[{"),
        ] {
            bytes += try writer.add(name, Array(text.utf8))
        }
        let wrapped = try ArchiveFixture(bytes + (try writer.finish()), named: "Shop.zip")
        let inner = try Reading([wrapped.path])
        #expect(inner.posts.map(\.sourceID) == ["slack:Shop:C1:1.000000"])
        #expect(inner.skips.map(\.reason) == [.damagedFile])
    }

    @Test("leaves exports of Hearth and other zip files alone")
    func otherZips() throws {
        for names in [
            ["hearth-export.json", "users.json", "channels.json"], ["users.json"],
            ["a/b/users.json", "a/b/channels.json"], ["notes.md"],
        ] {
            var writer = ZipWriter()
            var bytes: [UInt8] = []
            for name in names { bytes += try writer.add(name, Array("[]".utf8)) }
            let zip = try ArchiveFixture(bytes + (try writer.finish()), named: "a.zip")
            #expect(
                throws: ArchiveError.compressed(
                    path: zip.path, format: "zip", command: "unzip \(zip.path)")
            ) { try ArchiveFormat.detect(path: zip.path) }
        }
    }

    @Test("hostile files are skipped, lists without which nothing makes sense are errors")
    func hostile() throws {
        let deep = String(repeating: "[", count: 200_000)
        let bytes: [UInt8] = Array("[{\"user\": \"U1\", \"ts\": \"1.0\", \"text\": \"a".utf8)
        let export = try export([
            "general/2024-01-05.json": deep, "general/2024-01-06.json": "{}",
            "general/2024-01-07.json": "", "general/2024-01-09.json": "[]",
            "general/2024-01-10.json": "[" + String(repeating: "1,", count: 200_000) + "1]",
        ])
        try export.add("general/2024-01-08.json", bytes + [0xFF, 0xC3] + Array("\"}]".utf8))
        let reading = try Reading([export.path])
        #expect(reading.posts.map(\.body) == ["a\u{FFFD}\u{FFFD}"])
        #expect(reading.summary.skipped == [.damagedFile: 4])
        for list in [deep, "{}", "", "nonsense"] {
            let broken = try self.export(["users.json": list])
            #expect(throws: ArchiveError.self) { try ArchiveReader(path: broken.path) }
        }
    }

    @Test("never traps on a file whose bytes are changed at random")
    func mutations() throws {
        let text = """
            [{"type": "message", "user": "U1", "text": "<@U1> <https://x|y> &lt;", "ts": "1.5",
              "thread_ts": "1.5", "reply_count": 1, "files": [{"name": "a"}]},
             {"user": "U2", "text": "b", "ts": "2.000001", "thread_ts": "1.5"}]
            """
        let export = try export([:])
        forAllBytes(Array(text.utf8)) { bytes in
            try export.add("general/2024-01-05.json", bytes)
            _ = try Reading([export.path])
        }
        forAllBytes(ZipFolderTests.packed) { bytes in
            let fixture = try ArchiveFixture(bytes, named: "a.zip")
            do {
                _ = try Reading([fixture.path])
            } catch is ArchiveError {}
        }
    }
}
