internal import Engine
internal import Ledger
internal import Logging
internal import Transport
internal import Wire

/// Runs the engine: hands it what happens, one event at a time, and carries out what it decides.
///
/// Nothing here decides anything. The engine's decisions are synchronous, so an event and its
/// effects are never interleaved with another event.
actor EngineLoop {
    private var node: Node
    private let transport: TransportService
    private let storage: StorageQueue
    private let files: FileQueue
    private let alarm: Alarm
    private let pairing: @Sendable (ConnectionNumber, Bytes) -> Void
    private let post: @Sendable (PostEvent) -> Void
    private let logger: Logger
    private let clocks: Clocks
    private let audit: @Sendable (AuditEvent) -> Void
    private var pairingConnections: Set<ConnectionNumber> = []

    init(
        node: consuming Node, transport: TransportService, storage: StorageQueue,
        files: FileQueue, alarm: Alarm, logger: Logger, clocks: Clocks,
        audit: @escaping @Sendable (AuditEvent) -> Void,
        pairing: @escaping @Sendable (ConnectionNumber, Bytes) -> Void,
        post: @escaping @Sendable (PostEvent) -> Void
    ) {
        self.node = node
        self.transport = transport
        self.storage = storage
        self.files = files
        self.alarm = alarm
        self.logger = logger
        self.clocks = clocks
        self.audit = audit
        self.pairing = pairing
        self.post = post
    }

    /// Lets the engine see an event and does what it says.
    func handle(_ event: Event) {
        let effects = node.handle(event, at: clocks.now, wallClock: clocks.wallClock)
        for effect in effects { carryOut(effect) }
    }

    /// What is known about every peer.
    func peers() -> [PeerReport] { node.peers(at: clocks.now) }

    /// What one peer holds of a space.
    func holdings(of device: DeviceID, in space: SpaceID) -> [Holding]? {
        node.holdings(of: device, in: space)
    }

    /// The peers that say that they have some of a file.
    func holders(of address: AttachmentAddress) -> [FileHolder] { node.holders(of: address) }

    /// One cause for everything that is not in sync.
    func explain() -> [Explanation] { node.explain(at: clocks.now) }

    /// How every open space stands.
    func spaces() -> [SpaceReport] { node.spaceReports(at: clocks.now) }

    private func carryOut(_ effect: Effect) {
        switch effect {
        case .dial(let connection, let address):
            transport.dial(address, as: connection.number)
        case .send(let connection, let bytes):
            _ = transport.send(bytes, on: connection.number)
        case .close(let connection):
            transport.close(connection.number)
        case .pair(let connection, let bytes):
            pairing(connection.number, bytes)
        case .ingest(let token, let connection, let space, let runs):
            storage.add(.ingest(token: token, from: connection, space: space, runs: runs))
        case .count(let token, let space, let needs):
            storage.add(.count(token: token, space: space, needs: needs))
        case .load(let token, _, let space, let needs, let cursor, let maximumBytes):
            storage.add(
                .load(
                    token: token, space: space, needs: needs, after: cursor,
                    maximumBytes: maximumBytes))
        case .proveRemoval(let device): storage.add(.proveRemoval(of: device))
        case .lookForFile(let token, let space, let address):
            files.add(.look(token: token, space, address))
        case .readFileChunk(let token, let space, let address, let chunk):
            files.add(.read(token: token, space, address, chunk: chunk))
        case .storeFileChunk(let connection, let file, let chunk):
            files.add(.store(connection, file, chunk))
        case .setTimer(let instant):
            alarm.set(clocks.duration(until: instant))
        case .letter(let letter, let device): post(.letter(letter, from: device))
        case .letterTaken(let id, by: let device): post(.taken(id, by: device))
        case .knocked(let token, by: let device): post(.knocked(token, by: device))
        case .note(let diagnostic):
            diagnostic.log(to: logger)
            if let event = diagnostic.auditEvent { audit(event) }
        }
    }
}

extension ConnectionID {
    private static let dialledBit: UInt64 = 1 << 63

    /// The transport's number of this connection.
    ///
    /// Both sides count dialled and accepted connections apart: the engine marks the dialled ones,
    /// the transport the accepted ones.
    var number: ConnectionNumber {
        isDialled ? raw & ~ConnectionID.dialledBit : raw | TransportService.firstAcceptedConnection
    }

    /// The engine's name for a connection of the transport.
    init(number: ConnectionNumber) {
        if number >= TransportService.firstAcceptedConnection {
            self.init(accepted: number & ~TransportService.firstAcceptedConnection)
        } else {
            self.init(raw: number | ConnectionID.dialledBit)
        }
    }
}
