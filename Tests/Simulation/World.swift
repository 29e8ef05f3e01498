public import Engine
public import Ledger
internal import TestKit
public import Wire

/// Nodes, their databases and the network between them, under virtual time.
///
/// Everything that happens follows from one seed, so a run that fails can be repeated exactly.
/// Nothing waits: an hour of an idle office takes as long as computing its few packets.
public struct World: Sendable {
    /// The workplace that the nodes belong to.
    public let workplace: Workplace
    /// What network and computers are like.
    public var conditions: Conditions
    /// The computers.
    public internal(set) var computers: [Computer] = []
    /// The present instant.
    public internal(set) var now = Instant(nanoseconds: 1_000_000_000)
    /// Bytes that were put on the wire.
    public internal(set) var bytesOnWire: UInt64 = 0
    /// Packets that were put on the wire.
    public internal(set) var packets = 0
    /// Connections that came about.
    public var connectionCount: Int { links.count }
    /// How far, how fast and how often what was written while others listened came to them.
    public internal(set) var spread = Spread()
    /// The head of each log that its writer was told is safe.
    public internal(set) var acknowledged: [SpaceID: [LogID: Head]] = [:]
    /// What devices that are out are shown of the workplace's space.
    public var removalProofs: [DeviceID: Frontier] = [:]
    /// Whether packets are damaged on their way; each time with a seed of its own.
    public var damagesPackets = false

    /// Commits of honest people that are durable somewhere.
    var written: [SpaceID: Int] = [:]
    var generator: SeededGenerator
    var calendar = Calendar<Happening>()
    var links: [Link] = []
    /// Ways that bytes don't get through, as (from, to).
    var blocked: Set<Way> = []
    /// The computers by their addresses.
    var numbers: [Address: Int] = [:]
    /// How often a computer got another address.
    var moves = 0

    /// A way from one computer to another.
    struct Way: Hashable, Sendable {
        var from: Int
        var to: Int
    }

    /// Something that will happen.
    enum Happening: Sendable {
        case event(computer: Int, life: Int, Event)
        case alarm(computer: Int, life: Int, Instant)
        case arrival(link: Int, toDialler: Bool, Bytes)
        case end(link: Int, toDialler: Bool)
        case dial(link: Int)
        case storage(computer: Int, life: Int, Effect)
    }

    /// A workplace of so many people, each with one computer, which is still off.
    ///
    /// - Parameter circles: Who belongs to each community that isn't for everybody.
    public init(
        seed: UInt64, people: Int, communities: Int = 1, circles: [Set<Int>] = [],
        conditions: Conditions = Conditions()
    ) {
        var generator = SeededGenerator(seed: seed)
        workplace = Workplace(
            people: people, communities: communities, circles: circles, using: &generator)
        self.conditions = conditions
        self.generator = generator
        for number in 0..<people {
            computers.append(
                Computer(number, workplace.colleagues[number], workplace, using: &self.generator))
            numbers[computers[number].address] = number
        }
    }

    // MARK: Computers

    /// Switches computers on.
    public mutating func start(_ numbers: some Sequence<Int>) {
        for number in numbers where !computers[number].isOn { start(number) }
    }

    /// Switches all computers on.
    public mutating func startAll() { start(computers.indices) }

    private mutating func start(_ number: Int) {
        let skew = conditions.clockSkew.wholeMilliseconds
        computers[number].start(
            settings: conditions.settings,
            clockSkew: Int64.random(in: -skew...skew, using: &generator),
            seed: generator.next(), members: members(for: number))
        let address = computers[number].address
        var events: [Event] = [.addressesChanged([address])]
        if let name = computers[number].name {
            events.append(.advertising(instance: name.instance))
        }
        for space in computers[number].spaces {
            events.append(.spaceOpened(space, computers[number].store.frontier(of: space)))
        }
        events.append(.membersChanged(members(for: number), removed: []))
        if !workplace.circles.isEmpty { events.append(.audiencesChanged(workplace.audiences)) }
        events.append(.started)
        for event in events { deliver(event, to: number) }
        guard conditions.hasMulticast else { return }
        for other in computers.indices where other != number && computers[other].isOn {
            show(number, to: other)
            show(other, to: number)
        }
    }

    private func members(for number: Int) -> [Member] {
        workplace.colleagues.map(\.member)
    }

    /// Lets one computer see another's service.
    public mutating func show(_ seen: Int, to watcher: Int) {
        guard let name = computers[seen].name, !isBlocked(seen, watcher) else { return }
        let tag = name.tag(networkKey: workplace.networkKey)
        let sighting = Sighting(
            instance: name.instance, tag: tag, addresses: [computers[seen].address])
        calendar.plan(
            .event(computer: watcher, life: computers[watcher].life, .sighted(sighting)),
            at: now + duration(conditions.sightingDelay))
    }

    /// Pulls a computer's plug: what its database has acknowledged is kept, everything else is gone.
    public mutating func crash(_ number: Int) {
        computers[number].stop()
        for link in links.indices { breakLink(link, at: number) }
    }

    /// Switches a computer off in order.
    public mutating func shutDown(_ number: Int) {
        deliver(.shutdown, to: number)
        computers[number].stop()
    }

    /// Lets the user of a computer write; it is acknowledged at once.
    public mutating func write(
        _ count: Int, bytes: Int = 100, in space: SpaceID, on number: Int
    ) throws(LedgerError) {
        guard computers[number].isOn, computers[number].malice == nil else { return }
        written[space, default: 0] += count
        let stored = try computers[number].write(
            count, bytes: bytes, in: space, of: workplace, using: &generator)
        for change in stored.changes {
            acknowledged[space, default: [:]][change.log] = change.head
            spread.wrote(change.log, through: change.head.length, at: now)
        }
        deliver(.stored(stored), to: number)
    }

    /// Puts logs of other writers into databases before their computers are switched on.
    public mutating func fill(
        _ space: SpaceID, logs: Int, commits: Int, bytes: Int = 100, of numbers: [Int]
    ) throws(LedgerError) {
        for _ in 0..<logs {
            let writer = workplace.stranger(using: &generator)
            var pen = Pen(writer.identity, in: space, of: workplace, using: &generator)
            let runs = try pen.write(commits, bytes: bytes, using: &generator)
            for number in numbers { _ = computers[number].store.ingest(runs, in: space) }
        }
    }

    /// Lets a record of a space name a file, on these computers.
    public mutating func name(_ file: AttachmentID, in space: SpaceID, on numbers: [Int]) {
        for number in numbers { computers[number].files.name(file, in: space) }
    }

    /// Puts chunks of a file on a computer's disk.
    public mutating func keep(
        _ chunks: some Sequence<ProvenChunk>, of file: AttachmentID, on number: Int
    ) {
        computers[number].files.keep(chunks, of: file)
    }

    /// Lets a computer change a byte of every chunk of files that it gives.
    public mutating func setLying(_ number: Int) { computers[number].files.lies = true }

    /// Lets the user of a computer want a file.
    public mutating func want(_ file: AttachmentID, in space: SpaceID, on number: Int) {
        let here = computers[number].files.here(file)
        deliver(.filesWanted([WantedFile(id: file, space: space, here: here)]), to: number)
    }

    /// Hands an event to a node at once.
    public mutating func deliver(_ event: Event, to number: Int) {
        let effects = computers[number].handle(event, at: now)
        for effect in effects { carryOut(effect, of: number) }
    }

    // MARK: Time

    /// Lets time pass.
    public mutating func run(for duration: Duration) {
        let end = now + duration
        while let next = calendar.next, next <= end { step() }
        now = end
    }

    /// Lets time pass until a condition holds.
    ///
    /// - Returns: How long it took; `nil` if the limit was reached before.
    public mutating func run(
        limit: Duration, until condition: (World) -> Bool
    ) -> Duration? {
        let start = now
        while !condition(self) {
            guard let next = calendar.next, next <= start + limit else { return nil }
            // Conditions are dear: look at them only once an instant.
            while let following = calendar.next, following <= next + .milliseconds(5) { step() }
        }
        return now - start
    }

    private mutating func step() {
        guard let (instant, item) = calendar.takeNext() else { return }
        now = max(now, instant)
        happen(item)
    }

    mutating func happen(_ item: Happening) {
        if let number = item.computer, computers[number].isAsleep {
            computers[number].missed.append(item)
            return
        }
        switch item {
        case .event(let number, let life, let event):
            if computers[number].life == life { deliver(event, to: number) }
        case .alarm(let number, let life, let instant):
            guard computers[number].life == life, computers[number].alarm == instant else { return }
            computers[number].alarm = nil
            deliver(.timer, to: number)
        case .arrival(let link, let toDialler, let bytes):
            arrive(bytes, on: link, toDialler: toDialler)
        case .end(let link, let toDialler): arriveEnd(on: link, toDialler: toDialler)
        case .dial(let link): answerDial(link)
        case .storage(let number, let life, let effect):
            guard computers[number].life == life else { return }
            guard let event = computers[number].carryOut(effect) else { return }
            note(event, of: number, after: effect)
            // What is durable and what the node knows of it are two things: it may crash between.
            calendar.plan(
                .event(computer: number, life: life, event),
                at: now + duration(conditions.answerDelay))
        }
    }

    // MARK: What nodes want

    private mutating func carryOut(_ effect: Effect, of number: Int) {
        let life = computers[number].life
        switch effect {
        case .dial(let id, let address): dial(id, address, from: number)
        case .send(let id, let bytes): send(bytes, on: id, from: number)
        case .close(let id): close(id, of: number)
        case .ingest, .count, .load, .lookForFile, .readFileChunk, .storeFileChunk:
            let ready = max(
                now + duration(conditions.storageDelay), computers[number].storageFreeAt)
            computers[number].storageFreeAt = ready
            calendar.plan(.storage(computer: number, life: life, effect), at: ready)
        case .proveRemoval(of: let device):
            let answer = Event.removalProof(of: device, removalProofs[device])
            calendar.plan(
                .event(computer: number, life: life, answer),
                at: now + duration(conditions.storageDelay))
        case .setTimer(let instant):
            computers[number].alarm = instant
            calendar.plan(.alarm(computer: number, life: life, instant), at: max(now, instant))
        case .note(let diagnostic): computers[number].note(diagnostic)
        case .pair(let id, _): close(id, of: number)
        case .letter(let letter, from: let device):
            computers[number].letters.append(letter)
            deliver(.letterKept(letter.id, from: device), to: number)
        case .letterTaken(let id, by: _): computers[number].takenLetters.append(id)
        case .knocked(let token, by: let device):
            computers[number].knocks.append((token, device))
        }
    }

    mutating func duration(_ range: ClosedRange<Duration>) -> Duration {
        let span = range.lowerBound.wholeMicroseconds...range.upperBound.wholeMicroseconds
        return .microseconds(Int64.random(in: span, using: &generator))
    }
}

extension Duration {
    var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }

    var wholeMilliseconds: Int64 { wholeMicroseconds / 1_000 }
}
