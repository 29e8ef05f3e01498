package import Keys
public import Wire

/// The inviter's side of one attempt to pair, from the connection's first byte on (chapter 04).
///
/// Bytes go in, events come out. Make one through ``Invitation/begin(at:scalar:)``, which counts
/// the attempts. After anything is thrown the attempt is over.
public struct PairingInviter: Sendable {
    /// The stages in the order of the wire.
    private enum Stage {
        case opening
        case awaitingShare
        /// Our share is out; what the joiner must send to prove that it knows the code.
        case awaitingConfirmation(expected: Bytes, PairingChannel)
        case awaitingNewcomer(PairingChannel)
        /// The users look at the words.
        case deciding(Verdicts, Newcomer, PairingChannel)
        /// The device was told whose it shall become.
        case awaitingAcceptance(PairingOffer, Newcomer, PairingChannel)
        case accepted(PairingChannel)
        case closed
    }

    private let code: PairingCode
    private let scalar: SecretBytes
    private var stage = Stage.opening
    private var frames = FrameReader()

    /// Prepares an attempt.
    ///
    /// - Parameter scalar: ``Keys/Ristretto255/scalar(using:)``, for this attempt alone.
    package init(code: PairingCode, scalar: SecretBytes) {
        self.code = code
        self.scalar = scalar
    }

    /// Whether the joiner has proved that it knows the code.
    public var isKeyAgreed: Bool {
        switch stage {
        case .awaitingNewcomer, .deciding, .awaitingAcceptance, .accepted: true
        case .opening, .awaitingShare, .awaitingConfirmation, .closed: false
        }
    }

    /// Takes in what has arrived, beginning with the opening byte.
    ///
    /// - Throws: What the joiner did wrong; ``ChannelError/wrongCode`` if it doesn't know the code
    ///   or somebody stands between.
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
        guard case .deciding(var verdicts, let newcomer, var channel) = stage,
            verdicts.ours == nil
        else { throw .outOfTurn }
        verdicts.ours = isAccepted
        let verdict = PairingVerdict(isAccepted: isAccepted).encoded()
        let frame = try channel.seal(.verdict, verdict)
        return [.send(frame)] + settle(verdicts, newcomer, channel)
    }

    /// Says whose the newcomer's device shall become, once both users have accepted.
    ///
    /// - Throws: ``ChannelError/outOfTurn`` before, a second time, and for a purpose that the
    ///   newcomer did not come for.
    public mutating func offer(_ offer: PairingOffer) throws(ChannelError) -> [PairingEvent] {
        guard case .deciding(let verdicts, let newcomer, var channel) = stage,
            verdicts.areBothGood, newcomer.purpose == offer.purpose
        else { throw .outOfTurn }
        let frame = try channel.seal(.offer, offer.encoded())
        stage = .awaitingAcceptance(offer, newcomer, channel)
        return [.send(frame)]
    }

    /// Sends the welcome: to a person once both users have accepted, to a device that was made an
    /// offer once it has accepted that too.
    ///
    /// - Throws: ``ChannelError/outOfTurn`` before; ``ChannelError/messageLength(_:)`` for a
    ///   welcome that no frame holds.
    public mutating func welcome(_ welcome: Welcome) throws(ChannelError) -> [PairingEvent] {
        var channel: PairingChannel
        switch stage {
        case .deciding(let verdicts, let newcomer, let agreed)
        where verdicts.areBothGood && newcomer.device == nil:
            channel = agreed
        case .accepted(let agreed): channel = agreed
        default: throw .outOfTurn
        }
        var message = welcome.encoded()
        defer { wipe(&message) }
        let frame = try channel.seal(.welcome, message)
        close()
        return [.send(frame)]
    }

    private mutating func close() {
        stage = .closed
        frames = FrameReader()
    }

    private mutating func step() throws(ChannelError) -> [PairingEvent]? {
        switch stage {
        case .opening:
            guard let byte = frames.nextByte() else { return nil }
            guard Opening.kind(of: byte) == .pairing else { throw .unknownOpening(byte) }
            stage = .awaitingShare
            return []
        case .awaitingShare:
            guard let body = try frames.next(lengths: PairingProtocol.clearLengths) else {
                return nil
            }
            return try answer(body)
        case .awaitingConfirmation(let expected, let channel):
            guard let body = try frames.next(lengths: PairingProtocol.clearLengths) else {
                return nil
            }
            let message = try PairingProtocol.decoded { () throws(WireError) in
                try PairingConfirmation.decode(body)
            }
            guard isEqualInConstantTime(message.confirmation.bytes, expected) else {
                throw .wrongCode
            }
            stage = .awaitingNewcomer(channel)
            return []
        case .awaitingNewcomer(let channel):
            return try meet(channel)
        case .deciding(let verdicts, let newcomer, let channel):
            return try hear(verdicts, newcomer, channel)
        case .awaitingAcceptance(let offer, let newcomer, let channel):
            return try check(offer, newcomer, channel)
        case .accepted, .closed:
            return nil
        }
    }

    /// Answers the joiner's share with ours and our confirmation.
    private mutating func answer(_ body: Bytes) throws(ChannelError) -> [PairingEvent] {
        let theirs = try PairingProtocol.decoded { () throws(WireError) in
            try PairingShare.decode(body)
        }
        guard theirs.confirmation == nil else { throw .outOfTurn }
        let session = theirs.session.bytes
        let agreement = try CPace(
            password: Bytes(code.text.utf8), channel: PairingProtocol.channel, session: session,
            associated: PairingProtocol.inviter, scalar: scalar)
        let remote = CPace.Message(share: theirs.share, associated: PairingProtocol.joiner)
        let key = try agreement.key(with: remote, isInitiator: false)
        let confirmationKey = CPace.confirmationKey(key, session: session)
        let ours = PairingShare(
            session: theirs.session, share: agreement.message.share,
            confirmation: Bytes32(
                CPace.confirmation(of: agreement.message, key: confirmationKey)))
        stage = .awaitingConfirmation(
            expected: CPace.confirmation(of: remote, key: confirmationKey),
            PairingChannel(key: key, role: .responder))
        return [.send(FrameReader.frame(ours.encoded()))]
    }

    /// Learns who wants to come in.
    private mutating func meet(_ before: PairingChannel) throws(ChannelError) -> [PairingEvent]? {
        var channel = before
        guard let body = try frames.next(lengths: PairingProtocol.sealedLengths) else { return nil }
        let (kind, message) = try channel.open(body)
        guard kind == .newcomer else { throw .outOfTurn }
        let newcomer = try PairingProtocol.decoded { () throws(WireError) in
            try Newcomer.decode(message)
        }
        stage = .deciding(Verdicts(), newcomer, channel)
        return [.keyAgreed(words: channel.words), .newcomer(newcomer)]
    }

    /// Learns whether the joiner's user found the words equal.
    private mutating func hear(
        _ before: Verdicts, _ newcomer: Newcomer, _ channel: PairingChannel
    ) throws(ChannelError) -> [PairingEvent]? {
        var channel = channel
        var verdicts = before
        guard let body = try frames.next(lengths: PairingProtocol.sealedLengths) else { return nil }
        let (kind, message) = try channel.open(body)
        guard kind == .verdict, verdicts.theirs == nil else { throw .outOfTurn }
        verdicts.theirs = try PairingProtocol.decoded { () throws(WireError) in
            try PairingVerdict.decode(message)
        }.isAccepted
        return settle(verdicts, newcomer, channel)
    }

    /// Learns that the device wants to be the person's, and checks every signature for it.
    private mutating func check(
        _ offer: PairingOffer, _ newcomer: Newcomer, _ before: PairingChannel
    ) throws(ChannelError) -> [PairingEvent]? {
        var channel = before
        guard let body = try frames.next(lengths: PairingProtocol.sealedLengths) else { return nil }
        let (kind, message) = try channel.open(body)
        guard kind == .acceptance else { throw .outOfTurn }
        let acceptance = try PairingProtocol.decoded { () throws(WireError) in
            try PairingAcceptance.decode(message)
        }
        let card = try PairingProtocol.decoded { () throws(WireError) in try newcomer.card() }
        guard PairingConsent.isValid(acceptance, to: offer, of: card, sheet: newcomer.sheet) else {
            throw .notAuthentic
        }
        stage = .accepted(channel)
        return [.acceptance(acceptance)]
    }

    private mutating func settle(
        _ verdicts: Verdicts, _ newcomer: Newcomer, _ channel: PairingChannel
    ) -> [PairingEvent] {
        if verdicts.isAnyBad {
            close()
            return [.refused]
        }
        stage = .deciding(verdicts, newcomer, channel)
        return verdicts.areBothGood ? [.bothAccepted] : []
    }
}
