import Foundation
import TestKit
import Testing

@testable import Archives

/// Lines and messages that lie across the ends of buffers.
struct LineReaderTests {
    @Test("cuts a file into the same lines wherever its buffers end")
    func lines() {
        forAll(cases: 12, "the lines are those of the file") { generator in
            var bytes: [UInt8] = []
            var expected: [[UInt8]] = []
            while bytes.count < 700_000 {
                let isLong = Int.random(in: 0..<400, using: &generator) == 0
                let count = Int.random(in: 0...(isLong ? 300_000 : 900), using: &generator)
                expected.append([UInt8](repeating: UInt8(ascii: "x"), count: count))
                let end: [UInt8] = Bool.random(using: &generator) ? [0x0A] : [0x0D, 0x0A]
                bytes += expected[expected.count - 1] + end
            }
            let fixture = try ArchiveFixture(bytes)
            let file = try ArchiveFile(path: fixture.path)
            let ahead = Int.random(in: 0...1_000, using: &generator)
            var reader = LineReader(file, buffer: bytes[..<ahead])
            var found: [[UInt8]] = []
            while let line = try reader.next() { found.append(Array(line.bytes)) }
            return found == expected && reader.offset == Int64(bytes.count)
        }
    }

    @Test("keeps a line up to the bound, and counts the rest of it")
    func longLine() throws {
        let limit = ArchiveLimits.lineBytes
        for (extra, end) in [(-1, "\r\n"), (0, "\n"), (0, "\r\n"), (5, "\r\n")] {
            let text = String(repeating: "x", count: limit + extra) + end + "next"
            let fixture = try ArchiveFixture(text)
            var reader = LineReader(try ArchiveFile(path: fixture.path))
            let line = try #require(try reader.next())
            #expect(line.bytes.count == min(limit, limit + extra))
            let isReturnKept = end.utf8.count > 1 && extra >= 0
            #expect(line.dropped == Int64(max(0, extra) + (isReturnKept ? 1 : 0)))
            #expect(try reader.next().map { Array($0.bytes) } == Array("next".utf8))
            #expect(try reader.next() == nil)
        }
    }

    @Test("reads messages of any length in any order")
    func messages() throws {
        // Replies stand before what they answer, far away, so that the second pass must leap.
        let sizes = [10, 300_000, 5, 262_144, 100, 600_000, 1]
        let text = sizes.enumerated().map { place, size in
            Mail.message(
                place + 1, "s\(place)", "\(place) " + String(repeating: "word\n", count: size / 5),
                more: place == 0 ? "References: <7@host.tld>" : nil)
        }
        let posts = try Reading(mbox: text.joined()).posts
        #expect(posts.map(\.sourceID) == [7, 1, 2, 3, 4, 5, 6].map { "mbox:\($0)@host.tld" })
        #expect(posts.map { $0.body.prefix(2) } == ["6", "0 ", "1 ", "2 ", "3 ", "4 ", "5 "])
    }

    @Test("compares the content of a message that has no separator")
    func bareContent() throws {
        let head = "From: Ada <a@b>\nSubject: s\nDate: 1 Jan 2007 00:00:00 GMT\nMessage-ID: <1@h>\n"
        let copy = "From a@b Mon Jan  1 00:00:00 2007\n" + head + "\nbody\n\n\n"
        for mark in ["", "\u{FEFF}", "\n\n"] {
            let same = try Reading(mbox: mark + head + "\nbody\n\n" + copy + copy)
            #expect(same.skips.map(\.reason) == [.duplicate, .duplicate])
            let other = try Reading(mbox: mark + head + "\nother\n\n" + copy + copy)
            #expect(other.skips.map(\.reason) == [.duplicate])
            #expect(other.posts.map(\.body) == ["other", "body"])
        }
    }

    @Test("compares the content of messages of different files")
    func contentOfFiles() throws {
        let first = try ArchiveFixture(Mail.message(1, "one", "text"))
        let second = try first.add(
            Mail.message(1, "one", "other") + Mail.message(1, "one", "text"), named: "second")
        let reading = try Reading([first.path, second])
        #expect(reading.posts.map(\.body) == ["text", "other"])
        #expect(reading.skips.map(\.path) == [second])
    }
}
