internal import Languages
internal import Logging
internal import Community
internal import Discovery
internal import Engine
internal import Foundation
internal import LocalProtocol
internal import Storage
internal import Transport
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What comes from the network and from the clock, and where it goes.
extension HearthNode {
    /// Opens the port and starts to browse, then resumes the membership of the home.
    func start() async throws {
        port = try await listen()
        updateAddresses(Interfaces.list())
        discovery?.start()
        sites.start()
        try await resume()
        logger.info(
            "the node is up",
            metadata: [
                "port": "\(port)", "home": "\(home.data)", "version": "\(HearthNode.version)",
            ])
    }

    private func listen() async throws -> UInt16 {
        do {
            return try await transport.listen()
        } catch {
            guard case .portTaken(let taken) = error, configuration.port == nil else {
                throw DaemonError.port(configuration.port ?? Configuration.defaultPort, error)
            }
            logger.notice(
                "the usual port is taken, another one is used", metadata: ["port": "\(taken)"])
            var settings = try configuration.transport()
            settings.port = 0
            await transport.shutDown()
            transport = TransportService(settings)
            return try await transport.listen()
        }
    }

    /// Handles what happens on connections, until the transport is shut down.
    func followConnections() async {
        for await event in transport.events {
            await handle(event)
            for (number, bytes) in mail.collect() {
                await pairings.received(bytes, on: number)
            }
        }
    }

    private func handle(_ event: TransportEvent) async {
        switch event {
        case .accepted(let number, let remote):
            guard let loop = membership?.loop else { return transport.close(number) }
            await loop.handle(.accepted(ConnectionID(number: number), from: remote))
        case .connected(let number, _):
            if mail.owns(number) { return await pairings.connected(number) }
            await membership?.loop.handle(.connected(ConnectionID(number: number)))
        case .dialFailed(let number, let error):
            if mail.owns(number) { return await pairings.closed(number) }
            await membership?.loop.handle(.dialFailed(ConnectionID(number: number), "\(error)"))
        case .received(let number, let bytes):
            if mail.owns(number) { return await pairings.received(bytes, on: number) }
            await membership?.loop.handle(.received(ConnectionID(number: number), bytes))
        case .writable: break
        case .closed(let number, let reason):
            if mail.owns(number) {
                mail.forget(number)
                return await pairings.closed(number)
            }
            await membership?.loop.handle(
                .closed(ConnectionID(number: number), reason.sentence))
        }
    }

    /// Handles what discovery finds, until it is stopped.
    func followDiscovery() async {
        guard let discovery else { return }
        for await event in discovery.events { await handle(event) }
    }

    private func handle(_ event: DiscoveryEvent) async {
        switch event {
        case .available:
            discoveryOutage = nil
            logger.info("multicast DNS is available")
        case .unavailable(let outage):
            discoveryOutage = outage
            logger.warning("multicast DNS is unavailable", metadata: ["reason": "\(outage)"])
            tell(.warning, Sentence("Multicast DNS is unavailable; run `hearth doctor`."))
        case .advertised(let instance):
            await membership?.loop.handle(.advertising(instance: instance))
        case .nameTaken:
            name = nil
            await advertise()
        case .found(let node):
            guard sightings.count < DiscoveryLimits.services || sightings[node.instance] != nil
            else { return }
            sightings[node.instance] = node
            await membership?.loop.handle(.sighted(node.sighting))
        case .lost(let instance):
            sightings[instance] = nil
            await membership?.loop.handle(.lost(instance: instance))
        }
    }

    /// Does what is due at its time, until the node is stopped.
    func followAlarms() async {
        async let resting: Void = followRest()
        await followAlarm()
        await resting
    }

    /// Lets the engine see that its timer is due, and renews the name of the day.
    private func followAlarm() async {
        for await _ in alarm.rings {
            await membership?.loop.handle(.timer)
            await rememberPeers()
            followFilesIfDue()
            if let name, name.isStale(wallClock: clocks.wallClock) {
                self.name = nil
                await advertise()
            }
        }
    }

    /// Keeps the addresses of the peers that were reached, for the next start.
    private func rememberPeers() async {
        guard let loop = membership?.loop else { return }
        var peers = remembered
        peers.note(await loop.peers())
        guard peers != remembered else { return }
        remembered = peers
        do {
            try peers.save(path: home.state + "/peers", key: keys.fileKey)
        } catch {
            logger.warning(
                "the addresses of peers could not be kept", metadata: ["error": "\(error)"])
        }
    }

    /// Stores what peers send and tells what came.
    func followStorage() async {
        await storage.write(
            to: store, hasRoom: { [weak self] in await self?.hasRoom(in: $0) ?? false }
        ) { [weak self] event, outcome in
            await self?.stored(event, outcome)
        }
    }

    /// Reads what peers ask for.
    func serveStorage() async {
        await storage.read(from: store) { [weak self] event in
            await self?.membership?.loop.handle(event)
        }
    }

    private func stored(_ event: Event, _ outcome: (SpaceID, IngestOutcome)?) async {
        await membership?.loop.handle(event)
        guard let (space, outcome) = outcome else { return }
        noteWrite()
        countBytes(of: space)
        await reopen(outcome.endedSpaces)
        if outcome.directoryChanged { await followDirectoryOrLog() }
        if outcome.newCommits > 0 { followFilesSoon() }
        if outcome.newCommits > 0, space != membership?.workplace.space {
            endLogsLater()
            followNoticesLater(in: space)
            if outcome.takesBack { confirmErasuresLater() }
            await followSetAsidesSoon(in: space)
        }
        if outcome.newCommits > 0 {
            let community = membership?.directory.community(of: space)
            tell(
                .space,
                arrived(outcome.newCommits, in: community?.name),
                community: community?.record.hex)
        }
    }

    /// Dials anew and announces the new addresses whenever an interface comes or goes.
    func followInterfaces() async {
        for await interfaces in await transport.interfaceChanges() {
            updateAddresses(interfaces)
            discovery?.restartBrowsing()
            sites.look()
            await membership?.loop.handle(.addressesChanged(listening))
        }
    }

    private func updateAddresses(_ interfaces: [NetworkInterface]) {
        let policy = configuration.addressPolicy
        listening =
            interfaces
            .filter {
                configuration.interfaces.isEmpty || configuration.interfaces.contains($0.name)
            }
            .filter { $0.isUsable || (configuration.isLoopbackAllowed && $0.kind == .loopback) }
            .flatMap { interface in
                interface.addresses.map(\.address).filter { policy.allows($0) }.map {
                    Address(
                        host: $0.text, port: port,
                        interface: $0.needsInterface ? interface.name : nil)
                }
            }
    }

    /// Announces this node on the network: with the day's name, the workplace's tag, and the
    /// locator of an open invitation.
    func advertise() async {
        guard let discovery, let membership else { return }
        let name = self.name ?? DiscoveryName(wallClock: clocks.wallClock, using: &generator)
        self.name = name
        var text = [
            "v": Bytes("1".utf8),
            "t": Bytes(Hex.encode(name.tag(networkKey: membership.workplace.networkKey)).utf8),
        ]
        if let locator { text["j"] = Bytes("\(locator)".utf8) }
        await membership.loop.handle(.advertising(instance: name.instance))
        do {
            try discovery.advertise(Advertisement(instance: name.instance, port: port, text: text))
        } catch {
            logger.error("this node can't be announced", metadata: ["error": "\(error)"])
        }
    }

    /// Announces the locator of an open invitation, or that there is none.
    ///
    /// A new name goes with it, because nodes that know this one would not look at its text again.
    func announce(_ locator: Int?) async {
        guard self.locator != locator else { return }
        self.locator = locator
        name = nil
        await advertise()
    }

    /// Says goodbye to all and ends every loop.
    func stop() async {
        isStopped = true
        await desk?.endAll()
        await membership?.loop.handle(.shutdown)
        discovery?.stop()
        sites.stop()
        await transport.shutDown()
        storage.finish()
        fileQueue.finish()
        alarm.stop()
        rest.alarm.stop()
        happenings.finish()
        searches.finish()
        upkeep.finish()
        post.finish()
        keyAlarm.stop()
        doorAlarm.stop()
        later.finish()
        news.finish()
        losses.finish()
    }

    /// A backup that was made while the node ran must not pass for its present state.
    private func renewMark() {
        do {
            try marker.renew(using: &generator)
        } catch {
            logger.warning("the home's mark could not be renewed", metadata: ["error": "\(error)"])
        }
    }

    /// What the keys protected must not stay readable after they are gone.
    private func removeReadableDatabase() {
        for name in ["view.sqlite", "view.sqlite-wal", "view.sqlite-shm"] {
            unlink(home.data + "/" + name)
        }
        let rooms = home.data + "/rooms"
        guard FileManager.default.fileExists(atPath: rooms) else { return }
        do {
            try FileManager.default.removeItem(atPath: rooms)
        } catch {
            logger.error("the reading rooms are still there", metadata: ["error": "\(error)"])
        }
    }

    /// Closes the databases, once every loop has ended.
    func close() async {
        do {
            try files.flush()
            try await store.close()
            try await shelf.close()
        } catch {
            logger.error("the databases could not be closed", metadata: ["error": "\(error)"])
        }
        if isWiped { removeReadableDatabase() } else { renewMark() }
        logger.info("the node is down")
    }
}

extension DiscoveredNode {
    /// What the engine needs to know of it.
    var sighting: Sighting {
        let tag = text["t"].flatMap { Hex.decode(String(decoding: $0, as: UTF8.self)) } ?? []
        return Sighting(instance: instance, tag: tag, addresses: addresses)
    }

    /// The locator of its open invitation, if it has one.
    var locator: Int? { text["j"].flatMap { Int(String(decoding: $0, as: UTF8.self)) } }
}

/// That commits arrived, in a community or the workplace.
private func arrived(_ count: Int, in community: String?) -> Sentence {
    guard let community else {
        return Sentence(
            count, one: "1 commit arrived in the workplace.",
            other: "\(.count) commits arrived in the workplace.")
    }
    return Sentence(
        count, one: "1 commit arrived in \(community).",
        other: "\(.count) commits arrived in \(community).")
}

extension CloseReason {
    /// Why a connection ended, for people; `nil` for an ordinary end.
    var sentence: String? {
        switch self {
        case .local, .remote: nil
        case .outgoingOverflow: say("the peer takes its bytes too slowly")
        case .failed(let error): "\(error)"
        }
    }
}

extension DiscoveryOutage {
    /// What is wrong, for people.
    var description: String {
        switch self {
        case .noMessageBus: say("the system's message bus (D-Bus) does not run")
        case .noResponder: say("avahi-daemon does not run or does not answer")
        case .refused(let code): say("avahi-daemon refuses (error \(code))")
        }
    }
}
