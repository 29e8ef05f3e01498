import Community
import Histories
import TestKit
import Testing
import Wire

/// The invariants 3, 6 and 9 of the model over random concurrent histories.
@Suite("Invariants of words, flags and roles")
struct GovernancePropertyTests {
    private func script(_ generator: inout SeededGenerator) -> [Village.Step] {
        (0..<80).map { _ in Village.Step.random(&generator) }
    }

    private func members(_ village: Village) -> Set<PersonID> {
        Set(
            village.facts.memberships.compactMap { person, words in
                words.max { $0.stamp < $1.stamp }?.isIn == true
                    ? village.people[person].person : nil
            })
    }

    private func members(_ replica: Replica, of village: Village) -> Set<PersonID> {
        let community = Directory(replica).community(of: village.community)
        return Set((community?.membership ?? [:]).filter { $0.value > 0 }.keys)
    }

    /// What is on show of each item, by id.
    private func shownBodies(_ replica: Replica) -> [String: String] {
        var bodies: [String: String] = [:]
        var record = ""
        for line in replica.canonicalDump().split(separator: "\n") {
            if line.hasPrefix("record ") { record = String(line.split(separator: " ")[1]) }
            if line.hasPrefix("  body = ") {
                bodies[record] = String(line.dropFirst("  body = \"".count).dropLast())
            }
        }
        return bodies
    }

    // Goal: invariant 3 and attack 57. Method: others write into the items of people on purpose;
    // the text on show must be the author's last. Bites: among all writes, the last one is often a
    // forgery, so a replica that let it count would show it.
    @Test("nobody but the author changes a text (case 57)")
    func ownWords() {
        var forgedWinners = 0
        forAllSteps(cases: 60, "own words are the author's", generate: script) {
            script, generator in
            let village = try Village(script, seed: generator.next())
            let replica = village.shuffledReplica(&generator)
            let bodies = shownBodies(replica)
            for (item, author) in village.facts.authors {
                let all = village.facts.edits.filter { $0.item == item }
                guard let last = all.max(by: { $0.stamp < $1.stamp }),
                    let own = all.filter({ $0.person == author }).max(by: { $0.stamp < $1.stamp })
                else { return false }
                if last.person != author { forgedWinners += 1 }
                guard bodies[item.hex] == own.text,
                    replica.version(of: item, in: village.community) == own.operation
                else { return false }
            }
            return true
        }
        #expect(forgedWinners > 20, "the attack would work without the rule")
    }

    // Goal: invariant 6. Method: what must be folded is computed from the plain facts and compared
    // with what replicas say that got the commits in different orders.
    @Test("enough distinct persons on the shown version fold it, the same everywhere")
    func folding() {
        var folded = 0
        forAllSteps(cases: 80, "folding follows the flags", generate: script) { script, generator in
            let village = try Village(script, seed: generator.next())
            let members = members(village)
            for _ in 0..<3 {
                let replica = village.shuffledReplica(&generator)
                guard self.members(replica, of: village) == members else { return false }
                let objections = replica.objections(in: village.community)
                for (item, author) in village.facts.authors {
                    let version = village.facts.edits
                        .filter { $0.item == item && $0.person == author }
                        .max { $0.stamp < $1.stamp }?.operation
                    let voices = Set(
                        village.facts.flags.filter {
                            $0.item == item && $0.version == version && !$0.isWithdrawn
                        }.map { village.people[$0.person].person }
                    ).intersection(members)
                    // Blurs have all lapsed by then.
                    let later = village.now + 100 * Village.hour
                    let visibility =
                        objections[item]?.visibility(members: members, at: later) ?? .shown
                    let isFolded = voices.count >= min(3, max(2, (members.count + 2) / 3))
                    if isFolded { folded += 1 }
                    switch visibility {
                    case .shown: guard !isFolded else { return false }
                    case .flagged(let people, _):
                        guard isFolded, people == voices.sorted() else { return false }
                    case .blurred: return false
                    }
                }
            }
            return true
        }
        #expect(folded > 20, "the histories fold something")
    }

    @Test("what was restored is shown whatever else is said, and nothing but that")
    func restoring() {
        var unfolded = 0
        forAllSteps(cases: 60, "restoring is for one version", generate: script) {
            script, generator in
            let village = try Village(script, seed: generator.next())
            let members = members(village)
            let now = village.now + 100 * Village.hour
            let all = village.shuffledReplica(&generator).objections(in: village.community)
            return all.allSatisfy { item, objections in
                let plain = objections.visibility(members: members, at: now)
                if plain != .shown { unfolded += 1 }
                let others = Set(objections.flags.map(\.version)).subtracting([objections.version])
                return objections.visibility(
                    members: members, at: now, restored: [objections.version]) == .shown
                    && objections.visibility(members: members, at: now, restored: others) == plain
            }
        }
        #expect(unfolded > 5, "something was folded before")
    }

    @Test("an edit by the author who knows of the flags shows the words again, to everybody")
    func editing() {
        var reopened = 0
        forAllSteps(cases: 40, "an edit unfolds", generate: script) { script, generator in
            var village = try Village(script, seed: generator.next())
            for _ in 0..<2 { for node in 1..<Village.nodeCount { village.meet(0, node) } }
            let before = village.nodes[0].replica.objections(in: village.community)
            let members = members(village)
            for (item, author) in village.facts.authors {
                let later = village.now + 100 * Village.hour
                if before[item]?.visibility(members: members, at: later) ?? .shown != .shown {
                    reopened += 1
                }
                village.write(
                    try Compose.edit(
                        "title", to: .text("better"), of: item, kind: Schema.question),
                    on: author, in: village.community)
            }
            let after = village.shuffledReplica(&generator).objections(in: village.community)
            let later = village.now + 100 * Village.hour
            return after.values.allSatisfy {
                $0.visibility(members: members, at: later) == .shown
            }
        }
        #expect(reopened > 5, "something was folded before")
    }

    // Goal: invariant 9. Method: as for folding.
    @Test("concurrent pick-ups are co-holders, and a term past its end is vacant everywhere")
    func roles() {
        var coHeld = 0
        forAllSteps(cases: 80, "roles follow their terms", generate: script) { script, generator in
            let village = try Village(script, seed: generator.next())
            let members = members(village)
            let day = 24 * Village.hour
            for now in [village.now, village.now + 100 * day, village.now + 200 * day] {
                let replica = village.shuffledReplica(&generator)
                let states = RoleState.all(
                    replica.roleTerms(in: village.community), members: members, at: now)
                for kind in RoleKind.allCases {
                    let longest = (kind == .sponsor ? 360 : 180) * day
                    let holders = Set(
                        village.facts.terms.filter { term in
                            term.kind == kind && now >= term.from
                                && now < min(term.until, term.from + longest)
                                && term.answers.max { $0.stamp < $1.stamp }?.isYes == true
                        }.map { village.people[$0.person].person }
                    ).intersection(members)
                    if holders.count > 1 { coHeld += 1 }
                    let state = states.first { $0.kind == kind.rawValue }
                    guard state?.holders.map(\.person) == holders.sorted() else { return false }
                }
            }
            let afterAll = RoleState.all(
                village.nodes[0].replica.roleTerms(in: village.community), members: members,
                at: village.now + 361 * day)
            return afterAll.allSatisfy(\.isVacant)
        }
        #expect(coHeld > 5, "some roles have several holders")
    }

    @Test("replicas with the same commits agree on every word of objections, roles and the log")
    func convergence() {
        forAllSteps(cases: 30, "replicas agree", generate: script) { script, generator in
            let village = try Village(script, seed: generator.next())
            let one = village.shuffledReplica(&generator)
            let other = village.shuffledReplica(&generator)
            let space = village.community
            func log(_ replica: Replica) -> [PublicStep] {
                PublicLog.inOrder(
                    PublicLog.steps(of: replica.flags(in: space))
                        + PublicLog.steps(of: replica.blurs(in: space))
                        + PublicLog.steps(of: replica.roleTerms(in: space)))
            }
            return one.canonicalDump() == other.canonicalDump()
                && one.objections(in: space) == other.objections(in: space)
                && one.roleTerms(in: space) == other.roleTerms(in: space)
                && log(one) == log(other)
        }
    }
}
