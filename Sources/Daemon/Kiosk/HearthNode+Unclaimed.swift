internal import Community
internal import Keys
internal import Languages
public import LocalProtocol
internal import SecureChannel
internal import Storage
internal import Wire

/// What colleagues with a computer do for those without one.
extension HearthNode {
    public func noteUnclaimed(
        _ request: NoteUnclaimedRequest
    ) async throws(ServiceError) -> UnclaimedSaved {
        let member = try self.member
        let name = try cleaned(request.name, of: Schema.unclaimedPerson)
        let code = InvitationCode(using: &generator)
        guard let slip = Slip.key(of: code) else { throw HearthNode.stopping }
        let operations = try composed { () throws(CommunityError) in
            try Compose.unclaimedPerson(
                name, site: request.site ?? "", consent: request.consent.rawValue,
                slip: slip.publicKey)
        }
        let space = member.workplace.space
        let outcome = try await write([operations], to: space)
        let record = outcome.records.first?.first
        guard let noted = try self.member.directory.unclaimed.first(where: { $0.record == record })
        else { throw ServiceError(.internal, "The words were written but can't be read.") }
        return UnclaimedSaved(person: try await shown(noted), slip: code.description)
    }

    public func unclaimed() async throws(ServiceError) -> UnclaimedList {
        var list = UnclaimedList(people: [])
        for person in try member.directory.unclaimed {
            list.people.append(try await shown(person))
        }
        return list
    }

    private func shown(
        _ person: Directory.UnclaimedPerson
    ) async throws(ServiceError) -> LocalProtocol.UnclaimedPerson {
        LocalProtocol.UnclaimedPerson(
            id: person.record.hex, code: try await code(of: person.record),
            name: person.shownName, site: person.site.isEmpty ? nil : person.site,
            consent: person.consent, scribe: personName(person.scribe),
            notedAt: Timestamp(milliseconds: person.wallClock),
            claimedBy: person.claimant.map { personName($0) })
    }

    // MARK: Keys that wait for a word

    public func keyOffers() async throws(ServiceError) -> KeyOfferList {
        let member = try self.member
        return KeyOfferList(
            offers: member.directory.membership.offers.map { shown($0, member) })
    }

    public func acceptKey(
        _ request: ComparisonVerdict
    ) async throws(ServiceError) -> PersonDetails {
        let member = try self.member
        let person = try resolvePerson(request.person)
        let offer = member.directory.membership.offers.first {
            $0.person == person && words(of: $0) == request.words
        }
        guard let offer else {
            throw ServiceError(
                .notFound, "No terminal offers a key for \(name(of: person)) with these words.",
                hint: "`hearth kiosk offers` shows what waits.")
        }
        guard request.wordsMatch else {
            throw ServiceError(
                .noSuchRight, "The words differ: the key is another than the terminal shows.",
                hint: "Leave it alone, and tell your colleagues.")
        }
        if person == member.person {
            let addition = DeviceAddition(
                card: offer.card, use: .held, acceptance: offer.acceptance,
                hosting: offer.hosting)
            try await write([[.statement(.deviceAdded(addition))]], to: member.workplace.space)
            audit(.keyCreated(kind: "held", of: person.hex))
        } else {
            guard !speakers(for: offer, member).contains(member.person) else {
                throw ServiceError(
                    .needsConsent, "You gave your word already; a second colleague has to.",
                    hint: "They run `hearth kiosk accept \(name(of: person))`.")
            }
            try await speak(for: person, offer.card, offer.acceptance, member)
            await endLogs()
        }
        return try await details(of: person)
    }

    private func words(of offer: KeyOffer) -> [String] {
        Words.fourWords(from: Acquaintance.hash(recovering: offer.person, with: offer.card))
    }

    private func speakers(for offer: KeyOffer, _ member: Membership) -> [PersonID] {
        member.directory.membership.pendingRecoveries.first {
            $0.person == offer.person && $0.card == offer.card
        }?.speakers ?? []
    }

    private func shown(_ offer: KeyOffer, _ member: Membership) -> KeyOfferShown {
        let host = member.directory.membership.kiosk(offer.hosting.kiosk)
        return KeyOfferShown(
            person: personName(offer.person),
            kiosk: host.map { personName($0.id) }
                ?? PersonName(id: "", code: "", name: say("a shared terminal")),
            words: words(of: offer),
            spokenBy: speakers(for: offer, member).map { personName($0) })
    }
}
