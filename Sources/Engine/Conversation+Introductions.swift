internal import Wire

/// Colleagues who are told of each other by one that meets both, since nobody else may: multicast
/// crosses no router, and some networks don't carry it at all.
extension Conversation {
    /// Where a colleague who is in a session with this node can be reached by others.
    ///
    /// Link-local addresses mean nothing on another computer.
    var reachable: [String] {
        guard stage == .sharing, !isTelling, let hello else { return [] }
        let proved = id.isDialled ? [address?.description].compactMap { $0 } : []
        let told = hello.addresses.filter { !proved.contains($0) }
        return Array((proved + told).filter { !$0.contains("fe80") }.prefix(Limits.peerAddresses))
    }

    /// Tells the peer of colleagues, unless it was told the same of them in this session.
    mutating func introduce(_ colleagues: [Introduced], in house: inout House) {
        guard stage == .sharing, !isTelling, !house.isOut, let device,
            house.members[device] != nil
        else { return }
        let news = colleagues.filter {
            $0.device != device && !$0.addresses.isEmpty
                && introductions.told[$0.device] != $0.addresses
        }
        for colleague in news { introductions.told[colleague.device] = colleague.addresses }
        for start in stride(from: 0, to: news.count, by: Limits.introductions) {
            let end = min(start + Limits.introductions, news.count)
            send(.introduction(Array(news[start..<end])), in: &house)
        }
    }

    /// Only colleagues of this workplace are of interest; that there are others is no fault, as the two
    /// may not know the same members yet.
    mutating func receive(
        introduction colleagues: [Introduced], in house: inout House
    ) throws(Violation) {
        guard let device, house.members[device] != nil else { return try strike(in: house) }
        introductions.heard += colleagues.count
        guard introductions.heard <= house.settings.introductionsPerSession else {
            return try strike(in: house)
        }
        for colleague in colleagues where house.members[colleague.device] != nil {
            let addresses = colleague.addresses.compactMap { Address($0) }
                .filter { !$0.host.hasPrefix("fe80") }
            house.introduced.append(
                Sighting(device: colleague.device, addresses: addresses, source: .introduced))
        }
    }
}

/// Who was told of whom in one session.
struct Introductions: Sendable {
    /// The addresses that the peer was told of each colleague.
    var told: [DeviceID: [String]] = [:]
    /// Colleagues whom the peer told of.
    var heard = 0
}

extension Node {
    /// Tells a peer of everybody else who is in a session with this node, and them of the peer.
    mutating func introduceEverybody(to id: ConnectionID) {
        guard let peer = introduced(id) else { return }
        let others = conversations.keys.sorted().filter { $0 != id }
        let known = others.compactMap { introduced($0) }
        conversations[id]?.introduce(known, in: &house)
        for other in others { conversations[other]?.introduce([peer], in: &house) }
    }

    /// A member who is in a session, and where.
    private func introduced(_ id: ConnectionID) -> Introduced? {
        guard let conversation = conversations[id], let device = conversation.device,
            house.members[device] != nil, !conversation.reachable.isEmpty
        else { return nil }
        return Introduced(device: device, addresses: conversation.reachable)
    }

    /// Writes into the address book whom peers introduced.
    mutating func meetIntroduced() {
        let introduced = house.introduced
        house.introduced = []
        for sighting in introduced { sight(sighting) }
    }
}
