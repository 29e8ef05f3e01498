internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// What comes and goes outside of spaces: letters. Knocks go on in `HearthNode+Doors.swift`.
extension HearthNode {
    /// Handles what the engine hands over, one after the other.
    func followPost() async {
        for await event in postStream {
            switch event {
            case .letter(let letter, let device): await receive(letter, from: device)
            case .taken(let id, let device):
                letters.taken(id, by: device)
                await tellDoors()
            case .knocked(let token, let device):
                doorBell.ring(DoorBell.Knock(token: token, device: device), at: clocks.now)
                doorAlarm.set(DoorBell.pause)
            }
        }
    }

    // MARK: Letters for this node

    /// Keeps a letter that makes sense; its sender needn't send it again in any case but one: that
    /// there is no room for it now.
    private func receive(_ letter: Letter, from device: DeviceID) async {
        guard let membership else { return }
        if let reading = reading(in: letter, from: device) {
            do {
                try take(reading)
                await membership.loop.handle(.letterKept(letter.id, from: device))
            } catch {
                logger.error(
                    "what was read elsewhere could not be kept", metadata: ["error": "\(error)"])
            }
            return
        }
        if letters.incoming[letter.id] == nil, let content = read(letter, from: device) {
            do {
                guard try await take(letter, content, from: device) else { return }
            } catch {
                logger.error("a letter could not be kept", metadata: ["error": "\(error)"])
                return
            }
        }
        await membership.loop.handle(.letterKept(letter.id, from: device))
    }

    /// What stands in a letter, if it is for this device and genuine.
    func read(_ letter: Letter, from device: DeviceID) -> LetterContent? {
        guard let own, let membership, let directory = store.directory,
            let secret = try? AgreementKey(secret: own.agreementSecret),
            var plain = try? SealedBox.open(letter.box, with: secret)
        else { return nil }
        defer { wipe(&plain) }
        guard let content = try? LetterContent.decode(plain),
            content.isGenuine(in: membership.workplace.space),
            directory.isAdmitted(content.from, device: device)
        else { return nil }
        return content
    }

    /// - Returns: Whether the letter is kept or done with.
    private func take(
        _ letter: Letter, _ content: LetterContent, from device: DeviceID
    ) async throws -> Bool {
        guard let membership, let directory = store.directory else { return false }
        if let community = directory.community(of: content.space),
            community.isMember(membership.person)
        {
            return true
        }
        let token = letters.codes.keys.first {
            InvitationCode.letter(for: membership.device, token: $0) == letter.id
        }
        if token != nil || content.from == membership.person {
            try await accept(content)
            if let token {
                letters.used(token)
                openedDoors[token] = content.name
            }
            await tellDoors()
            return true
        }
        guard try letters.keep(letter, from: device, at: clocks.wallClock) else {
            logger.warning("there is no room for a letter", metadata: ["device": "\(device)"])
            return false
        }
        tell(.space, Sentence("\(name(of: content.from)) invites you into \(content.name)."))
        return true
    }

    /// Opens the space of an invitation; the person's own word follows once the community is here.
    func accept(_ content: LetterContent) async throws {
        guard let own, let membership else { return }
        let device = try SigningKey(seed: own.signingSeed)
        let space = content.space
        let fresh = content.keys.prefix(Limits.spaceKeys).map {
            EpochKey(space: space, generation: $0.generation, key: $0.key)
        }
        if try keys.keys(of: space) == nil {
            try keys.save(
                SpaceKeys(logSeed: try freshLogSeed(of: space, device: device), epochs: []),
                of: space)
        }
        try await openSpace(
            space, workplace: membership.workplace, device: device, person: membership.person)
        try await keep(fresh, of: space)
        try await followDirectory()
        let community = store.directory?.community(of: space)
        if let community, !community.isMember(membership.person),
            community.visibility == .listed || community.isInvited(membership.person)
        {
            try await write(
                [Compose.join(community: community.record)], to: recordSpace(of: community))
        }
    }

    /// Says in hidden communities whose invitation was accepted that this person is in.
    func answerInvitations() async {
        guard let membership, let directory = store.directory else { return }
        for community in directory.communities
        where community.visibility == .hidden && community.isInvited(membership.person)
            && community.membership[membership.person] == nil
        {
            do throws(ServiceError) {
                try await write(
                    [Compose.join(community: community.record)], to: community.space)
                tell(
                    .space, Sentence("You are in \(community.name) now."),
                    community: community.record.hex)
            } catch {
                logger.error("an invitation could not be answered", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Where a community's record stands, and so who says there that they are in.
    func recordSpace(of community: Directory.Community) -> SpaceID {
        community.visibility == .hidden
            ? community.space : store.directory?.workplace ?? community.space
    }

    /// Where a listed community's record stands.
    func recordSpace(of summary: CommunitySummary) throws(ServiceError) -> SpaceID {
        guard let community = store.directory?.community(of: summary.space) else {
            return try member.workplace.space
        }
        return recordSpace(of: community)
    }

    // MARK: Letters of this node

    /// Sends everything that opens a community to a person's devices.
    ///
    /// - Parameters:
    ///   - devices: Which of the person's devices; `nil` for all.
    ///   - token: That of the code that the person showed, if one was.
    func post(
        _ community: Directory.Community, to person: PersonID, on devices: Set<DeviceID>? = nil,
        token: Bytes16? = nil
    ) async throws(ServiceError) {
        let member = try self.member
        guard let directory = store.directory, let keyring = store.keyring(of: community.space)
        else { throw HearthNode.stopping }
        var plain = LetterContent(
            workplace: directory.workplace, from: member.person, space: community.space,
            name: community.name,
            keys: directory.keysToGive(
                from: keyring, atMost: Limits.spaceKeys,
                barred: store.barredKeys(of: community.space)
            ).map { SpaceKey(generation: $0.generation, key: $0.exposed) },
            founding: community.founding
        ).encoded()
        defer { wipe(&plain) }
        for card in directory.person(person)?.devices ?? []
        where devices?.contains(card.device) ?? true {
            let id =
                token.map { InvitationCode.letter(for: card.device, token: $0) }
                ?? Bytes16(high: generator.next(), low: generator.next())
            guard let box = try? SealedBox.seal(plain, for: card.agreementKey, using: &generator)
            else { continue }
            try await post(Letter(id: id, box: box), to: card.device)
        }
        await tellDoors()
    }

    /// Hands this person's private communities to new devices of theirs, which could not know of
    /// them otherwise.
    func handOver(to devices: Set<DeviceID>) async {
        guard !devices.isEmpty, let membership, let directory = store.directory else { return }
        for community in directory.communities(of: membership.person)
        where community.visibility == .hidden {
            do throws(ServiceError) {
                try await post(community, to: membership.person, on: devices)
            } catch {
                logger.error(
                    "a private community could not be handed over",
                    metadata: ["error": "\(error.message)"])
            }
        }
    }

    private func post(_ letter: Letter, to device: DeviceID) async throws(ServiceError) {
        let hasRoom: Bool
        do {
            hasRoom = try letters.post(letter, to: device, at: clocks.wallClock)
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
        guard hasRoom else {
            throw ServiceError(
                .usage, "\(LetterBox.mostOutgoing) letters wait for colleagues already.",
                hint: "They leave as soon as the colleagues are connected.")
        }
    }
}

extension LetterContent {
    /// Whether a letter names a community of a workplace that can exist.
    func isGenuine(in workplace: SpaceID) -> Bool {
        guard self.workplace == workplace, space != workplace, !keys.isEmpty,
            Founding.spaceID(of: founding) == space,
            let founding = try? Founding.readSpace(founding), founding.kind == .community,
            founding.workplace == workplace,
            let rule = Schema.community.field(named: "name"),
            rule.refusal(of: .text(name)) == nil
        else { return false }
        return true
    }
}
