internal import Community
internal import Languages
internal import Transport
internal import Discovery
internal import Storage
internal import Engine
public import LocalProtocol
internal import Wire

/// Who else is there, and how far each is.
extension HearthNode {
    public func peers() async throws(ServiceError) -> PeerList {
        let member = try self.member
        let names = spaceNames(member)
        let labels = try await deviceLabels()
        let reports = await member.loop.peers()
        return PeerList(
            peers: reports.map { listed($0, names, labels) },
            staticPeers: configuration.staticPeers.map(\.description))
    }

    func spaceNames(_ membership: Membership) -> [SpaceID: String] {
        var names = [membership.workplace.space: workplaceName(membership).name]
        for community in membership.directory.communities {
            names[community.space] = community.name
        }
        return names
    }

    private func deviceLabels() async throws(ServiceError) -> [DeviceID: String] {
        let people = try await stored { () async throws(StorageError) in
            try await store.people()
        }
        return Dictionary(
            people.flatMap(\.devices).map { ($0.id, $0.label) },
            uniquingKeysWith: { first, _ in first })
    }

    private func listed(
        _ report: PeerReport, _ names: [SpaceID: String], _ labels: [DeviceID: String]
    ) -> Peer {
        let device = report.device
        return Peer(
            id: device?.hex ?? report.address?.description ?? "unknown",
            person: report.person.map { personName($0) },
            device: device.map { device in
                DeviceName(id: device.hex, name: labels[device] ?? report.software ?? "")
            },
            state: report.state.shown, isNeighbour: report.isNeighbour, origin: report.origin,
            address: report.address?.description, interface: report.address?.interface,
            roundTripMilliseconds: report.roundTrip.map(\.milliseconds),
            spaces: report.spaces.map { space in
                PeerSpace(
                    id: space.space.hex, name: names[space.space] ?? "\(space.space)",
                    weLack: Int(clamping: space.weLack), theyLack: Int(clamping: space.theyLack),
                    isInSync: space.isInSync)
            },
            bytesReceived: Int64(clamping: report.bytesReceived),
            bytesSent: Int64(clamping: report.bytesSent),
            commitsReceived: Int(clamping: report.commitsReceived),
            commitsSent: Int(clamping: report.commitsSent),
            connectedAt: report.connectedSince.map(timestamp),
            lastContactAt: report.lastContact.map(timestamp),
            lastError: report.lastEnding?.sentence, nextTryAt: report.nextDial.map(timestamp))
    }

    private func timestamp(_ instant: Instant) -> Timestamp {
        Timestamp(milliseconds: clocks.wallClock(at: instant))
    }

    public func holdings(_ request: HoldingsRequest) async throws(ServiceError) -> Holdings {
        let member = try self.member
        let reports = await member.loop.peers()
        let wanted = request.peer.lowercased()
        let found = reports.filter { report in
            report.device?.hex.hasPrefix(wanted) == true && wanted.count >= 6
                || report.person.map { name(of: $0).lowercased() } == wanted
                || report.person?.code.lowercased() == wanted
        }
        guard let report = found.first, let device = report.device else {
            throw ServiceError(
                .notFound, "No peer is called \"\(request.peer)\".",
                hint: "`hearth peers` shows all.")
        }
        guard found.count == 1 else {
            let devices = found.compactMap { $0.device?.description }.joined(separator: ", ")
            throw ServiceError(
                .usage, "\"\(request.peer)\" has several devices.", hint: "Say which: \(devices).")
        }
        let names = spaceNames(member)
        var spaces: [HeldSpace] = []
        for space in member.openSpaces.sorted() {
            guard let held = await member.loop.holdings(of: device, in: space) else { continue }
            spaces.append(
                HeldSpace(
                    id: space.hex, name: names[space] ?? "\(space)",
                    theirs: Int(clamping: held.map(\.theirs).reduce(0, &+)),
                    ours: Int(clamping: held.map(\.ours).reduce(0, &+)),
                    logs: try await logs(held, in: space)))
        }
        return Holdings(
            peer: listed(report, names, try await deviceLabels()),
            asOf: report.lastContact.map(timestamp), spaces: spaces)
    }

    private func logs(
        _ held: [Holding], in space: SpaceID
    ) async throws(ServiceError) -> [HeldLog] {
        let writers = try await stored { () async throws(StorageError) in
            try await store.writers(of: space)
        }
        return held.map { holding in
            HeldLog(
                log: Bytes8(word: holding.prefix).hex,
                author: holding.log.flatMap { writers[$0] }.map { name(of: $0) },
                theirs: Int(clamping: holding.theirs), ours: Int(clamping: holding.ours))
        }
    }

    public func addStaticPeer(
        _ request: StaticPeerRequest
    ) async throws(ServiceError) -> StaticPeers {
        let address = try staticAddress(request.address)
        try obey { () throws(PolicyRefusal) in try machine.policy.check(address) }
        guard configuration.addressPolicy.allows(address) else {
            throw ServiceError(
                .usage, "\(request.address) is not an address of a local network.",
                hint: "Name its range in network.extra-ranges of hearth.toml if it is yours.")
        }
        guard !configuration.staticPeers.contains(address) else { return staticPeers }
        return try await setStaticPeers(configuration.staticPeers + [address])
    }

    public func removeStaticPeer(
        _ request: StaticPeerRequest
    ) async throws(ServiceError) -> StaticPeers {
        let address = try staticAddress(request.address)
        guard configuration.staticPeers.contains(address) else {
            throw ServiceError(
                .notFound, "\(request.address) is not among the static peers.",
                hint: "`hearth peers` shows them.")
        }
        return try await setStaticPeers(configuration.staticPeers.filter { $0 != address })
    }

    private var staticPeers: StaticPeers {
        StaticPeers(addresses: configuration.staticPeers.map(\.description))
    }

    private func setStaticPeers(_ addresses: [Address]) async throws(ServiceError) -> StaticPeers {
        do {
            try Configuration.write(staticPeers: addresses, path: home.configuration)
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
        configuration.staticPeers = addresses
        await membership?.loop.handle(.staticPeers(fixedPeers))
        return staticPeers
    }

    private func staticAddress(_ text: String) throws(ServiceError) -> Address {
        guard let address = Address(text) else {
            throw ServiceError(
                .usage, "\"\(text)\" is no address; an address looks like 10.0.0.7:7117.")
        }
        return address
    }

    // MARK: In sync or not, and why

    public func sync(_ request: SyncRequest) async throws(ServiceError) -> AnswerStream<
        SyncProgress
    > {
        let member = try self.member
        discovery?.restartBrowsing()
        await member.loop.handle(.addressesChanged(listening))
        let deadline = clocks.now + .seconds(min(max(request.timeoutSeconds ?? 15, 1), 3_600))
        let watcher = SyncWatcher(node: self, deadline: deadline)
        return AnswerStream { await watcher.next() }
    }

    /// Whether any colleague's device is connected now.
    func isMeetingPeers() async -> Bool {
        await membership?.loop.peers().contains { $0.state == .connected } ?? false
    }

    /// How far the replica is from those of the connected colleagues.
    func syncProgress(isOver: Bool) async -> SyncProgress {
        guard let loop = membership?.loop else {
            return SyncProgress(state: .timedOut)
        }
        let connected = await loop.peers().filter { $0.state == .connected }
        let spaces = connected.flatMap(\.spaces)
        let isSettled =
            !connected.isEmpty && connected.allSatisfy { !$0.spaces.isEmpty }
            && spaces.allSatisfy { $0.weLack == 0 && $0.theyLack == 0 && $0.isInSync }
        let state: SyncState =
            isSettled
            ? .inSync : isOver ? .timedOut : connected.isEmpty ? .searching : .transferring
        return SyncProgress(
            state: state, connectedPeers: connected.count,
            weLack: Int(clamping: spaces.map(\.weLack).reduce(0, &+)),
            theyLack: Int(clamping: spaces.map(\.theyLack).reduce(0, &+)),
            received: Int(clamping: connected.map(\.commitsReceived).reduce(0, &+)),
            sent: Int(clamping: connected.map(\.commitsSent).reduce(0, &+)))
    }

    public func explainSync() async throws(ServiceError) -> SyncExplanation {
        let member = try self.member
        let names = spaceNames(member)
        var causes = await member.loop.explain().map { cause($0, names) }
        let locked = try await lockedCommits(member)
        for (space, count) in locked {
            causes.append(
                SyncCause(
                    code: "waitingForKeys",
                    sentence: say(
                        count,
                        one: "\(.count) commits of \(names[space] ?? say("a community")) can't be "
                            + "opened yet: their key has not arrived.",
                        other:
                            "\(.count) commits of \(names[space] ?? say("a community")) can't be "
                            + "opened yet: their key has not arrived."),
                    remedy: say("Run `hearth sync` while a colleague is connected."),
                    space: names[space]))
        }
        return SyncExplanation(isInSync: causes.isEmpty, causes: causes)
    }

    private func lockedCommits(_ member: Membership) async throws(ServiceError) -> [(SpaceID, Int)]
    {
        let statistics = try await stored { () async throws(StorageError) in
            try await store.statistics()
        }
        return statistics.filter { $0.lockedCommits > 0 && member.openSpaces.contains($0.space) }
            .map { ($0.space, $0.lockedCommits) }
    }

    private func cause(_ explanation: Explanation, _ names: [SpaceID: String]) -> SyncCause {
        let peer = explanation.device.map { device in
            membership?.directory.members.first { $0.device == device }?.name ?? "\(device)"
        }
        let space = explanation.space.map { names[$0] ?? "\($0)" }
        let (code, reason, remedy) = explanation.cause.words
        let count = say(
            Int(clamping: explanation.commits), one: "\(.count) commit", other: "\(.count) commits")
        let commits = space.map { say("\(count) of \($0)") } ?? count
        let who = peer ?? say("a colleague")
        let what =
            explanation.direction == .toUs
            ? say("\(commits) that \(who) has are missing here") : say("\(who) lacks \(commits)")
        return SyncCause(
            code: code, sentence: say("\(what): \(reason)."), remedy: remedy, space: space,
            peer: peer)
    }
}

/// Looks at the progress until everything is in sync or the time is over.
private actor SyncWatcher {
    private let node: HearthNode
    private let deadline: Instant
    private var last: SyncProgress?
    private var isOver = false

    init(node: HearthNode, deadline: Instant) {
        self.node = node
        self.deadline = deadline
    }

    func next() async -> SyncProgress? {
        guard !isOver else { return nil }
        while true {
            guard await !node.isStopped else {
                isOver = true
                return nil
            }
            let progress = await node.syncProgress(isOver: node.clocks.now >= deadline)
            isOver = progress.state == .inSync || progress.state == .timedOut
            if isOver || progress != last {
                last = progress
                return progress
            }
            do {
                try await Task.sleep(for: .milliseconds(50))
            } catch {
                isOver = true
                return nil
            }
        }
    }
}

extension PeerReport.State {
    fileprivate var shown: PeerState {
        switch self {
        case .connected: .connected
        case .dialling, .handshaking: .connecting
        case .waiting: .waiting
        case .seen: .seen
        case .away: .away
        }
    }
}

extension PeerReport {
    /// How the peer was found; the surest way first.
    fileprivate var origin: PeerOrigin {
        for (source, origin) in [
            (Sighting.Source.multicast, PeerOrigin.multicast), (.configured, .configured),
            (.introduced, .introduced), (.remembered, .remembered),
        ] where sources.contains(source) {
            return origin
        }
        return .incoming
    }
}

extension Duration {
    /// The duration in milliseconds with their fraction.
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1000 + Double(attoseconds) / 1e15
    }

    /// The duration without its sign.
    var magnitude: Duration { self < .zero ? .zero - self : self }
}

extension Explanation.Cause {
    /// A name for programs, the reason and what to do.
    fileprivate var words: (String, String, String?) {
        switch self {
        case .transferring(let received, let expected):
            ("transferring", say("\(received) of \(expected) are transferred"), nil)
        case .awaitingAcknowledgement:
            ("awaitingAcknowledgement", say("sent, not confirmed yet"), nil)
        case .comparing: ("comparing", say("the two replicas are being compared"), nil)
        case .waitingForWorkplace:
            ("waitingForWorkplace", say("the workplace's own records come first"), nil)
        case .queued: ("queued", say("others are sent first"), nil)
        case .peerOffline:
            (
                "peerOffline", say("that computer is not connected"),
                say("It comes when both are on site.")
            )
        case .noPeerHasIt:
            (
                "noPeerHasIt", say("no connected colleague has it"),
                say("Wait for its author to be on site.")
            )
        case .fork:
            (
                "fork", say("the log has two histories"),
                say("A restored or cloned computer wrote it; nothing that is here is lost.")
            )
        case .withheld(let reason):
            ("withheld", say("the peer withholds it: \(reason.rawValue)"), nil)
        case .waitingForDependency:
            ("waitingForDependency", say("something before it has not arrived"), nil)
        case .waitingForKeys: ("waitingForKeys", say("its key has not arrived"), nil)
        case .notPermitted: ("notPermitted", say("this node may not have it"), nil)
        case .quota:
            (
                "quota", say("a quota for it is used up"),
                say("`hearth policy show` lists the quotas of this computer.")
            )
        case .cut: ("cut", say("its log was ended before it"), nil)
        case .undecodable:
            ("undecodable", say("it can't be read"), say("Its author's Hearth may be broken."))
        case .versionTooNew:
            (
                "versionTooNew", say("a newer Hearth wrote it"),
                say("Update Hearth on this computer.")
            )
        case .forged:
            (
                "forged", say("its signature is false"),
                say("It was refused; look at `hearth peers`.")
            )
        case .storageFailed(let reason):
            ("storageFailed", say("it could not be stored: \(reason)"), say("Check the disk."))
        }
    }
}
