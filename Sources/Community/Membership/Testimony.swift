internal import Ledger
public import Merge
public import Wire

/// One statement of a workplace's space, with who made it and where it stands.
public struct Testimony: Sendable {
    /// What is stated.
    public let statement: Statement
    /// Who stated it, as the log's binding says.
    public let writer: Writer
    /// Its place in the one order of all operations.
    public let stamp: WriteStamp
    /// The sequence of its commit in the log that the stamp names.
    public let sequence: UInt64
    /// The writer's clock in milliseconds since 1970, to show.
    public let wallClock: Int64
    /// The generation of the space's key that sealed it: who has that key can read it.
    public let epoch: EpochID

    /// Makes a testimony.
    public init(
        _ statement: Statement, by writer: Writer, at stamp: WriteStamp, sequence: UInt64,
        wallClock: Int64, epoch: EpochID
    ) {
        self.statement = statement
        self.writer = writer
        self.stamp = stamp
        self.sequence = sequence
        self.wallClock = wallClock
        self.epoch = epoch
    }

    /// The same with a stamp of another clock.
    func raised(to lamport: UInt64) -> Testimony {
        Testimony(
            statement, by: writer,
            at: WriteStamp(lamport: lamport, writer: stamp.writer, index: stamp.index),
            sequence: sequence, wallClock: wallClock, epoch: epoch)
    }

    /// The same words at the moment of another statement.
    func at(_ stamp: WriteStamp) -> Testimony {
        Testimony(
            statement, by: writer, at: stamp, sequence: sequence, wallClock: wallClock,
            epoch: epoch)
    }

    /// The log that it stands in.
    public var log: LogID { stamp.writer }
}

/// Everything that is known of a workplace's people, before anything is decided.
///
/// It only grows, and nothing depends on the order in which it grows. ``Membership`` is what
/// follows from it. What can't be genuine, because a hash or a signature is wrong, is left out at
/// once, so that nothing is checked twice.
public struct Evidence: Sendable {
    /// A person's founding with the bytes that it came in.
    struct Founded: Sendable {
        let founding: PersonFounding
        let bytes: Bytes
    }

    /// The workplace.
    public let workplace: SpaceID
    /// The statements, each once, in any order.
    private(set) var testimonies: [Testimony] = []
    /// Foundings prove themselves by their hash, so it doesn't matter who told them.
    private(set) var foundings: [PersonID: Founded] = [:]
    /// The Lamport clocks of every commit of the workplace's space, by log and sequence.
    private(set) var clocks: [LogID: [UInt64: UInt64]] = [:]
    /// The commits by which people did something.
    ///
    /// What a node does by itself tells nothing about who sits there.
    private(set) var acts: [LogID: Set<UInt64>] = [:]
    /// Who writes each log of the workplace's space.
    private(set) var writers: [LogID: Writer] = [:]

    /// Nothing.
    public init(workplace: SpaceID) { self.workplace = workplace }

    /// Takes in that a commit stands in the workplace's space.
    mutating func note(
        _ log: LogID, sequence: UInt64, lamport: UInt64, by writer: Writer, isAct: Bool
    ) {
        clocks[log, default: [:]][sequence] = lamport
        if isAct { acts[log, default: []].insert(sequence) }
        writers[log] = writer
    }

    /// Takes in a statement that may be genuine.
    mutating func add(_ testimony: Testimony) {
        switch testimony.statement {
        case .personFounded(let bytes), .vouch(let bytes, how: _):
            guard found(bytes) else { return }
        case .slipShown(let showing):
            guard showing.isGenuine(in: workplace), found(showing.founding) else { return }
        case .deviceAdded(let addition):
            guard
                DeviceAcceptance.isValid(
                    addition.acceptance, of: addition.card, for: testimony.writer.person,
                    in: workplace), addition.isHostedAsSaid
            else { return }
        case .personRecovered(let recovery):
            guard
                DeviceAcceptance.isValid(
                    recovery.acceptance, of: recovery.card, for: recovery.person, in: workplace),
                recovery.hosting?.isValid(for: recovery.card.device) ?? true
            else { return }
        case .keyOffered(let offer):
            guard
                DeviceAcceptance.isValid(
                    offer.acceptance, of: offer.card, for: offer.person, in: workplace),
                offer.hosting.isValid(for: offer.card.device)
            else { return }
        default: break
        }
        testimonies.append(testimony)
    }

    /// The clocks as they would be if no log had ever set its own back.
    ///
    /// Nobody can make a statement older than what stood in the same log before it; so what is
    /// written behind the end of a log is also later than everything that counts of it.
    var risingClocks: [LogID: [UInt64: UInt64]] {
        clocks.mapValues { clocks in
            var highest: UInt64 = 0
            var rising: [UInt64: UInt64] = [:]
            for (sequence, lamport) in clocks.sorted(by: { $0.key < $1.key }) {
                highest = max(highest, lamport)
                rising[sequence] = highest
            }
            return rising
        }
    }

    /// What follows from the first commits of each log alone.
    ///
    /// - Parameter lengths: How many commits of a log there are; none of one that is not named.
    func limited(to lengths: [LogID: UInt64]) -> Evidence {
        var limited = Evidence(workplace: workplace)
        limited.testimonies = testimonies.filter { $0.sequence <= lengths[$0.log] ?? 0 }
        for testimony in limited.testimonies {
            switch testimony.statement {
            case .personFounded(let bytes), .vouch(let bytes, how: _):
                let person = Founding.personID(of: bytes)
                limited.foundings[person] = foundings[person]
            case .slipShown(let showing):
                let person = Founding.personID(of: showing.founding)
                limited.foundings[person] = foundings[person]
            default: break
            }
        }
        for (log, length) in lengths {
            limited.writers[log] = writers[log]
            limited.clocks[log] = clocks[log]?.filter { $0.key <= length }
            limited.acts[log] = acts[log]?.filter { $0 <= length }
        }
        return limited
    }

    private mutating func found(_ bytes: Bytes) -> Bool {
        let person = Founding.personID(of: bytes)
        if foundings[person] != nil { return true }
        guard let founding = try? Founding.readPerson(bytes) else { return false }
        foundings[person] = Founded(founding: founding, bytes: bytes)
        return true
    }
}
