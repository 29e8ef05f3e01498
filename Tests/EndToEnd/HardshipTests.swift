import Foundation
import LocalProtocol
import TestKit
import Testing

/// What happens to a node when its computer or its files misbehave.
@Suite(.serialized)
struct HardshipTests {
    @Test("kill -9 during import and sync loses nothing that was acknowledged")
    func kills() throws {
        guard let office = try Office(people: 2, name: "kills") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ada.check("community", "new", "Archive")
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Archive").status == 0
        }
        let archive = office.folder.appendingPathComponent("list.mbox")
        try Data(Self.mailbox(messages: 3_000).utf8).write(to: archive)
        var random = SeededGenerator(seed: Self.seed)
        print("kills: seed \(Self.seed), replay with HEARTH_SEED")
        let rounds = Int(ProcessInfo.processInfo.environment["HEARTH_KILLS"] ?? "") ?? 20
        var acknowledged: [String] = []
        for round in 0..<rounds {
            let writing = try ada.begin("import", archive.path, "--community", "Archive")
            // Not a wait: the blow falls at a random moment.
            Thread.sleep(forTimeInterval: Double.random(in: 0.01...0.6, using: &random))
            let victim = Bool.random(using: &random) ? ada : ben
            victim.crash()
            try? writing.finish(seconds: 60)
            try victim.start()
            let saved = try ada.read(
                Saved.self, "ask", "--new", "Round \(round)?", "--community", "Archive")
            acknowledged.append(saved.code)
        }
        try ada.check("import", archive.path, "--community", "Archive", seconds: 300)
        try office.agree(within: 180)
        for code in acknowledged {
            #expect(try ben.hearth("show", code).status == 0, "\(code) was acknowledged")
        }
        let counts = try ben.read(Status.self, "status").counts
        #expect(counts.questions + counts.answers == 3_000 + rounds)
        let before = try ben.dump()
        try ben.check("rebuild", seconds: 300)
        #expect(try ben.dump() == before)
        print(
            "kills: seed \(Self.seed), \(rounds) kills, \(acknowledged.count) acknowledged questions",
            "and \(counts.questions + counts.answers) posts at both")
    }

    @Test("a bad home is refused with a clear message and left as it is")
    func badHomes() throws {
        guard let office = try Office(people: 1, name: "homes") else { return }
        defer { office.close() }
        try office.open()
        let ada = office.nodes[0]
        try ada.check("community", "new", "Bearings")
        try ada.check("ask", "Still here?", "--community", "Bearings")
        let dump = try ada.dump()

        let second = try ada.daemon()
        #expect(second.status != 0)
        #expect(second.standardError.contains("already open"))

        try ada.stop()
        let configuration = ada.home.appendingPathComponent("hearth.toml")
        try Data("[network]\nprot = 7117\n".utf8).write(to: configuration)
        let misspelt = try ada.daemon()
        #expect(misspelt.status != 0)
        #expect(misspelt.standardError.contains("hearth.toml:2"))
        #expect(misspelt.standardError.contains("network.port"))
        try Data().write(to: configuration)

        let log = ada.home.appendingPathComponent("data/log.sqlite").path
        let version = try Command(
            path: "/usr/bin/sqlite3", arguments: [log, "PRAGMA user_version"]
        ).check().trimmingCharacters(in: .whitespacesAndNewlines)
        try Command(path: "/usr/bin/sqlite3", arguments: [log, "PRAGMA user_version = 9999"])
            .check()
        let newer = try ada.daemon()
        #expect(newer.status != 0)
        #expect(newer.standardError.contains("was written by a newer Hearth"))
        try Command(path: "/usr/bin/sqlite3", arguments: [log, "PRAGMA user_version = 1"]).check()
        let older = try ada.daemon()
        #expect(older.status != 0)
        #expect(older.standardError.contains("from before its first release"))
        try Command(
            path: "/usr/bin/sqlite3", arguments: [log, "PRAGMA user_version = \(version)"]
        ).check()

        try ada.start()
        #expect(try ada.dump() == dump)
    }

    @Test("a full disk refuses the write, keeps what is there, and goes on when there is room")
    func fullDisk() throws {
        guard let office = try Office(people: 1, name: "disk") else { return }
        defer { office.close() }
        let ada = office.nodes[0]
        let mount = Command(
            path: "/usr/bin/mount",
            arguments: ["-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs", ada.home.path])
        try mount.check()
        defer { _ = try? Command(path: "/usr/bin/umount", arguments: ["-l", ada.home.path]).run() }
        try office.open()
        try ada.check("community", "new", "Bearings")
        try ada.check("ask", "Before?", "--community", "Bearings")
        let filler = ada.home.appendingPathComponent("filler")
        _ = try Command(
            path: "/bin/dd",
            arguments: ["if=/dev/zero", "of=\(filler.path)", "bs=4096", "count=4000"]
        ).run()
        let body = String(repeating: "No room for these words. ", count: 1_000)
        var refusal: Command.Output?
        for _ in 0..<50 where refusal == nil {
            let output = try ada.hearth(
                "ask", "Too much?", "--community", "Bearings", "--body", body)
            if output.status != 0 { refusal = output }
        }
        let refused = try #require(refusal)
        #expect(refused.standardError.lowercased().contains("disk"))
        #expect(try ada.check("list").contains("Before?"))
        try FileManager.default.removeItem(at: filler)
        try ada.check("ask", "After?", "--community", "Bearings")
        #expect(try ada.check("list").contains("After?"))
    }

    private static let seed =
        ProcessInfo.processInfo.environment["HEARTH_SEED"].flatMap(UInt64.init) ?? 20_261_123

    /// A mailing list's archive of so many messages, a fifth of them questions.
    static func mailbox(messages: Int) -> String {
        var text = ""
        for number in 0..<messages {
            let root = number - number % 5
            let reply = number == root ? "" : "In-Reply-To: <m\(root)@example.org>\n"
            text += """
                From ada@example.org Mon Jan  5 10:00:00 2015
                From: Ada Example <ada@example.org>
                Date: Mon, 5 Jan 2015 10:00:00 +0000
                Subject: \(number == root ? "" : "Re: ")Bearing \(root) rattles
                Message-ID: <m\(number)@example.org>
                \(reply)
                Message \(number): it rattles after the wash, as it did the week before.


                """
        }
        return text
    }
}
