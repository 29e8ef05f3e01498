internal import Ledger
internal import Sync
public import Wire

extension Node {
    /// Everybody who is or may become a peer: those in a session first.
    public func peers(at now: Instant) -> [PeerReport] {
        let known = contacts.numbers.compactMap { number in
            contacts[number].map { report($0, isWanted: isWanted(number)) }
        }
        let booked = Set(known.compactMap(\.connection))
        let strangers = conversations.keys.sorted().filter { !booked.contains($0) }
            .compactMap { conversations[$0].map(report) }
        let all = known + strangers
        return all.filter { $0.state == .connected } + all.filter { $0.state != .connected }
    }

    private func report(_ contact: Contact, isWanted: Bool) -> PeerReport {
        let conversation = contact.connection.flatMap { conversations[$0] }
        let record = contact.record
        let account = conversation?.account ?? Account()
        let device = contact.device ?? conversation?.device
        let member = device.flatMap { house.members[$0] }
        return PeerReport(
            device: device, person: member?.person ?? record.person, name: member?.name,
            isMember: member != nil, software: conversation?.hello?.software ?? record.software,
            connection: conversation?.id, isDialled: conversation?.id.isDialled ?? false,
            address: conversation?.address ?? record.address ?? contact.race.first,
            sources: contact.sources.sorted(), state: state(of: contact, conversation),
            isNeighbour: isWanted
                || conversation.map { $0.stage == .sharing && $0.neighbourTalk.isWantedByPeer }
                    ?? false,
            roundTrip: account.roundTrip ?? record.roundTrip,
            clockOffset: account.clockOffset ?? record.clockOffset,
            spaces: conversation?.hello == nil
                ? record.spaces : conversation.map(spaceReports) ?? [],
            bytesReceived: record.bytesReceived + account.bytesReceived,
            bytesSent: record.bytesSent + account.bytesSent,
            commitsReceived: record.commitsReceived + account.commitsReceived,
            commitsSent: record.commitsSent + account.commitsSent,
            connectedSince: conversation?.began,
            lastContact: account.lastContact ?? record.lastContact,
            lastEnding: record.lastEnding, nextDial: contact.nextDial)
    }

    private func state(of contact: Contact, _ conversation: Conversation?) -> PeerReport.State {
        if let conversation { return conversation.stage == .sharing ? .connected : .handshaking }
        if !contact.attempts.isEmpty { return .dialling }
        guard contact.nextDial != nil else { return .away }
        return contact.record.lastEnding == nil ? .seen : .waiting
    }

    /// A connection of which the device isn't known yet.
    private func report(_ conversation: Conversation) -> PeerReport {
        var contact = Contact()
        contact.connection = conversation.id
        contact.sources = [.incoming]
        return report(contact, isWanted: isWanted(nil))
    }

    func spaceReports(of conversation: Conversation) -> [PeerReport.Space] {
        guard !conversation.isTelling else { return [] }
        return conversation.shared.keys.sorted().compactMap { space in
            guard let state = conversation.shared[space],
                let frontier = house.spaces[space]?.frontier
            else { return nil }
            let progress = state.request.flatMap { request in
                request.announced.map {
                    PeerReport.Progress(
                        received: request.received, expected: $0.commits,
                        expectedBytes: $0.bytes)
                }
            }
            return PeerReport.Space(
                space: space, weLack: state.peer.weLack(frontier),
                theyLack: state.peer.theyLack(frontier), isInSync: state.peer.isInSync,
                forks: state.peer.forks(frontier).count, progress: progress)
        }
    }

    /// What a connected device holds of a space, log by log; empty if it isn't known.
    public func holdings(of device: DeviceID, in space: SpaceID) -> [Holding] {
        let conversation = conversations.values.first {
            $0.device == device && !$0.isOver && !$0.isTelling
        }
        guard let peer = conversation?.shared[space]?.peer, peer.isSettled,
            let frontier = house.spaces[space]?.frontier
        else { return [] }
        var holdings = frontier.entries.map { log, head in
            Holding(
                log: log, prefix: log.prefix,
                theirs: peer.remote[log.prefix]?.length ?? head.length, ours: head.length)
        }
        for entry in peer.remote.values.sorted(by: { $0.log < $1.log })
        where frontier.resolve(entry.log) == nil {
            holdings.append(
                Holding(log: nil, prefix: entry.log, theirs: entry.length, ours: 0))
        }
        return holdings
    }

    /// How each space of this node stands.
    public func spaceReports(at now: Instant) -> [SpaceReport] {
        house.spaces.keys.sorted().compactMap { space in
            guard let frontier = house.spaces[space]?.frontier else { return nil }
            let peers = conversations.values.filter { !$0.isTelling }
                .compactMap { $0.shared[space]?.peer }
            var furthest: [UInt64: UInt64] = [:]
            for peer in peers {
                for entry in peer.remote.values {
                    furthest[entry.log] = max(furthest[entry.log] ?? 0, entry.length)
                }
            }
            let weLack = furthest.reduce(UInt64(0)) { sum, item in
                let own = frontier.entry(of: item.key).length
                return sum.addingClamped(item.value > own ? item.value - own : 0)
            }
            return SpaceReport(
                space: space, logs: frontier.count, commits: frontier.commitCount,
                peers: peers.count, peersInSync: peers.count(where: \.isInSync), weLack: weLack)
        }
    }
}
