internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// What changes among people, communities and keys ask of this node.
extension HearthNode {
    /// Tells the engine who is in and who may share what, takes new keys, and opens and closes
    /// communities.
    ///
    /// One change is followed after the other: rights that were told late must not replace newer
    /// ones.
    func followDirectory() async throws {
        // What is decided in consequence writes, and so comes back here: its turn is the next.
        if let former = try await followInTurn() { try await followDecisions(since: former) }
    }

    /// - Returns: The directory before.
    private func followInTurn() async throws -> Directory? {
        await followTurn.take()
        defer { followTurn.end() }
        guard var membership, let directory = store.directory else { return nil }
        let former = membership.directory
        let newDevices = Set(directory.person(membership.person)?.devices.map(\.device) ?? [])
            .subtracting(
                former.person(membership.person)?.devices.map(\.device) ?? []
            )
            .subtracting([membership.device])
        membership.directory = directory
        self.membership = membership
        await tellEngine(membership)
        try await openInStorage(membership)
        try await takeKeys()
        try await share(membership)
        await handOver(to: newDevices)
        if !newDevices.isEmpty { tellReadingLater() }
        keyAlarm.set(.zero)
        return former
    }

    /// ``followDirectory()`` where nobody could be told of a failure.
    func followDirectoryOrLog() async {
        do {
            try await followDirectory()
        } catch {
            logger.error("the directory could not be followed", metadata: ["error": "\(error)"])
        }
    }

    /// Lets the engine take up spaces anew in which logs end elsewhere now.
    func reopen(_ spaces: Set<SpaceID>) async {
        guard let membership else { return }
        for space in spaces.sorted() where membership.openSpaces.contains(space) {
            do {
                let frontier = try store.frontier(of: space)
                await membership.loop.handle(.spaceClosed(space))
                await membership.loop.handle(.spaceOpened(space, frontier))
            } catch {
                logger.error("a space could not be opened", metadata: ["error": "\(error)"])
            }
        }
    }

    // MARK: Spaces

    /// The communities that this node keeps: those that its person is in, and those of which it
    /// was given the key and the rest is on its way.
    ///
    /// A hidden community stays after its person has left, because the word that they left has to
    /// reach a member; the others give it nothing any more.
    private func wantedSpaces(_ membership: Membership) -> Set<SpaceID> {
        guard let directory = store.directory else { return [] }
        let me = membership.person
        // A terminal shows what it has to everybody: only what everybody may read.
        if isKiosk {
            return Set(directory.communities.filter { $0.visibility == .open }.map(\.space))
        }
        var wanted: Set<SpaceID> = []
        for community in directory.communities {
            let hasKey =
                directory.keyStates[community.space]?.boxes(for: membership.device).isEmpty == false
            switch community.visibility {
            case .open:
                if directory.isMember(me, of: community.space) { wanted.insert(community.space) }
            case .listed:
                let isIn = community.membership[me, default: 0] > 0
                if isIn && (hasKey || community.isMember(me)) { wanted.insert(community.space) }
            case .hidden: wanted.insert(community.space)
            }
        }
        for (space, kind) in store.spaces
        where kind == .community && directory.community(of: space) == nil {
            wanted.insert(space)
        }
        return wanted
    }

    private func openInStorage(_ membership: Membership) async throws {
        guard let own else { return }
        let device = try SigningKey(seed: own.signingSeed)
        for space in wantedSpaces(membership).sorted()
        where !membership.openSpaces.contains(space) {
            try await openSpace(
                space, workplace: membership.workplace, device: device, person: membership.person)
        }
    }

    /// Tells the engine who may share which space, then which spaces there are.
    private func share(_ membership: Membership) async throws {
        guard let directory = store.directory else { return }
        self.membership?.directory = directory
        let wanted = wantedSpaces(membership)
        var audiences: [SpaceID: Set<DeviceID>] = [:]
        for space in wanted {
            if let audience = directory.audience(of: space) { audiences[space] = audience }
        }
        await membership.loop.handle(.audiencesChanged(audiences))
        for space in wanted.sorted()
        where self.membership?.openSpaces.insert(space).inserted == true {
            do {
                await membership.loop.handle(.spaceOpened(space, try store.frontier(of: space)))
            } catch {
                self.membership?.openSpaces.remove(space)
                throw error
            }
        }
        for space in membership.openSpaces.sorted()
        where space != membership.workplace.space && !wanted.contains(space) {
            self.membership?.openSpaces.remove(space)
            await membership.loop.handle(.spaceClosed(space))
        }
        await tellDoors()
    }

    /// Tells the engine which letters wait and which codes count.
    func tellDoors() async {
        guard let membership, let directory = store.directory else { return }
        letters.tidy(at: clocks.wallClock)
        let now = clocks.wallClock
        let invitations = directory.communities.filter { $0.isMember(membership.person) }
            .flatMap(\.invitations).filter { $0.isOpen(at: now) }.map(\.terms.token)
        await membership.loop.handle(.outboxChanged(letters.outbox))
        await membership.loop.handle(
            .doorsChanged(knocks: Set(letters.codes.keys), invitations: Set(invitations)))
    }
}
