internal import Merge
internal import Wire

/// What was decided, as a value.
extension MembershipFold {
    func membership() -> Membership {
        var membership = Membership(workplace: evidence.workplace)
        membership.doorKey = structure.doorKey
        membership.ends = releasedEnds
        membership.decidedEnds = ends
        membership.writers = evidence.writers
        // Devices that were bound behind an end were never anybody's.
        membership.removedDevices = Set(
            structure.devices.flatMap { person, devices in
                devices.map(\.card.device).filter { device in
                    wasPutOut(Writer(person: person, device: device))
                }
            })
        membership.people = evidence.foundings.keys.sorted().map(person)
        membership.offers = offers(membership.people)
        for person in membership.people where person.standing == .admitted {
            pend(person.id, in: &membership)
        }
        membership.steps = allSteps()
        membership.releases = releases
        return membership
    }

    private func person(_ id: PersonID) -> Membership.Person {
        var person = Membership.Person(
            id: id, founding: evidence.foundings[id]?.bytes ?? [],
            devices: structure.devices[id, default: []].filter(isKept))
        person.isKiosk = structure.isKiosk(id)
        let isBack = returned[id] != nil
        if structure.admitted.contains(id) {
            person.standing = departed[id] == nil || isBack ? .admitted : .departed
        }
        for index in person.devices.indices {
            let device = person.devices[index].card.device
            person.devices[index].isIn = !isOut(Writer(person: id, device: device))
        }
        person.words = words[id] ?? .unknown
        person.isFounder = structure.founders.contains(id)
        let vouches = vouches(for: id)
        let bySlip = structure.slipVouches[id, default: []]
        person.vouchers = Set((vouches + bySlip).map(\.writer.person)).sorted()
        person.verifiers = Set(
            vouches.filter { testimony in
                if case .vouch(_, how: .verified) = testimony.statement { true } else { false }
            }.map(\.writer.person)
        ).sorted()
        return person
    }

    private func pend(_ person: PersonID, in membership: inout Membership) {
        let words = departureWords(for: person, before: nil)
            .filter { word in departed[person].map { $0 < word.testimony.stamp } ?? true }
        if !words.isEmpty {
            membership.pendingDepartures.append(
                Membership.PendingDeparture(
                    person: person, speakers: words.map(\.speaker).sorted(),
                    since: words.count >= 2 ? words[1].testimony.wallClock : nil))
        }
        var seen: Set<DeviceID> = []
        for testimony in recoveries {
            guard case .personRecovered(let recovery) = testimony.statement,
                recovery.person == person, seen.insert(recovery.card.device).inserted
            else { continue }
            let spoken = recoveryWords(for: recovery, upTo: nil)
            if spoken.count == 1 {
                membership.pendingRecoveries.append(
                    Membership.PendingRecovery(
                        person: person, card: recovery.card, acceptance: recovery.acceptance,
                        speakers: spoken.map(\.speaker)))
            }
        }
    }

    /// Removals as they were decided, with admissions, additions and returns, by stamp.
    private func allSteps() -> [Membership.Step] {
        var all = steps
        for (person, testimony) in structure.admissions {
            all.append(
                Membership.Step(
                    kind: .admitted, person: person, by: [testimony.writer.person],
                    stamp: testimony.stamp, wallClock: testimony.wallClock))
        }
        for testimony in testimonies {
            let writer = testimony.writer
            if case .deviceAdded(let addition) = testimony.statement, counts(testimony),
                structure.devices[writer.person, default: []]
                    .contains(where: { $0.card.device == addition.card.device })
            {
                all.append(
                    Membership.Step(
                        kind: .deviceAdded(addition.card.device, addition.use),
                        person: writer.person, by: [writer.person], stamp: testimony.stamp,
                        wallClock: testimony.wallClock))
            }
        }
        for (person, stamp) in returned {
            guard let vouch = vouches(for: person).first(where: { $0.stamp == stamp }) else {
                continue
            }
            all.append(
                Membership.Step(
                    kind: .readmitted, person: person, by: [vouch.writer.person], stamp: stamp,
                    wallClock: vouch.wallClock))
        }
        return all.sorted { ($0.stamp, $0.person) < ($1.stamp, $1.person) }
    }
}
