import Community
import Histories
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Replica")
struct ReplicaTests {
    @Test("any order, repetition and grouping of commits gives the same dump")
    func orderDoesNotMatter() {
        var isRich = false
        forAllSteps(cases: 40, "dumps are equal") { generator in
            History.Step.draw(60, using: &generator)
        } holds: { steps, generator in
            var history = try History(seed: generator.next())
            try history.run(steps)
            var straight = Replica(workplace: history.workplace)
            for (space, commit) in history.commits { straight.apply(commit, in: space) }
            let dump = straight.canonicalDump()
            for _ in 0..<3 {
                var commits = history.commits.shuffled(using: &generator)
                commits += commits.prefix(20)
                var replica = Replica(workplace: history.workplace)
                for (space, commit) in commits { replica.apply(commit, in: space) }
                guard replica.canonicalDump() == dump else { return false }
                guard Directory(replica) == Directory(straight) else { return false }
            }
            if dump.contains("record "), dump.contains("refused ") { isRich = true }
            return true
        }
        #expect(isRich, "the histories hold what counts and what doesn't")
    }

    @Test("different sets of commits give different dumps")
    func dumpsTell() throws {
        var history = try History(seed: 1)
        history.write(
            try Compose.question(title: "Why?", body: ""), by: 0, in: history.community)
        var replica = Replica(workplace: history.workplace)
        for (space, commit) in history.commits.dropLast() { replica.apply(commit, in: space) }
        let before = replica.canonicalDump()
        for (space, commit) in history.commits.suffix(1) { replica.apply(commit, in: space) }
        #expect(replica.canonicalDump() != before)
        #expect(replica.canonicalDump().contains("title = \"Why?\""))
    }

    // The name of a record follows from its place, so it can be known before the record is there.
    @Test("whoever foresees the name of a record can neither take it nor write into it (case 56)")
    func foreseenName() throws {
        var history = try History(seed: 3)
        try admit(1, in: &history)
        // Both have logs already; how they go on is known.
        for author in [0, 1] {
            history.write(
                try Compose.question(title: "First", body: ""), by: author, in: history.community)
        }
        var future = history
        let words = try Compose.question(title: "Ada's", body: "")
        let name = future.write(words, by: 0, in: history.community)[0]
        // Before it is there: a title, and a record of one's own that shall pass for it.
        history.write(
            try Compose.edit("title", to: .text("Taken"), of: name, kind: Schema.question), by: 1,
            in: history.community)
        let own = history.write(
            try Compose.question(title: "Mallory's", body: ""), by: 1, in: history.community)[0]
        let asked = history.write(words, by: 0, in: history.community)[0]
        #expect(asked == name, "it was foreseen, or this proves nothing")
        #expect(own != name)
        let dump = replica(history).canonicalDump()
        #expect(dump.contains("title = \"Ada's\"") && !dump.contains("Taken"))
        var names: Set<RecordID> = []
        forAll(cases: 300, "no two places have one name") { generator in
            let log = LogID(raw: Bytes32(words: (generator.next(), 0, 0, generator.next() % 3)))
            return (0..<20).allSatisfy { index in
                names.insert(
                    OperationNaming.id(log: log, sequence: generator.next(), index: index)
                ).inserted
            }
        }
    }

    @Test("nobody but the author changes a question; anybody admitted tags it (case 57)")
    func ownWords() throws {
        var history = try History(seed: 2)
        try admit(1, in: &history)
        let question = history.write(
            try Compose.question(title: "Mine", body: "", tags: ["a"]), by: 0,
            in: history.community)[0]
        for author in [1, 2] {
            history.write(
                try Compose.edit(
                    "title", to: .text("Hijacked"), of: question, kind: Schema.question)
                    + Compose.edit(
                        "tags", to: .text("by \(author)"), of: question, kind: Schema.question),
                by: author, in: history.community)
        }
        let dump = replica(history).canonicalDump()
        #expect(dump.contains("title = \"Mine\""))
        #expect(!dump.contains("Hijacked"))
        #expect(dump.contains("tags has \"by 1\""))
        #expect(!dump.contains("tags has \"by 2\""))
    }

    @Test("a stranger's records are hidden until a vouch, also one that came first")
    func hiddenUntilVouched() throws {
        var history = try History(seed: 3)
        history.write(
            try Compose.question(title: "Stranger", body: ""), by: 2, in: history.community)
        #expect(replica(history).canonicalDump().contains("question hidden"))
        // 1 vouches for 2 before anybody has vouched for 1.
        history.write(
            Compose.vouch(personFounding: history.authors[2].founding), by: 1,
            in: history.workplace)
        #expect(replica(history).canonicalDump().contains("question hidden"))
        try admit(1, in: &history)
        let dump = replica(history).canonicalDump()
        #expect(!dump.contains("hidden"))
        #expect(Directory(replica(history)).person(history.authors[2].person)?.isAdmitted == true)
    }

    @Test("a log with a binding of somebody else's device is not applied (case 35)")
    func forgedBinding() throws {
        var history = try History(seed: 4)
        let before = replica(history).canonicalDump()
        let key = SigningKey.generate(using: &history.generator)
        let log = LogID(raw: key.publicKey)
        let thief = SigningKey.generate(using: &history.generator)
        var forged = LogBinding.make(
            space: history.community, log: log, person: history.authors[0].person, device: thief)
        forged.device = DeviceID(raw: history.authors[0].device.publicKey)
        let commit = OpenedCommit(
            log: log, sequence: 1, epoch: EpochID(raw: Bytes8(word: 1)),
            body: CommitBody(
                lamport: 1, wallClock: 0,
                operations: [.binding(forged)] + (try Compose.question(title: "X", body: ""))),
            plaintextBytes: 0)
        var replica = replica(history)
        replica.apply(commit, in: history.community)
        #expect(replica.canonicalDump() == before)
    }

    @Test("a device that is not the person's own counts for nothing (case 49)")
    func foreignDevice() throws {
        var history = try History(seed: 5)
        let key = SigningKey.generate(using: &history.generator)
        let log = LogID(raw: key.publicKey)
        let thief = SigningKey.generate(using: &history.generator)
        let binding = LogBinding.make(
            space: history.community, log: log, person: history.authors[0].person, device: thief)
        let commit = OpenedCommit(
            log: log, sequence: 1, epoch: EpochID(raw: Bytes8(word: 1)),
            body: CommitBody(
                lamport: 1, wallClock: 0,
                operations: [.binding(binding)] + (try Compose.question(title: "X", body: ""))),
            plaintextBytes: 0)
        var replica = replica(history)
        replica.apply(commit, in: history.community)
        #expect(replica.canonicalDump().contains("question hidden"))
    }

    @Test("removing names what was seen: a concurrent addition survives")
    func addWins() throws {
        var history = try History(seed: 6)
        let question = history.write(
            try Compose.question(title: "T", body: "", tags: ["seen", "other"]), by: 0,
            in: history.community)[0]
        guard let created = history.commits.last?.commit else { return }
        let dot = created.dot(creation: 1, place: 1)
        history.write(
            [.remove(record: question, field: 3, dots: [dot])], by: 0, in: history.community)
        let removed = replica(history).canonicalDump()
        #expect(!removed.contains("tags has \"seen\"") && removed.contains("tags has \"other\""))
        history.write(
            [.add(record: question, field: Field(3, .text("seen")))], by: 0, in: history.community)
        #expect(replica(history).canonicalDump().contains("tags has \"seen\""))
    }

    @Test("unknown kinds and fields are kept apart from what is refused (case 61)")
    func laterVersions() throws {
        var history = try History(seed: 7)
        history.write(
            [
                .create(kind: 99, fields: [Field(1, .text("later"))]),
                .create(kind: 5, fields: [Field(1, .text("T")), Field(77, .unknown)]), .unknown,
            ], by: 0, in: history.community)
        let dump = replica(history).canonicalDump()
        #expect(dump.contains("kind 99") && dump.contains("title = \"T\""))
        #expect(!dump.contains("refused"))
    }

    private func replica(_ history: History) -> Replica {
        var replica = Replica(workplace: history.workplace)
        for (space, commit) in history.commits { replica.apply(commit, in: space) }
        return replica
    }

    private func admit(_ author: Int, in history: inout History) throws {
        history.write(
            Compose.vouch(personFounding: history.authors[author].founding), by: 0,
            in: history.workplace)
    }
}
