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
    private let decidedOpenings: Set<SpaceID>

    /// Looks at a directory with the eyes of a device.
    ///
    /// - Parameters:
    ///   - device: This node's device.
    ///   - keyrings: The keys that it has, by space.
    ///   - decidedOpenings: The communities of which this node has found in their own records that
    ///     they decided to be open. What others tell is not enough to give keys away.
    public init(
        _ directory: Directory, device: DeviceID, keyrings: [SpaceID: Keyring],
        decidedOpenings: Set<SpaceID> = []
    ) {
        self.decidedOpenings = decidedOpenings
        self.directory = directory
        self.device = device
        self.keyrings = keyrings
    }

    // MARK: What is to be done

    /// Everything that is to be done, with the number of devices that can do it.
    public func duties() -> [(duty: KeyDuty, devices: Int)] {
        var duties: [(duty: KeyDuty, devices: Int)] = []
        for (space, state) in directory.keyStates.sorted(by: { $0.key < $1.key })
        where state.isEntitled(device) {
            let devices = state.entitled.count
            if directory.community(of: space)?.opening != nil {
                if !unpublished(of: state).isEmpty {
                    duties.append((KeyDuty(.publish, of: space), devices))
                }
                continue
            }
            if mustRotate(state) { duties.append((KeyDuty(.rotate, of: space), devices)) }
            if !gaps(in: state).isEmpty { duties.append((KeyDuty(.heal, of: space), devices)) }
        }
        return duties + republications()
    }

    /// A new key is due if an outsider has the one in use, or if the newest one was kept from this
    /// device by a box that doesn't hold it.
    private func mustRotate(_ state: KeyState) -> Bool {
        guard let keyring = keyrings[state.space], let key = directory.writingKey(in: keyring)
        else { return false }
        if state.hasDebt(writingWith: key.id) { return true }
        guard let newest = state.epochs.last, keyring.key(of: newest) == nil else { return false }
        return newest.recipients.contains(device)
    }

    /// Open communities get a new key after the workplace has got one.
    private func republications() -> [(duty: KeyDuty, devices: Int)] {
        guard let state = directory.keyStates[directory.workplace], state.isEntitled(device),
            let key = keyrings[directory.workplace]?.current,
            !state.hasDebt(writingWith: key.id)
        else { return [] }
        return directory.communities
            .filter { $0.visibility == .open && directory.hasStaleKey($0.space) }
            .map { (KeyDuty(.republish, of: $0.space), state.entitled.count) }
    }

    /// The devices that lack generations, by the newest generation that each of them has.
    private func gaps(in state: KeyState) -> [EpochID?: Set<DeviceID>] {
        guard let keyring = keyrings[state.space] else { return [:] }
        var gaps: [EpochID?: Set<DeviceID>] = [:]
        for epoch in state.epochs where keyring.key(of: epoch) != nil {
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
            return epoch.recipients.contains(device)
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
        guard let state = directory.keyStates[space], mustRotate(state),
            let generation = nextGeneration(of: state)
        else { return [] }
        let key = EpochKey.generate(space: space, generation: generation, using: &generator)
        let home = home(of: space)
        let operations = KeySealer.statements(
            sealing: key, of: home == space ? nil : space, for: state.entitled, using: &generator)
        return [Writing(home: home, epoch: nil, commits: KeySealer.commits(operations))]
    }

    private func nextGeneration(of state: KeyState) -> UInt64? {
        let inUse = keyrings[state.space].flatMap { directory.writingKey(in: $0) }?.generation
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
                for: state.entitled.filter { devices.contains($0.device) }, using: &generator)
            writings.append(
                Writing(
                    home: home, epoch: home == space ? epoch : nil,
                    commits: KeySealer.commits(operations)))
        }
        return writings
    }

    /// Where statements about a space's keys stand.
    private func home(of space: SpaceID) -> SpaceID {
        directory.community(of: space)?.visibility == .listed ? directory.workplace : space
    }
}
