import LocalProtocol
import Synchronization

// Archives, replication and upkeep.
extension FakeService {
    func beginImport(_ request: ImportRequest) async throws(ServiceError) -> ImportTicket {
        ImportTicket(id: "i1", community: Self.bearings)
    }

    func importBatch(_ request: ImportBatch) async throws(ServiceError) -> ImportProgress {
        calls.withLock { calls in
            calls += request.posts.map { "import \($0.kind.rawValue) \($0.source) \($0.author)" }
        }
        return ImportProgress(questions: request.posts.count)
    }

    func finishImport(_ request: ImportReference) async throws(ServiceError) -> ImportSummary {
        ImportSummary(
            progress: ImportProgress(
                questions: 1, answers: 1, duplicates: 3, refused: 1,
                refusals: [ImportRefusal(source: "mbox:<9@x>", reason: "its title is empty")]),
            durability: Durability(connected: 0, holding: 0))
    }

    func sync(_ request: SyncRequest) async throws(ServiceError) -> AnswerStream<SyncProgress> {
        let isShort = request.timeoutSeconds == 0
        return AnswerStream { continuation in
            continuation.yield(SyncProgress(state: .searching))
            continuation.yield(SyncProgress(state: .transferring, connectedPeers: 1, weLack: 7))
            continuation.yield(
                isShort
                    ? SyncProgress(state: .timedOut, connectedPeers: 1, weLack: 7)
                    : SyncProgress(state: .inSync, connectedPeers: 1, received: 7, sent: 1))
            continuation.finish()
        }
    }

    func explainSync() async throws(ServiceError) -> SyncExplanation {
        SyncExplanation(
            isInSync: false,
            causes: [
                SyncCause(
                    code: "peer-offline", sentence: "Ben's laptop was last seen 2 h ago.",
                    remedy: "Wait until it is back.", space: "Bearings", peer: "ben-laptop")
            ])
    }

    static let peer = Peer(
        id: "d2", person: ben, device: DeviceName(id: "d2", name: "ben-laptop"),
        state: .connected, origin: .multicast, address: "192.168.7.9:4710", interface: "eth0",
        roundTripMilliseconds: 1.26,
        spaces: [
            PeerSpace(id: "w1", name: "Plant North", isInSync: true),
            PeerSpace(id: "c1", name: "Bearings", weLack: 3, theyLack: 0, isInSync: false),
        ],
        bytesReceived: 20_480, bytesSent: 900, commitsReceived: 1200, commitsSent: 1,
        connectedAt: noon, lastContactAt: noon)

    func peers() async throws(ServiceError) -> PeerList {
        PeerList(
            peers: [
                Self.peer,
                Peer(
                    id: "s9", state: .waiting, isNeighbour: false, origin: .configured,
                    address: "10.0.0.7:4710",
                    lastError: "connection refused", nextTryAt: Self.noon),
            ], staticPeers: ["10.0.0.7:4710"])
    }

    func holdings(_ request: HoldingsRequest) async throws(ServiceError) -> Holdings {
        guard request.peer.lowercased() == "ben" else {
            throw ServiceError(.notFound, said: "No peer is named \(request.peer).")
        }
        return Holdings(
            peer: Self.peer, asOf: Self.noon,
            spaces: [
                HeldSpace(id: "w1", name: "Plant North", theirs: 40, ours: 40),
                HeldSpace(
                    id: "c1", name: "Bearings", theirs: 1203, ours: 1200,
                    logs: [HeldLog(log: "aabbccddeeff", author: "Ben", theirs: 10, ours: 7)]),
            ])
    }

    func addStaticPeer(_ request: StaticPeerRequest) async throws(ServiceError) -> StaticPeers {
        StaticPeers(addresses: ["10.0.0.7:4710", request.address])
    }

    func removeStaticPeer(_ request: StaticPeerRequest) async throws(ServiceError) -> StaticPeers {
        StaticPeers(addresses: [])
    }

    func doctor() async throws(ServiceError) -> DoctorReport {
        DoctorReport(
            checks: [
                DoctorCheck(
                    name: "interfaces", title: "Network", verdict: .fine,
                    finding: "eth0 is up and takes multicast."),
                DoctorCheck(
                    name: "avahi", title: "Discovery", verdict: .problem,
                    finding: "avahi-daemon isn't running.",
                    remedy: "sudo systemctl start avahi-daemon"),
                DoctorCheck(
                    name: "firewall", title: "Firewall", verdict: .unknown,
                    finding: "Its rules can't be read by this user."),
            ], diagnosis: "No colleague is seen because avahi-daemon isn't running.")
    }

    func policy() async throws(ServiceError) -> PolicyReport {
        let path = "/etc/hearth/policy.toml"
        return PolicyReport(
            files: [PolicyFile(path: path, hash: String(repeating: "5a", count: 32))],
            rules: [
                PolicyRule(
                    key: "network.hop-limit", rule: "hop-limit at most 2", path: path, line: 7,
                    value: "1", source: "default"),
                PolicyRule(
                    key: "network.port", value: "7200", source: "hearth.toml, line 3"),
                PolicyRule(
                    key: "gateway.allowed", rule: "gateway not allowed", path: path, line: 9,
                    value: "no", source: "policy"),
                PolicyRule(
                    key: "storage.retention-least", rule: "retention-least 90d", path: path,
                    line: 12, value: "90d", source: "policy",
                    remark: "not used by this version: nothing is ever removed yet"),
            ])
    }

    func gateway() async throws(ServiceError) -> GatewayReport {
        note("gateway")
        return GatewayReport(
            state: .open, port: 8427, addresses: ["http://10.0.0.7:8427/"],
            names: ["hearth.plant.example"])
    }

    func setGateway(_ request: GatewayRequest) async throws(ServiceError) -> GatewayReport {
        note("setGateway", request)
        guard request.isOpen else { return GatewayReport(state: .off, port: 8427) }
        throw ServiceError(
            .noSuchRight,
            said:
                "hearth gateway on: forbidden by /etc/hearth/policy.toml, line 9: gateway not allowed.",
            hint: "Ask whoever looks after this computer; `hearth policy show` lists its rules.")
    }

    func audit(_ request: AuditRequest) async throws(ServiceError) -> AnswerStream<AuditLine> {
        let text = """
            {"sequence":1,"time":"2027-05-04T12:00:00.000Z","event":"node-started",\
            "fields":{"version":"0.1.0"},"hash":"\(String(repeating: "ab", count: 32))"}
            """
        let line = AuditLine(
            sequence: 1, at: Self.noon, event: "node-started",
            fields: [AuditField(name: "version", value: "0.1.0")],
            hash: String(repeating: "ab", count: 32), text: text)
        return AnswerStream { continuation in
            if request.event == nil || request.event == line.event { continuation.yield(line) }
            continuation.finish()
        }
    }

    func verifyAudit(_ request: AuditVerification) async throws(ServiceError) -> AuditVerdict {
        guard request.first == 1 else {
            return AuditVerdict(
                isIntact: false, lines: 0, lastLine: 0, brokenLine: 7,
                brokenFile: "000000000001.jsonl",
                problem: "its hash is not that of its content after the line before it")
        }
        return AuditVerdict(
            isIntact: true, lines: 12, lastLine: 12, lastHash: String(repeating: "ab", count: 32))
    }

    func inspectMachine() async throws(ServiceError) -> MachineInspection {
        MachineInspection(
            sockets: [
                ListeningSocketReport(
                    kind: "tcp", address: "0.0.0.0:7117", purpose: "colleagues' nodes"),
                ListeningSocketReport(
                    kind: "unix", address: "/run/user/1000/hearth/hearth.sock",
                    purpose: "the local API, for this user only"),
            ], interfaces: ["eth0"], ranges: ["192.168.7.0/24"], hopLimit: 1,
            policy: [
                PolicyFile(
                    path: "/etc/hearth/policy.toml", hash: String(repeating: "5a", count: 32))
            ], atRest: .sealed,
            files: [FileModeReport(path: "/home/ada/keys", mode: "700", isPrivate: true)],
            leaves: ["Nothing else: no relay, no update check, no telemetry, no look-up of names."],
            checks: [
                DoctorCheck(
                    name: "sockets", title: "Listening sockets", verdict: .fine,
                    finding: "The kernel lists TCP port 7117 and the local API, and nothing else.")
            ])
    }

    func rebuild() async throws(ServiceError) -> AnswerStream<RebuildProgress> {
        AnswerStream { continuation in
            continuation.yield(RebuildProgress(done: 50, total: 1200))
            continuation.yield(RebuildProgress(done: 1200, total: 1200, isFinished: true))
            continuation.finish()
        }
    }

    func dump(_ request: DumpRequest) async throws(ServiceError) -> AnswerStream<DumpPiece> {
        if let community = request.community, community != "Bearings" {
            return AnswerStream { continuation in
                continuation.yield(DumpPiece(text: "space w1\n"))
                continuation.finish(
                    throwing: ServiceError(.internal, said: "The database can't be read."))
            }
        }
        return AnswerStream { continuation in
            continuation.yield(DumpPiece(text: "space w1\n  person Ada\n"))
            continuation.yield(DumpPiece(text: "space c1\n"))
            continuation.finish()
        }
    }

    func events(_ request: EventsRequest) async throws(ServiceError) -> AnswerStream<NodeEvent> {
        let (stream, continuation) = AnswerStream<NodeEvent>.makeStream()
        continuation.onTermination = { [weak self] _ in
            self?.departures.withLock { $0 += 1 }
        }
        watchers.withLock { $0.append(continuation) }
        return stream
    }

    /// Lets something happen for all who watch.
    func emit(_ sentence: String) {
        let event = NodeEvent(kind: .posted, at: Self.noon, sentence: sentence)
        watchers.withLock { $0.forEach { $0.yield(event) } }
    }
}
