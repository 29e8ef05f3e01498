import Community
import Ledger
import TestKit
import Testing
import Wire

/// What a device that was put out is shown, so that its own fold tells it.
@Suite("Proofs of removals")
struct RemovalProofTests {
    /// What a node has that got commits in some order, with the order as numbers of arrival.
    private func proof(
        of device: DeviceID, _ commits: [OpenedCommit], in society: Society
    ) -> [LogID: UInt64]? {
        var replica = Replica(workplace: society.workplace)
        for commit in commits { replica.apply(commit, in: society.workplace) }
        let proof = replica.removalProof(of: device)
        var arrivals: [RemovalProof.Place: Int64] = [:]
        for (number, commit) in commits.enumerated() {
            for place in proof.places
            where place.log == commit.log && place.sequence == commit.sequence {
                arrivals[place] = Int64(number + 1)
            }
        }
        return proof.reach(arrivals)
    }

    /// Commits up to given lengths, in no particular order.
    private func limited(_ commits: [OpenedCommit], _ lengths: [LogID: UInt64]) -> [OpenedCommit] {
        commits.filter { $0.sequence <= lengths[$0.log] ?? 0 }
    }

    /// An order in which a node could have stored everything: logs in order, mixed at random.
    private func arrival(_ society: inout Society) -> [OpenedCommit] {
        var rest = society.commits
        var order: [OpenedCommit] = []
        while !rest.isEmpty {
            let logs = rest.keys.sorted()
            let log = logs[Int.random(in: logs.indices, using: &society.generator)]
            guard var commits = rest[log], let first = commits.first else { break }
            order.append(first)
            commits.removeFirst()
            rest[log] = commits.isEmpty ? nil : commits
        }
        return order
    }

    @Test("a revoked laptop is shown what revoked it, and nothing that was said later")
    func revocation() throws {
        var society = try Society(people: 3, seed: 5)
        let laptop = society.addDevice(to: 1, by: 1)
        society.hear(2, from: 1)
        society.say(.present, by: laptop, about: 0)
        society.hear(1, from: laptop)
        society.say(.revoke, by: 1, about: laptop)
        let own = society.log(of: 1)
        let before = society.devices[1].length
        society.say(.present, by: 1, about: 0)
        society.hear(2, from: 1)
        society.say(.vouch, by: 2, about: 0)
        let device = society.devices[laptop].card.device
        let order = [0, laptop, 1, 2].flatMap { society.commits[society.log(of: $0)] ?? [] }
        let reach = try #require(proof(of: device, order, in: society))
        #expect(reach[own] == before)
        #expect(reach[society.log(of: 2)] == nil)
        #expect(society.verdicts(limited(order, reach)).membership.isOut(device))
        // Bites: one statement less, and nothing shows it.
        var less = reach
        less[own] = before - 1
        #expect(!society.verdicts(limited(order, less)).membership.isOut(device))
        #expect(proof(of: society.devices[2].card.device, order, in: society) == nil)
    }

    @Test("whoever is out is shown enough by any order of arrival, with what it has itself")
    func anyHistory() {
        forAll(cases: 150, "a proof proves, and is no longer than what was there") { generator in
            var society = try Society(people: 4, seed: generator.next())
            society.take(Society.steps(40, &generator))
            let membership = society.membership
            let out = membership.people.flatMap(\.devices).map(\.card.device)
                .filter(membership.isOut)
            let order = arrival(&society)
            for device in out {
                guard let reach = proof(of: device, order, in: society),
                    society.verdicts(limited(order, reach)).membership.isOut(device)
                else { return false }
            }
            let isIn = membership.people.flatMap(\.devices).map(\.card.device)
                .first { !membership.isOut($0) }
            return isIn.map { proof(of: $0, order, in: society) == nil } ?? true
        }
    }
}
