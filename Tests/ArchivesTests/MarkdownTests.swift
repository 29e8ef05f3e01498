import Archives
import Foundation
import TestKit
import Testing

/// Folders of notes, as they should be and as they should not.
struct MarkdownTests {
    private func post(_ text: String, named name: String = "Note.md") throws -> ArchivedPost? {
        try Reading(try FolderFixture([name: text])).posts.first
    }

    @Test("reads notes in the order of their names, with what they say about themselves")
    func notes() throws {
        let folder = try FolderFixture([
            "Press 4.md": """
            ---
            title: "Press 4: the seal"
            tags: [Press, "wash-down"]
            author: Ada
            date: 2024-01-05
            ---
            Use the blue one. #seal
            """,
            "deep/er/Note.markdown": "# A heading #\n\nSee [[Press 4]].\n",
            "Untitled.MD": "Just words.",
        ])
        let reading = try Reading([folder.path])
        #expect(reading.skips.isEmpty)
        #expect(
            reading.posts.first
                == ArchivedPost(
                    sourceID: "markdown:Shop:Press 4.md", kind: .question, authorName: "Ada",
                    milliseconds: 1_704_412_800_000, title: "Press 4: the seal",
                    body: "Use the blue one. #seal", tags: ["press", "wash-down", "seal"]))
        #expect(
            reading.posts.map(\.sourceID) == [
                "markdown:Shop:Press 4.md", "markdown:Shop:Untitled.MD",
                "markdown:Shop:deep/er/Note.markdown",
            ])
        #expect(reading.posts.map(\.title) == ["Press 4: the seal", "Untitled", "A heading"])
        #expect(reading.posts.last?.body == "See Press 4.")
        #expect(reading.posts.last?.authorName == "unknown")
        #expect(try Reading([folder.path + "/."]).posts == reading.posts)
    }

    @Test("takes the date of the file where the note has none")
    func fileDate() throws {
        let folder = try FolderFixture(["a.md": "x", "b.md": "---\ncreated: soon\n---\nx"])
        for name in ["a.md", "b.md"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
                ofItemAtPath: "\(folder.path)/\(name)")
        }
        let reading = try Reading([folder.path])
        #expect(reading.posts.map(\.milliseconds) == [1_600_000_000_000, 1_600_000_000_000])
        #expect(try Reading([folder.path], latest: 5).summary.undated == 2)
    }

    @Test("understands the ways in which front matter is written")
    func frontMatter() throws {
        let cases: [(String, [String])] = [
            ("tags: a, b", ["a", "b"]), ("tags: [a, 'b c', \"d, e\"]", ["a", "b c", "d, e"]),
            ("tags:\n  - a\n  - \"#b\" # why\n- c", ["a", "b", "c"]), ("tags: a # b", ["a"]),
            ("Tag: A", ["a"]), ("tags: [a,\n  b]", ["a", "b"]), ("tags: [[a]]", ["a"]),
            ("tags: &x [a, *x]", ["&x [a", "*x]"]), ("tags:", []), ("tags: []", []),
            ("# tags: a\nx y\n  tags: b", []),
        ]
        for (matter, tags) in cases {
            #expect(try post("---\n\(matter)\n---\nx")?.tags == tags, "\(matter)")
        }
        #expect(try post("---\r\ntitle: 'it''s'\r\n...\r\nx")?.title == "it's")
        #expect(try post("---\ntitle: >\n  one\n  two\n---\nx")?.title == "one two")
        #expect(try post("---\nauthors:\n- \"[[Ada]]\"\n- Ben\n---\nx")?.authorName == "Ada, Ben")
        #expect(try post("\u{FEFF}---\ntitle: marked\n---\nx")?.title == "marked")
        #expect(try post("---\ntitle: open\n\nx")?.body == "---\ntitle: open\n\nx")
        #expect(try post("----\ntitle: no\n---\nx")?.title == "Note")
    }

    @Test("turns links to notes into words and leaves code as it is")
    func links() throws {
        let cases = [
            ("[[Page]], [[a/Page.md]]", "Page, Page"), ("[[Page|the label]]", "the label"),
            ("[[Page#Heading]] [[#Heading]] [[Page#^1]]", "Page Heading Page"),
            ("![[loaf.png]] ![[loaf.png|300]] ![[loaf.png|A loaf]]", "loaf.png loaf.png A loaf"),
            ("| [[Page\\|label]] |", "| label |"), ("`[[ -f x ]]` [[P]]", "`[[ -f x ]]` P"),
            ("```\nif [[ -f x ]]; #no\n```\n[[P]]", "```\nif [[ -f x ]]; #no\n```\nP"),
            ("~~~sh\n[[x]]\n```\n~~~\n[[P]]", "~~~sh\n[[x]]\n```\n~~~\nP"),
            ("[[open, [[P]] `", "[[open, P `"), ("[[]] ]] [[|]] [[a\nb]]", "[[]] ]]  [[a\nb]]"),
            ("[a](b) [x][y] #Tag", "[a](b) [x][y] #Tag"),
        ]
        for (text, expected) in cases { #expect(try post(text)?.body == expected) }
    }

    @Test("collects tags within the text")
    func tags() throws {
        let text = "#One and #two/three, a#no #12 # no \\#no (#no) #x1-y_z.\n`#no`\n#Über #one"
        #expect(try post(text)?.tags == ["one", "two/three", "x1-y_z", "über"])
        let many = (0..<50).map { "#t\($0)" }.joined(separator: " ")
        #expect(try post(many)?.tags.count == ArchiveLimits.tags)
    }

    @Test("says why a file is no post")
    func skips() throws {
        let folder = try FolderFixture([
            "a.md": "x", "b.txt": "x", ".obsidian/c.md": "x", ".d.md": "x", "empty.md": "",
            "blank.md": " \n\n", "titled.md": "# Only a title\n",
            "matter.md": "---\ntags: a\n---\n",
        ])
        try folder.add("binary.md", [0x7F, 0, 1, 2])
        try folder.add("latin.md", Array("caf".utf8) + [0xE9])
        try folder.add("wide.md", [0xFF, 0xFE, 0x61, 0, 0x62, 0])
        let links = FileManager.default
        try links.createSymbolicLink(
            atPath: folder.path + "/link.md", withDestinationPath: "/etc/passwd")
        try links.createSymbolicLink(
            atPath: folder.path + "/loop", withDestinationPath: folder.path)
        let reading = try Reading([folder.path])
        #expect(reading.posts.map(\.title) == ["a", "latin", "Only a title", "wide"])
        #expect(reading.posts.map(\.body) == ["x", "café", "(no text)", "ab"])
        #expect(
            reading.summary.skipped == [
                .otherFile: 1, .hidden: 2, .empty: 3, .notText: 1, .link: 2,
            ])
    }

    @Test("refuses a folder without notes, and one whose files are of another archive")
    func otherFolders() throws {
        let folder = try FolderFixture(["list.mbox": "x"])
        #expect(throws: ArchiveError.isFolder(path: folder.path, holdsPosts: false)) {
            try ArchiveReader(path: folder.path)
        }
        let dump = try FolderFixture(["Posts.xml": "<posts/>", "a.md": "x"])
        #expect(throws: ArchiveError.isFolder(path: dump.path, holdsPosts: true)) {
            try ArchiveReader(path: dump.path)
        }
    }

    @Test("long and deep things end where the limits are")
    func limits() throws {
        let folder = try FolderFixture([
            "\(String(repeating: "n", count: 240)).md": "x",
            "big.md": String(repeating: "é", count: 3_000_000),
            "\(String(repeating: "d/", count: 60))deep.md": "x",
            "links.md": String(repeating: "[[`#", count: 200_000),
            "matter.md": "---\n" + String(repeating: "a: [[[\"\n", count: 200_000),
        ])
        let reading = try Reading([folder.path])
        #expect(reading.posts.count == 4)
        #expect(reading.summary.skipped == [.tooDeep: 1])
        #expect(reading.summary.truncated == 3)
        #expect(reading.posts.allSatisfy { $0.sourceID.utf8.count <= ArchiveLimits.sourceBytes })
        #expect(reading.posts.contains { $0.sourceID.hasPrefix("markdown:Shop:sha256:") })
        #expect(reading.posts.contains { $0.body.hasPrefix("éé") })
    }

    @Test("never traps on a note whose bytes are changed at random")
    func mutations() throws {
        let text = "---\ntitle: \"a\"\ntags: [a, b]\n- x\n---\n# H #\n[[a|b]] ![[c]] `x` #t\n```\n"
        let folder = try FolderFixture()
        forAllBytes(Array(text.utf8)) { bytes in
            try folder.add("a.md", bytes)
            _ = try Reading([folder.path])
        }
    }
}
