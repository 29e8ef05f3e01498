import Community
import Ledger
import TestKit
import Testing
import Wire

/// Shared terminals and the keys that they keep, over random histories in which they try everything.
@Suite("The laws of shared terminals")
struct KioskLawTests {
    /// People 0 to 2 have computers; then come two terminals and three people at them.
    private func society(_ steps: [Society.Step], _ seed: UInt64) throws -> Society {
        var society = try Society(people: 3, seed: seed)
        let first = society.addKiosk(by: 0)
        let second = society.addKiosk(by: 1)
        for device in society.devices.indices { society.hear(device, from: second) }
        _ = society.addHeld(at: first, slipOf: 0)
        _ = society.addHeld(at: first, slipOf: 1)
        _ = society.addHeld(at: second, slipOf: 2)
        let last = society.devices.count - 1
        for device in society.devices.indices { society.hear(device, from: last) }
        society.take(steps)
        return society
    }

    private func forAllHistories(
        cases: Int, _ name: String, _ holds: (Society, inout SeededGenerator) throws -> Bool
    ) {
        Society.forAllHistories(cases: cases, name, of: society, holds)
    }

    @Test("any order of arrival, with repetitions, gives the same membership")
    func convergence() {
        forAllHistories(cases: 100, "terminals converge") { society, generator in
            let expected = society.verdicts(
                society.all.sorted { $0.body.lamport < $1.body.lamport })
            for _ in 0..<3 {
                let commits = (society.all + society.all).shuffled(using: &generator)
                guard society.verdicts(commits) == expected else { return false }
            }
            return true
        }
    }

    // Goal: a key that a terminal keeps, and the terminal, decide nothing about people and devices.
    // Method: leave out all that they said about others; nothing else may follow. That the test can
    // fail shows in ``bites()``.
    @Test("whatever a terminal and its keys say about others has no influence on anything")
    func noPower() {
        forAllHistories(cases: 200, "terminals have no power") { society, _ in
            isEqual(society.membership, society.membership(without: [.held, .kiosk]))
        }
    }

    @Test("the same left out of what computers say does change what follows")
    func bites() throws {
        var generator = SeededGenerator(seed: 11)
        var hasDiffered = false
        for _ in 0..<20 {
            let steps = Society.steps(30, &generator)
            let society = try society(steps, generator.next())
            if !isEqual(society.membership, society.membership(without: [.computer])) {
                hasDiffered = true
            }
        }
        #expect(hasDiffered)
    }

    private func isEqual(_ left: Membership, _ right: Membership) -> Bool {
        left.people == right.people && left.removedDevices == right.removedDevices
            && left.ends == right.ends && left.steps == right.steps
    }

    @Test("with a terminal all its keys are out, for good, and the people stay")
    func gone() {
        forAllHistories(cases: 150, "a lost terminal takes its keys along") { society, generator in
            let membership = society.membership
            for person in membership.people {
                for device in person.devices where device.use == .held {
                    guard let kiosk = device.kiosk else { return false }
                    let isKioskIn = membership.people.contains { place in
                        place.isKiosk
                            && place.devices.contains { $0.card.device == kiosk && $0.isIn }
                    }
                    if !isKioskIn, device.isIn { return false }
                }
                if person.isKiosk, person.standing == .departed {
                    let byAnybody = membership.steps.contains { step in
                        step.person == person.id && Set(step.by).count < 2
                            && step.kind == .departed(byDoor: false) && step.by != [person.id]
                    }
                    if byAnybody { return false }
                }
            }
            return true
        }
    }
}

extension Society {
    /// The membership if nobody in these capacities had said anything about others.
    ///
    /// What shows that somebody is here still does, and what nodes write by themselves shows nothing.
    fileprivate func membership(without roles: Set<LogRole>) -> Membership {
        var rolesByLog: [LogID: LogRole] = [:]
        for commit in all {
            if let role = commit.binding?.role { rolesByLog[commit.log] = role }
        }
        let silent = all.map { commit -> OpenedCommit in
            guard let role = rolesByLog[commit.log], roles.contains(role) else { return commit }
            let author = commits[commit.log]?.first?.binding?.person
            var body = commit.body
            body.operations = body.operations.map { operation in
                guard case .statement(let statement) = operation else { return operation }
                switch statement {
                case .spaceFounded, .personFounded, .slipShown, .present: return operation
                case .departed(let departure)
                where departure.person == author && departure.door == nil:
                    return operation
                case .logsEnded: return .statement(.logsEnded([]))
                default: return .statement(.present)
                }
            }
            return OpenedCommit(
                log: commit.log, sequence: commit.sequence, epoch: commit.epoch, body: body,
                plaintextBytes: commit.plaintextBytes)
        }
        return verdicts(silent).membership
    }
}
