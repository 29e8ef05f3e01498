import Community
import Foundation
import GRDB
import Histories
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Words that are taken back")
struct TakingBackTests {
    private static let secret = "zylophagous"

    /// Writes a question with a later title and a tag, an answer to it, and another question.
    private func words(in world: World) async throws -> (question: RecordID, answer: RecordID) {
        let question = try await world.write(
            try Compose.question(title: "A \(Self.secret) title", body: Self.secret))
        let answer = try await world.write(
            try Compose.answer(question: question, body: "an answer that stays"))
        try await world.write([.add(record: question, field: Field(3, .text(Self.secret)))])
        try await world.write(try Compose.question(title: "Another that stays", body: ""))
        try await world.write(
            try Compose.edit(
                "title", to: .text("Another \(Self.secret)"), of: question, kind: Schema.question))
        try await world.store.settle()
        return (question, answer)
    }

    private func takeBack(_ record: RecordID, in world: World) async throws {
        let touching = try await world.store.ownCommits(touching: [record], in: world.community)
        let plan = try ErasurePlan(erasing: record, with: touching)
        #expect(plan.companions.isEmpty && plan.alsoWritten.isEmpty)
        let erased = try world.store.erasedCommits(plan.commits, in: world.community)
        try await world.write(Compose.wordsErased(erased), at: 20_000)
    }

    private func holds(_ word: String, _ world: World) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: world.home.path)
            .filter { $0.hasPrefix("view") }
            .contains { name in
                let data = try Data(contentsOf: URL(fileURLWithPath: world.home.file(name)))
                return data.range(of: Data(word.utf8)) != nil
            }
    }

    /// How many payloads are in the log's file.
    private func payloads(_ world: World) async throws -> Int {
        try await DatabaseQueue(path: world.home.file("log.sqlite")).read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM commits WHERE payload IS NOT NULL") ?? 0
        }
    }

    @Test("nothing of them is left in log, view and search; what answers them stays (bites)")
    func gone() async throws {
        let world = try await World()
        let (question, answer) = try await words(in: world)
        #expect(try holds(Self.secret, world))
        #expect(try await world.store.search(SearchQuery(Self.secret)).hits.count == 1)
        let before = try await payloads(world)
        try await takeBack(question, in: world)
        // Three commits less, and the statement.
        #expect(try await payloads(world) == before - 3 + 1)
        #expect(try await world.store.search(SearchQuery(Self.secret)).hits.isEmpty)
        #expect(try await world.store.questions().map(\.title) == ["Another that stays"])
        let hits = try await world.store.search(SearchQuery("stays")).hits
        #expect(hits.map(\.id).contains(answer) && hits.count == 2)
        let erasure = try #require(try await world.store.erasure(of: question))
        #expect(erasure.words.writer.person == world.person && erasure.written == 20_000)
        #expect(try await world.store.erasure(of: answer) == nil)
        try await world.store.close()
        #expect(try !holds(Self.secret, world))
    }

    @Test("no byte of the sealed payload is in the log's files; before it is (bites)")
    func bytes() async throws {
        let world = try await World()
        let (question, _) = try await words(in: world)
        let payload = try await DatabaseQueue(path: world.home.file("log.sqlite")).read {
            try Data.fetchOne(
                $0,
                sql: "SELECT payload FROM commits WHERE log = 2 AND sequence = 2")
        }
        let sealed = try #require(payload)
        func isHere() throws -> Bool {
            try FileManager.default.contentsOfDirectory(atPath: world.home.path)
                .filter { $0.hasPrefix("log") }
                .contains { name in
                    let data = try Data(contentsOf: URL(fileURLWithPath: world.home.file(name)))
                    return data.range(of: sealed) != nil
                }
        }
        #expect(try isHere())
        try await takeBack(question, in: world)
        #expect(try !isHere())
        try await world.store.close()
        #expect(try !isHere())
    }

    @Test("a statement without the right notice takes nothing back, and nothing is said to be gone")
    func unsigned() async throws {
        let world = try await World()
        let (question, answer) = try await words(in: world)
        let touching = try await world.store.ownCommits(touching: [question], in: world.community)
        var erased = try world.store.erasedCommits(touching, in: world.community)
        let signature = try #require(erased.last?.signature)
        for index in erased.indices.dropLast() { erased[index].signature = signature }
        erased.removeLast()
        let dump = try await world.store.canonicalDump()
        try await world.write(Compose.wordsErased(erased), at: 20_000)
        #expect(try await world.store.erasure(of: question) == nil)
        #expect(try await world.store.erasure(of: answer) == nil)
        #expect(try await world.store.questions().count == 2)
        #expect(try await world.store.canonicalDump().hasPrefix(dump))
    }

    @Test("the log is sound afterwards, counts what is left, and is the same when opened again")
    func sound() async throws {
        let world = try await World()
        let (question, _) = try await words(in: world)
        let bytes = world.store.bytes(of: world.community)
        try await takeBack(question, in: world)
        try await world.store.check()
        let left = world.store.bytes(of: world.community)
        #expect(left < bytes + 400)
        let log = try #require(try world.store.frontier(of: world.community).entries.first?.log)
        let needs = [(log: log, from: UInt64(1))]
        let size = try await world.store.count(of: world.community, needs: needs)
        #expect(size.bytes == left)
        let dump = try await world.store.canonicalDump()
        try await world.store.close()
        let again = try await Store.open(folder: world.home.path, keyrings: [world.keyring])
        #expect(again.bytes(of: world.community) == left)
        #expect(try await again.canonicalDump() == dump)
        try await again.check()
        try await again.close()
    }

    @Test("a view that was made before is made anew at the start")
    func staleAtStart() async throws {
        let world = try await World()
        let (question, _) = try await words(in: world)
        try await world.store.checkpoint()
        let view = world.home.file("view.sqlite")
        try FileManager.default.copyItem(atPath: view, toPath: view + ".old")
        try await takeBack(question, in: world)
        try await world.store.close()
        for suffix in ["", "-wal", "-shm"]
        where FileManager.default.fileExists(atPath: view + suffix) {
            try FileManager.default.removeItem(atPath: view + suffix)
        }
        try FileManager.default.moveItem(atPath: view + ".old", toPath: view)
        #expect(try holds(Self.secret, world), "the node died before it made the view anew")
        let again = try await Store.open(folder: world.home.path, keyrings: [world.keyring])
        try await again.settle()
        #expect(try !holds(Self.secret, world))
        try await again.close()
    }

    @Test(
        "whatever authors take back, stores agree with each other and with the Replica",
        arguments: Array(1...6) as [UInt64])
    func convergence(seed: UInt64) async throws {
        var history = try History(seed: seed &+ 500)
        try history.run(steps: 30)
        var statements = history.authors.indices.compactMap { history.takeBack(by: $0) }
        try history.run(steps: 20)
        statements += [history.takeBack(by: 0)].compactMap(\.self)
        for index in history.authors.indices {
            history.write(
                Compose.erasureApplied(statements), by: index, in: history.community)
        }
        let expected = history.replica().canonicalDump()
        #expect(expected.contains("erasure ") && expected.contains("done on"))
        let keyring = try #require(history.keyrings[history.workplace])
        var generator = SeededGenerator(seed: seed)
        let homes = [try TestHome(), try TestHome()]
        let first = try await open(homes[0], history, keyring)
        try await deliver(history, to: first, &generator)
        try await first.settle()
        #expect(try await first.canonicalDump() == expected, "seed \(seed)")
        // A newcomer gets what is left of the commits.
        let second = try await open(homes[1], history, nil)
        for space in [history.community, history.workplace] {
            let needs = try first.frontier(of: space).entries.map { (log: $0.log, from: UInt64(1)) }
            let piece = try await first.runs(
                of: space, needs: needs, after: 0, maxBytes: 10_000_000)
            let outcome = try await second.ingest(piece.runs, into: space)
            #expect(outcome.refusals.isEmpty)
        }
        try await second.setKeyring(keyring)
        try await second.settle()
        #expect(try await second.canonicalDump() == expected, "seed \(seed), newcomer")
        try await second.rebuild()
        #expect(try await second.canonicalDump() == expected, "seed \(seed), rebuilt")
        for store in [first, second] {
            try await store.check()
            try await store.close()
        }
    }

    private func open(
        _ home: TestHome, _ history: History, _ keyring: Keyring?
    ) async throws -> Store {
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        if let keyring { try await store.setKeyring(keyring) }
        return store
    }

    /// Each log's runs in order, everything else at random; the keys may come last.
    private func deliver(
        _ history: History, to store: Store, _ generator: inout SeededGenerator
    ) async throws {
        var queues: [LogID: [(space: SpaceID, run: Run)]] = [:]
        for item in history.runs { queues[item.run.log, default: []].append(item) }
        while let log = queues.keys.sorted().randomElement(using: &generator),
            let queue = queues[log], let space = queue.first?.space
        {
            let count = Int.random(in: 1...queue.count, using: &generator)
            let outcome = try await store.ingest(queue.prefix(count).map(\.run), into: space)
            #expect(outcome.refusals.isEmpty)
            let rest = Array(queue.dropFirst(count))
            queues[log] = rest.isEmpty ? nil : rest
        }
    }
}
