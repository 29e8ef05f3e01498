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
        public var recipients: Set<DeviceID>
        /// The boxes, by device.
        public var boxes: [DeviceID: [Bytes]]
        /// The devices that sealed it: they know it too.
        public var authors: Set<DeviceID>
        /// The clock of the first sealing, in milliseconds since 1970, to show.
        public let since: Int64

        /// Whether this is the newer of two: the higher generation, then the higher id.
        func isNewer(than other: Epoch) -> Bool {
            (generation, id) > (other.generation, other.id)
        }
    }

    /// By how much one sealing may raise the highest generation: much more than there is reason
    /// for, and so little that nobody can use the numbers up.
    static let generationStep: UInt64 = 1 << 16

    /// The space.
    public let space: SpaceID
    /// The generations that members sealed, the oldest first.
    public let epochs: [Epoch]
    /// Generations that were sealed by people of whom this replica does not know that they are
    /// members: good for reading what comes, never for writing.
    let hearsay: [Epoch]
    /// The devices that may read what is written now, sorted.
    public let entitled: [DeviceCard]
    /// Every device that was ever let in: they have the generations that were never sealed.
    let everHeld: Set<DeviceID>

    /// The devices that have the key that one writes with and aren't entitled, so that a new one
    /// is due.
    ///
    /// Asked of the key in use and not of the highest that was ever named: somebody could name one
    /// that nobody has.
    public func outsiders(writingWith epoch: EpochID) -> Set<DeviceID> {
        let sealed = epochs.first { $0.id == epoch }
        let given = sealed.map { $0.recipients.union($0.authors) } ?? everHeld
        return given.intersection(everHeld).subtracting(entitled.map(\.device))
    }

    /// Whether a device that isn't entitled has the key that one writes with.
    public func hasDebt(writingWith epoch: EpochID) -> Bool {
        !outsiders(writingWith: epoch).isEmpty
    }

    /// The entitled devices that a generation was not sealed for, sorted.
    public func lacking(_ epoch: Epoch) -> [DeviceCard] {
        entitled.filter { !epoch.recipients.contains($0.device) }
    }

    /// Whether some device lacks some generation.
    public var hasGaps: Bool { epochs.contains { !lacking($0).isEmpty } }

    /// Whether a device may read what is written now.
    public func isEntitled(_ device: DeviceID) -> Bool {
        entitled.contains { $0.device == device }
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
    ///   - counts: Whether a statement comes from somebody who belonged to the workplace.
    ///   - isMember: Whether it comes from somebody who belonged to the space.
    init(
        of space: SpaceID, _ sealings: [Testimony], entitled: [DeviceCard],
        everHeld: Set<DeviceID>, counts: (Testimony) -> Bool, isMember: (Testimony) -> Bool
    ) {
        var epochs: [Name: Epoch] = [:]
        var hearsay: [Name: Epoch] = [:]
        for (index, testimony) in sealings.enumerated() {
            guard case .keySealed(let sealing) = testimony.statement,
                sealing.generation <= UInt64(index + 1) * Self.generationStep,
                counts(testimony)
            else { continue }
            if isMember(testimony) {
                Self.add(sealing, testimony, to: &epochs)
            } else {
                Self.add(sealing, testimony, to: &hearsay)
            }
        }
        self.space = space
        self.epochs = Self.sorted(epochs)
        self.hearsay = Self.sorted(hearsay)
        self.entitled = entitled
        self.everHeld = everHeld
    }

    /// A generation with its id: a wrong pair of the two can't stand in the way of the right one.
    private struct Name: Hashable {
        let generation: UInt64
        let id: EpochID
    }

    private static func add(
        _ sealing: KeySealing, _ testimony: Testimony, to epochs: inout [Name: Epoch]
    ) {
        let name = Name(generation: sealing.generation, id: sealing.epoch)
        var epoch =
            epochs.removeValue(forKey: name)
            ?? Epoch(
                generation: sealing.generation, id: sealing.epoch, recipients: [], boxes: [:],
                authors: [], since: testimony.wallClock)
        epoch.authors.insert(testimony.writer.device)
        for recipient in sealing.recipients {
            epoch.recipients.insert(recipient.device)
            epoch.boxes[recipient.device, default: []].append(recipient.box)
        }
        epochs[name] = epoch
    }

    private static func sorted(_ epochs: [Name: Epoch]) -> [Epoch] {
        epochs.values.sorted { $1.isNewer(than: $0) }
    }
}
