import Community
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Which files records name")
struct FileStoreTests {
    private func attach(
        _ address: AttachmentAddress, to record: RecordID, in world: World
    ) async throws -> RecordID {
        let file = try #require(AttachmentID(address, size: 70_000))
        let key = SecretBytes(copying: Bytes(repeating: 7, count: 32))
        return try await world.write([
            try Compose.attachment(
                to: record, name: "pump.pdf", type: "application/pdf", file: file, key: key)
        ])
    }

    @Test("a file is live while a record names it, in the record's space only")
    func live() async throws {
        var generator = SeededGenerator(seed: 1)
        let world = try await World()
        let question = try await world.write(try Compose.question(title: "Why?", body: ""))
        let address = try #require(AttachmentAddress(generator.bytes(32)))
        let other = try #require(AttachmentAddress(generator.bytes(32)))
        let record = try await attach(address, to: question, in: world)
        try await world.store.settle()
        #expect(try await world.store.liveFiles() == [address])
        #expect(try await world.store.isLive(address, in: world.community))
        #expect(try await !world.store.isLive(address, in: world.workplace))
        #expect(try await !world.store.isLive(other, in: world.community))

        let listed = try #require(try await world.store.attachedFiles().first)
        let file = try #require(AttachedFile(listed.item))
        #expect(file.record == record && file.target == question && file.name == "pump.pdf")
        #expect(file.type == "application/pdf" && file.file.shape.size == 70_000)
        #expect(file.file.address == address && listed.code.hasPrefix("FL-"))
        #expect(file.key.exposedCopy() == Bytes(repeating: 7, count: 32))
        let named = try await world.store.items(of: [Schema.attachment], naming: [question])
        #expect(named[question]?.map(\.item.id) == [record])

        let touching = try await world.store.ownCommits(touching: [record], in: world.community)
        let plan = try ErasurePlan(erasing: record, with: touching)
        let erased = try world.store.erasedCommits(plan.commits, in: world.community)
        try await world.write(Compose.wordsErased(erased), at: 20_000)
        #expect(try await world.store.liveFiles().isEmpty)
        #expect(try await !world.store.isLive(address, in: world.community))
        #expect(try await world.store.attachedFiles().isEmpty)
    }
}
