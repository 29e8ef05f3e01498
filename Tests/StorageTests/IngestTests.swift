import Community
import Histories
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Ingest")
struct IngestTests {
    private func store(_ history: History) async throws -> (TestHome, Store) {
        let home = try TestHome()
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(try #require(history.keyrings[history.workplace]))
        return (home, store)
    }

    @Test("gaps, repetitions and forgeries are told apart, and nothing of them is stored")
    func refusals() async throws {
        var history = try History(seed: 1, people: 1)
        for index in 0..<4 {
            history.write(
                try Compose.question(title: "Q \(index)", body: ""), by: 0, in: history.community)
        }
        let (_, store) = try await store(history)
        let runs = history.runs.filter { $0.space == history.community }.map(\.run)
        let gap = try await store.ingest([runs[2]], into: history.community)
        #expect(gap.refusals.map(\.cause) == [.gap(expected: 1)])
        _ = try await store.ingest([runs[0]], into: history.community)
        var forged = runs[1]
        forged.signature = runs[2].signature
        let bad = try await store.ingest([forged], into: history.community)
        #expect(
            bad.refusals.map(\.cause) == [.broken(.badSignature(log: forged.log, sequence: 2))])
        let good = try await store.ingest(Array(runs), into: history.community)
        #expect(good.newCommits == 3 && good.duplicates == 1 && good.refusals.isEmpty)
        #expect(good.heads.first?.head.length == 4)
        var empty = runs[0]
        empty.commits = []
        empty.first = 5
        let none = try await store.ingest([empty], into: history.community)
        #expect(none.refusals.map(\.cause) == [.broken(.emptyRun)])
        var zero = runs[0]
        zero.first = 0
        #expect(try await store.ingest([zero], into: history.community).refusals.count == 1)
        let merged = Run(
            log: runs[0].log, first: 1, commits: runs.flatMap(\.commits),
            signature: runs[3].signature)
        let again = try await store.ingest([merged], into: history.community)
        #expect(again.duplicates == 4 && again.newCommits == 0)
    }

    @Test("a longer run that overlaps what is here adds only its end")
    func overlap() async throws {
        var history = try History(seed: 2, people: 1)
        for index in 0..<4 {
            history.write(
                try Compose.question(title: "Q \(index)", body: ""), by: 0, in: history.community)
        }
        let (_, store) = try await store(history)
        let runs = history.runs.filter { $0.space == history.community }.map(\.run)
        _ = try await store.ingest(Array(runs.prefix(2)), into: history.community)
        let merged = Run(
            log: runs[0].log, first: 1, commits: runs.flatMap(\.commits),
            signature: runs[3].signature)
        let outcome = try await store.ingest([merged], into: history.community)
        #expect(outcome.newCommits == 2 && outcome.duplicates == 2)
    }

    @Test(
        "two histories of a log are proved, and end it where they part, in either order (case 37)")
    func fork() async throws {
        var history = try History(seed: 3, people: 1)
        history.write(
            try Compose.question(title: "Common", body: ""), by: 0, in: history.community)
        var twin = history
        history.write(try Compose.question(title: "Left", body: ""), by: 0, in: history.community)
        twin.write(try Compose.question(title: "Right", body: ""), by: 0, in: twin.community)
        let left = try #require(history.runs.last?.run)
        let right = try #require(twin.runs.last?.run)
        var dumps: [String] = []
        for (first, second) in [(left, right), (right, left)] {
            let (home, store) = try await store(history)
            for (space, run) in history.runs.dropLast() {
                _ = try await store.ingest([run], into: space)
            }
            _ = try await store.ingest([first], into: history.community)
            let outcome = try await store.ingest([second], into: history.community)
            #expect(outcome.forks == [left.log])
            #expect(try store.frontier(of: history.community)[left.log]?.length == 1)
            let later = try await store.ingest([second], into: history.community)
            #expect(later.refusals.map(\.cause) == [.cut(after: 1)])
            let needs = [(log: left.log, from: UInt64(1))]
            let served = try await store.runs(
                of: history.community, needs: needs, after: 0, maxBytes: 1_000_000)
            #expect(served.runs.flatMap(\.commits).count == 1)
            try await store.settle()
            dumps.append(try await store.canonicalDump())
            try await store.close()
            let again = try await Store.open(
                folder: home.path, keyrings: [try #require(history.keyrings[history.workplace])])
            #expect(try await again.canonicalDump() == dumps[0])
            #expect(try again.frontier(of: history.community)[left.log]?.length == 1)
        }
        #expect(dumps[0] == dumps[1])
        #expect(dumps[0].contains("Common") && !dumps[0].contains("Left"))
    }

    @Test("a forged second history is no fork")
    func forgedFork() async throws {
        var history = try History(seed: 4, people: 1)
        history.write(
            try Compose.question(title: "Only", body: ""), by: 0, in: history.community)
        let (_, store) = try await store(history)
        for (space, run) in history.runs { _ = try await store.ingest([run], into: space) }
        var forged = try #require(history.runs.last?.run)
        forged.commits[0].content = .payload([1, 2, 3])
        let outcome = try await store.ingest([forged], into: history.community)
        #expect(outcome.forks.isEmpty && outcome.refusals.count == 1)
        try await store.settle()
        #expect(try await store.canonicalDump().contains("Only"))
    }

    @Test("many drafts in one call are one signed run with rising clocks")
    func appendMany() async throws {
        let world = try await World()
        let drafts = try (0..<300).map {
            Draft(try Compose.question(title: "Q \($0)", body: ""), wallClock: Int64($0))
        }
        let outcome = try await world.store.append(drafts, to: world.community)
        #expect(outcome.runs.count == 2 && outcome.records.count == 300)
        #expect(outcome.records.allSatisfy { $0.count == 1 })
        #expect(try world.store.highestLamport(in: world.community) == 300)
        var filter = QuestionFilter()
        filter.limit = 1_000
        #expect(try await world.store.questions(filter).count == 300)
    }

    @Test("single commits are served as one long run")
    func mergedRuns() async throws {
        let world = try await World()
        for index in 0..<5 {
            try await world.write(try Compose.question(title: "Q \(index)", body: ""))
        }
        let log = try #require(try world.store.frontier(of: world.community).entries.first?.log)
        let piece = try await world.store.runs(
            of: world.community, needs: [(log: log, from: 2)], after: 0, maxBytes: 1_000_000)
        #expect(piece.runs.map(\.first) == [2] && piece.runs.first?.commits.count == 5)
        #expect(piece.isFinal)
    }

    @Test("own commits that come back from a peer continue the own log")
    func ownLogRestored() async throws {
        var history = try History(seed: 6, people: 1)
        history.write(
            try Compose.question(title: "Lost", body: ""), by: 0, in: history.community)
        let (_, store) = try await store(history)
        for (space, run) in history.runs { _ = try await store.ingest([run], into: space) }
        try await store.settle()
        #expect(try await store.questions().map(\.title) == ["Lost"])
    }
}
