internal import Keys
internal import Ledger
internal import Wire

/// Who runs this node: the secrets that exist once, on this computer.
struct OwnKeys: Sendable {
    /// The seed of the device's signing key.
    var signingSeed: SecretBytes
    /// The device's key for agreements.
    var agreementSecret: SecretBytes
    /// The encoded founding of the person.
    var founding: Bytes
    /// The person's name as given at the start.
    var name: String
    /// The device's label as given at the start.
    var deviceName: String
}

/// What makes this node a part of a workplace.
struct WorkplaceKeys: Sendable {
    /// The workplace's space.
    var space: SpaceID
    /// The key by which nodes of the workplace recognise each other.
    var networkKey: SecretBytes
    /// The name by which it was joined.
    var name: String
}

/// The secrets of one space.
struct SpaceKeys: Sendable {
    /// The seed of this device's log key in the space.
    var logSeed: SecretBytes
    /// The generations of the space's key that came outside of the log.
    var epochs: [(generation: UInt64, secret: SecretBytes)]

    /// The keyring that these keys make.
    func keyring(of space: SpaceID) throws(KeyError) -> Keyring {
        var keyring = Keyring(space: space)
        for epoch in epochs {
            keyring.insert(
                try EpochKey(space: space, generation: epoch.generation, secret: epoch.secret))
        }
        return keyring
    }
}

/// The folder of secret keys, apart from all data so that a copy of the data reveals nothing.
struct KeyFolder: Sendable {
    let path: String
    /// What the files are sealed under; `nil` in an open home.
    let fileKey: SecretBytes?

    /// Opens the folder, making it if need be.
    ///
    /// ``open(path:)`` and ``unlock(path:passphrase:)`` find out whether it is sealed.
    init(path: String, fileKey: SecretBytes?) throws(DaemonError) {
        self.path = path
        self.fileKey = fileKey
        try PrivateFile.makeFolder(path)
    }

    func identity() throws(DaemonError) -> OwnKeys? {
        let file = path + "/identity"
        guard var content = try KeyFile(reading: file, kind: .identity, key: fileKey) else {
            return nil
        }
        defer { KeyFolder.wipe(&content) }
        guard content.fields.count == 5, content.fields[0].count == 32,
            content.fields[1].count == 32
        else { throw .damagedKeyFile(path: file) }
        return OwnKeys(
            signingSeed: SecretBytes(copying: content.fields[0]),
            agreementSecret: SecretBytes(copying: content.fields[1]),
            founding: content.fields[2], name: String(decoding: content.fields[3], as: UTF8.self),
            deviceName: String(decoding: content.fields[4], as: UTF8.self))
    }

    func save(_ identity: OwnKeys) throws(DaemonError) {
        let fields = [
            identity.signingSeed.withUnsafeBytes { Bytes($0) },
            identity.agreementSecret.withUnsafeBytes { Bytes($0) },
            identity.founding, Bytes(identity.name.utf8), Bytes(identity.deviceName.utf8),
        ]
        try KeyFile(kind: .identity, fields: fields).write(to: path + "/identity", key: fileKey)
    }

    func workplace() throws(DaemonError) -> WorkplaceKeys? {
        let file = path + "/workplace"
        guard var content = try KeyFile(reading: file, kind: .workplace, key: fileKey) else {
            return nil
        }
        defer { KeyFolder.wipe(&content) }
        guard content.fields.count == 3, let space = SpaceID(content.fields[0]),
            content.fields[1].count == 32
        else { throw .damagedKeyFile(path: file) }
        return WorkplaceKeys(
            space: space, networkKey: SecretBytes(copying: content.fields[1]),
            name: String(decoding: content.fields[2], as: UTF8.self))
    }

    func save(_ workplace: WorkplaceKeys) throws(DaemonError) {
        let fields = [
            workplace.space.bytes, workplace.networkKey.withUnsafeBytes { Bytes($0) },
            Bytes(workplace.name.utf8),
        ]
        try KeyFile(kind: .workplace, fields: fields).write(to: path + "/workplace", key: fileKey)
    }

    func keys(of space: SpaceID) throws(DaemonError) -> SpaceKeys? {
        let file = self.file(of: space)
        guard var content = try KeyFile(reading: file, kind: .space, key: fileKey) else {
            return nil
        }
        defer { KeyFolder.wipe(&content) }
        guard content.fields.count >= 2, content.fields[0] == space.bytes,
            content.fields[1].count == 32
        else { throw .damagedKeyFile(path: file) }
        var keys = SpaceKeys(logSeed: SecretBytes(copying: content.fields[1]), epochs: [])
        for epoch in content.fields.dropFirst(2) {
            guard epoch.count == 40, let generation = Bytes8(epoch.prefix(8))?.word else {
                throw .damagedKeyFile(path: file)
            }
            keys.epochs.append((generation, SecretBytes(copying: Bytes(epoch.dropFirst(8)))))
        }
        return keys
    }

    func save(_ keys: SpaceKeys, of space: SpaceID) throws(DaemonError) {
        var fields = [space.bytes, keys.logSeed.withUnsafeBytes { Bytes($0) }]
        for epoch in keys.epochs {
            fields.append(
                bigEndianBytes(epoch.generation) + epoch.secret.withUnsafeBytes { Bytes($0) })
        }
        try KeyFile(kind: .space, fields: fields).write(to: file(of: space), key: fileKey)
    }

    /// The keyrings of all spaces whose keys are kept here.
    func keyrings() throws(DaemonError) -> [Keyring] {
        var keyrings: [Keyring] = []
        for name in try names() where name.hasPrefix("space-") {
            let file = path + "/" + name
            guard let space = try space(of: file), let secrets = try keys(of: space) else {
                throw .damagedKeyFile(path: file)
            }
            do {
                keyrings.append(try secrets.keyring(of: space))
            } catch {
                throw .damagedKeyFile(path: file)
            }
        }
        return keyrings
    }

    private func space(of file: String) throws(DaemonError) -> SpaceID? {
        guard var content = try KeyFile(reading: file, kind: .space, key: fileKey) else {
            return nil
        }
        defer { KeyFolder.wipe(&content) }
        return content.fields.first.flatMap { SpaceID($0) }
    }

    private func file(of space: SpaceID) -> String {
        path + "/space-" + Hex.encode(space.bytes.prefix(8))
    }

    /// What lies in the files of a kind whose names begin alike.
    ///
    /// - Parameter read: Gives the value for the fields of a file; `nil` for damaged ones.
    func all<Value>(
        _ prefix: String, _ kind: KeyFile.Kind, _ read: ([Bytes]) -> Value?
    ) throws(DaemonError) -> [Value] {
        var values: [Value] = []
        for name in try names() where name.hasPrefix(prefix) {
            let file = path + "/" + name
            guard let content = try KeyFile(reading: file, kind: kind, key: fileKey) else {
                continue
            }
            guard let value = read(content.fields) else { throw .damagedKeyFile(path: file) }
            values.append(value)
        }
        return values
    }

    /// Overwrites and removes every file of the folder.
    func wipe() throws(DaemonError) {
        for name in try PrivateFile.names(in: path) {
            try PrivateFile.destroy(path + "/" + name)
        }
    }

    private static func wipe(_ file: inout KeyFile) {
        for index in file.fields.indices { Keys.wipe(&file.fields[index]) }
    }
}
