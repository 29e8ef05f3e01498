import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// Policy, security log and seal as somebody at the keyboard meets them.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ProgramTests {
    private let home: RunningHome

    init() throws { home = try RunningHome() }

    private func policy(_ text: String, mode: Int = 0o644) throws -> String {
        try home.folder.write(text, to: "policy.toml", mode: mode)
    }

    @Test("the daemon names file, line and rule, and ends with 4 for what is forbidden")
    func forbidden() async throws {
        guard let programs = Programs(home: home.folder.path) else { return }
        _ = try home.folder.write(
            "[network]\nport = 0\nmulticast = false\nhop-limit = 3\n", to: "hearth.toml")
        let path = try policy("# ours\n[network]\nhop-limit = 2\n")
        let refused = try await programs.run("hearthd", ["--policy", path])
        #expect(refused.code == 4)
        #expect(
            refused.errors
                == "hearthd: \(home.folder.path)/hearth.toml:4: network.hop-limit = 3: "
                + "forbidden by \(path), line 3: hop-limit at most 2\n")
        let cases = [
            ("[network]\nhop-limit = 2\n", 0o666, "\(path): it has mode 666"),
            ("[network]\nhop-limits = 2\n", 0o644, "\(path):2: network.hop-limits is not known"),
            ("[community]\nname = \"x\"\n", 0o644, "\(path):1: community is not known"),
        ]
        for (text, mode, message) in cases {
            let path = try policy(text, mode: mode)
            let run = try await programs.run("hearthd", ["--policy", path])
            #expect(run.code == 1 && run.errors.contains(message), "\(run.errors)")
        }
    }

    // Goal: whenever the power goes, the log goes on and holds. Method: the daemon is killed at
    // some moment while it writes, again and again; `HEARTH_KILLS` sets how often.
    @Test("the security log survives any kill, and a second daemon is turned away")
    func kills() async throws {
        guard let programs = Programs(home: home.folder.path) else { return }
        let kills = ProcessInfo.processInfo.environment["HEARTH_KILLS"].flatMap(Int.init) ?? 5
        for round in 0..<kills {
            let daemon = try programs.start("hearthd", [])
            defer { daemon.remove() }
            try await waitForStatus(programs)
            if round == 0 {
                try await programs.run("hearth", ["init", "--name", "Ada", "--workplace", "W"])
                let second = try await programs.run("hearthd", [])
                #expect(second.code == 1 && second.errors.contains("is already open by process"))
            }
            let words = (0..<6).map { ["community", "new", "C\(round)-\($0)"] }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for words in words {
                    group.addTask { _ = try await programs.run("hearth", words) }
                }
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...250)))
                kill(daemon.process.processIdentifier, SIGKILL)
                try await group.waitForAll()
            }
            daemon.process.waitUntilExit()
        }
        let log = try AuditLog(
            folder: home.home.state + "/audit", head: home.home.data + "/keys/audit-head",
            mirror: { _ in }, wallClock: 0)
        let verdict = try log.verify()
        #expect(verdict.isIntact, "\(verdict)")
        let starts = try log.lines(since: nil, event: "node-started").count
        #expect(starts >= kills)
    }

    @Test("a home that was sealed at the keyboard shows no word, in its daemon's log neither")
    func sealed() async throws {
        guard let programs = Programs(home: home.folder.path) else { return }
        do {
            try await useSealed(programs)
        } catch {
            _ = try await programs.run("hearth", ["stop"])
            throw error
        }
        #expect(try await programs.run("hearth", ["stop"]).code == 0)
    }

    private func useSealed(_ programs: Programs) async throws {
        let words = ["Zephyrine", "Obsidianworks", "Marmaladeguild", "Xylophonewobble"]
        let needles = words.map { Data($0.utf8) }
        func hearth(_ words: String..., input: String = "") async throws -> Programs.Run {
            try await programs.run("hearth", words, input: input)
        }
        let start = try await hearth("init", "--name", words[0], "--workplace", words[1])
        #expect(start.code == 0, "\(start.errors)")
        _ = try await hearth("community", "new", words[2])
        _ = try await hearth("ask", words[3], "--community", words[2])
        #expect(try home.occurrences(of: needles).count >= words.count)

        let passphrase = "copper lantern river\n"
        let sealing = try await hearth("seal", "--passphrase-fd", "0", input: passphrase)
        #expect(sealing.code == 0, "\(sealing.errors)")
        _ = try await hearth("ask", "Quincegasket", "--community", words[2])
        let all = needles + ["Quincegasket", "copper lantern"].map { Data($0.utf8) }
        #expect(try home.occurrences(of: all) == [])
        #expect(try await hearth("lock").code == 0)
        let locked = try await hearth("list")
        #expect(locked.code == 4 && locked.errors.contains("hearth unlock"))
        #expect(try await hearth("status").code == 0)
        #expect(try await hearth("stop").code == 0)
        #expect(try home.occurrences(of: all) == [])

        #expect(try await hearth("start").code == 0)
        #expect(try await hearth("list").code == 4)
        let wrong = try await hearth("unlock", "--passphrase-fd", "0", input: "no such thing\n")
        #expect(wrong.code == 4)
        let right = try await hearth("unlock", "--passphrase-fd", "0", input: passphrase)
        #expect(right.code == 0, "\(right.errors)")
        #expect(try await hearth("list").output.contains("Quincegasket"))
        #expect(try await hearth("audit", "verify").code == 0)
        #expect(try home.occurrences(of: all) == [])
    }

    private func waitForStatus(_ programs: Programs) async throws {
        for _ in 0..<200 {
            if try await programs.run("hearth", ["status"]).code == 0 { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("the daemon does not answer")
    }
}
