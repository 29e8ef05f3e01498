internal import Keys
internal import Wire

/// Whom a node keeps sessions with when there are too many colleagues to meet them all: a pure
/// function of names, so that two nodes that see the same building agree (chapter 07, section 7).
///
/// Each name has a place on a ring. A node keeps the next ones on both sides of its own place, which
/// holds the ring together, and the few others to which it is nearest in a measure that is the same
/// from both ends, which keeps the way to everybody short. The members of a space that isn't open to
/// all have a ring of their own.
struct Overlay: Sendable {
    /// Somebody who may be kept.
    struct Candidate: Sendable {
        /// The contact.
        var number: Int
        /// Its place by the name that others know it by, too: the instance, or else the device.
        var place: UInt64
        /// Whether the place is that of an instance.
        var isVisible: Bool
        /// The device, as far as it is known or was heard of.
        var device: DeviceID?
        /// Whether the user named its address.
        var isConfigured = false
        /// Whether something waits here for this device alone.
        var isAwaited = false
    }

    /// The place of this node among the visible ones, if it is visible itself.
    var visiblePlace: UInt64?
    /// The place of this node's device.
    var devicePlace: UInt64
    /// This node's device.
    var device: DeviceID
    /// Nearest others that are kept beside the ring.
    var neighbours: Int
    /// Contacts of one kind (configured, awaited, of circles) that are kept at most.
    var limit: Int
    /// A number that changes while something is looked for that no neighbour has; then guests are
    /// kept as well.
    var search: UInt64?

    /// The place of a name.
    static func place(of name: Bytes) -> UInt64 { Hash.digest(.place, [name]).prefix }

    static func place(of device: DeviceID) -> UInt64 { place(of: device.bytes) }

    static func place(of instance: String) -> UInt64 { place(of: Bytes(instance.utf8)) }

    /// How far two places are from each other: the same from both ends, and without any order.
    static func distance(_ one: UInt64, _ other: UInt64) -> UInt64 { mixed(one ^ other) }

    /// Spreads numbers evenly (the last step of SplitMix64).
    static func mixed(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The contacts to keep.
    ///
    /// - Parameter circles: The devices that may share a space, for spaces that aren't open to all.
    func choose(
        _ candidates: [Candidate], circles: [SpaceID: Set<DeviceID>]
    ) -> Set<Int> {
        var chosen: Set<Int> = []
        for isVisible in [true, false] {
            let some = candidates.filter { $0.isVisible == isVisible }
            let own = isVisible ? visiblePlace : devicePlace
            chosen.formUnion(ring(some.map { ($0.place, $0.number) }, around: own ?? devicePlace))
        }
        chosen.formUnion(nearest(candidates, neighbours, salt: 0))
        if let search { chosen.formUnion(nearest(candidates, Overlay.guests, salt: search)) }
        for isOf in [\Candidate.isConfigured, \Candidate.isAwaited] {
            chosen.formUnion(nearest(candidates.filter { $0[keyPath: isOf] }, limit, salt: 0))
        }
        return chosen.union(ofCircles(candidates, circles, beside: chosen))
    }

    /// Guests that are kept while something is looked for.
    private static let guests = 2

    private func nearest(_ candidates: [Candidate], _ count: Int, salt: UInt64) -> [Int] {
        let measured = candidates.map { candidate in
            let own = candidate.isVisible ? visiblePlace ?? devicePlace : devicePlace
            return (Overlay.distance(own ^ salt, candidate.place), candidate.number)
        }
        return measured.sorted { $0 < $1 }.prefix(count).map(\.1)
    }

    /// The next ones before and behind a place.
    private func ring(_ places: [(UInt64, Int)], around own: UInt64) -> [Int] {
        guard !places.isEmpty else { return [] }
        let after = places.min { ($0.0 &- own, $0.1) < ($1.0 &- own, $1.1) }
        let before = places.min { (own &- $0.0, $0.1) < (own &- $1.0, $1.1) }
        return [after, before].compactMap { $0?.1 }
    }

    private func ofCircles(
        _ candidates: [Candidate], _ circles: [SpaceID: Set<DeviceID>], beside chosen: Set<Int>
    ) -> Set<Int> {
        let known = candidates.compactMap { item in item.device.map { ($0, item.number) } }
        let numbers = Dictionary(known, uniquingKeysWith: { first, _ in first })
        var kept: Set<Int> = []
        for (space, audience) in circles.sorted(by: { $0.key < $1.key })
        where audience.contains(device) {
            let salt = Overlay.place(of: space.bytes)
            let members = audience.sorted().compactMap { member in
                numbers[member].map {
                    (Overlay.mixed(Overlay.place(of: member) ^ salt), $0)
                }
            }
            let own = Overlay.mixed(devicePlace ^ salt)
            for number in ring(members, around: own) where !chosen.contains(number) {
                guard kept.count < Overlay.circleLimit else { return kept }
                kept.insert(number)
            }
        }
        return kept
    }

    /// Contacts that are kept for the sake of circles alone.
    private static let circleLimit = 48
}
