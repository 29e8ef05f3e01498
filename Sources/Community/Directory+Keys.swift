internal import Wire

extension Replica {
    /// How the keys of the workplace and of every community that isn't open stand.
    func keyStates(
        of communities: [Directory.Community], _ verdicts: Verdicts
    ) -> [SpaceID: KeyState] {
        let people = verdicts.membership.people.filter(\.wasAdmitted)
        func devices(_ isIn: (PersonID) -> Bool) -> Set<DeviceID> {
            Set(people.filter { isIn($0.id) }.flatMap { $0.devices.map(\.card.device) })
        }
        func entitled(_ isIn: (PersonID) -> Bool) -> [DeviceCard] {
            people.filter { $0.standing == .admitted && isIn($0.id) }
                .flatMap { $0.devices.filter(\.isIn).map(\.card) }
                .sorted { $0.device < $1.device }
        }
        let sealings = sealings()
        func standing(in home: SpaceID, for space: SpaceID) -> [Testimony] {
            sealings[space, default: []].filter { $0.space == home }.map(\.testimony)
        }
        var states = [
            workplace: KeyState(
                of: workplace, standing(in: workplace, for: workplace),
                entitled: entitled { _ in true },
                everHeld: devices { _ in true },
                counts: { verdicts.counts($0, in: self.workplace) }, isMember: { _ in true })
        ]
        // Of a community that was opened it counts what was sealed before: all of it is published.
        for community in communities
        where community.visibility != .open || community.opening != nil {
            // The workplace's space speaks for listed communities, the own space for hidden ones.
            let home = community.visibility == .hidden ? community.space : workplace
            let letIn = community.everAdmitted.union(community.admissions.map(\.person))
            states[community.space] = KeyState(
                of: community.space, standing(in: home, for: community.space),
                entitled: entitled { community.mayRead($0) },
                everHeld: devices { letIn.contains($0) },
                counts: { verdicts.counts($0, in: home) },
                isMember: { testimony in
                    let person = testimony.writer.person
                    guard community.everAdmitted.contains(person) else { return false }
                    return community.left[person].map { testimony.stamp < $0 } ?? true
                })
        }
        return states
    }

    /// The statements about keys by the space whose keys they are, in the order of stamps.
    private func sealings() -> [SpaceID: [SpaceEvidence.Entry]] {
        var sealings: [SpaceID: [SpaceEvidence.Entry]] = [:]
        for entry in spaceEvidence.sealings {
            guard case .keySealed(let sealing) = entry.testimony.statement else { continue }
            sealings[sealing.space ?? entry.space, default: []].append(entry)
        }
        return sealings.mapValues { $0.sorted { $0.testimony.stamp < $1.testimony.stamp } }
    }
}
