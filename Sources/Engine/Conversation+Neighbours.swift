internal import Wire

/// What was said between two nodes about the graph of sessions.
struct NeighbourTalk: Sendable {
    /// Whether the peer understands it.
    var isUnderstood = false
    /// Whether the peer was told last that it is kept as a neighbour; it supposes so.
    var saidWanted = true
    /// Whether the peer keeps this node as a neighbour.
    var isWantedByPeer = true
    /// What the peer was told or told itself, so that it isn't told again.
    var told: Set<Acquaintance> = []
    /// Whether it was told of everybody once.
    var isIntroduced = false
    /// Devices that it told of.
    var heard = 0
    /// Changes of trees that it asked for in the present minute.
    var treeChanges = 0
    var minute = Instant(nanoseconds: 0)
}

extension Conversation {
    mutating func receive(_ message: LiveMessage, in house: inout House) throws(Violation) {
        guard let device, house.members[device] != nil, !isTelling, !house.isOut else {
            return try strike(in: house)
        }
        switch message {
        case .neighbour(let isWanted):
            try countUseless(neighbourTalk.isWantedByPeer == isWanted, in: house)
            neighbourTalk.isWantedByPeer = isWanted
        case .acquaintances(let list): try receive(acquaintances: list, in: &house)
        case .prune(let tag): try receive(prune: tag, in: &house)
        case .graft(let tag): try receive(graft: tag, in: &house)
        }
    }

    private mutating func countUseless(_ isUseless: Bool, in house: House) throws(Violation) {
        if isUseless { try strike(in: house) }
    }

    /// The peer tells of devices; those that aren't members or were told before are of no use.
    private mutating func receive(
        acquaintances list: [Acquaintance], in house: inout House
    ) throws(Violation) {
        neighbourTalk.heard += list.count
        guard neighbourTalk.heard <= house.settings.acquaintancesPerSession else {
            return try strike(in: house)
        }
        for item in list {
            remember(told: item)
            house.hearsay.append((id, item))
        }
    }

    private mutating func remember(told item: Acquaintance) {
        if neighbourTalk.told.count >= 2 * Limits.acquaintances { neighbourTalk.told = [] }
        neighbourTalk.told.insert(item)
    }

    /// Tells the peer whether it is kept, when that has changed.
    mutating func say(isWanted: Bool, in house: inout House) {
        guard stage == .sharing, !isTelling, neighbourTalk.isUnderstood,
            neighbourTalk.saidWanted != isWanted, let device, house.members[device] != nil
        else { return }
        neighbourTalk.saidWanted = isWanted
        send(.live(.neighbour(isWanted: isWanted)), in: &house)
    }

    /// Tells the peer of devices that it wasn't told of.
    mutating func introduce(_ list: [Acquaintance], in house: inout House) {
        guard stage == .sharing, !isTelling, !house.isOut, neighbourTalk.isUnderstood, let device,
            house.members[device] != nil
        else { return }
        neighbourTalk.isIntroduced = true
        let news = list.filter { item in
            item.device != device.prefix && !neighbourTalk.told.contains(item)
        }
        for start in stride(from: 0, to: news.count, by: Limits.acquaintances) {
            let part = Array(news[start..<min(start + Limits.acquaintances, news.count)])
            for item in part { remember(told: item) }
            send(.live(.acquaintances(part)), in: &house)
        }
    }
}

extension DeviceID {
    /// The first eight bytes.
    var prefix: UInt64 { raw.prefix }
}
