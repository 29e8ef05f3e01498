internal import Engine
internal import TestKit
internal import Wire

/// One TCP connection of the simulation.
struct Link: Sendable {
    /// One end of it.
    struct End: Sendable {
        let computer: Int
        let id: ConnectionID
        let life: Int
        var isOpen = false
        /// Bytes to this end never overtake each other.
        var busyUntil = Instant(nanoseconds: 0)
        /// What waits for the way to this end to open again.
        var held: [Bytes] = []
        var isEndHeld = false
    }

    var dialler: End
    var acceptor: End?
    let target: Address
    /// Whether nothing gets through any more and neither end was told.
    var isCut = false

    func end(isDialler: Bool) -> End? { isDialler ? dialler : acceptor }

    mutating func change(isDialler: Bool, _ body: (inout End) -> Void) {
        if isDialler {
            body(&dialler)
        } else if var end = acceptor {
            body(&end)
            acceptor = end
        }
    }
}

extension World {
    // MARK: Partitions

    /// Lets only computers of one group reach each other.
    public mutating func partition(_ groups: [[Int]]) {
        for (index, group) in groups.enumerated() {
            for (otherIndex, other) in groups.enumerated() where otherIndex != index {
                for from in group { for to in other { block(from: from, to: to) } }
            }
        }
    }

    /// Lets nothing through from one computer to another; the other way may stay open.
    public mutating func block(from: Int, to: Int) { blocked.insert(Way(from: from, to: to)) }

    /// Opens all ways; what was on its way arrives now.
    ///
    /// - Parameter isNoticed: Whether DNS-SD shows the computers to each other again.
    public mutating func heal(isNoticed: Bool = false) {
        let ways = blocked
        blocked = []
        for link in links.indices { release(link) }
        guard isNoticed else { return }
        for way in ways.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            show(way.from, to: way.to)
        }
    }

    func isBlocked(_ one: Int, _ other: Int) -> Bool {
        blocked.contains(Way(from: one, to: other)) || blocked.contains(Way(from: other, to: one))
    }

    /// Breaks some of the open connections; each with a chance of so many in a thousand.
    public mutating func breakConnections(perThousand: Int) {
        for link in links.indices where links[link].dialler.isOpen {
            guard Int.random(in: 0..<1_000, using: &generator) < perThousand else { continue }
            breakLink(link, at: nil)
        }
    }

    // MARK: Dialling

    mutating func dial(_ id: ConnectionID, _ address: Address, from number: Int) {
        let end = Link.End(computer: number, id: id, life: computers[number].life)
        links.append(Link(dialler: end, acceptor: nil, target: address))
        computers[number].connections[id] = (links.count - 1, true)
        calendar.plan(.dial(link: links.count - 1), at: now + duration(conditions.delay))
    }

    mutating func answerDial(_ link: Int) {
        let dialler = links[link].dialler
        guard computers[dialler.computer].life == dialler.life,
            computers[dialler.computer].connections[dialler.id] != nil
        else { return }
        let target = numbers[links[link].target]
        guard let target, !isBlocked(dialler.computer, target), !computers[target].isFirewalled,
            !computers[target].isAsleep
        else { return }
        guard computers[target].isOn else {
            plan(.dialFailed(dialler.id, "connection refused"), for: dialler)
            return
        }
        computers[target].acceptedCount += 1
        let id = ConnectionID(accepted: computers[target].acceptedCount)
        var end = Link.End(computer: target, id: id, life: computers[target].life)
        end.isOpen = true
        links[link].acceptor = end
        links[link].dialler.isOpen = true
        computers[target].connections[id] = (link, false)
        let source = Address(
            host: computers[dialler.computer].address.host,
            port: UInt16.random(in: 32_768...60_999, using: &generator))
        deliver(.accepted(id, from: source), to: target)
        plan(.connected(dialler.id), for: dialler)
    }

    private mutating func plan(_ event: Event, for end: Link.End) {
        calendar.plan(
            .event(computer: end.computer, life: end.life, event),
            at: now + duration(conditions.delay))
    }

    // MARK: Bytes

    mutating func send(_ bytes: Bytes, on id: ConnectionID, from number: Int) {
        guard let (link, isDialler) = computers[number].connections[id],
            links[link].end(isDialler: isDialler)?.isOpen == true
        else { return }
        bytesOnWire += UInt64(bytes.count)
        packets += 1
        if Int.random(in: 0..<1_000, using: &generator) < conditions.breaksPerThousand {
            breakLink(link, at: nil)
            return
        }
        var packet = bytes
        if damagesPackets, !packet.isEmpty {
            let place = Int.random(in: packet.indices, using: &generator)
            packet[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &generator)
        }
        carry(packet, on: link, toDialler: !isDialler)
    }

    private mutating func carry(_ bytes: Bytes, on link: Int, toDialler: Bool) {
        guard let receiver = links[link].end(isDialler: toDialler),
            let sender = links[link].end(isDialler: !toDialler)
        else { return }
        guard !blocked.contains(Way(from: sender.computer, to: receiver.computer)) else {
            links[link].change(isDialler: toDialler) { $0.held.append(bytes) }
            return
        }
        guard !links[link].isCut else { return }
        let earliest = now + travelTime(of: bytes.count)
        let overtakes = happens(conditions.overtakingPerThousand)
        let instant = overtakes ? earliest : max(earliest, receiver.busyUntil)
        links[link].change(isDialler: toDialler) { $0.busyUntil = max(instant, $0.busyUntil) }
        calendar.plan(.arrival(link: link, toDialler: toDialler, bytes), at: instant)
        if happens(conditions.duplicatesPerThousand) {
            calendar.plan(.arrival(link: link, toDialler: toDialler, bytes), at: instant)
        }
    }

    private mutating func travelTime(of count: Int) -> Duration {
        var time = duration(conditions.delay)
        if happens(conditions.lossesPerThousand) { time += duration(conditions.resendDelay) }
        if let speed = conditions.bytesPerSecond {
            time += .microseconds(Int64(count) * 1_000_000 / Int64(speed))
        }
        return time
    }

    /// Whether something happens that happens so many times in a thousand; never draws for none.
    mutating func happens(_ perThousand: Int) -> Bool {
        perThousand > 0 && Int.random(in: 0..<1_000, using: &generator) < perThousand
    }

    mutating func arrive(_ bytes: Bytes, on link: Int, toDialler: Bool) {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = links[link].end(isDialler: toDialler), isAlive(end) else { return }
            guard !computers[end.computer].isAsleep else {
                let happening = Happening.arrival(link: link, toDialler: toDialler, Bytes(rest))
                computers[end.computer].missed.append(happening)
                return
            }
            var count = rest.count
            if conditions.isFragmented, generator.next() % 4 == 0 {
                count = Int.random(in: 1...rest.count, using: &generator)
            }
            deliver(.received(end.id, Bytes(rest.prefix(count))), to: end.computer)
            rest = rest.dropFirst(count)
        }
    }

    private func isAlive(_ end: Link.End) -> Bool {
        end.isOpen && computers[end.computer].life == end.life
            && computers[end.computer].connections[end.id] != nil
    }

    // MARK: The end of connections

    /// One side closes; the other learns it after everything that was sent before.
    mutating func close(_ id: ConnectionID, of number: Int) {
        guard let (link, isDialler) = computers[number].connections.removeValue(forKey: id) else {
            return
        }
        links[link].change(isDialler: isDialler) { $0.isOpen = false }
        carryEnd(on: link, toDialler: !isDialler)
    }

    private mutating func carryEnd(on link: Int, toDialler: Bool) {
        guard let receiver = links[link].end(isDialler: toDialler),
            let sender = links[link].end(isDialler: !toDialler)
        else { return }
        guard !blocked.contains(Way(from: sender.computer, to: receiver.computer)) else {
            links[link].change(isDialler: toDialler) { $0.isEndHeld = true }
            return
        }
        guard !links[link].isCut else { return }
        let instant = max(now + duration(conditions.delay), receiver.busyUntil)
        calendar.plan(.end(link: link, toDialler: toDialler), at: instant)
    }

    mutating func arriveEnd(on link: Int, toDialler: Bool) {
        guard let end = links[link].end(isDialler: toDialler), isAlive(end) else { return }
        guard !computers[end.computer].isAsleep else {
            computers[end.computer].missed.append(.end(link: link, toDialler: toDialler))
            return
        }
        links[link].change(isDialler: toDialler) { $0.isOpen = false }
        computers[end.computer].connections[end.id] = nil
        deliver(.closed(end.id, nil), to: end.computer)
    }

    /// A connection breaks: what is on its way may still arrive, then both ends learn it.
    ///
    /// With a computer given, only connections of that computer, which is off.
    mutating func breakLink(_ link: Int, at computer: Int?) {
        for isDialler in [true, false] {
            guard let end = links[link].end(isDialler: isDialler),
                let other = links[link].end(isDialler: !isDialler), end.isOpen
            else { continue }
            guard computer.map({ other.computer == $0 }) ?? true else { continue }
            carryEnd(on: link, toDialler: isDialler)
        }
    }

    private mutating func release(_ link: Int) {
        for isDialler in [true, false] {
            guard let end = links[link].end(isDialler: isDialler) else { continue }
            links[link].change(isDialler: isDialler) {
                $0.held = []
                $0.isEndHeld = false
            }
            for bytes in end.held { carry(bytes, on: link, toDialler: isDialler) }
            if end.isEndHeld { carryEnd(on: link, toDialler: isDialler) }
        }
    }
}
