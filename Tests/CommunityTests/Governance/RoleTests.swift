import Community
import Merge
import TestKit
import Testing
import Wire

@Suite("Roles")
struct RoleTests {
    private let day: Int64 = 86_400_000
    private let ada = PersonID(raw: Bytes32(words: (1, 0, 0, 0)))
    private let ben = PersonID(raw: Bytes32(words: (2, 0, 0, 0)))

    private func stamp(_ lamport: UInt64) -> WriteStamp {
        WriteStamp(
            lamport: lamport, writer: LogID(raw: Bytes32(words: (lamport, 0, 0, 0))),
            sequence: 1, index: 0)
    }

    private func term(
        _ person: PersonID, kind: String = "coordinator", asked: PersonID? = nil,
        from: Int64 = 0, days: Int64 = 180, answers: [Bool] = [true], number: UInt64 = 1
    ) -> RoleTerm {
        RoleTerm(
            record: OperationID(raw: Bytes16(high: 1, low: number)), kind: kind, person: person,
            askedBy: asked, stamp: stamp(number), date: from, from: from,
            until: from + days * day,
            answers: answers.enumerated().map {
                Assent(
                    isYes: $1, stamp: stamp(10 + UInt64($0)), date: from + Int64($0) * day)
            })
    }

    private func state(
        _ terms: [RoleTerm], _ kind: String = "coordinator", members: Set<PersonID>? = nil,
        at now: Int64
    ) -> RoleState? {
        RoleState.all(terms, members: members ?? [ada, ben], at: now).first { $0.kind == kind }
    }

    // Goal: nobody has a role past its term (case 55). Bites: the same term is held one
    // millisecond earlier, and a term of years is written and cut.
    @Test("a term past its end is vacant, and none is longer than the role's longest (case 55)")
    func pastTerm() {
        let own = term(ada)
        #expect(state([own], at: 180 * day - 1)?.holders.map(\.person) == [ada])
        let after = state([own], at: 180 * day)
        #expect(after?.isVacant == true && after?.vacantSince == 180 * day)
        #expect(state([term(ada, days: 3_650)], at: 181 * day)?.isVacant == true)
        let sponsor = term(ada, kind: "sponsor", days: 3_650)
        #expect(state([sponsor], "sponsor", at: 359 * day)?.isVacant == false)
        #expect(state([sponsor], "sponsor", at: 360 * day)?.isVacant == true)
        let later = term(ada, kind: "librarian", days: 3_650)
        #expect(state([later], "librarian", at: 179 * day)?.isVacant == false)
        #expect(state([later], "librarian", at: 180 * day) == nil, "a later version's, and over")
        #expect(
            RoleTerm(
                record: own.record, kind: "scribe", person: ada, askedBy: nil, stamp: stamp(1),
                date: 0, from: .max, until: .max, answers: []
            ).until == .max)
    }

    @Test("who picks a role up at the same time is a co-holder; one person is one holder")
    func coHolders() {
        let terms = [
            term(ben, number: 2), term(ada, number: 1), term(ada, days: 90, number: 3),
        ]
        let found = state(terms, at: day)
        #expect(found?.holders.map(\.person) == [ada, ben])
        #expect(found?.holders.first?.until == 180 * day)
    }

    @Test("who was asked has the role once they accept it by their own word, and until they don't")
    func asked() {
        let pending = term(ben, asked: ada, answers: [])
        #expect(state([pending], at: day)?.isVacant == true)
        #expect(state([pending], at: day)?.pending == [pending])
        #expect(state([pending], at: 180 * day)?.pending == [])
        let accepted = term(ben, asked: ada, answers: [true])
        #expect(state([accepted], at: day)?.holders == [accepted])
        #expect(state([accepted], at: day)?.pending == [])
        let laidDown = state([term(ben, asked: ada, answers: [true, false])], at: 2 * day)
        #expect(laidDown?.isVacant == true && laidDown?.vacantSince == day)
        let declined = state([term(ben, asked: ada, answers: [false])], at: day)
        #expect(declined?.isVacant == true && declined?.vacantSince == nil)
    }

    @Test("who has left the community has no role in it, whoever else wrote what (leave wins)")
    func left() {
        #expect(state([term(ada)], members: [ben], at: day)?.isVacant == true)
    }

    @Test("a role that is vacant for a week is up for all; every known role is listed")
    func upForAll() {
        let ended = state([term(ada, days: 1)], at: 7 * day)
        #expect(ended?.isUpForAll(at: 8 * day - 1) == false)
        #expect(ended?.isUpForAll(at: 8 * day) == true)
        #expect(state([], at: 0)?.isUpForAll(at: 0) == true, "nobody ever had it")
        #expect(state([term(ada)], at: 0)?.isUpForAll(at: 0) == false)
        let all = RoleState.all([term(ada, kind: "librarian")], members: [ada], at: 0)
        #expect(
            all.map(\.kind) == [
                "coordinator", "scribe", "steward", "greeter", "sponsor", "librarian",
            ])
    }

    @Test("the log tells who asked, who took and who laid down")
    func log() {
        let steps = PublicLog.steps(of: [term(ben, asked: ada, answers: [true, true, false])])
        #expect(steps.map(\.person) == [ada, ben, ben])
        #expect(
            steps.map(\.act) == [
                .askedForRole(kind: "coordinator", person: ben, until: 180 * day),
                .tookRole(kind: "coordinator", askedBy: ada, until: 180 * day),
                .laidDownRole(kind: "coordinator"),
            ])
    }
}
