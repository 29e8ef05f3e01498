import Community
import Histories
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// Records of a community's life, as the store reads them.
@Suite("Items")
struct ItemTests {
    /// People who write problems, sessions and the like at random, and change each other's.
    private func history(seed: UInt64) throws -> History {
        var history = try History(seed: seed, people: 3)
        for author in history.authors.dropFirst().prefix(1) {
            history.write(
                Compose.vouch(personFounding: author.founding), by: 0, in: history.workplace)
        }
        var known: [(RecordKind, RecordID)] = []
        for step in 0..<60 {
            let author = Int.random(in: 0..<3, using: &history.generator)
            let kind = Schema.life.randomElement(using: &history.generator) ?? Schema.problem
            var operations: [Operation] = [
                .create(kind: kind.number, fields: fields(of: kind, known, &history.generator))
            ]
            if let (old, record) = known.randomElement(using: &history.generator) {
                operations.append(change(record, old, step, &history.generator))
            }
            let made = history.write(operations, by: author, in: history.community)
            known += made.prefix(1).map { (kind, $0) }
        }
        return history
    }

    private func fields(
        of kind: RecordKind, _ known: [(RecordKind, RecordID)],
        _ generator: inout SeededGenerator
    ) -> [Field] {
        kind.fields.filter {
            $0.merge != .collaborative && ($0.isRequired || Bool.random(using: &generator))
        }
        .map { Field($0.number, value($0, known, &generator)) }
    }

    private func change(
        _ record: RecordID, _ kind: RecordKind, _ step: Int, _ generator: inout SeededGenerator
    ) -> Operation {
        let rule = kind.fields[step % kind.fields.count]
        let field = Field(rule.number, value(rule, [], &generator))
        switch rule.merge {
        case .personal: return .setPersonal(record: record, field: field)
        case .set: return .add(record: record, field: field)
        case .register, .immutable: return .set(record: record, field: field)
        case .collaborative:
            // An insertion at the beginning (chapter 18), which counts once for each log.
            let words = Array("words \(generator.next() % 7)".utf8)
            let batch: Bytes = [0, 0, 0, UInt8(words.count)] + words
            return .edit(record: record, TextOperation(field: rule.number, batch: batch))
        }
    }

    private func value(
        _ rule: FieldRule, _ known: [(RecordKind, RecordID)], _ generator: inout SeededGenerator
    ) -> Value {
        switch rule.type {
        case .line, .text: .text("words \(generator.next() % 7)")
        case .integer(let range): .integer(range.lowerBound + Int64(generator.next() % 9))
        case .bytes(let count): .bytes(generator.bytes(count))
        case .list(let size, _): .bytes(generator.bytes(size))
        case .flag: .flag(Bool.random(using: &generator))
        case .record:
            .record(
                known.randomElement(using: &generator)?.1 ?? RecordID(raw: Bytes16(high: 1, low: 1))
            )
        }
    }

    @Test(
        "the store reads the same of every record as the Replica",
        arguments: Array(1...6) as [UInt64])
    func equal(seed: UInt64) async throws {
        let history = try history(seed: seed)
        let replica = history.replica()
        let home = try TestHome()
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(try #require(history.keyrings[history.workplace]))
        for (space, run) in history.runs { _ = try await store.ingest([run], into: space) }
        try await store.settle()
        var count = 0
        for kind in Schema.life {
            let expected = replica.items(of: kind, in: history.community)
            var filter = ItemFilter(kind)
            filter.limit = 500
            let found = try await store.items(filter).map(\.item)
                .sorted { $0.stamp < $1.stamp }
            #expect(found.map(\.id) == expected.map(\.id), "\(kind.name), seed \(seed)")
            for (left, right) in zip(found, expected) {
                #expect(left.values == right.values, "\(kind.name), seed \(seed)")
                #expect(left.elements == right.elements, "\(kind.name), seed \(seed)")
                #expect(left.changes == right.changes, "\(kind.name), seed \(seed)")
                #expect(left.entries == right.entries, "\(kind.name), seed \(seed)")
                let single = try await store.item(left.id)
                #expect(single?.item.values == right.values)
            }
            count += found.count
        }
        #expect(count > 20, "hardly anything was written")
    }
}
