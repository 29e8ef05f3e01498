import Archives
import Foundation
import TestKit
import Testing

@Suite struct ZipTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("zip-\(UUID().uuidString)")

    private func file(_ bytes: [UInt8]) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent(UUID().uuidString).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func made(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
        var writer = ZipWriter()
        var bytes = [UInt8]()
        for (name, content) in entries { bytes += try writer.add(name, content) }
        return bytes + (try writer.finish())
    }

    private let sample: [(String, [UInt8])] = [
        ("index.html", [UInt8]("<p>héllo</p>".utf8)), ("log/one.runs", [0, 1, 2, 255]),
        ("empty", []),
        ("שלום.md", [UInt8]("x".utf8)),
    ]

    @Test("what is written comes back")
    func roundTrip() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try file(try made(sample))
        #expect(ZipReader.isZip(path))
        let reader = try ZipReader(path: path)
        #expect(reader.names == sample.map(\.0))
        for (name, content) in sample { #expect(try reader.content(of: name) == content) }
        #expect(throws: ZipReader.Failure.missing("other")) { try reader.content(of: "other") }
        let empty = try ZipReader(path: try file(try made([])))
        #expect(empty.names.isEmpty)
    }

    @Test("a large entry is written and read piece by piece, and one changed byte is found")
    func pieces() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var generator = SeededGenerator(seed: 2_500_000)
        let content = generator.bytes(2_500_000)
        var checksum = Checksum32()
        for start in stride(from: 0, to: content.count, by: 70_000) {
            checksum.add(Array(content[start..<min(start + 70_000, content.count)]))
        }
        var writer = ZipWriter()
        var bytes = try writer.begin("files/a", bytes: UInt64(content.count), checksum)
        bytes += content
        bytes += try writer.add("b", [1])
        bytes += try writer.finish()
        #expect(bytes == (try made([("files/a", content), ("b", [1])])))

        func read(_ bytes: [UInt8]) throws -> (content: [UInt8], pieces: Int) {
            var found: [UInt8] = []
            var pieces = 0
            try ZipReader(path: try file(bytes)).read("files/a") {
                found += $0
                pieces += 1
            }.get()
            return (found, pieces)
        }
        let found = try read(bytes)
        #expect(found.content == content && found.pieces == 3)
        bytes[1_700_000] ^= 1
        #expect(throws: ZipReader.Failure.damaged("files/a")) { try read(bytes) }
    }

    @Test("a file that would not fit is known before anything of it is written")
    func room() throws {
        var writer = ZipWriter()
        #expect(writer.hasRoom(for: 4_000_000_000, reserve: 1_000))
        #expect(!writer.hasRoom(for: 4_000_000_000, reserve: 400_000_000))
        _ = try writer.begin("files/a", bytes: 3_000_000_000, Checksum32())
        #expect(!writer.hasRoom(for: 1_500_000_000, reserve: 0))
        #expect(throws: ZipWriter.Failure.self) {
            try writer.begin("files/b", bytes: 1_500_000_000, Checksum32())
        }
    }

    @Test("an independent program reads it, and finds no error")
    func python() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            print(z.namelist(), z.read("log/one.runs"), z.read("index.html").decode())
            """, try file(try made(sample)),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { return print("skipped: needs python3") }
        #expect(process.terminationStatus == 0)
        #expect(
            String(decoding: output, as: UTF8.self)
                == "['index.html', 'log/one.runs', 'empty', 'שלום.md'] b'\\x00\\x01\\x02\\xff' "
                + "<p>héllo</p>\n")
    }

    @Test(
        "names that leave the folder are refused",
        arguments: ["", "/etc/passwd", "../x", "a//b", "a/../b", "a\\b", "a/.", "x\u{0}"])
    func names(_ name: String) {
        var writer = ZipWriter()
        #expect(throws: ZipWriter.Failure.name(name)) { try writer.add(name, []) }
    }

    @Test("each byte that is changed, and each end that is missing, is noticed or harmless")
    func damage() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try made(sample)
        for length in 0..<whole.count {
            let path = try file([UInt8](whole[..<length]))
            #expect(throws: ZipReader.Failure.self) { try ZipReader(path: path) }
            try FileManager.default.removeItem(atPath: path)
        }
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= 0x41
            let path = try file(damaged)
            defer { try? FileManager.default.removeItem(atPath: path) }
            guard let reader = try? ZipReader(path: path) else { continue }
            for (name, content) in sample {
                let read = try? reader.content(of: name)
                #expect(read == nil || read == content, "byte \(place)")
            }
        }
    }

    @Test("random bytes are no archive and no trap")
    func random() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try made(sample)
        forAll(cases: 300, "a reader never traps") { generator in
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            let path = try file(bytes)
            defer { try? FileManager.default.removeItem(atPath: path) }
            guard let reader = try? ZipReader(path: path) else { return true }
            for name in reader.names { _ = try? reader.content(of: name) }
            return true
        }
    }

    @Test("a file that claims to be larger than it is costs nothing")
    func claims() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var bytes = try made([("a", [1])])
        let size = bytes.count - 22 - 47 + 24
        for place in [size - 4, size] {
            bytes.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
        }
        let path = try file(bytes)
        #expect(throws: ZipReader.Failure.damaged("a")) { try ZipReader(path: path) }
    }
}
