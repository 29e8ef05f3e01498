import Community
import Histories
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Deciding, stored")
struct GovernanceStoreTests {
    /// People deliberate at random; some of what they write breaks the rules.
    private func deliberate(_ history: inout History, steps: Int) throws {
        let space = history.community
        var proposals: [(id: RecordID, author: Int)] = []
        for _ in 0..<steps {
            var author = Int.random(in: 0..<4, using: &history.generator)
            let members = history.authors.map(\.person)
            guard let (proposal, proposer) = proposals.randomElement(using: &history.generator),
                Int.random(in: 0..<6, using: &history.generator) > 0
            else {
                var terms = Compose.Terms(.agreement, closes: 5, affected: members)
                terms.sunset = 9
                let made = history.write(
                    try Compose.proposal("Rule", terms), by: author, in: space)
                proposals += made.map { ($0, author) }
                continue
            }
            let operations: [Operation]
            switch Int.random(in: 0..<6, using: &history.generator) {
            case 0:
                if Bool.random(using: &history.generator) { author = proposer }
                operations = try Compose.edit(
                    "text", to: .text("Rule \(history.generator.next() % 9)"), of: proposal,
                    kind: Schema.proposal)
            case 1, 2:
                operations = try Compose.stance(
                    .objection, to: proposal, of: proposal, reason: "Too loud")
            case 3:
                operations = try Compose.proposalQuestion("Why?", about: proposal)
            default:
                operations = try Compose.closing(
                    .adopted, of: proposal, of: proposal, round: 0, stances: [proposal],
                    heads: [LogLength(log: LogID(raw: Bytes32(words: (1, 2, 3, 4))), length: 5)])
            }
            history.write(operations, by: author, in: space)
        }
    }

    @Test(
        "the database reads the same deliberations as the Replica, in every order of arrival",
        arguments: Array(1...6) as [UInt64])
    func reads(seed: UInt64) async throws {
        var history = try History(seed: seed)
        for author in 1...3 where seed != 2 || author != 3 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        try deliberate(&history, steps: 40)
        let expected = history.replica().deliberations(in: history.community)
        #expect(!expected.isEmpty)
        #expect(expected.contains { $0.proposal.versions.count > 1 })
        let home = try TestHome()
        let store = try await arrived(history, seed: seed, in: home)
        #expect(try await store.deliberations(in: history.community) == expected)
        #expect(try await store.deliberations(in: history.workplace).isEmpty)
        try await store.rebuild()
        #expect(try await store.deliberations(in: history.community) == expected)
        try await store.close()
    }

    /// A store that got all commits of a history, log by log in a random order.
    private func arrived(
        _ history: History, seed: UInt64, in home: TestHome
    ) async throws -> Store {
        var generator = SeededGenerator(seed: seed &* 31)
        let store = try await Store.open(folder: home.path)
        try await store.openSpace(history.workplace, kind: .workplace)
        try await store.openSpace(history.community, kind: .community)
        try await store.setKeyring(try #require(history.keyrings[history.workplace]))
        var queues: [LogID: [(space: SpaceID, run: Run)]] = [:]
        for item in history.runs { queues[item.run.log, default: []].append(item) }
        while let log = queues.keys.sorted().randomElement(using: &generator) {
            guard var queue = queues[log], !queue.isEmpty else { break }
            let item = queue.removeFirst()
            _ = try await store.ingest([item.run], into: item.space)
            queues[log] = queue.isEmpty ? nil : queue
        }
        try await store.settle()
        return store
    }

    @Test(
        "the database reads the same handovers as the Replica, in every order of arrival",
        arguments: Array(1...4) as [UInt64])
    func handovers(seed: UInt64) async throws {
        var history = try History(seed: seed)
        let space = history.workplace
        for author in 1...2 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0, in: space)
        }
        var known: [RecordID] = []
        // The last one doesn't belong: nothing of theirs is shown.
        for author in 0...3 {
            known += history.write(
                try Compose.handover(note: author == 1 ? "Ask Ben." : ""), by: author, in: space)
        }
        var questions: [RecordID] = []
        for step in 0..<30 {
            let author = Int.random(in: 0...3, using: &history.generator)
            if step % 3 == 2, let question = questions.randomElement(using: &history.generator) {
                history.write(
                    try Compose.handoverAnswer("So \(step).", to: question), by: author, in: space)
            } else if let handover = known.randomElement(using: &history.generator) {
                questions += history.write(
                    try Compose.handoverQuestion("How \(step)?", in: handover), by: author,
                    in: space)
            }
        }
        let expected = history.replica().handovers()
        #expect(expected.count == 3 && expected.contains { $0.note == "Ask Ben." })
        #expect(expected.contains { !$0.questions.isEmpty && !$0.waiting.isEmpty })
        let home = try TestHome()
        let store = try await arrived(history, seed: seed, in: home)
        #expect(try await store.handovers() == expected)
        try await store.rebuild()
        #expect(try await store.handovers() == expected)
        try await store.close()
    }

    @Test("a community of one decides alone, and is told what it agreed on")
    func alone() async throws {
        let world = try await World()
        var terms = Compose.Terms(.agreement, closes: 5, affected: [world.person])
        terms.sunset = 5 + ConsentRules.day
        let proposal = try await world.write(try Compose.proposal("Quiet after ten", terms))
        let stance = try await world.write(
            try Compose.stance(.consent, to: proposal, of: proposal))
        var shown = try #require(try await world.store.proposals(in: world.community).first)
        #expect(shown.decided.decision.state == .open && shown.code.hasPrefix("P-"))
        try await world.write(
            try Compose.closing(
                .adopted, of: proposal, of: proposal, round: 0, stances: [stance], heads: []))
        shown = try #require(try await world.store.proposals(in: world.community).first)
        #expect(shown.decided.decision.state == .adopted)
        let agreements = Agreement.all(among: [shown.decided], now: 5)
        #expect(agreements.map(\.text) == ["Quiet after ten"])
        #expect(agreements.first?.bound == [world.person])
    }

    @Test("answers to the pulse, places of records and proposals about a person are found")
    func lookups() async throws {
        let world = try await World()
        let answer = try Compose.pulse(.rest, words: "until spring", of: world.communityRecord)
        _ = try await world.store.append([Draft(answer, wallClock: 7)], to: world.workplace)
        let pulse = try await world.store.pulse(of: world.communityRecord)
        #expect(
            pulse == [
                PulseWord(person: world.person, text: "rest: until spring", written: 7)
            ])
        let question = try await world.write(
            try Compose.question(title: "Why?", body: ""), at: 11)
        let place = try await world.store.places(of: [question], in: world.community)[question]
        #expect(place?.person == world.person && place?.sequence == 2 && place?.written == 11)
        #expect(try await world.store.places(of: [question], in: world.workplace).isEmpty)
        #expect(try await !world.store.hasSetAsides(in: world.community))
        var terms = Compose.Terms(.setAside, closes: 5, affected: [world.person])
        terms.person = world.person
        try await world.write(try Compose.proposal("A pause", terms))
        #expect(try await world.store.hasSetAsides(in: world.community))
        #expect(try await !world.store.hasSetAsides(in: world.workplace))
        let keys = try await world.store.keys(of: [question], in: world.community)
        #expect(keys[question]?.generation == 1)
        #expect(try await world.store.keys(of: [question], in: world.workplace).isEmpty)
    }
}
