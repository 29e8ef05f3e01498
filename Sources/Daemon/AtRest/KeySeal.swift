internal import Keys
internal import Languages
internal import Wire

/// What turns a passphrase into the key of a home's key files: the content of the file `seal`.
///
/// The key files are sealed under a random key, the *file key*, and the file key under one that
/// Argon2id makes of the passphrase. So every guess costs a quarter of a gibibyte of memory for a
/// good part of a second, and a new passphrase needs no file but this one.
struct KeySeal: Sendable {
    /// Letters that a passphrase has at least.
    static let passphraseBytes = 8
    /// The most work that a file may ask for, so that a forged one can't exhaust the machine.
    static let most = PasswordHash.Cost(passes: 16, memoryBytes: 1 << 30)

    let cost: PasswordHash.Cost
    let salt: Bytes16
    let nonce: Bytes
    let sealed: Bytes

    /// Makes a new file key and seals it under a passphrase.
    ///
    /// - Throws: ``DaemonError/passphrase(_:)`` for one that is too short;
    ///   ``DaemonError/notEnoughMemory`` if the machine can't afford the cost.
    static func make(
        passphrase: SecretBytes, cost: PasswordHash.Cost = .moderate,
        using generator: inout some RandomNumberGenerator
    ) throws(DaemonError) -> (seal: KeySeal, fileKey: SecretBytes) {
        guard passphrase.count >= passphraseBytes else {
            throw .passphrase(say("it has fewer than \(passphraseBytes) letters"))
        }
        guard let salt = Bytes16(randomBytes(16, using: &generator)) else {
            throw .notEnoughMemory
        }
        let nonce = randomBytes(Sealing.nonceBytes, using: &generator)
        let fileKey = SecretBytes(random: Sealing.keyBytes, using: &generator)
        let key = try derive(passphrase, salt, cost)
        var plain = fileKey.exposedCopy()
        defer { wipe(&plain) }
        let sealed = Sealing.seal(
            plain, key: key, nonce: nonce, associated: associated(cost, salt))
        return (KeySeal(cost: cost, salt: salt, nonce: nonce, sealed: sealed), fileKey)
    }

    /// The file key.
    ///
    /// - Throws: ``DaemonError/passphrase(_:)`` for a wrong passphrase or a changed file: they
    ///   can't be told apart.
    func open(_ passphrase: SecretBytes) throws(DaemonError) -> SecretBytes {
        guard passphrase.count > 0 else { throw .passphrase(say("it is empty")) }
        let key = try KeySeal.derive(passphrase, salt, cost)
        do {
            var plain = try Sealing.open(
                sealed, key: key, nonce: nonce, associated: KeySeal.associated(cost, salt))
            defer { wipe(&plain) }
            return SecretBytes(copying: plain)
        } catch {
            throw .passphrase(say("it is not the one that this home was sealed with"))
        }
    }

    private static func derive(
        _ passphrase: SecretBytes, _ salt: Bytes16, _ cost: PasswordHash.Cost
    ) throws(DaemonError) -> SecretBytes {
        do {
            return try PasswordHash.key(password: passphrase, salt: salt, cost: cost)
        } catch {
            throw .notEnoughMemory
        }
    }

    /// What the sealed key is bound to, so that no part of the file can be exchanged.
    private static func associated(_ cost: PasswordHash.Cost, _ salt: Bytes16) -> Bytes {
        Label.seal.message([
            bigEndianBytes(cost.passes), bigEndianBytes(UInt64(cost.memoryBytes)), salt.bytes,
        ])
    }

    // MARK: The file

    /// Reads the file; `nil` if there is none.
    init?(reading path: String) throws(DaemonError) {
        guard let file = try KeyFile(reading: path, kind: .seal, key: nil) else { return nil }
        guard let seal = KeySeal(fields: file.fields) else { throw .damagedKeyFile(path: path) }
        self = seal
    }

    /// Reads the fields; `nil` if they are not sound or ask for too much work.
    init?(fields: [Bytes]) {
        guard fields.count == 5, let salt = Bytes16(fields[0]),
            let passes = Bytes8(fields[1])?.word, let memory = Bytes8(fields[2])?.word,
            (1...KeySeal.most.passes).contains(passes), memory <= UInt64(KeySeal.most.memoryBytes),
            fields[3].count == Sealing.nonceBytes,
            fields[4].count == Sealing.keyBytes + Sealing.tagBytes
        else { return nil }
        cost = PasswordHash.Cost(passes: passes, memoryBytes: Int(memory))
        self.salt = salt
        nonce = fields[3]
        sealed = fields[4]
    }

    private init(cost: PasswordHash.Cost, salt: Bytes16, nonce: Bytes, sealed: Bytes) {
        self.cost = cost
        self.salt = salt
        self.nonce = nonce
        self.sealed = sealed
    }

    /// The fields of its file; they hold nothing that needs to be hidden.
    var fields: [Bytes] {
        [
            salt.bytes, bigEndianBytes(cost.passes), bigEndianBytes(UInt64(cost.memoryBytes)),
            nonce, sealed,
        ]
    }

    /// Writes the file, at once or not at all: from then on the home is sealed.
    func write(to path: String) throws(DaemonError) {
        try KeyFile(kind: .seal, fields: fields).write(to: path, key: nil)
    }
}
