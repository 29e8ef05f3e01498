import Foundation
import LocalProtocol
import TestKit
import Testing

/// Attached files, with real daemons on several hosts and the real command.
@Suite(.serialized)
struct FileTests {
    /// Whether a piece of a file stands anywhere in a home's files.
    private func holds(_ piece: Data, _ node: Node) throws -> Bool {
        let files = FileManager.default.enumerator(at: node.home, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() {
            guard let data = try? Data(contentsOf: file) else { continue }
            if data.range(of: piece) != nil { return true }
        }
        return false
    }

    /// How many chunks of a file are at a node.
    private func chunks(of code: String, at node: Node) throws -> Int {
        try node.read(FileList.self, "files").files.first { $0.code == code }?.chunksHere ?? 0
    }

    /// Ben fetches a file of Ada's; her daemon is killed in the middle of it, and his stops.
    private func fetchInTwoGoes(_ file: FileShown, to target: String, _ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let fetching = try ben.begin("fetch", file.code, "--to", target, "--wait", "0")
        try office.wait("some of it is there") { try chunks(of: file.code, at: ben) > 5 }
        ada.crash()
        let part = try chunks(of: file.code, at: ben)
        withExtendedLifetime(fetching) {}
        #expect(part < file.chunks && !FileManager.default.fileExists(atPath: target))
        let lonely = try ben.hearth("fetch", file.code, "--to", target, "--wait", "1")
        #expect(lonely.status == 6 && lonely.standardError.contains("chunks"))
        // What has come survives Ben's computer, too.
        try ben.stop()
        try ben.start()
        #expect(try chunks(of: file.code, at: ben) >= part)
        try ada.start()
        try ben.check("fetch", file.code, "--to", target, seconds: 180)
    }

    @Test("a large file comes in two goes, a small one by itself, and nothing lies there in plain")
    func journey() throws {
        guard let office = try Office(people: 2, name: "files") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let outside = office.folder.appendingPathComponent("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        var generator = SeededGenerator(seed: 1)
        let film = Data(generator.bytes(20_000_000))
        let picture = Data(generator.bytes(90_000))
        let large = outside.appendingPathComponent("press 4.mp4")
        let small = outside.appendingPathComponent("pump.jpg")
        try film.write(to: large)
        try picture.write(to: small)

        try ada.check("community", "new", "Seals")
        try office.wait("Ben joins") { try ben.hearth("community", "join", "Seals").status == 0 }
        let asked = try ada.read(Saved.self, "ask", "--new", "Which seal?", "--community", "Seals")
        let first = try ada.read(FileAttached.self, "attach", asked.code, large.path).file
        let second = try ada.read(FileAttached.self, "attach", asked.code, small.path).file
        try office.wait("the small one comes, and who has the large one is known") {
            let text = try ben.hearth("show", asked.code).standardOutput
            return text.contains("pump.jpg  88 KiB  here") && text.contains("press 4.mp4")
                && text.contains("Ada's") && text.contains("has it")
        }
        try ben.check("fetch", second.code, "--to", outside.path + "/small")
        #expect(try Data(contentsOf: outside.appendingPathComponent("small")) == picture)

        let target = outside.appendingPathComponent("large")
        try fetchInTwoGoes(first, to: target.path, office)
        #expect(try Data(contentsOf: target) == film)

        for node in [ada, ben] {
            for start in stride(from: 0, to: film.count - 32, by: 3_999_983) {
                #expect(try !holds(film[start..<start + 32], node))
            }
            #expect(try !holds(picture[1_000..<1_032], node))
        }
        try ada.check("erase", first.code, "--yes")
        try office.wait("the file is gone from Ben's computer") {
            try ben.read(FileList.self, "files").files.map(\.code) == [second.code]
                && ben.read(FileList.self, "files").bytes < 1_000_000
        }
    }
}
