import Community
import Foundation
import GRDB
import Storage
import TestKit
import Testing
import Wire

/// The queries of chapter 09, run as a person with `sqlite3` would.
@Suite("Readable views")
struct ReadableViewTests {
    @Test("every query of chapter 09 runs and finds something")
    func chapter() async throws {
        let url = SharedFolder.repository.appendingPathComponent("Protocol/09-database.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let blocks = text.components(separatedBy: "```sql\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(blocks.count >= 6)
        let world = try await filled()
        let queue = try DatabaseQueue(
            path: world.home.file("view.sqlite"),
            configuration: { () -> Configuration in
                var configuration = Configuration()
                configuration.readonly = true
                return configuration
            }())
        for block in blocks {
            let rows = try queue.read { try Row.fetchAll($0, sql: block) }
            #expect(!rows.isEmpty, "\(block)")
        }
    }

    @Test("every view that the chapter names exists with the columns that it names")
    func columns() async throws {
        let url = SharedFolder.repository.appendingPathComponent("Protocol/09-database.md")
        let chapter = try String(contentsOf: url, encoding: .utf8)
        let section = chapter.components(separatedBy: "\n## ")[2]
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let world = try await filled()
        let queue = try DatabaseQueue(path: world.home.file("view.sqlite"))
        let views = try await queue.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'view'
                        AND name NOT IN ('counted_element', 'shown_element', 'latest_entry')
                    """)
        }
        var named: Set<String> = []
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let name = cells[0].replacing("`", with: "")
            named.insert(name)
            let columns = try await queue.read { try $0.columns(in: name).map(\.name) }
            let documented = cells[2].replacing("`", with: "").components(separatedBy: ", ")
            #expect(columns == documented, "\(name)")
        }
        #expect(named == Set(views))
    }

    private func filled() async throws -> World {
        let world = try await World()
        let question = try await world.write(
            try Compose.question(title: "Why noisy?", body: "It hums.", tags: ["press"]))
        let answer = try await world.write(
            try Compose.answer(question: question, body: "Bearing, not belt."))
        try await world.write(try Compose.thanks(for: answer, text: "Great"))
        try await world.write(
            try Compose.edit(
                "title", to: .text("Why so noisy?"), of: question, kind: Schema.question))
        try await world.store.settle()
        return world
    }
}
