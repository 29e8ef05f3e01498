import Community
import Histories
import Storage
import TestKit
import Testing
import Wire

/// The database must tell of flags, blurs and roles what the Replica tells.
@Suite("Queries of objections and roles")
struct GovernanceQueryTests {
    @Test(
        "objections, versions and terms are those of the Replica",
        arguments: Array(1...6) as [UInt64])
    func agree(seed: UInt64) async throws {
        var history = try History(seed: seed)
        for author in history.authors.dropFirst().prefix(2) {
            history.write(
                Compose.vouch(personFounding: author.founding), by: 0, in: history.workplace)
        }
        try history.run(steps: 120)
        let replica = history.replica()
        let home = try TestHome()
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(try #require(history.keyrings[history.workplace]))
        for (space, run) in history.runs { _ = try await store.ingest([run], into: space) }
        try await store.settle()
        let space = history.community
        let said = try await store.objections(in: space)
        #expect(said.flags == replica.flags(in: space), "seed \(seed)")
        #expect(said.blurs == replica.blurs(in: space), "seed \(seed)")
        #expect(try await store.roleTerms(in: space) == replica.roleTerms(in: space))
        let expected = replica.objections(in: space)
        let targets = Set(said.flags.map(\.target) + said.blurs.map(\.target))
        let found = try await store.objections(to: targets.sorted(), in: space)
        #expect(found == expected, "seed \(seed)")
        for target in targets {
            let version = try await store.version(of: target, in: space)
            #expect(version == replica.version(of: target, in: space), "seed \(seed)")
        }
        #expect(!said.flags.isEmpty && !said.blurs.isEmpty)
        #expect(try await store.objections(to: targets.sorted(), in: history.workplace).isEmpty)
        try await store.close()
    }

    @Test("an edit makes a new version, an edit that is refused or somebody else's does not")
    func versions() async throws {
        let world = try await World()
        let question = try await world.write(try Compose.question(title: "T", body: "B"))
        let space = world.community
        #expect(try await world.store.version(of: question, in: space) == question)
        _ = try await world.write([.set(record: question, field: Field(1, .text(" ")))])
        #expect(try await world.store.version(of: question, in: space) == question)
        let edit = try await world.store.append(
            [
                Draft(
                    try Compose.edit(
                        "body", to: .text("C"), of: question, kind: Schema.question),
                    wallClock: 20_000)
            ], to: space)
        let version = try await world.store.version(of: question, in: space)
        #expect(version != question && version != nil && edit.heads.count == 1)
        try await world.write(
            try Compose.flag(question, version: version ?? question, reason: .wrong, text: "no"))
        let said = try await world.store.objections(to: [question], in: space)[question]
        #expect(said?.version == version && said?.flags.first?.version == version)
        #expect(said?.flags.first?.text == "no" && said?.flags.first?.isWithdrawn == false)
        let flag = try #require(said?.flags.first)
        try await world.write(try Compose.withdraw(flag: flag.record), at: 30_000)
        let after = try await world.store.objections(to: [question], in: space)[question]
        #expect(after?.flags.first?.isWithdrawn == true)
        #expect(after?.flags.first?.withdrawals.map(\.date) == [30_000])
        #expect(try await world.store.target(ofObjection: flag.record, in: space) == question)
    }
}
