import Community
import TestKit
import Testing
import Wire

@Suite("Consent")
struct ConsentTests {
    private typealias Step = ConsentWorld.Step
    private let members: [Step] = [.join(0), .join(1), .join(2), .join(3)]

    private func consent(_ person: Int, version: Int = 0) -> Step {
        .stance(person, device: 0, version: version, .consent, hasReason: false, lamport: 5)
    }

    private func object(_ person: Int, hasReason: Bool = true, lamport: UInt64 = 5) -> Step {
        .stance(
            person, device: 0, version: 0, .objection, hasReason: hasReason, lamport: lamport)
    }

    private func close(
        _ person: Int, _ outcome: Closing.Outcome = .adopted, round: Int64 = 0,
        seen: [Int] = [0, 1]
    ) -> Step {
        .close(person, version: 0, outcome, round: round, seen: seen, lamport: 9)
    }

    private func state(_ steps: [Step], _ kind: ProposalKind = .agreement) -> Decision.State {
        ConsentWorld(members + steps, kind: kind).decision.state
    }

    @Test("two consents, no objection and two closings adopt it; nothing less does")
    func adopts() {
        let consents = [consent(0), consent(1)]
        #expect(state(consents) == .open)
        #expect(state(consents + [close(0)]) == .open)
        #expect(state(consents + [close(0), close(0)]) == .open)
        #expect(state(consents + [close(0), close(4)]) == .open)
        #expect(state(consents + [close(0), close(2)]) == .adopted)
        #expect(state([consent(0), close(0), close(1)]) == .notAdopted)
        #expect(state([consent(0), consent(0), close(0), close(1)]) == .notAdopted)
        #expect(state([consent(0), consent(4), close(0), close(1)]) == .notAdopted)
    }

    @Test("an objection needs a reason; a concern and standing aside stop nothing")
    func objections() {
        let rest = [close(0, seen: [0, 1, 2]), close(1, seen: [0, 1, 2])]
        #expect(state([consent(0), consent(1), object(2)] + rest) == .notAdopted)
        #expect(state([consent(0), consent(1), object(2, hasReason: false)] + rest) == .adopted)
        for choice in [StanceChoice.concern, .standAside] {
            let other = Step.stance(
                2, device: 0, version: 0, choice, hasReason: true, lamport: 5)
            #expect(state([consent(0), consent(1), other] + rest) == .adopted)
        }
    }

    @Test("an objection that arrives late puts it under review; the review decides")
    func review() {
        let adopted = [consent(0), consent(1), close(0), close(1)]
        #expect(state(adopted + [object(2)]) == .underReview)
        #expect(state(adopted + [object(4)]) == .adopted)
        let isAnswered = Step.stance(
            2, device: 1, version: 0, .consent, hasReason: false, lamport: 7)
        #expect(state(adopted + [object(2), isAnswered]) == .adopted)
        let all = [0, 1, 2, 3]
        let void = [
            close(0, .notAdopted, round: 1, seen: all), close(1, .notAdopted, round: 1, seen: all),
        ]
        #expect(state(adopted + [object(2)] + void) == .void)
        #expect(state(adopted + [object(2), void[0]]) == .underReview)
        // Two people can't give up what nobody objects to.
        #expect(state(adopted + void) == .adopted)
        let kept = [close(0, round: 1, seen: all), close(1, round: 1, seen: all)]
        #expect(state(adopted + [object(2)] + kept) == .void)
        #expect(state(adopted + [object(2), isAnswered] + kept) == .adopted)
    }

    @Test("\"not adopted\" needs an objection, a flaw, or as many people as it takes to adopt")
    func refusals() {
        let consents = [consent(0), consent(1)]
        let refusal = close(3, .notAdopted)
        #expect(state(consents + [close(0), refusal]) == .open)
        #expect(state(consents + [close(0), refusal, refusal]) == .open)
        #expect(state(consents + [close(0), refusal, close(1)]) == .adopted)
        // Nobody can show others that a window is over: two have to say so.
        #expect(state(consents + [refusal, close(2, .notAdopted)]) == .notAdopted)
        #expect(state(consents + [close(0), close(1), refusal]) == .adopted)
        // An objection that was seen bears it out, also where others had not seen it.
        let seeing = close(3, .notAdopted, seen: [0, 1, 2])
        #expect(state(consents + [object(2), close(0), seeing]) == .notAdopted)
        #expect(state(consents + [object(2, hasReason: false), close(0), seeing]) == .open)
        // One that was answered since, as somebody else saw, does not.
        let answer = Step.stance(
            2, device: 1, version: 0, .consent, hasReason: false, lamport: 7)
        let knowing = [close(0, seen: [0, 1, 3]), close(1, seen: [0, 1, 3])]
        #expect(state(consents + [object(2), answer, seeing] + knowing) == .adopted)
        // In a review just so: one alone gives nothing up that nobody objects to any more.
        let review = [
            object(2), answer, close(0), close(1), close(0, round: 1, seen: [2, 3]),
            close(3, .notAdopted, round: 1, seen: [2, 3]),
        ]
        #expect(state(consents + review) == .adopted)
        #expect(
            state(consents + review + [close(1, .notAdopted, round: 1, seen: [2, 3])]) == .void)
    }

    @Test("amending resets stances")
    func amending() {
        let steps = [consent(0), consent(1), .amend(lamport: 6)]
        let world = ConsentWorld(members + steps)
        #expect(world.decision.version?.id == world.proposal.versions.last?.id)
        #expect(world.decision.stances.isEmpty)
        let renewed = ConsentWorld(
            members + steps + [
                consent(0, version: 1), consent(1, version: 1),
                .close(0, version: 1, .adopted, round: 0, seen: [2, 3], lamport: 9),
                .close(1, version: 1, .adopted, round: 0, seen: [2, 3], lamport: 9),
            ])
        #expect(renewed.decision.state == .adopted)
        #expect(renewed.decision.version?.text != "text 0")
    }

    @Test("a community of one decides alone; a snapshot of one among several does not")
    func alone() {
        let steps: [Step] = [consent(0), close(0, seen: [0])]
        let one = ConsentWorld([.join(0)] + steps, snapshot: [0])
        #expect(one.decision.state == .adopted)
        let liar = ConsentWorld([.join(0), .join(1)] + steps, snapshot: [0])
        let spoke = [ConsentWorld.person(1): UInt64(0)]
        let affected = Affected(of: liar.proposal, joined: liar.joined, spoke: spoke)
        #expect(affected.needed == 2)
        #expect(liar.deliberation.decision(among: affected).state == .open)
        // Somebody who spoke later only has joined later, as far as anybody can tell.
        let later = [ConsentWorld.person(1): UInt64(7)]
        let unchanged = Affected(of: liar.proposal, joined: liar.joined, spoke: later)
        #expect(liar.deliberation.decision(among: unchanged).state == .adopted)
    }

    @Test("a proposal that lacks what its kind needs is never adopted")
    func flaws() {
        let steps = members + [consent(0), consent(1), close(0), close(1)]
        func state(_ kind: ProposalKind, _ change: (inout Proposal) -> Void) -> Decision.State {
            var world = ConsentWorld(steps, kind: kind).deliberation
            change(&world.proposal)
            let joined = Set((0..<4).map(ConsentWorld.person))
            return world.decision(
                among: Affected(of: world.proposal, joined: joined, spoke: [:])
            ).state
        }
        for kind in ProposalKind.allCases { #expect(state(kind) { _ in } == .adopted, "\(kind)") }
        #expect(state(.agreement) { $0.sunset = nil } == .notAdopted)
        #expect(state(.agreement) { $0.sunset = .max } == .notAdopted)
        #expect(state(.agreement) { $0.sunset = 1_000 } == .notAdopted)
        #expect(state(.agreement) { $0.closes = .min } == .notAdopted)
        #expect(state(.merge) { $0.community = nil } == .notAdopted)
        #expect(state(.visibility) { $0.visibility = nil } == .notAdopted)
        #expect(state(.restore) { $0.record = nil } == .notAdopted)
        #expect(state(.restore) { $0.postVersion = nil } == .notAdopted)
        // A community becomes open or stays as it is.
        for word in ["listed", "private", "wide open"] {
            #expect(state(.visibility) { $0.visibility = word } == .notAdopted, "\(word)")
        }
        #expect(state(.setAside) { $0.step = "  " } == .notAdopted)
        #expect(state(.setAside) { $0.until = 1_000 + 31 * ConsentRules.day } == .notAdopted)
        #expect(state(.close) { $0.kind = nil } == .notAdopted)
    }

    @Test("agreements end at their sunset, and when another takes their place")
    func agreements() {
        let world = ConsentWorld(members + [consent(0), consent(1), close(0), close(1)])
        let decided = DecidedProposal(world.deliberation, world.decision)
        let sunset = world.proposal.sunset ?? 0
        func state(_ proposals: [DecidedProposal], at now: Int64) -> Agreement.State? {
            Agreement.all(among: proposals, now: now).first?.state
        }
        #expect(state([decided], at: 0) == .inForce)
        #expect(state([decided], at: sunset - 1) == .inForce)
        #expect(state([decided], at: sunset) == .expired)
        #expect(
            Agreement.all(among: [decided], now: 0).first?.bound
                == Set((0..<4).map(ConsentWorld.person)))
        var next = decided
        next.deliberation.proposal.id = ConsentWorld.id(6, 6)
        next.deliberation.proposal.record = decided.proposal.id
        #expect(state([decided, next], at: 0) == .renewed)
        next.decision.state = .notAdopted
        #expect(state([decided, next], at: 0) == .inForce)
    }

    @Test("what somebody wrote while set aside is told by clock, key and what the closings saw")
    func whileSetAside() {
        let log = LogID(raw: Bytes32(words: (1, 0, 0, 0)))
        let aside = SetAside(
            proposal: ConsentWorld.id(9, 9), person: ConsentWorld.person(3), until: 100,
            heads: [log: 5])
        func covers(
            _ sequence: UInt64 = 6, written: Int64 = 150, newKey: Bool? = nil, at now: Int64 = 200
        ) -> Bool {
            aside.covers(
                log, sequence: sequence, written: written, isUnderNewKey: newKey, at: now)
        }
        #expect(!covers() && !covers(newKey: true), "it was over")
        #expect(covers(written: 99) && covers(written: 99, newKey: true))
        #expect(covers(at: 99), "a clock that runs ahead hides nothing")
        #expect(covers(newKey: false), "after the end one writes with the new key")
        #expect(!covers(5, written: 99, newKey: false), "the closings had seen it")
        var blind = aside
        blind.heads = [:]
        #expect(!blind.covers(log, sequence: 9, written: 1, isUnderNewKey: false, at: 1))
    }

    @Test("setting aside ends by itself; restoring and visibility follow what was adopted")
    func otherEffects() {
        let steps = members + [consent(0), consent(1), close(0), close(1)]
        func decided(_ kind: ProposalKind, _ steps: [Step]) -> [DecidedProposal] {
            let world = ConsentWorld(steps, kind: kind)
            return [DecidedProposal(world.deliberation, world.decision)]
        }
        let aside = SetAside.all(among: decided(.setAside, steps)).first
        #expect(aside?.person == ConsentWorld.person(3))
        #expect(aside?.isActive(at: 999 + ConsentRules.day) == true)
        #expect(aside?.isActive(at: 1_000 + ConsentRules.day) == false)
        #expect(aside?.decidedBy != nil)
        #expect(SetAside.all(among: decided(.setAside, members)).isEmpty)
        let post = ConsentWorld.id(9, 9)
        #expect(Restoring.all(among: decided(.restore, steps)) == [post: [ConsentWorld.id(9, 8)]])
        #expect(Restoring.all(among: decided(.restore, members)).isEmpty)
        #expect(Visibility.adopted(among: decided(.visibility, steps)) == .open)
        #expect(Visibility.adopted(among: decided(.visibility, members)) == nil)
        #expect(Archiving.all(among: decided(.close, steps)).count == 1)
        #expect(Archiving.all(among: decided(.close, steps + [object(2)])).count == 1)
    }

    @Test("windows are counted in working days")
    func workingDays() {
        // 2026-11-25 is a Wednesday.
        let wednesday: Int64 = 1_795_600_800_000
        let day = ConsentRules.day
        #expect(WorkingDays.end(of: 1, after: wednesday) == wednesday + day)
        #expect(WorkingDays.end(of: 3, after: .max) > 0 && WorkingDays.end(of: 3, after: .min) < 0)
        #expect(WorkingDays.end(of: 3, after: wednesday) == wednesday + 5 * day)
        #expect(WorkingDays.end(of: 5, after: wednesday) == wednesday + 7 * day)
        #expect(WorkingDays.end(of: 20, after: wednesday) == wednesday + 28 * day)
        let saturday = wednesday + 3 * day
        let monday = (saturday / day + 2) * day
        #expect(WorkingDays.end(of: 1, after: saturday) == monday + day)
        #expect(WorkingDays.end(of: 1, after: -day) > -day)
    }

    @Test("a community is quiet after 60 days without a post")
    func quiet() {
        let day = ConsentRules.day
        #expect(!Quiet.isQuiet(lastPost: nil, founded: 0, now: 60 * day - 1))
        #expect(Quiet.isQuiet(lastPost: nil, founded: 0, now: 60 * day))
        #expect(!Quiet.isQuiet(lastPost: day, founded: 0, now: 60 * day))
        #expect(!Quiet.isQuiet(lastPost: .max, founded: .min, now: .min))
    }
}
