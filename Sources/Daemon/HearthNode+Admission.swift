internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import SecureChannel
internal import Storage
internal import Wire

/// What a pairing asks of the node: whose a device shall become, and what is handed over.
extension HearthNode {
    /// Says whose a newcomer's device shall become; `nil` for a person who is new.
    func offer(
        to newcomer: Newcomer, _ purpose: PairingDesk.Purpose
    ) throws(ServiceError) -> PairingOffer? {
        let member = try self.member
        switch (newcomer.device, purpose) {
        case (nil, .colleague): return nil
        case (nil, .recovery(let person)): return try offer(person, .recovery, member)
        case (nil, .device):
            throw ServiceError(
                .usage, "The other computer wants in as a person of its own.",
                hint: "For one more computer of yours, run `hearth device join CODE` there.")
        case (.some, .device) where newcomer.sheet == nil:
            return try offer(member.person, .device, member)
        case (.some, .colleague):
            guard let sheet = newcomer.sheet else {
                throw ServiceError(
                    .usage, "The other computer wants to be one more of yours.",
                    hint: "Make a code for that: `hearth device add`.")
            }
            return try offer(try owner(of: sheet, member), .sheet, member)
        case (.some, .device), (.some, .recovery):
            throw ServiceError(
                .usage, "The other computer came for something else than this code is for.",
                hint: "With a recovery sheet, `hearth invite` makes the code.")
        }
    }

    private func offer(
        _ person: PersonID, _ purpose: PairingOffer.Purpose, _ member: Membership
    ) throws(ServiceError) -> PairingOffer {
        guard let person = member.directory.person(person), person.isAdmitted else {
            throw ServiceError(
                .noSuchRight, "Only somebody who belongs can have one more computer.",
                hint: "For somebody who has left: `hearth readmit NAME`.")
        }
        return PairingOffer(
            workplace: member.workplace.space, founding: person.founding, name: person.name,
            purpose: purpose)
    }

    /// Whose recovery sheet has a key.
    private func owner(
        of sheet: DeviceID, _ member: Membership
    ) throws(ServiceError) -> PersonID {
        let owner = member.directory.people.first { person in
            person.membership.devices.contains {
                $0.card.device == sheet && $0.use == .sheet && $0.isIn
            }
        }
        guard let owner else {
            throw ServiceError(
                .noSuchRight, "The recovery sheet is of nobody here, or it was revoked.",
                hint: "Two colleagues can let the person back in: `hearth recover NAME`.")
        }
        return owner.id
    }

    /// Writes what lets a newcomer in, and gives what a member needs.
    func admit(
        _ newcomer: Newcomer, _ offer: PairingOffer?, _ acceptance: PairingAcceptance?
    ) async throws(ServiceError) -> Welcome {
        let member = try self.member
        guard let offer else {
            try await vouch(for: newcomer, member)
            return try welcome(member)
        }
        guard let acceptance else {
            throw ServiceError(.internal, "The device has not said that it wants to be added.")
        }
        switch offer.purpose {
        case .device:
            guard let card = newcomer.device else { throw HearthNode.stopping }
            try await write(
                [
                    Compose.addition(card, use: .computer, acceptance: acceptance.acceptance)
                        + sealings(of: member.workplace.space, for: [card])
                ], to: member.workplace.space)
            audit(.pairingAdmitted(member.person))
            tell(.pairing, Sentence("\(newcomer.name) is one more computer of yours."))
            return try welcome(member, spaces: keysOfSpaces(member))
        case .recovery: try await speak(for: newcomer, offer, acceptance, member)
        case .sheet:
            tell(.pairing, Sentence("\(offer.name) is back with a recovery sheet."))
        case .unknown: throw ServiceError(.internal, "An offer without a purpose was accepted.")
        }
        return try welcome(member)
    }

    private func vouch(for newcomer: Newcomer, _ member: Membership) async throws(ServiceError) {
        let founding: PersonFounding
        do {
            founding = try Founding.readPerson(newcomer.founding)
        } catch {
            throw ServiceError(.usage, "The newcomer's keys are not valid.")
        }
        try await write(
            [
                Compose.vouch(personFounding: newcomer.founding)
                    + sealings(of: member.workplace.space, for: [founding.device])
            ], to: member.workplace.space)
        audit(.pairingAdmitted(Founding.personID(of: newcomer.founding)))
        tell(
            .pairing,
            founding.isKiosk
                ? Sentence("\(newcomer.name), a shared terminal, was let in.")
                : Sentence("\(newcomer.name) was let in."))
    }

    /// The first colleague's word that somebody is back; a second one decides.
    private func speak(
        for newcomer: Newcomer, _ offer: PairingOffer, _ acceptance: PairingAcceptance,
        _ member: Membership
    ) async throws(ServiceError) {
        let card: DeviceCard
        do {
            card = try Founding.readPerson(newcomer.founding).device
        } catch {
            throw ServiceError(.usage, "The newcomer's keys are not valid.")
        }
        try await speak(
            for: Founding.personID(of: offer.founding), card, acceptance.acceptance, member)
        tell(
            .pairing,
            Sentence(
                "You gave your word that \(offer.name) is back; a second colleague runs "
                    + "`hearth recover \(offer.name)`."))
    }

    private func welcome(
        _ member: Membership, spaces: [SharedKeys] = []
    ) throws(ServiceError) -> Welcome {
        let keys = shared(
            store.keyring(of: member.workplace.space), atMost: Limits.spaceKeys / 2)
        guard let networkKey = Bytes32(member.workplace.networkKey.exposedCopy()), !keys.isEmpty
        else { throw ServiceError(.internal, "The keys of the workplace are not here.") }
        return Welcome(
            workplace: member.workplace.space, name: workplaceName(member).name,
            networkKey: networkKey, keys: keys, inviter: member.person,
            inviterName: name(of: member.person), addresses: listening.map(\.description),
            spaces: spaces)
    }

    private func shared(_ keyring: Keyring?, atMost count: Int) -> [SpaceKey] {
        guard let keyring, let directory = store.directory else { return [] }
        return directory.keysToGive(
            from: keyring, atMost: count, barred: store.barredKeys(of: keyring.space)
        ).map { SpaceKey(generation: $0.generation, key: $0.exposed) }
    }

    /// Keys of the spaces that the person is in, as many as a welcome holds.
    private func keysOfSpaces(_ member: Membership) -> [SharedKeys] {
        var left = HearthNode.keysInWelcome
        return member.openSpaces.sorted().filter { $0 != member.workplace.space }
            .compactMap { space in
                guard left > 0 else { return nil }
                let keys = shared(
                    store.keyring(of: space), atMost: min(left, Limits.spaceKeys / 2))
                left -= keys.count
                return keys.isEmpty ? nil : SharedKeys(space: space, keys: keys)
            }
    }

    /// Keys of communities that fit into a welcome beside those of the workplace; any other comes
    /// as the keys of spaces come to every device.
    private static let keysInWelcome = 400

    // MARK: On the new computer

    /// Gives the keys of this computer, if it may become what is offered.
    func consider(_ offer: PairingOffer) throws(ServiceError) -> PairingDesk.NewDevice {
        guard (try? Founding.readPerson(offer.founding)) != nil else {
            throw ServiceError(.usage, "The person whose computer this shall be is not valid.")
        }
        if own == nil, let arriving {
            return PairingDesk.NewDevice(device: arriving.device, sheet: arriving.sheet?.device)
        }
        guard let own else { throw HearthNode.stopping }
        guard own.name.lowercased() == offer.name.lowercased() else {
            throw ServiceError(
                .usage, "The code lets \(offer.name) come back, and this is \(own.name).",
                hint: "Ask your colleague for a code of `hearth invite`.")
        }
        do {
            return PairingDesk.NewDevice(device: try SigningKey(seed: own.signingSeed), sheet: nil)
        } catch {
            throw ServiceError(.internal, "The key file of this person is damaged.")
        }
    }

    /// Makes this node a part of the workplace that welcomes it.
    func adopt(
        _ welcome: Welcome, _ offer: PairingOffer?
    ) async throws(ServiceError) -> WorkplaceName {
        guard membership == nil else {
            throw ServiceError(.usage, "This home belongs to a workplace already.")
        }
        let me = try newOwner(welcome, offer)
        let workplace = WorkplaceKeys(
            space: welcome.workplace,
            networkKey: SecretBytes(copying: welcome.networkKey.bytes), name: welcome.name)
        try keepKeys(welcome.spaces, as: me)
        let device = try deviceID(me)
        let first = try composed { () throws(CommunityError) in
            offer == nil
                ? try Compose.introduction(
                    personFounding: me.founding, name: me.name, deviceLabel: me.deviceName)
                : try Compose.device(device, label: me.deviceName)
        }
        own = me
        try await found(workplace, epochs: HearthNode.epochs(welcome.keys), as: me, first: first)
        if arriving?.sheet == nil { arriving = nil }
        guard let membership else { throw HearthNode.stopping }
        let addresses = welcome.addresses.compactMap { Address($0) }
        await membership.loop.handle(.staticPeers(fixedPeers + addresses))
        audit(.workplaceJoined(welcome.workplace, inviter: welcome.inviter))
        tell(.pairing, Sentence("This node joined \(welcome.name)."))
        return workplaceName(membership)
    }

    /// Who lives here from now on: the person of this home, or the one whom the offer names.
    private func newOwner(
        _ welcome: Welcome, _ offer: PairingOffer?
    ) throws(ServiceError) -> OwnKeys {
        guard let offer else {
            guard let own else { throw HearthNode.stopping }
            return own
        }
        guard offer.workplace == welcome.workplace else {
            throw ServiceError(.internal, "The other computer welcomes to another workplace.")
        }
        var made: OwnKeys
        if own == nil, let arriving {
            made = OwnKeys(
                signingSeed: arriving.device.seed, agreementSecret: arriving.agreement.secret,
                founding: offer.founding, name: offer.name, deviceName: arriving.label)
        } else if let own {
            made = own
            made.founding = offer.founding
            made.name = offer.name
        } else {
            throw HearthNode.stopping
        }
        try saved { () throws(DaemonError) in try keys.save(made) }
        return made
    }

    private func keepKeys(_ spaces: [SharedKeys], as me: OwnKeys) throws(ServiceError) {
        for space in spaces {
            do {
                let log = try freshLogSeed(
                    of: space.space, device: try SigningKey(seed: me.signingSeed))
                try keys.save(
                    SpaceKeys(logSeed: log, epochs: HearthNode.epochs(space.keys)),
                    of: space.space)
            } catch {
                throw ServiceError(.internal, "The keys of a community can't be kept: \(error).")
            }
        }
    }

    private static func epochs(
        _ keys: [SpaceKey]
    ) -> [(generation: UInt64, secret: SecretBytes)] {
        keys.map { ($0.generation, SecretBytes(copying: $0.key.bytes)) }
    }
}

/// A computer on its way to become one more device of somebody.
struct Arrival: Sendable {
    /// Its signing key.
    let device: SigningKey
    /// Its X25519 key.
    let agreement: AgreementKey
    /// What it will be called.
    let label: String
    /// The recovery sheet that speaks for it, only until it has.
    let sheet: SheetKeys?
    /// Whether the sheet shall put all other computers out.
    let revokesOthers: Bool
}
