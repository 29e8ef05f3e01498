import Community
import Keys
import TestKit
import Testing
import Wire

/// Invariants of how a community lives, over random histories that are cut short (chapter 19).
///
/// Each has an oracle of its own, or a claim that needs none.
@Suite("Laws of a community's life")
struct LifeLawTests {
    // MARK: 4. Accepted answers

    private enum Accepting { case accept(UInt64), arrive(UInt64), fold(UInt64), takeBack(UInt64) }

    @Test("4: an accepted answer is here to be read, or withdrawn, or missing; it never dangles")
    func accepted() {
        forAllSteps(
            cases: 300, "an accepted answer never dangles",
            generate: { generator in
                Self.steps(of: 12, &generator) { generator in
                    let answer = UInt64.random(in: 1...3, using: &generator)
                    let steps: [Accepting] = [
                        .accept(answer), .arrive(answer), .fold(answer), .takeBack(answer),
                    ]
                    return steps[Int.random(in: 0..<4, using: &generator)]
                }
            },
            holds: { steps, generator in
                var (accepted, here): (UInt64?, Set<UInt64>) = (nil, [])
                var (folded, gone): (Set<UInt64>, Set<UInt64>) = ([], [])
                for step in steps {
                    switch step {
                    case .accept(let answer): accepted = answer
                    case .arrive(let answer): here.insert(answer)
                    case .fold(let answer): folded.insert(answer)
                    case .takeBack(let answer): gone.insert(answer)
                    }
                }
                let answers = here.subtracting(gone).shuffled(using: &generator).map {
                    (id: Made.record($0), hasWords: !folded.contains($0))
                }
                let state = AcceptedAnswer(
                    accepted.map(Made.record), among: answers,
                    isTakenBack: accepted.map { gone.contains($0) } ?? false)
                guard let accepted else { return state == .none }
                if gone.contains(accepted) { return state == .withdrawn }
                guard here.contains(accepted) else { return state == .missing }
                return folded.contains(accepted)
                    ? state == .withdrawn : state == .here(Made.record(accepted))
            })
    }

    // MARK: 5. Experience

    private struct Trial { var number, person: UInt64; var worked: Bool; var machine: String }

    @Test("5: confirmed by two others, disputed by a newer no, and each no stands there")
    func experience() {
        forAllSteps(
            cases: 400, "yes and no stand beside each other",
            generate: { generator in
                var number: UInt64 = 0
                return Self.steps(of: 10, &generator) { generator in
                    number += 1
                    return Trial(
                        number: number, person: UInt64.random(in: 1...4, using: &generator),
                        worked: Bool.random(using: &generator),
                        machine: Bool.random(using: &generator) ? "A" : "B")
                }
            },
            holds: { steps, generator in
                let records = steps.map { step in
                    Made.facts(
                        Schema.trial, step.number, by: step.person, at: step.number,
                        ["worked": .flag(step.worked), "machine": .text(step.machine)])
                }.shuffled(using: &generator)
                let experience = Experience(records, of: Made.person(1))
                return Self.agrees(experience, with: steps)
            })
    }

    private static func agrees(_ experience: Experience, with steps: [Trial]) -> Bool {
        // A person's last word about a machine is what they say.
        let words = steps.filter { step in
            !steps.contains {
                $0.person == step.person && $0.machine == step.machine && $0.number > step.number
            }
        }
        let good = words.filter(\.worked)
        func isAnswered(_ failure: Trial) -> Bool {
            good.contains { $0.machine == failure.machine && $0.number > failure.number }
        }
        let failures = words.filter { !$0.worked }
        let isDisputed = failures.contains { failure in
            good.contains { $0.machine == failure.machine } && !isAnswered(failure)
        }
        let others = Set(good.map(\.person)).subtracting([1])
        guard (experience.standing == .disputed) == isDisputed else { return false }
        guard experience.standing != .confirmed || others.count >= 2 else { return false }
        if others.count >= 2, !isDisputed, experience.standing != .confirmed { return false }
        let open = failures.filter { !isAnswered($0) }
        return experience.exceptions == Set(open.map(\.machine)).sorted()
    }

    // MARK: 17 and 18. Gatherings

    @Test("17: times that stand beside each other are a dispute, and the sequence only grows")
    func times() {
        forAllSteps(
            cases: 200, "no time is lost, and SEQUENCE never falls",
            generate: { generator in
                Self.steps(of: 8, &generator) { Int64.random(in: 1...4, using: &$0) }
            },
            holds: { steps, _ in
                var event = Made.facts(Schema.event, 1, by: 1, at: 1)
                var last = 0
                for (count, start) in steps.enumerated() {
                    let known = Set(event.integers("start")).union([start])
                    event.elements["start"] = known.sorted().map { .integer($0) }
                    event.changes["start"] = count + 1
                    let times = EventTimes(event)
                    guard Set(times.starts) == known, times.isTimeDisputed == (known.count > 1),
                        times.sequence > last
                    else { return false }
                    last = times.sequence
                }
                return true
            })
    }

    private struct Card { var number: UInt64; var slots: [String] }

    @Test("18: every card hangs where it says, two in one place hang both, in any order")
    func slots() {
        forAllSteps(
            cases: 200, "no card falls off the wall",
            generate: { generator in
                var number: UInt64 = 1
                return Self.steps(of: 8, &generator) { generator in
                    number += 1
                    let slots = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                        "\(Int.random(in: 1...2, using: &generator)) / A"
                    }
                    return Card(number: number, slots: slots)
                }
            },
            holds: { steps, generator in
                let event = Made.facts(Schema.event, 1, by: 1, at: 1)
                let cards = steps.map { step in
                    var card = Made.facts(Schema.session, step.number, by: 2, at: step.number)
                    card.elements["slot"] = Set(step.slots).sorted().map { .text($0) }
                    return card
                }
                let wall = OpenSpaceWall(event, sessions: cards)
                let again = OpenSpaceWall(event, sessions: cards.shuffled(using: &generator))
                return wall == again
                    && steps.allSatisfy { step in
                        let id = Made.record(step.number)
                        guard !step.slots.isEmpty else { return wall.unplaced.contains(id) }
                        return step.slots.allSatisfy {
                            wall.cards[OpenSpaceWall.Place($0), default: []].contains(id)
                        }
                    }
            })
    }

    // MARK: 19. Experiments

    private struct Ending { var number, person, target: UInt64 }

    @Test("19: ended exactly when its own author told an outcome of it, in any order")
    func experiments() {
        forAllSteps(
            cases: 200, "nobody else ends an experiment",
            generate: { generator in
                var number: UInt64 = 10
                return Self.steps(of: 6, &generator) { generator in
                    number += 1
                    return Ending(
                        number: number, person: UInt64.random(in: 1...3, using: &generator),
                        target: UInt64.random(in: 1...2, using: &generator))
                }
            },
            holds: { steps, generator in
                let experiment = Made.facts(Schema.experiment, 1, by: 1, at: 1)
                let outcomes = steps.map { step in
                    Made.facts(
                        Schema.outcome, step.number, by: step.person, at: step.number,
                        ["experiment": .record(Made.record(step.target))])
                }
                let own = steps.filter { $0.person == 1 && $0.target == 1 }
                    .map { Made.record($0.number) }
                let state = ExperimentState(
                    experiment, outcomes: outcomes.shuffled(using: &generator))
                return state == (own.isEmpty ? .idea : .ended(own))
            })
    }

    // MARK: 20 and 22. Names

    private struct Opening { var person: UInt64; var isRight: Bool }

    @Test("20: only who asked opens the name, and what is open stays open")
    func pseudonyms() {
        forAllSteps(
            cases: 200, "nobody else opens a name",
            generate: { generator in
                Self.steps(of: 6, &generator) { generator in
                    Opening(
                        person: UInt64.random(in: 1...3, using: &generator),
                        isRight: Bool.random(using: &generator))
                }
            },
            holds: { steps, generator in
                let space = SpaceID(raw: Bytes32(words: (5, 0, 0, 0)))
                let secret = Bytes(repeating: 7, count: 32)
                let commitment = Pseudonym.commitment(
                    of: Made.person(1), in: space, under: .init(copying: secret))
                let entries = steps.map {
                    (
                        person: Made.person($0.person),
                        secret: $0.isRight ? secret : Bytes(repeating: 8, count: 32)
                    )
                }
                let isOpen = steps.contains { $0.person == 1 && $0.isRight }
                let asker = Pseudonym.asker(
                    commitment, in: space, entries: entries.shuffled(using: &generator))
                return asker == (isOpen ? Made.person(1) : nil)
            })
    }

    private struct Slip { var number: UInt64; var isClaim, isRight: Bool }

    @Test("22: the first with the slip claims, and a name that was taken off stays off")
    func slips() {
        forAllSteps(
            cases: 200, "slips are honoured in any order",
            generate: { generator in
                var number: UInt64 = 1
                return Self.steps(of: 8, &generator) { generator in
                    number += 1
                    return Slip(
                        number: number, isClaim: Bool.random(using: &generator),
                        isRight: Bool.random(using: &generator))
                }
            },
            holds: { steps, generator in
                let (right, wrong) = (
                    InvitationCode(using: &generator), InvitationCode(using: &generator)
                )
                var problem = Made.facts(
                    Schema.problem, 1, by: 1, at: 1, ["claim_token": .bytes(right.token.bytes)])
                for step in steps.shuffled(using: &generator) {
                    let code = step.isRight ? right : wrong
                    problem.entries[step.isClaim ? "claim" : "disown", default: []].append(
                        Made.entry(step.number, .text(code.description), at: step.number))
                }
                let first = steps.first { $0.isClaim && $0.isRight }
                return problem.claimant == first.map { Made.person($0.number) }
                    && problem.isDisowned == steps.contains { !$0.isClaim && $0.isRight }
            })
    }

    // MARK: 21 and 25. Tags and people

    private struct Joining { var tag, other: String; var isSplit: Bool }

    @Test(
        "21: tags are one exactly when a way of pairs that nobody split leads from one to the other"
    )
    func tags() {
        let names = ["a", "b", "c", "d"]
        forAllSteps(
            cases: 300, "groups are what hangs together",
            generate: { generator in
                Self.steps(of: 8, &generator) { generator in
                    let pair = names.shuffled(using: &generator)
                    return Joining(
                        tag: pair[0], other: pair[1],
                        isSplit: Int.random(in: 0..<3, using: &generator) == 0)
                }
            },
            holds: { steps, generator in
                let aliases = TagAliases(
                    steps.shuffled(using: &generator).map {
                        TagAliases.Claim($0.tag, $0.other, isSplit: $0.isSplit)
                    })
                let split = Set(steps.filter(\.isSplit).map { Set([$0.tag, $0.other]) })
                let joined = steps.map { Set([$0.tag, $0.other]) }.filter { !split.contains($0) }
                return names.allSatisfy { name in
                    var reached: Set<String> = [name]
                    while let pair = joined.first(where: {
                        !$0.isDisjoint(with: reached) && !$0.isSubset(of: reached)
                    }) { reached.formUnion(pair) }
                    return aliases.group(of: name) == reached.sorted()
                }
            })
    }

    @Test("25: who wrote more stands no higher: the newest reason decides")
    func people() {
        forAllSteps(
            cases: 200, "nobody is sorted by a count",
            generate: { generator in
                var number: UInt64 = 0
                return Self.steps(of: 12, &generator) { generator in
                    number += 1
                    return (number: number, person: UInt64.random(in: 1...4, using: &generator))
                }
            },
            holds: { steps, generator in
                let evidence = steps.map {
                    WhoKnows.Evidence(
                        Made.facts(Schema.story, $0.number, by: $0.person, at: $0.number))
                }
                let found = WhoKnows.people(
                    evidence.shuffled(using: &generator), hidden: [Made.person(4)],
                    asking: Made.person(9))
                var newest: [UInt64: UInt64] = [:]
                for step in steps where step.person != 4 { newest[step.person] = step.number }
                let expected = newest.sorted { $0.value > $1.value }.map { Made.person($0.key) }
                return found.map(\.person) == expected
            })
    }

    private static func steps<Step>(
        of most: Int, _ generator: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Step
    ) -> [Step] {
        (0..<Int.random(in: 0...most, using: &generator)).map { _ in make(&generator) }
    }
}
