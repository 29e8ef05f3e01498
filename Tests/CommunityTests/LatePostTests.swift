import Community
import Histories
import Ledger
import TestKit
import Testing
import Wire

/// Invariant 10: what is posted apart from a closing is kept and marked, in any order of arrival.
@Suite("Posts that arrive after a closing, as properties")
struct LatePostTests {
    private struct Post {
        let id: RecordID
        let log: LogID
        let sequence: UInt64
        /// Whether those who closed had seen it.
        let isSeen: Bool
    }

    /// Three members of whom the last is off site for a while, and a closing of the first two.
    private struct Closed {
        var history: History
        var posts: [Post] = []

        init(seed: UInt64) throws {
            history = try History(seed: seed)
            for author in 1...2 {
                history.write(
                    Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                    in: history.workplace)
            }
            let record = Directory(try replica(history.commits)).communities[0].record
            for author in 1...2 {
                history.write(Compose.join(community: record), by: author, in: history.workplace)
            }
            let early = Int.random(in: 0...6, using: &history.generator)
            for _ in 0..<early { try post(by: 0...2, isSeen: true) }
            let proposal = try propose()
            let heads = self.heads
            let late = Int.random(in: 1...6, using: &history.generator)
            // Some of it is written before the closing, by their clocks and by Lamport's.
            for _ in 0..<late { try post(by: 2...2, isSeen: false) }
            try close(proposal, heads)
            for _ in 0..<late { try post(by: 0...2, isSeen: false) }
        }

        private mutating func post(by authors: ClosedRange<Int>, isSeen: Bool) throws {
            let author = Int.random(in: authors, using: &history.generator)
            let id = history.write(
                try Compose.question(title: "Why?", body: ""), by: author, in: history.community)
            guard let commit = history.commits.last?.commit else { return }
            posts.append(
                Post(id: id[0], log: commit.log, sequence: commit.sequence, isSeen: isSeen))
        }

        private mutating func propose() throws -> RecordID {
            let members = (0...2).map { history.authors[$0].person }
            return history.write(
                try Compose.proposal(
                    "Close", Compose.Terms(.close, closes: 1_000, affected: members)),
                by: 0, in: history.community)[0]
        }

        private mutating func close(_ proposal: RecordID, _ heads: [LogLength]) throws {
            var stances: [RecordID] = []
            for author in 0...1 {
                stances += history.write(
                    try Compose.stance(.consent, to: proposal, of: proposal), by: author,
                    in: history.community)
            }
            for author in 0...1 {
                history.write(
                    try Compose.closing(
                        .adopted, of: proposal, of: proposal, round: 0, stances: stances,
                        heads: heads), by: author, in: history.community)
            }
        }

        private var heads: [LogLength] {
            var heads: [LogID: UInt64] = [:]
            for (space, commit) in history.commits where space == history.community {
                heads[commit.log] = max(heads[commit.log] ?? 0, commit.sequence)
            }
            return heads.map { LogLength(log: $0.key, length: $0.value) }
        }

        func replica(
            _ commits: [(space: SpaceID, commit: OpenedCommit)]
        ) throws -> Replica {
            var replica = Replica(workplace: history.workplace)
            for (space, commit) in commits { replica.apply(commit, in: space) }
            return replica
        }

        /// How the community was archived, as one order of arrival tells it.
        func archiving(_ replica: Replica) -> Archiving? {
            let joined = Set(
                (Directory(replica).community(of: history.community)?.joined ?? [:]).keys)
            let decided = replica.deliberations(in: history.community).map {
                DecidedProposal(
                    $0, $0.decision(among: Affected(of: $0.proposal, joined: joined, spoke: [:])))
            }
            return Archiving.all(among: decided).first
        }
    }

    @Test("they are kept, and marked alike everywhere; nothing that was seen is marked")
    func kept() {
        var marked = 0
        forAll(cases: 60, "late posts are kept and marked") { generator in
            let closed = try Closed(seed: generator.next())
            for _ in 0..<3 {
                let commits = closed.history.commits.shuffled(using: &generator)
                let replica = try closed.replica(commits + commits.prefix(4))
                guard let archiving = closed.archiving(replica) else { return false }
                for post in closed.posts {
                    guard replica.version(of: post.id, in: closed.history.community) == post.id
                    else { return false }
                    let isLate = archiving.isAfter(log: post.log, sequence: post.sequence)
                    guard isLate != post.isSeen else { return false }
                    if isLate { marked += 1 }
                }
            }
            return true
        }
        #expect(marked > 100)
    }
}
