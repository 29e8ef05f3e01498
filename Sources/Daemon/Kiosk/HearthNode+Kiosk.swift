internal import Community
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import SecureChannel
internal import Storage
internal import Wire

/// What people do at a shared terminal: begin with a slip, sign in, sign out.
extension HearthNode {
    public func kiosk() async throws(ServiceError) -> KioskShown {
        // It is the same for everybody, whoever is signed in.
        try await asking(as: nil) { () async throws(ServiceError) in try await tiles() }
    }

    private func tiles() async throws(ServiceError) -> KioskShown {
        let member = try kioskMember()
        var people: [KioskPerson] = []
        for key in try heldKeys() { people.append(try await shown(key, member)) }
        people.sort { ($0.person.name, $0.person.id) < ($1.person.name, $1.person.id) }
        return KioskShown(kiosk: personName(member.person), people: people)
    }

    public func showSlip(_ request: ShowSlipRequest) async throws(ServiceError) -> HeldKeyMade {
        let member = try kioskMember()
        try check(pin: request.pin)
        guard let code = InvitationCode(request.slip), let slip = Slip.key(of: code) else {
            throw ServiceError(
                .usage, "\"\(request.slip)\" is no code of a slip.",
                hint: "It has 16 letters and digits, such as 7K3M-XQ9A-00ZT-5BCD.")
        }
        let noted = member.directory.unclaimed.first { $0.slip == slip.publicKey }
        guard let noted else {
            throw ServiceError(
                .notFound, "Nobody made this slip, as far as this terminal knows.",
                hint: "Was it made a moment ago? Try again soon, or ask for another one.")
        }
        guard noted.claimant == nil else {
            throw ServiceError(.usage, "This slip was shown before.", hint: "Sign in instead.")
        }
        let name = try cleaned(request.name ?? noted.name, of: Schema.person)
        let made = try await makeKey(pin: request.pin) { card, hosting in
            let founded = Founding.person(device: card, hosting: hosting, using: &generator)
            return (founded.id, founded.founding)
        }
        try await begin(
            made,
            .slipShown(
                ShownSlip(
                    founding: made.founding, slip: slip.publicKey,
                    signature: Slip.show(slip, for: made.key.person, in: member.workplace.space))))
        let session = try begin(made.key, made.chestKey, made.chest)
        let first = try composed { () throws(CommunityError) in
            try Compose.introduction(held: name, site: request.site ?? noted.site)
                + Compose.claim(
                    noted.record,
                    with: Slip.show(slip, for: made.key.person, in: member.workplace.space))
        }
        try await asking(as: session) { () async throws(ServiceError) in
            try await write([first], to: member.workplace.space)
        }
        audit(.signedIn(made.key.person, with: "slip"))
        return HeldKeyMade(
            person: personName(made.key.person), card: made.card.description,
            session: opened(session, made.key.person))
    }

    public func offerKey(_ request: OfferKeyRequest) async throws(ServiceError) -> HeldKeyMade {
        let member = try kioskMember()
        try check(pin: request.pin)
        let id = try resolvePerson(request.person)
        guard let person = member.directory.person(id), person.isAdmitted, !person.isKiosk else {
            throw ServiceError(
                .noSuchRight, "A terminal keeps keys for people who belong.",
                hint: "Begin with a slip: hearth kiosk begin CODE")
        }
        guard try !heldKeys().contains(where: { $0.person == id && isIn($0, member) }) else {
            throw ServiceError(
                .usage, "This terminal keeps a key of \(person.name) already.",
                hint: "Sign in: hearth kiosk signin \(person.name)")
        }
        let made = try await makeKey(pin: request.pin) { _, _ in (id, person.founding) }
        let device = try signingKey(made.chest)
        let offer = KeyOffer(
            person: id, card: made.key.card,
            acceptance: DeviceAcceptance.make(
                device: device, for: id, in: member.workplace.space),
            hosting: made.hosting)
        try await begin(made, .keyOffered(offer))
        return HeldKeyMade(
            person: personName(id), card: made.card.description,
            words: Words.fourWords(from: Acquaintance.hash(recovering: id, with: made.key.card)))
    }

    // MARK: Signing in and out

    public func signIn(_ request: SignInRequest) async throws(ServiceError) -> KioskSession {
        let member = try kioskMember()
        let (key, chestKey) =
            if let card = request.card { try open(withCard: card) } else {
                try await open(withPIN: request, member)
            }
        guard isIn(key, member) else {
            audit(.signInRefused(key.person, reason: "no-device"))
            throw words(of: key, member) == nil
                ? ServiceError(
                    .noSuchRight, "The key that this terminal keeps for you was put out.",
                    hint: "Ask two colleagues, or use a computer of yours: hearth kiosk offer NAME")
                : ServiceError(
                    .needsConsent, "Your key waits for a word.",
                    hint: "Run `hearth kiosk accept` at a computer of yours, or ask two colleagues."
                )
        }
        guard var chest = key.chest(chestKey) else {
            throw ServiceError(.internal, "The key that this terminal keeps for you is damaged.")
        }
        var kept = key
        kept.seen = clocks.wallClock
        kept.guesses.succeed()
        if kept.isRestored {
            chest.logSeeds = [:]
            kept.fill(chest, chestKey, using: &generator)
            kept.isRestored = false
        }
        let changed = kept
        try saved { () throws(DaemonError) in try keys.save(changed) }
        let session = try begin(kept, chestKey, chest)
        audit(.signedIn(key.person, with: request.card == nil ? "pin" : "card"))
        return opened(session, key.person)
    }

    public func signOut() async throws(ServiceError) -> KioskShown {
        if let token = CallerSession.token, let ended = sessions.end(token) {
            leave([ended.device])
        }
        return try await kiosk()
    }

    public func changePIN(_ request: ChangePINRequest) async throws(ServiceError) -> KioskSession {
        let session = try signedIn()
        try check(pin: request.pin)
        try saved { () throws(DaemonError) in
            var key = try keys.heldKey(session.device)
            let pepper = try keys.pepper(using: &generator)
            try key.setPIN(
                request.pin.map { SecretBytes(copying: Bytes($0.utf8)) }, session.chestKey,
                pepper: pepper, using: &generator)
            try keys.save(key)
        }
        audit(.keyChanged(kind: "pin", of: session.person.hex))
        return opened(CallerSession.token ?? "", session.person)
    }

    public func makeCard() async throws(ServiceError) -> CardMade {
        let session = try signedIn()
        let code = InvitationCode(using: &generator)
        try saved { () throws(DaemonError) in
            var key = try keys.heldKey(session.device)
            key.setCard(code, session.chestKey, using: &generator)
            try keys.save(key)
        }
        audit(.keyChanged(kind: "card", of: session.person.hex))
        return CardMade(person: personName(session.person), card: code.description)
    }

    private func signedIn() throws(ServiceError) -> HeldSession {
        _ = try member
        guard let session = try session else { throw HearthNode.signedOut }
        return session
    }
}
