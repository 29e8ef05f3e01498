import Community
import Histories
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Convergence")
struct ConvergenceTests {
    /// Random histories, sent in random order and pieces, the keys known early or late.
    @Test(
        "the view's dump is the Replica's, whatever the order and grouping of arrival",
        arguments: Array(1...8) as [UInt64])
    func dumps(seed: UInt64) async throws {
        var history = try History(seed: seed)
        try history.run(steps: 60)
        try await hold(history, seed)
    }

    /// What a shared terminal and a key that it keeps may not do is hidden on every replica, however
    /// late it becomes known what they are.
    @Test(
        "the same with a shared terminal and somebody who writes at it",
        arguments: Array(1...8) as [UInt64])
    func kiosk(seed: UInt64) async throws {
        var history = try History(seed: seed &+ 400, people: 5, hasKiosk: true)
        try history.run(steps: 40)
        for author in history.authors.indices.dropFirst() {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        try history.run(steps: 40)
        // They write what the other steps seldom hit: a question, a mark and an archived post.
        for author in history.authors.indices.suffix(2) {
            let question = history.write(
                try Compose.question(title: "Why \(author)?", body: ""), by: author,
                in: history.community)
            history.write(
                try Compose.question(
                    title: "Old", body: "",
                    origin: Compose.Origin(author: "N.", date: nil, source: "mbox:\(author)")),
                by: author, in: history.community)
            guard let record = question.first else { continue }
            history.write(
                [.setPersonal(record: record, field: Field(5, .flag(true)))], by: author,
                in: history.community)
        }
        #expect(history.replica().canonicalDump().contains(" question hidden"))
        try await hold(history, seed)
    }

    private func hold(_ history: History, _ seed: UInt64) async throws {
        let expected = history.replica().canonicalDump()
        var generator = SeededGenerator(seed: seed &* 77)
        for isKeyLate in [false, true] {
            let home = try TestHome()
            let store = try await Store.open(folder: home.path)
            try await store.openSpace(history.workplace, kind: .workplace)
            try await store.openSpace(history.community, kind: .community)
            let keyring = try #require(history.keyrings[history.workplace])
            if !isKeyLate { try await store.setKeyring(keyring) }
            try await deliver(history, to: store, &generator)
            if isKeyLate { try await store.setKeyring(keyring) }
            try await store.settle()
            let dump = try await store.canonicalDump()
            #expect(dump == expected, "seed \(seed), key late: \(isKeyLate)")
            try await store.rebuild()
            #expect(try await store.canonicalDump() == expected, "rebuilt, seed \(seed)")
            try await store.close()
            let again = try await Store.open(folder: home.path, keyrings: [keyring])
            #expect(try await again.canonicalDump() == expected, "reopened, seed \(seed)")
            try await again.close()
        }
        #expect(expected.contains("record "))
    }

    @Test(
        "words that somebody took along are in neither dump, whenever their departure comes",
        arguments: Array(1...6) as [UInt64])
    func takenWords(seed: UInt64) async throws {
        var history = try History(seed: seed &+ 900)
        for author in 1...2 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        try history.run(steps: 50)
        history.write(
            try Compose.question(title: "Mine", body: ""), by: 1, in: history.community)
        let kept = history.replica().canonicalDump()
        let leaver = history.authors[1].person
        let departure = Departure(person: leaver, words: .erase, ends: [])
        history.write([.statement(.departed(departure))], by: 1, in: history.workplace)
        let gone = history.replica().canonicalDump()
        #expect(gone.contains(TakenWords.mark) && !kept.contains(TakenWords.mark))
        try history.run(steps: 10)
        let expected = history.replica().canonicalDump()
        // Somebody may have vouched for them again since.
        let isGone = Directory(history.replica()).person(leaver)?.tookWords == true
        #expect(expected.contains(TakenWords.mark) == isGone)
        var generator = SeededGenerator(seed: seed &* 79)
        let home = try TestHome()
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(try #require(history.keyrings[history.workplace]))
        try await deliver(history, to: store, &generator)
        try await store.settle()
        #expect(try await store.canonicalDump() == expected, "seed \(seed)")
        try await store.rebuild()
        #expect(try await store.canonicalDump() == expected, "rebuilt, seed \(seed)")
        if isGone {
            history.write(
                Compose.vouch(personFounding: history.authors[1].founding), by: 0,
                in: history.workplace)
            let last = try #require(history.runs.last)
            _ = try await store.ingest([last.run], into: last.space)
            try await store.settle()
            let back = history.replica().canonicalDump()
            #expect(!back.contains(TakenWords.mark), "they were let in again")
            #expect(try await store.canonicalDump() == back)
        }
        try await store.close()
    }

    /// Each log's runs stay in order, as sync sends them; everything else is random.
    private func deliver(
        _ history: History, to store: Store, _ generator: inout SeededGenerator
    ) async throws {
        var queues: [LogID: [(space: SpaceID, run: Run)]] = [:]
        for item in history.runs { queues[item.run.log, default: []].append(item) }
        while !queues.isEmpty {
            let log = queues.keys.sorted().randomElement(using: &generator)
            guard let log, let queue = queues[log], let space = queue.first?.space else { return }
            let count = Int.random(in: 1...queue.count, using: &generator)
            var runs = queue.prefix(count).map(\.run)
            if Bool.random(using: &generator) { runs += runs.prefix(1) }
            let outcome = try await store.ingest(Array(runs), into: space)
            #expect(outcome.refusals.isEmpty)
            #expect(outcome.newCommits == count)
            let rest = Array(queue.dropFirst(count))
            queues[log] = rest.isEmpty ? nil : rest
        }
    }

    @Test("two stores that serve each other agree, whatever the size of a piece")
    func serving() async throws {
        var history = try History(seed: 5)
        try history.run(steps: 120)
        let keyring = try #require(history.keyrings[history.workplace])
        let homes = (try TestHome(), try TestHome())
        let first = try await Store.open(folder: homes.0.path)
        let second = try await Store.open(folder: homes.1.path)
        for store in [first, second] {
            try await store.openSpace(history.workplace, kind: .workplace)
            try await store.openSpace(history.community, kind: .community)
            try await store.setKeyring(keyring)
        }
        for (space, run) in history.runs { _ = try await first.ingest([run], into: space) }
        for space in [history.community, history.workplace] {
            let needs = try first.frontier(of: space).entries.map { (log: $0.log, from: UInt64(1)) }
            let size = try await first.count(of: space, needs: needs)
            var cursor: Int64 = 0
            var commits = 0
            var bytes = 0
            while true {
                let piece = try await first.runs(
                    of: space, needs: needs, after: cursor, maxBytes: 3_000)
                let outcome = try await second.ingest(piece.runs, into: space)
                #expect(outcome.refusals.isEmpty)
                commits += piece.runs.reduce(0) { $0 + $1.commits.count }
                bytes += piece.runs.flatMap(\.commits).reduce(0) { $0 + $1.content.byteCount }
                cursor = piece.cursor
                if piece.isFinal { break }
            }
            #expect(size.commits == UInt64(commits) && size.bytes == UInt64(bytes))
            #expect(try first.frontier(of: space) == second.frontier(of: space))
        }
        for space in [history.community, history.workplace] {
            #expect(try first.highestLamport(in: space) == second.highestLamport(in: space))
        }
        try await first.settle()
        try await second.settle()
        #expect(try await first.canonicalDump() == second.canonicalDump())
    }
}
