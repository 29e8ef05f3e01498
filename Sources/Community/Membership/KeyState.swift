public import Ledger
internal import Merge
public import Wire

/// How the keys of one space stand: who was given the newest, who should have it, who shouldn't.
///
/// From it follows what any member's node may do without asking anybody: give the key to a device
/// that lacks it, or make a new one after somebody left. Chapter 15 of `Protocol/`.
public struct KeyState: Equatable, Sendable {
    /// A generation that was sealed for devices.
    public struct Epoch: Equatable, Sendable {
        /// Counts the generations from 1.
        public let generation: UInt64
        /// The name of the key.
        public let id: EpochID
        /// The devices that it was sealed for.
        public fileprivate(set) var recipients: Set<DeviceID> = []
        /// The boxes, by device.
        public fileprivate(set) var boxes: [DeviceID: [Bytes]] = [:]
        /// The devices that sealed it: they know it too.
        public fileprivate(set) var authors: Set<DeviceID> = []
        /// Who sealed it first.
        public let maker: PersonID
        /// How many earlier generations are of the same maker.
        fileprivate(set) var rank = 0
        /// Whether everybody who sealed it had sealed another with the same number before: nobody
        /// writes with it.
        public fileprivate(set) var isSpare = true
        /// The devices that said that their boxes hold no key, and got no other box since.
        public fileprivate(set) var complainants: Set<DeviceID> = []
        /// How often each device said so.
        fileprivate(set) var complaints: [DeviceID: Int] = [:]
        /// The clock of the first sealing, in milliseconds since 1970, to show.
        public let since: Int64

        /// Whether a device was given the key, as far as it has not said otherwise.
        public func hasReached(_ device: DeviceID) -> Bool {
            recipients.contains(device) && !complainants.contains(device)
        }

        /// Whether a device may say that its boxes hold no key.
        func believes(_ device: DeviceID) -> Bool {
            complaints[device, default: 0] < KeyState.mostComplaints
        }

        /// Whether this is the newer of two: the higher generation, then the higher id.
        func isNewer(than other: Epoch) -> Bool {
            (generation, id) > (other.generation, other.id)
        }
    }

    /// A generation with its id: a wrong pair of the two can't stand in the way of the right one.
    private struct Name: Hashable {
        let generation: UInt64
        let id: EpochID
    }

    /// By how much one sealing may raise the highest generation: much more than there is reason
    /// for, and so little that nobody can use the numbers up.
    static let generationStep: UInt64 = 1 << 16
    /// How often a device is believed that its boxes of one generation hold no key.
    static let mostComplaints = 4
    /// Generations of one person that colleagues give to newcomers though nobody went out.
    static let sparedGenerations = 16

    /// The space.
    public let space: SpaceID
    /// The generations that members sealed, the oldest first.
    public let epochs: [Epoch]
    /// Generations that were sealed by people of whom this replica does not know that they are
    /// members: good for reading what comes, never for writing.
    let hearsay: [Epoch]
    /// The devices that may read what is written now, sorted.
    public let entitled: [DeviceCard]
    private let entitledDevices: Set<DeviceID>
    /// Every device that was ever let in: they have the generations that were never sealed.
    let everHeld: Set<DeviceID>
    /// How often somebody or some device went out.
    let exits: Int
    /// The keys that were sealed.
    private let sealed: Set<EpochID>
    /// Those of them that one may write with.
    private let useful: Set<Name>
    /// Those of them that a device has which was let in and isn't entitled.
    private let leaked: Set<EpochID>

    /// The devices that have a key and aren't entitled.
    ///
    /// Asked of a key that one has and not of the highest that was ever named: somebody could name
    /// one that nobody has.
    public func outsiders(having key: EpochID) -> Set<DeviceID> {
        let holders =
            sealed.contains(key)
            ? epochs.filter { $0.id == key }.reduce(into: Set<DeviceID>()) { holders, epoch in
                holders.formUnion(epoch.recipients.union(epoch.authors))
            } : everHeld
        return holders.intersection(everHeld).subtracting(entitled.map(\.device))
    }

    /// Whether a device that isn't entitled has a key.
    public func isLeaked(_ key: EpochID) -> Bool {
        sealed.contains(key)
            ? leaked.contains(key) : !everHeld.isSubset(of: entitledDevices)
    }

    /// Whether members sealed a key.
    func isSealed(_ key: EpochKey) -> Bool { sealed.contains(key.id) }

    /// Whether a key is one that members sealed and may write with.
    func isUseful(_ key: EpochKey) -> Bool {
        useful.contains(Name(generation: key.generation, id: key.id))
    }

    /// Whether a key can stay in use: nobody who is out has it, and it was made after the last
    /// time that somebody was set aside.
    ///
    /// - Parameter bar: The newest key that was in use when somebody was set aside.
    public func isClean(_ key: EpochKey, after bar: EpochKey? = nil) -> Bool {
        !isLeaked(key.id) && bar.map(key.isNewer) ?? true
    }

    /// The entitled devices that a generation was not sealed for, sorted.
    public func lacking(_ epoch: Epoch) -> [DeviceCard] {
        entitled.filter { !epoch.hasReached($0.device) }
    }

    /// Whether colleagues give a generation to devices that lack it.
    ///
    /// Nobody has reason to make more than about two whenever somebody goes out; those who make
    /// them without end give them out themselves.
    public func isShared(_ epoch: Epoch) -> Bool {
        epoch.rank < Self.sparedGenerations + 2 * exits
    }

    /// Whether a key is one that only its makers give away.
    func isWithheld(_ key: EpochKey) -> Bool {
        epochs.contains {
            $0.id == key.id && $0.generation == key.generation && !isShared($0)
        }
    }

    /// Whether a device gives a generation to others that lack it.
    func gives(_ epoch: Epoch, by device: DeviceID) -> Bool {
        isShared(epoch) || epoch.authors.contains(device)
    }

    /// Whether a device may read what is written now.
    public func isEntitled(_ device: DeviceID) -> Bool {
        entitledDevices.contains(device)
    }

    /// The boxes with keys for one device.
    public func boxes(
        for device: DeviceID
    ) -> [(generation: UInt64, id: EpochID, box: Bytes)] {
        (epochs + hearsay).flatMap { epoch in
            epoch.boxes[device, default: []].map { (epoch.generation, epoch.id, $0) }
        }
    }
}

extension KeyState {
    /// Draws the state of one space.
    ///
    /// - Parameters:
    ///   - sealings: The statements about keys of the space that stand where they may stand, in
    ///     the order of their stamps.
    ///   - everHeld: The devices that have the generations which were never sealed: everybody who
    ///     was ever let in.
    ///   - exits: How often somebody or some device went out.
    ///   - counts: Whether a statement comes from somebody who belonged to the workplace.
    ///   - isMember: Whether it comes from somebody who belonged to the space.
    init(
        of space: SpaceID, _ sealings: [Testimony], entitled: [DeviceCard],
        everHeld: Set<DeviceID>, exits: Int, counts: (Testimony) -> Bool,
        isMember: (Testimony) -> Bool
    ) {
        var members = Sealings()
        var others = Sealings()
        for (index, testimony) in sealings.enumerated() {
            guard case .keySealed(let sealing) = testimony.statement,
                sealing.generation <= UInt64(index + 1) * Self.generationStep,
                counts(testimony)
            else { continue }
            if isMember(testimony) {
                members.add(sealing, testimony)
            } else {
                others.add(sealing, testimony)
            }
        }
        self.space = space
        epochs = members.sorted
        hearsay = others.sorted
        self.entitled = entitled
        entitledDevices = Set(entitled.map(\.device))
        self.everHeld = everHeld
        self.exits = exits
        sealed = Set(epochs.map(\.id))
        useful = Set(
            epochs.filter { !$0.isSpare }.map { Name(generation: $0.generation, id: $0.id) })
        let outside = everHeld.subtracting(entitledDevices)
        leaked = Set(
            epochs.filter { epoch in
                outside.contains { epoch.recipients.contains($0) || epoch.authors.contains($0) }
            }.map(\.id))
    }

    /// The generations that come out of sealings, taken in by the order of their stamps.
    private struct Sealings {
        private var epochs: [Name: Epoch] = [:]
        private var picks: Set<Pick> = []

        mutating func add(_ sealing: KeySealing, _ testimony: Testimony) {
            let name = Name(generation: sealing.generation, id: sealing.epoch)
            let (device, person) = (testimony.writer.device, testimony.writer.person)
            if sealing.recipients.isEmpty {
                epochs[name]?.complain(device)
                return
            }
            // Taken out while it grows, so that the boxes aren't copied each time.
            var epoch =
                epochs.removeValue(forKey: name)
                ?? Epoch(
                    generation: sealing.generation, id: sealing.epoch, maker: person,
                    since: testimony.wallClock)
            if picks.insert(Pick(generation: sealing.generation, person: person)).inserted {
                epoch.isSpare = false
            }
            epoch.authors.insert(device)
            for recipient in sealing.recipients {
                epoch.recipients.insert(recipient.device)
                epoch.complainants.remove(recipient.device)
                epoch.boxes[recipient.device, default: []].append(recipient.box)
            }
            epochs[name] = epoch
        }

        /// The generations in their order, with how many their makers made before each.
        var sorted: [Epoch] {
            var sorted = epochs.values.sorted { $1.isNewer(than: $0) }
            var made: [PersonID: Int] = [:]
            for index in sorted.indices {
                sorted[index].rank = made[sorted[index].maker, default: 0]
                made[sorted[index].maker, default: 0] += 1
            }
            return sorted
        }
    }
}

extension KeyState.Epoch {
    /// Takes in that a device has no key from its boxes, so that it is given another one.
    ///
    /// It still counts as one that has the key: somebody who lied and goes out has it.
    fileprivate mutating func complain(_ device: DeviceID) {
        guard believes(device) else { return }
        complaints[device, default: 0] += 1
        complainants.insert(device)
    }
}
