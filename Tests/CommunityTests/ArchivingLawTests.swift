import Community
import Histories
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// Invariant 10 over random histories in which people write while others close the community.
@Suite("What is written while a community is closed")
struct ArchivingLawTests {
    /// What somebody does before, at the same time as, or after the closing.
    private enum Step {
        case post(Int)
        case join(Int)
        case leave(Int)
        /// The two who close it look at what there is.
        case look
        case reopen(Int)
    }

    private static func steps(_ generator: inout SeededGenerator) -> [Step] {
        (0..<Int.random(in: 4...24, using: &generator)).map { _ in
            let person = Int.random(in: 0..<4, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0...4: return .post(person)
            case 5: return .join(person)
            case 6: return person > 1 ? .leave(person) : .post(person)
            case 7: return .look
            default: return Int.random(in: 0..<4, using: &generator) == 0 ? .reopen(person) : .look
            }
        }
    }

    /// What came of some steps, with the plain facts that it is measured against.
    private struct Outcome {
        var history: History
        var proposal = RecordID(raw: Bytes16(high: 0, low: 0))
        /// Every post with its place.
        var posts: [(id: RecordID, log: LogID, sequence: UInt64)] = []
        /// How far each log was when the closers looked last.
        var seen: [LogID: UInt64] = [:]
        var members: Set<Int> = [0, 1]
        var joined: Set<Int> = [0, 1]
        var reopeners: Set<Int> = []

        /// Whoever was never in reopens nothing.
        var hasReopened: Bool { !reopeners.isDisjoint(with: joined) }
    }

    private func length(_ author: Int, _ history: History) -> (log: LogID, length: UInt64)? {
        history.authors[author].logs[history.community].map {
            (LogID(raw: $0.key.publicKey), $0.length)
        }
    }

    private func play(_ steps: [Step], seed: UInt64) throws -> Outcome {
        var history = try History(seed: seed)
        for author in 1...3 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        let space = history.community
        let start = Directory(history.replica())
        let record = try #require(start.community(of: space)?.record)
        history.write(Compose.join(community: record), by: 1, in: history.workplace)
        let terms = Compose.Terms(
            .close, closes: 1_000, affected: [0, 1].map { history.authors[$0].person })
        var outcome = Outcome(history: history)
        outcome.proposal =
            outcome.history.write(
                try Compose.proposal("Let us stop", terms), by: 0, in: space)[0]
        for step in steps { try take(step, record, &outcome) }
        try close(record, &outcome)
        return outcome
    }

    private func take(_ step: Step, _ record: RecordID, _ outcome: inout Outcome) throws {
        let (space, workplace) = (outcome.history.community, outcome.history.workplace)
        switch step {
        case .post(let author):
            let id = outcome.history.write(
                try Compose.question(title: "Why?", body: ""), by: author, in: space)[0]
            if let (log, length) = length(author, outcome.history) {
                outcome.posts.append((id, log, length))
            }
        case .join(let author):
            outcome.history.write(Compose.join(community: record), by: author, in: workplace)
            outcome.members.insert(author)
            outcome.joined.insert(author)
        case .leave(let author):
            outcome.history.write(Compose.leave(community: record), by: author, in: workplace)
            outcome.members.remove(author)
        case .look:
            for author in 0..<4 {
                if let (log, length) = length(author, outcome.history) {
                    outcome.seen[log] = length
                }
            }
        case .reopen(let author):
            outcome.history.write(
                try Compose.notice(Notice(.reopened, of: outcome.proposal), of: record),
                by: author, in: workplace)
            outcome.reopeners.insert(author)
        }
    }

    /// Two close it by what they had seen when they looked last.
    private func close(_ record: RecordID, _ outcome: inout Outcome) throws {
        let (space, workplace) = (outcome.history.community, outcome.history.workplace)
        let proposal = outcome.proposal
        var stances: [RecordID] = []
        for author in 0...1 {
            stances += outcome.history.write(
                try Compose.stance(.consent, to: proposal, of: proposal), by: author, in: space)
        }
        let heads = outcome.seen.map { LogLength(log: $0.key, length: $0.value) }.sorted()
        for author in 0...1 {
            outcome.history.write(
                try Compose.closing(
                    .adopted, of: proposal, of: proposal, round: 0, stances: stances, heads: heads),
                by: author, in: space)
            outcome.history.write(
                try Compose.notice(Notice(.closed, of: proposal), of: record), by: author,
                in: workplace)
        }
    }

    private func archivings(_ replica: Replica, _ space: SpaceID) -> [Archiving] {
        let joined = Set((Directory(replica).community(of: space)?.joined ?? [:]).keys)
        let spoke = replica.earliestWritings(in: space)
        return Archiving.all(
            among: replica.deliberations(in: space).map {
                DecidedProposal(
                    $0,
                    $0.decision(among: Affected(of: $0.proposal, joined: joined, spoke: spoke)))
            })
    }

    // Goal: invariant 10. Method: posts, joins and leaves fall before and behind what the closers
    // had seen, without their knowing; all commits arrive in several orders.
    @Test(
        "what comes while it is closed is kept and marked, joins count, a former member reopens")
    func concurrent() {
        var (late, seen, reopened) = (0, 0, 0)
        forAllSteps(cases: 60, "nothing is lost in closing", generate: Self.steps) {
            steps, generator in
            let outcome = try play(steps, seed: generator.next())
            let history = outcome.history
            for _ in 0..<3 {
                var replica = Replica(workplace: history.workplace)
                for (space, commit) in history.commits.shuffled(using: &generator) {
                    replica.apply(commit, in: space)
                }
                let dump = replica.canonicalDump()
                guard let archiving = archivings(replica, history.community).first,
                    archiving.proposal == outcome.proposal,
                    let community = Directory(replica).community(of: history.community)
                else { return false }
                for post in outcome.posts {
                    guard dump.contains("record \(post.id.hex) question\n") else { return false }
                    let isLate = post.sequence > outcome.seen[post.log] ?? 0
                    let isMarked = archiving.isAfter(log: post.log, sequence: post.sequence)
                    guard isMarked == (isLate && !outcome.seen.isEmpty) else { return false }
                    if isMarked { late += 1 } else { seen += 1 }
                }
                if outcome.hasReopened { reopened += 1 }
                guard (community.shape.archivedBy == nil) == outcome.hasReopened,
                    Set(community.members)
                        == Set(outcome.members.map { history.authors[$0].person })
                else { return false }
            }
            return true
        }
        #expect(late > 50 && seen > 50 && reopened > 3, "\(late) \(seen) \(reopened)")
    }
}
