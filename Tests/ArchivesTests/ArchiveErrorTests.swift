import Archives
import Foundation
import Testing

/// What is no archive is refused in words that help.
struct ArchiveErrorTests {
    private func failure(_ path: String) -> ArchiveError? {
        do {
            _ = try ArchiveReader(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("names what is compressed and the command that unpacks it")
    func compressed() throws {
        let kinds: [([UInt8], String)] = [
            ([0x1F, 0x8B, 8, 0], "gunzip"), (Array("BZh91".utf8), "bunzip2"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27], "7z x"), (Array("PK\u{3}\u{4}xx".utf8), "unzip"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "unxz"),
        ]
        for (magic, tool) in kinds {
            let fixture = try ArchiveFixture(magic + [1, 2, 3])
            let error = try #require(failure(fixture.path))
            #expect(error.hint?.contains("\(tool) \(fixture.path)") == true)
            #expect(error.message.contains(fixture.path))
        }
    }

    @Test("tells empty, binary, foreign and missing files apart")
    func others() throws {
        let empty = try ArchiveFixture("")
        #expect(failure(empty.path) == .empty(path: empty.path))
        let blank = try ArchiveFixture(" \n\r\n\t")
        #expect(failure(blank.path) == .empty(path: blank.path))
        let binary = try ArchiveFixture([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])
        #expect(failure(binary.path) == .binary(path: binary.path))
        let wide = try ArchiveFixture([0xFF, 0xFE, 0x46, 0])
        #expect(failure(wide.path) == .binary(path: wide.path))
        let letter = try ArchiveFixture("Dear Sir,\nFrom what I hear: all is well.\n")
        #expect(failure(letter.path) == .unknownFormat(path: letter.path))
        let page = try ArchiveFixture("<html><body>x</body></html>", named: "Posts.xml")
        #expect(failure(page.path) == .unknownFormat(path: page.path))
        #expect(failure(page.path + "x") == .notFound(path: page.path + "x"))
        #expect(failure("/dev/null") == .notAFile(path: "/dev/null"))
    }

    @Test("tells a folder from a file and names the file in it")
    func folder() throws {
        let fixture = try ArchiveFixture("<posts/>", named: "Posts.xml")
        let folder = fixture.folder.path
        #expect(failure(folder) == .isFolder(path: folder, holdsPosts: true))
        #expect(failure(folder)?.hint?.contains("Posts.xml") == true)
        let parent = fixture.folder.deletingLastPathComponent().path
        #expect(failure(parent) == .isFolder(path: parent, holdsPosts: false))
    }

    @Test("refuses archives of different formats together")
    func mixed() throws {
        let posts = try ArchiveFixture("<posts></posts>", named: "Posts.xml")
        let mail = try posts.add(Mail.message(1, "a", "b"), named: "mail")
        #expect(throws: ArchiveError.mixedFormats) {
            _ = try ArchiveReader(paths: [posts.path, mail])
        }
        #expect(throws: ArchiveError.mixedFormats) {
            _ = try ArchiveReader(paths: [posts.path, posts.path])
        }
    }

    @Test("has a sentence for every error and every reason")
    func words() {
        let errors: [ArchiveError] = [
            .notFound(path: "p"), .isFolder(path: "p", holdsPosts: false), .notAFile(path: "p"),
            .unreadable(path: "p", code: 5), .empty(path: "p"),
            .compressed(path: "p", format: "f", command: "c"), .binary(path: "p"),
            .unknownFormat(path: "p"), .declaresEntities(path: "p"), .nestedTooDeep(path: "p"),
            .mixedFormats, .changedWhileReading(path: "p"), .isFolder(path: "p", holdsPosts: true),
            .damaged(path: "p", part: "x"), .tooMany(path: "p", limit: 1), .noText(path: "p"),
        ]
        #expect(Set(errors.map(\.message)).count == errors.count)
        #expect(Set(Skip.Reason.allCases.map(\.text)).count == Skip.Reason.allCases.count)
    }
}
