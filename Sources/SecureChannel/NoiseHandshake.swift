public import Keys
public import Wire

/// A handshake of `Noise_*_25519_ChaChaPoly_BLAKE2b`, revision 34: a HandshakeState.
///
/// The two sides call ``write(_:)`` and ``read(_:)`` in turns until ``isFinished``. After anything
/// is thrown the handshake is over.
public struct NoiseHandshake: Sendable {
    /// The keys that a side has before the handshake.
    public struct Keys: Sendable {
        /// Our lasting key, where the pattern uses one.
        public var lasting: AgreementKey?
        /// Our fresh key, for this handshake only.
        public var ephemeral: AgreementKey
        /// The other side's lasting key, where the pattern wants it known.
        public var remoteLasting: Bytes32?
        /// The secrets of the pattern's `psk` tokens, in their order, 32 bytes each.
        public var shared: [SecretBytes]

        /// Gathers keys.
        public init(
            lasting: AgreementKey? = nil, ephemeral: AgreementKey, remoteLasting: Bytes32? = nil,
            shared: [SecretBytes] = []
        ) {
            self.lasting = lasting
            self.ephemeral = ephemeral
            self.remoteLasting = remoteLasting
            self.shared = shared
        }
    }

    /// The pattern.
    public let pattern: NoisePattern
    /// Which side we are.
    public let role: Role

    private let keys: Keys
    private var symmetric: NoiseSymmetric
    private var remoteEphemeral: Bytes32?
    private var secretsUsed = 0
    private var isBroken = false

    /// How many messages have been written or read.
    private(set) var messagesDone = 0

    /// The other side's lasting public key, as soon as it is known.
    public private(set) var remoteLasting: Bytes32?

    /// Starts a handshake.
    ///
    /// - Parameter prologue: What both sides must agree on without saying it.
    /// - Throws: ``ChannelError/missingKey`` if the pattern needs a key that isn't there.
    public init(
        pattern: NoisePattern, role: Role, prologue: Bytes, keys: Keys
    ) throws(ChannelError) {
        self.pattern = pattern
        self.role = role
        self.keys = keys
        remoteLasting = keys.remoteLasting
        guard keys.shared.count == pattern.secretCount,
            keys.shared.allSatisfy({ $0.count == 32 })
        else { throw .missingKey }
        symmetric = NoiseSymmetric(
            protocolName: "Noise_\(pattern.name)_25519_ChaChaPoly_BLAKE2b")
        symmetric.mixHash(prologue)
        for (owner, isKnown) in [
            (Role.initiator, pattern.responderKnowsInitiator),
            (Role.responder, pattern.initiatorKnowsResponder),
        ] where isKnown {
            let known = owner == role ? keys.lasting?.publicKey : keys.remoteLasting
            guard let known else { throw .missingKey }
            symmetric.mixHash(known.bytes)
        }
    }

    /// Whether every message has been written or read.
    public var isFinished: Bool { messagesDone == pattern.messages.count && !isBroken }

    /// Hash of everything that both sides have seen (`h`).
    public var hash: Bytes { symmetric.hash }

    /// Writes our next message around a payload.
    ///
    /// - Throws: ``ChannelError/outOfTurn`` if the other side is next;
    ///   ``ChannelError/refusedPoint(_:)``; ``ChannelError/missingKey``.
    public mutating func write(_ payload: Bytes) throws(ChannelError) -> Bytes {
        let tokens = try begin(as: role)
        var message = Bytes()
        for token in tokens {
            switch token {
            case .e:
                message += keys.ephemeral.publicKey.bytes
                mixEphemeral(keys.ephemeral.publicKey)
            case .s:
                guard let lasting = keys.lasting else { throw .missingKey }
                try symmetric.encryptAndHash(lasting.publicKey.bytes, appendingTo: &message)
            default:
                try mix(token)
            }
        }
        try symmetric.encryptAndHash(payload, appendingTo: &message)
        finish()
        return message
    }

    /// Reads the other side's next message.
    ///
    /// - Returns: The payload.
    /// - Throws: ``ChannelError/notAuthentic`` for anything but the message that the other side
    ///   wrote; ``ChannelError/refusedPoint(_:)`` for a public key that must be refused;
    ///   ``ChannelError/frameLength(_:)`` for a message that is cut short.
    public mutating func read(_ message: Bytes) throws(ChannelError) -> Bytes {
        let tokens = try begin(as: role.other)
        var rest = message[...]
        for token in tokens {
            switch token {
            case .e:
                let key = try take(32, from: &rest, of: message.count)
                guard let key = Bytes32(key) else { throw .frameLength(message.count) }
                remoteEphemeral = key
                mixEphemeral(key)
            case .s:
                let sealed = symmetric.hasKey ? 48 : 32
                let piece = try take(sealed, from: &rest, of: message.count)
                remoteLasting = Bytes32(try symmetric.decryptAndHash(piece))
            default:
                try mix(token)
            }
        }
        let payload = try symmetric.decryptAndHash(Bytes(rest))
        finish()
        return payload
    }

    /// The ciphers of the transport messages that follow.
    ///
    /// - Parameter rekeyInterval: After how many messages either direction changes its key.
    /// - Throws: ``ChannelError/notEstablished`` before the last message.
    public func split(
        rekeyInterval: UInt64? = nil
    ) throws(ChannelError) -> (sending: NoiseCipher, receiving: NoiseCipher) {
        guard isFinished else { throw .notEstablished }
        let (first, second) = symmetric.split()
        let initiator = NoiseCipher(key: first, rekeyInterval: rekeyInterval)
        let responder = NoiseCipher(key: second, rekeyInterval: rekeyInterval)
        return role == .initiator ? (initiator, responder) : (responder, initiator)
    }

    /// The tokens of the next message, if that side may speak now.
    ///
    /// The handshake counts as broken until ``finish()``, so that an error on the way ends it.
    private mutating func begin(as writer: Role) throws(ChannelError) -> [NoisePattern.Token] {
        guard !isBroken else { throw .closed }
        guard messagesDone < pattern.messages.count,
            writer == (messagesDone.isMultiple(of: 2) ? .initiator : .responder)
        else { throw .outOfTurn }
        isBroken = true
        return pattern.messages[messagesDone]
    }

    private mutating func finish() {
        messagesDone += 1
        isBroken = false
    }

    private func take(
        _ count: Int, from rest: inout ArraySlice<UInt8>, of total: Int
    ) throws(ChannelError) -> Bytes {
        guard rest.count >= count else { throw .frameLength(total) }
        defer { rest = rest.dropFirst(count) }
        return Bytes(rest.prefix(count))
    }

    private mutating func mixEphemeral(_ key: Bytes32) {
        symmetric.mixHash(key.bytes)
        // With a shared secret there is a key already: it must differ each time (section 9.2).
        if pattern.secretCount > 0 { symmetric.mixKey(SecretBytes(copying: key.bytes)) }
    }

    private mutating func mix(_ token: NoisePattern.Token) throws(ChannelError) {
        let isInitiator = role == .initiator
        switch token {
        case .ee: try agree(keys.ephemeral, remoteEphemeral)
        case .ss: try agree(keys.lasting, remoteLasting)
        case .es where isInitiator, .se where !isInitiator:
            try agree(keys.ephemeral, remoteLasting)
        case .es, .se: try agree(keys.lasting, remoteEphemeral)
        case .psk:
            symmetric.mixKeyAndHash(keys.shared[secretsUsed])
            secretsUsed += 1
        case .e, .s: throw .outOfTurn
        }
    }

    private mutating func agree(
        _ ours: AgreementKey?, _ theirs: Bytes32?
    ) throws(ChannelError) {
        guard let ours, let theirs else { throw .missingKey }
        do throws(KeyError) {
            symmetric.mixKey(try ours.agree(with: theirs))
        } catch {
            throw .refusedPoint(error)
        }
    }
}
