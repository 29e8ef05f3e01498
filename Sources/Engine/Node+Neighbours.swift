internal import Wire

/// Whom a node keeps sessions with, and what it does about it.
struct Neighbourhood: Sendable {
    /// The contacts that are kept; `nil` for everybody.
    var wanted: Set<Int>?
    /// How often they were chosen.
    var reviews = 0
    /// When they are chosen anew.
    var reviewAt: Instant?
    /// They are chosen then, even if there is still a coming and going.
    var reviewEnd = Instant(nanoseconds: 0)
    /// When neighbours are told of devices.
    var tellAt: Instant?
    /// What they weren't told of.
    var news: [Acquaintance] = []
    /// When sessions that nobody needs are ended.
    var tidyAt: Instant?
    /// When other guests are chosen, while something is looked for.
    var searchAt: Instant?

    /// Dials that were made lately, and since when they are counted.
    private var recentDials = 0
    private var countedSince = Instant(nanoseconds: 0)

    var instants: [Instant] { [reviewAt, tellAt, tidyAt, searchAt].compactMap { $0 } }

    /// Whether another dial may be added to the last ones now.
    func mayDial(_ house: House) -> Bool { nextDial(house) <= house.now }

    /// When another dial may be added to the last ones.
    func nextDial(_ house: House) -> Instant {
        let excess = recentDials - house.settings.dialBurst + 1
        guard excess > 0 else { return countedSince }
        return countedSince + house.settings.dialPace * excess
    }

    mutating func dialled(_ house: House) {
        let pace = house.settings.dialPace
        while recentDials > 0, countedSince + pace <= house.now {
            recentDials -= 1
            countedSince = countedSince + pace
        }
        if recentDials == 0 { countedSince = house.now }
        recentDials += 1
    }
}

extension Node {
    /// Chooses neighbours when somebody came or went, tells them, and ends what nobody needs.
    mutating func tendNeighbours(_ touched: [ConnectionID]) {
        guard isRunning else { return }
        let before = neighbourhood.reviews
        hearOfOthers()
        if contacts.haveChanged {
            contacts.haveChanged = false
            let isMesh = neighbourhood.wanted == nil
            if neighbourhood.reviewAt == nil {
                neighbourhood.reviewEnd = house.now + house.settings.reviewDelay * 8
            }
            let due = isMesh ? house.now : house.now + house.settings.reviewDelay
            neighbourhood.reviewAt = min(due, neighbourhood.reviewEnd)
        }
        if let due = neighbourhood.reviewAt, house.now >= due { review() }
        if let due = neighbourhood.searchAt, house.now >= due { review() }
        if house.isSparse, neighbourhood.searchAt == nil, isSearching { review() }
        let isNew = neighbourhood.reviews != before
        sayWhoIsWanted(isNew ? conversations.keys.sorted() : touched)
        if !touched.isEmpty || isNew { sendAway() }
        if let due = neighbourhood.tidyAt, house.now >= due { tidy() }
        if let due = neighbourhood.tellAt, house.now >= due { tellOfOthers() }
    }

    // MARK: Choosing

    private mutating func review() {
        neighbourhood.reviewAt = nil
        neighbourhood.searchAt = nil
        neighbourhood.reviews &+= 1
        let candidates = contacts.numbers.compactMap(candidate)
        let settings = house.settings
        let few = house.isSparse ? settings.neighbourPeers : settings.meshPeers
        guard candidates.count > few else {
            if neighbourhood.wanted != nil { neighbourhood.wanted = nil }
            house.isSparse = false
            neighbourhood.tidyAt = nil
            return
        }
        var search: UInt64?
        if isSearching {
            search = house.now.nanoseconds
            neighbourhood.searchAt = house.now + house.jittered(house.settings.searchInterval)
        }
        let device = house.identity.deviceID
        let overlay = Overlay(
            visiblePlace: house.instance.isEmpty ? nil : Overlay.place(of: house.instance),
            devicePlace: Overlay.place(of: device), device: device,
            neighbours: house.settings.neighbours, limit: house.settings.specialNeighbours,
            search: search)
        let circles = house.audiences.filter { house.spaces[$0.key] != nil }
        neighbourhood.wanted = overlay.choose(candidates, circles: circles)
        if !house.isSparse { neighbourhood.tellAt = house.now + house.settings.acquaintanceDelay }
        house.isSparse = true
        let rest = house.now + house.jittered(house.settings.surplusRest)
        neighbourhood.tidyAt = neighbourhood.tidyAt ?? rest
    }

    /// A contact as far as it may be chosen: a colleague who is there.
    private func candidate(_ number: Int) -> Overlay.Candidate? {
        guard let contact = contacts[number] else { return nil }
        let standing = contact.standing
        guard standing.isPresent, standing.device != nil || !contact.routes.isEmpty else {
            return nil
        }
        if let device = contact.device {
            let isKnown = house.members[device] != nil
            let knowsOthers = house.members[house.identity.deviceID] != nil
            guard !house.removed.contains(device), isKnown || !knowsOthers else { return nil }
        }
        let place: UInt64
        if let instance = contact.instance {
            place = Overlay.place(of: instance)
        } else if let device = contact.device {
            place = Overlay.place(of: device)
        } else {
            place = Overlay.place(of: contact.routes.first?.address.description ?? "")
        }
        return Overlay.Candidate(
            number: number, place: place, isVisible: contact.instance != nil,
            device: standing.device, isConfigured: standing.isConfigured,
            isAwaited: standing.device.map { !house.outbox[$0, default: []].isEmpty } ?? false)
    }

    /// Whether something is looked for that no neighbour has: a file, or the owner of a code.
    private var isSearching: Bool {
        if !house.knocks.isEmpty { return true }
        return house.files.files.keys.contains { address in
            !conversations.values.contains { $0.files.offers(address) }
        }
    }

    /// Whether a contact is kept.
    func isWanted(_ number: Int?) -> Bool {
        guard let wanted = neighbourhood.wanted else { return true }
        return number.map { wanted.contains($0) } ?? false
    }

    private mutating func sayWhoIsWanted(_ some: [ConnectionID]) {
        for id in some where conversations[id]?.stage == .sharing {
            let isWanted = isWanted(contacts.number(of: id))
            conversations[id]?.say(isWanted: isWanted, in: &house)
        }
    }

    // MARK: Too many sessions

    /// Sends on whoever comes when there are enough sessions, with the names of others.
    private mutating func sendAway() {
        guard house.isSparse, conversations.count > house.settings.neighbourSessions else {
            return
        }
        let sessions = conversations.values.filter { $0.stage == .sharing && !$0.isTelling }
        let excess = sessions.count - house.settings.neighbourSessions
        guard excess > 0 else { return }
        let strangers = sessions.filter { session in
            !session.id.isDialled && session.neighbourTalk.isUnderstood
                && !isWanted(contacts.number(of: session.id))
        }.sorted { ($0.began, $0.id) > ($1.began, $1.id) }
        guard !strangers.isEmpty else { return }
        let others = acquaintances.filter { item in
            sessions.contains { $0.device?.prefix == item.device }
        }.prefix(Limits.peerAddresses)
        for session in strangers.prefix(excess) {
            conversations[session.id]?.introduce(Array(others), in: &house)
            conversations[session.id]?.dismiss(.crowded, in: &house)
        }
        reap()
    }

    /// Ends the sessions that neither side needs.
    private mutating func tidy() {
        neighbourhood.tidyAt = nil
        guard house.isSparse else { return }
        neighbourhood.tidyAt = house.now + house.jittered(house.settings.surplusRest)
        for id in conversations.keys.sorted() {
            guard let session = conversations[id], session.stage == .sharing, !session.isTelling,
                !session.neighbourTalk.isWantedByPeer, !isWanted(contacts.number(of: id)),
                house.now - session.began >= house.settings.surplusRest,
                session.shared.values.allSatisfy({ $0.request == nil && $0.serving == nil })
            else { continue }
            conversations[id]?.dismiss(.crowded, in: &house)
        }
        reap()
    }

    // MARK: Who is where

    /// The devices that are known to be there.
    private var acquaintances: [Acquaintance] { contacts.numbers.compactMap(acquaintance) }

    private func acquaintance(_ number: Int) -> Acquaintance? {
        guard let contact = contacts[number] else { return nil }
        let standing = contact.standing
        guard let device = standing.device, standing.isPresent, house.members[device] != nil
        else { return nil }
        let addresses = contact.publicAddresses.prefix(Limits.acquaintanceAddresses)
        guard contact.instance != nil || !addresses.isEmpty else { return nil }
        return Acquaintance(
            device: device.prefix, instance: contact.instance ?? "",
            addresses: addresses.map(\.description))
    }

    /// Takes in what peers said: it is believed until somebody else answers there.
    private mutating func hearOfOthers() {
        guard !house.hearsay.isEmpty else { return }
        let hearsay = house.hearsay
        house.hearsay = []
        var members: [UInt64: DeviceID] = [:]
        for device in house.members.keys { members[device.prefix] = device }
        members[house.identity.deviceID.prefix] = nil
        for (_, item) in hearsay {
            guard let device = members[item.device] else { continue }
            if hear(item, of: device) { tell(item) }
        }
    }

    /// - Returns: Whether it is new here.
    private mutating func hear(_ item: Acquaintance, of device: DeviceID) -> Bool {
        if let number = contacts.number(of: device) {
            guard contacts[number]?.connection == nil else { return false }
            if contacts[number]?.instance == item.instance, !item.instance.isEmpty { return false }
        }
        if !item.instance.isEmpty, let number = contacts.number(of: item.instance) {
            guard contacts[number]?.device == nil, contacts[number]?.hint != device else {
                return false
            }
            contacts[number]?.hint = device
            return true
        }
        let addresses = foreign(item.addresses.compactMap { Address($0) })
            .filter { !$0.isLinkLocal }
        guard !addresses.isEmpty,
            let number = contacts.number(of: device) ?? contacts.insert(device: device)
        else { return false }
        let isNew = contacts[number]?.add(addresses, source: .introduced) == true
        // Both are told of each other: the one with the larger id leaves the dial to the other.
        let wait = house.identity.deviceID > device ? house.settings.dialTimeout : .zero
        if isNew { contacts[number]?.encourage(at: house.now + wait) }
        return isNew
    }

    /// A device is known under a name now: neighbours are told.
    private mutating func tell(_ item: Acquaintance) {
        guard neighbourhood.news.count < Limits.acquaintances else { return }
        neighbourhood.news.append(item)
        scheduleTelling()
    }

    private mutating func scheduleTelling() {
        guard neighbourhood.tellAt == nil else { return }
        neighbourhood.tellAt = house.now + house.jittered(house.settings.acquaintanceDelay)
    }

    private mutating func tellOfOthers() {
        neighbourhood.tellAt = nil
        let news = neighbourhood.news
        neighbourhood.news = []
        let everybody = acquaintances
        for id in conversations.keys.sorted() {
            let isIntroduced = conversations[id]?.neighbourTalk.isIntroduced == true
            conversations[id]?.introduce(isIntroduced ? news : everybody, in: &house)
        }
    }

    /// A device said under which name it is visible: both names are one contact.
    ///
    /// Somebody else's name is not taken over: the service must be where the device is.
    mutating func unite(_ number: Int, with conversation: Conversation) {
        guard let device = conversation.device, let instance = conversation.hello?.instance,
            contacts[number]?.device == device
        else { return }
        if !instance.isEmpty, contacts[number]?.instance != instance {
            if let other = contacts.number(of: instance), let service = contacts[other] {
                let isThere = service.routes.contains {
                    $0.address.host == conversation.address?.host
                }
                if isThere, service.device == nil, service.connection == nil,
                    service.attempts.isEmpty
                {
                    _ = contacts.identify(other, as: device)
                }
            } else {
                contacts.name(number, instance: instance)
            }
        }
        if let item = acquaintance(number) { tell(item) }
        scheduleTelling()
    }
}
