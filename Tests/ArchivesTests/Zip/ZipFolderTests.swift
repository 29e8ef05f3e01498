import Foundation
import TestKit
import Testing

@testable import Archives

/// Zip files of other programs, whole and hostile.
struct ZipFolderTests {
    /// A small Slack export, packed with DEFLATE.
    static let packed: [UInt8] = {
        let text = """
            UEsDBBQAAAAIAABQJVgUo5IoOAAAAD0AAAAKAAAAdXNlcnMuanNvbouuVspMUbJSCjVU0lEqSU3MjQdz
            Q0DcgqL8tMycVCWraqWUzOKCnMTK+LzEXCBfyTElUam2NhYAUEsDBBQAAAAIAABQJVhP8qWaHgAAAB4A
            AAANAAAAY2hhbm5lbHMuanNvbouuVspMUbJScjZU0lHKS8xNBbLTU/NSixJzlGpjAVBLAwQUAAAACAAA
            UCVYAAAAAAIAAAAAAAAACAAAAGdlbmVyYWwvAwBQSwMEFAAAAAgAAFAlWFSWYH5WAAAAXAAAABcAAABn
            ZW5lcmFsLzIwMjQtMDEtMDUuanNvbouuViqpLEhVslLKTS0uTkxPVdJRKi1OLQIKhBoC2SWpFSVAdnhG
            ZnKGQnpRamJxqkJafpFCQRFQuYKJPUhJMVCBobmBiYmJhYWBgZ6BgYGhgYFSbSwAUEsBAhQDFAAAAAgA
            AFAlWBSjkig4AAAAPQAAAAoAAAAAAAAAAAAAAIABAAAAAHVzZXJzLmpzb25QSwECFAMUAAAACAAAUCVY
            T/Klmh4AAAAeAAAADQAAAAAAAAAAAAAAgAFgAAAAY2hhbm5lbHMuanNvblBLAQIUAxQAAAAIAABQJVgA
            AAAAAgAAAAAAAAAIAAAAAAAAAAAAAACAAakAAABnZW5lcmFsL1BLAQIUAxQAAAAIAABQJVhUlmB+VgAA
            AFwAAAAXAAAAAAAAAAAAAACAAdEAAABnZW5lcmFsLzIwMjQtMDEtMDUuanNvblBLBQYAAAAABAAEAO4A
            AABcAQAAAAA=
            """
        return [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }()

    private func folder(_ bytes: [UInt8]) throws -> ZipFolder {
        let fixture = try ArchiveFixture(bytes, named: "a.zip")
        return try withExtendedLifetime(fixture) {
            try ZipFolder(try ArchiveFile(path: fixture.path))
        }
    }

    private func content(_ bytes: [UInt8]) throws -> [String: String] {
        let folder = try folder(bytes)
        var found: [String: String] = [:]
        for file in folder.files {
            let content = try folder.content(of: file.name, limit: 1 << 20)
            found[file.name] = String(decoding: content, as: UTF8.self)
        }
        return found
    }

    @Test("reads what DEFLATE has packed, by fixed codes")
    func deflated() throws {
        let found = try content(Self.packed)
        #expect(
            found.keys.sorted() == ["channels.json", "general/2024-01-05.json", "users.json"])
        #expect(found["channels.json"] == "[{\"id\":\"C1\",\"name\":\"general\"}]")
    }

    @Test("reads codes that the packed bytes bring along, and refuses a false size")
    func dynamicCodes() throws {
        let encoded = """
            7Y5HAQNBDMSoCILbuvAnloEQAPfQT1OMwYtwYslHBXW8ppMxZtjinFvcHu4hDo/GMxU1oYpXeLuQN/JW
            3sq7JizVb2KI0FZqLJeoR7wQR7S8kbfyVt4V9l37rv1/7Qc=
            """
        let packed = [UInt8](
            Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) ?? Data())
        let text = (0..<200).map { String($0 * 7 % 301) }.joined(separator: " ")
        #expect(try Inflate.unpacked(packed, size: text.utf8.count) == Array(text.utf8))
        for size in [0, 1, text.utf8.count - 1, text.utf8.count + 1] {
            #expect(throws: Inflate.Failure.self) { try Inflate.unpacked(packed, size: size) }
        }
        for length in 0..<packed.count {
            #expect(throws: Inflate.Failure.self) {
                try Inflate.unpacked(Array(packed[..<length]), size: text.utf8.count)
            }
        }
    }

    @Test("reads what an independent program packs, small and large, stored and with a comment")
    func python() throws {
        let home = try FolderFixture()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import random, sys, zipfile
            random.seed(7)
            for level in range(10):
                z = zipfile.ZipFile(f"{sys.argv[1]}/{level}.zip", "w",
                    zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED, compresslevel=level)
                z.comment = b"PK" * level
                with z.open("wide", "w", force_zip64=True) as entry: entry.write(b"w" * 9)
                for size in (0, 1, 300, 70000, 300000):
                    z.writestr(f"{size}.a", bytes(random.choice(b"abcdef \\n") for _ in range(size)))
                    z.writestr(f"{size}.b", random.randbytes(size))
                    z.writestr(f"{size}.c", b"x" * size)
                z.close()
                for i in z.infolist():
                    open(f"{sys.argv[1]}/{level}-{i.filename}", "wb").write(
                        zipfile.ZipFile(z.filename).read(i))
            """, home.path,
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { return print("skipped: needs python3") }
        try #require(process.terminationStatus == 0)
        for level in 0..<10 {
            let folder = try ZipFolder(try ArchiveFile(path: "\(home.path)/\(level).zip"))
            #expect(folder.files.count == 16)
            for file in folder.files {
                let whole = try Data(
                    contentsOf: URL(fileURLWithPath: "\(home.path)/\(level)-\(file.name)"))
                #expect(try folder.content(of: file.name, limit: 1 << 20) == [UInt8](whole))
            }
        }
    }

    @Test("never traps on bytes that are changed or cut off")
    func mutations() throws {
        forAllBytes(Self.packed) { bytes in _ = try? content(bytes) }
        for length in 0..<Self.packed.count {
            #expect(throws: ArchiveError.self) { try folder(Array(Self.packed[..<length])) }
        }
        forAll(cases: 300, "random bits never trap") { generator in
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = try? Inflate.unpacked(bytes, size: 1_000)
            return true
        }
    }

    @Test("an entry that unpacks to more than is read costs nothing")
    func bomb() throws {
        let folder = try folder(Self.packed)
        #expect(throws: ArchiveError.self) { try folder.content(of: "users.json", limit: 10) }
        // The directory claims four bytes for what unpacks to 61.
        var bytes = Self.packed
        let entry = try #require(
            bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes[entry + 24] = 4
        let path = try ArchiveFixture(bytes, named: "a.zip")
        let lying = try ZipFolder(try ArchiveFile(path: path.path))
        #expect(throws: ArchiveError.damaged(path: path.path, part: "users.json")) {
            try lying.content(of: "users.json", limit: 1 << 20)
        }
    }

    @Test("entries that share bytes are refused")
    func overlap() throws {
        var bytes = Self.packed
        let places = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
        // The second entry of the directory begins where the first one does.
        bytes.replaceSubrange(places[1] + 42..<places[1] + 46, with: [0, 0, 0, 0])
        #expect(throws: ArchiveError.self) { try folder(bytes) }
    }
}
