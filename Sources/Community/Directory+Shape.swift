internal import Merge
internal import Wire

// What members' notices amount to, and whose notices count.
extension Replica {
    /// What the notices on one community say.
    struct ToldShape {
        /// Everybody who was ever in, with the Lamport clock at which they first joined.
        var joined: [PersonID: UInt64]
        var shape: PublicShape
        var words: [RecordID: [GivenNotice]] = [:]
        var opening: Opening?
    }

    /// Folds the notices on a community.
    ///
    /// Colleagues outside can't read who let whom into a listed community. What they can see is for
    /// whom its keys are sealed: so it is by this that everybody, inside and outside, tells whose
    /// notices on it count.
    ///
    /// - Parameters:
    ///   - founded: How the community was founded.
    ///   - said: When everybody who ever said that they are in did so first, as Lamport clocks.
    ///   - admitted: Whom members let in.
    ///   - founder: Who founded it.
    ///   - notices: All notices on it, in any order.
    ///   - space: Its space.
    func shape(
        _ founded: Directory.Visibility, _ said: [PersonID: UInt64], admitted: Set<PersonID>,
        _ founder: PersonID, _ notices: [GivenNotice], of space: SpaceID, _ verdicts: Verdicts
    ) -> ToldShape {
        guard founded == .listed else {
            let joined = said.filter { founded == .open || admitted.contains($0.key) }
            return ToldShape(joined: joined, shape: PublicShape(notices, joined: joined))
        }
        let given = keyHolders(of: space, founder, verdicts)
        var known: [PersonID: UInt64] = [:]
        for (person, lamport) in said {
            if let since = given[person] { known[person] = max(since, lamport) }
        }
        let words = Opening.words(notices, joined: known)
        guard let opening = Opening(words, joined: known) else {
            return ToldShape(
                joined: said.filter { admitted.contains($0.key) },
                shape: PublicShape(notices, joined: known), words: words)
        }
        // Whoever waited at the door is in from then on, and has no part in what was before.
        let since = opening.stamp
        let joined = said.reduce(into: known) { joined, entry in
            if joined[entry.key] == nil { joined[entry.key] = max(entry.value, since.lamport) }
        }
        let counting = notices.filter { known[$0.person] != nil || since < $0.stamp }
        return ToldShape(
            joined: joined, shape: PublicShape(counting, joined: joined), words: words,
            opening: opening)
    }

    /// For whom the keys of a listed community were ever sealed in the workplace by somebody who had
    /// them, with the Lamport clock of the first time; its founder from the beginning.
    private func keyHolders(
        of space: SpaceID, _ founder: PersonID, _ verdicts: Verdicts
    ) -> [PersonID: UInt64] {
        var owners: [DeviceID: PersonID] = [:]
        for person in verdicts.membership.people {
            for device in person.devices { owners[device.card.device] = person.id }
        }
        var holders: [PersonID: UInt64] = [founder: 0]
        let sealings = spaceEvidence.sealings.compactMap {
            (entry) -> (testimony: Testimony, sealing: KeySealing)? in
            guard entry.space == workplace,
                case .keySealed(let sealing) = entry.testimony.statement, sealing.space == space
            else { return nil }
            return (entry.testimony, sealing)
        }
        for (testimony, sealing) in sealings.sorted(by: { $0.testimony.stamp < $1.testimony.stamp })
        where holders[testimony.writer.person] != nil
            && verdicts.counts(testimony, in: workplace)
        {
            for recipient in sealing.recipients {
                guard let person = owners[recipient.device], holders[person] == nil else {
                    continue
                }
                holders[person] = testimony.stamp.lamport
            }
        }
        return holders
    }
}
