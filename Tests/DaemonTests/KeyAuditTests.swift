import Community
import Ledger
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

struct KeyAuditTests {
    @Test("the security log tells that a space has a newer key, and nothing of older ones")
    func change() async throws {
        let household = try Household()
        let ada = try await household.founder("ada")
        let saved = try await ada.createCommunity(
            NewCommunityRequest(name: "Bearings", visibility: .listed))
        let space = try #require(
            await ada.store.directory?.communities.first {
                $0.record.hex == saved.community.id
            }?.space)
        func take(_ generation: UInt64, _ word: UInt64) async throws {
            let key = EpochKey(
                space: space, generation: generation, key: Bytes32(words: (word, 0, 0, 0)))
            try await ada.keep([key], of: space)
        }
        try await take(2, 7)
        try await take(2, 8)
        try await take(1, 9)
        var lines: [AuditLine] = []
        let stream = try await ada.audit(AuditRequest(event: "key-changed"))
        for try await line in stream { lines.append(line) }
        #expect(
            lines.map(\.fields) == [
                [
                    AuditField(name: "kind", value: "community"),
                    AuditField(name: "of", value: space.hex),
                ]
            ])
    }
}
