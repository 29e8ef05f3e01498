import Community
import Foundation
import Histories
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// A process that writes and takes in as fast as it can, and dies at a random moment (case 64).
@Suite("Kill", .serialized)
struct KillTests {
    @Test("what was acknowledged survives kill -9 at any moment, and view and log agree")
    func kill() async throws {
        let home = try TestHome()
        let rounds =
            5 * (ProcessInfo.processInfo.environment["HEARTH_CASES"].flatMap(Int.init) ?? 1)
        for round in 0..<UInt64(rounds) {
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = home.path as String, round = round as UInt64] in
                try await KillTests.work(in: path, round: round)
            }
            try await verify(home)
        }
        let acknowledged = Self.acknowledged(in: home.path)
        #expect(acknowledged.count > rounds, "the child got something done")
    }

    private func verify(_ home: TestHome) async throws {
        guard FileManager.default.fileExists(atPath: home.file("log.sqlite")) else { return }
        let history = try History(seed: 1, people: 1)
        let keyring = try #require(history.keyrings[history.workplace])
        let store = try await Store.open(folder: home.path, keyrings: [keyring])
        let dump = try await store.canonicalDump()
        let titles = Set(dump.split(separator: "\n").filter { $0.hasPrefix("  title = ") })
        for title in Self.acknowledged(in: home.path) {
            #expect(titles.contains("  title = \"\(title)\""), "\(title) is lost")
        }
        try await store.rebuild()
        #expect(try await store.canonicalDump() == dump)
        try await store.check()
        try await store.close()
    }

    private static func acknowledged(in path: String) -> [String] {
        let text = (try? String(contentsOfFile: path + "/acknowledged", encoding: .utf8)) ?? ""
        // The last line may be cut off.
        return text.components(separatedBy: "\n").dropLast()
    }

    private static func work(in path: String, round: UInt64) async throws {
        var generator = SeededGenerator(seed: round &+ 99)
        let history = try History(seed: 1, people: 1)
        guard let keyring = history.keyrings[history.workplace] else { return }
        let delay = UInt32.random(in: 1_000...300_000, using: &generator)
        Thread.detachNewThread {
            usleep(delay)
            Foundation.kill(getpid(), SIGKILL)
        }
        let store = try await Store.open(folder: path, keyrings: [keyring])
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.setKeyring(keyring)
        try await store.openSpace(history.community, kind: .community)
        for (space, run) in history.runs { _ = try await store.ingest([run], into: space) }
        let author = history.authors[0]
        let key = SigningKey.generate(using: &generator)
        try store.setWriter(
            key: key,
            binding: LogBinding.make(
                space: history.community, log: LogID(raw: key.publicKey), person: author.person,
                device: author.device), for: history.community)
        let file = open(path + "/acknowledged", O_CREAT | O_APPEND | O_WRONLY, 0o600)
        for index in 0... {
            let titles = (0..<Int.random(in: 1...8, using: &generator)).map {
                "post \(round) \(index) \($0)"
            }
            let drafts = try titles.map {
                Draft(try Compose.question(title: $0, body: "some words"), wallClock: 1)
            }
            _ = try await store.append(drafts, to: history.community)
            let lines = titles.map { $0 + "\n" }.joined()
            _ = lines.withCString { write(file, $0, strlen($0)) }
        }
    }
}
