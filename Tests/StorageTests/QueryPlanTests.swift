import Community
import GRDB
import Synchronization
import Testing
import Wire

@testable import Storage

/// Which way SQLite goes for what people ask every moment.
///
/// It knows nothing of how large tables are, and for a list of ten communities would walk through a
/// million posts. Plans depend on the statements alone, so a small home shows them.
@Suite("Query plans")
struct QueryPlanTests {
    private final class Statements: Sendable {
        private let seen = Mutex<Set<String>>([])
        func note(_ sql: String) { seen.withLock { _ = $0.insert(sql) } }
        var all: [String] { seen.withLock { $0.sorted() } }
    }

    /// The steps of a plan that walk through all records there are, or through all of a kind.
    private func walks(_ sql: String, _ database: Database) throws -> [String] {
        guard sql.hasPrefix("SELECT") || sql.hasPrefix("WITH") else { return [] }
        let steps = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql)
            .map { $0["detail"] as String }
        return steps.filter { step in
            if step == "SCAN r" || step == "SCAN record" { return true }
            if step.contains(/^SCAN \w+ USING (COVERING )?INDEX record_/) { return true }
            // SQLite prefers the index of a kind to that of names as soon as it sees that the kind
            // of the statement is the one of the index.
            return sql.contains(" r.high = ")
                && step.contains(/^SEARCH r USING INDEX (question|item|step|alias)_by_/)
        }
    }

    @Test("no question of every day walks through all records")
    func nothingWalks() async throws {
        var settings = Store.Settings()
        settings.readers = 1
        let world = try await World(settings: settings)
        let statements = Statements()
        try await world.store.read { database in
            database.trace { event in
                if case .statement(let statement) = event { statements.note(statement.expandedSQL) }
            }
        }
        try await askEverything(world)
        let found = try await world.store.read { database in
            database.trace()
            return try statements.all.compactMap { sql -> String? in
                let walks = try walks(sql, database)
                return walks.isEmpty ? nil : "\(walks) in \(sql)"
            }
        }
        #expect(statements.all.count > 20)
        for walk in found { Issue.record("\(walk)") }
    }

    /// Everything that a person's day asks, once; counting all there is, as for the status, is not.
    private func askEverything(_ world: World) async throws {
        let store = world.store
        let question = try await world.write(
            try Compose.question(title: "Why noisy?", body: "It hums.", tags: ["press"]))
        let answer = try await world.write(try Compose.answer(question: question, body: "Bearing."))
        _ = try await store.communities(asking: world.person)
        _ = try await store.people()
        _ = try await store.question(question)
        _ = try await store.find(question.hex)
        _ = try await store.find("Q-00000")
        _ = try await store.author(of: answer)
        _ = try await store.thanks(for: answer, in: world.community)
        _ = try await store.item(question)
        _ = try await store.items(of: Schema.life + [Schema.onBehalf], naming: [question])
        _ = try await store.records(holding: question)
        _ = try await store.proposals(in: world.community)
        _ = try await store.places(of: [question, answer], in: world.community)
        _ = try await store.news(NewsFilter(person: world.person, since: 0))
        _ = try await store.own([Schema.story], of: world.person, limit: 10)
        _ = try await store.erasures(in: world.community)
        _ = try await store.erasures(by: world.person)
        _ = try await store.erasedRecords()
        _ = try await store.roleTerms(in: world.community)
        _ = try await store.hasSetAsides(in: world.community)
        _ = try await store.handovers()
        _ = try await store.pulse(of: world.communityRecord)
        for kind in Schema.life { _ = try await store.items(ItemFilter(kind)) }
        var filter = QuestionFilter()
        filter.space = world.community
        _ = try await store.questions(filter)
        _ = try await store.threads(filter)
        _ = try await store.items([question, answer])
        _ = try await store.questionsWithTwins(among: [question])
        _ = try await store.objections(to: [question, answer], in: world.community)
        _ = try await store.search(SearchQuery("noisy"))
    }
}
