import Engine
import Foundation
import Storage
import Synchronization
import Testing
import Wire

@testable import Daemon

struct StorageQueueTests {
    @Test("what a quota leaves no room for is not stored, and its sender is told so")
    func quota() async throws {
        let folder = try TemporaryFolder()
        let store = try await Store.open(folder: folder.path)
        let space = try #require(SpaceID(Bytes(repeating: 1, count: 32)))
        try await store.openSpace(space, kind: .community)
        let log = try #require(LogID(Bytes(repeating: 2, count: 32)))
        let signature = try #require(Bytes64(Bytes(repeating: 3, count: 64)))
        let run = Run(log: log, first: 1, commits: [], signature: signature)
        let queue = StorageQueue()
        for token in UInt64(1)...2 {
            queue.add(
                .ingest(token: token, from: ConnectionID(raw: 1), space: space, runs: [run]))
        }
        queue.finish()
        let asked = Mutex(0)
        let answers = Mutex<[[Stored.Refusal]]>([])
        await queue.write(
            to: store,
            hasRoom: { _ in
                asked.withLock { count in
                    count += 1
                    return count > 1
                }
            },
            answering: { event, outcome in
                guard case .stored(let stored) = event else { return }
                answers.withLock { $0.append(stored.refusals) }
                let isFirst = stored.token == 1
                #expect((outcome == nil) == isFirst)
            })
        let causes = answers.withLock { $0.map { $0.map(\.cause) } }
        // It bites: with room, the same run gets as far as its signature.
        #expect(causes.first == [.quota])
        #expect(causes.last != [.quota])
        try await store.close()
    }
}
