internal import Wire

/// Somebody to dial: a device, or a service or an address of which the device isn't known yet.
struct Contact: Sendable {
    /// One way to reach it.
    struct Route: Hashable, Sendable {
        var address: Address
        var source: Sighting.Source
        /// Whether a session came about there.
        var isProved = false
        /// Handshakes there that came to nothing.
        var failures = 0
    }

    /// Addresses of one contact that are kept, and those dialled at once.
    static let routeLimit = 24
    static let raceLimit = 8

    /// The device, once it has proved itself.
    var device: DeviceID?
    /// The DNS-SD instance under which it is visible now.
    var instance: String?
    /// The device that colleagues say it is; hearsay until it proves itself.
    var hint: DeviceID?
    /// How it was found.
    var sources: Set<Sighting.Source> = []
    private(set) var routes: [Route] = []

    /// The addresses being dialled.
    var attempts: [ConnectionID: Address] = [:]
    /// When the attempts are given up.
    var attemptsEnd: Instant?
    /// The connection on which a handshake or a session runs.
    var connection: ConnectionID?
    /// When it was dialled last.
    var lastDial: Instant?
    /// When to dial next; `nil` while connected or if there is nothing to dial.
    var nextDial: Instant?

    /// It has too many sessions, and isn't tried before.
    var refusedUntil: Instant?
    /// Dials in a row that came to nothing.
    private(set) var failures = 0
    /// Sessions in a row that broke the protocol.
    private(set) var violations = 0
    /// Sessions in a row that the peer ended because this device is out.
    private(set) var removals = 0

    /// What happened so far, for the report.
    var record = ContactRecord()

    /// Adds ways to reach it; those that are known keep their history.
    ///
    /// - Returns: Whether any of them is new.
    mutating func add(_ addresses: [Address], source: Sighting.Source) -> Bool {
        if !addresses.isEmpty { sources.insert(source) }
        var isNew = false
        for address in addresses.prefix(Limits.peerAddresses) {
            guard !routes.contains(where: { $0.address == address }) else { continue }
            isNew = true
            routes.append(Route(address: address, source: source))
        }
        while routes.count > Contact.routeLimit {
            let unproved = routes.firstIndex { !$0.isProved && $0.source != .configured }
            routes.remove(at: unproved ?? 0)
        }
        return isNew
    }

    /// Adds an address of the configuration, which stays until the configuration changes.
    mutating func add(configured address: Address) {
        _ = add([address], source: .configured)
        for index in routes.indices where routes[index].address == address {
            routes[index].source = .configured
        }
    }

    /// Takes over everything that is known of a contact which turned out to be the same device.
    mutating func absorb(_ other: Contact) {
        sources.formUnion(other.sources)
        instance = other.instance ?? instance
        hint = hint ?? other.hint
        for route in other.routes where !routes.contains(where: { $0.address == route.address }) {
            routes.append(route)
        }
        routes = Array(routes.suffix(Contact.routeLimit))
    }

    /// What decides whether it may be kept as a neighbour.
    struct Standing: Hashable, Sendable {
        var device: DeviceID?
        var instance: String?
        var isPresent: Bool
        var isConfigured: Bool
    }

    /// How it stands as a possible neighbour.
    ///
    /// Who is visible counts as there until several dials have failed, others until one has.
    var standing: Standing {
        let isTrusted = violations == 0 && refusedUntil == nil && !routes.isEmpty
        let patience = instance == nil ? 1 : 3
        return Standing(
            device: device ?? hint, instance: instance,
            isPresent: connection != nil || isTrusted && failures < patience,
            isConfigured: sources.contains(.configured))
    }

    /// Forgets ways that a condition names.
    mutating func removeRoutes(where condition: (Route) -> Bool) {
        routes.removeAll(where: condition)
    }

    /// The addresses to race: where it was reached before first, and those where handshakes fail
    /// only if there are no others, or none that answers.
    var race: [Address] {
        let fewest = routes.map(\.failures).min() ?? 0
        let good = routes.filter { $0.failures == fewest }
        let proved = good.filter(\.isProved)
        let others = good.filter { !$0.isProved }
        let bad = failures > 1 ? routes.filter { $0.failures > fewest } : []
        return (proved + others + bad).prefix(Contact.raceLimit).map(\.address)
    }

    /// Where others may reach it.
    ///
    /// That is where a session came about, and, while there is one, what it says itself. Link-local
    /// addresses mean nothing on another computer.
    var publicAddresses: [Address] {
        let proved = routes.filter(\.isProved)
        let said =
            connection == nil ? [] : routes.filter { !$0.isProved && $0.source == .introduced }
        return (proved + said).map(\.address).filter { !$0.isLinkLocal }
    }

    /// A session came about at an address.
    mutating func succeeded(at address: Address?) {
        failures = 0
        for index in routes.indices where routes[index].address == address {
            routes[index].isProved = true
            routes[index].failures = 0
        }
    }

    /// A handshake at an address came to nothing.
    mutating func handshakeFailed(at address: Address) {
        for index in routes.indices where routes[index].address == address {
            routes[index].failures = min(routes[index].failures + 1, 1_000)
        }
    }

    /// Sets the next dial after an ending.
    mutating func backOff(
        after ending: Ending, at now: Instant, settings: Settings,
        using generator: inout some RandomNumberGenerator
    ) {
        record.lastEnding = ending
        switch ending {
        case .violation:
            violations = min(violations + 1, 16)
            let wait = Contact.doubled(
                settings.violationBackOff, violations - 1, limit: settings.longestBackOff)
            nextDial = now + wait.jittered(using: &generator)
        case .dismissed(.deviceRevoked), .dismissed(.notAMember), .dismissed(.noCommonVersion),
            .farewell(.notAMember, _), .farewell(.noCommonVersion, _), .ourselves:
            nextDial = now + settings.longestBackOff.jittered(using: &generator)
        case .dismissed(.crowded): nextDial = now
        case .farewell(.crowded, _):
            refusedUntil = now + settings.crowdedRest.jittered(using: &generator)
            nextDial = refusedUntil
        case .farewell(.deviceRevoked, _):
            // The first time it may have come before what shows it: then the next dial brings that.
            removals = min(removals + 1, 16)
            let wait = Contact.doubled(
                settings.firstBackOff, removals - 1, limit: settings.longestBackOff)
            nextDial = now + wait.jittered(using: &generator)
        default:
            removals = 0
            failures = min(failures + 1, 64)
            let wait = Contact.doubled(
                settings.firstBackOff, failures - 1, limit: settings.longestBackOff)
            nextDial = now + wait.jittered(using: &generator)
        }
        if race.isEmpty { nextDial = nil }
    }

    /// Something changed that makes another dial worth while at once.
    ///
    /// A peer that broke the protocol isn't forgiven by being seen again.
    mutating func encourage(at instant: Instant) {
        failures = 0
        guard violations == 0, connection == nil, attempts.isEmpty, !race.isEmpty else { return }
        nextDial = min(nextDial ?? instant, instant)
    }

    /// A session lasted long enough to forget what was before.
    mutating func forgive() { violations = 0 }

    private static func doubled(_ first: Duration, _ times: Int, limit: Duration) -> Duration {
        var wait = first
        for _ in 0..<max(0, times) where wait < limit { wait *= 2 }
        return min(wait, limit)
    }
}

/// What happened with one contact since the node started, for the report.
struct ContactRecord: Sendable {
    var person: PersonID?
    var software: String?
    var address: Address?
    var bytesReceived: UInt64 = 0
    var bytesSent: UInt64 = 0
    var commitsReceived: UInt64 = 0
    var commitsSent: UInt64 = 0
    var lastContact: Instant?
    var lastEnding: Ending?
    var clockOffset: Duration?
    var roundTrip: Duration?
    /// How the spaces stood when the last session ended.
    var spaces: [PeerReport.Space] = []

    /// Adds up what went over a connection that is over.
    mutating func add(_ conversation: Conversation, spaces: [PeerReport.Space], at now: Instant) {
        let account = conversation.account
        bytesReceived += account.bytesReceived
        bytesSent += account.bytesSent
        commitsReceived += account.commitsReceived
        commitsSent += account.commitsSent
        clockOffset = account.clockOffset ?? clockOffset
        roundTrip = account.roundTrip ?? roundTrip
        lastContact = account.lastContact ?? lastContact
        if conversation.hello != nil { self.spaces = spaces }
    }
}

extension Address {
    /// Whether it is valid on one link only.
    var isLinkLocal: Bool { host.hasPrefix("fe80") }
}
