internal import Community
internal import Languages
internal import Ledger
public import LocalProtocol
internal import SecureChannel
internal import Storage
internal import Wire

/// Colleagues who lost all computers and come back: two others give their word.
extension HearthNode {
    public func recover(_ request: PersonReference) async throws(ServiceError) -> RecoveryStart {
        let member = try self.member
        try refuseIfClosed(member)
        let person = try resolvePerson(request.person)
        guard person != member.person else {
            throw ServiceError(
                .usage, "That is you, and this computer belongs already.",
                hint: "For one more computer: `hearth device add`.")
        }
        guard member.directory.membership.isAdmitted(person) else {
            throw ServiceError(
                .noSuchRight, "\(name(of: person)) does not belong now.",
                hint: "For somebody who has left: `hearth readmit`.")
        }
        if let pending = pendingRecoveries(of: person, member).first {
            guard !pending.speakers.contains(member.person) else {
                throw ServiceError(
                    .needsConsent, "You gave your word already; a second colleague has to.",
                    hint: "They run `hearth recover \(name(of: person))`.")
            }
            return RecoveryStart(pending: shown(pending))
        }
        return RecoveryStart(
            pairing: try await openInvitation(.recovery(person), InviteRequest()))
    }

    public func confirmRecovery(
        _ request: ComparisonVerdict
    ) async throws(ServiceError) -> PersonDetails {
        let member = try self.member
        let person = try resolvePerson(request.person)
        let pending = pendingRecoveries(of: person, member)
            .first { words(recovering: $0) == request.words }
        guard let pending else {
            throw ServiceError(
                .notFound, "Nobody waits for a second word with these four words.",
                hint: "Begin again: `hearth recover \(name(of: person))`.")
        }
        guard request.wordsMatch else {
            throw ServiceError(
                .noSuchRight,
                "The words differ: the new computer is not the one that a colleague "
                    + "spoke for.",
                hint: "Tell \(pending.speakers.map { name(of: $0) }.joined(separator: ", ")).")
        }
        try await speak(for: person, pending.card, pending.acceptance, member)
        await endLogs()
        return try await details(of: person)
    }

    /// Writes this person's word that a device is a colleague's now.
    func speak(
        for person: PersonID, _ card: DeviceCard, _ acceptance: Bytes64, _ member: Membership
    ) async throws(ServiceError) {
        let space = member.workplace.space
        let former = Set(
            (member.directory.person(person)?.membership.devices ?? []).map(\.card.device)
        ).subtracting([card.device])
        let recovery = Recovery(
            person: person, card: card, acceptance: acceptance,
            ends: store.logEnds(of: former, in: space),
            hosting: member.directory.membership.offers.first { $0.card == card }?.hosting)
        try await write([[.statement(.personRecovered(recovery))]], to: space)
    }

    private func pendingRecoveries(
        of person: PersonID, _ member: Membership
    ) -> [WorkplaceMembership.PendingRecovery] {
        member.directory.membership.pendingRecoveries.filter { $0.person == person }
    }

    func shown(
        _ pending: WorkplaceMembership.PendingRecovery
    ) -> LocalProtocol.PendingRecovery {
        LocalProtocol.PendingRecovery(
            person: personName(pending.person), by: pending.speakers.map { personName($0) },
            device: pending.card.device.code, words: words(recovering: pending))
    }

    private func words(recovering pending: WorkplaceMembership.PendingRecovery) -> [String] {
        Words.fourWords(
            from: Acquaintance.hash(recovering: pending.person, with: pending.card))
    }

    /// The words that a second colleague compares with this screen, while this computer waits.
    func recoveryWords(_ member: Membership) -> [String]? {
        pendingRecoveries(of: member.person, member)
            .first { $0.card.device == member.device }.map { words(recovering: $0) }
    }
}
