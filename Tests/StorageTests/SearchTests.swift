import Community
import Storage
import TestKit
import Testing
import Wire

@Suite("Search")
struct SearchTests {
    private static let posts = [
        "如何重新校准液压机", "プレス機の音がうるさい", "베어링 소음이 심합니다", "מדוע המכונה רועשת כל כך",
        "لماذا تُصدر الآلة ضجيجًا", "ทำไมเครื่องจักรมีเสียงดัง", "Warum läuft die Presse so laut?",
        "The quick brown bearing's noise", "मशीन में बहुत शोर है", "Почему пресс шумит",
        "ﬁle Ｆｕｌｌ　ｗｉｄｔｈ", "שָׁלוֹם לכולם", "İstanbul'da gürültü",
    ]

    @Test(
        "finds words of every script with one or two characters",
        arguments: [
            ("校准", 0), ("液压", 0), ("机", 0), ("音", 1), ("うるさい", 1), ("プレス", 1), ("소음", 2),
            ("심", 2), ("רועשת", 3), ("המכונה", 3), ("תצדר", nil), ("تصدر", 4), ("الاله", 4),
            ("ضجيجا", 4), ("เสียง", 5), ("จักร", 5), ("läuft", 6), ("LAUFT", 6), ("bearing", 7),
            ("bearing's", 7), ("\"quick brown\"", 7), ("qui*", 7), ("शोर", 8), ("шумит", 9),
            ("ШУМИТ", 9), ("full width", 10), ("שלום", 11), ("istanbul", 12), ("gurultu", 12),
            ("压液", nil), ("\"brown quick\"", nil), ("noise -brown", nil), ("zzz", nil),
        ] as [(String, Int?)])
    func scripts(_ query: String, _ expected: Int?) async throws {
        let store = try await Self.store.value()
        let titles = try await store.search(SearchQuery(query)).hits.map(\.title)
        #expect(titles == (expected.map { [Self.posts[$0]] } ?? []), "\(query)")
    }

    @Test(
        "finds what was meant where nothing holds what was typed",
        arguments: [
            ("baering", 7, "bearing"), ("bering's nose", 7, "bearing s noise"),
            ("quick -purple baering", 7, "quick -\"purple\" bearing"), ("LAUFFT", 6, "lauft"),
            ("Прессс шумит", 9, "пресс шумит"), ("bearing", 7, nil), ("noise zzz", nil, nil),
            ("Presse bearing", nil, nil), ("xearing", nil, nil), ("brwn*", nil, nil),
            ("bar", nil, nil),
        ] as [(String, Int?, String?)])
    func correction(_ query: String, _ expected: Int?, _ correction: String?) async throws {
        let store = try await Self.store.value()
        let found = try await store.search(SearchQuery(query))
        #expect(found.hits.map(\.title) == (expected.map { [Self.posts[$0]] } ?? []))
        #expect(found.correction == correction)
    }

    @Test(
        "survives hostile queries (case 70)",
        arguments: [
            "\" OR 1=1 *", "\"", "*", "-", "--", "NEAR(a b", "text:x", "a AND", "NOT", "() OR",
            "\u{0}", "'; DROP TABLE record; --", "^a", "a\"\u{301}b", "\u{202E}x", "{a b}: c",
        ])
    func hostile(_ query: String) async throws {
        let store = try await Self.store.value()
        _ = try await store.search(SearchQuery(query))
        let long = String(repeating: query + " x", count: 5_000)
        _ = try await store.search(SearchQuery(long))
    }

    @Test("any text can be searched for without an error")
    func anything() async throws {
        let store = try await Self.store.value()
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let value = UInt32.random(in: 0...0x3_0000, using: &generator)
                text.append(Unicode.Scalar(value) ?? "\"")
            }
            _ = try await store.search(SearchQuery(String(text)))
        }
    }

    @Test("shows a piece of the text with the matches marked")
    func snippet() async throws {
        let world = try await World()
        let body = String(repeating: "filler ", count: 40) + "the Läger hums, läger!"
        let question = try await world.write(try Compose.question(title: "T", body: body))
        let hits = try await world.store.search(SearchQuery("lager hum*")).hits
        let hit = try #require(hits.first)
        #expect(hit.id == question && hit.question == question)
        #expect(hit.snippet.text.hasPrefix("…"))
        let characters = Array(hit.snippet.text)
        #expect(hit.snippet.matches.map { String(characters[$0]) } == ["Läger", "hum", "läger"])
    }

    @Test("ranks titles first, then newer ones, and filters by community, kind and author")
    func ranking() async throws {
        let world = try await World()
        let first = try await world.write(try Compose.question(title: "gasket", body: "x"))
        let second = try await world.write(try Compose.question(title: "x", body: "a gasket"))
        let answer = try await world.write(
            try Compose.answer(question: second, body: "gasket again"))
        let hits = try await world.store.search(SearchQuery("gasket")).hits
        #expect(hits.map(\.id) == [first, answer, second])
        #expect(hits[1].question == second && hits[1].title == "x")
        var query = SearchQuery("gasket")
        query.kind = Schema.answer.number
        #expect(try await world.store.search(query).hits.map(\.id) == [answer])
        query.space = world.workplace
        #expect(try await world.store.search(query).hits.isEmpty)
    }

    /// One store for all queries.
    private static let store = Shared()

    private actor Shared {
        private var world: World?

        func value() async throws -> Store {
            if let world { return world.store }
            let world = try await World()
            for post in SearchTests.posts {
                try await world.write(try Compose.question(title: post, body: ""))
            }
            self.world = world
            return world.store
        }
    }
}
