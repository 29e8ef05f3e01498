internal import Keys
internal import Wire

extension Node {
    // MARK: Who might be there

    mutating func advertise(_ instance: String) {
        if ownInstances.count > 8 { ownInstances = [] }
        ownInstances.insert(instance)
        house.instance = instance
        contacts.haveChanged = true
        for id in conversations.keys.sorted() where conversations[id]?.stage == .sharing {
            conversations[id]?.greet(in: &house)
        }
        if let number = contacts.number(of: instance), contacts[number]?.device == nil {
            contacts.remove(number)
        }
    }

    mutating func sight(_ sighting: Sighting) {
        switch sighting.source {
        case .multicast: sightService(sighting)
        case .remembered, .introduced, .configured, .incoming:
            guard let device = sighting.device, device != house.identity.deviceID,
                let number = contacts.number(of: device) ?? contacts.insert(device: device)
            else { return }
            let addresses = foreign(sighting.addresses)
            let isNew = contacts[number]?.add(addresses, source: sighting.source)
            if isNew == true { contacts[number]?.encourage(at: house.now) }
        }
    }

    /// A service counts only if its tag shows that it is one of this workplace.
    ///
    /// A fresh one is dialled at once; the same again only if the last dial is some time ago.
    private mutating func sightService(_ sighting: Sighting) {
        guard !ownInstances.contains(sighting.instance),
            DiscoveryName.matches(
                instance: sighting.instance, tag: sighting.tag,
                networkKey: house.identity.networkKey)
        else { return }
        let addresses = foreign(sighting.addresses)
        let known = contacts.number(of: sighting.instance)
        var meant = known
        for address in addresses where meant == nil {
            meant = contacts.number(ofUnknownAt: address)
        }
        if let known, contacts[known]?.device == nil { meant = known }
        guard let number = meant ?? contacts.insert() else { return }
        if known == nil {
            contacts.name(number, instance: sighting.instance)
            house.note(.colleagueSighted(instance: sighting.instance, addresses: addresses.count))
        }
        let isNew = contacts[number]?.add(addresses, source: .multicast) == true
        let rested = contacts[number]?.lastDial.map {
            house.now - $0 >= house.settings.sightingRest
        }
        if isNew || known == nil || rested ?? true {
            contacts[number]?.encourage(at: house.now)
        }
    }

    mutating func lose(_ instance: String) {
        guard let number = contacts.number(of: instance) else { return }
        contacts.unname(instance)
        guard let contact = contacts[number], contact.device == nil, contact.connection == nil,
            contact.attempts.isEmpty, !contact.sources.contains(.configured)
        else { return }
        contacts.remove(number)
    }

    mutating func configure(_ addresses: [Address]) {
        staticPeers = addresses
        let wanted = Set(addresses)
        for number in contacts.numbers {
            contacts[number]?.removeRoutes {
                $0.source == .configured && !wanted.contains($0.address)
            }
        }
        for address in foreign(addresses) {
            let known = contacts.numbers.first { number in
                contacts[number]?.routes.contains { $0.address == address } ?? false
            }
            guard let number = known ?? contacts.insert() else { continue }
            contacts[number]?.add(configured: address)
            contacts[number]?.encourage(at: house.now)
        }
    }

    /// Another network, or the end of a sleep: what failed before may work now, and sessions may be
    /// dead without anybody having noticed.
    mutating func changeAddresses(to addresses: [Address]) {
        guard addresses != house.addresses else { return }
        house.addresses = addresses
        for number in contacts.numbers {
            contacts[number]?.removeRoutes { addresses.contains($0.address) }
            let soon = house.now + house.jittered(.milliseconds(150))
            contacts[number]?.encourage(at: soon)
        }
        for id in conversations.keys.sorted() where conversations[id]?.stage == .sharing {
            conversations[id]?.greet(in: &house)
            conversations[id]?.ping(in: &house)
        }
    }

    /// Addresses that aren't this node's own.
    func foreign(_ addresses: [Address]) -> [Address] {
        addresses.filter { !house.addresses.contains($0) && !ownAddresses.contains($0) }
    }

    // MARK: Dialling

    /// Whether nothing speaks against dialling a contact now or later.
    private func mayDial(_ contact: Contact) -> Bool {
        contact.connection == nil && contact.attempts.isEmpty
            && contact.device.map { !house.removed.contains($0) } ?? true
    }

    /// When the next dial is due or a running one is given up.
    var nextDialInstant: Instant? {
        guard isRunning else { return nil }
        var instants = contacts.dialling.compactMap { contacts[$0]?.attemptsEnd }
        guard contacts.dialsRunning < house.settings.dials else { return instants.min() }
        let waiting = waitingContacts.compactMap { number in
            contacts[number].flatMap { mayDial($0) ? $0.nextDial : nil }
        }
        // Nobody is dialled before another dial may be added to the last ones.
        if let next = waiting.min() { instants.append(max(next, neighbourhood.nextDial(house))) }
        return instants.min()
    }

    /// The contacts that are wanted and to be dialled at some time.
    private var waitingContacts: Set<Int> {
        neighbourhood.wanted.map { $0.intersection(contacts.waiting) } ?? contacts.waiting
    }

    /// Dials all addresses of everybody whose time has come, all at once: the first that answers
    /// wins.
    mutating func dialWhoIsDue() {
        guard isRunning else { return }
        for number in waitingContacts.sorted() {
            guard let contact = contacts[number], mayDial(contact), let due = contact.nextDial,
                due <= house.now, contacts.dialsRunning < house.settings.dials,
                neighbourhood.mayDial(house)
            else { continue }
            neighbourhood.dialled(house)
            contacts[number]?.nextDial = nil
            contacts[number]?.refusedUntil = nil
            contacts[number]?.lastDial = house.now
            for address in foreign(contact.race) {
                dialCount += 1
                let id = ConnectionID(dialled: dialCount)
                contacts[number]?.attempts[id] = address
                contacts[number]?.attemptsEnd = house.now + house.settings.dialTimeout
                house.note(.dialling(id, address))
                house.effects.append(.dial(id, address))
            }
        }
    }

    mutating func connected(_ id: ConnectionID) {
        guard let number = contacts.number(of: id), let address = contacts[number]?.attempts[id],
            contacts[number]?.connection == nil, isRunning
        else {
            house.effects.append(.close(id))
            return
        }
        for loser in contacts[number]?.attempts.keys.sorted() ?? [] where loser != id {
            house.effects.append(.close(loser))
        }
        contacts[number]?.attempts = [:]
        contacts[number]?.attemptsEnd = nil
        contacts[number]?.connection = id
        contacts[number]?.record.address = address
        conversations[id] = Conversation(id, address: address, at: house.now)
        conversations[id]?.open(in: &house)
    }

    /// One address of a contact doesn't answer; if it was the last one, the contact waits.
    mutating func dialEnded(_ id: ConnectionID, _ ending: Ending) {
        guard let number = contacts.number(of: id),
            let address = contacts[number]?.attempts.removeValue(forKey: id)
        else { return }
        contacts[number]?.record.address = address
        guard contacts[number]?.attempts.isEmpty == true else { return }
        contacts[number]?.attemptsEnd = nil
        house.note(.ended(id, contacts[number]?.device, ending))
        backOff(number, after: ending)
    }

    mutating func endAttempts() {
        for number in contacts.dialling.sorted() {
            guard let contact = contacts[number], let end = contact.attemptsEnd, house.now >= end
            else { continue }
            for id in contact.attempts.keys.sorted() {
                house.effects.append(.close(id))
                dialEnded(id, .dialTimeout)
            }
        }
    }

    mutating func backOff(_ number: Int, after ending: Ending) {
        contacts[number]?.backOff(
            after: ending, at: house.now, settings: house.settings, using: &house.generator)
    }

    /// Devices and where they were reached, to be told again as sightings after the next start.
    public var remembered: [Sighting] {
        contacts.numbers.compactMap { number in
            guard let contact = contacts[number], let device = contact.device else { return nil }
            let proved = contact.routes.filter(\.isProved).map(\.address)
            return proved.isEmpty ? nil : Sighting(device: device, addresses: proved)
        }
    }
}
