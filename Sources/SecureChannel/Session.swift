public import Keys
public import Wire

/// An encrypted session between two nodes of a workplace, from the first byte on (chapter 03).
///
/// Bytes of the connection go in, events come out; it owns no socket, no clock and no randomness.
/// It begins with `Noise_XXpsk0_25519_ChaChaPoly_BLAKE2b` under the workplace's network key, so a
/// stranger's first message is refused before anything is answered. Then it carries messages of up
/// to ``Wire/Limits/sessionMessageBytes``. After anything is thrown it is over.
public struct Session: Sendable {
    /// What comes of received bytes.
    public enum Event: Equatable, Sendable {
        /// Send these bytes.
        case send(Bytes)
        /// Both sides know the network key and own their static keys.
        ///
        /// The hash is the same on both sides and in no other session; ``DeviceProof`` signs it.
        case established(handshakeHash: Bytes32, remoteStatic: Bytes32)
        /// A message of the other side.
        case message(Bytes)
    }

    /// Where the session stands.
    private enum Stage {
        /// Nothing was sent or received.
        case opening(NoiseHandshake)
        /// The handshake goes back and forth.
        case shaking(NoiseHandshake)
        /// Messages flow.
        case open(sending: NoiseCipher, receiving: NoiseCipher)
        /// Over.
        case closed
    }

    /// Protocol name and version: what both sides mix into the handshake without sending it.
    public static let prologue = Bytes("hearth/1".utf8)

    /// Which end we are.
    public let role: Role
    /// The hash by which both sides know this session, once it is established.
    public private(set) var handshakeHash: Bytes32?
    /// The other side's static key, once the session is established.
    public private(set) var remoteStatic: Bytes32?

    private var stage: Stage
    private var frames = FrameReader()
    private var assembly = MessageReader()
    private let rekeyInterval: UInt64

    /// Prepares a session.
    ///
    /// - Parameters:
    ///   - role: Which end we are.
    ///   - staticKey: Our device's X25519 key.
    ///   - networkKey: The workplace's network key, 32 bytes; with any other number of bytes the
    ///     session is closed from the start.
    ///   - ephemeral: A key made for this session alone.
    public init(
        role: Role, staticKey: AgreementKey, networkKey: SecretBytes, ephemeral: AgreementKey
    ) {
        self.init(
            role: role, staticKey: staticKey, networkKey: networkKey, ephemeral: ephemeral,
            prologue: Session.prologue, rekeyInterval: Limits.rekeyMessages)
    }

    /// Prepares a session with another prologue or change of keys than the protocol's, to try them.
    package init(
        role: Role, staticKey: AgreementKey, networkKey: SecretBytes, ephemeral: AgreementKey,
        prologue: Bytes, rekeyInterval: UInt64
    ) {
        self.role = role
        self.rekeyInterval = rekeyInterval
        let keys = NoiseHandshake.Keys(
            lasting: staticKey, ephemeral: ephemeral, shared: [networkKey])
        do throws(ChannelError) {
            let handshake = try NoiseHandshake(
                pattern: .session, role: role, prologue: prologue, keys: keys)
            stage = .opening(handshake)
        } catch {
            stage = .closed
        }
    }

    /// Whether messages can be sealed.
    public var isEstablished: Bool {
        if case .open = stage { true } else { false }
    }

    /// Begins: the initiator's opening byte and first message.
    ///
    /// The responder has nothing to send.
    public mutating func start() -> [Event] {
        guard role == .initiator, case .opening(var handshake) = stage else { return [] }
        do throws(ChannelError) {
            let message = try handshake.write([])
            stage = .shaking(handshake)
            return [.send([Opening.session.rawValue] + FrameReader.frame(message))]
        } catch {
            stage = .closed
            return []
        }
    }

    /// Takes in what has arrived, cut wherever the network cut it.
    ///
    /// The responder's first byte is the connection's first, the opening byte.
    ///
    /// - Throws: What the other side did wrong. Nothing must be sent to it then.
    public mutating func receive(_ bytes: Bytes) throws(ChannelError) -> [Event] {
        if case .closed = stage { throw .closed }
        frames.append(bytes)
        do throws(ChannelError) {
            var events: [Event] = []
            while let more = try step() { events += more }
            return events
        } catch {
            stage = .closed
            frames = FrameReader()
            assembly = MessageReader()
            throw error
        }
    }

    /// Seals a message: the bytes to send.
    ///
    /// - Throws: ``ChannelError/messageLength(_:)`` for an empty message or one above the limit;
    ///   ``ChannelError/notEstablished``; ``ChannelError/closed``.
    public mutating func seal(_ message: Bytes) throws(ChannelError) -> Bytes {
        guard case .open(var sending, let receiving) = stage else {
            if case .closed = stage { throw .closed }
            throw .notEstablished
        }
        guard (1...Limits.sessionMessageBytes).contains(message.count) else {
            throw .messageLength(message.count)
        }
        // Closed unless all parts are sealed: a part alone would desynchronise the two sides.
        stage = .closed
        let wire = try Session.seal(message, with: &sending)
        stage = .open(sending: sending, receiving: receiving)
        return wire
    }

    /// Ends the session: the keys are wiped and everything throws from now on.
    public mutating func close() { stage = .closed }

    /// Handles one frame, or the opening byte; `nil` when more bytes are needed.
    private mutating func step() throws(ChannelError) -> [Event]? {
        switch stage {
        case .opening(let handshake):
            guard role == .responder else { throw .outOfTurn }
            guard let byte = frames.nextByte() else { return nil }
            guard Opening.kind(of: byte) == .session else { throw .unknownOpening(byte) }
            stage = .shaking(handshake)
            return []
        case .shaking(let handshake):
            return try shake(handshake)
        case .open(let sending, var receiving):
            guard let frame = try frames.next(lengths: Session.transportLengths) else { return nil }
            let messages = try assembly.messages { (buffer) throws(ChannelError) in
                try receiving.open(frame, appendingTo: &buffer)
            }
            stage = .open(sending: sending, receiving: receiving)
            return messages.map(Event.message)
        case .closed:
            throw .closed
        }
    }

    /// Handles one message of the handshake.
    ///
    /// Each has one length only, as the payloads are empty.
    private mutating func shake(_ before: NoiseHandshake) throws(ChannelError) -> [Event]? {
        var handshake = before
        let length = Session.handshakeLengths[handshake.messagesDone]
        guard let message = try frames.next(lengths: length...length) else { return nil }
        _ = try handshake.read(message)
        var events: [Event] = []
        if !handshake.isFinished {
            events.append(.send(FrameReader.frame(try handshake.write([]))))
        }
        stage = .shaking(handshake)
        if handshake.isFinished { events.append(try establish(handshake)) }
        return events
    }

    private mutating func establish(_ handshake: NoiseHandshake) throws(ChannelError) -> Event {
        guard let remote = handshake.remoteLasting else { throw .missingKey }
        let hash = Hash.digest(.handshake, [handshake.hash])
        let ciphers = try handshake.split(rekeyInterval: rekeyInterval)
        stage = .open(sending: ciphers.sending, receiving: ciphers.receiving)
        handshakeHash = hash
        remoteStatic = remote
        return .established(handshakeHash: hash, remoteStatic: remote)
    }

    /// Cuts a message into frames, seals each where it stands, and so copies its bytes only once.
    private static func seal(
        _ message: Bytes, with cipher: inout NoiseCipher
    ) throws(ChannelError) -> Bytes {
        let room = Limits.noiseMessageBytes - ChaChaPoly.tagBytes
        let count = (4 + message.count + room - 1) / room
        var wire = Bytes()
        wire.reserveCapacity(4 + message.count + count * (2 + ChaChaPoly.tagBytes))
        var header = bigEndianBytes(UInt64(message.count)).suffix(4)
        var rest = message[...]
        while !rest.isEmpty {
            let part = rest.prefix(room - header.count)
            let length = header.count + part.count + ChaChaPoly.tagBytes
            wire += bigEndianBytes(UInt64(length)).suffix(2)
            let start = wire.count
            wire += header
            wire += part
            try cipher.seal(from: start, of: &wire)
            header = []
            rest = rest.dropFirst(part.count)
        }
        return wire
    }

    /// Bytes of the three handshake messages: keys of 32 bytes and tags of 16.
    private static let handshakeLengths = [32 + 16, 32 + 48 + 16, 48 + 16]

    /// Bytes of a transport message: it holds something, and a tag.
    private static let transportLengths = 17...Limits.noiseMessageBytes
}
