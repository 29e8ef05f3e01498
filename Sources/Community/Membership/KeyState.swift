public import Wire

/// How the keys of one space stand: who was given the newest, who should have it, who shouldn't.
///
/// From it follows what any member's node may do without asking anybody: give the key to a device
/// that lacks it, or make a new one after somebody left. Chapter 12 of `Protocol/`.
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

        /// Whether this is the newer of two: the higher generation, then the higher id.
        func isNewer(than other: Epoch) -> Bool {
            (generation, id) > (other.generation, other.id)
        }
    }

    /// The space.
    public let space: SpaceID
    /// The sealed generations, the oldest first.
    public let epochs: [Epoch]
    /// The devices that may read what is written now, sorted.
    public let entitled: [DeviceCard]
    /// Every device that was ever let in: they have the generations that were never sealed.
    let everHeld: Set<DeviceID>

    /// Whether a device that isn't entitled has the key that one writes with, so that a new one is
    /// due.
    ///
    /// Asked of the key in use and not of the highest that was ever named: somebody could name one
    /// that nobody has.
    public func hasDebt(writingWith epoch: EpochID) -> Bool {
        let given = epochs.first { $0.id == epoch }?.recipients ?? everHeld
        return !given.intersection(everHeld).isSubset(of: entitled.map(\.device))
    }

    /// The entitled devices that a generation was not sealed for, sorted.
    public func lacking(_ epoch: Epoch) -> [DeviceCard] {
        entitled.filter { !epoch.recipients.contains($0.device) }
    }

    /// Whether some device lacks some generation.
    public var hasGaps: Bool { epochs.contains { !lacking($0).isEmpty } }

    /// The boxes with keys for one device.
    public func boxes(
        for device: DeviceID
    ) -> [(generation: UInt64, id: EpochID, box: Bytes)] {
        epochs.flatMap { epoch in
            epoch.boxes[device, default: []].map { (epoch.generation, epoch.id, $0) }
        }
    }
}

extension KeyState {
    /// Draws the state of one space.
    ///
    /// - Parameters:
    ///   - everHeld: The devices that have the generations which were never sealed: everybody who
    ///     was ever let in.
    init(
        of space: SpaceID, entitled: [DeviceCard], everHeld: Set<DeviceID>,
        _ evidence: SpaceEvidence, _ verdicts: Verdicts
    ) {
        var epochs: [EpochID: Epoch] = [:]
        for entry in evidence.sealings where verdicts.counts(entry.testimony, in: entry.space) {
            guard case .keySealed(let sealing) = entry.testimony.statement,
                sealing.space ?? entry.space == space
            else { continue }
            var epoch =
                epochs[sealing.epoch]
                ?? Epoch(
                    generation: sealing.generation, id: sealing.epoch, recipients: [], boxes: [:])
            guard epoch.generation == sealing.generation else { continue }
            for recipient in sealing.recipients {
                epoch.recipients.insert(recipient.device)
                epoch.boxes[recipient.device, default: []].append(recipient.box)
            }
            epochs[sealing.epoch] = epoch
        }
        self.space = space
        self.epochs = epochs.values.sorted { $1.isNewer(than: $0) }.map { epoch in
            var epoch = epoch
            for device in epoch.recipients {
                epoch.boxes[device]?.sort { $0.lexicographicallyPrecedes($1) }
            }
            return epoch
        }
        self.entitled = entitled
        self.everHeld = everHeld
    }
}
