internal import Wire

/// What is known of the services around: which exist, which wait to be looked up, which were told.
///
/// A value without input or output, bounded whatever the network says.
struct ServiceTable {
    /// One service on one interface.
    struct Key: Hashable {
        let instance: String
        let interface: UInt32
    }

    private struct Entry {
        /// Increases with each entry: the lowest is the oldest.
        var arrival: UInt64
        /// Announcements that count towards existence: Avahi sends one for IPv4, one for IPv6.
        var announcements = 1
        /// Not announced again since browsing was restarted.
        var isStale = false
        /// When to look it up; `nil` while that happens or when it is known well enough.
        var due: ContinuousClock.Instant?
        var failures = 0
        var node: DiscoveredNode?
    }

    private var entries: [Key: Entry] = [:]
    private var arrivals: UInt64 = 0
    private var sweep: ContinuousClock.Instant?
    private var takesNewest = false
    private let capacity: Int

    init(capacity: Int = DiscoveryLimits.services) { self.capacity = capacity }

    var count: Int { entries.count }

    func contains(_ key: Key) -> Bool { entries[key] != nil }

    /// The browser announced a service, perhaps again.
    mutating func announced(_ key: Key, at now: ContinuousClock.Instant) -> [DiscoveryEvent] {
        if var entry = entries[key] {
            entry.announcements = entry.isStale ? 1 : min(entry.announcements + 1, 1_000)
            if entry.isStale {
                entry.isStale = false
                entry.failures = 0
                entry.due = now
                entry.node = nil
            }
            entries[key] = entry
            return []
        }
        let events = entries.count >= capacity ? evictOne() : []
        arrivals += 1
        entries[key] = Entry(arrival: arrivals, due: now)
        return events
    }

    /// The browser withdrew one announcement.
    mutating func withdrawn(_ key: Key) -> [DiscoveryEvent] {
        guard var entry = entries[key], !entry.isStale else { return [] }
        entry.announcements -= 1
        if entry.announcements <= 0 { return remove([key]) }
        entries[key] = entry
        return []
    }

    /// The next service to look up; it counts as being looked up then.
    ///
    /// Those never tried come before those tried in vain, and of these the oldest and the newest
    /// in turn: whoever forges hundreds of services delays a colleague by one lookup.
    mutating func nextLookup(at now: ContinuousClock.Instant) -> Key? {
        let waiting = entries.filter { $0.value.due.map { $0 <= now } ?? false }
        guard let failures = waiting.values.map(\.failures).min() else { return nil }
        let next = waiting.lazy.filter { $0.value.failures == failures }.max { left, right in
            takesNewest
                ? left.value.arrival < right.value.arrival
                : left.value.arrival > right.value.arrival
        }
        guard let key = next?.key else { return nil }
        takesNewest.toggle()
        entries[key]?.due = nil
        return key
    }

    /// Whether a service waits for its lookup.
    func isWaiting(at now: ContinuousClock.Instant) -> Bool {
        entries.values.contains { $0.due.map { $0 <= now } ?? false }
    }

    /// A lookup gave an answer, perhaps a better one than before.
    mutating func found(_ key: Key, _ node: DiscoveredNode) -> [DiscoveryEvent] {
        guard entries[key] != nil, entries[key]?.node != node else { return [] }
        entries[key]?.node = node
        entries[key]?.failures = 0
        return [.found(node)]
    }

    /// A lookup gave no answer: it is repeated later, at most four times.
    mutating func lookupFailed(_ key: Key, at now: ContinuousClock.Instant) {
        guard var entry = entries[key] else { return }
        entry.failures += 1
        entry.due = entry.failures < 5 ? now + .seconds(1 << entry.failures) : nil
        entries[key] = entry
    }

    /// Looks everything up again, as texts and addresses change without an announcement.
    mutating func refresh(at now: ContinuousClock.Instant) {
        for key in entries.keys where entries[key]?.isStale == false {
            entries[key]?.due = now
            entries[key]?.failures = 0
        }
    }

    /// Browsing starts anew: what is not announced again until `deadline` is gone.
    mutating func beginSweep(until deadline: ContinuousClock.Instant) {
        for key in entries.keys {
            entries[key]?.isStale = true
            entries[key]?.due = nil
        }
        sweep = entries.isEmpty ? nil : deadline
    }

    /// Removes what a sweep that is over has not seen again.
    mutating func endSweep(at now: ContinuousClock.Instant) -> [DiscoveryEvent] {
        guard let deadline = sweep, deadline <= now else { return [] }
        sweep = nil
        return remove(entries.filter(\.value.isStale).map(\.key))
    }

    /// Forgets everything: the responder is gone.
    mutating func clear() -> [DiscoveryEvent] {
        sweep = nil
        return remove(Array(entries.keys))
    }

    /// When there is something to do next.
    var nextDeadline: ContinuousClock.Instant? {
        let due = entries.values.compactMap(\.due).min()
        guard let sweep else { return due }
        return due.map { min($0, sweep) } ?? sweep
    }

    /// Makes room: the oldest that was never found goes first, then the oldest of all.
    private mutating func evictOne() -> [DiscoveryEvent] {
        let oldest = entries.min {
            ($0.value.node == nil ? 0 : 1, $0.value.arrival)
                < ($1.value.node == nil ? 0 : 1, $1.value.arrival)
        }
        return oldest.map { remove([$0.key]) } ?? []
    }

    private mutating func remove(_ keys: [Key]) -> [DiscoveryEvent] {
        var known: Set<String> = []
        for key in keys {
            guard let entry = entries.removeValue(forKey: key) else { continue }
            if entry.node != nil { known.insert(key.instance) }
        }
        guard !known.isEmpty else { return [] }
        for (key, entry) in entries where entry.node != nil { known.remove(key.instance) }
        return known.sorted().map { .lost(instance: $0) }
    }
}
