internal import Merge
internal import Wire

/// Decides who belongs, from the evidence and nothing else.
///
/// Removals end logs, and statements behind an end don't count, so what is removed and who may
/// remove depend on each other. ``Removal`` says in which order they are heard. If a removal that
/// was heard later takes away what an earlier one rested on, the earlier one is struck out and all
/// are heard again; so in the end nothing rests on what doesn't count. Whoever is vouched for again
/// after a departure may write again in new logs, which the next round hears.
struct MembershipFold {
    let evidence: Evidence
    let testimonies: [Testimony]
    private let clocks: [LogID: [UInt64: UInt64]]
    /// Words that somebody has left, and for recoveries: they are asked for once for each person.
    private let departures: [Testimony]
    let recoveries: [Testimony]
    /// Vouches by the founding that they are for.
    private let vouches: [Bytes: [Testimony]]
    /// When people came back after a departure, as the round before found out.
    private(set) var returned: [PersonID: WriteStamp]

    private(set) var structure: Structure
    private(set) var ends: [LogID: UInt64] = [:]
    private(set) var out: Set<DeviceID> = []
    /// Devices that stay out though their person comes back: they were revoked, or lost.
    private(set) var lost: Set<DeviceID> = []
    private(set) var departed: [PersonID: WriteStamp] = [:]
    private(set) var words: [PersonID: LeaversWords] = [:]
    private var recovered: [(person: PersonID, device: Membership.Device)] = []
    /// Until when vouches count that stand behind an end which a younger device of the same person
    /// named, by log; see ``putOut(_:_:by:)``.
    private var sparedVouches: [LogID: WriteStamp] = [:]
    private var usedNonces: Set<Bytes16> = []
    private(set) var steps: [Membership.Step] = []
    /// Ends with what members have let in, and who did.
    ///
    /// Only words count by that: who belongs was decided before, or whoever has a lost laptop could
    /// come back by one member's good faith.
    private(set) var releasedEnds: [LogID: UInt64] = [:]
    private(set) var releases: [Release] = []
    /// The statements that each removal rests on that took effect, by the stamp of its last one.
    private var grounds: [(stamp: WriteStamp, testimonies: [Testimony])] = []
    /// Removals that turned out to rest on what doesn't count.
    private var struckOut: Set<WriteStamp> = []

    /// Rounds that are heard at most: someone who left and came back so often has to be vouched
    /// for once more.
    private static let mostRounds = 8

    /// The membership that follows from evidence.
    static func decide(_ evidence: Evidence) -> Membership {
        var returned: [PersonID: WriteStamp] = [:]
        var fold = MembershipFold(evidence, returned: returned)
        for _ in 0..<mostRounds {
            fold = settled(evidence, returned)
            let next = fold.returns()
            guard next != returned else { break }
            returned = next
        }
        return fold.membership()
    }

    /// Hears all removals until none of them rests on what doesn't count.
    ///
    /// Each time one more is struck out for good, so it ends.
    private static func settled(
        _ evidence: Evidence, _ returned: [PersonID: WriteStamp]
    ) -> MembershipFold {
        var struckOut: Set<WriteStamp> = []
        while true {
            var fold = MembershipFold(evidence, returned: returned, struckOut: struckOut)
            fold.hearAll()
            guard let groundless = fold.firstGroundless() else { return fold }
            struckOut.insert(groundless)
        }
    }

    private init(
        _ evidence: Evidence, returned: [PersonID: WriteStamp], struckOut: Set<WriteStamp> = []
    ) {
        self.evidence = evidence
        self.returned = returned
        self.struckOut = struckOut
        let clocks = evidence.risingClocks
        self.clocks = clocks
        let testimonies = evidence.testimonies.filter(Rights.permits)
            .map { $0.raised(to: clocks[$0.log]?[$0.sequence] ?? $0.stamp.lamport) }
            .sorted { $0.stamp < $1.stamp }
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

    /// The first removal that rests on a statement which doesn't count in the end.
    private func firstGroundless() -> WriteStamp? {
        grounds.first { ground in
            ground.testimonies.contains { !counts($0) || !structure.speaks($0.writer) }
        }?.stamp
    }

    private mutating func hear(_ removal: Removal) {
        guard !struckOut.contains(removal.testimony.stamp), counts(removal.testimony),
            structure.speaks(removal.testimony.writer),
            structure.admitted.contains(removal.person)
        else { return }
        switch removal.kind {
        case .confirmed: hearConfirmation(removal)
        case .byDoor(let departure): hearDoor(removal, departure)
        case .own(let departure):
            words[removal.person] = departure.words
            let here = LogEnd(log: removal.testimony.log, length: removal.testimony.sequence)
            depart(removal, ends: departure.ends + [here], by: [removal.person], byDoor: false)
            rest(removal, on: [])
        case .kioskGone: hearWordsOnKiosk(removal)
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
        rest(removal, on: words.map(\.testimony))
    }

    mutating func rest(_ removal: Removal, on others: [Testimony]) {
        grounds.append((removal.testimony.stamp, others + [removal.testimony]))
    }

    private mutating func hearDoor(_ removal: Removal, _ departure: Departure) {
        guard let key = structure.doorKey, let door = departure.door,
            DoorKey.isValid(departure, in: evidence.workplace, key: key),
            usedNonces.insert(door.nonce).inserted
        else { return }
        depart(
            removal, ends: departure.ends, by: [removal.testimony.writer.person], byDoor: true)
        rest(removal, on: [])
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
        putOut([device], named, by: removal)
        note(.deviceRevoked(device), removal, by: [removal.person])
        rest(removal, on: [])
    }

    /// The second colleague's word decides; the device must want it.
    private mutating func hearRecovery(_ removal: Removal, _ recovery: Recovery) {
        let spoken = recoveryWords(for: recovery, upTo: removal.testimony.stamp)
        let isBound = recovered.contains {
            $0.person == recovery.person && $0.device.card.device == recovery.card.device
        }
        let isKiosk = structure.isKiosk(recovery.person)
        guard spoken.count >= 2, !isBound, !isKiosk || recovery.hosting == nil else { return }
        recovered.append(
            (
                recovery.person,
                Membership.Device(
                    card: recovery.card,
                    use: isKiosk ? .kiosk : recovery.hosting == nil ? .computer : .held,
                    since: removal.testimony.stamp,
                    seniority: .recovered(at: removal.testimony.stamp),
                    root: recovery.card.device, kiosk: recovery.hosting?.kiosk)
            ))
        restructure()
        // What the new device has added since stays.
        let former = structure.devices[removal.person, default: []]
            .filter { $0.root != recovery.card.device }.map(\.card.device)
        putOut(former, spoken.flatMap(\.recovery.ends), by: removal)
        note(.recovered(recovery.card.device), removal, by: spoken.map(\.speaker))
        rest(removal, on: spoken.map(\.testimony))
    }

    mutating func depart(
        _ removal: Removal, ends named: [LogEnd], by speakers: [PersonID], byDoor: Bool
    ) {
        putOut(
            structure.devices[removal.person, default: []].map(\.card.device), named, by: removal)
        let stamp = removal.testimony.stamp
        departed[removal.person] = max(departed[removal.person] ?? stamp, stamp)
        note(.departed(byDoor: byDoor), removal, by: speakers)
    }

    /// Ends the logs of devices where the statement says; an end that stands already stays.
    ///
    /// A thief with the younger of a person's devices could end the log of an older one so early
    /// that everybody whom the person let in would be out. So vouches in the log of an older device
    /// count if they are older than the removal, wherever the younger one says that the log ends.
    private mutating func putOut(
        _ devices: [DeviceID], _ named: [LogEnd], by removal: Removal
    ) {
        out.formUnion(devices)
        switch removal.kind {
        case .revoked, .recovered: lost.formUnion(devices)
        case .confirmed, .byDoor, .own, .kioskGone: break
        }
        for (log, writer) in evidence.writers
        where devices.contains(writer.device) && isYounger(removal, than: writer) {
            sparedVouches[log] = sparedVouches[log] ?? removal.testimony.stamp
        }
        var lengths: [LogID: UInt64] = [:]
        for end in named {
            guard let writer = evidence.writers[end.log],
                devices.contains(writer.device) || kiosk(of: writer).map(devices.contains) ?? false
            else { continue }
            lengths[end.log] = max(lengths[end.log] ?? 0, end.length)
        }
        ends.merge(lengths) { former, _ in former }
    }

    /// Whether a device of the person asks for something about an older one.
    private func isYounger(_ removal: Removal, than writer: Writer) -> Bool {
        guard case .device(let seniority) = removal.rank,
            let device = structure.devices[writer.person, default: []]
                .first(where: { $0.card.device == writer.device })
        else { return false }
        return device.seniority < seniority
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

    /// Colleagues may let more of a removed device's words count than the removal did.
    private mutating func release() {
        releasedEnds = ends
        for testimony in testimonies {
            guard case .logsEnded(let named) = testimony.statement, counts(testimony),
                structure.speaks(testimony.writer), !isOut(testimony.writer)
            else { continue }
            for end in named {
                guard let writer = evidence.writers[end.log], wasPutOut(writer) else { continue }
                let former = releasedEnds[end.log] ?? 0
                if let release = Release(testimony, end, by: writer, after: former) {
                    releases.append(release)
                }
                releasedEnds[end.log] = max(former, end.length)
            }
        }
    }

    // MARK: What counts

    /// Whether a device is out: it was put out, and its person isn't back or didn't bring it along.
    ///
    /// A key that a terminal keeps is out for good with the terminal: whoever has that one may have
    /// the key.
    func isOut(_ writer: Writer) -> Bool {
        if let kiosk = kiosk(of: writer), out.contains(kiosk) { return true }
        guard out.contains(writer.device) else { return false }
        return lost.contains(writer.device) || returned[writer.person] == nil
    }

    func counts(_ testimony: Testimony) -> Bool {
        if case .vouch = testimony.statement, let spared = sparedVouches[testimony.log],
            testimony.stamp < spared
        {
            return true
        }
        return counts(
            testimony.log, testimony.sequence, by: testimony.writer, at: testimony.stamp)
    }

    private func counts(
        _ log: LogID, _ sequence: UInt64, by writer: Writer, at stamp: WriteStamp
    ) -> Bool {
        if let end = ends[log] { return sequence <= end }
        guard wasPutOut(writer) else { return true }
        return !isOut(writer) && returned[writer.person].map { stamp > $0 } ?? false
    }

    /// The last commit of a person before a stamp, as far as it counts: whoever acts has not left.
    private func lastAct(of person: PersonID, before stamp: WriteStamp?) -> WriteStamp? {
        var last: WriteStamp?
        for (log, writer) in evidence.writers where writer.person == person {
            for sequence in evidence.acts[log, default: []] {
                guard let lamport = clocks[log]?[sequence] else { continue }
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
    func departureWords(
        for person: PersonID, before stamp: WriteStamp?
    ) -> [(speaker: PersonID, departure: Departure, testimony: Testimony)] {
        guard !departures.isEmpty else { return [] }
        // A terminal that does something shows nothing: somebody may have stolen it.
        let lastAct =
            structure.isKiosk(person)
            ? readmission(of: person, before: stamp) : lastAct(of: person, before: stamp)
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

    func recoveryWords(
        for recovery: Recovery, upTo stamp: WriteStamp?
    ) -> [(speaker: PersonID, recovery: Recovery, testimony: Testimony)] {
        var words: [(speaker: PersonID, recovery: Recovery, testimony: Testimony)] = []
        for testimony in recoveries {
            guard case .personRecovered(let other) = testimony.statement,
                other.person == recovery.person, other.card == recovery.card,
                testimony.writer.person != recovery.person,
                stamp.map({ testimony.stamp <= $0 }) ?? true, counts(testimony),
                structure.speaks(testimony.writer)
            else { continue }
            let speaker = testimony.writer.person
            if !words.contains(where: { $0.speaker == speaker }) {
                words.append((speaker, other, testimony))
            }
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

    func vouches(for person: PersonID) -> [Testimony] {
        guard let bytes = evidence.foundings[person]?.bytes else { return [] }
        return vouches[bytes, default: []].filter {
            counts($0) && structure.speaks($0.writer)
        }
    }
}
