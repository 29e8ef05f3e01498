import Community
import Foundation
import GRDB
import Keys
import Ledger
@testable import Storage
import TestKit
import Testing
import Wire

@Suite("Robustness")
struct RobustnessTests {
    @Test("files are open to their owner only")
    func modes() async throws {
        let world = try await World()
        func mode(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        }
        #expect(try mode(world.home.path) == 0o700)
        for name in ["log.sqlite", "view.sqlite", "log.sqlite-wal", "view.sqlite-wal"] {
            #expect(try mode(world.home.file(name)) == 0o600, "\(name)")
        }
    }

    @Test("the log holds no word, no name and no device key")
    func sealed() async throws {
        let world = try await World()
        try await world.write(
            try Compose.question(title: "Xylophone", body: "Quizzical zebra"))
        try await world.store.checkpoint()
        try await world.store.close()
        for name in ["log.sqlite", "log.sqlite-wal"] {
            let data = FileManager.default.contents(atPath: world.home.file(name)) ?? Data()
            let secrets = ["Xylophone", "zebra", "Ada", "Bearings"].map { Data($0.utf8) }
            for secret in secrets + [Data(world.device.publicKey.bytes)] {
                #expect(data.range(of: secret) == nil, "\(name)")
            }
        }
    }

    @Test("a full disk refuses a batch, loses nothing and heals (case 63)")
    func fullDisk() async throws {
        let world = try await World()
        try await world.write(try Compose.question(title: "Before", body: ""))
        try limit(world.store.log, to: nil)
        await #expect(throws: StorageError.diskFull) {
            for _ in 0..<200 {
                try await world.write(
                    try Compose.question(
                        title: "Big", body: String(repeating: "x", count: 50_000)))
            }
        }
        try limit(world.store.log, to: 1_000_000)
        try await world.write(try Compose.question(title: "After", body: ""))
        let dump = try await world.store.canonicalDump()
        #expect(dump.contains("Before") && dump.contains("After"))
        try await world.store.rebuild()
        #expect(try await world.store.canonicalDump() == dump)
    }

    @Test("a full disk under the view loses nothing: it catches up")
    func fullView() async throws {
        let world = try await World()
        try limit(world.store.view.currentPool, to: nil)
        let text = String(repeating: "y ", count: 25_000)
        for index in 0..<20 {
            try await world.write(try Compose.question(title: "Post \(index)", body: text))
        }
        await #expect(throws: StorageError.diskFull) { try await world.store.settle() }
        try limit(world.store.view.currentPool, to: 1_000_000)
        try await world.store.settle()
        var filter = QuestionFilter()
        filter.limit = 100
        #expect(try await world.store.questions(filter).count == 20)
        let dump = try await world.store.canonicalDump()
        try await world.store.rebuild()
        #expect(try await world.store.canonicalDump() == dump)
    }

    @Test("words are acknowledged while the view waits to be written")
    func waitingView() async throws {
        let world = try await World()
        try await world.store.settle()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(
            path: world.home.file("view.sqlite"), configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        // Each may find the view's writer waiting for the other one, who gives up after seconds.
        let text = String(repeating: "y ", count: 500)
        for index in 0..<10 {
            try await world.write(try Compose.question(title: "Post \(index)", body: text))
            try await Task.sleep(for: .milliseconds(10))
        }
        // It has taken up one or two; a view that gave up would have been handed nothing more.
        #expect(world.store.view.lag > 7_000)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try other.close()
        #expect(try await world.store.questions(QuestionFilter()).count == 10)
    }

    /// Lets a file grow no further, or again.
    private func limit(_ pool: any DatabaseWriter, to pages: Int?) throws {
        try pool.writeWithoutTransaction { database in
            let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages ?? count + 2)")
        }
    }

    @Test("a log of a later version is refused, a view of one is made anew (case 67)")
    func newerVersion() async throws {
        let world = try await World()
        let dump = try await world.store.canonicalDump()
        try await world.store.close()
        func setVersion(_ name: String) throws {
            let queue = try DatabaseQueue(path: world.home.file(name))
            try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
            try queue.close()
        }
        try setVersion("view.sqlite")
        let store = try await Store.open(folder: world.home.path, keyrings: [world.keyring])
        #expect(try await store.canonicalDump() == dump)
        try await store.close()
        try setVersion("log.sqlite")
        await #expect(
            throws: StorageError.newerVersion(file: "log.sqlite", found: 99, supported: 2)
        ) { try await Store.open(folder: world.home.path) }
    }

    @Test(
        "a view that is missing or damaged is made anew (case 66)", arguments: [1, 2, 3, 4, 5, 6])
    func damagedView(seed: UInt64) async throws {
        let world = try await World()
        for index in 0..<30 {
            try await world.write(try Compose.question(title: "Q \(index)", body: "text"))
        }
        let dump = try await world.store.canonicalDump()
        try await world.store.close()
        var generator = SeededGenerator(seed: seed)
        let path = world.home.file("view.sqlite")
        var data = FileManager.default.contents(atPath: path) ?? Data()
        if seed == 1 {
            try FileManager.default.removeItem(atPath: path)
        } else {
            for page in stride(from: 0, to: data.count, by: 4_096) {
                for offset in 0..<64 {
                    data[page + offset] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            try data.write(to: URL(fileURLWithPath: path))
        }
        let store = try await Store.open(folder: world.home.path, keyrings: [world.keyring])
        #expect(try await store.canonicalDump() == dump)
        try await store.check()
        try await store.close()
    }

    @Test("a damaged log is told, not papered over (case 66)")
    func damagedLog() async throws {
        let world = try await World()
        for index in 0..<30 {
            try await world.write(try Compose.question(title: "Q \(index)", body: "text"))
        }
        try await world.store.close()
        let path = world.home.file("log.sqlite")
        let intact = FileManager.default.contents(atPath: path) ?? Data()
        var generator = SeededGenerator(seed: 9)
        var found = 0
        for page in stride(from: 0, to: intact.count, by: 4_096) {
            var data = intact
            let place = page + Int.random(in: 0..<4_096, using: &generator)
            data[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try data.write(to: URL(fileURLWithPath: path))
            do {
                let store = try await Store.open(folder: world.home.path, keyrings: [world.keyring])
                do { try await store.check() } catch { found += 1 }
                try await store.close()
            } catch {
                found += 1
            }
        }
        #expect(found > 0)
        try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: path))
        await #expect(throws: StorageError.self) {
            try await Store.open(folder: world.home.path)
        }
    }

    @Test("a folder that can't be used is told")
    func unusableFolder() async throws {
        let home = try TestHome()
        try Data().write(to: URL(fileURLWithPath: home.path))
        await #expect(throws: StorageError.readOnly(path: home.path)) {
            try await Store.open(folder: home.path)
        }
        await #expect(throws: StorageError.self) {
            try await Store.open(folder: home.path + "/deeper/still")
        }
    }

    @Test("spaces, keys and pens that are missing are told")
    func missing() async throws {
        let world = try await World()
        let stranger = SpaceID(raw: Bytes32(words: (1, 2, 3, 4)))
        let draft = Draft(Compose.leave(community: world.communityRecord), wallClock: 1)
        await #expect(throws: StorageError.unknownSpace) {
            try await world.store.append([draft], to: stranger)
        }
        #expect(throws: StorageError.unknownSpace) { try world.store.frontier(of: stranger) }
        await #expect(throws: StorageError.otherWorkplace) {
            try await world.store.openSpace(stranger, kind: .workplace)
        }
        try await world.store.openSpace(stranger, kind: .community)
        await #expect(throws: StorageError.noWriter) {
            try await world.store.append([draft], to: stranger)
        }
        var generator = SeededGenerator(seed: 4)
        try World.setWriter(of: world.store, in: stranger, world.person, world.device, &generator)
        await #expect(throws: StorageError.noKey) {
            try await world.store.append([draft], to: stranger)
        }
    }
}
