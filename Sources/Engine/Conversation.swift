internal import Keys
internal import Ledger
internal import SecureChannel
internal import Sync
internal import Wire

/// One peer, from the first byte to the last.
///
/// The stages are in the order of the wire, and this file handles them in that order: read it from
/// top to bottom to follow a conversation. It owns no socket and no clock; bytes come in through
/// ``receive(_:in:)``, and whatever has to be done goes to the house's effects. What is shared in
/// the last stage is in `Conversation+Spaces.swift` and `Conversation+Transfer.swift`.
struct Conversation: Sendable {
    /// How far the conversation is.
    enum Stage: Equatable, Sendable {
        /// Somebody connected; the first byte will say what for.
        case opening
        /// The Noise handshake: three messages, and strangers get no answer to the first.
        case handshaking
        /// Everything is encrypted; the peer's next message must prove which device it is.
        case proving
        /// The device is proved; the peer's next message must be its hello.
        case greeting
        /// Both have said hello; spaces are compared and commits flow.
        case sharing
        /// The first byte opened a pairing; somebody else goes on.
        case handedOver
        /// Over.
        case ended(Ending)
    }

    let id: ConnectionID
    let address: Address?
    let began: Instant
    private(set) var stage: Stage

    /// Handshake, encryption and framing.
    private var session: Session?
    /// Names this session: both sides hash the same handshake.
    private(set) var handshakeHash: Bytes32?
    /// The peer's static key in the handshake.
    private(set) var agreementKey: Bytes32?
    /// What the peer proved.
    private(set) var proof: Proof?
    /// What the peer said last about itself.
    private(set) var hello: Hello?
    /// The device with which this conversation turned out to be useless.
    private(set) var twin: DeviceID?

    // What is shared, see Conversation+Spaces.swift.
    var shared: [SpaceID: SharedSpace] = [:]
    var offeredTags: [SpaceTag: SpaceID] = [:]
    var greetedSpaces: [SpaceID]?
    var sendWindow = SendWindow()
    var receiveWindow = ReceiveWindow()
    var post = Post()
    var files = FileTalk()
    var neighbourTalk = NeighbourTalk()
    /// What a peer that is out is shown of the workplace's space, see Conversation+Removal.swift.
    var told: Frontier?
    var tellingEnd: Instant?

    // Keep-alive and accounts, see Conversation+Clock.swift.
    var pulse = Pulse()
    var account = Account()
    /// Useless things in a row.
    var strikes = 0

    /// A connection that this node dialled or accepted.
    init(_ id: ConnectionID, address: Address?, at now: Instant) {
        self.id = id
        self.address = address
        began = now
        stage = .opening
    }

    var device: DeviceID? { proof?.device }

    var isOver: Bool {
        switch stage {
        case .ended, .handedOver: true
        default: false
        }
    }

    // MARK: 1. Opening

    /// This node dialled: it speaks first.
    mutating func open(in house: inout House) {
        stage = .handshaking
        var session = makeSession(in: &house)
        let events = session.start()
        self.session = session
        guarded(in: &house) { (conversation, house) throws(Violation) in
            try conversation.carryOut(events, in: &house)
        }
    }

    /// Bytes came, cut anywhere.
    mutating func receive(_ bytes: Bytes, in house: inout House) {
        guard !isOver, let first = bytes.first else { return }
        account.bytesReceived += UInt64(bytes.count)
        account.lastContact = house.now
        pulse.heard(bytes.count)
        if stage == .opening {
            switch Opening.kind(of: first) {
            case .session:
                stage = .handshaking
                session = makeSession(in: &house)
            case .pairing:
                stage = .handedOver
                house.over.append(id)
                house.effects.append(.pair(id, bytes))
                return
            case nil:
                end(.violation(.unknownOpening(first)), in: &house)
                return
            }
        }
        guarded(in: &house) { (conversation, house) throws(Violation) in
            guard let events = try conversation.decrypt(bytes) else { return }
            try conversation.carryOut(events, in: &house)
        }
    }

    private func makeSession(in house: inout House) -> Session {
        Session(
            role: role, staticKey: house.identity.agreement, networkKey: house.identity.networkKey,
            ephemeral: AgreementKey.generate(using: &house.generator))
    }

    // MARK: 2. Handshaking

    private mutating func decrypt(_ bytes: Bytes) throws(Violation) -> [Session.Event]? {
        do {
            return try session?.receive(bytes)
        } catch {
            throw .channel(error)
        }
    }

    private mutating func carryOut(
        _ events: [Session.Event], in house: inout House
    ) throws(Violation) {
        for case .established(let hash, let remoteStatic) in events {
            establish(hash, remoteStatic, in: &house)
        }
        for event in events where !isOver {
            switch event {
            case .send(let bytes): transmit(bytes, in: &house)
            case .established: if id.isDialled { prove(in: &house) }
            case .message(let bytes): try receive(message: bytes, in: &house)
            }
        }
    }

    /// Both sides have the keys.
    ///
    /// A second session with the same peer ends here, unseen by it.
    private mutating func establish(
        _ hash: Bytes32, _ remoteStatic: Bytes32, in house: inout House
    ) {
        stage = .proving
        handshakeHash = hash
        agreementKey = remoteStatic
        guard remoteStatic != house.identity.agreement.publicKey else {
            return end(.ourselves, in: &house)
        }
        if id.isDialled, let rival = house.twin(of: id, reaching: remoteStatic) {
            twin = house.live[rival]?.device
            house.suspects.append(rival)
            return end(.dismissed(.duplicate), in: &house)
        }
        house.live[id] = House.Live(agreementKey: remoteStatic, device: nil, since: house.now)
    }

    // MARK: 3. Proving

    /// Says which device this is; the one that dialled says it first.
    private mutating func prove(in house: inout House) {
        guard let handshakeHash else { return }
        let identity = house.identity
        let proof = Proof(
            device: identity.deviceID,
            agreementBinding: DeviceProof.bind(
                identity.agreement.publicKey, with: identity.device),
            person: identity.person,
            signature: DeviceProof.sign(
                as: role, handshakeHash: handshakeHash, with: identity.device))
        send(.proof(proof), in: &house)
    }

    /// Which end of the connection this node is.
    private var role: Role { id.isDialled ? .initiator : .responder }

    private mutating func receive(proof: Proof, in house: inout House) throws(Violation) {
        guard let handshakeHash, let agreementKey else { throw .unexpected("proof") }
        guard
            DeviceProof.isValid(
                proof.signature, as: role.other, handshakeHash: handshakeHash,
                device: proof.device)
        else { throw .forgedProof }
        guard DeviceProof.isBound(agreementKey, to: proof.device, by: proof.agreementBinding)
        else { throw .otherAgreementKey }
        guard proof.device != house.identity.deviceID else { return end(.ourselves, in: &house) }
        let member = house.members[proof.device]
        guard member.map({ $0.person == proof.person }) ?? true else { throw .otherPerson }
        self.proof = proof
        stage = .greeting
        house.news.append(id)
        house.live[id]?.device = proof.device
        house.note(.authenticated(id, proof.device, isMember: member != nil))
        if !id.isDialled { prove(in: &house) }
        guard !house.isBarred(proof.device) else {
            return dismiss(.protocolError, detail: "too soon after an error", in: &house)
        }
        guard house.prefersNewSession(id, with: proof.device) else {
            return dismiss(.duplicate, in: &house)
        }
        guard !house.removed.contains(proof.device) else { return beginTelling(in: &house) }
        greet(in: &house)
    }

    // MARK: 4. Greeting

    /// Says what this node speaks and would share; said again whenever that changes.
    mutating func greet(in house: inout House) {
        guard let device else { return }
        let spaces = isTelling ? [house.identity.workplace] : house.spaces(for: device)
        greetedSpaces = spaces
        offeredTags = Dictionary(
            spaces.map { (tag(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        let hello = Hello(
            versions: house.settings.versions,
            capabilities: isTelling ? [] : [FileMessage.capability, LiveMessage.capability],
            software: house.settings.software, spaces: spaces.map { tag(of: $0) },
            addresses: isTelling
                ? [] : house.addresses.prefix(Limits.peerAddresses).map(\.description),
            wallClock: house.wallClock, instance: isTelling ? "" : house.instance)
        send(.hello(hello), in: &house)
    }

    private mutating func receive(hello: Hello, in house: inout House) throws(Violation) {
        guard hello.versions.overlaps(house.settings.versions) else {
            return dismiss(.noCommonVersion, in: &house)
        }
        guard hello.spaces.count <= Limits.sessionSpaces else {
            throw .tooManySpaces(hello.spaces.count)
        }
        self.hello = hello
        neighbourTalk.isUnderstood = hello.capabilities.contains(LiveMessage.capability)
        house.news.append(id)
        account.clockOffset = .milliseconds(
            hello.wallClock.subtractingClamped(house.wallClock))
        if stage == .greeting { return beginSharing(in: &house) }
        meetSpaces(in: &house)
    }

    /// Both have said hello, in whichever order: before, the peer would take nothing else.
    mutating func beginSharing(in house: inout House) {
        guard stage == .greeting, hello != nil, greetedSpaces != nil, let device else { return }
        stage = .sharing
        meetSpaces(in: &house)
        house.note(
            .greeted(
                id, device, spaces: shared.count, clockOffset: account.clockOffset ?? .zero))
        ping(in: &house)
    }

    // MARK: 5. Sharing

    private mutating func receive(message bytes: Bytes, in house: inout House) throws(Violation) {
        let message: SessionMessage
        do {
            message = try SessionMessage.decode(bytes)
        } catch {
            throw .malformed(error)
        }
        pulse.heardMessage()
        switch (stage, message) {
        case (_, .bye(let reason, let detail)):
            end(.farewell(reason, detail: detail), in: &house)
        case (.proving, .proof(let proof)): try receive(proof: proof, in: &house)
        case (.greeting, .hello(let hello)), (.sharing, .hello(let hello)):
            try receive(hello: hello, in: &house)
        case (.sharing, .ping(let nonce)): send(.pong(nonce: nonce), in: &house)
        case (.sharing, .pong(let nonce)): receive(pong: nonce, in: &house)
        case (.sharing, .letter(let letter)): try receive(letter, in: &house)
        case (.sharing, .letterTaken(let id)): try receive(letterTaken: id, in: &house)
        case (.sharing, .knock(let proof)): try receive(knock: proof, in: &house)
        case (.sharing, .file(let message)): try receive(message, in: &house)
        case (.sharing, .live(let message)): try receive(message, in: &house)
        case (.sharing, .unknown): break
        case (.sharing, .proof): throw .unexpected("second proof")
        case (.sharing, _): try share(message, bytes: bytes.count, in: &house)
        default: throw .unexpected("message before its stage")
        }
    }

    /// Something came that was of no use; too many of them in a row end the conversation.
    mutating func strike(in house: House) throws(Violation) {
        strikes += 1
        guard strikes <= house.settings.patience else { throw .useless(strikes) }
    }

    // MARK: 6. The end

    /// Says goodbye and closes.
    mutating func dismiss(_ reason: Reason, detail: String = "", in house: inout House) {
        sayGoodbye(reason, detail, in: &house)
        end(.dismissed(reason), in: &house)
    }

    /// Closes; the peer learns a reason only if it is known to be of this workplace.
    mutating func end(_ ending: Ending, in house: inout House) {
        guard !isOver else { return }
        if case .violation(let violation) = ending, handshakeHash != nil {
            sayGoodbye(.protocolError, violation.farewell, in: &house)
        }
        stage = .ended(ending)
        session = nil
        house.live[id] = nil
        house.over.append(id)
        house.effects.append(.close(id))
    }

    private mutating func sayGoodbye(_ reason: Reason, _ detail: String, in house: inout House) {
        guard proof != nil || stage == .proving else { return }
        send(.bye(reason, detail: String(detail.prefix(Limits.farewellBytes / 4))), in: &house)
    }

    /// Runs a step; if the peer broke a rule in it, the conversation ends.
    mutating func guarded(
        in house: inout House,
        _ step: (inout Conversation, inout House) throws(Violation) -> Void
    ) {
        do {
            try step(&self, &house)
        } catch {
            end(.violation(error), in: &house)
        }
    }

    // MARK: Sending

    mutating func send(_ message: SessionMessage, in house: inout House) {
        send(encoded: message.encoded(), in: &house)
    }

    mutating func send(encoded message: Bytes, in house: inout House) {
        guard !isOver, let bytes = try? session?.seal(message) else { return }
        transmit(bytes, in: &house)
    }

    private mutating func transmit(_ bytes: Bytes, in house: inout House) {
        account.bytesSent += UInt64(bytes.count)
        house.effects.append(.send(id, bytes))
    }

    /// The name of a space in this session.
    func tag(of space: SpaceID) -> SpaceTag {
        let hash = Hash.keyed((handshakeHash?.bytes ?? []), .tag, [space.bytes])
        return SpaceTag(raw: Bytes8(word: hash.prefix))
    }
}
