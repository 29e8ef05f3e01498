internal import Merge
internal import Wire

/// Decides who belongs, from the evidence and nothing else.
///
/// Removals end logs, and statements behind an end don't count, so what is removed and who may
/// remove depend on each other. ``Removal`` says in which order they are decided; each decision is
/// final for the round. Whoever is vouched for again after a departure may write again in new logs,
/// so a second round hears those; rounds end when nothing changes.
struct MembershipFold {
    private let evidence: Evidence
    private let testimonies: [Testimony]
    /// Words that somebody has left, and for recoveries: they are asked for once for each person.
    private let departures: [Testimony]
    private let recoveries: [Testimony]
    /// Vouches by the founding that they are for.
    private let vouches: [Bytes: [Testimony]]
    /// When people came back after a departure, as the round before found out.
    private var returned: [PersonID: WriteStamp]

    private var structure: Structure
    private var ends: [LogID: UInt64] = [:]
    private var out: Set<DeviceID> = []
    private var departed: [PersonID: WriteStamp] = [:]
    private var words: [PersonID: LeaversWords] = [:]
    private var recovered: [(person: PersonID, device: Membership.Device)] = []
    private var usedNonces: Set<Bytes16> = []
    private var steps: [Membership.Step] = []

    /// Rounds that are heard at most: someone who left and came back so often has to be vouched
    /// for once more.
    private static let mostRounds = 8

    /// The membership that follows from evidence.
    static func decide(_ evidence: Evidence) -> Membership {
        var returned: [PersonID: WriteStamp] = [:]
        var fold = MembershipFold(evidence, returned: returned)
        for _ in 0..<mostRounds {
            fold.hearAll()
            let next = fold.returns()
            guard next != returned else { break }
            returned = next
            fold = MembershipFold(evidence, returned: returned)
        }
        return fold.membership()
    }

    private init(_ evidence: Evidence, returned: [PersonID: WriteStamp]) {
        self.evidence = evidence
        self.returned = returned
        let testimonies = evidence.testimonies.sorted { $0.stamp < $1.stamp }
        var departures: [Testimony] = []
        var recoveries: [Testimony] = []
        var vouches: [Bytes: [Testimony]] = [:]
        for testimony in testimonies {
            switch testimony.statement {
            case .departed: departures.append(testimony)
            case .personRecovered: recoveries.append(testimony)
            case .vouch(let founding, how: _): vouches[founding, default: []].append(testimony)
            default: continue
            }
        }
        self.testimonies = testimonies
        self.departures = departures
        self.recoveries = recoveries
        self.vouches = vouches
        structure = Structure(
            testimonies, of: evidence, recovered: [], counts: { _ in true })
    }

    // MARK: One removal after the other

    private mutating func hearAll() {
        let removals = testimonies.compactMap { Removal($0, structure) }
            .sorted(by: Removal.isHeardBefore)
        for removal in removals { hear(removal) }
        release()
    }

    private mutating func hear(_ removal: Removal) {
        guard counts(removal.testimony), structure.speaks(removal.testimony.writer),
            structure.admitted.contains(removal.person)
        else { return }
        switch removal.kind {
        case .confirmed: hearConfirmation(removal)
        case .byDoor(let departure): hearDoor(removal, departure)
        case .own(let departure):
            words[removal.person] = departure.words
            let here = LogEnd(log: removal.testimony.log, length: removal.testimony.sequence)
            depart(removal, ends: departure.ends + [here], by: [removal.person], byDoor: false)
        case .revoked(let device, let named): hearRevocation(removal, of: device, named)
        case .recovered(let recovery): hearRecovery(removal, recovery)
        }
        restructure()
    }

    private mutating func hearConfirmation(_ removal: Removal) {
        guard removal.testimony.writer.person != removal.person else { return }
        let words = departureWords(for: removal.person, before: removal.testimony.stamp)
        guard words.count >= 2 else { return }
        depart(
            removal, ends: words.flatMap(\.departure.ends), by: words.map(\.speaker),
            byDoor: false)
    }

    private mutating func hearDoor(_ removal: Removal, _ departure: Departure) {
        guard let key = structure.doorKey, let door = departure.door,
            DoorKey.isValid(departure, in: evidence.workplace, key: key),
            usedNonces.insert(door.nonce).inserted
        else { return }
        depart(
            removal, ends: departure.ends, by: [removal.testimony.writer.person], byDoor: true)
    }

    private mutating func hearRevocation(
        _ removal: Removal, of device: DeviceID, _ named: [LogEnd]
    ) {
        let own = structure.devices[removal.person, default: []]
        guard own.contains(where: { $0.card.device == device }) else { return }
        var named = named
        if device == removal.testimony.writer.device {
            named.append(
                LogEnd(log: removal.testimony.log, length: removal.testimony.sequence))
        }
        putOut([device], named)
        note(.deviceRevoked(device), removal, by: [removal.person])
    }

    /// The second colleague's word decides; the device must want it.
    private mutating func hearRecovery(_ removal: Removal, _ recovery: Recovery) {
        let spoken = recoveryWords(for: recovery, upTo: removal.testimony.stamp)
        let isBound = recovered.contains {
            $0.person == recovery.person && $0.device.card.device == recovery.card.device
        }
        guard spoken.count >= 2, !isBound else { return }
        let former = structure.devices[removal.person, default: []]
            .filter { $0.card.device != recovery.card.device }.map(\.card.device)
        putOut(former, spoken.flatMap(\.recovery.ends))
        recovered.append(
            (
                recovery.person,
                Membership.Device(
                    card: recovery.card, use: .computer, since: removal.testimony.stamp)
            ))
        note(.recovered(recovery.card.device), removal, by: spoken.map(\.speaker))
    }

    private mutating func depart(
        _ removal: Removal, ends named: [LogEnd], by speakers: [PersonID], byDoor: Bool
    ) {
        putOut(structure.devices[removal.person, default: []].map(\.card.device), named)
        let stamp = removal.testimony.stamp
        departed[removal.person] = max(departed[removal.person] ?? stamp, stamp)
        note(.departed(byDoor: byDoor), removal, by: speakers)
    }

    /// Ends the logs of devices where the statement says; an end that stands already stays.
    private mutating func putOut(_ devices: [DeviceID], _ named: [LogEnd]) {
        out.formUnion(devices)
        var lengths: [LogID: UInt64] = [:]
        for end in named where devices.contains(where: { evidence.writers[end.log]?.device == $0 })
        {
            lengths[end.log] = max(lengths[end.log] ?? 0, end.length)
        }
        ends.merge(lengths) { former, _ in former }
    }

    private mutating func note(
        _ kind: Membership.Step.Kind, _ removal: Removal, by speakers: [PersonID]
    ) {
        steps.append(
            Membership.Step(
                kind: kind, person: removal.person, by: Set(speakers).sorted(),
                stamp: removal.testimony.stamp, wallClock: removal.testimony.wallClock))
    }

    private mutating func restructure() {
        let view = self
        structure = Structure(
            testimonies, of: evidence, recovered: recovered,
            counts: { view.counts($0) })
    }

    /// Colleagues may let more of a removed device's log count than the removal did.
    private mutating func release() {
        for testimony in testimonies {
            guard case .logsEnded(let named) = testimony.statement, counts(testimony),
                structure.speaks(testimony.writer), !out.contains(testimony.writer.device)
            else { continue }
            for end in named {
                guard let writer = evidence.writers[end.log], out.contains(writer.device) else {
                    continue
                }
                ends[end.log] = max(ends[end.log] ?? 0, end.length)
            }
        }
        restructure()
    }

    // MARK: What counts

    private func counts(_ testimony: Testimony) -> Bool {
        counts(testimony.log, testimony.sequence, by: testimony.writer, at: testimony.stamp)
    }

    private func counts(
        _ log: LogID, _ sequence: UInt64, by writer: Writer, at stamp: WriteStamp
    ) -> Bool {
        if let end = ends[log] { return sequence <= end }
        guard out.contains(writer.device) else { return true }
        return returned[writer.person].map { stamp > $0 } ?? false
    }

    /// The last commit of a person before a stamp, as far as it counts: whoever acts has not left.
    private func lastAct(of person: PersonID, before stamp: WriteStamp?) -> WriteStamp? {
        var last: WriteStamp?
        for (log, writer) in evidence.writers where writer.person == person {
            for (sequence, lamport) in evidence.clocks[log, default: [:]] {
                let act = WriteStamp(lamport: lamport, writer: log, sequence: sequence, index: 0)
                guard stamp.map({ act < $0 }) ?? true,
                    counts(log, sequence, by: writer, at: act)
                else { continue }
                last = max(last ?? act, act)
            }
        }
        return last
    }

    /// The words of different colleagues that a person has left, each colleague's first that came
    /// after the person's last act.
    private func departureWords(
        for person: PersonID, before stamp: WriteStamp?
    ) -> [(speaker: PersonID, departure: Departure, testimony: Testimony)] {
        guard !departures.isEmpty else { return [] }
        let lastAct = lastAct(of: person, before: stamp)
        var words: [(speaker: PersonID, departure: Departure, testimony: Testimony)] = []
        for testimony in departures {
            guard case .departed(let departure) = testimony.statement, departure.door == nil,
                departure.person == person, testimony.writer.person != person,
                stamp.map({ testimony.stamp < $0 }) ?? true,
                lastAct.map({ $0 < testimony.stamp }) ?? true, counts(testimony),
                structure.speaks(testimony.writer)
            else { continue }
            let speaker = testimony.writer.person
            if !words.contains(where: { $0.speaker == speaker }) {
                words.append((speaker, departure, testimony))
            }
        }
        return words
    }

    private func recoveryWords(
        for recovery: Recovery, upTo stamp: WriteStamp?
    ) -> [(speaker: PersonID, recovery: Recovery)] {
        var words: [(speaker: PersonID, recovery: Recovery)] = []
        for testimony in recoveries {
            guard case .personRecovered(let other) = testimony.statement,
                other.person == recovery.person, other.card == recovery.card,
                testimony.writer.person != recovery.person,
                stamp.map({ testimony.stamp <= $0 }) ?? true, counts(testimony),
                structure.speaks(testimony.writer)
            else { continue }
            let speaker = testimony.writer.person
            if !words.contains(where: { $0.speaker == speaker }) { words.append((speaker, other)) }
        }
        return words
    }

    /// Whoever left and was vouched for later is back from then on.
    private func returns() -> [PersonID: WriteStamp] {
        var returns: [PersonID: WriteStamp] = [:]
        for (person, stamp) in departed {
            for testimony in vouches(for: person)
            where testimony.stamp > stamp && testimony.writer.person != person {
                returns[person] = min(returns[person] ?? testimony.stamp, testimony.stamp)
            }
        }
        return returns
    }

    private func vouches(for person: PersonID) -> [Testimony] {
        guard let bytes = evidence.foundings[person]?.bytes else { return [] }
        return vouches[bytes, default: []].filter {
            counts($0) && structure.speaks($0.writer)
        }
    }
}

// MARK: The result

extension MembershipFold {
    private func membership() -> Membership {
        var membership = Membership(workplace: evidence.workplace)
        membership.doorKey = structure.doorKey
        membership.ends = ends
        membership.writers = evidence.writers
        membership.removedDevices = out
        membership.people = evidence.foundings.keys.sorted().map(person)
        for person in membership.people where person.standing == .admitted {
            pend(person.id, in: &membership)
        }
        membership.steps = allSteps()
        return membership
    }

    private func person(_ id: PersonID) -> Membership.Person {
        var person = Membership.Person(
            id: id, founding: evidence.foundings[id]?.bytes ?? [],
            devices: structure.devices[id, default: []])
        let isBack = returned[id] != nil
        if structure.admitted.contains(id) {
            person.standing = departed[id] == nil || isBack ? .admitted : .departed
        }
        let revoked = Set(
            steps.compactMap { step -> DeviceID? in
                if case .deviceRevoked(let device) = step.kind { device } else { nil }
            })
        for index in person.devices.indices {
            let device = person.devices[index].card.device
            let isOut = out.contains(device) && !(isBack && !revoked.contains(device))
            person.devices[index].isIn = !isOut
        }
        person.words = words[id] ?? .unknown
        person.isFounder = structure.founders.contains(id)
        let vouches = vouches(for: id)
        person.vouchers = Set(vouches.map(\.writer.person)).sorted()
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
                        person: person, card: recovery.card, speakers: spoken.map(\.speaker)))
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
                structure.isBound(
                    Writer(person: writer.person, device: addition.card.device))
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
