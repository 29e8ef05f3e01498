import Community
import Histories
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// Deciding by consent with real operations, folded by the Replica.
@Suite("Governance, folded")
struct GovernanceReplicaTests {
    private static func terms(_ affected: [PersonID]) -> Compose.Terms {
        var terms = Compose.Terms(.agreement, closes: 1_000, affected: affected)
        terms.sunset = 1_000 + ConsentRules.day
        return terms
    }

    /// Everybody is in, and two have joined the community besides the founder.
    private func start(seed: UInt64) throws -> History {
        var history = try History(seed: seed)
        for author in 1...3 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        let community = try #require(directory(history).community(of: history.community))
        for author in 1...2 {
            history.write(
                Compose.join(community: community.record), by: author, in: history.workplace)
        }
        return history
    }

    private func replica(_ commits: [(space: SpaceID, commit: OpenedCommit)], _ workplace: SpaceID)
        -> Replica
    {
        var replica = Replica(workplace: workplace)
        for (space, commit) in commits { replica.apply(commit, in: space) }
        return replica
    }

    private func directory(_ history: History) -> Directory {
        Directory(replica(history.commits, history.workplace))
    }

    private func decisions(
        _ commits: [(space: SpaceID, commit: OpenedCommit)], _ history: History
    ) -> [Decision] {
        let replica = replica(commits, history.workplace)
        let joined = Set(
            (Directory(replica).community(of: history.community)?.joined ?? [:]).keys)
        let spoke = replica.earliestWritings(in: history.community)
        return replica.deliberations(in: history.community).map {
            $0.decision(among: Affected(of: $0.proposal, joined: joined, spoke: spoke))
        }
    }

    /// People deliberate at random on a few proposals, by what an honest node would write.
    private func run(_ history: inout History, steps: Int) throws {
        let space = history.community
        for _ in 0..<steps {
            let author = Int.random(in: 0..<4, using: &history.generator)
            let known = replica(history.commits, history.workplace).deliberations(in: space)
            let chosen = known.randomElement(using: &history.generator)
            guard let chosen, Int.random(in: 0..<8, using: &history.generator) > 0 else {
                let members = [0, 1, 2].map { history.authors[$0].person }
                history.write(
                    try Compose.proposal("Rule", Self.terms(members)), by: author, in: space)
                continue
            }
            let proposal = chosen.proposal
            let version = proposal.versions.last?.id ?? proposal.id
            let operations: [Operation]
            switch Int.random(in: 0..<8, using: &history.generator) {
            case 0:
                operations = try Compose.edit(
                    "text", to: .text("Rule, amended"), of: proposal.id, kind: Schema.proposal)
            case 1:
                operations = try Compose.stance(
                    .objection, to: version, of: proposal.id, reason: "Too loud")
            case 2...4:
                operations = try Compose.stance(.consent, to: version, of: proposal.id)
            default:
                let seen = chosen.stances.filter { _ in
                    Int.random(in: 0..<5, using: &history.generator) > 0
                }
                operations = try Compose.closing(
                    .adopted, of: version, of: proposal.id, round: 0, stances: seen.map(\.id),
                    heads: [])
            }
            history.write(operations, by: author, in: space)
        }
    }

    @Test("decisions and directories are equal in every order of arrival")
    func order() {
        var states: Set<Decision.State> = []
        forAll(cases: 25, "decisions converge") { generator in
            var history = try start(seed: generator.next())
            try run(&history, steps: 40)
            let straight = decisions(history.commits, history)
            states.formUnion(straight.map(\.state))
            for _ in 0..<3 {
                let commits = history.commits.shuffled(using: &generator)
                guard decisions(commits + commits.prefix(9), history) == straight else {
                    return false
                }
            }
            return !straight.isEmpty
        }
        #expect(states.isSuperset(of: [.open, .adopted, .notAdopted]))
    }

    @Test("a stance counts for its version only, and only the author amends")
    func versions() throws {
        var history = try start(seed: 1)
        let space = history.community
        let members = [0, 1, 2].map { history.authors[$0].person }
        let id = history.write(
            try Compose.proposal("First", Self.terms(members)), by: 0, in: space)[0]
        history.write(try Compose.stance(.consent, to: id, of: id), by: 1, in: space)
        history.write(
            try Compose.edit("text", to: .text("Hijacked"), of: id, kind: Schema.proposal),
            by: 2, in: space)
        var decision = try #require(decisions(history.commits, history).first)
        #expect(decision.version?.text == "First" && decision.consents.count == 1)
        history.write(
            try Compose.edit("text", to: .text("Second"), of: id, kind: Schema.proposal),
            by: 0, in: space)
        decision = try #require(decisions(history.commits, history).first)
        #expect(decision.version?.text == "Second" && decision.consents.isEmpty)
    }

    @Test("strangers to the workplace and people who never joined have no say")
    func strangers() throws {
        var history = try start(seed: 2)
        let space = history.community
        let members = [0, 1, 2, 3].map { history.authors[$0].person }
        let id = history.write(
            try Compose.proposal("First", Self.terms(members)), by: 0, in: space)[0]
        history.write(
            try Compose.stance(.objection, to: id, of: id, reason: "No"), by: 3, in: space)
        let decision = try #require(decisions(history.commits, history).first)
        #expect(decision.objections.isEmpty && decision.affected.deciders.count == 3)
    }

    @Test("an objection without a reason can't be composed, other stances can")
    func composing() throws {
        let id = ConsentWorld.id(1, 1)
        #expect(throws: CommunityError.refused(.missing(field: "reason"))) {
            try Compose.stance(.objection, to: id, of: id, reason: " ")
        }
        for choice in StanceChoice.allCases where choice != .objection {
            #expect(try Compose.stance(choice, to: id, of: id).count == 1)
        }
    }

    @Test("a fork copies nothing and keeps where it comes from (invariant 12)")
    func fork() {
        forAll(cases: 15, "forks leave the original as it is") { generator in
            var history = try start(seed: generator.next())
            try history.run(steps: Int.random(in: 1...30, using: &generator))
            let before = replica(history.commits, history.workplace)
            let original = try #require(Directory(before).community(of: history.community))
            let heads = (0..<3).map { _ in
                LogLength(
                    log: LogID(raw: Bytes32(words: (generator.next(), 0, 0, 0))),
                    length: generator.next() % 50)
            }
            let device = DeviceID(raw: history.authors[1].device.publicKey)
            let (founding, space) = Founding.space(
                kind: .community, founder: device, workplace: history.workplace,
                using: &generator)
            history.write(
                try Compose.fork(
                    name: "Fast track", of: Compose.Past(original.record, at: heads),
                    founding: founding, generation: 1, key: Bytes32(words: (1, 2, 3, 4))),
                by: 1, in: history.workplace)
            let after = replica(history.commits, history.workplace)
            let directory = Directory(after)
            let fork = try #require(directory.community(of: space))
            return fork.forkedFrom == original.record
                && fork.isMember(history.authors[1].person)
                && directory.community(of: history.community) == original
                && records(after, in: history.community) == records(before, in: history.community)
                && records(after, in: space).isEmpty
                && after.canonicalDump().contains(
                    "forked_at = bytes \(Hex.encode(LogLength.pack(heads)))")
        }
    }

    /// The lines of a dump that tell of records in a space.
    private func records(_ replica: Replica, in space: SpaceID) -> [Substring] {
        let parts = replica.canonicalDump().split(separator: "\nrecord ")
        return parts.dropFirst().filter { $0.contains("\n  space \(space.hex)\n") }
    }

    @Test("two communities whose members decided the same are one, from either id")
    func merge() throws {
        var history = try start(seed: 3)
        let device = DeviceID(raw: history.authors[1].device.publicKey)
        let (founding, space) = Founding.space(
            kind: .community, founder: device, workplace: history.workplace,
            using: &history.generator)
        history.write(
            try Compose.community(
                name: "Seals", founding: founding, generation: 1,
                key: Bytes32(words: (1, 2, 3, 4))), by: 1, in: history.workplace)
        let seals = try #require(directory(history).community(of: space)?.record)
        let bearings = try #require(directory(history).community(of: history.community)?.record)
        func tell(_ author: Int, _ community: RecordID, _ other: SpaceID) throws {
            history.write(
                try Compose.notice(
                    Notice(.merged, of: ConsentWorld.id(1, 1), other: other), of: community),
                by: author, in: history.workplace)
        }
        try tell(1, seals, history.community)
        try tell(0, bearings, space)
        #expect(directory(history).groups.group(of: space) == [space])
        try tell(3, bearings, space)
        #expect(directory(history).groups.group(of: space) == [space])
        try tell(2, bearings, space)
        let merged = directory(history)
        #expect(merged.groups.group(of: space) == [history.community, space])
        #expect(merged.groups.canonical(of: space) == history.community)
        #expect(merged.isMember(history.authors[0].person, of: space))
        #expect(!merged.isMember(history.authors[3].person, of: space))
    }
}
