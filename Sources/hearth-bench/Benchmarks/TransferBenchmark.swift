internal import Foundation
internal import Storage

/// How fast many posts come in: from an archive, and from a colleague.
///
/// Posts of about 500 bytes, four answers to a question, with words of a seeded vocabulary.
/// `import` appends them to a store as the daemon does: batches of 500, 100 posts a commit, each
/// batch durable and visible before the next. `first-sync` ingests the chunks that this store
/// serves into an empty second store, until everything is durable and can be searched; reading the
/// chunks, which is another computer's work, is not counted.
///
/// Beside both, in the same rounds: one Ed25519 verification for each post on one core, the bound
/// of a system that signs every message; and a bare SQLite database that inserts the same rows with
/// the same columns, indexes and full-text index in transactions of 1,000, without the log. The
/// four take turns; medians of the rounds.
struct TransferBenchmark: Benchmark {
    let names = ["import", "first-sync"]
    let summary = "posts a second into a store, beside signature checks and bare SQLite"

    /// What each round adds.
    private struct Rates {
        var verification = Sample()
        var bare = Sample()
        var importing = Sample()
        var syncing = Sample()
    }

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let archive = Archive(posts: surroundings.posts)
        let verification = try BareVerification()
        var rates = Rates()
        var rows: BareRows?
        for round in 1...surroundings.rounds {
            surroundings.tell("import, first-sync: round \(round) of \(surroundings.rounds)")
            rates.verification.add(try verification.rate(seconds: surroundings.isQuick ? 0.3 : 1))
            try await surroundings.withFolder("transfer") { folder in
                let view = try await transfer(archive, in: folder, &rates)
                let known = try rows ?? BareRows(view: view)
                rows = known
                guard known.posts.count == surroundings.posts else {
                    throw Failed("the replica holds \(known.posts.count) posts")
                }
                rates.bare.add(try Self.bareRate(known, in: folder))
            }
        }
        return Self.findings("import", rates.importing.median, rates)
            + Self.findings("first-sync", rates.syncing.median, rates)
    }

    /// Imports and syncs once, and says where the view of the second replica lies.
    private func transfer(
        _ archive: Archive, in folder: URL, _ rates: inout Rates
    ) async throws -> URL {
        let settlement = try Settlement()
        let source = try await settlement.openWriter(folder.appendingPathComponent("source"))
        let count = archive.discussions.count * (1 + Archive.answers)
        let importing = Stopwatch()
        try await StoreImport(store: source, space: settlement.community).add(archive)
        try await source.settle()
        rates.importing.add(importing.rate(of: count))

        let chunks = try await settlement.chunks(of: settlement.community, in: source)
        let place = folder.appendingPathComponent("target")
        let target = try await settlement.openReader(place, besides: source)
        let syncing = Stopwatch()
        for runs in chunks { _ = try await target.ingest(runs, into: settlement.community) }
        try await target.settle()
        rates.syncing.add(syncing.rate(of: count))
        try await check(target, holds: archive)
        try await source.close()
        try await target.close()
        return place.appendingPathComponent("view.sqlite")
    }

    /// A fast replica that lacks something would be no result.
    private func check(_ store: Store, holds archive: Archive) async throws {
        let last = archive.discussions.last
        let words = last?.title.split(separator: " ").joined(separator: " ") ?? ""
        let hits = try await store.search(SearchQuery("\"\(words)\"")).hits
        guard hits.contains(where: { $0.title == last?.title }) else {
            throw Failed("the last question can't be found in the second replica")
        }
    }

    /// How fast a bare database takes rows.
    static func bareRate(_ rows: BareRows, in folder: URL) throws -> Double {
        let bare = try BareSQLite(
            folder.appendingPathComponent("bare.sqlite"), schema: rows.schema)
        let watch = Stopwatch()
        try bare.insert(rows)
        let rate = watch.rate(of: rows.posts.count)
        try bare.close()
        return rate
    }

    private static func findings(
        _ name: String, _ rate: Double, _ rates: Rates
    ) -> [Finding] {
        findings(
            name, rate, verification: rates.verification.median, bare: rates.bare.median)
    }

    /// A rate beside both references.
    static func findings(
        _ name: String, _ rate: Double, verification: Double, bare: Double
    ) -> [Finding] {
        [
            Finding(
                "\(name), beside signature checks", rate, "posts/s",
                against: "checks/s, one core", verification, bar: .ratioAbove(1)),
            Finding(
                "\(name), beside bare SQLite", rate, "posts/s", against: "posts/s, bare", bare,
                bar: .ratioAtLeast(0.25)),
        ]
    }
}
