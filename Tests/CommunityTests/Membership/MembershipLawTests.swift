import Community
import Ledger
import TestKit
import Testing
import Wire

/// Invariants of membership over random concurrent histories with honest and hostile devices.
@Suite("The laws of membership")
struct MembershipLawTests {
    private func society(_ steps: [Society.Step], _ seed: UInt64) throws -> Society {
        var society = try Society(people: 4, seed: seed)
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
        forAllHistories(cases: 150, "membership converges") { society, generator in
            let expected = society.verdicts(
                society.all.sorted { $0.body.lamport < $1.body.lamport })
            for _ in 0..<3 {
                var commits = (society.all + society.all).shuffled(using: &generator)
                commits += commits.prefix(3)
                guard society.verdicts(commits) == expected else { return false }
            }
            return true
        }
    }

    @Test("what stands behind an end has no influence on anything")
    func behindTheEnd() {
        forAllHistories(cases: 300, "what doesn't count has no influence") { society, _ in
            let whole = society.membership
            let counting = society.all.map { commit in
                let end = whole.end(of: commit.log) ?? .max
                return commit.sequence <= end ? commit : commit.sparedOnly
            }
            let rest = society.verdicts(counting).membership
            return rest.people.map(\.standing) == whole.people.map(\.standing)
                && rest.people.map(\.devices) == whole.people.map(\.devices)
                && rest.removedDevices == whole.removedDevices
        }
    }

    /// A device that was put out by a younger one of the same person may still contradict it;
    /// what several people decided, it can't.
    @Test("a device that colleagues put out changes nothing any more, whatever it writes")
    func removedDevicesAreSilent() {
        forAllHistories(cases: 300, "removed devices are silent") { society, generator in
            let before = society.membership
            let putOut = Set(before.steps.filter { $0.by != [$0.person] }.map(\.person))
            let removedAlone = Set(
                before.steps.filter { step in
                    switch step.kind {
                    case .deviceRevoked, .departed(byDoor: false): step.by == [step.person]
                    default: false
                    }
                }.map(\.person))
            var after = society
            for (index, device) in society.devices.enumerated()
            where before.removedDevices.contains(device.card.device) && device.length > 0
                && putOut.contains(society.people[device.person].id)
                && !removedAlone.contains(society.people[device.person].id)
            {
                // A log that was named ends where it was named; what is written now lies behind.
                guard let end = before.end(of: society.log(of: index)), end <= device.length else {
                    continue
                }
                for _ in 0..<3 {
                    let saying = Society.Saying.allCases.randomElement(using: &generator)
                    let other = Int.random(in: society.devices.indices, using: &generator)
                    guard let saying, saying != .recover, saying != .hostileRecover else {
                        continue
                    }
                    after.say(saying, by: index, about: other)
                }
            }
            let now = after.membership
            return now.people.map(\.standing) == before.people.map(\.standing)
                && now.removedDevices == before.removedDevices
                && before.people.allSatisfy { person in
                    now.person(person.id)?.devices.filter(\.isIn).map(\.card)
                        == person.devices.filter(\.isIn).map(\.card)
                }
        }
    }

    @Test("nobody is put out by one colleague alone")
    func nobodyAlone() {
        forAllHistories(cases: 300, "one colleague can't put anybody out") { society, _ in
            society.membership.steps.allSatisfy { step in
                switch step.kind {
                case .departed(byDoor: false):
                    step.by == [step.person]
                        || (step.by.count >= 2 && !step.by.contains(step.person))
                case .recovered: step.by.count >= 2 && !step.by.contains(step.person)
                case .deviceRevoked: step.by == [step.person]
                case .departed(byDoor: true), .admitted, .deviceAdded, .readmitted: true
                }
            }
        }
    }

    @Test("whoever was let in stays so unless they leave or are put out")
    func nobodyVanishes() {
        forAllHistories(cases: 200, "nobody vanishes") { society, _ in
            let membership = society.membership
            let departed = Set(
                membership.steps.compactMap { step -> PersonID? in
                    if case .departed = step.kind { step.person } else { nil }
                })
            return membership.people.allSatisfy { person in
                person.standing == .admitted || departed.contains(person.id)
            }
        }
    }
}

extension OpenedCommit {
    /// The commit with nothing but what counts behind an end too: who writes the log, the founding
    /// of the workplace, and vouches, which may be spared.
    fileprivate var sparedOnly: OpenedCommit {
        var body = body
        body.operations = body.operations.map { operation in
            switch operation {
            case .binding, .statement(.vouch), .statement(.spaceFounded): operation
            default: .unknown
            }
        }
        return OpenedCommit(
            log: log, sequence: sequence, epoch: epoch, body: body, plaintextBytes: plaintextBytes)
    }
}
