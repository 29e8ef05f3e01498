import LocalProtocol

// People without a computer, and shared terminals.
extension FakeService {
    private static let canteen = PersonName(id: "ca", code: "M-CA1234", name: "Canteen")

    private var session: KioskSession {
        KioskSession(
            token: CallerSession.token ?? "00ff", person: Self.ben, promptSeconds: 60,
            idleSeconds: 75)
    }

    func noteUnclaimed(
        _ request: NoteUnclaimedRequest
    ) async throws(ServiceError) -> UnclaimedSaved {
        note("noteUnclaimed", "\(request.name) \(request.consent.rawValue)")
        return UnclaimedSaved(person: Self.unclaimed, slip: "7K3M-XQ9A-00ZT-5BCD")
    }

    private static var unclaimed: UnclaimedPerson {
        UnclaimedPerson(
            id: "0a", code: "UP-7F3KD", name: "Da\u{1B}[2Jna", site: "Line 2", consent: "spoken",
            scribe: ada, notedAt: noon)
    }

    func unclaimed() async throws(ServiceError) -> UnclaimedList {
        UnclaimedList(people: [Self.unclaimed])
    }

    func writeOnBehalf(_ request: BehalfRequest) async throws(ServiceError) -> Saved {
        note("writeOnBehalf", "\(request.reference) \(request.name ?? "") \(request.consent)")
        return Saved(
            id: "0b", code: request.reference, durability: Durability(connected: 0, holding: 0))
    }

    func claimWords(_ request: ClaimRequest) async throws(ServiceError) -> Saved {
        note("claimWords", "\(request.reference) \(request.takesOff == true)")
        return Saved(
            id: "0b", code: request.reference, durability: Durability(connected: 0, holding: 0))
    }

    func keyOffers() async throws(ServiceError) -> KeyOfferList {
        KeyOfferList(
            offers: [
                KeyOfferShown(
                    person: Self.ben, kiosk: Self.canteen, words: ["one", "two", "three", "four"])
            ])
    }

    func acceptKey(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails {
        note("acceptKey", "\(request.person) \(request.wordsMatch)")
        return try await person(PersonReference(person: request.person))
    }

    func kiosk() async throws(ServiceError) -> KioskShown {
        KioskShown(
            kiosk: Self.canteen,
            people: [KioskPerson(person: Self.ben, hasPIN: true, hasCard: true, hasNews: true)])
    }

    func showSlip(_ request: ShowSlipRequest) async throws(ServiceError) -> HeldKeyMade {
        HeldKeyMade(person: Self.ben, card: request.slip, session: session)
    }

    func offerKey(_ request: OfferKeyRequest) async throws(ServiceError) -> HeldKeyMade {
        HeldKeyMade(
            person: Self.ben, card: "7K3M-XQ9A-00ZT-5BCD", words: ["one", "two", "three", "four"])
    }

    func signIn(_ request: SignInRequest) async throws(ServiceError) -> KioskSession { session }

    func signOut() async throws(ServiceError) -> KioskShown {
        note("signOut", CallerSession.token ?? "nobody")
        return KioskShown(kiosk: Self.canteen, people: [])
    }

    func changePIN(_ request: ChangePINRequest) async throws(ServiceError) -> KioskSession {
        session
    }

    func makeCard() async throws(ServiceError) -> CardMade {
        CardMade(person: Self.ben, card: "7K3M-XQ9A-00ZT-5BCD")
    }
}

extension FakeService {
    func backup(
        _ request: BackupRequest
    ) async throws(ServiceError) -> AnswerStream<BackupProgress> {
        note("backup", request.path)
        return AnswerStream { stream in
            stream.yield(BackupProgress(done: 1_000, total: 2_000))
            stream.yield(BackupProgress(done: 2_000, total: 2_000, isFinished: true))
            stream.finish()
        }
    }
}
