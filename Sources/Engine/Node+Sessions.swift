internal import Sync
internal import Wire

extension Node {
    /// Somebody connected.
    ///
    /// Only so many may be unproved at one time; then the oldest from the address that has most of
    /// them goes, so that a flood drowns itself.
    mutating func accept(_ id: ConnectionID, from address: Address) {
        guard isRunning, conversations[id] == nil else {
            house.effects.append(.close(id))
            return
        }
        let halfOpen = conversations.values.filter { !$0.id.isDialled && $0.proof == nil }
        if halfOpen.count >= house.settings.halfOpenConnections {
            let byHost = Dictionary(grouping: halfOpen) { $0.address?.host ?? "" }
            let crowd = byHost.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
            let oldest = crowd?.value.min { ($0.began, $0.id) < ($1.began, $1.id) }
            if let oldest { conversations[oldest.id]?.end(.crowded, in: &house) }
        }
        conversations[id] = Conversation(id, address: address, at: house.now)
    }

    /// The connection is gone without a goodbye.
    mutating func disconnected(_ id: ConnectionID, _ text: String?) {
        if conversations[id] != nil {
            conversations[id]?.end(.disconnected(text), in: &house)
        } else {
            dialEnded(id, .dialFailed(text ?? "closed"))
        }
    }

    /// Takes note of what conversations have come to: who is who, and who is gone.
    mutating func reap() {
        let news = house.news
        house.news = []
        for id in Set(news).sorted() { introduce(id) }
        while !house.doomed.isEmpty || !house.suspects.isEmpty {
            for id in house.doomed { conversations[id]?.dismiss(.duplicate, in: &house) }
            house.doomed = []
            for id in house.suspects { conversations[id]?.ping(in: &house) }
            house.suspects = []
        }
        let over = house.over
        house.over = []
        for id in Set(over).sorted() {
            switch conversations[id]?.stage {
            case .ended(let ending): bury(id, ending)
            case .handedOver: conversations[id] = nil
            default: break
            }
            deadlines[id] = nil
            house.mayAsk = true
        }
        guard !news.isEmpty, conversations.count > house.settings.sessions else { return }
        let sessions = conversations.values.filter { $0.proof != nil }
        guard sessions.count > house.settings.sessions else { return }
        let strangers = sessions.filter {
            house.members[$0.device ?? house.identity.deviceID] == nil
        }
        let victim = (strangers.isEmpty ? sessions : strangers).max { $0.began < $1.began }
        if let victim {
            conversations[victim.id]?.end(.crowded, in: &house)
            bury(victim.id, .crowded)
        }
    }

    /// Writes a proved device into the address book.
    private mutating func introduce(_ id: ConnectionID) {
        guard let conversation = conversations[id], let device = conversation.device else { return }
        let number: Int
        if let dialled = contacts.number(of: id) {
            guard let identified = identify(dialled, as: device, over: id) else { return }
            number = identified
        } else {
            guard let known = contacts.number(of: device) ?? contacts.insert(device: device) else {
                return
            }
            number = known
            contacts[number]?.sources.insert(.incoming)
        }
        guard var contact = contacts[number] else { return }
        if !conversation.isOver {
            contact.connection = id
            contact.nextDial = nil
            for attempt in contact.attempts.keys.sorted() {
                house.effects.append(.close(attempt))
            }
            contact.attempts = [:]
            contact.attemptsEnd = nil
        }
        contact.hint = nil
        contact.record.person = conversation.proof?.person
        contact.record.address = conversation.address ?? contact.record.address
        if let hello = conversation.hello {
            contact.record.software = hello.software
            _ = contact.add(foreign(addresses(of: conversation, hello)), source: .introduced)
            contact.succeeded(at: id.isDialled ? conversation.address : nil)
        }
        contacts[number] = contact
        if conversation.hello != nil { unite(number, with: conversation) }
    }

    /// A contact turned out to be a device; if it was known as another one, only the address moves.
    private mutating func identify(
        _ number: Int, as device: DeviceID, over id: ConnectionID
    ) -> Int? {
        guard let contact = contacts[number] else { return nil }
        guard contact.device != device else { return number }
        guard contact.device != nil else { return contacts.identify(number, as: device) }
        contacts[number]?.connection = nil
        backOff(number, after: .disconnected("another device answers"))
        guard let own = contacts.number(of: device) ?? contacts.insert(device: device),
            let address = conversations[id]?.address
        else { return nil }
        let source = contact.routes.first { $0.address == address }?.source ?? .introduced
        contacts[number]?.removeRoutes { $0.address == address && $0.source != .configured }
        _ = contacts[own]?.add([address], source: source)
        return own
    }

    /// Where a peer says that it listens, and its ports at the address from which it came.
    private func addresses(of conversation: Conversation, _ hello: Hello) -> [Address] {
        var addresses = hello.addresses.compactMap { Address($0) }
        if let seen = conversation.address, !conversation.id.isDialled {
            let ports = Set(addresses.map(\.port)).sorted().prefix(2)
            addresses += ports.map {
                Address(host: seen.host, port: $0, interface: seen.interface)
            }
        }
        // Another machine's link-local addresses mean nothing without our name of the interface.
        addresses.removeAll {
            $0.isLinkLocal && $0 != conversation.address
                && $0.host != conversation.address?.host
        }
        return Array(addresses.prefix(Limits.peerAddresses))
    }

    /// Closes the account of a conversation that is over and decides when to dial again.
    private mutating func bury(_ id: ConnectionID, _ ending: Ending) {
        guard let conversation = conversations.removeValue(forKey: id) else { return }
        house.live[id] = nil
        for space in conversation.shared.keys.sorted() {
            house.spaces[space]?.assignments.release(id)
        }
        house.note(.ended(id, conversation.device, ending))
        guard var number = contacts.number(of: id) ?? conversation.device.flatMap(contacts.number)
        else { return }
        if let twin = conversation.twin { number = contacts.identify(number, as: twin) }
        if ending == .ourselves, let address = conversation.address { meetOurselves(address) }
        guard var contact = contacts[number] else { return }
        contact.record.add(conversation, spaces: spaceReports(of: conversation), at: house.now)
        // Whoever is met already was found there all the same.
        if conversation.proof == nil, conversation.twin == nil, let address = conversation.address {
            contact.handshakeFailed(at: address)
        }
        if case .violation = ending, let device = conversation.device {
            house.bar(device)
        } else if house.now - conversation.began > house.settings.violationBackOff {
            contact.forgive()
        }
        if contact.connection == id { contact.connection = nil }
        contacts[number] = contact
        let other = conversations.values.first {
            $0.device != nil && $0.device == contact.device && !$0.isOver
        }
        if let other {
            contacts[number]?.connection = other.id
            contacts[number]?.nextDial = nil
        } else if contact.connection == nil, contact.attempts.isEmpty {
            backOff(number, after: ending)
        }
    }

    private mutating func meetOurselves(_ address: Address) {
        if ownAddresses.count >= 64 { ownAddresses = [] }
        ownAddresses.insert(address)
        for number in contacts.numbers {
            contacts[number]?.removeRoutes { $0.address == address && $0.source != .configured }
        }
    }
}
