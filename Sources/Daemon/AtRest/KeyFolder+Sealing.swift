internal import Keys
internal import Languages
internal import Wire

// How a home changes between open and sealed: after a crash it is one or the other, as the file
// `seal` says, and what the other left is never read.
extension KeyFolder {
    /// Files of the folder that hold no secret and stay as they are.
    private static let plainNames: Set<String> = ["seal", "audit-head", "instance"]

    private static func sealPath(_ folder: String) -> String { folder + "/seal" }

    /// Whether the keys of a folder are under a passphrase.
    static func isSealed(path: String) throws(DaemonError) -> Bool {
        try PrivateFile.makeFolder(path)
        return try PrivateFile.names(in: path).contains("seal")
    }

    /// Opens a sealed folder.
    ///
    /// - Throws: ``DaemonError/passphrase(_:)``.
    static func unlock(path: String, passphrase: SecretBytes) throws(DaemonError) -> KeyFolder {
        guard let seal = try KeySeal(reading: sealPath(path)) else {
            throw .unusable(path: sealPath(path), reason: say("this home is not sealed"))
        }
        let keys = try KeyFolder(path: path, fileKey: try seal.open(passphrase))
        try keys.removeLeftovers()
        return keys
    }

    /// Opens a folder that is not sealed.
    static func open(path: String) throws(DaemonError) -> KeyFolder {
        guard try !isSealed(path: path) else {
            throw .passphrase(say("this home is sealed, and none was given"))
        }
        let keys = try KeyFolder(path: path, fileKey: nil)
        try keys.removeLeftovers()
        return keys
    }

    /// Puts every key file under a passphrase and overwrites the readable ones.
    ///
    /// - Returns: The folder as it is from now on; this value is of no more use.
    func seal(
        passphrase: SecretBytes, cost: PasswordHash.Cost = .moderate
    ) throws(DaemonError) -> KeyFolder {
        var generator = SecureGenerator()
        let (seal, key) = try KeySeal.make(
            passphrase: passphrase, cost: cost, using: &generator)
        for name in try plainFiles() {
            let file = path + "/" + name
            guard var plain = try PrivateFile.read(file) else { continue }
            defer { Keys.wipe(&plain) }
            guard let kind = KeyFile.kind(of: plain) else {
                throw .unusable(path: file, reason: say("it is no key file, so it can't be sealed"))
            }
            try PrivateFile.replace(
                file + SealedFile.suffix,
                with: SealedFile.seal(plain, kind: kind.rawValue, name: name, key: key))
        }
        // From here on the home is sealed; what follows is made up for by the next unlocking.
        try seal.write(to: KeyFolder.sealPath(path))
        let keys = try KeyFolder(path: path, fileKey: key)
        try keys.removeLeftovers()
        return keys
    }

    /// Puts every key file back as it was before ``seal(passphrase:cost:)``.
    ///
    /// - Returns: The folder as it is from now on; this value is of no more use.
    func unseal() throws(DaemonError) -> KeyFolder {
        guard let fileKey else { return self }
        for name in try sealedFiles() {
            let file = path + "/" + name
            guard let content = try PrivateFile.read(file + SealedFile.suffix) else { continue }
            guard content.count > 8,
                var plain = SealedFile.open(content, kind: content[7], name: name, key: fileKey)
            else { throw .damagedKeyFile(path: file + SealedFile.suffix) }
            defer { Keys.wipe(&plain) }
            try PrivateFile.replace(file, with: plain)
        }
        try PrivateFile.erase(KeyFolder.sealPath(path))
        let keys = try KeyFolder(path: path, fileKey: nil)
        try keys.removeLeftovers()
        return keys
    }

    /// The names of the key files, whichever way they lie there.
    func names() throws(DaemonError) -> [String] {
        fileKey == nil ? try plainFiles() : try sealedFiles()
    }

    private func plainFiles() throws(DaemonError) -> [String] {
        try PrivateFile.names(in: path).filter { name in
            !name.hasSuffix(SealedFile.suffix) && !name.hasSuffix(PrivateFile.temporarySuffix)
                && !KeyFolder.plainNames.contains(name)
        }
    }

    private func sealedFiles() throws(DaemonError) -> [String] {
        try PrivateFile.names(in: path).filter { $0.hasSuffix(SealedFile.suffix) }
            .map { String($0.dropLast(SealedFile.suffix.count)) }
    }

    /// Removes what a change that was broken off has left: readable files of a sealed home, sealed
    /// ones of an open home, and half-written ones.
    private func removeLeftovers() throws(DaemonError) {
        let others =
            fileKey == nil
            ? try sealedFiles().map { $0 + SealedFile.suffix } : try plainFiles()
        let halves = try PrivateFile.names(in: path).filter {
            $0.hasSuffix(PrivateFile.temporarySuffix)
        }
        for name in others + halves { try PrivateFile.erase(path + "/" + name) }
    }
}
