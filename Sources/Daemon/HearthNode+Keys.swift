internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// Keys of spaces: those that colleagues seal for this device, and those that this node seals.
extension HearthNode {
    /// Boxes without a key that are remembered, so that each is tried once.
    private static let mostSpoiledBoxes = 4_096
    /// Generations of one space's key that are kept in its file.
    ///
    /// More come out of their boxes again at every start: a colleague who makes keys without end
    /// must not make the file unreadable.
    private static let mostKeptKeys = 4_096

    /// Takes all keys out of this device's boxes that it hasn't got; each may open statements with
    /// more boxes.
    func takeKeys() async throws {
        guard let own, let membership else { return }
        let secret = try AgreementKey(secret: own.agreementSecret)
        var hasLearned = true
        while hasLearned, let directory = store.directory {
            hasLearned = false
            if spoiledBoxes.count > HearthNode.mostSpoiledBoxes { spoiledBoxes = [] }
            for (space, state) in directory.keyStates.sorted(by: { $0.key < $1.key }) {
                guard let keyring = store.keyring(of: space) else { continue }
                let fresh = KeySealer.open(
                    state, for: membership.device, with: secret, beside: keyring,
                    spoiled: &spoiledBoxes)
                guard !fresh.isEmpty else { continue }
                try await keep(fresh, of: space)
                hasLearned = true
            }
        }
    }

    /// Keeps keys of an open space for good, and reads what waited for them.
    func keep(_ fresh: [EpochKey], of space: SpaceID) async throws {
        guard var secrets = try keys.keys(of: space) else { return }
        let newest = secrets.epochs.map(\.generation).max()
        let known = Set(try secrets.keyring(of: space).all.map(\.id))
        let room = max(0, HearthNode.mostKeptKeys - secrets.epochs.count)
        secrets.epochs += fresh.filter { !known.contains($0.id) }.prefix(room)
            .map { ($0.generation, $0.secret) }
        try keys.save(secrets, of: space)
        try await store.setKeyring(Keyring(space: space, fresh))
        if let newest, fresh.contains(where: { $0.generation > newest }) {
            let isWorkplace = space == store.directory?.workplace
            audit(.keyChanged(kind: isWorkplace ? "workplace" : "community", of: space.hex))
        }
        logger.info("keys were taken", metadata: ["space": "\(space)", "count": "\(fresh.count)"])
    }

    /// The statements that give devices every sealed generation of a space's key.
    func sealings(of space: SpaceID, for cards: [DeviceCard]) -> [Operation] {
        guard let state = store.directory?.keyStates[space],
            let keyring = store.keyring(of: space), let device = membership?.device
        else { return [] }
        let isListed = store.directory?.community(of: space)?.visibility == .listed
        let home = isListed ? store.directory?.workplace ?? space : space
        return KeySealer.statements(
            of: state, from: keyring, in: home, for: cards, by: device, using: &generator)
    }

    // MARK: What any member's node may do

    /// Does what is due about keys, whenever something changes or a wait is over.
    func followKeys() async {
        for await _ in keyAlarm.rings {
            await answerInvitations()
            await followSetAsides()
            await tendKeys()
        }
    }

    /// What this device can do about keys now.
    var keyKeeper: KeyKeeper? {
        guard let membership, let directory = store.directory else { return nil }
        var keyrings: [SpaceID: Keyring] = [:]
        var barred: [SpaceID: Set<EpochID>] = [:]
        for space in directory.keyStates.keys {
            keyrings[space] = store.keyring(of: space)
            barred[space] = store.barredKeys(of: space)
        }
        return KeyKeeper(
            directory, device: membership.device, keyrings: keyrings, barred: barred,
            decidedOpenings: decidedOpenings)
    }

    private func tendKeys() async {
        guard let keeper = keyKeeper else { return }
        let now = Int64(clamping: clocks.now.nanoseconds / 1_000_000)
        let (due, next) = keyClock.look(at: keeper.duties(), now: now, using: &generator)
        for duty in due { await discharge(duty) }
        // What was due is looked at again, in case that it could not be done.
        let again = due.isEmpty ? next.map { max(0, $0 - now) } : KeyClock.shortestWait
        if let again { keyAlarm.set(.milliseconds(again)) }
    }

    /// Discharges a duty, unless somebody else has done it meanwhile.
    func discharge(_ duty: KeyDuty) async {
        guard let writings = keyKeeper?.discharge(duty, using: &generator) else { return }
        do throws(ServiceError) {
            for writing in writings {
                try await write(writing.commits, to: writing.home, under: writing.epoch)
            }
        } catch {
            logger.error(
                "a key could not be given to those who need it",
                metadata: ["space": "\(duty.space)", "error": "\(error.message)"])
            return
        }
        guard !writings.isEmpty else { return }
        let name =
            store.directory?.community(of: duty.space).map { Sentence(verbatim: $0.name) }
            ?? Sentence("the workplace")
        switch duty.kind {
        case .rotate:
            tell(
                .space,
                Sentence(
                    "This node made a new key for \(name), because somebody is out or set aside."))
        case .republish: tell(.space, Sentence("This node gave \(name) a new key."))
        case .heal:
            tell(.space, Sentence("This node gave the key of \(name) to devices that lacked it."))
        case .publish:
            tell(.space, Sentence("This node opened \(name) to everybody, as its members decided."))
        case .complain:
            tell(
                .warning,
                Sentence(
                    "Somebody gave this computer a key of \(name) that is none; colleagues were asked."
                ))
        }
    }
}
