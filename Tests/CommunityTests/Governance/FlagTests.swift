import Community
import Keys
import Ledger
import Merge
import TestKit
import Testing
import Wire

@Suite("Flags and blurs")
struct FlagTests {
    private let people = (1...12).map { PersonID(raw: Bytes32(words: ($0, 0, 0, 0))) }
    private let first = OperationID(raw: Bytes16(high: 1, low: 1))
    private let second = OperationID(raw: Bytes16(high: 2, low: 2))
    private let hour: Int64 = 3_600_000

    private func stamp(_ lamport: UInt64) -> WriteStamp {
        WriteStamp(
            lamport: lamport, writer: LogID(raw: Bytes32(words: (lamport, 0, 0, 0))),
            sequence: 1, index: 0)
    }

    private func flag(
        _ person: Int, _ version: OperationID, _ number: UInt64 = 1, reason: String = "wrong",
        withdrawn: [Bool] = []
    ) -> Flag {
        Flag(
            record: OperationID(raw: Bytes16(high: 9, low: number)), person: people[person],
            target: first, version: version, reason: reason, stamp: stamp(number), date: 0,
            withdrawals: withdrawn.enumerated().map {
                Assent(isYes: $1, stamp: stamp(100 + UInt64($0)), date: 0)
            })
    }

    private func blur(_ person: Int, at date: Int64, lifted: Bool = false) -> Blur {
        Blur(
            record: OperationID(raw: Bytes16(high: 8, low: UInt64(person))),
            person: people[person], target: first, version: first, reason: "safety",
            stamp: stamp(1), date: date,
            lifts: lifted ? [Assent(isYes: true, stamp: stamp(200), date: date)] : [])
    }

    @Test("a version that was restored stays shown, whoever flags or blurs it; other words do not")
    func restored() {
        let said = [flag(0, first), flag(1, first, 2), flag(2, first, 3)]
        let objections = Objections(version: first, flags: said, blurs: [blur(3, at: 0)])
        let members = Set(people.prefix(4))
        #expect(objections.visibility(members: members, at: 1) != .shown)
        #expect(objections.visibility(members: members, at: 1, restored: [first]) == .shown)
        #expect(objections.visibility(members: members, at: 1, restored: [second]) != .shown)
        let edited = Objections(
            version: second, flags: [flag(0, second), flag(1, second, 2)])
        #expect(edited.visibility(members: members, at: 1, restored: [first]) != .shown)
    }

    private func visibility(
        _ version: OperationID, _ flags: [Flag], _ blurs: [Blur] = [], members: Int = 4,
        at now: Int64 = 0
    ) -> Appearance {
        Objections(version: version, flags: flags, blurs: blurs).visibility(
            members: Set(people.prefix(members)), at: now)
    }

    @Test(
        "so many persons fold a version",
        arguments: [
            (0, 2), (1, 2), (2, 2), (3, 2), (6, 2), (7, 3), (9, 3), (10, 3), (1_000, 3),
        ])
    func needed(members: Int, persons: Int) { #expect(Flag.needed(members: members) == persons) }

    @Test("distinct persons count, on the version that is shown, who are in and stand by it")
    func folding() {
        let two = [flag(0, first), flag(1, first, 2, reason: "unkind")]
        #expect(
            visibility(first, two)
                == .flagged(by: [people[0], people[1]], reasons: ["unkind", "wrong"]))
        #expect(visibility(first, [two[0]]) == .shown)
        #expect(visibility(first, two, members: 7) == .shown, "three of seven are needed")
        #expect(visibility(second, two) == .shown, "an edit makes a new version")
        #expect(visibility(second, two + [flag(2, first, 3)]) == .shown, "late flag, old version")
        #expect(visibility(first, two, members: 1) == .shown, "the second is not in any more")
        #expect(visibility(first, [two[0], flag(1, first, 2, withdrawn: [true])]) == .shown)
        #expect(
            visibility(first, [two[0], flag(1, first, 2, withdrawn: [true, false])]) != .shown)
    }

    // Goal: two devices of one person are one voice (case 53). Bites: the same flags would fold
    // the item if flags were counted instead of persons.
    @Test("two devices of one person count once (case 53)")
    func twoDevices() {
        let flags = [flag(0, first, 1), flag(0, first, 2), flag(0, first, 3)]
        #expect(flags.count >= Flag.needed(members: 4), "the attack works where flags count")
        #expect(visibility(first, flags) == .shown)
    }

    // Goal: what was said against other words does not count (case 54). Bites: the same flags fold
    // the item when they name the version that is shown.
    @Test("flags for another version do nothing (case 54)")
    func otherVersion() {
        let flags = (0..<4).map { flag($0, second, UInt64($0)) }
        #expect(visibility(second, flags) != .shown, "the attack works where versions are alike")
        #expect(visibility(first, flags) == .shown)
    }

    @Test("a blur holds for 72 hours, once, through edits, and lapses by itself")
    func blurs() {
        let until = 72 * hour
        let one = blur(0, at: 0)
        let blurred = Appearance.blurred(by: [people[0]], reasons: ["safety"], until: until)
        #expect(visibility(first, [], [one], at: 0) == blurred)
        #expect(visibility(second, [], [one], at: until - 1) == blurred)
        #expect(visibility(first, [], [one], at: until) == .shown)
        #expect(visibility(first, [], [blur(0, at: 5)], at: 4) == .shown)
        #expect(visibility(first, [], [blur(0, at: 0, lifted: true)], at: 1) == .shown)
        #expect(visibility(first, [], [blur(5, at: 0)], at: 1) == .shown, "not a member")
        // A second one neither prolongs the first nor begins anew.
        let again = [one, blur(1, at: until - hour)]
        #expect(visibility(first, [], again, at: until) == .shown)
        #expect(visibility(first, [], [one, blur(1, at: 500 * hour)], at: 501 * hour) == .shown)
        // Flags confirm it: they fold the version, for longer.
        let flags = [flag(0, first), flag(1, first, 2)]
        guard case .flagged = visibility(first, flags, [one], at: until + hour) else {
            Issue.record("flags hold after a blur has lapsed")
            return
        }
        #expect(visibility(first, [], [blur(0, at: .max)], at: .max) == .shown)
    }

    @Test("between spaces the clocks order the log, within one the stamps, whatever a clock says")
    func orderOfSpaces() {
        func step(_ lamport: UInt64, _ log: Int, at date: Int64) -> PublicStep {
            PublicStep(
                person: people[0], act: .left, stamp: ConsentWorld.stamp(lamport, by: log, 0),
                date: date)
        }
        let one = [step(1, 1, at: 50), step(2, 1, at: 10), step(3, 1, at: 90)]
        let other = [step(70, 2, at: 20), step(71, 2, at: 80)]
        let dates = [90, 80, 10, 50, 20].map(Int64.init)
        #expect(PublicLog.inOrder(spaces: [one, other]).map(\.date) == dates)
        #expect(PublicLog.inOrder(spaces: [other.reversed(), one.reversed()]).map(\.date) == dates)
    }

    @Test("the log has a step for everything that changed something, and for nothing else")
    func log() {
        let flags = [flag(0, first, withdrawn: [true, true, false])]
        let acts = PublicLog.inOrder(PublicLog.steps(of: flags)).map(\.act)
        #expect(
            acts == [
                .renewedFlag(item: first, version: first),
                .withdrewFlag(item: first, version: first),
                .flagged(item: first, version: first, reason: "wrong", text: ""),
            ])
        #expect(
            PublicLog.steps(of: [blur(1, at: 7, lifted: true)]).map(\.act) == [
                .blurred(item: first, version: first, reason: "safety", text: ""),
                .liftedBlur(item: first, version: first),
            ])
    }
}
