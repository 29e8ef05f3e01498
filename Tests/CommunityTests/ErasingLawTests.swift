import Community
import Histories
import Ledger
import TestKit
import Testing
import Wire

/// Invariant 15 over random histories in which authors take words back (chapter 08).
@Suite("Laws of taking back")
struct ErasingLawTests {
    @Test("15: erasures are the same in any order, and receipts only grow")
    func receipts() {
        var wasErased = false
        forAllSteps(cases: 40, "what was taken back is told alike everywhere") { generator in
            History.Step.draw(40, using: &generator)
        } holds: { steps, generator in
            let history = try Self.history(steps, seed: generator.next())
            let dump = Self.dump(history.commits, in: history.workplace)
            for _ in 0..<3 {
                let shuffled = history.commits.shuffled(using: &generator)
                guard Self.dump(shuffled, in: history.workplace) == dump else { return false }
            }
            if dump.contains("done on") { wasErased = true }
            return Self.receiptsGrow(history, &generator)
        }
        #expect(wasErased, "the histories hold erasures that somebody confirmed")
    }

    /// People write, some take words back, all go on writing, and confirm what they erased.
    private static func history(_ steps: [History.Step], seed: UInt64) throws -> History {
        var history = try History(seed: seed)
        try history.run(Array(steps.prefix(steps.count / 2)))
        let statements = history.authors.indices.compactMap { history.takeBack(by: $0) }
        try history.run(Array(steps.dropFirst(steps.count / 2)))
        for index in history.authors.indices {
            history.write(
                Compose.erasureApplied(statements), by: index, in: history.community)
        }
        return history
    }

    private static func dump(
        _ commits: [(space: SpaceID, commit: OpenedCommit)], in workplace: SpaceID
    ) -> String {
        var replica = Replica(workplace: workplace)
        for (space, commit) in commits { replica.apply(commit, in: space) }
        return replica.canonicalDump()
    }

    private static func receiptsGrow(
        _ history: History, _ generator: inout SeededGenerator
    ) -> Bool {
        var replica = Replica(workplace: history.workplace)
        var count = 0
        for (space, commit) in history.commits.shuffled(using: &generator) {
            replica.apply(commit, in: space)
            let now = replica.canonicalDump().ranges(of: "done on").count
            guard now >= count else { return false }
            count = now
        }
        return true
    }
}
