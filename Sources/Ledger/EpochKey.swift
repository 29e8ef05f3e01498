public import Keys
public import Wire

/// One generation of a space's key, which seals the payloads of commits.
public struct EpochKey: Sendable {
    /// Counts the generations from 1.
    public let generation: UInt64
    /// The name by which commits say what sealed them: a hash keyed with the secret.
    public let id: EpochID
    /// The 32 secret bytes.
    public let secret: SecretBytes

    /// Gives a secret its place in a space.
    ///
    /// - Throws: ``KeyError/wrongLength(of:expected:actual:)`` unless the secret has 32 bytes.
    public init(
        space: SpaceID, generation: UInt64, secret: SecretBytes
    ) throws(KeyError) {
        guard secret.count == Sealing.keyBytes else {
            throw .wrongLength(of: "epoch key", expected: Sealing.keyBytes, actual: secret.count)
        }
        self.init(checked: secret, space: space, generation: generation)
    }

    /// Gives a key that came in a message its place in a space.
    public init(space: SpaceID, generation: UInt64, key: Bytes32) {
        self.init(
            checked: SecretBytes(copying: key.bytes), space: space, generation: generation)
    }

    /// Makes a new key.
    public static func generate(
        space: SpaceID, generation: UInt64, using generator: inout some RandomNumberGenerator
    ) -> EpochKey {
        EpochKey(
            checked: SecretBytes(random: Sealing.keyBytes, using: &generator), space: space,
            generation: generation)
    }

    private init(checked secret: SecretBytes, space: SpaceID, generation: UInt64) {
        self.secret = secret
        self.generation = generation
        let hash = Hash.keyed(secret, .epoch, [space.bytes, bigEndianBytes(generation)])
        id = EpochID(raw: Bytes8(word: hash.prefix))
    }

    /// The secret as it stands in a ``Statement/keyPublished(space:generation:key:)`` or a
    /// ``Welcome``, outside protected memory.
    public var exposed: Bytes32 {
        secret.withUnsafeBytes { Bytes32($0) } ?? Bytes32(words: (0, 0, 0, 0))
    }

    /// Whether this key is newer than another: the higher generation, then the higher id.
    public func isNewer(than other: EpochKey) -> Bool {
        (generation, id) > (other.generation, other.id)
    }

    /// The payload of a commit: a random nonce, then the sealed plaintext with its tag.
    public func seal(
        _ plaintext: Bytes, place: Place, using generator: inout some RandomNumberGenerator
    ) -> Bytes {
        let nonce = randomBytes(Sealing.nonceBytes, using: &generator)
        let size = EpochKey.overhead + plaintext.count
        return Bytes(unsafeUninitializedCapacity: size) { buffer, initialised in
            let output = UnsafeMutableRawBufferPointer(buffer)
            output.copyBytes(from: nonce)
            plaintext.withUnsafeBytes { plaintext in
                nonce.withUnsafeBytes { nonce in
                    place.bytes(epoch: id).withUnsafeBytes { associated in
                        Sealing.seal(
                            plaintext, key: secret, nonce: nonce, associated: associated,
                            into: .init(rebasing: output[Sealing.nonceBytes..<size]))
                    }
                }
            }
            initialised = size
        }
    }

    /// The plaintext of a payload.
    ///
    /// - Throws: ``Locked/cannotDecrypt`` unless this key sealed it for this very place.
    public func open(_ payload: Bytes, place: Place) throws(Locked) -> Bytes {
        let size = payload.count - EpochKey.overhead
        guard size >= 0 else { throw .cannotDecrypt }
        var isAuthentic = false
        let plaintext = Bytes(unsafeUninitializedCapacity: size) { buffer, initialised in
            let output = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size)
            isAuthentic = payload.withUnsafeBytes { payload in
                place.bytes(epoch: id).withUnsafeBytes { associated in
                    decrypt(payload, associated, into: output)
                }
            }
            initialised = isAuthentic ? size : 0
        }
        guard isAuthentic else { throw .cannotDecrypt }
        return plaintext
    }

    private func decrypt(
        _ payload: UnsafeRawBufferPointer, _ associated: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        do {
            try Sealing.open(
                .init(rebasing: payload[Sealing.nonceBytes...]), key: secret,
                nonce: .init(rebasing: payload[..<Sealing.nonceBytes]), associated: associated,
                into: output)
            return true
        } catch {
            return false
        }
    }

    /// By how much a payload is longer than its plaintext: nonce and tag.
    public static let overhead = Sealing.nonceBytes + Sealing.tagBytes
}

/// Where a payload stands: it can be opened nowhere else.
public struct Place: Hashable, Sendable {
    /// The space.
    public var space: SpaceID
    /// The log.
    public var log: LogID
    /// The sequence, from 1.
    public var sequence: UInt64

    /// Names a place.
    public init(space: SpaceID, log: LogID, sequence: UInt64) {
        self.space = space
        self.log = log
        self.sequence = sequence
    }

    /// The associated data of the payload there.
    func bytes(epoch: EpochID) -> Bytes {
        var bytes = Bytes()
        bytes.reserveCapacity(80)
        space.append(to: &bytes)
        log.append(to: &bytes)
        Bytes8(word: sequence).append(to: &bytes)
        epoch.append(to: &bytes)
        return bytes
    }
}
