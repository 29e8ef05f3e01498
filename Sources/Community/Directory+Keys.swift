public import Ledger
public import Wire

extension Replica {
    /// How the keys of the workplace and of every community that isn't open stand.
    func keyStates(
        of communities: [Directory.Community], _ verdicts: Verdicts
    ) -> [SpaceID: KeyState] {
        let membership = verdicts.membership
        let sealings = sealings()
        func standing(in home: SpaceID, for space: SpaceID) -> [Testimony] {
            sealings[space, default: []].filter { $0.space == home }.map(\.testimony)
        }
        let exits =
            verdicts.membership.removedDevices.count
            + verdicts.membership.steps.count(where: \.putsOut)
        var states = [
            workplace: KeyState(
                of: workplace, standing(in: workplace, for: workplace),
                entitled: membership.entitled({ _ in true }, membership.nodes),
                everHeld: membership.everHeld({ _ in true }, membership.nodes), exits: exits,
                counts: { verdicts.counts($0, in: self.workplace) }, isMember: { _ in true })
        ]
        // Of a community that was opened it counts what was sealed before: all of it is published.
        for community in communities
        where community.visibility != .open || community.opening != nil {
            // The workplace's space speaks for listed communities, the own space for hidden ones.
            let home = community.visibility == .hidden ? community.space : workplace
            let letIn = community.everAdmitted.union(community.admissions.map(\.person))
            let readers: Membership.Readers = { person, isEver in
                membership.readers(
                    of: person, inPrivate: community.visibility == .hidden, isEver: isEver)
            }
            states[community.space] = KeyState(
                of: community.space, standing(in: home, for: community.space),
                entitled: membership.entitled(community.mayRead, readers),
                everHeld: membership.everHeld(letIn.contains, readers),
                exits: exits + community.exits,
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

extension Directory {
    /// How often a person, or a device of theirs, went out of a space.
    func exits(of person: PersonID, from space: SpaceID) -> Int {
        let steps = membership.steps.count { $0.person == person && $0.putsOut }
        return steps + (community(of: space)?.leavings.count { $0.person == person } ?? 0)
    }

    /// The keys to hand to somebody who is let in, the oldest first.
    ///
    /// - Parameters:
    ///   - count: How many there is room for; the one in use is among them, and the newest.
    ///   - barred: The keys that were in use when somebody was set aside.
    public func keysToGive(
        from keyring: Keyring, atMost count: Int, barred: Set<EpochID> = []
    ) -> [EpochKey] {
        let inUse = writingKey(in: keyring, barred: barred)
        let state = keyStates[keyring.space]
        let others = keyring.all.filter { key in
            key.id != inUse?.id && state?.isWithheld(key) != true
        }
        return ((inUse.map { [$0] } ?? []) + others.suffix(max(0, count - 1)))
            .sorted { $1.isNewer(than: $0) }
    }
}

extension Directory.Community {
    /// How often somebody went out who had the key: who left, who declined, and who came in with a
    /// code that was used up.
    fileprivate var exits: Int { leavings.count + left.count + surplus.count }
}
