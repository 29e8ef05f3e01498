internal import Community
internal import Engine
internal import Languages
internal import Ledger
public import LocalProtocol
internal import SecureChannel
internal import Storage
internal import Wire

/// Who vouched for whom, and what colleagues say about each other later.
extension HearthNode {
    public func person(_ request: PersonReference) async throws(ServiceError) -> PersonDetails {
        try await details(of: try resolvePerson(request.person))
    }

    func details(of id: PersonID) async throws(ServiceError) -> PersonDetails {
        let member = try self.member
        let connected = Set(
            await member.loop.peers().filter { $0.state == .connected }.compactMap(\.person))
        let summaries = try await stored { () async throws(StorageError) in
            try await store.people()
        }
        guard let summary = summaries.first(where: { $0.id == id }),
            let person = member.directory.person(id)
        else {
            throw ServiceError(
                .offline, "That person's founding is not here yet.", hint: "Run `hearth sync`.")
        }
        let decided = member.directory.membership
        let handover = try await handover(of: id)
        let note = person.hasLeft ? handover?.note ?? "" : ""
        let about = note.isEmpty ? summary.about : note
        var details = PersonDetails(
            person: listed(summary, connected: connected, me: member.person),
            standing: person.hasLeft ? .left : person.isAdmitted ? .member : .waiting,
            about: about.isEmpty ? nil : about,
            verifiedBy: person.membership.verifiers.map { personName($0) },
            vouchedFor: decided.people.filter { $0.vouchers.contains(id) }
                .map { personName($0.id) },
            devices: try await devices(of: id),
            history: decided.steps.filter { $0.person == id }.map { shown($0) },
            recovery: decided.pendingRecoveries.first { $0.person == id }.map { shown($0) },
            departure: decided.pendingDepartures.first { $0.person == id }.map { shown($0) })
        if let handover { details.handover = try await code(of: handover.id) }
        return details
    }

    /// A decision as the local API says it.
    func shown(_ step: WorkplaceMembership.Step) -> PersonStep {
        let (kind, device): (PersonStepKind, DeviceID?) =
            switch step.kind {
            case .admitted: (.admitted, nil)
            case .deviceAdded(let device, let use):
                (use == .sheet ? .sheetMade : use == .held ? .keyHeld : .deviceAdded, device)
            case .deviceRevoked(let device): (.deviceRevoked, device)
            case .recovered(let device): (.recovered, device)
            case .departed(let byDoor): (byDoor ? .departedByDoorKey : .departed, nil)
            case .readmitted: (.readmitted, nil)
            }
        return PersonStep(
            kind: kind, by: step.by.map { personName($0) },
            at: Timestamp(milliseconds: step.wallClock), device: device?.code)
    }

    // MARK: Face to face, later

    public func comparison(_ request: PersonReference) async throws(ServiceError) -> Comparison {
        let member = try self.member
        let (me, other) = try pair(with: request.person, member)
        return Comparison(
            person: personName(other.id),
            words: Words.fourWords(from: Acquaintance.hash(me, other)))
    }

    public func verify(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails {
        let member = try self.member
        let (me, other) = try pair(with: request.person, member)
        guard Words.fourWords(from: Acquaintance.hash(me, other)) == request.words else {
            throw ServiceError(
                .offline, "A device of one of you has come or gone meanwhile.",
                hint: "Compare again: `hearth verify \(name(of: other.id))`.")
        }
        guard request.wordsMatch else {
            throw ServiceError(
                .noSuchRight, "The words differ: one of you sees other devices than the other.",
                hint: "Run `hearth sync` on both and compare again. If they still differ, look at "
                    + "`hearth people \(name(of: other.id))` together.")
        }
        try await write(
            [Compose.verification(personFounding: other.founding)], to: member.workplace.space)
        return try await details(of: other.id)
    }

    private func pair(
        with name: String, _ member: Membership
    ) throws(ServiceError) -> (WorkplaceMembership.Person, WorkplaceMembership.Person) {
        let other = try resolvePerson(name)
        guard other != member.person else {
            throw ServiceError(.usage, "That is you; compare with a colleague.")
        }
        let decided = member.directory.membership
        guard let me = decided.person(member.person), let person = decided.person(other),
            me.standing == .admitted, person.standing == .admitted
        else {
            throw ServiceError(
                .noSuchRight, "Both of you have to belong to compare words.",
                hint: "`hearth people` shows who does.")
        }
        return (me, person)
    }

    public func readmit(_ request: PersonReference) async throws(ServiceError) -> PersonDetails {
        let member = try self.member
        let id = try resolvePerson(request.person)
        guard let person = member.directory.person(id), person.hasLeft else {
            throw ServiceError(
                .usage, "\(name(of: id)) has not left.", hint: "`hearth people` shows who has.")
        }
        try await write(
            [Compose.vouch(personFounding: person.founding)], to: member.workplace.space)
        return try await details(of: id)
    }
}
