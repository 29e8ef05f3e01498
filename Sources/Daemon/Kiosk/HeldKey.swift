internal import Community
internal import Keys
internal import Wire

/// A key that this terminal keeps for somebody, as it lies on the disk.
///
/// What it opens is sealed under a key of its own, the *chest key*, and the chest key under the
/// PIN and under the card. So the terminal itself can write as somebody only while they are signed in.
struct HeldKey: Sendable {
    /// Whose key it is.
    let person: PersonID
    /// Its name: the public signing key.
    let device: DeviceID
    /// Its X25519 key, signed by it, as it was offered or founded.
    let card: DeviceCard
    let salt: Bytes16
    /// The chest key under the PIN; empty for none.
    var underPIN: Bytes = []
    /// The chest key under the card; empty for none.
    var underCard: Bytes = []
    var guesses = PINGuesses()
    /// When its owner was last here, in milliseconds since 1970.
    var seen: Int64 = 0
    /// Whether it comes from a backup or another computer, so that every log is begun anew.
    var isRestored = false
    /// The ``Chest`` under the chest key.
    var sealed: Bytes = []

    /// What a PIN may look like: a keypad has digits only.
    static let pinDigits = 4...12

    /// Whether somebody may choose this PIN.
    static func isPIN(_ text: String) -> Bool {
        pinDigits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    // MARK: Opening and sealing

    /// The chest key, if the PIN is the one.
    ///
    /// - Parameter pepper: The terminal's own secret: a PIN of four digits is guessed in no time by
    ///   whoever has this file alone.
    /// - Throws: ``DaemonError/notEnoughMemory``.
    func chestKey(
        pin: SecretBytes, pepper: SecretBytes
    ) throws(DaemonError) -> SecretBytes? {
        guard !underPIN.isEmpty else { return nil }
        return unwrapped(underPIN, with: try key(ofPIN: pin, pepper), "pin")
    }

    /// The chest key, if the card is the one.
    func chestKey(card: InvitationCode) -> SecretBytes? {
        underCard.isEmpty ? nil : unwrapped(underCard, with: key(ofCard: card), "card")
    }

    /// Lets a PIN open the chest from now on, and no other.
    mutating func setPIN(
        _ pin: SecretBytes?, _ chestKey: SecretBytes, pepper: SecretBytes,
        using generator: inout some RandomNumberGenerator
    ) throws(DaemonError) {
        guard let pin else { return underPIN = [] }
        var plain = chestKey.exposedCopy()
        defer { wipe(&plain) }
        underPIN = seal(plain, with: try key(ofPIN: pin, pepper), "pin", using: &generator)
    }

    /// Lets a card open the chest from now on, and no other.
    mutating func setCard(
        _ code: InvitationCode, _ chestKey: SecretBytes,
        using generator: inout some RandomNumberGenerator
    ) {
        var plain = chestKey.exposedCopy()
        defer { wipe(&plain) }
        underCard = seal(plain, with: key(ofCard: code), "card", using: &generator)
    }

    /// What is in the chest; `nil` if it is damaged.
    func chest(_ chestKey: SecretBytes) -> Chest? {
        guard var plain = open(sealed, with: chestKey, "chest") else { return nil }
        defer { wipe(&plain) }
        return Chest(plain)
    }

    /// Puts something else into the chest.
    mutating func fill(
        _ chest: Chest, _ chestKey: SecretBytes, using generator: inout some RandomNumberGenerator
    ) {
        var plain = chest.bytes
        defer { wipe(&plain) }
        sealed = seal(plain, with: chestKey, "chest", using: &generator)
    }

    private func key(
        ofPIN pin: SecretBytes, _ pepper: SecretBytes
    ) throws(DaemonError) -> SecretBytes {
        let bound = Hash.secret(pepper, .heldKey, [person.bytes, device.bytes])
        let password = SecretBytes(count: bound.count + pin.count) { memory in
            bound.withUnsafeBytes { memory.copyBytes(from: $0) }
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[bound.count...])
            pin.withUnsafeBytes { rest.copyBytes(from: $0) }
        }
        do {
            return try PasswordHash.key(password: password, salt: salt, cost: .interactive)
        } catch {
            throw .notEnoughMemory
        }
    }

    private func key(ofCard code: InvitationCode) -> SecretBytes {
        Hash.secret(code.secret, .heldKey, [salt.bytes, device.bytes])
    }

    private func unwrapped(
        _ sealed: Bytes, with key: SecretBytes, _ use: String
    ) -> SecretBytes? {
        guard var plain = open(sealed, with: key, use) else { return nil }
        defer { wipe(&plain) }
        return plain.count == Sealing.keyBytes ? SecretBytes(copying: plain) : nil
    }

    private func seal(
        _ plain: Bytes, with key: SecretBytes, _ use: String,
        using generator: inout some RandomNumberGenerator
    ) -> Bytes {
        let nonce = randomBytes(Sealing.nonceBytes, using: &generator)
        return nonce
            + Sealing.seal(plain, key: key, nonce: nonce, associated: associated(with: use))
    }

    private func open(_ sealed: Bytes, with key: SecretBytes, _ use: String) -> Bytes? {
        guard sealed.count > Sealing.nonceBytes else { return nil }
        return try? Sealing.open(
            Bytes(sealed.dropFirst(Sealing.nonceBytes)), key: key,
            nonce: Bytes(sealed.prefix(Sealing.nonceBytes)), associated: associated(with: use))
    }

    private func associated(with use: String) -> Bytes {
        Label.heldKey.message([person.bytes, device.bytes, Bytes(use.utf8)])
    }
}

/// How often a PIN may be guessed: five times, then not for five minutes.
struct PINGuesses: Equatable, Sendable {
    /// Wrong ones in a row that are let pass.
    static let most = 5
    /// Milliseconds after that in which none is taken.
    static let pause: Int64 = 300_000

    private(set) var count = 0
    /// Until when none is taken, in milliseconds since 1970.
    private(set) var lockedUntil: Int64 = 0

    init() {}

    init(count: Int, lockedUntil: Int64) {
        self.count = count
        self.lockedUntil = lockedUntil
    }

    func isLocked(at now: Int64) -> Bool { now < lockedUntil }

    /// Counts a guess before it is looked at, so that ending the daemon saves nobody from it.
    mutating func begin(at now: Int64) {
        count += 1
        guard count >= Self.most else { return }
        count = 0
        lockedUntil = now + Self.pause
    }

    /// The guess was right.
    mutating func succeed() { self = PINGuesses() }
}

/// What only its owner opens: the secrets of a key that a terminal keeps, and what is for their eyes.
struct Chest: Sendable {
    /// The seed of the signing key.
    let signingSeed: SecretBytes
    /// The secret X25519 key.
    let agreementSecret: SecretBytes
    /// The seeds of its logs, by space.
    var logSeeds: [SpaceID: SecretBytes] = [:]
    /// What its owner has read and follows.
    var reading = ReadingList()
    /// What its owner hasn't shown to anybody yet.
    var drafts: [KeptDraft] = []
    /// What shows that questions which name nobody are its owner's.
    var pseudonyms: [KeptPseudonym] = []

    init(signingSeed: SecretBytes, agreementSecret: SecretBytes) {
        self.signingSeed = signingSeed
        self.agreementSecret = agreementSecret
    }

    init?(_ bytes: Bytes) {
        guard var parts = PartList.read(bytes), parts.count == 6, parts[0].count == 32,
            parts[1].count == 32, parts[2].count % 64 == 0,
            let reading = PartList.read(parts[3]).flatMap({ ReadingList(fields: $0) }),
            let drafts = PartList.read(parts[4])
        else { return nil }
        defer { for index in parts.indices { wipe(&parts[index]) } }
        signingSeed = SecretBytes(copying: parts[0])
        agreementSecret = SecretBytes(copying: parts[1])
        for place in stride(from: 0, to: parts[2].count, by: 64) {
            guard let space = SpaceID(Bytes(parts[2][place..<place + 32])) else { return nil }
            logSeeds[space] = SecretBytes(copying: parts[2][place + 32..<place + 64])
        }
        self.reading = reading
        for draft in drafts {
            guard let number = Bytes8(Bytes(draft.prefix(8))),
                let written = Bytes8(Bytes(draft.dropFirst(8).prefix(8)))
            else { return nil }
            self.drafts.append(
                KeptDraft(
                    number: Int(clamping: number.word), content: Bytes(draft.dropFirst(16)),
                    written: Int64(bitPattern: written.word)))
        }
        guard parts[5].count % KeptPseudonym.size == 0 else { return nil }
        for place in stride(from: 0, to: parts[5].count, by: KeptPseudonym.size) {
            guard let kept = KeptPseudonym(parts[5][place..<place + KeptPseudonym.size]) else {
                return nil
            }
            pseudonyms.append(kept)
        }
    }

    /// All of it in the clear; to be wiped.
    var bytes: Bytes {
        var logs: Bytes = []
        logs.reserveCapacity(64 * logSeeds.count)
        for (space, seed) in logSeeds.sorted(by: { $0.key < $1.key }) {
            logs += space.bytes
            seed.withUnsafeBytes { logs.append(contentsOf: $0) }
        }
        var parts = [
            signingSeed.exposedCopy(), agreementSecret.exposedCopy(), logs,
            PartList.bytes(reading.fields),
            PartList.bytes(
                drafts.map {
                    Bytes8(word: UInt64($0.number)).bytes
                        + Bytes8(word: UInt64(bitPattern: $0.written)).bytes + $0.content
                }), pseudonyms.flatMap(\.bytes),
        ]
        wipe(&logs)
        defer { for index in parts.indices { wipe(&parts[index]) } }
        return PartList.bytes(parts)
    }
}
