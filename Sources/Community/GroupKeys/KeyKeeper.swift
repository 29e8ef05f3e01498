public import Ledger
public import Wire

/// What one member's device can do about keys: the duties that follow from the directory and the
/// device's own keys, and the statements that discharge them.
public struct KeyKeeper: Sendable {
    /// Statements to be written.
    public struct Writing: Equatable, Sendable {
        /// The space that they belong into.
        public let home: SpaceID
        /// The generation to seal the commits with, which those for whom they are have; `nil` for
        /// the one in use.
        public let epoch: EpochID?
        /// The operations, commit by commit.
        public let commits: [[Operation]]
    }

    private let directory: Directory
    private let device: DeviceID
    private let keyrings: [SpaceID: Keyring]
    private let barred: [SpaceID: Set<EpochID>]
    private let decidedOpenings: Set<SpaceID>

    /// Looks at a directory with the eyes of a device.
    ///
    /// - Parameters:
    ///   - device: This node's device.
    ///   - keyrings: The keys that it has, by space.
    ///   - barred: The keys that were in use when somebody was set aside, by space.
    ///   - decidedOpenings: The communities of which this node has found in their own records that
    ///     they decided to be open. What others tell is not enough to give keys away.
    public init(
        _ directory: Directory, device: DeviceID, keyrings: [SpaceID: Keyring],
        barred: [SpaceID: Set<EpochID>] = [:], decidedOpenings: Set<SpaceID> = []
    ) {
        self.decidedOpenings = decidedOpenings
        self.directory = directory
        self.device = device
        self.keyrings = keyrings
        self.barred = barred
    }

    // MARK: What is to be done

    /// A duty with what it is worth waiting for.
    public typealias Due = (duty: KeyDuty, devices: Int, exits: Int)

    /// Everything that is to be done, with the number of devices that can do it, and how often the
    /// person went out because of whom it is due.
    public func duties() -> [Due] {
        // A shared terminal carries what others give it, and gives nothing.
        guard directory.membership.kiosk(device) == nil else { return [] }
        var duties: [Due] = []
        for (space, state) in directory.keyStates.sorted(by: { $0.key < $1.key })
        where state.isEntitled(device) {
            let devices = state.entitled.count
            func add(_ kind: KeyDuty.Kind, after exits: Int = 0) {
                duties.append((KeyDuty(kind, of: space), devices, exits))
            }
            if directory.community(of: space)?.opening != nil {
                if !unpublished(of: state).isEmpty { add(.publish) }
                continue
            }
            if let key = staleKey(of: state) { add(.rotate, after: exits(because: key, of: state)) }
            if !gaps(in: state).isEmpty { add(.heal) }
            if !spoiled(in: state).isEmpty { add(.complain) }
        }
        return duties + republications()
    }

    /// The key that this device would write with, if a new one is due instead.
    private func staleKey(of state: KeyState) -> EpochKey? {
        guard let keyring = keyrings[state.space] else { return nil }
        let barred = barred[state.space, default: []]
        let bar = keyring.all.last { barred.contains($0.id) }
        guard let key = directory.writingKey(in: keyring, barred: barred),
            !state.isClean(key, after: bar)
        else { return nil }
        return key
    }

    /// How often somebody of those who have a key and are out went out: the least often counts, so
    /// that nobody can delay what is due because of others.
    private func exits(because key: EpochKey, of state: KeyState) -> Int {
        let outsiders = state.outsiders(having: key.id)
        return directory.people
            .filter { $0.membership.devices.contains { outsiders.contains($0.card.device) } }
            .map { directory.exits(of: $0.id, from: state.space) }.min() ?? 0
    }

    /// Generations that were sealed for this device in boxes that don't hold them.
    private func spoiled(in state: KeyState) -> [KeyState.Epoch] {
        guard let keyring = keyrings[state.space] else { return [] }
        return state.epochs.filter { epoch in
            epoch.hasReached(device) && keyring.key(of: epoch) == nil && epoch.believes(device)
                && state.isShared(epoch)
        }
    }

    /// Open communities get a new key after the workplace has got one.
    private func republications() -> [Due] {
        guard let state = directory.keyStates[directory.workplace], state.isEntitled(device),
            keyrings[directory.workplace] != nil, staleKey(of: state) == nil
        else { return [] }
        return directory.communities
            .filter { $0.visibility == .open && directory.hasStaleKey($0.space) }
            .map { (KeyDuty(.republish, of: $0.space), state.entitled.count, 0) }
    }

    /// The devices that lack generations, by the newest generation that each of them has.
    private func gaps(in state: KeyState) -> [EpochID?: Set<DeviceID>] {
        guard let keyring = keyrings[state.space] else { return [:] }
        var gaps: [EpochID?: Set<DeviceID>] = [:]
        for epoch in state.epochs
        where keyring.key(of: epoch) != nil && state.gives(epoch, by: device) {
            for card in state.lacking(epoch) {
                gaps[newest(of: keyring, for: card.device, state), default: []].insert(card.device)
            }
        }
        return gaps
    }

    /// The newest generation that a device surely has.
    private func newest(
        of keyring: Keyring, for device: DeviceID, _ state: KeyState
    ) -> EpochID? {
        keyring.all.last { key in
            guard let epoch = state.epochs.first(where: { keyring.key(of: $0)?.id == key.id })
            else { return state.space == directory.workplace }
            return epoch.hasReached(device)
        }?.id
    }

    // MARK: How it is done

    /// The statements that discharge a duty; nothing if there is nothing to do any more.
    public func discharge(
        _ duty: KeyDuty, using generator: inout some RandomNumberGenerator
    ) -> [Writing] {
        switch duty.kind {
        case .rotate: rotate(duty.space, using: &generator)
        case .republish: republish(duty.space, using: &generator)
        case .heal: heal(duty.space, using: &generator)
        case .publish: publish(duty.space)
        case .complain: complain(of: duty.space)
        }
    }

    /// The generations of a community that was opened which are not readable for everybody yet.
    private func unpublished(of state: KeyState) -> [EpochKey] {
        guard decidedOpenings.contains(state.space), let keyring = keyrings[state.space] else {
            return []
        }
        return state.epochs.compactMap { keyring.key(of: $0) }
            .filter { !directory.isPublished($0.id, of: state.space) }
    }

    /// All of them: what was written under the older ones is history that belongs to the community,
    /// and the logs begin with it.
    private func publish(_ space: SpaceID) -> [Writing] {
        guard let state = directory.keyStates[space], state.isEntitled(device),
            directory.community(of: space)?.opening != nil
        else { return [] }
        let operations = unpublished(of: state).map { key in
            Operation.statement(
                .keyPublished(space: space, generation: key.generation, key: key.exposed))
        }
        guard !operations.isEmpty else { return [] }
        return [
            Writing(
                home: directory.workplace, epoch: nil, commits: KeySealer.commits(operations))
        ]
    }

    private func rotate(
        _ space: SpaceID, using generator: inout some RandomNumberGenerator
    ) -> [Writing] {
        guard let state = directory.keyStates[space], staleKey(of: state) != nil,
            let generation = nextGeneration(of: state)
        else { return [] }
        let key = EpochKey.generate(space: space, generation: generation, using: &generator)
        let home = home(of: space)
        let operations = KeySealer.statements(
            sealing: key, of: home == space ? nil : space, for: state.entitled, using: &generator)
        return [Writing(home: home, epoch: nil, commits: KeySealer.commits(operations))]
    }

    private func nextGeneration(of state: KeyState) -> UInt64? {
        let barred = barred[state.space, default: []]
        let inUse = keyrings[state.space].flatMap {
            directory.writingKey(in: $0, barred: barred)?.generation
        }
        let highest = max(inUse ?? 0, state.epochs.last?.generation ?? 0)
        let (next, isTooHigh) = highest.addingReportingOverflow(1)
        return isTooHigh ? nil : next
    }

    private func republish(
        _ space: SpaceID, using generator: inout some RandomNumberGenerator
    ) -> [Writing] {
        guard directory.hasStaleKey(space),
            let highest = directory.publishedGeneration(of: space)
        else { return [] }
        let (generation, isTooHigh) = highest.addingReportingOverflow(1)
        guard !isTooHigh else { return [] }
        let key = EpochKey.generate(space: space, generation: generation, using: &generator)
        let statement = Statement.keyPublished(
            space: space, generation: generation, key: key.exposed)
        return [
            Writing(home: directory.workplace, epoch: nil, commits: [[.statement(statement)]])
        ]
    }

    private func heal(
        _ space: SpaceID, using generator: inout some RandomNumberGenerator
    ) -> [Writing] {
        guard let state = directory.keyStates[space], let keyring = keyrings[space] else {
            return []
        }
        let home = home(of: space)
        var writings: [Writing] = []
        let gaps = gaps(in: state).sorted {
            $0.value.sorted().lexicographicallyPrecedes($1.value.sorted())
        }
        for (epoch, devices) in gaps {
            let operations = KeySealer.statements(
                of: state, from: keyring, in: home,
                for: state.entitled.filter { devices.contains($0.device) }, by: device,
                using: &generator)
            writings.append(
                Writing(
                    home: home, epoch: home == space ? epoch : nil,
                    commits: KeySealer.commits(operations)))
        }
        return writings
    }

    /// A sealing for nobody says that its author's boxes hold no key.
    private func complain(of space: SpaceID) -> [Writing] {
        guard let state = directory.keyStates[space], let keyring = keyrings[space] else {
            return []
        }
        let home = home(of: space)
        let operations = spoiled(in: state).map { epoch in
            Operation.statement(
                .keySealed(
                    KeySealing(
                        space: home == space ? nil : space, generation: epoch.generation,
                        epoch: epoch.id, recipients: [])))
        }
        // Under a key that others surely have: the spoiled ones this device lacks anyway.
        let known = directory.writingKey(in: keyring, barred: barred[space, default: []])
        return [
            Writing(
                home: home, epoch: home == space ? known?.id : nil,
                commits: KeySealer.commits(operations))
        ]
    }

    /// Where statements about a space's keys stand.
    private func home(of space: SpaceID) -> SpaceID {
        directory.community(of: space)?.visibility == .listed ? directory.workplace : space
    }
}
