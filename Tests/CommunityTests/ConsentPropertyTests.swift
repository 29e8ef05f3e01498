import Community
import TestKit
import Testing
import Wire

/// Invariant 13 over random histories of people who deliberate apart from each other.
@Suite("Consent, as properties")
struct ConsentPropertyTests {
    private func check(
        _ name: String, _ kind: ProposalKind = .agreement,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ holds: (ConsentWorld, Decision, inout SeededGenerator) -> Bool
    ) {
        forAllSteps(
            cases: 3_000, name, sourceLocation: sourceLocation, generate: ConsentWorld.steps
        ) { steps, generator in
            let world = ConsentWorld(steps, kind: kind)
            return holds(world, world.decision, &generator)
        }
    }

    /// The closings of the first round that count for a version.
    private func first(_ world: ConsentWorld, _ version: OperationID?) -> [Closing] {
        world.closings.filter {
            $0.version == version && $0.round == 0
                && world.affected.deciders.contains($0.person)
        }
    }

    @Test("the order of arrival and repetition change nothing")
    func order() {
        check("the decision is a function of the set") { world, decision, generator in
            (0..<4).allSatisfy { _ in world.shuffled(&generator) == decision }
        }
    }

    @Test("every state is reached")
    func everyState() {
        var states: Set<Decision.State> = []
        check("states are known") { _, decision, _ in
            states.insert(decision.state)
            return true
        }
        #expect(states == [.open, .adopted, .notAdopted, .underReview, .void])
    }

    /// Whether an objection stands in what the first round's closings of a version have seen.
    private func isObjected(_ world: ConsentWorld, _ version: OperationID?) -> Bool {
        let cited = Set(first(world, version).flatMap(\.stances))
        let last = Dictionary(
            grouping: world.stances.filter {
                cited.contains($0.id) && $0.version == version
                    && world.affected.voices.contains($0.person)
            }, by: \.person
        ).compactMapValues { $0.max { $0.stamp < $1.stamp } }
        return last.values.contains(where: \.isObjection)
    }

    @Test("only enough different people end a proposal, who agree or whom an objection bears out")
    func closings() {
        check("closed means closed by enough") { world, decision, _ in
            let needed = world.affected.needed
            let closed = world.proposal.versions.contains { version in
                let all = first(world, version.id)
                func people(_ isIn: (Closing) -> Bool) -> Int {
                    Set(all.filter(isIn).map(\.person)).count
                }
                return isObjected(world, version.id)
                    ? people { _ in true } >= needed
                    : people { $0.outcome == .adopted } >= needed
                        || people { $0.outcome != .adopted } >= needed
            }
            return (decision.state != .open) == (closed && needed > 0)
        }
    }

    @Test("what is adopted was consented to by enough, and nothing that was seen stands against it")
    func adopted() {
        check("adopted means consented") { world, decision, _ in
            guard decision.isInEffect, decision.round == 0 || decision.state == .underReview else {
                return true
            }
            let closings = first(world, decision.version?.id)
            let cited = Set(world.closings.flatMap(\.stances))
            let seen = world.stances.filter {
                cited.contains($0.id) && $0.version == decision.version?.id
            }
            let consenting = Set(
                seen.filter {
                    $0.choice == .consent && world.affected.deciders.contains($0.person)
                }.map(\.person))
            let refusing = Set(closings.filter { $0.outcome != .adopted }.map(\.person))
            return refusing.count < 2 && consenting.count >= 2
        }
    }

    @Test("of closings that differ, a \"not adopted\" that is borne out or shared wins")
    func carefulWins() {
        check("a refusal with a reason is enough") { world, decision, _ in
            guard decision.state != .open else { return true }
            let refusals = first(world, decision.version?.id).filter { $0.outcome != .adopted }
            let isShared = Set(refusals.map(\.person)).count >= world.affected.needed
            let isBorneOut = !refusals.isEmpty && isObjected(world, decision.version?.id)
            return !(isShared || isBorneOut) || decision.state == .notAdopted
        }
    }

    @Test("one person's \"not adopted\" that nothing bears out changes nothing, whatever it cites")
    func baselessRefusal() {
        var tried = 0
        check("a refusal without a reason is void") { world, decision, generator in
            let person = ConsentWorld.person(Int.random(in: 0..<4, using: &generator))
            var later = world.deliberation
            let version = world.proposal.versions.randomElement(using: &generator)
            guard let version, !isObjected(world, version.id), decision.state != .underReview
            else { return true }
            let isFirst = world.closings.allSatisfy {
                $0.version != version.id || $0.outcome == .adopted
            }
            guard isFirst else { return true }
            let cited = world.stances.filter {
                !$0.isObjection && Bool.random(using: &generator)
            }
            later.closings.append(
                Closing(
                    id: ConsentWorld.id(7, 7), proposal: world.proposal.id, person: person,
                    version: version.id, outcome: .notAdopted,
                    round: Int64.random(in: 0...1, using: &generator), stances: cited.map(\.id),
                    stamp: ConsentWorld.stamp(99, by: 4, 99)))
            tried += 1
            let after = later.decision(among: world.affected)
            // What it has seen of others' consent counts for them like any other's sight of it.
            let isHelped = [.notAdopted, .void].contains(decision.state) && after.isInEffect
            return after.version == decision.version
                && (after.state == decision.state || isHelped)
        }
        #expect(tried > 500)
    }

    @Test("closings that differ see with the eyes of all: a cited objection stops it")
    func union() {
        check("the union of stances counts") { world, decision, _ in
            guard decision.isInEffect, decision.round == 0, decision.state == .adopted else {
                return true
            }
            let cited = Set(first(world, decision.version?.id).flatMap(\.stances))
            let last = Dictionary(
                grouping: world.stances.filter {
                    cited.contains($0.id) && $0.version == decision.version?.id
                        && world.affected.voices.contains($0.person)
                }, by: \.person
            ).compactMapValues { $0.max { $0.stamp < $1.stamp } }
            return !last.values.contains(where: \.isObjection)
        }
    }

    @Test("an objection that no closing had seen takes nothing back")
    func review() {
        check("late objections mean review") { world, decision, _ in
            let late = Set(decision.lateObjections.map(\.id))
            let cited = Set(first(world, decision.version?.id).flatMap(\.stances))
            switch decision.state {
            case .underReview:
                return !late.isEmpty && late.isDisjoint(with: cited)
                    && decision.isInEffect
            case .adopted: return late.isEmpty
            default: return late.isEmpty && !decision.isInEffect
            }
        }
    }

    @Test("adding an objection after the closing never changes what is in effect")
    func noRollback() {
        check("nothing is rolled back") { world, decision, _ in
            var later = world.deliberation
            guard let version = decision.version, decision.state != .open else { return true }
            later.stances.append(
                Stance(
                    id: ConsentWorld.id(7, 7), proposal: world.proposal.id,
                    person: ConsentWorld.person(2), version: version.id, choice: .objection,
                    reason: "too loud", stamp: ConsentWorld.stamp(99, by: 4, 99)))
            let after = later.decision(among: world.affected)
            let isMember = world.affected.voices.contains(ConsentWorld.person(2))
            guard after.isInEffect == decision.isInEffect else { return false }
            return !decision.isInEffect || !isMember || after.state == .underReview
        }
    }

    @Test("stances to other versions, of strangers, and of second devices change nothing")
    func whoseStances() {
        check("only one stance of each member to this version counts") { world, decision, _ in
            var fewer = world.deliberation
            fewer.stances.removeAll {
                $0.version != decision.version?.id || !world.joined.contains($0.person)
            }
            guard fewer.decision(among: world.affected) == decision else { return false }
            return Set(decision.stances.map(\.person)).count == decision.stances.count
        }
    }

    @Test("the log tells each outcome once, with the closing that it took, in any order of arrival")
    func log() {
        var reviews = 0
        check("the log tells the outcomes") { world, decision, generator in
            let steps = PublicLog.steps(of: [DecidedProposal(world.deliberation, decision)])
            var outcomes: [Decision.State] = []
            for step in PublicLog.inOrder(steps).reversed() {
                switch step.act {
                case .closed(_, _, _, let outcome?): outcomes.append(outcome)
                case .putUnderReview: reviews += 1
                default: continue
                }
            }
            let told = decision.rounds.map(\.state)
            guard outcomes.count == told.count, Set(outcomes) == Set(told) else { return false }
            let isLast = decision.isInEffect ? told.last == .adopted : told.last == decision.state
            guard told.isEmpty ? decision.state == .open : isLast else { return false }
            if decision.state == .underReview || decision.state == .void {
                guard steps.contains(where: { $0.act.isReview }) else { return false }
            }
            var other = world.deliberation
            other.stances.shuffle(using: &generator)
            other.closings.shuffle(using: &generator)
            let again = PublicLog.steps(of: [
                DecidedProposal(other, other.decision(among: world.affected))
            ])
            return PublicLog.inOrder(again) == PublicLog.inOrder(steps)
        }
        #expect(reviews > 5)
    }

    @Test("what the author writes after the closing changes nothing")
    func lateAmendment() {
        check("amending a closed proposal is void") { world, decision, _ in
            guard decision.state != .open else { return true }
            var later = world.deliberation
            later.proposal.versions.append(
                Proposal.Version(
                    id: ConsentWorld.id(8, 8), text: "another",
                    stamp: ConsentWorld.stamp(99, by: 0, 99)))
            return later.decision(among: world.affected) == decision
        }
    }

    @Test("who joins later does not change what was decided")
    func laterMembers() {
        check("newcomers change nothing") { world, decision, _ in
            let joined = world.joined.union([ConsentWorld.person(7), ConsentWorld.person(8)])
            let affected = Affected(of: world.proposal, joined: joined, spoke: [:])
            let after = world.deliberation.decision(among: affected)
            return after.state == decision.state && after.version == decision.version
        }
    }

    @Test("the person whom it is about has no say, and nobody is set aside by one alone")
    func setAside() {
        check("the person concerned is left out", .setAside) { world, decision, _ in
            let person = ConsentWorld.person(3)
            var without = world.deliberation
            without.stances.removeAll { $0.person == person }
            without.closings.removeAll { $0.person == person }
            let small = Affected(
                of: world.proposal, joined: [ConsentWorld.person(0), person], spoke: [:])
            let alone = world.deliberation.decision(among: small)
            return without.decision(among: world.affected) == decision && alone.state == .open
        }
    }
}

extension PublicStep.Act {
    fileprivate var isReview: Bool { if case .putUnderReview = self { true } else { false } }
}
