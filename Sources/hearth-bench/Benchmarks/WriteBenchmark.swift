internal import Community
internal import Foundation
internal import Storage

/// What it costs to have one's own words on the disk.
///
/// One question of 500 bytes is appended to a store: sealed, chained, signed, and committed to the
/// log with `synchronous = FULL`, when it is acknowledged. Beside it a bare SQLite database commits
/// 500 bytes with the same durability. The two take turns a thousand times each on the same disk,
/// so both see the same disk at the same time. Before each turn of the bare database the store
/// brings its view up to date, which is not counted, so that it disturbs neither.
struct WriteBenchmark: Benchmark {
    let names = ["write"]
    let summary = "a durable local write, beside a bare SQLite commit of the same bytes"

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        try await surroundings.withFolder("write") { folder in
            let settlement = try Settlement()
            let store = try await settlement.openWriter(folder.appendingPathComponent("store"))
            let bare = try BareSQLite(
                folder.appendingPathComponent("bare.sqlite"), schema: BareSQLite.oneTable)
            var generator = SeededGenerator(seed: 2)
            let vocabulary = Vocabulary(using: &generator)
            var own = Sample()
            var reference = Sample()
            for number in 0..<(surroundings.isQuick ? 200 : 1_000) {
                let title = String(vocabulary.text(bytes: 60, using: &generator).prefix(60))
                let body = String(vocabulary.text(bytes: 440, using: &generator).prefix(440))
                let drafts = [
                    Draft(
                        try Compose.question(title: title, body: body),
                        wallClock: Int64(number))
                ]
                let appending = Stopwatch()
                _ = try await store.append(drafts, to: settlement.community)
                own.add(appending.milliseconds)
                try await store.settle()
                let bytes = Data((title + body).utf8)
                let committing = Stopwatch()
                try bare.commit(bytes)
                reference.add(committing.milliseconds)
            }
            try await store.close()
            try bare.close()
            return [
                Finding(
                    "write, 500 bytes, p50", own.median, "ms", against: "bare SQLite",
                    reference.median, bar: .ratioAtMost(1.5)),
                Finding(
                    "write, 500 bytes, p99", own.percentile(99), "ms", against: "bare SQLite",
                    reference.percentile(99)),
            ]
        }
    }
}
