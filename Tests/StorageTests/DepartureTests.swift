import Community
import Foundation
import GRDB
import Storage
import TestKit
import Testing
import Wire

@Suite("Words of people who left")
struct DepartureTests {
    private static let secret = "zylophagous"

    private func world(leaving words: LeaversWords?) async throws -> World {
        let world = try await World()
        let question = try await world.write(
            try Compose.question(title: "A \(Self.secret) title", body: Self.secret, tags: []))
        let answer = try await world.write(
            try Compose.answer(question: question, body: "\(Self.secret) answer"))
        try await world.write(try Compose.thanks(for: answer, text: Self.secret))
        try await world.write(
            [.add(record: question, field: Field(3, .text(Self.secret)))])
        try await world.write(
            try Compose.edit(
                "title", to: .text("Another \(Self.secret)"), of: question, kind: Schema.question))
        try await world.write(
            try Compose.item(
                Schema.story,
                [("title", .text("A \(Self.secret) story")), ("lesson", .text(Self.secret))]))
        if let words {
            let departure = Departure(person: world.person, words: words, ends: [])
            _ = try await world.store.append(
                [Draft([.statement(.departed(departure))], wallClock: 3_000)],
                to: world.workplace)
        }
        try await world.store.settle()
        return world
    }

    /// Everything that the readable views show.
    private func shown(in world: World) async throws -> String {
        let queue = try DatabaseQueue(path: world.home.file("view.sqlite"))
        return try await queue.read { database in
            let views = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'view'
                        AND name NOT IN ('counted_element', 'shown_element', 'latest_entry')
                    """)
            return try views.map { view in
                try Row.fetchAll(database, sql: "SELECT * FROM \(view)").description
            }.joined(separator: "\n")
        }
    }

    @Test("erased words are neither shown nor found; without a departure they are (bites)")
    func erased() async throws {
        let before = try await world(leaving: nil)
        #expect(try await shown(in: before).contains(Self.secret))
        #expect(try await before.store.search(SearchQuery(Self.secret)).hits.count == 3)

        let world = try await world(leaving: .erase)
        #expect(try await !shown(in: world).contains(Self.secret))
        #expect(try await !shown(in: world).contains("Ada"))
        #expect(try await world.store.search(SearchQuery(Self.secret)).hits.isEmpty)
        let questions = try await world.store.questions()
        let question = try #require(questions.first)
        #expect(question.title.isEmpty && question.tags.isEmpty)
        #expect(question.author.shownName == Directory.formerColleague)
        let details = try #require(try await world.store.question(question.id))
        #expect(details.body.isEmpty && details.answers.map(\.body) == [""])
        #expect(details.answers.flatMap(\.thanks).map(\.text) == [""])
        #expect(try await world.store.elements(of: question.id, field: 3).isEmpty)
    }

    @Test("other leavers' words stay, with the name or without", arguments: [true, false])
    func kept(withName: Bool) async throws {
        let world = try await world(leaving: withName ? .keepName : .formerColleague)
        let question = try #require(try await world.store.questions().first)
        #expect(question.title == "Another \(Self.secret)")
        #expect(question.author.shownName == (withName ? "Ada" : Directory.formerColleague))
        #expect(try await world.store.search(SearchQuery(Self.secret)).hits.count == 3)
    }

    /// Whether some bytes stand anywhere in the files of the view: rows, search index, free pages,
    /// write-ahead log.
    private func holds(_ word: String, _ world: World) throws -> Bool {
        var found = false
        var files = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: world.home.path)
        where name.hasPrefix("view") {
            files += 1
            let data = try Data(contentsOf: URL(fileURLWithPath: world.home.file(name)))
            if data.range(of: Data(word.utf8)) != nil { found = true }
        }
        #expect(files > 0)
        return found
    }

    @Test("no byte of erased words is in the view's files; before they are (bites)")
    func bytes() async throws {
        let before = try await world(leaving: nil)
        #expect(try holds(Self.secret, before))
        let kept = try await world(leaving: .formerColleague)
        #expect(try holds(Self.secret, kept))
        let world = try await world(leaving: .erase)
        #expect(try !holds(Self.secret, world))
        // What comes late of theirs leaves no trace either.
        try await world.write(
            try Compose.question(title: "Late \(Self.secret)", body: Self.secret, tags: ["late"]))
        try await world.store.settle()
        #expect(try !holds(Self.secret, world))
        try await world.store.close()
        #expect(try !holds(Self.secret, world))
    }

    @Test("a view that was made before somebody left is made anew at the start")
    func staleAtStart() async throws {
        let world = try await world(leaving: nil)
        try await world.store.checkpoint()
        let view = world.home.file("view.sqlite")
        let old = view + ".old"
        try FileManager.default.copyItem(atPath: view, toPath: old)
        let departure = Departure(person: world.person, words: .erase, ends: [])
        _ = try await world.store.append(
            [Draft([.statement(.departed(departure))], wallClock: 3_000)], to: world.workplace)
        try await world.store.close()
        for suffix in ["", "-wal", "-shm"]
        where FileManager.default.fileExists(atPath: view + suffix) {
            try FileManager.default.removeItem(atPath: view + suffix)
        }
        try FileManager.default.moveItem(atPath: old, toPath: view)
        #expect(try holds(Self.secret, world), "the node died before it made the view anew")
        let again = try await Store.open(
            folder: world.home.path, keyrings: [world.keyring])
        try await again.settle()
        #expect(try !holds(Self.secret, world))
        try await again.close()
    }

    @Test("the view made anew says the same")
    func rebuilt() async throws {
        let world = try await world(leaving: .erase)
        let before = try await shown(in: world)
        try await world.store.rebuild()
        #expect(try await shown(in: world) == before)
    }
}
