internal import Engine
internal import Keys
internal import Languages
internal import LocalProtocol
internal import SecureChannel
internal import Transport
internal import Wire

/// Lets newcomers in, and lets this node in elsewhere: invitations and joins from the code to the
/// membership.
///
/// One invitation is open at a time, because nothing in a pairing's first message may tell which
/// one it is for.
actor PairingDesk {
    private let transport: TransportService
    private let host: Host
    private let clocks: Clocks
    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    private var generator = SecureGenerator()
    private var nextDial: ConnectionNumber = PairingDesk.firstDial

    /// Dials of pairings have numbers from here on, those of the engine lower ones.
    static let firstDial: ConnectionNumber = 1 << 62

    /// How many pairings that are over are still remembered.
    private static let remembered = 32

    init(transport: TransportService, host: Host, clocks: Clocks) {
        self.transport = transport
        self.host = host
        self.clocks = clocks
    }

    private var elapsed: Duration { .nanoseconds(Int64(clamping: clocks.now.nanoseconds)) }

    // MARK: What a person asks for

    /// Opens an invitation; one that is still open is called off.
    ///
    /// - Parameters:
    ///   - purpose: Whom it is for.
    ///   - lifetime: How long its code is good for.
    func invite(_ purpose: Purpose = .colleague, lifetime: Duration) async -> Pairing {
        for id in order where entries[id]?.shown.role == .inviter { await end(id, .cancelled) }
        let invitation = Invitation(code: PairingCode(using: &generator), at: elapsed)
        let wall = clocks.wallClock + lifetime.components.seconds * 1000
        let shown = Pairing(
            id: newID(), role: .inviter, state: .waiting, code: invitation.code.text,
            expiresAt: Timestamp(milliseconds: wall), triesLeft: invitation.triesLeft,
            purpose: purpose.shown)
        add(Entry(shown: shown, side: .inviter(invitation, nil), purpose: purpose))
        await host.announce(invitation.code.locator)
        return shown
    }

    /// Begins to join with a code; ``dial(_:for:)`` goes on once the inviter is found.
    func join(code: PairingCode, newcomer: Newcomer) throws(ServiceError) -> Pairing {
        guard let session = Bytes16(randomBytes(16, using: &generator)) else {
            throw ServiceError(.internal, "The random generator gave too little.")
        }
        let joiner = PairingJoiner(
            code: code, session: session, scalar: Ristretto255.scalar(using: &generator),
            newcomer: newcomer)
        let wall = clocks.wallClock + Int64(Limits.pairingSeconds) * 1000
        let shown = Pairing(
            id: newID(), role: .joiner, state: .searching,
            expiresAt: Timestamp(milliseconds: wall))
        add(Entry(shown: shown, side: .joiner(joiner)))
        return shown
    }

    /// A pairing as it stands.
    func pairing(_ id: String) async -> Pairing? {
        await expire()
        return entries[id]?.shown
    }

    /// A pairing as it stands and its changes from now on.
    func watch(_ id: String) async -> (Pairing, AsyncStream<Pairing>)? {
        await expire()
        return entries[id].map { ($0.shown, $0.changes.listen()) }
    }

    /// Passes on what the person says about the words.
    func judge(_ id: String, wordsMatch: Bool) async throws(ServiceError) -> Pairing {
        guard var entry = entries[id] else { throw PairingDesk.unknown }
        let state = entry.shown.state
        guard state == .comparing else {
            throw ServiceError(
                .usage, "There are no words to compare: the pairing is \(state.rawValue).")
        }
        do {
            let events: [PairingEvent]
            switch entry.side {
            case .inviter(let invitation, var inviter?):
                events = try inviter.decide(isAccepted: wordsMatch)
                entry.side = .inviter(invitation, inviter)
            case .joiner(var joiner):
                events = try joiner.decide(isAccepted: wordsMatch)
                entry.side = .joiner(joiner)
            case .inviter(_, nil): events = []
            }
            entry.shown.state = .waitingForOther
            save(id, entry)
            try await carryOut(events, for: id)
        } catch let error as ChannelError {
            await fail(id, error)
        } catch let error as ServiceError {
            await end(id, .failed, error)
        } catch {
            await end(id, .failed, ServiceError(.internal, said: "\(error)"))
        }
        if !wordsMatch { await end(id, .refused, PairingDesk.refusal) }
        return entries[id]?.shown ?? entry.shown
    }

    /// Calls a pairing off.
    func cancel(_ id: String) async throws(ServiceError) -> Pairing {
        guard entries[id] != nil else { throw PairingDesk.unknown }
        await end(id, .cancelled)
        guard let entry = entries[id] else { throw PairingDesk.unknown }
        return entry.shown
    }

    /// Ends invitations and joins whose time is over.
    func expire() async {
        for id in order {
            guard let entry = entries[id], !entry.shown.state.isOver,
                let expiry = entry.shown.expiresAt, expiry.milliseconds < clocks.wallClock
            else { continue }
            await end(
                id, .expired,
                ServiceError(
                    .offline, "The code is too old.",
                    hint: "Ask your colleague for a new one: `hearth invite`."))
        }
    }

    // MARK: What the network brings

    /// Whether a pairing can still succeed.
    func isOpen(_ id: String) -> Bool { entries[id].map { !$0.shown.state.isOver } ?? false }

    /// Whether a join still looks for its inviter.
    func isSearching(_ id: String) -> Bool {
        guard let entry = entries[id] else { return false }
        return entry.shown.state == .searching && entry.connection == nil
    }

    /// Dials a node that may be the inviter.
    func dial(_ address: Address, for id: String) {
        guard var entry = entries[id], isSearching(id) else { return }
        nextDial += 1
        entry.connection = nextDial
        save(id, entry)
        transport.dial(address, as: nextDial)
    }

    /// Goes on with a join when its dial has succeeded.
    func connected(_ number: ConnectionNumber) async {
        guard let id = id(of: number), var entry = entries[id],
            case .joiner(var joiner) = entry.side
        else { return transport.close(number) }
        do {
            let events = try joiner.start()
            entry.side = .joiner(joiner)
            entry.shown.state = .connecting
            save(id, entry)
            try await carryOut(events, for: id)
        } catch {
            await end(id, .failed, ServiceError(.internal, said: "\(error)"))
        }
    }

    /// Takes in bytes of a pairing; the first of a connection that was accepted opens an attempt.
    func received(_ bytes: Bytes, on number: ConnectionNumber) async {
        await expire()
        guard let id = id(of: number) ?? openAttempt(on: number), var entry = entries[id] else {
            return transport.close(number)
        }
        do {
            let events: [PairingEvent]
            switch entry.side {
            case .inviter(let invitation, var inviter?):
                events = try inviter.receive(bytes)
                entry.side = .inviter(invitation, inviter)
            case .joiner(var joiner):
                events = try joiner.receive(bytes)
                entry.side = .joiner(joiner)
            case .inviter(_, nil): return transport.close(number)
            }
            save(id, entry)
            try await carryOut(events, for: id)
        } catch let error as ChannelError {
            await fail(id, error)
        } catch {
            await end(id, .failed, error as? ServiceError)
        }
    }

    /// Learns that a connection has ended or was not made.
    func closed(_ number: ConnectionNumber) async {
        guard let id = id(of: number), var entry = entries[id] else { return }
        entry.connection = nil
        switch (entry.shown.state, entry.side) {
        case (.searching, _): save(id, entry)
        case (.waiting, .inviter(let invitation, _)), (.connecting, .inviter(let invitation, _)):
            entry.side = .inviter(invitation, nil)
            entry.shown.state = .waiting
            save(id, entry)
        default:
            save(id, entry)
            await end(
                id, .failed,
                ServiceError(
                    .offline, "The other side hung up.", hint: "Try again with a new code."))
        }
    }

    private func openAttempt(on number: ConnectionNumber) -> String? {
        for id in order {
            guard var entry = entries[id], entry.shown.state == .waiting, entry.connection == nil,
                case .inviter(var invitation, _) = entry.side
            else { continue }
            let scalar = Ristretto255.scalar(using: &generator)
            guard let attempt = try? invitation.begin(at: elapsed, scalar: scalar) else { continue }
            entry.side = .inviter(invitation, attempt)
            entry.connection = number
            entry.shown.state = .connecting
            entry.shown.triesLeft = invitation.triesLeft
            save(id, entry)
            return id
        }
        return nil
    }

    // MARK: What comes of it

    private func carryOut(_ events: [PairingEvent], for id: String) async throws {
        for event in events {
            guard var entry = entries[id], !entry.shown.state.isOver else { return }
            switch event {
            case .send(let bytes):
                if let connection = entry.connection {
                    _ = transport.send(bytes, on: connection)
                }
            case .keyAgreed(let words):
                if case .inviter(var invitation, let attempt) = entry.side {
                    try invitation.redeem(at: elapsed)
                    entry.side = .inviter(invitation, attempt)
                }
                entry.shown.words = words
                entry.shown.state = .comparing
                save(id, entry)
                if entry.shown.role == .inviter { await host.announce(nil) }
            case .newcomer(let newcomer): try await meet(newcomer, for: id)
            case .bothAccepted: try await makeOffer(id)
            case .offer(let offer): try await accept(offer, for: id)
            case .acceptance(let acceptance):
                entry.acceptance = acceptance
                save(id, entry)
                try await welcome(id)
            case .refused: await end(id, .refused, PairingDesk.refusal)
            case .welcome(let welcome):
                entry.shown.otherName = welcome.inviterName
                save(id, entry)
                let workplace = try await host.adopt(welcome, entry.offer)
                entries[id]?.shown.workplace = workplace
                await end(id, .joined)
            }
        }
    }

    /// Shows who wants in, and finds out whose a further device shall become.
    private func meet(_ newcomer: Newcomer, for id: String) async throws {
        guard let purpose = entries[id]?.purpose else { return }
        let offer = try await host.offer(newcomer, purpose)
        guard var entry = entries[id] else { return }
        entry.newcomer = newcomer
        entry.offer = offer
        entry.shown.otherName = newcomer.device == nil ? newcomer.name : offer?.name
        entry.shown.otherDevice = newcomer.device == nil ? nil : newcomer.name
        entry.shown.purpose = offer?.purpose.shown ?? entry.shown.purpose
        save(id, entry)
    }

    /// Both sides found the words equal: a further device is told whose it shall become.
    private func makeOffer(_ id: String) async throws {
        guard var entry = entries[id], case .inviter(let invitation, var attempt?) = entry.side
        else { return }
        guard let offer = entry.offer else { return try await welcome(id) }
        let events = try attempt.offer(offer)
        entry.side = .inviter(invitation, attempt)
        save(id, entry)
        try await carryOut(events, for: id)
    }

    /// This node is told whose it shall become.
    private func accept(_ offer: PairingOffer, for id: String) async throws {
        let keys = try await host.consider(offer)
        guard var entry = entries[id], case .joiner(var joiner) = entry.side else { return }
        let events = try joiner.accept(with: keys.device, sheet: keys.sheet)
        entry.side = .joiner(joiner)
        entry.offer = offer
        entry.shown.purpose = offer.purpose.shown
        save(id, entry)
        try await carryOut(events, for: id)
    }

    private func welcome(_ id: String) async throws {
        guard let given = entries[id], let newcomer = given.newcomer else { return }
        let welcome = try await host.admit(newcomer, given.offer, given.acceptance)
        guard var entry = entries[id], case .inviter(let invitation, var attempt?) = entry.side
        else { return }
        let events = try attempt.welcome(welcome)
        entry.side = .inviter(invitation, attempt)
        save(id, entry)
        try await carryOut(events, for: id)
        await end(id, .joined)
    }

    /// A failed attempt uses up a try of an invitation, and ends a join.
    private func fail(_ id: String, _ error: ChannelError) async {
        guard var entry = entries[id] else { return }
        if case .inviter(let invitation, _) = entry.side, entry.shown.words.isEmpty,
            invitation.isOpen(at: elapsed)
        {
            if let connection = entry.connection { transport.close(connection) }
            entry.connection = nil
            entry.side = .inviter(invitation, nil)
            entry.shown.state = .waiting
            return save(id, entry)
        }
        let isWrongCode = error == .wrongCode
        await end(
            id, isWrongCode && entry.shown.role == .inviter ? .expired : .failed,
            ServiceError(
                isWrongCode ? .usage : .offline,
                said: isWrongCode
                    ? say("The code is wrong, or somebody stands between the two computers.")
                    : say("The pairing broke: \(String(describing: error))."),
                hint: say(
                    "Ask for a new code with `hearth invite` and compare it letter by letter.")))
    }

    /// Calls off everything that is under way.
    func endAll() async {
        for id in order { await end(id, .cancelled) }
    }

    private func end(_ id: String, _ state: PairingState, _ problem: ServiceError? = nil) async {
        guard var entry = entries[id], !entry.shown.state.isOver else { return }
        if let event = state.auditEvent(isInviter: entry.shown.role == .inviter) {
            host.audit(event)
        }
        if let connection = entry.connection { transport.close(connection) }
        entry.connection = nil
        entry.newcomer = nil
        entry.offer = nil
        entry.acceptance = nil
        entry.shown.state = state
        entry.shown.problem = problem
        save(id, entry)
        entry.changes.finish()
        if entry.shown.role == .inviter { await host.announce(nil) }
    }

    private func add(_ entry: Entry) {
        host.audit(.pairingBegun(isInviter: entry.shown.role == .inviter))
        entries[entry.shown.id] = entry
        order.append(entry.shown.id)
        while order.count > PairingDesk.remembered,
            let oldest = order.first(where: { entries[$0]?.shown.state.isOver ?? true })
        {
            entries[oldest] = nil
            order.removeAll { $0 == oldest }
        }
    }

    private func save(_ id: String, _ entry: Entry) {
        entries[id] = entry
        entry.changes.send(entry.shown)
    }

    private func id(of number: ConnectionNumber) -> String? {
        order.first { entries[$0]?.connection == number }
    }

    private func newID() -> String { Hex.encode(randomBytes(8, using: &generator)) }

    private static var unknown: ServiceError {
        ServiceError(.notFound, "There is no such pairing.")
    }
    private static var refusal: ServiceError {
        ServiceError(
            .noSuchRight, "The words differ: somebody may stand between the two computers.",
            hint: "Nothing was handed over. Try again with a new code, side by side.")
    }
}
