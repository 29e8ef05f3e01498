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
