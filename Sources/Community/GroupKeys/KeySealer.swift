public import Keys
public import Ledger
public import Wire

/// Puts keys into boxes for devices, and takes them out again.
public enum KeySealer {
    /// Recipients of one statement: as many as surely fit into one operation.
    static let recipientsPerStatement = 512
    /// Bytes of the operations of one commit; the rest is for what a commit has beside them.
    public static let commitBytes = Limits.commitBytes * 3 / 4

    /// The statements that give a generation of a key to devices.
    ///
    /// The number of recipients is a power of two: made-up ones stand among them, so that the size
    /// of the commit tells an outsider little.
    ///
    /// - Parameters:
    ///   - space: Whose key it is, where the statement stands in another space.
    public static func statements(
        sealing key: EpochKey, of space: SpaceID? = nil, for cards: [DeviceCard],
        using generator: inout some RandomNumberGenerator
    ) -> [Operation] {
        guard !cards.isEmpty else { return [] }
        var recipients = cards.map { recipient(key, $0, using: &generator) }
        while recipients.count & (recipients.count - 1) != 0 {
            recipients.append(madeUp(using: &generator))
        }
        recipients.sort { $0.device < $1.device }
        return stride(from: 0, to: recipients.count, by: recipientsPerStatement).map { start in
            let end = min(start + recipientsPerStatement, recipients.count)
            return .statement(
                .keySealed(
                    KeySealing(
                        space: space, generation: key.generation, epoch: key.id,
                        recipients: Array(recipients[start..<end]))))
        }
    }

    /// The statements that give devices the sealed generations that are known here.
    ///
    /// - Parameter device: The device that gives them: of generations without end, which somebody
    ///   made without a reason, it gives its own only.
    public static func statements(
        of state: KeyState, from keyring: Keyring, in home: SpaceID, for cards: [DeviceCard],
        by device: DeviceID, using generator: inout some RandomNumberGenerator
    ) -> [Operation] {
        var operations: [Operation] = []
        for epoch in state.epochs where state.gives(epoch, by: device) {
            guard let key = keyring.key(of: epoch) else { continue }
            let lacking = cards.filter { !epoch.hasReached($0.device) }
            operations += statements(
                sealing: key, of: home == state.space ? nil : state.space, for: lacking,
                using: &generator)
        }
        return operations
    }

    /// Operations in as few commits as they fit into.
    public static func commits(_ operations: [Operation]) -> [[Operation]] {
        var commits: [[Operation]] = []
        var bytes = 0
        for operation in operations {
            let size = operation.encodedByteCount
            if commits.isEmpty || bytes + size > commitBytes {
                commits.append([])
                bytes = 0
            }
            commits[commits.count - 1].append(operation)
            bytes += size
        }
        return commits
    }

    /// The keys in a device's boxes that it hasn't got yet.
    ///
    /// A box whose key isn't the one that the statement names is no key.
    ///
    /// - Parameter spoiled: Boxes that were tried before in vain; those of this time are added.
    public static func open(
        _ state: KeyState, for device: DeviceID, with secret: AgreementKey, beside keyring: Keyring,
        spoiled: inout Set<Bytes>
    ) -> [EpochKey] {
        var found: [EpochID: EpochKey] = [:]
        for (generation, id, box) in state.boxes(for: device)
        where keyring[id] == nil && found[id] == nil && !spoiled.contains(box) {
            guard let key = open(box, of: state.space, generation, with: secret), key.id == id
            else {
                spoiled.insert(box)
                continue
            }
            found[id] = key
        }
        return found.values.sorted { $1.isNewer(than: $0) }
    }

    private static func open(
        _ box: Bytes, of space: SpaceID, _ generation: UInt64, with secret: AgreementKey
    ) -> EpochKey? {
        guard var plain = try? SealedBox.open(box, with: secret) else { return nil }
        defer { wipe(&plain) }
        return Bytes32(plain).map { EpochKey(space: space, generation: generation, key: $0) }
    }

    /// A card whose key is none gets a box that nobody can open: that is its owner's doing.
    private static func recipient(
        _ key: EpochKey, _ card: DeviceCard, using generator: inout some RandomNumberGenerator
    ) -> KeySealing.Recipient {
        var plain = key.secret.exposedCopy()
        defer { wipe(&plain) }
        let box = try? SealedBox.seal(plain, for: card.agreementKey, using: &generator)
        return KeySealing.Recipient(
            device: card.device, box: box ?? madeUp(using: &generator).box)
    }

    private static func madeUp(
        using generator: inout some RandomNumberGenerator
    ) -> KeySealing.Recipient {
        let device = DeviceID(
            raw: Bytes32(
                words: (generator.next(), generator.next(), generator.next(), generator.next())))
        let box = randomBytes(Sealing.keyBytes + SealedBox.overheadBytes, using: &generator)
        return KeySealing.Recipient(device: device, box: box)
    }
}

extension Keyring {
    /// The key of a sealed generation, if it is known here.
    public func key(of epoch: KeyState.Epoch) -> EpochKey? {
        self[epoch.id].flatMap { $0.generation == epoch.generation ? $0 : nil }
    }
}
