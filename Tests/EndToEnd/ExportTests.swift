import Foundation
import LocalProtocol
import TestKit
import Testing

/// What a member takes along, read where nobody knows the workplace.
@Suite(.serialized)
struct ExportTests {
    @Test("J10.7: an export opens in a browser and is read on a fresh home, equal to the last byte")
    func export() throws {
        guard let office = try Office(people: 3, name: "export") else { return }
        defer { office.close() }
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let asked = try seals(ada, ben, office)
        let manual = office.folder.appendingPathComponent("pump manual.pdf")
        try Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }).write(to: manual)
        let file = try ada.read(FileAttached.self, "attach", asked.code, manual.path).file
        #expect(try ada.check("search", "manual").contains(file.code))
        try office.wait("Ben answers") {
            try ben.hearth("community", "join", "Seals").status == 0
                && ben.hearth("answer", asked.code, "Bearing, not belt.").status == 0
        }
        try office.agree([ada, ben])

        let zip = office.folder.appendingPathComponent("seals.zip")
        #expect(try ben.hearth("export", "Seals", "--zip", "/nowhere/x.zip").status == 2)
        try office.wait("the file is at Ben") {
            try ben.read(FileList.self, "files").files.first?.isHere == true
        }
        try ben.check("export", "Seals", "--zip", zip.path)
        #expect(try ben.hearth("export", "Seals", "--zip", zip.path).status == 2, "it is there")
        let mode = try FileManager.default.attributesOfItem(atPath: zip.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try unpacked(
            zip, has: ["Rattle &lt;at&gt; press 4?", "Bearing, not belt.", "The hot wash"])
        let content = try Data(contentsOf: manual)
        let packed = "seals/files/\(file.code)/pump manual.pdf"
        #expect(
            try Data(contentsOf: office.folder.appendingPathComponent(packed)) == content)
        try own(file, content, of: ada, in: office.folder)

        try gus.start()
        try gus.check("import", zip.path)
        let there = try ada.check("dump", "--canonical", "--community", "Seals")
        #expect(try gus.check("room", "dump", "Seals") == there)
        #expect(try gus.check("room", "show", "Seals", asked.code).contains("Bearing, not belt."))
        #expect(try gus.check("room", "search", "Seals", "belt").contains(asked.code))
        let saved = office.folder.appendingPathComponent("saved.pdf")
        #expect(try gus.check("room", "files", "Seals").contains(file.code))
        try gus.check("room", "save", "Seals", file.code, "--to", saved.path)
        #expect(try Data(contentsOf: saved) == content)
        try altered(zip, at: gus)
    }

    @Test("a file that isn't here is named in the export; Ctrl-C leaves nothing half made")
    func incomplete() throws {
        guard let office = try Office(people: 2, name: "incomplete") else { return }
        defer { office.close() }
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let asked = try seals(ada, ben, office)
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
        let film = office.folder.appendingPathComponent("film.mp4")
        var generator = SeededGenerator(seed: 1)
        try Data(generator.bytes(3_000_000)).write(to: film)
        let file = try ada.read(FileAttached.self, "attach", asked.code, film.path).file
        try office.wait("Ben knows of the film, and has not fetched it") {
            try ben.read(FileList.self, "files").files.contains { $0.code == file.code }
        }
        let zip = office.folder.appendingPathComponent("without.zip")
        let told = try ben.check("export", "Seals", "--zip", zip.path)
        #expect(told.contains("film.mp4"))
        try ada.check("import", try mailbox(in: office.folder).path, "--community", "Seals")
        try interrupt(ada, in: office)
    }

    /// Begins an export of many posts and ends it while the file grows.
    private func interrupt(_ node: Node, in office: Office) throws {
        let zip = office.folder.appendingPathComponent("long.zip")
        let exporting = try node.begin("export", "Seals", "--zip", zip.path)
        try office.wait("the file is begun") {
            FileManager.default.fileExists(atPath: zip.path + ".partial")
        }
        #expect(exporting.interrupt() == 130)
        let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
        #expect(!left.contains { $0.hasPrefix("long.zip") }, "\(left)")
        try node.check("export", "Seals", "--zip", zip.path, seconds: 120)
    }

    private func mailbox(in folder: URL) throws -> URL {
        let messages = (0..<4_000).map { number in
            """
            From ada@plant.example Mon May  3 10:00:00 2027
            From: Ada <ada@plant.example>
            Date: Mon, 3 May 2027 10:00:00 +0000
            Message-ID: <\(number)@plant.example>
            Subject: Number \(number)

            \(String(repeating: "Words about seals. ", count: 30))

            """
        }
        let file = folder.appendingPathComponent("list.mbox")
        try Data(messages.joined(separator: "\n").utf8).write(to: file)
        return file
    }

    /// A community of two with a question and a story.
    private func seals(_ ada: Node, _ ben: Node, _ office: Office) throws -> Saved {
        for node in [ada, ben] {
            try node.start()
            try node.check("init", "--name", node.name, "--no-start")
        }
        try ada.check("workplace", "new", "Plant North")
        try office.pair(ada, with: ben)
        try ada.check("community", "new", "Seals")
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Rattle <at> press 4?", "--community", "Seals")
        try ada.check("story", "new", "The hot wash", "--community", "Seals")
        return asked
    }

    /// What somebody wrote, with the files that they attached; nothing is left half done.
    private func own(_ file: FileShown, _ content: Data, of node: Node, in folder: URL) throws {
        let lines = folder.appendingPathComponent("me.jsonl")
        let mine = folder.appendingPathComponent("mine")
        try node.check("me", "export", lines.path, "--files", mine.path)
        let saved = mine.appendingPathComponent(file.code).appendingPathComponent("pump manual.pdf")
        #expect(try Data(contentsOf: saved) == content)
        #expect(try node.hearth("me", "export", lines.path).status == 2, "it is there")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.contains(".partial") || $0.hasSuffix(".file") })
    }

    /// A file in which one byte of the commits was changed is refused, and leaves nothing behind.
    private func altered(_ zip: URL, at node: Node) throws {
        try node.check("room", "remove", "Seals")
        var bytes = try Data(contentsOf: zip)
        let log = try #require(bytes.range(of: Data(".runs".utf8)))
        bytes[log.upperBound + 200] ^= 1
        try bytes.write(to: zip)
        let refused = try node.hearth("import", zip.path)
        #expect(refused.status == 2 && refused.standardError.contains("not as it was written"))
        #expect(try node.read(ReadingRooms.self, "room").rooms.isEmpty)
    }

    /// What an ordinary program unpacks needs nothing from anywhere.
    private func unpacked(_ zip: URL, has words: [String]) throws {
        let folder = zip.deletingPathExtension()
        try Command(
            path: "/usr/bin/env",
            arguments: ["python3", "-m", "zipfile", "-e", zip.path, folder.path]
        ).check()
        let index = folder.appendingPathComponent("index.html")
        #expect(try String(contentsOf: index, encoding: .utf8).contains("pages/00001.html#"))
        let page = try String(
            contentsOf: folder.appendingPathComponent("pages/00001.html"), encoding: .utf8)
        for word in words { #expect(page.contains(word)) }
        #expect(!page.contains("://") && !page.contains("<script") && page.contains("Ben"))
    }
}
