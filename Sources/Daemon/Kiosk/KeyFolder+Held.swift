internal import Keys
internal import Ledger
internal import Wire

// The keys that a shared terminal keeps for people lie beside its own, each in a file.
extension KeyFolder {
    /// People for whom a terminal keeps a key at most.
    static let mostHeldKeys = 500
    private static let heldPrefix = "held-"

    /// The keys that are kept here for people, by device.
    func heldKeys() throws(DaemonError) -> [HeldKey] {
        try all(KeyFolder.heldPrefix, .heldKey) { HeldKey(fields: $0) }
            .sorted { $0.device < $1.device }
    }

    /// The key of a device that is kept here.
    ///
    /// - Throws: ``DaemonError/damagedKeyFile(path:)`` also if it is gone.
    func heldKey(_ device: DeviceID) throws(DaemonError) -> HeldKey {
        let file = file(of: device)
        guard let content = try KeyFile(reading: file, kind: .heldKey, key: fileKey),
            let key = HeldKey(fields: content.fields), key.device == device
        else { throw .damagedKeyFile(path: file) }
        return key
    }

    func save(_ key: HeldKey) throws(DaemonError) {
        try KeyFile(kind: .heldKey, fields: key.fields).write(
            to: file(of: key.device), key: fileKey)
    }

    func removeHeldKey(_ device: DeviceID) throws(DaemonError) {
        let file = file(of: device)
        try PrivateFile.destroy(fileKey == nil ? file : file + SealedFile.suffix)
    }

    /// Lets everybody whose key is kept here begin new logs: the ones in a backup may have gone on.
    func markHeldKeysRestored() throws(DaemonError) {
        for var key in try heldKeys() {
            key.isRestored = true
            try save(key)
        }
    }

    private func file(of device: DeviceID) -> String {
        path + "/" + KeyFolder.heldPrefix + Hex.encode(device.bytes.prefix(8))
    }

    /// The terminal's own secret without which a PIN can't be guessed, made at its first use.
    func pepper(using generator: inout some RandomNumberGenerator) throws(DaemonError)
        -> SecretBytes
    {
        let file = path + "/pepper"
        if var content = try KeyFile(reading: file, kind: .pepper, key: fileKey) {
            defer { for index in content.fields.indices { Keys.wipe(&content.fields[index]) } }
            guard content.fields.count == 1, content.fields[0].count == 32 else {
                throw .damagedKeyFile(path: file)
            }
            return SecretBytes(copying: content.fields[0])
        }
        let pepper = SecretBytes(random: 32, using: &generator)
        try KeyFile(kind: .pepper, fields: [pepper.exposedCopy()]).write(to: file, key: fileKey)
        return pepper
    }
}

extension HeldKey {
    /// The fields of its file.
    fileprivate var fields: [Bytes] {
        [
            person.bytes, device.bytes, card.agreementKey.bytes + card.binding.bytes, salt.bytes,
            underPIN, underCard,
            Bytes8(word: UInt64(guesses.count)).bytes
                + Bytes8(word: UInt64(bitPattern: guesses.lockedUntil)).bytes
                + Bytes8(word: UInt64(bitPattern: seen)).bytes + [isRestored ? 1 : 0],
            sealed,
        ]
    }

    fileprivate init?(fields: [Bytes]) {
        guard fields.count == 8, let person = PersonID(fields[0]),
            let device = DeviceID(fields[1]), fields[2].count == 96,
            let agreement = Bytes32(Bytes(fields[2].prefix(32))),
            let binding = Bytes64(Bytes(fields[2].dropFirst(32))), let salt = Bytes16(fields[3]),
            fields[6].count == 25, let count = Bytes8(Bytes(fields[6].prefix(8))),
            let locked = Bytes8(Bytes(fields[6].dropFirst(8).prefix(8))),
            let seen = Bytes8(Bytes(fields[6].dropFirst(16).prefix(8)))
        else { return nil }
        self.person = person
        self.device = device
        self.salt = salt
        card = DeviceCard(device: device, agreementKey: agreement, binding: binding)
        underPIN = fields[4]
        underCard = fields[5]
        guesses = PINGuesses(
            count: Int(clamping: count.word), lockedUntil: Int64(bitPattern: locked.word))
        self.seen = Int64(bitPattern: seen.word)
        isRestored = fields[6].last == 1
        sealed = fields[7]
    }
}
