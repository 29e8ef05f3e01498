internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// People who leave, and people of whom colleagues say so.
extension HearthNode {
    public func depart(_ request: DepartRequest) async throws(ServiceError) -> DepartureAnswer {
        let member = try self.member
        try refuseIfClosed(member)
        let person = try request.person.map { (name) throws(ServiceError) in
            try resolvePerson(name)
        }
        if let secret = request.doorKey {
            guard let person else {
                throw ServiceError(.usage, "Say who has left.")
            }
            return try await depart(person, doorKey: secret, member)
        }
        guard let person, person != member.person else {
            return try await depart(member, request)
        }
        guard request.words == nil, request.handover == nil else {
            throw ServiceError(
                .noSuchRight,
                "What becomes of the words of \(name(of: person)) is theirs to say.")
        }
        return request.confirms == true
            ? try await confirmDeparture(of: person, member)
            : try await speakOfDeparture(of: person, member)
    }

    /// By oneself: at once.
    private func depart(
        _ member: Membership, _ request: DepartRequest
    ) async throws(ServiceError) -> DepartureAnswer {
        guard request.confirms != true else {
            throw ServiceError(.usage, "Say whose departure you confirm.")
        }
        let space = member.workplace.space
        if let note = request.handover, !note.isEmpty { try await leaveNote(note) }
        let devices = Set(
            (member.directory.person(member.person)?.membership.devices ?? []).map(\.card.device))
        let departure = Departure(
            person: member.person, words: (request.words ?? .keep).statement,
            ends: store.logEnds(of: devices, in: space))
        try await write([[.statement(.departed(departure))]], to: space)
        return await answer(member.person)
    }

    /// One of two words.
    private func speakOfDeparture(
        of person: PersonID, _ member: Membership
    ) async throws(ServiceError) -> DepartureAnswer {
        try requireMember(person, member)
        if let pending = pendingDeparture(of: person, member),
            pending.speakers.contains(member.person)
        {
            throw ServiceError(
                .needsConsent, said: say("You said so already."),
                hint: pending.since == nil
                    ? say("A second colleague has to say so too.")
                    : say("See `hearth departures` for when it can be confirmed."))
        }
        try await write(
            [[.statement(.departed(departure(of: person, member)))]], to: member.workplace.space)
        // A shared terminal is out with the second word.
        await endLogs()
        return await answer(person)
    }

    /// After the delay; any colleague may.
    private func confirmDeparture(
        of person: PersonID, _ member: Membership
    ) async throws(ServiceError) -> DepartureAnswer {
        try requireMember(person, member)
        guard let since = pendingDeparture(of: person, member)?.since else {
            throw ServiceError(
                .needsConsent, "Two colleagues have to say that \(name(of: person)) has left.",
                hint: "Say so yourself: `hearth depart \(name(of: person))`.")
        }
        let due = WorkingDays.end(of: HearthNode.departureDelay, after: since)
        guard clocks.wallClock >= due else {
            throw ServiceError(
                .needsConsent,
                "\(name(of: person)) has until \(Timestamp(milliseconds: due).text) to show that "
                    + "they are still here.",
                hint: "Confirm it afterwards. If it can't wait, the door key can.")
        }
        try await write(
            [[.statement(.departureConfirmed(person))]], to: member.workplace.space)
        await endLogs()
        return await answer(person)
    }

    private func depart(
        _ person: PersonID, doorKey secret: String, _ member: Membership
    ) async throws(ServiceError) -> DepartureAnswer {
        try requireMember(person, member)
        guard let expected = member.directory.membership.doorKey else {
            throw ServiceError(.noSuchRight, "This workplace was founded without a door key.")
        }
        guard let seed = Hex.decode(secret.trimming { $0.isWhitespace }.lowercased()),
            let key = try? SigningKey(seed: seed), key.publicKey == expected
        else {
            throw ServiceError(
                .noSuchRight, "That is not the door key of this workplace.",
                hint: "It was written to a file when the workplace was founded.")
        }
        guard let nonce = Bytes16(randomBytes(16, using: &generator)) else {
            throw ServiceError(.internal, "The random generator gave too little.")
        }
        var departure = departure(of: person, member)
        departure.door = DoorKey.make(
            key: key, person: person, in: member.workplace.space, ends: departure.ends,
            nonce: nonce)
        try await write([[.statement(.departed(departure))]], to: member.workplace.space)
        await endLogs()
        return await answer(person)
    }

    public func departures() async throws(ServiceError) -> DepartureList {
        let member = try self.member
        return DepartureList(
            departures: member.directory.membership.pendingDepartures.map { shown($0) })
    }

    // MARK: Parts

    /// Working days between the second word and the confirmation, in which the person can show that
    /// they are still here.
    static let departureDelay = 3

    private func departure(of person: PersonID, _ member: Membership) -> Departure {
        let devices = Set(
            (member.directory.person(person)?.membership.devices ?? []).map(\.card.device))
        // With a shared terminal the keys go that it keeps.
        let held = member.directory.membership.people.flatMap(\.devices)
            .filter { $0.kiosk.map(devices.contains) ?? false }.map(\.card.device)
        return Departure(
            person: person, words: .unknown,
            ends: store.logEnds(of: devices.union(held), in: member.workplace.space))
    }

    private func requireMember(_ person: PersonID, _ member: Membership) throws(ServiceError) {
        guard member.directory.membership.isAdmitted(person) else {
            throw ServiceError(.usage, "\(name(of: person)) does not belong now.")
        }
    }

    private func pendingDeparture(
        of person: PersonID, _ member: Membership
    ) -> WorkplaceMembership.PendingDeparture? {
        member.directory.membership.pendingDepartures.first { $0.person == person }
    }

    func shown(
        _ pending: WorkplaceMembership.PendingDeparture
    ) -> LocalProtocol.PendingDeparture {
        LocalProtocol.PendingDeparture(
            person: personName(pending.person), by: pending.speakers.map { personName($0) },
            confirmableAt: pending.since.map {
                Timestamp(
                    milliseconds: WorkingDays.end(of: HearthNode.departureDelay, after: $0))
            })
    }

    private func answer(_ person: PersonID) async -> DepartureAnswer {
        let decided = membership?.directory.membership
        let space = membership?.workplace.space
        return DepartureAnswer(
            person: personName(person), hasLeft: decided?.person(person)?.standing == .departed,
            pending: decided?.pendingDepartures.first { $0.person == person }.map { shown($0) },
            durability: await durability(in: space))
    }

    private func durability(in space: SpaceID?) async -> Durability {
        guard let space else { return Durability(connected: 0, holding: 0) }
        return await durability(in: space)
    }
}

extension LocalProtocol.LeaversWords {
    /// As the statement has it.
    fileprivate var statement: Wire.LeaversWords {
        switch self {
        case .keep: .keepName
        case .former: .formerColleague
        case .erase: .erase
        }
    }
}
