internal import Ledger
public import Merge
public import Wire

/// Who belongs to a workplace, with which devices, and which of their writings count.
///
/// A pure function of the ``Evidence``: equal sets of commits give equal memberships, whatever came
/// first. Nobody has a right over it that others lack, but for the one-way door key, if the
/// workplace was founded with one. Chapter 14 of `Protocol/` has the rules.
public struct Membership: Equatable, Sendable {
    /// What a person is to the workplace.
    public enum Standing: Equatable, Sendable {
        /// Nobody who belongs has vouched yet.
        case waiting
        /// The person belongs.
        case admitted
        /// The person has left.
        case departed
    }

    /// A device of a person.
    public struct Device: Equatable, Sendable {
        /// Its public keys.
        public let card: DeviceCard
        /// What it is.
        public let use: DeviceUse
        /// When it was bound to the person; the founding device has none.
        public let since: WriteStamp?
        /// Who is heard first if devices of one person contradict each other.
        let seniority: Seniority
        /// The device from which it stems by additions: the founding one or a recovered one.
        let root: DeviceID
        /// The terminal that keeps its key, if one does.
        public var kiosk: DeviceID?
        /// Whether it may still act for the person.
        public var isIn = true

        /// In which capacity it writes.
        public var role: LogRole { use.role }
    }

    /// A person whose founding is known.
    public struct Person: Equatable, Sendable {
        /// The person.
        public let id: PersonID
        /// The bytes of the founding, as a vouch carries them.
        public let founding: Bytes
        /// Every device that ever was the person's, the oldest first.
        public var devices: [Device]
        /// What the person is to the workplace.
        public var standing: Standing = .waiting
        /// What the person decided about their words when they left.
        public var words: LeaversWords = .unknown
        /// Who vouched, sorted.
        public var vouchers: [PersonID] = []
        /// Who compared the four words with the person later, sorted.
        public var verifiers: [PersonID] = []
        /// Whether the person founded the workplace.
        public var isFounder = false
        /// Whether it is a shared terminal, and no human.
        public var isKiosk = false

        /// Whether the person ever belonged: what was written then still counts.
        public var wasAdmitted: Bool { standing != .waiting }
    }

    /// The workplace.
    public let workplace: SpaceID
    /// Everybody whose founding is known, sorted by id.
    public internal(set) var people: [Person] = []
    /// The key that can mark people as departed and nothing else.
    public internal(set) var doorKey: Bytes32?
    /// How many commits of a log of the workplace's space count, for logs that were ended.
    public internal(set) var ends: [LogID: UInt64] = [:]
    /// The same before members let in more: statements about people, devices and keys count as far
    /// as that.
    var decidedEnds: [LogID: UInt64] = [:]
    /// Devices that were in and are out.
    public internal(set) var removedDevices: Set<DeviceID> = []
    /// Departures that colleagues have spoken for and that are not decided yet, sorted by person.
    public internal(set) var pendingDepartures: [PendingDeparture] = []
    /// Recoveries that one colleague has spoken for, sorted by person.
    public internal(set) var pendingRecoveries: [PendingRecovery] = []
    /// What was decided, in the order of stamps: everybody sees it.
    public internal(set) var steps: [Step] = []
    /// Keys that terminals keep and that wait for a word that they are somebody's, in the order of
    /// stamps.
    public internal(set) var offers: [KeyOffer] = []
    /// What members have let in of what a removed device wrote behind the end of its log, in the
    /// order of stamps.
    public internal(set) var releases: [Release] = []
    /// The writers of logs in the workplace's space.
    var writers: [LogID: Writer] = [:]

    /// Two colleagues' words for a departure, or the first of them.
    public struct PendingDeparture: Equatable, Sendable {
        /// Who is said to have left.
        public let person: PersonID
        /// Who says so, sorted.
        public let speakers: [PersonID]
        /// The clock of the second word, in milliseconds since 1970; `nil` after only one.
        public let since: Int64?
    }

    /// One colleague's word for a recovery.
    public struct PendingRecovery: Equatable, Sendable {
        /// Who is to be recovered.
        public let person: PersonID
        /// The new device.
        public let card: DeviceCard
        /// The new device's signature that it wants to be the person's; a second word repeats it.
        public let acceptance: Bytes64
        /// Who spoke for it, sorted.
        public let speakers: [PersonID]
    }

    /// A decision about people and devices.
    public struct Step: Hashable, Sendable {
        /// What happened.
        public enum Kind: Hashable, Sendable {
            case admitted
            case deviceAdded(DeviceID, DeviceUse)
            case deviceRevoked(DeviceID)
            case recovered(DeviceID)
            case departed(byDoor: Bool)
            case readmitted
        }

        /// What happened.
        public let kind: Kind
        /// To whom.
        public let person: PersonID
        /// Who decided, sorted.
        public let by: [PersonID]
        /// The stamp of the deciding statement.
        public let stamp: WriteStamp
        /// Its writer's clock in milliseconds since 1970, to show.
        public let wallClock: Int64

        /// Whether somebody, or some device, went out with it.
        var putsOut: Bool {
            switch kind {
            case .deviceRevoked, .recovered, .departed: true
            case .admitted, .deviceAdded, .readmitted: false
            }
        }
    }
}

extension Membership {
    /// A person, if their founding is known.
    public func person(_ id: PersonID) -> Person? { place(of: id).map { people[$0] } }

    func place(of id: PersonID) -> Int? {
        var low = 0
        var high = people.count
        while low < high {
            let middle = (low + high) / 2
            if people[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < people.count && people[low].id == id ? low : nil
    }

    /// Whether a device is or was one of the person's own.
    public func isGenuine(_ writer: Writer) -> Bool {
        person(writer.person)?.devices.contains { $0.isWriting(writer) } ?? false
    }

    /// Whether what a writer wrote can count: the person belonged at some time, and the device was
    /// theirs.
    ///
    /// Where the writer's logs end is asked apart.
    public func wasAdmitted(_ writer: Writer) -> Bool {
        guard let person = person(writer.person), person.wasAdmitted else { return false }
        return person.devices.contains { $0.isWriting(writer) }
    }

    /// Whether a writer belongs to the workplace now.
    public func isAdmitted(_ writer: Writer) -> Bool {
        guard let person = person(writer.person), person.standing == .admitted else {
            return false
        }
        return person.devices.contains { $0.isWriting(writer) && $0.isIn }
    }

    /// Whether a device of a person who belongs may act for them now, in whatever capacity.
    public func isIn(_ person: PersonID, device: DeviceID) -> Bool {
        guard let person = self.person(person), person.standing == .admitted else { return false }
        return person.devices.contains { $0.card.device == device && $0.isIn }
    }

    /// The people who have left and wanted their words to be shown no longer.
    public var tookWords: Set<PersonID> {
        Set(people.filter { $0.standing == .departed && $0.words == .erase }.map(\.id))
    }

    /// Whether a person belongs to the workplace now.
    public func isAdmitted(_ id: PersonID) -> Bool { person(id)?.standing == .admitted }

    /// How many commits of a log of the workplace's space count; `nil` if it goes on.
    ///
    /// A log that nobody named when its device was put out doesn't count at all, until the device
    /// is let in again.
    public func end(of log: LogID) -> UInt64? { end(of: log, ends) }

    /// How many commits of a log count as far as statements are concerned.
    func decidedEnd(of log: LogID) -> UInt64? { end(of: log, decidedEnds) }

    private func end(of log: LogID, _ ends: [LogID: UInt64]) -> UInt64? {
        if let end = ends[log] { return end }
        guard let writer = writers[log], wasRemoved(writer) else { return nil }
        return 0
    }

    /// Whether a writer was put out at some time, so that colleagues end their logs elsewhere.
    public func wasRemoved(_ writer: Writer) -> Bool {
        removedDevices.contains(writer.device) && !isAdmitted(writer)
    }
}
