public import Keys
public import Wire

/// The newcomer's side of a pairing, from the connection's first byte on (chapter 04).
///
/// Bytes go in, events come out. After anything is thrown the attempt is over.
public struct PairingJoiner: Sendable {
    /// The stages in the order of the wire.
    private enum Stage {
        case opening
        case awaitingShare(CPace)
        /// The users look at the words; afterwards the inviter sends the welcome.
        case deciding(Verdicts, PairingChannel)
        /// We know whose this device shall become and have not answered.
        case offered(PairingOffer, PairingChannel)
        case awaitingWelcome(PairingChannel)
        case closed
    }

    private let code: PairingCode
    private let session: Bytes16
    private let scalar: SecretBytes
    private let newcomer: Newcomer
    private var stage = Stage.opening
    private var frames = FrameReader()

    /// Prepares an attempt.
    ///
    /// - Parameters:
    ///   - code: What the inviter said.
    ///   - session: Random bytes, for this attempt alone.
    ///   - scalar: ``Keys/Ristretto255/scalar(using:)``, for this attempt alone.
    ///   - newcomer: Who we are; sealed before it is sent, and only to who knows the code.
    public init(code: PairingCode, session: Bytes16, scalar: SecretBytes, newcomer: Newcomer) {
        self.code = code
        self.session = session
        self.scalar = scalar
        self.newcomer = newcomer
    }

    /// Begins: the opening byte and our share.
    ///
    /// - Throws: ``ChannelError/outOfTurn`` a second time; ``ChannelError/refusedPoint(_:)`` for a
    ///   scalar that is none.
    public mutating func start() throws(ChannelError) -> [PairingEvent] {
        guard case .opening = stage else { throw .outOfTurn }
        let agreement = try CPace(
            password: Bytes(code.text.utf8), channel: PairingProtocol.channel,
            session: session.bytes, associated: PairingProtocol.joiner, scalar: scalar)
        let message = PairingShare(
            session: session, share: agreement.message.share, confirmation: nil)
        stage = .awaitingShare(agreement)
        return [.send([Opening.pairing.rawValue] + FrameReader.frame(message.encoded()))]
    }

    /// Takes in what has arrived.
    ///
    /// - Throws: What the inviter did wrong; ``ChannelError/wrongCode`` if it doesn't know the code
    ///   or somebody stands between. Nothing about us was sent then.
    public mutating func receive(_ bytes: Bytes) throws(ChannelError) -> [PairingEvent] {
        if case .closed = stage { throw .closed }
        frames.append(bytes)
        do throws(ChannelError) {
            var events: [PairingEvent] = []
            while let more = try step() { events += more }
            return events
        } catch {
            close()
            throw error
        }
    }

    /// Passes on whether our user found the words equal.
    ///
    /// - Throws: ``ChannelError/outOfTurn`` before the words or a second time.
    public mutating func decide(isAccepted: Bool) throws(ChannelError) -> [PairingEvent] {
        guard case .deciding(var verdicts, var channel) = stage, verdicts.ours == nil else {
            throw .outOfTurn
        }
        verdicts.ours = isAccepted
        let verdict = PairingVerdict(isAccepted: isAccepted).encoded()
        let frame = try channel.seal(.verdict, verdict)
        return [.send(frame)] + settle(verdicts, channel)
    }

    /// Says that this device wants to be the person's whom the offer names.
    ///
    /// - Parameters:
    ///   - device: The device's key.
    ///   - sheet: The recovery sheet's key, if the newcomer named one.
    /// - Throws: ``ChannelError/outOfTurn`` without an offer, or for the key of another device.
    public mutating func accept(
        with device: SigningKey, sheet: SigningKey? = nil
    ) throws(ChannelError) -> [PairingEvent] {
        guard case .offered(let offer, var channel) = stage,
            sheet.map({ DeviceID(raw: $0.publicKey) }) == newcomer.sheet
        else { throw .outOfTurn }
        let acceptance = PairingConsent.make(to: offer, device: device, sheet: sheet)
        let frame = try channel.seal(.acceptance, acceptance.encoded())
        stage = .awaitingWelcome(channel)
        return [.send(frame)]
    }

    private mutating func close() {
        stage = .closed
        frames = FrameReader()
    }

    private mutating func step() throws(ChannelError) -> [PairingEvent]? {
        switch stage {
        case .opening:
            throw .outOfTurn
        case .awaitingShare(let agreement):
            guard let body = try frames.next(lengths: PairingProtocol.clearLengths) else {
                return nil
            }
            return try confirm(body, agreement)
        case .deciding(let verdicts, let channel):
            guard let body = try frames.next(lengths: PairingProtocol.sealedLengths) else {
                return nil
            }
            return try hear(body, verdicts, channel)
        case .awaitingWelcome(let channel):
            guard let body = try frames.next(lengths: PairingProtocol.sealedLengths) else {
                return nil
            }
            var channel = channel
            var (kind, message) = try channel.open(body)
            defer { wipe(&message) }
            guard kind == .welcome else { throw .outOfTurn }
            return try arrive(message)
        case .offered(_, _):
            guard frames.waitingCount == 0 else { throw .outOfTurn }
            return nil
        case .closed:
            return nil
        }
    }

    /// Checks the inviter's confirmation, then sends ours and who we are.
    private mutating func confirm(
        _ body: Bytes, _ agreement: CPace
    ) throws(ChannelError) -> [PairingEvent] {
        let theirs = try PairingProtocol.decoded { () throws(WireError) in
            try PairingShare.decode(body)
        }
        guard let confirmation = theirs.confirmation, theirs.session == session else {
            throw .outOfTurn
        }
        let remote = CPace.Message(share: theirs.share, associated: PairingProtocol.inviter)
        let key = try agreement.key(with: remote, isInitiator: true)
        let confirmationKey = CPace.confirmationKey(key, session: session.bytes)
        let expected = CPace.confirmation(of: remote, key: confirmationKey)
        guard isEqualInConstantTime(confirmation.bytes, expected) else { throw .wrongCode }
        var channel = PairingChannel(key: key, role: .initiator)
        let ours = CPace.confirmation(of: agreement.message, key: confirmationKey)
        guard let ours = Bytes32(ours) else { throw .outOfTurn }
        let clear = FrameReader.frame(PairingConfirmation(confirmation: ours).encoded())
        let sealed = try channel.seal(.newcomer, newcomer.encoded())
        stage = .deciding(Verdicts(), channel)
        return [.send(clear + sealed), .keyAgreed(words: channel.words)]
    }

    /// Learns the inviter's verdict or, after both, gets the welcome.
    private mutating func hear(
        _ body: Bytes, _ before: Verdicts, _ channel: PairingChannel
    ) throws(ChannelError) -> [PairingEvent] {
        var channel = channel
        var verdicts = before
        var (kind, message) = try channel.open(body)
        defer { wipe(&message) }
        switch kind {
        case .verdict where verdicts.theirs == nil:
            verdicts.theirs = try PairingProtocol.decoded { () throws(WireError) in
                try PairingVerdict.decode(message)
            }.isAccepted
            return settle(verdicts, channel)
        case .welcome where verdicts.areBothGood && newcomer.device == nil:
            return try arrive(message)
        case .offer where verdicts.areBothGood:
            let offer = try PairingProtocol.decoded { () throws(WireError) in
                try PairingOffer.decode(message)
            }
            guard offer.purpose == newcomer.purpose else { throw .outOfTurn }
            stage = .offered(offer, channel)
            return [.offer(offer)]
        case .newcomer, .verdict, .welcome, .offer, .acceptance:
            throw .outOfTurn
        }
    }

    private mutating func arrive(_ message: Bytes) throws(ChannelError) -> [PairingEvent] {
        let welcome = try PairingProtocol.decoded { () throws(WireError) in
            try Welcome.decode(message)
        }
        close()
        return [.welcome(welcome)]
    }

    private mutating func settle(
        _ verdicts: Verdicts, _ channel: PairingChannel
    ) -> [PairingEvent] {
        if verdicts.isAnyBad {
            close()
            return [.refused]
        }
        stage = .deciding(verdicts, channel)
        return verdicts.areBothGood ? [.bothAccepted] : []
    }
}
