import Community
import Foundation
import Histories
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// A store whose readable view is in memory only.
@Suite(.timeLimit(.minutes(2)))
struct MemoryViewTests {
    private static var settings: Store.Settings {
        var settings = Store.Settings()
        settings.isViewInMemory = true
        return settings
    }

    private static func names(_ home: TestHome) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
    }

    @Test("it means the same as one on the disk, and leaves no file", arguments: [3, 4, 5])
    func same(seed: UInt64) async throws {
        var history = try History(seed: seed)
        try history.run(steps: 60)
        let expected = history.replica().canonicalDump()
        let home = try TestHome()
        let keyring = try #require(history.keyrings[history.workplace])
        let store = try await Store.open(folder: home.path, settings: Self.settings)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(keyring)
        for item in history.runs { _ = try await store.ingest([item.run], into: item.space) }
        try await store.settle()
        #expect(try await store.canonicalDump() == expected, "seed \(seed)")
        try await store.rebuild()
        #expect(try await store.canonicalDump() == expected, "rebuilt, seed \(seed)")
        try await store.checkpoint()
        try await store.check()
        #expect(try Self.names(home).allSatisfy { $0.hasPrefix("log.sqlite") })
        try await store.close()
        #expect(try Self.names(home).allSatisfy { $0.hasPrefix("log.sqlite") })

        let again = try await Store.open(
            folder: home.path, keyrings: [keyring], settings: Self.settings)
        #expect(try await again.canonicalDump() == expected, "reopened, seed \(seed)")
        try await again.close()
        // The same log makes the same view on the disk.
        let onDisk = try await Store.open(folder: home.path, keyrings: [keyring])
        #expect(try await onDisk.canonicalDump() == expected)
        try await onDisk.close()
        #expect(try Self.names(home).contains("view.sqlite"))
    }

    @Test("readers read while it is written, and see their own words")
    func readers() async throws {
        let world = try await World(settings: Self.settings)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let id = try await world.write(
                        Compose.question(title: "Question \(number)", body: "", tags: []))
                    #expect(try await !world.store.find(id.hex).isEmpty)
                }
            }
            for _ in 0..<20 {
                group.addTask { _ = try await world.store.canonicalDump() }
            }
            try await world.store.rebuild()
            try await group.waitForAll()
        }
        let dump = try await world.store.canonicalDump()
        for number in 0..<20 { #expect(dump.contains("Question \(number)")) }
        try await world.store.close()
    }

    @Test("a view from before is overwritten and removed when the home is opened")
    func leftovers() async throws {
        let world = try await World()
        try await world.write(Compose.question(title: "Quincegasket", body: "", tags: []))
        try await world.store.settle()
        try await world.store.close()
        let file = world.home.file("view.sqlite")
        let handle = try #require(FileHandle(forReadingAtPath: file))
        // It bites: the word is in the file.
        #expect(try handle.readToEnd()?.range(of: Data("Quincegasket".utf8)) != nil)
        let store = try await Store.open(
            folder: world.home.path, keyrings: [world.keyring], settings: Self.settings)
        #expect(!FileManager.default.fileExists(atPath: file))
        try handle.seek(toOffset: 0)
        let left = try #require(try handle.readToEnd())
        #expect(!left.isEmpty && left.allSatisfy { $0 == 0 })
        #expect(try await store.canonicalDump().contains("Quincegasket"))
        try await store.close()
    }
}
