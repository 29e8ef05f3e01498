import GRDB
import Testing

@testable import Storage

/// What connections keep in memory (chapter 09, section 5).
@Suite("Connections")
struct DatabaseFileTests {
    @Test("readers keep little, whatever the writer keeps, and the writer nothing after tidying up")
    func caches() async throws {
        let world = try await World()
        let kept: @Sendable (Database) throws -> Int? = {
            try Int.fetchOne($0, sql: "PRAGMA cache_size")
        }
        let view = world.store.view.currentPool
        let readers = [
            try await world.store.read(kept), try await world.store.log.read(kept),
        ]
        #expect(readers == [-2_048, -2_048])
        let writers = [
            try await world.store.log.writeWithoutTransaction(kept),
            try await view.writeWithoutTransaction(kept),
        ]
        #expect(writers == [-2_048, -16_384])
        let before = try await world.store.canonicalDump()
        try await world.store.checkpoint()
        #expect(try await world.store.canonicalDump() == before)
    }
}
