internal import Foundation
internal import GRDB
internal import Storage

/// How long a search takes among ten times as many posts as the other large benchmarks have.
///
/// Posts of about 500 bytes with words of a seeded vocabulary whose frequency falls as Zipf's law
/// says. Each query looks for one word, two, a phrase, or the beginning of a word, drawn by their
/// frequency as people type them: most are in very many posts. A fifth of the queries, measured
/// apart, is one word with a letter too many. Queries take turns with the same one put to the bare full-text index
/// of the same file: the newest twenty matches with their texts, not ranked, no snippets.
struct SearchBenchmark: Benchmark {
    let names = ["search"]
    let summary = "a search in the whole history, beside the bare full-text index"

    /// How many times the posts of the other benchmarks.
    private static let factor = 10
    private static let shown = 20

    private struct Times {
        var plain = Sample()
        var mistyped = Sample()
        var bare = Sample()
    }

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let posts = surroundings.posts * Self.factor
        surroundings.tell("search: writing \(posts) posts")
        return try await surroundings.withFolder("search") { folder in
            let settlement = try Settlement()
            let store = try await settlement.openWriter(folder)
            let importing = StoreImport(store: store, space: settlement.community)
            for part in 0..<Self.factor {
                try await importing.add(
                    Archive(posts: surroundings.posts, seed: UInt64(part + 1)))
            }
            try await store.settle()
            surroundings.tell("search: asking")
            let times = try await measure(
                store, folder.appendingPathComponent("view.sqlite"),
                queries: surroundings.isQuick ? 50 : 400)
            try await store.close()
            return Self.findings(times, posts)
        }
    }

    private func measure(_ store: Store, _ view: URL, queries: Int) async throws -> Times {
        var generator = SeededGenerator(seed: 1)
        let vocabulary = Vocabulary(using: &generator)
        let bare = try BareSearch(view)
        var times = Times()
        for number in 0..<queries {
            let query = Self.query(number, vocabulary, &generator)
            let isMistyped = number % 5 == 4
            let typed = isMistyped ? Self.mistyped(vocabulary, &generator) : query
            let watch = Stopwatch()
            let hits = try await store.search(SearchQuery(typed)).hits
            if isMistyped {
                times.mistyped.add(watch.milliseconds)
                continue
            }
            times.plain.add(watch.milliseconds)
            let reference = Stopwatch()
            let count = try bare.newest(query, Self.shown)
            times.bare.add(reference.milliseconds)
            guard hits.isEmpty == (count == 0) else {
                throw Failed("\(query): \(hits.count) hits, \(count) in the bare index")
            }
        }
        return times
    }

    private static func query(
        _ number: Int, _ vocabulary: Vocabulary, _ generator: inout SeededGenerator
    ) -> String {
        let words = (0..<2).map { _ in vocabulary.word(using: &generator) }
        return switch number % 4 {
        case 0: words[0]
        case 1: words.joined(separator: " ")
        case 2: "\"\(words.joined(separator: " "))\""
        default: String(words[0].prefix(max(2, words[0].count - 1))) + "*"
        }
    }

    /// A word of some length with one letter too many in its middle.
    private static func mistyped(
        _ vocabulary: Vocabulary, _ generator: inout SeededGenerator
    ) -> String {
        var word = ""
        while word.count < 5 { word = vocabulary.word(using: &generator) }
        let middle = word.index(word.startIndex, offsetBy: word.count / 2)
        return word[..<middle] + "q" + word[middle...]
    }

    private static func findings(_ times: Times, _ posts: Int) -> [Finding] {
        let bare = times.bare.percentile(95)
        return [
            Finding("search among \(posts) posts, median", times.plain.median, "ms"),
            Finding(
                "search among \(posts) posts, 95th percentile", times.plain.percentile(95), "ms",
                bar: .below(50)),
            Finding(
                "the same, beside the bare index", times.plain.percentile(95), "ms",
                against: "ms, 1.5 x bare + 2 ms", 1.5 * bare + 2, bar: .ratioAtMost(1)),
            Finding(
                "mistyped search, 95th percentile", times.mistyped.percentile(95), "ms",
                bar: .below(50)),
        ]
    }
}

/// The full-text index of a view, asked without anything around it.
private struct BareSearch {
    private let queue: DatabaseQueue

    init(_ view: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        queue = try DatabaseQueue(path: view.path, configuration: configuration)
    }

    /// The newest matches with their texts; tells how many there are, at most as many as wanted.
    func newest(_ query: String, _ count: Int) throws -> Int {
        try queue.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT s.rowid, coalesce(q.title, ''), coalesce(q.body, a.body)
                        FROM search AS s LEFT JOIN question AS q ON q.number = s.rowid
                        LEFT JOIN answer AS a ON a.number = s.rowid
                        WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT ?
                        """), arguments: [query, count]
            ).count
        }
    }
}
