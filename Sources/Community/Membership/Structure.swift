internal import Ledger
internal import Wire

/// Who was ever bound to whom and vouched for by whom, under given ends of logs.
///
/// It only grows with more statements, so it is a least fixed point: a statement counts if its
/// author's device was bound and, for a vouch, its author belonged, wherever those statements stand
/// in the order.
struct Structure {
    private(set) var devices: [PersonID: [Membership.Device]] = [:]
    private(set) var admitted: Set<PersonID> = []
    private(set) var founders: Set<PersonID> = []
    private(set) var doorKey: Bytes32?
    /// The vouch or founding that first let each person in.
    private(set) var admissions: [PersonID: Testimony] = [:]
    /// The words of those who made the slips that people showed at a terminal.
    private(set) var slipVouches: [PersonID: [Testimony]] = [:]

    /// Draws the structure from statements in the order of their stamps.
    ///
    /// - Parameters:
    ///   - recovered: Devices that two colleagues bound to a person.
    ///   - counts: Whether a statement comes before its log's end.
    init(
        _ testimonies: [Testimony], of evidence: Evidence,
        recovered: [(person: PersonID, device: Membership.Device)],
        counts: (Testimony) -> Bool
    ) {
        for (person, founded) in evidence.foundings {
            let founding = founded.founding
            bind(
                .init(
                    card: founding.device,
                    use: founding.isKiosk ? .kiosk : founding.hosting == nil ? .computer : .held,
                    since: nil, seniority: .founding, root: founding.device.device,
                    kiosk: founding.hosting?.kiosk), to: person)
        }
        for entry in recovered { bind(entry.device, to: entry.person) }
        let counting = testimonies.filter(counts)
        bindDevices(counting)
        admitFounder(testimonies, of: evidence)
        admit(counting, of: evidence)
        for person in devices.keys {
            devices[person]?.sort { Self.isOlder($0, $1) }
        }
    }

    /// Notes a device, or that it is older than was known; gives whether that was news.
    @discardableResult
    private mutating func bind(_ device: Membership.Device, to person: PersonID) -> Bool {
        let known = devices[person, default: []].firstIndex {
            $0.card.device == device.card.device
        }
        guard let known else {
            devices[person, default: []].append(device)
            return true
        }
        // Colleagues' word for a device stands above what another device says of it.
        guard let former = devices[person]?[known], former.root != former.card.device,
            device.seniority < former.seniority
        else { return false }
        devices[person]?[known] = device
        return true
    }

    /// Follows who added whom until nothing is news: of several additions of one device the one
    /// that makes it the oldest counts, so the order of the statements doesn't matter.
    private mutating func bindDevices(_ counting: [Testimony]) {
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for testimony in counting {
                guard case .deviceAdded(let addition) = testimony.statement,
                    let adder = device(of: testimony.writer)
                else { continue }
                let device = Membership.Device(
                    card: addition.card, use: addition.use, since: testimony.stamp,
                    seniority: adder.seniority.adding(addition.use, at: testimony.stamp),
                    root: adder.root, kiosk: addition.hosting?.kiosk)
                if bind(device, to: testimony.writer.person) { hasGrown = true }
            }
        }
    }

    private func device(of writer: Writer) -> Membership.Device? {
        devices[writer.person, default: []].first { $0.isWriting(writer) }
    }

    /// The founding of the workplace counts wherever its log ends: nobody can undo it.
    private mutating func admitFounder(_ testimonies: [Testimony], of evidence: Evidence) {
        for testimony in testimonies {
            guard case .spaceFounded(let bytes) = testimony.statement,
                Founding.spaceID(of: bytes) == evidence.workplace,
                let founding = try? Founding.readSpace(bytes),
                founding.founder == testimony.writer.device,
                evidence.foundings[testimony.writer.person]?.founding.device.device
                    == founding.founder
            else { continue }
            doorKey = founding.doorKey
            founders.insert(testimony.writer.person)
            if admitted.insert(testimony.writer.person).inserted {
                admissions[testimony.writer.person] = testimony
            }
        }
    }

    /// Grows the set of those who belong until nobody new is vouched for from within.
    private mutating func admit(_ counting: [Testimony], of evidence: Evidence) {
        var waiting: [(testimony: Testimony, person: PersonID)] = []
        for testimony in counting {
            if case .vouch(let bytes, how: _) = testimony.statement {
                waiting.append((testimony, Founding.personID(of: bytes)))
            }
        }
        let bySlip = Self.vouches(bySlipsIn: counting)
        waiting += bySlip
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for entry in waiting where !admitted.contains(entry.person) {
                guard evidence.foundings[entry.person] != nil, speaks(entry.testimony.writer)
                else { continue }
                admitted.insert(entry.person)
                admissions[entry.person] = entry.testimony
                hasGrown = true
            }
        }
        for entry in bySlip where speaks(entry.testimony.writer) {
            slipVouches[entry.person, default: []].append(entry.testimony)
        }
    }

    /// What the makers of slips said beforehand, at the moment at which a slip was shown: whoever
    /// shows it first or later counts, so nobody can undo a showing with an older clock.
    private static func vouches(
        bySlipsIn counting: [Testimony]
    ) -> [(testimony: Testimony, person: PersonID)] {
        var makers: [Bytes32: [Testimony]] = [:]
        for testimony in counting {
            guard case .slipMade(let slip) = testimony.statement else { continue }
            makers[slip, default: []].append(testimony)
        }
        return counting.flatMap { shown -> [(testimony: Testimony, person: PersonID)] in
            guard case .slipShown(let showing) = shown.statement else { return [] }
            let person = Founding.personID(of: showing.founding)
            return makers[showing.slip, default: []].map { ($0.at(shown.stamp), person) }
        }
    }

    /// Whether somebody is a shared terminal.
    func isKiosk(_ person: PersonID) -> Bool {
        devices[person, default: []].contains { $0.use == .kiosk }
    }

    /// Whether a device is or was the person's.
    func isBound(_ writer: Writer) -> Bool {
        device(of: writer) != nil
    }

    /// Whether a writer belonged at some time.
    func speaks(_ writer: Writer) -> Bool {
        admitted.contains(writer.person) && isBound(writer)
    }

    /// The device that was bound first comes first; the founding device before all.
    static func isOlder(_ left: Membership.Device, _ right: Membership.Device) -> Bool {
        switch (left.since, right.since) {
        case (nil, nil): left.card.device < right.card.device
        case (nil, _?): true
        case (_?, nil): false
        case (let first?, let second?):
            first == second ? left.card.device < right.card.device : first < second
        }
    }
}
