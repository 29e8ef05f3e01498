internal import Community
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Storage
internal import Wire

/// The keys that this terminal keeps for people.
extension HearthNode {
    /// A key that was just made.
    struct MadeKey {
        var key: HeldKey
        let chest: Chest
        let chestKey: SecretBytes
        let card: InvitationCode
        let hosting: Hosting
        let founding: Bytes
    }

    /// The membership of a shared terminal.
    func kioskMember() throws(ServiceError) -> Membership {
        let member = try self.member
        guard isKiosk else {
            throw ServiceError(
                .usage, "This is a computer of \(name(of: member.person)), no shared terminal.",
                hint: "A terminal has a home of its own: hearth init --kiosk --name Canteen")
        }
        return member
    }

    func heldKeys() throws(ServiceError) -> [HeldKey] {
        do {
            return try keys.heldKeys()
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
    }

    func check(pin: String?) throws(ServiceError) {
        guard let pin, !HeldKey.isPIN(pin) else { return }
        throw ServiceError(.usage, "A PIN has 4 to 12 digits.")
    }

    func signingKey(_ chest: Chest) throws(ServiceError) -> SigningKey {
        do {
            return try SigningKey(seed: chest.signingSeed)
        } catch {
            throw ServiceError(.internal, "The key that this terminal keeps is damaged.")
        }
    }

    /// Makes a key, and keeps it before anybody hears of it.
    func makeKey(
        pin: String?, owner: (DeviceCard, Hosting) -> (PersonID, Bytes)
    ) async throws(ServiceError) -> MadeKey {
        guard let own, try heldKeys().count < KeyFolder.mostHeldKeys else {
            throw ServiceError(
                .usage,
                "This terminal keeps \(KeyFolder.mostHeldKeys) keys, and that is all it "
                    + "can.")
        }
        do {
            let signing = SigningKey.generate(using: &generator)
            let agreement = AgreementKey.generate(using: &generator)
            let card = DeviceCard.make(device: signing, agreement: agreement)
            let hosting = Hosting.make(
                kiosk: try SigningKey(seed: own.signingSeed), of: card.device)
            let (person, founding) = owner(card, hosting)
            guard let salt = Bytes16(randomBytes(16, using: &generator)) else {
                throw HearthNode.stopping
            }
            var key = HeldKey(person: person, device: card.device, card: card, salt: salt)
            key.seen = clocks.wallClock
            let chest = Chest(signingSeed: signing.seed, agreementSecret: agreement.secret)
            let chestKey = SecretBytes(random: Sealing.keyBytes, using: &generator)
            let code = InvitationCode(using: &generator)
            key.fill(chest, chestKey, using: &generator)
            key.setCard(code, chestKey, using: &generator)
            try key.setPIN(
                pin.map { SecretBytes(copying: Bytes($0.utf8)) }, chestKey,
                pepper: try keys.pepper(using: &generator), using: &generator)
            try keys.save(key)
            audit(.keyCreated(kind: "held", of: person.hex))
            return MadeKey(
                key: key, chest: chest, chestKey: chestKey, card: code, hosting: hosting,
                founding: founding)
        } catch let error as ServiceError {
            throw error
        } catch {
            throw ServiceError(.internal, "The key could not be kept: \(error).")
        }
    }

    /// Tells the workplace of a key; one that nobody can hear of is not kept.
    func begin(_ made: MadeKey, _ statement: Statement) async throws(ServiceError) {
        do {
            try await write([[.statement(statement)]], to: try member.workplace.space)
        } catch {
            try saved { () throws(DaemonError) in try keys.removeHeldKey(made.key.device) }
            throw error
        }
    }

    func open(
        withCard text: String
    ) throws(ServiceError) -> (HeldKey, SecretBytes) {
        if let code = InvitationCode(text) {
            for key in try heldKeys() {
                if let chestKey = key.chestKey(card: code) { return (key, chestKey) }
            }
        }
        audit(.signInRefused(nil, reason: "card"))
        throw ServiceError(
            .noSuchRight, "This card opens nothing here.",
            hint: "Sign in with your name and PIN, or ask for a slip.")
    }

    func open(
        withPIN request: SignInRequest, _ member: Membership
    ) async throws(ServiceError) -> (HeldKey, SecretBytes) {
        guard let person = request.person, let pin = request.pin else {
            throw ServiceError(.usage, "Give a name and a PIN, or a card.")
        }
        let id = try resolvePerson(person)
        let own = try heldKeys().filter { $0.person == id }
        guard var key = own.first(where: { isIn($0, member) }) ?? own.last else {
            throw ServiceError(
                .notFound, "This terminal keeps no key of \(name(of: id)).",
                hint: "Begin with a slip (hearth kiosk begin), or with hearth kiosk offer NAME.")
        }
        guard !key.guesses.isLocked(at: clocks.wallClock) else {
            audit(.signInRefused(id, reason: "locked"))
            throw HearthNode.tooManyGuesses
        }
        key.guesses.begin(at: clocks.wallClock)
        let guessed = key
        try saved { () throws(DaemonError) in try keys.save(guessed) }
        do {
            let pepper = try keys.pepper(using: &generator)
            let secret = SecretBytes(copying: Bytes(pin.utf8))
            if secret.count > 0,
                let chestKey = try await HearthNode.chestKey(of: guessed, secret, pepper)
            {
                return (key, chestKey)
            }
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
        audit(.signInRefused(id, reason: "pin"))
        guard !key.guesses.isLocked(at: clocks.wallClock) else {
            throw HearthNode.tooManyGuesses
        }
        throw ServiceError(
            .noSuchRight, "That is not the PIN.", hint: "With a card no PIN is needed.")
    }

    private static var tooManyGuesses: ServiceError {
        ServiceError(
            .noSuchRight, "Five wrong PINs: no PIN is taken for five minutes.",
            hint: "Sign in with your card, or wait.")
    }

    /// Tries a PIN; it takes so long on purpose that nobody else should have to wait for it.
    private nonisolated static func chestKey(
        of key: HeldKey, _ pin: SecretBytes, _ pepper: SecretBytes
    ) async throws(DaemonError) -> SecretBytes? {
        try key.chestKey(pin: pin, pepper: pepper)
    }
}
