import Foundation
import Merge
import TestKit
import Testing

@Suite("Editing traces of real people end in the known text")
struct TraceTests {
    private struct Trace: Decodable {
        struct Transaction: Decodable {
            var patches: [Patch]
            var parents: [Int]?
            var agent: Int?
        }

        struct Patch: Decodable {
            var position: Int
            var deleted: Int
            var inserted: String

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                position = try list.decode(Int.self)
                deleted = try list.decode(Int.self)
                inserted = try list.decode(String.self)
            }

            var edits: [TextEdit] {
                (deleted > 0 ? [.delete(at: position, count: deleted)] : [])
                    + (inserted.isEmpty ? [] : [.insert(inserted, at: position)])
            }
        }

        var endContent: String
        var txns: [Transaction]
    }

    private func load(_ name: String) throws -> Trace? {
        guard let file = SharedFolder.find("traces/\(name).json.gz") else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        return try JSONDecoder().decode(Trace.self, from: data)
    }

    @Test("One person writes a paper")
    func automergePaper() throws {
        guard let trace = try load("automerge-paper") else { return }
        var document = TextDocument()
        for edit in trace.txns.flatMap(\.patches).flatMap(\.edits) {
            switch edit {
            case .insert(let text, let at): try document.insert(text, at: at, by: author(0))
            case .delete(let at, let count, _):
                try document.delete(at: at, count: count, by: author(0))
            }
        }
        #expect(document.text == trace.endContent && document.eventCount == 259_778)
        let stored = try StoredText(document)
        #expect(stored.bytes.count < 229_544)
        let again = try StoredText(bytes: stored.bytes).document()
        #expect(again.text == trace.endContent)
        #expect(try again.text(at: document.version) == trace.endContent)
        var copy = TextDocument()
        for batch in again.batches(by: author(0)) { _ = try copy.merge(batch) }
        #expect(copy.text == trace.endContent)
    }

    @Test("Two people write at the same time")
    func friendsForever() throws {
        guard let trace = try load("friendsforever") else { return }
        var last: [TextPoint] = []
        var next: [Int: Int] = [:]
        var batches: [TextBatch] = []
        for transaction in trace.txns {
            let agent = transaction.agent ?? 0
            let batch = TextBatch(
                author: author(agent), first: next[agent, default: 0],
                parents: (transaction.parents ?? []).map { last[$0] },
                edits: transaction.patches.flatMap(\.edits))
            next[agent, default: 0] += batch.count
            last.append(
                TextPoint(author: author(agent), sequence: batch.first + batch.count - 1))
            batches.append(batch)
        }
        #expect(batches.count == 26_078)
        var document = TextDocument()
        for batch in batches { _ = try document.merge(batch) }
        #expect(document.text == trace.endContent)
        // Each writes on until it needs the other: another order, the same text.
        var other = TextDocument()
        var queues = [1, 0].map { agent in batches.filter { $0.author == author(agent) }[...] }
        while queues.contains(where: { !$0.isEmpty }) {
            for agent in queues.indices {
                while let batch = queues[agent].first, other.knows(TextVersion(batch.parents)) {
                    _ = try other.merge(batch)
                    queues[agent].removeFirst()
                }
            }
        }
        #expect(other.text == trace.endContent && other.version == document.version)
        let stored = try StoredText(other)
        #expect(try StoredText(bytes: stored.bytes).document().text == trace.endContent)
    }
}
