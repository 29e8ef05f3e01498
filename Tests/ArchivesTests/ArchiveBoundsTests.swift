import Archives
import Foundation
import Testing

/// Memory stays the same however long a line, a message or a file is (catalogue 69).
@Suite(.serialized)
struct ArchiveBoundsTests {
    /// Writes a file with a hole of a gibibyte in it, which takes no room on most disks.
    private static func holed(_ start: String, _ end: String, named name: String) throws
        -> ArchiveFixture
    {
        let fixture = try ArchiveFixture(start, named: name)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(start.utf8.count) + (1 << 30))
        try file.write(contentsOf: Data(end.utf8))
        return fixture
    }

    /// The most memory that this process has had, in KiB.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    @Test("a line of a gibibyte passes without taking its size in memory")
    func longLine() async {
        // In a process of its own: other tests take memory meanwhile.
        await #expect(processExitsWith: .success) {
            let fill = String(repeating: "x", count: 70_000)
            let fixture = try Self.holed(
                Mail.message(1, "one", "text\n" + fill).trimmed,
                "\n\n" + Mail.message(2, "two", "end"), named: "list.mbox")
            let before = try Self.peak()
            let reading = try Reading([fixture.path])
            #expect(try Self.peak() - before < 100_000)
            #expect(reading.posts.map(\.title) == ["one", "two"])
            #expect(reading.posts.first?.cutCharacters ?? 0 > 0)
            #expect(reading.posts.last?.body == "end")
        }
    }

    @Test("an attribute of a gibibyte passes without taking its size in memory")
    func longAttribute() async {
        await #expect(processExitsWith: .success) {
            let fill = String(repeating: "x", count: 70_000)
            let fixture = try Self.holed(
                "<posts><row Id=\"1\" PostTypeId=\"1\" Title=\"one\" Body=\"\(fill)",
                "\"/><row Id=\"2\" PostTypeId=\"1\" Title=\"two\" Body=\"b\"/></posts>",
                named: "Posts.xml")
            let before = try Self.peak()
            let reading = try Reading([fixture.path])
            #expect(try Self.peak() - before < 100_000)
            #expect(reading.posts.map(\.title) == ["one", "two"])
        }
    }

    @Test("a field of a gibibyte passes without taking its size in memory")
    func longField() async {
        await #expect(processExitsWith: .success) {
            let fill = String(repeating: "x", count: 70_000)
            let fixture = try Self.holed(
                "title,other,text\none,\"\(fill)", "\",\"\(fill)\"\ntwo,,end\n", named: "a.csv")
            let before = try Self.peak()
            let reading = try Reading([fixture.path])
            #expect(try Self.peak() - before < 100_000)
            #expect(reading.posts.map(\.title) == ["one", "two"])
            #expect(reading.posts.last?.body == "end")
        }
    }

    @Test("a message of many attachments costs what is kept of it")
    func longMessage() throws {
        let line = String(repeating: "QUFB", count: 19) + "\n"
        let text = Mail.message(
            1, "big",
            "--b\n\nhello\n--b\nContent-Type: image/png\n"
                + "Content-Transfer-Encoding: base64\n\n" + String(repeating: line, count: 60_000),
            more: "Content-Type: multipart/mixed; boundary=b")
        let reading = try Reading(mbox: text + Mail.message(2, "two", "end"))
        #expect(reading.posts.map(\.body) == ["hello\n\n[attachment: image/png]", "end"])
    }

    @Test("HTML that never closes anything stays flat")
    func openTags() throws {
        let html = String(repeating: "<div><ul><li><blockquote><b>", count: 4_000) + "core"
        let text = Mail.message(1, "x", html, more: "Content-Type: text/html")
        let body = try #require(try Reading(mbox: text).posts.first?.body)
        #expect(body.contains("core") || body.contains("cut on import"))
    }
}

extension String {
    /// The text without line feeds at its end.
    fileprivate var trimmed: String {
        var text = self
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
